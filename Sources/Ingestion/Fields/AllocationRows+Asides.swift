import Model

extension AllocationRows {
    /// Whether a group is something that the deal does not move: what somebody had before, has elsewhere, or what the
    /// goods are only compared with.
    func isAside(
        _ group: ProcessorGroup, _ matches: [CueTable<StageRole>.Match], _ claim: DealScopes.Claim
    ) -> Bool {
        matches.contains { match in
            switch match.role {
            case .whole, .against: true
            // "HBM4 memory for its MI450 chips".
            case .memory:
                match.isBefore && group.kind != .unit(.wafer) && context.candidates[claim.deal].type == .hardware
            case .from: match.isBefore && match.distance <= 1 && group.count == nil
            // A sentence that tells the deal may speak of the past as well: there the word stands right before.
            case .aside: !claim.isTold || (match.isBefore && match.distance <= 1)
            default: false
            }
        }
    }

    /// Whether a deal of the type brings processors told like this: a loan only where they are sold and rented back, a site only
    /// where it is filled with them.
    func mayBring(_ tokens: Range<Int>, _ deal: Int) -> Bool {
        let document = context.document
        switch context.candidates[deal].type {
        case .financing:
            let sentences =
                [document.sentence(of: tokens.lowerBound)]
                + context.candidates[deal].anchors.prefix(Self.fewAnchors).compactMap {
                    $0.tokens.first.map(document.sentence)
                }
            return sentences.contains { stages.matches(in: $0, of: document).contains { $0.role == .leaseback } }
        case .datacenter:
            return stages.matches(at: tokens, of: document, limits: 0..<document.tokens.count)
                .contains { $0.role == .fitted || $0.role == .placed }
        default: return true
        }
    }

    /// How many of the places that tell a deal are looked at.
    private static var fewAnchors: Int { 4 }

    /// Whether the sentence says before some tokens that something is only possible, however far away: "pourra, sur
    /// simple demande, en obtenir".
    func isPossible(before tokens: Range<Int>) -> Bool {
        let sentence = context.document.sentence(of: tokens.lowerBound)
        let semicolon = context.document.semicolons.last(from: sentence.lowerBound, before: tokens.lowerBound)
        let floor = semicolon ?? sentence.lowerBound
        let before = max(floor, tokens.lowerBound - Self.verbReach)..<tokens.lowerBound
        return stages.matches(in: before, of: context.document)
            .contains { $0.role == .option || $0.role == .might }
    }

    /// Whether a row counts a part of what the deal moves, told behind it: "the first 10,000 of the cards".
    func isPart(_ row: AllocationRow, _ matches: [CueTable<StageRole>.Match], _ deal: Int) -> Bool {
        guard let count = row.count, !matches.contains(where: { $0.role == .more }) else { return false }
        return rows[deal].contains { $0.isSame(row) && $0.count.map { $0.leading > count.leading } ?? false }
    }

    /// Whether a sentence that tells no deal goes on about what one brings: it speaks of a contract, of what it holds or
    /// of the future, or has no verb.
    func isComing(_ tokens: Range<Int>, _ matches: [CueTable<StageRole>.Match]) -> Bool {
        let document = context.document
        if matches.contains(where: { [.coming, .option, .might, .more, .apiece].contains($0.role) }) { return true }
        let sentence = document.sentence(of: tokens.lowerBound)
        let low = max(sentence.lowerBound, tokens.lowerBound - Self.verbReach)
        let before = tokens.lowerBound - 1
        if before > sentence.lowerBound, [before, before - 1].contains(where: { document.tokens[$0].kind == .colon }) {
            return true
        }
        if document.isItem(paragraphOf: tokens.lowerBound) { return true }
        return (low..<min(sentence.upperBound, tokens.upperBound + Self.verbReach)).contains { index in
            let token = document.tokens[index]
            return token.kind == .word && !token.capitalised
                && lexicon.isFuture(document.bytes[Int(token.start)..<Int(token.end)])
        }
    }

    /// Whether counted products open a sentence right behind the one that tells the deal: "The 512 H200s were accepted".
    func isNext(_ group: ProcessorGroup, _ tokens: Range<Int>, _ claim: DealScopes.Claim) -> Bool {
        guard group.count != nil, group.product != nil || group.unknown != nil, claim.score >= Self.next else {
            return false
        }
        let first = context.document.sentence(of: tokens.lowerBound).lowerBound
        let before = first..<tokens.lowerBound
        return before.isEmpty
            || before.count == 1
                && stages.matches(in: before, of: context.document).contains { $0.role == .definite }
    }

    /// From which score on a sentence without words of what is coming is about a deal.
    private static var next: Int { 60 }
    /// How many tokens before or behind a group its verb may stand.
    private static var verbReach: Int { 20 }
}
