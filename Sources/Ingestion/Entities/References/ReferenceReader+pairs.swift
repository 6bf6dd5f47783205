// "The first", "the second", "celui-ci": which of those named right before.

extension ReferenceReader {
    /// Whom "le premier" or "le second" means: of the last two organisations that this sentence or the one before names, the
    /// one that was named first, or the other.
    func oneOfTwo(_ hit: Hit, isFirst: Bool, _ entities: Entities) -> Int? {
        guard hit.first > 0, !cues[hit.first - 1].isDisjoint(with: [.definite, .contracted]), standsForName(hit.end)
        else { return nil }
        if let pair = joinedPair(before: hit.first, entities) { return isFirst ? pair.first : pair.second }
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

    /// The two that the sentence before is about: "A and B, its rivals, rent from C".
    private func joinedPair(before token: Int, _ entities: Entities) -> (first: Int, second: Int)? {
        let head = document.sentence(of: token).lowerBound
        guard head > 0, entities.organisations(in: head..<token).isEmpty else { return nil }
        let names = entities.organisations(in: document.sentence(of: head - 1))
        guard names.count > 2, let one = names.first, let other = names.dropFirst().first, one.entity != other.entity,
            (one.tokens.upperBound..<other.tokens.lowerBound).allSatisfy({
                tokens[$0].kind == .word && (cues[$0].contains(.conjunction) || cues[$0].contains(.definite))
            }),
            (document.sentence(of: head - 1).lowerBound..<one.tokens.lowerBound).allSatisfy({
                tokens[$0].kind == .word && cues[$0].isDisjoint(with: [.objectPrep, .locative, .actVerb])
            })
        else { return nil }
        return (one.entity, other.entity)
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

    /// The company of which a pronoun's clause tells what it said: "A has a contract, and B said in May that it would buy".
    func reporter(_ hit: Hit, _ entities: Entities) -> Int? {
        guard let name = reporter(before: hit.first, entities), name.form == .name else { return nil }
        let between = entities.mentions[entities.mentionIndex(from: name.tokens.upperBound)...].prefix {
            $0.tokens.lowerBound < hit.first
        }
        return between.allSatisfy { entities.all[$0.entity].kind != .organisation } ? name.entity : nil
    }

    /// The company that stands as the subject of the verb of speech before a clause: "A, a host, said in May that".
    func reporter(before token: Int, _ entities: Entities) -> EntityMention? {
        let head = document.sentence(of: token).lowerBound
        let first = max(head, token - Self.longestReport)
        guard let verb = (first..<max(first, token)).last(where: { document.hit(at: $0, .speech) != nil }), verb > head,
            (verb + 1..<token).allSatisfy({ tokens[$0].kind == .word || tokens[$0].kind == .number })
        else { return nil }
        let end = tokens[verb - 1].kind == .comma ? verb - 1 : verb
        guard let name = entities.mention(at: end - 1), name.tokens.upperBound == end,
            entities.all[name.entity].kind == .organisation
        else { return nil }
        return name
    }

    /// How far before a pronoun the verb may stand that reports what it does: "said late on 5 May that it".
    private static let longestReport = 7
}
