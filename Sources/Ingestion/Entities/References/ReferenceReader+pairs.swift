// "The first", "the second", "celui-ci": which of those named right before.

extension ReferenceReader {
    /// Whom "le premier" or "le second" means: of the last two organisations that this sentence or the one before names, the
    /// one that was named first, or the other.
    func oneOfTwo(_ hit: Hit, isFirst: Bool, _ entities: Entities) -> Int? {
        guard hit.first > 0, !cues[hit.first - 1].isDisjoint(with: [.definite, .contracted]), standsForName(hit.end)
        else { return nil }
        var two: [Int] = []
        var index = entities.mentionIndex(from: hit.first)
        let sentence = tokens[hit.first].sentence
        while index > 0, two.count < 2 {
            index -= 1
            let mention = entities.mentions[index]
            guard sentence - tokens[mention.tokens.lowerBound].sentence <= 1 else { break }
            guard entities.all[mention.entity].kind == .organisation, !two.contains(mention.entity) else { continue }
            two.append(mention.entity)
        }
        return two.count == 2 ? two[isFirst ? 1 : 0] : nil
    }

    /// Whom "celui-ci" means at the head of a sentence: whose name ended the one before.
    func nearest(_ hit: Hit, _ entities: Entities) -> Int? {
        let head = document.sentence(of: hit.first).lowerBound
        let index = entities.mentionIndex(from: head) - 1
        guard index >= 0, isFree(head..<hit.first, entities) else { return nil }
        let mention = entities.mentions[index]
        let isLast = tokens[mention.tokens.upperBound..<head].allSatisfy { $0.kind != .word }
        return isLast && entities.all[mention.entity].kind == .organisation ? mention.entity : nil
    }

    /// Whether what follows a number shows that it counts no noun: a sign, a verb, a small word that is no preposition.
    private func standsForName(_ end: Int) -> Bool {
        guard end < tokens.count, tokens[end].kind == .word else { return end < tokens.count }
        if !cues[end].isDisjoint(with: [.genitive, .objectPrep, .belongs, .at]) { return false }
        return !cues[end].isDisjoint(with: [.small, .actVerb]) || document.hit(at: end, .speech) != nil
            || document.hit(at: end, .trigger) != nil && document.hit(at: end, .object) == nil
    }

    /// The company that stands as the subject of the verb of speech before a pronoun's clause: "A has a contract, and B said in
    /// May that it would buy".
    func reporter(_ hit: Hit, _ entities: Entities) -> Int? {
        let head = document.sentence(of: hit.first).lowerBound
        let first = max(head, hit.first - Self.longestReport)
        guard let verb = (first..<max(first, hit.first)).last(where: { document.hit(at: $0, .speech) != nil }),
            verb > head,
            (verb + 1..<hit.first).allSatisfy({ tokens[$0].kind == .word || tokens[$0].kind == .number }),
            let name = entities.mention(at: verb - 1), name.tokens.upperBound == verb, name.form == .name,
            entities.all[name.entity].kind == .organisation
        else { return nil }
        let between = entities.mentions[entities.mentionIndex(from: verb)...].prefix {
            $0.tokens.lowerBound < hit.first
        }
        return between.allSatisfy { entities.all[$0.entity].kind != .organisation } ? name.entity : nil
    }

    /// How far before a pronoun the verb may stand that reports what it does: "said late on 5 May that it".
    private static let longestReport = 7
}
