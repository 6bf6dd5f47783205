import Model

/// What is seen of how far a deal has come: what the rules say, its type, and the words of the sentence that tells it.
struct StatusFeatures {
    /// What a feature tells; its name is that in the tables `status_review`.
    enum Template: Int, CaseIterable, Sendable {
        /// What the rules make of the status, the type of the deal, and both together.
        case told, type, both
        /// The first word of the trigger.
        case trigger
        // Words of the sentence: any, those near the trigger, those right beside it.
        case word, left, leftOne, leftTwo, right, rightOne

        static let seeds = allCases.map { ReviewHash.of(String(describing: $0)) }
    }

    let document: Document
    let entities: Entities

    /// How many words on either side of a trigger are looked at, and how many of them are near.
    private static let (reach, near) = (30, 5)

    /// Hands out the features of a deal: a template and the words it takes, which ``name`` tells apart.
    func visit(
        _ candidate: DealCandidate, told: DealStatus, _ take: (_ template: Template, _ parts: [UInt64]) -> Void
    ) {
        let (status, type) = (ReviewHash.of(told.rawValue), ReviewHash.of(candidate.type.rawValue))
        take(.told, [status])
        take(.type, [type])
        take(.both, [type, status])
        guard let anchor = candidate.anchors.first else { return }
        let trigger = anchor.trigger.isEmpty ? anchor.tokens : anchor.trigger
        guard !trigger.isEmpty else { return }
        let sentence = document.sentence(of: trigger.lowerBound)
        take(.trigger, [stem(trigger.lowerBound)])
        let left = Array(
            words(in: sentence.lowerBound..<max(sentence.lowerBound, trigger.lowerBound)).suffix(Self.reach).reversed())
        let right = words(in: min(trigger.upperBound, sentence.upperBound)..<sentence.upperBound).prefix(Self.reach)
        for word in left { take(.word, [word]) }
        for word in right { take(.word, [word]) }
        for word in left.prefix(Self.near) { take(.left, [word]) }
        for word in right.prefix(Self.near) { take(.right, [word]) }
        if let first = left.first { take(.leftOne, [first]) }
        if left.count > 1 { take(.leftTwo, [left[1], left[0]]) }
        if let first = right.first { take(.rightOne, [first]) }
    }

    /// The words of a range, cut to their first letters; companies are all one.
    private func words(in range: Range<Int>) -> [UInt64] {
        var found: [UInt64] = []
        var token = range.lowerBound
        while token < range.upperBound {
            if let mention = entities.mention(at: token), entities.isParty(mention, document) {
                found.append(ReviewWords.party)
                token = max(token + 1, mention.tokens.upperBound)
            } else {
                found.append(stem(token))
                token += 1
            }
        }
        return found
    }

    private func stem(_ token: Int) -> UInt64 {
        document.bytes.withUnsafeBufferPointer { ReviewWords.stem(document.tokens[token], $0) }
    }
}
