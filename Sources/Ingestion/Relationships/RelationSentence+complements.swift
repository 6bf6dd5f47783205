/// What words that state ties take behind them.
extension RelationSentence {
    /// The names that a cue takes behind it, through one of some prepositions (none: directly).
    func complements(after place: Range<Int>, _ prepositions: Set<RelationWord>, _ reach: Int) -> [EntityMention] {
        if let both = both(after: place) { return both }
        // "gets its motors from B": whose they are is no complement.
        let first = mentions.first {
            $0.tokens.lowerBound >= place.upperBound && !($0.form == .pronoun && $0.possessive)
        }
        guard var first, first.tokens.lowerBound <= place.upperBound + reach else {
            return own(after: place, prepositions)
        }
        let gap = place.upperBound..<first.tokens.lowerBound
        first = unit(of: first, from: place.upperBound) ?? first
        if gap.contains(where: isStop) || gap.contains(where: isComma) && !introduces(gap, first) {
            return own(after: place, prepositions)
        }
        if let own = gap.first(where: { word(at: $0) == .own }),
            !(own..<first.tokens.lowerBound).contains(where: { word(at: $0).map(prepositions.contains) ?? false })
        {
            return self.own(after: place, prepositions)
        }
        if prepositions.isEmpty {
            let direct = gap.allSatisfy { isFiller($0) || word(at: $0) == .include } || isAside(gap)
            guard direct else { return [] }
            // "gets its power from A and its chips from B": the preposition is the cue's own.
            let inner = word(at: place.upperBound - 1).flatMap { $0.isPreposition ? $0 : nil }
            let found = coordinated(startingWith: first)
            return inner.map { repeated(found, [$0]) } ?? found
        }
        // "A, its cloud unit, whose software B supplies", "belongs to the same family as B": the preposition governs
        // something else.
        if gap.contains(where: { [.whose, .which].contains(word(at: $0)) }) { return [] }
        // "whose owner is a fund of A's".
        if gap.contains(where: { word(at: $0) == .copula }) { return own(after: place, prepositions) }
        // "an owner of halls after A": the preposition next to the name governs it.
        let governed = gap.contains { word(at: $0).map(prepositions.contains) ?? false }
        let nearest = gap.last { word(at: $0).map { $0.isPreposition && $0 != .among } ?? false }.flatMap {
            word(at: $0)
        }
        if let nearest, nearest != .of, !prepositions.contains(nearest) { return [] }
        return governed ? repeated(coordinated(startingWith: first), prepositions) : []
    }

    /// "affronte en région parisienne B": a few small words for a place between a verb and its object.
    private func isAside(_ gap: Range<Int>) -> Bool {
        guard let first = gap.first, (2...Self.apposition).contains(gap.count),
            word(at: first) == .at || word(at: first) == .there
        else { return false }
        return gap.dropFirst().allSatisfy { token in
            kind(at: token) == .word && [nil, .determiner].contains(word(at: token))
                && document.hit(at: token, .companyNoun) == nil
        }
    }

    /// "belongs to a fund of Vilnius, A": whether a noun for somebody new leads over a comma to a name.
    private func introduces(_ gap: Range<Int>, _ name: EntityMention) -> Bool {
        let comma = gap.upperBound - 1
        guard name.form == .name, !name.possessive, isComma(comma), gap.lowerBound < comma,
            !(gap.lowerBound..<comma).contains(where: isComma),
            name.tokens.upperBound >= tokens.upperBound || kind(at: name.tokens.upperBound) != .word,
            let noun = (gap.lowerBound..<comma).first(where: { document.hit(at: $0, .companyNoun) != nil })
        else { return false }
        return (gap.lowerBound..<noun).contains {
            word(at: $0) == .determiner && document.hit(at: $0, .numberWord) != nil
        }
    }

    /// "its power from A and its chips from B": a second object with the same preposition.
    private func repeated(_ found: [EntityMention], _ prepositions: Set<RelationWord>) -> [EntityMention] {
        guard let last = found.last,
            let next = mentions.first(where: { $0.tokens.lowerBound >= last.tokens.upperBound && $0.form != .pronoun })
        else { return found }
        let whole = last.tokens.upperBound..<next.tokens.lowerBound
        let gap = (isComma(whole.lowerBound) ? whole.lowerBound + 1 : whole.lowerBound)..<whole.upperBound
        guard (3...6).contains(gap.count), word(at: gap.lowerBound) == .and,
            let link = gap.last(where: { word(at: $0).map(prepositions.contains) ?? false }),
            gap.dropFirst().allSatisfy({ $0 >= link || isFiller($0) }),
            gap.contains(where: { word(at: $0) == .own || word(at: $0) == .goods }),
            !gap.contains(where: { word(at: $0) == .capital })
        else { return found }
        return found + coordinated(startingWith: next)
    }

    /// "the only supplier of its chips": whom the possessive behind the cue means.
    private func own(after place: Range<Int>, _ prepositions: Set<RelationWord>) -> [EntityMention] {
        let end = min(place.upperBound + 2, tokens.upperBound)
        guard place.upperBound < end, let own = (place.upperBound..<end).first(where: { word(at: $0) == .own }),
            (place.upperBound..<own).allSatisfy({ word(at: $0).map(prepositions.contains) ?? false }),
            own > place.upperBound || prepositions.isEmpty
        else { return [] }
        let subject = last(before: place.lowerBound).map { Set([$0.entity]) } ?? []
        return meant(by: own, not: subject).map { [$0] } ?? []
    }
}
