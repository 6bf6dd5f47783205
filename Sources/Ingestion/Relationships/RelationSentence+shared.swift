/// Ties of two that are named together: "both are customers of B", "C, a joint venture" behind "A and B".
extension RelationSentence {
    /// "Both are …", "Les deux groupes se disputent …": the two that the sentences before name, where nobody is named
    /// between the words for them and a verb.
    func both(before index: Int) -> [EntityMention]? {
        let start = max(tokens.lowerBound, index - Self.apposition)
        guard
            let token = (start..<index).last(where: { token in
                if word(at: token) == .both { return true }
                // "Both are": an article that no noun follows.
                return token == tokens.lowerBound && isDefinite(token) && word(at: token) == .determiner
                    && (token + 1 == index || [.copula, .adverb].contains(word(at: token + 1)))
            })
        else { return nil }
        let end = document.hit(at: token, .relationWord)?.end ?? token + 1
        guard !mentions.contains(where: { $0.tokens.upperBound > token && $0.tokens.lowerBound < index }),
            (min(end, index)..<index).allSatisfy({
                isFiller($0) || word(at: $0) == .copula || document.hit(at: $0, .companyNoun) != nil
            })
        else { return nil }
        return two(at: token)
    }

    /// "competes with both", "adversaire des deux": the two that were named before.
    func both(after place: Range<Int>) -> [EntityMention]? {
        let end = min(place.upperBound + 3, tokens.upperBound)
        let token = (place.upperBound..<max(end, place.upperBound)).first { token in
            // "with both,": an article that no noun follows.
            word(at: token) == .both
                || word(at: token) == .determiner && isDefinite(token)
                    && (token + 1 >= tokens.upperBound || kind(at: token + 1) != .word)
        }
        guard let token,
            (place.upperBound..<token).allSatisfy({ word(at: $0)?.isPreposition ?? false }),
            first(from: token).map({ $0.tokens.lowerBound > token + 2 }) ?? true
        else { return nil }
        return two(at: token)
    }

    private func two(at token: Int) -> [EntityMention]? {
        // "A, whose owners include B and C, rents from both".
        if let last = last(before: token), last.form == .name, token - last.tokens.upperBound <= Self.reach {
            let pair = coordinated(endingWith: last)
            if pair.count == 2, pair[0].entity != pair[1].entity { return pair }
        }
        return topics.lastTwo.map { $0.map { mention(of: $0, at: token..<token + 1) } }
    }

    /// "A and B announce C, a joint venture", "A et B ont créé une coentreprise, baptisée C", "C, leur société commune": a
    /// subsidiary of each of those who are named together before.
    func jointMatches(_ place: Range<Int>, _ number: RelationCue.Number) -> [RelationMatch]? {
        guard number == .singular else { return nil }
        let named = list(from: place.upperBound, within: 3, number).first { $0.form == .name }
        let start = phrase(before: place.lowerBound)
        let apposed = last(before: start).flatMap { mention in
            mention.form == .name && !mention.possessive && mention.tokens.upperBound + 1 == start
                && isComma(start - 1) && (!isGoverned(mention) || word(at: mention.tokens.lowerBound - 1) == .of)
                ? mention : nil
        }
        guard let child = apposed ?? named else { return nil }
        let owns = [.own, .him].contains(word(at: start))
        guard let parents = parents(of: child, before: place) ?? (owns ? two(at: start) : nil) else { return nil }
        return pairs([child], parents)
    }

    /// Where the phrase of a noun begins: its article or possessive, over adjectives.
    private func phrase(before index: Int) -> Int {
        var start = index
        while start > tokens.lowerBound, index - start < Self.apposition, kind(at: start - 1) == .word,
            word(at: start - 1) == nil || [.determiner, .own, .him, .this].contains(word(at: start - 1))
        {
            start -= 1
            if word(at: start) != nil { break }
        }
        return start
    }

    /// The first two or more companies that "and" joins, before a place.
    private func parents(of child: EntityMention, before place: Range<Int>) -> [EntityMention]? {
        for mention in mentions where mention.tokens.upperBound <= place.lowerBound && mention.entity != child.entity {
            guard mention.form == .name, !mention.possessive, !isGoverned(mention) else { continue }
            var several = coordinated(startingWith: mention)
            // "A plc, a Turin operator, and B announce".
            if several.count == 1, let next = first(from: mention.tokens.upperBound), next.form == .name,
                !next.possessive,
                next.tokens.lowerBound > mention.tokens.upperBound + 1,
                word(at: next.tokens.lowerBound - 1) == .and, isComma(next.tokens.lowerBound - 2),
                (mention.tokens.upperBound..<next.tokens.lowerBound - 2).prefix(2).contains(where: isComma)
            {
                several.append(next)
            }
            if several.count > 1, !several.contains(where: { $0.entity == child.entity }) { return several }
        }
        return nil
    }
}
