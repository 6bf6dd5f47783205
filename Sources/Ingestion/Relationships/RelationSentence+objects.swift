/// Objects that no name tells, and goods that a verb makes for somebody.
extension RelationSentence {
    /// "A lui fournit …", "A les lui achète", "A l'alimente", "A supplies it with …": the small word that is the object.
    func clitic(at place: Range<Int>, _ cue: RelationCue, _ subjects: [EntityMention]) -> EntityMention? {
        let before = place.lowerBound - 1
        var token: Int?
        if word(at: before) == .him, kind(at: before) == .word, cue.prepositions != [.from] { token = before }
        // "A supplies it", but "A rents it": what somebody buys, lets or rents is a thing.
        if token == nil, cue.prepositions.isEmpty, place.upperBound < tokens.upperBound,
            word(at: place.upperBound) == .it
        {
            token = place.upperBound
        }
        // "B le soutient": a short form right behind the subject, with nothing else that could be the object.
        if token == nil, cue.prepositions.isEmpty, word(at: before) == .determiner,
            last(before: before)?.tokens.upperBound == before || word(at: before - 1) == .which,
            complements(after: place, cue.prepositions, Self.reach).isEmpty
        {
            token = before
        }
        guard let token else { return nil }
        let excluded = Set(subjects.map(\.entity))
        if let known = entities.mentions(in: token..<token + 1).first, !excluded.contains(known.entity) { return known }
        // "A leans on B, which supplies it", but "B supplies it".
        if isRelative(place) { return meant(by: token, not: excluded) }
        return topic(at: token..<token + 1, not: excluded) ?? meant(by: token, not: excluded)
    }

    /// "A lui livre ses cartes, C ses capteurs": the verb is meant once more.
    func gapped(after place: Range<Int>) -> [EntityMention] {
        var found: [EntityMention] = []
        for mention in mentions where mention.tokens.lowerBound >= place.upperBound && mention.form == .name {
            let end = mention.tokens.upperBound
            guard mention.tokens.lowerBound - place.upperBound <= Self.reach, end < tokens.upperBound,
                isComma(mention.tokens.lowerBound - 1) || word(at: mention.tokens.lowerBound - 1) == .and,
                word(at: end) == .own || word(at: end) == .determiner
            else { break }
            found.append(mention)
        }
        return found
    }

    /// Whether a relative word stands before a verb: "B, which also supplies".
    private func isRelative(_ place: Range<Int>) -> Bool {
        lastWord(.which, before: place.lowerBound, within: Self.apposition) != nil
    }

    /// "A grave ses puces", "B, which delivers its electricity": whose the goods are that a supplier makes, where that is
    /// not the supplier, nobody else is named behind, and the text speaks of somebody else.
    func goodsOwner(after place: Range<Int>, _ subjects: [EntityMention]) -> [EntityMention] {
        let end = min(place.upperBound + 5, tokens.upperBound)
        // "toutes ses puces", "all of its wafers".
        let own = (place.upperBound..<max(end, place.upperBound)).first { word(at: $0) == .own }
        guard let own,
            (place.upperBound..<own).allSatisfy({ [.determiner, .of, .adverb].contains(word(at: $0)) }),
            (own + 1..<max(end, own + 1)).contains(where: { word(at: $0) == .goods }),
            let subject = subjects.first, subject.form == .name, !isKnown(subject)
        else { return [] }
        let next = first(from: own + 1)
        if let next, !(place.upperBound..<next.tokens.lowerBound).contains(where: { isComma($0) || isStop($0) }) {
            return []
        }
        let excluded = Set(subjects.map(\.entity))
        let owner =
            isRelative(place)
            ? meant(by: own, not: excluded) : topic(at: place, not: excluded)
        return owner.map { [$0] } ?? []
    }

    /// "A assembles servers for B and C", "A grave les puces de B", "A grave ses puces", "A les grave": with the goods
    /// between the verb and whom they are for.
    func makingMatches(_ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch] {
        guard !isIntended(place), word(at: place.lowerBound - 1) != .have else { return [] }
        let subjects = subjects(before: place)
        if last(before: place.lowerBound - 1)?.tokens.upperBound == place.lowerBound - 1,
            word(at: place.lowerBound - 1) == .determiner
        {
            let object = topic(at: place, not: Set(subjects.map(\.entity)))
            return object.map { pairs(subjects.filter { !isKnown($0) }, [$0]) } ?? []
        }
        let own = goodsOwner(after: place, subjects)
        if !own.isEmpty { return pairs(subjects, own) }
        let end = min(place.upperBound + Self.apposition, tokens.upperBound)
        if let owned = possessedMatches(place, subjects) { return owned }
        guard place.upperBound < end,
            let goods = (place.upperBound..<end).first(where: { word(at: $0) == .goods }),
            (place.upperBound..<goods).allSatisfy({ isFiller($0) && word(at: $0) != .own })
        else { return [] }
        return pairs(subjects, complements(after: goods..<goods + 1, cue.prepositions, Self.apposition))
    }

    /// Whether the text named a company before this sentence: then what is its own may be meant.
    private func isKnown(_ mention: EntityMention) -> Bool { topics.isKnown(mention.entity) }
}
