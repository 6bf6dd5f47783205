/// Ties of whoever is at somebody's place, and of those who share what somebody has.
extension RelationSentence {
    /// "A and B rent machines there", "A y loue deux salles et C une": customers of whom the text speaks of.
    func thereMatches(_ place: Range<Int>, _ cue: RelationCue, _ subjects: [EntityMention]) -> [RelationMatch]? {
        guard let first = subjects.first, !cue.prepositions.isDisjoint(with: [.from, .on]), isThere(place),
            !mentions.contains(where: { $0.form == .name && $0.tokens.upperBound <= first.tokens.lowerBound })
        else { return nil }
        // "A y loue des salles à B": from somebody else.
        if let next = self.first(from: place.upperBound), next.tokens.lowerBound - place.upperBound <= Self.apposition,
            isGoverned(next)
        {
            return nil
        }
        let known = Set(subjects.map(\.entity))
        guard let host = topics.lastOnly(not: known) ?? topics.lastSubject(not: known) else { return nil }
        return pairs(subjects + gappedThere(after: place, subjects), [mention(of: host, at: place)])
    }

    /// Whether "there" stands right before a verb, or ends its phrase.
    private func isThere(_ place: Range<Int>) -> Bool {
        // "A y loue", but "A en loue": some of them.
        let before = place.lowerBound - 1
        if word(at: before) == .there { return document.tokens[before].end - document.tokens[before].start == 1 }
        let end = min(place.upperBound + Self.apposition, tokens.upperBound)
        guard let there = (place.upperBound..<max(end, place.upperBound)).first(where: { word(at: $0) == .there })
        else {
            return false
        }
        return (place.upperBound..<there).allSatisfy(isFiller)
            && (there + 1 >= tokens.upperBound || kind(at: there + 1) != .word || word(at: there + 1) == .and)
    }

    /// "… deux salles et C une": the verb is meant once more.
    private func gappedThere(after place: Range<Int>, _ subjects: [EntityMention]) -> [EntityMention] {
        guard let name = first(from: place.upperBound), name.form == .name,
            word(at: name.tokens.lowerBound - 1) == .and,
            name.tokens.lowerBound - place.upperBound <= Self.apposition + 1,
            name.tokens.upperBound < tokens.upperBound,
            word(at: name.tokens.upperBound) == .determiner || kind(at: name.tokens.upperBound) == .number
        else { return [] }
        return [name]
    }

    /// "A trains its models on machines rented from B": who uses the goods that a participle explains.
    func users(of place: Range<Int>) -> [EntityMention]? {
        let goods = place.lowerBound - 1
        guard goods > tokens.lowerBound, word(at: goods) == .goods, !hasSize(near: place),
            !(max(tokens.lowerBound, goods - Self.apposition - 1)..<goods).contains(where: {
                word(at: $0) == .intended || isComma($0) || isStop($0)
            })
        else { return nil }
        return subjects(before: goods..<place.lowerBound).nonEmpty
    }

    /// "Its capital is split between A, B and its founders": shareholders of whose the capital is.
    func spreadMatches(_ place: Range<Int>) -> [RelationMatch]? {
        let end = min(place.upperBound + Self.apposition, tokens.upperBound)
        guard let spread = (place.upperBound..<max(end, place.upperBound)).first(where: { word(at: $0) == .spread }),
            let name = first(from: spread), name.form == .name, !name.possessive,
            (spread..<name.tokens.lowerBound).contains(where: { word(at: $0) == .at || word(at: $0) == .among }),
            name.tokens.lowerBound - spread <= Self.apposition
        else { return nil }
        let named = coordinated(startingWith: name)
        guard let owner = owner(before: place, of: named) else { return nil }
        return pairs(named, [owner.mention])
    }

    /// "the landlord, A, said", "l'actionnaire majoritaire, le fonds B, se tait": a definite noun that a name between commas
    /// explains is of whom the text speaks of.
    func explainedMatches(_ place: Range<Int>, _ cue: RelationCue) -> [RelationMatch]? {
        let article = (max(tokens.lowerBound, place.lowerBound - 3)..<place.lowerBound).last { word(at: $0) != nil }
        guard let article, isDefinite(article), word(at: article) == .determiner,
            let comma = (place.upperBound..<min(place.upperBound + 4, tokens.upperBound)).first(where: isComma),
            comma == place.upperBound || word(at: place.upperBound) == .of,
            let name = first(from: comma), name.form == .name, !name.possessive,
            name.tokens.lowerBound - comma <= Self.apposition,
            (comma + 1..<name.tokens.lowerBound).allSatisfy({ isFiller($0) && ![.own, .of].contains(word(at: $0)) }),
            entities.reference(at: article)?.roles.isEmpty ?? true,
            name.tokens.upperBound < tokens.upperBound, isComma(name.tokens.upperBound),
            !mentions.contains(where: { $0.tokens.lowerBound >= place.upperBound && $0.tokens.lowerBound < comma }),
            // "the owner" is one of a site as often as not, "the parent company" is not.
            cue.predicate != .subsidiaryOf || place.count > 1,
            let topic = topic(at: place, not: [name.entity], isMain: true)
        else { return nil }
        return pairs([name], [topic])
    }
}
