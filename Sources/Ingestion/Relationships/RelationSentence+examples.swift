/// Ties that several words tell together: by what somebody is taken for, by lists of examples, by a second share.
extension RelationSentence {
    /// "A, which B regards as its main rival", "A, que B tient pour son concurrent".
    func regardedMatches(_ place: Range<Int>) -> [RelationMatch]? {
        guard let own = lastWord(.own, before: place.lowerBound, within: Self.apposition),
            word(at: own - 1) == .role || word(at: own - 1) == .include,
            (own + 1..<place.lowerBound).allSatisfy(isFiller),
            let subject = last(before: own), subject.form != .pronoun || !subject.possessive,
            own - subject.tokens.upperBound <= Self.apposition,
            let which = (max(tokens.lowerBound, subject.tokens.lowerBound - 2)..<subject.tokens.lowerBound)
                .last(where: { word(at: $0) == .which }),
            let before = last(before: which), let object = antecedent(before, which), object.entity != subject.entity
        else { return nil }
        return pairs([object], [subject])
    }

    /// "A, la maison mère, se tait", "the parent company, A, was silent": the parent of whom the text speaks of.
    func parentMatches(_ place: Range<Int>) -> [RelationMatch]? {
        let start = place.lowerBound - 1
        guard start >= tokens.lowerBound, word(at: start) == .determiner else { return nil }
        let end = place.upperBound
        var parent: EntityMention?
        if start > tokens.lowerBound, isComma(start - 1), end < tokens.upperBound, isComma(end),
            let before = last(before: start), before.tokens.upperBound == start - 1
        {
            parent = before
        } else if end < tokens.upperBound, isComma(end), start == tokens.lowerBound,
            let behind = first(from: end), behind.tokens.lowerBound == end + 1
        {
            parent = behind
        }
        guard let parent, parent.form == .name, let topic = topic(at: place, not: [parent.entity], isMain: true) else {
            return nil
        }
        return pairs([parent], [topic])
    }

    /// "works for customers such as A and B", "outbid rivals like A": examples of a noun that nobody possesses are of the
    /// subject, else of whom the text speaks of.
    func exampleMatches(_ place: Range<Int>) -> [RelationMatch]? {
        let end = place.upperBound
        guard end < tokens.upperBound, let name = first(from: end), !name.possessive else { return nil }
        let lead = isComma(end) ? end + 1 : end
        guard lead < name.tokens.lowerBound, word(at: lead) == .include,
            name.tokens.lowerBound - lead <= 3,
            (lead + 1..<name.tokens.lowerBound).allSatisfy({ isFiller($0) || word(at: $0) == .include })
        else { return nil }
        return ofSubject(coordinated(startingWith: name), before: place, isMain: true)
    }

    /// "A makes B's servers", "A provides most of B's memory": the goods are somebody's.
    func possessedMatches(_ place: Range<Int>, _ subjects: [EntityMention]) -> [RelationMatch]? {
        guard let owner = first(from: place.upperBound), owner.possessive, owner.form == .name,
            owner.tokens.lowerBound - place.upperBound <= Self.apposition,
            (place.upperBound..<owner.tokens.lowerBound).allSatisfy({ isFiller($0) && word(at: $0) != .own })
        else { return nil }
        let end = owner.tokens.upperBound
        let isOfGoods = (end..<min(end + Self.apposition, tokens.upperBound)).contains { word(at: $0) == .goods }
        return isOfGoods ? pairs(subjects, [owner]) : nil
    }

    /// "A derives most of its revenue from B", "A tire la moitié de ses recettes de B".
    func earnedMatches(_ place: Range<Int>) -> [RelationMatch] {
        let end = min(tokens.upperBound, place.upperBound + Self.reach)
        guard let revenue = (place.upperBound..<end).first(where: { word(at: $0) == .revenue }),
            share(in: place.upperBound..<revenue) != nil
        else { return [] }
        return pairs(
            Array(subjects(before: place).prefix(1)),
            complements(after: revenue..<revenue + 1, [.of, .from, .to], Self.apposition))
    }

    /// "A sells B electricity": two objects.
    func dativeMatches(_ place: Range<Int>, _ subjects: [EntityMention]) -> [RelationMatch] {
        guard let name = first(from: place.upperBound), name.tokens.lowerBound - place.upperBound <= 2,
            !name.possessive, entities.all[name.entity].sort != "chip",
            (place.upperBound..<name.tokens.lowerBound).allSatisfy({
                word(at: $0) == .determiner || word(at: $0) == nil
            })
        else { return [] }
        let end = name.tokens.upperBound
        let hasGoods = (end..<min(end + 4, tokens.upperBound)).first { word(at: $0) == .goods || kind(at: $0) != .word }
        return hasGoods.map { word(at: $0) == .goods } ?? false ? pairs(subjects, [name]) : []
    }

    /// "has no shortage of rivals: A, B and C compete", "The competition is fierce: A and B …": names behind a colon are
    /// examples of a noun for many.
    func announcedMatches(_ place: Range<Int>) -> [RelationMatch]? {
        let end = min(place.upperBound + Self.apposition + 1, tokens.upperBound)
        guard lastWord(.both, before: place.lowerBound, within: 2) == nil,
            let colon = (place.upperBound..<end).first(where: { kind(at: $0) == .colon }),
            (place.upperBound..<colon).allSatisfy({ kind(at: $0) == .word }),
            let name = first(from: place.upperBound), name.tokens.lowerBound > colon, name.form == .name,
            !name.possessive,
            (colon + 1..<name.tokens.lowerBound).allSatisfy(isFiller), name.tokens.lowerBound - colon <= 3
        else { return nil }
        return ofSubject(coordinated(startingWith: name), before: place, isMain: true)
    }

    /// Whether a name ends its phrase: not "its B stake", "the B deal".
    func endsName(_ token: Int) -> Bool {
        token >= tokens.upperBound || kind(at: token) != .word || word(at: token) != nil && word(at: token) != .goods
    }

    /// "A holds shares in B, as does C", "comme C": who does the same.
    func echoed(_ matches: [RelationMatch], _ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch] {
        guard let last = matches.last, last.bearer.tokens.upperBound <= place.lowerBound,
            cue.form == .verb || cue.form == .own
                || cue.form == .noun
                    && (predicateLink(before: place.lowerBound) != nil
                        || cue.isTrade && echoes(behind: place.upperBound))
        else { return [] }
        let start = cue.isTrade && echoes(behind: place.upperBound) ? place.upperBound : 0
        let end = max(start, last.bearer.tokens.upperBound, last.complement.tokens.upperBound)
        guard
            let echo = (end..<min(end + 2 * Self.apposition, tokens.upperBound)).first(where: { word(at: $0) == .echo }
            ),
            let name = first(from: echo), name.form == .name, !name.possessive,
            document.hit(at: echo, .relationWord)?.end == name.tokens.lowerBound,
            !matches.contains(where: { $0.bearer.entity == name.entity || $0.complement.entity == name.entity })
        else { return [] }
        return pairs(coordinated(startingWith: name), [last.complement])
    }

    /// "A, its first client, ahead of C": whether who is the same comes right behind a noun.
    private func echoes(behind end: Int) -> Bool {
        end + 1 < tokens.upperBound && isComma(end) && word(at: end + 1) == .echo
    }

    /// "B counts A as its biggest client" · "B a A pour premier actionnaire" · "B a pour clients A et C" · "B a A pour
    /// hébergeur et C pour actionnaire".
    func castMatches(_ place: Range<Int>, _ number: RelationCue.Number) -> [RelationMatch]? {
        var token = place.lowerBound - 1
        while place.lowerBound - token <= Self.apposition, token > tokens.lowerBound, isFiller(token) { token -= 1 }
        guard word(at: token) == .role, let before = last(before: token) else { return nil }
        // "A, with B as a shareholder".
        let with = before.tokens.lowerBound - 1
        if before.tokens.upperBound == token, with > tokens.lowerBound, word(at: with) == .with, isComma(with - 1),
            let owner = last(before: with), owner.tokens.upperBound == with - 1, !owner.possessive
        {
            return pairs([before], [owner])
        }
        guard let owner = owner(casting: token) else { return nil }
        if before.tokens.upperBound == token {
            let cast = coordinated(endingWith: before).filter { $0.tokens.lowerBound > owner.tokens.lowerBound }
            return cast.isEmpty ? nil : pairs(cast, [owner])
        }
        guard before.entity == owner.entity || word(at: token - 1) == .and else { return nil }
        let named = list(from: place.upperBound, within: 4, number)
        // "A a B pour actionnaire et pour client".
        if named.isEmpty, before.entity != owner.entity, owner.tokens.upperBound <= before.tokens.lowerBound {
            return pairs([before], [owner])
        }
        return named.isEmpty ? nil : pairs(number == .plural ? named : Array(named.prefix(1)), [owner])
    }

    /// Who has somebody for something: the last company before "as" that "has" or a verb of counting follows.
    private func owner(casting role: Int) -> EntityMention? {
        var next = role
        for mention in mentions.reversed() where mention.tokens.upperBound <= role {
            if role - mention.tokens.upperBound > 2 * Self.reach { return nil }
            if !mention.possessive, !isGoverned(mention), has(mention.tokens.upperBound..<next) { return mention }
            // "A, a rival of B, counts C as a partner": B stands in an aside.
            let counts = (mention.tokens.upperBound..<role).contains { word(at: $0) == .include }
            if !counts || mention.possessive || !isGoverned(mention) { next = mention.tokens.lowerBound }
        }
        // "A is backed by B and has C as its host".
        let verb = (max(tokens.lowerBound, role - Self.reach)..<role).last { isHave($0) || word(at: $0) == .include }
        guard let verb, word(at: verb - 1) == .and, let object = first(from: verb), object.tokens.lowerBound < role
        else {
            return nil
        }
        return subjects(before: verb..<verb + 1).first
    }
}
