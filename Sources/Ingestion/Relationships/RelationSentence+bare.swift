/// Nouns for a tie with nothing that says whose they are.
extension RelationSentence {
    /// "A is a customer too", "A en reste le premier actionnaire": of the company that the text speaks of. "A and C are
    /// rivals": of each other.
    func statedMatches(
        _ cue: RelationCue, _ place: Range<Int>, _ number: RelationCue.Number
    ) -> [RelationMatch]? {
        guard let link = predicateLink(before: place.lowerBound), word(at: link) == .copula,
            endsPhrase(place.upperBound),
            isPredicate(link + 1..<place.lowerBound), !isIntended(link..<link + 1),
            lastWord(.whose, before: link, within: Self.reach) == nil
        else { return nil }
        let subject = subjects(before: link..<link + 1)
        if number == .plural, cue.predicate.isSymmetric, let first = subject.first, subject.count > 1 {
            return pairs([first], Array(subject.dropFirst()))
        }
        // "A en est le fournisseur": of whom the text speaks of, whatever it is.
        let isThere = word(at: link - 1) == .there
        guard !subject.isEmpty, cue.predicate != .subsidiaryOf, isThere || cue.predicate != .supplierTo,
            let topic = topic(at: place, not: Set(subject.map(\.entity)), isMain: true)
                ?? (isThere ? topics.lastOnly(not: Set(subject.map(\.entity))).map { mention(of: $0, at: place) } : nil)
        else { return nil }
        return pairs(subject, [topic])
    }

    /// "has two customers: A and B", "n'a qu'un fournisseur, A": names that a mark leads to, behind a noun that is counted;
    /// it belongs to the subject, else to the topic.
    func countedMatches(_ place: Range<Int>, _ number: RelationCue.Number) -> [RelationMatch]? {
        guard place.upperBound < tokens.upperBound, isComma(place.upperBound) || kind(at: place.upperBound) == .colon,
            isCounted(place), tells(before: place), let name = first(from: place.upperBound + 1),
            (place.upperBound + 1..<name.tokens.lowerBound).allSatisfy({
                word(at: $0) == .determiner || document.hit(at: $0, .companyNoun) != nil
            })
        else { return nil }
        return ofSubject(number == .plural ? coordinated(startingWith: name) : [name], before: place, isMain: false)
    }

    /// Whether no verb but one of having, being or counting stands before a noun that is counted: not "would leave two
    /// suppliers: A and B".
    private func tells(before place: Range<Int>) -> Bool {
        !(max(tokens.lowerBound, place.lowerBound - Self.apposition)..<place.lowerBound).contains {
            word(at: $0) == .intended
        }
    }

    /// Names that are tied to the subject before a noun, else to whom the text speaks of, or is about.
    func ofSubject(_ named: [EntityMention], before place: Range<Int>, isMain: Bool) -> [RelationMatch]? {
        let known = Set(named.map(\.entity))
        let subject = mentions.first {
            $0.tokens.upperBound <= place.lowerBound && !$0.possessive && !isGoverned($0) && !known.contains($0.entity)
        }
        return (subject ?? topic(at: place, not: known, isMain: isMain)).map { pairs(named, [$0]) }
    }

    /// Whether a number stands before a noun, over at most two adjectives.
    func isCounted(_ place: Range<Int>) -> Bool {
        var token = place.lowerBound - 1
        while token >= tokens.lowerBound, place.lowerBound - token <= 3 {
            if kind(at: token) == .number || document.hit(at: token, .numberWord) != nil { return true }
            guard kind(at: token) == .word, word(at: token) == nil else { return false }
            token -= 1
        }
        return false
    }

    /// "is also the largest …": no verb stands before the article, as in "is lending the …".
    func isPredicate(_ gap: Range<Int>) -> Bool {
        guard let article = gap.first(where: { word(at: $0) == .determiner }) else {
            return gap.allSatisfy { word(at: $0) != .own && word(at: $0) != .this }
        }
        return (gap.lowerBound..<article).allSatisfy { word(at: $0) == .adverb || word(at: $0) == .among }
    }

    /// "A has B for a shareholder": whether nothing but "has" and an article stands between the two names, or a verb of
    /// counting does; a choice is news.
    func has(_ gap: Range<Int>) -> Bool {
        if gap.contains(where: { word(at: $0) == .include }) { return true }
        // "B, which has A for a shareholder".
        let verb = gap.drop { isComma($0) || word(at: $0) == .which }
        guard let first = verb.first, isHave(first) else { return false }
        return verb.dropFirst().allSatisfy {
            [.determiner, .role].contains(word(at: $0)) || document.hit(at: $0, .companyNoun) != nil
        }
    }

    /// "has", "a": the latter without the accent of the preposition that it shares its folded form with.
    func isHave(_ token: Int) -> Bool {
        if word(at: token) == .have { return true }
        let letter = document.tokens[token]
        return letter.end - letter.start == 1 && document.bytes[Int(letter.start)] == UInt8(ascii: "a")
            && word(at: token) != .determiner
    }

    /// Whether a noun governs something that is no known company: "a customer of banks". A place ("a rival from
    /// Bergen", "concurrent de Metz") and a word for the company that is spoken of ("of the fund") are none.
    func takesUnknown(_ cue: RelationCue, _ token: Int) -> Bool {
        guard token < tokens.upperBound, kind(at: token) == .word, let next = word(at: token), next.isPreposition else {
            return false
        }
        // "competitors in fracking", "an investor since 2024": whose, it does not tell.
        if next == .with || next == .at || next == .on, !cue.prepositions.contains(next) { return false }
        var object = token + 1
        while object < tokens.upperBound, word(at: object) == .determiner { object += 1 }
        guard object < tokens.upperBound else { return true }
        // "holders of more than 5 percent"; "the biggest user of the site": of somebody's.
        if next == .of, hasPercent(in: object..<min(object + Self.apposition, tokens.upperBound)) { return false }
        if isDefinite(object - 1), document.hit(at: object, .object) != nil, endsPhrase(object + 1) { return false }
        let isMeant = reference(at: token + 1) ?? reference(at: token) != nil
        let isPlace = entities.mentions(in: object..<object + 1).contains { entities.all[$0.entity].kind == .place }
        return !isPlace && !isMeant && document.hit(at: object, .place) == nil
    }

    /// Whom "of the start-up" behind a noun may mean, where it is not sure: the one last named.
    func candidate(behind token: Int, not excluded: Set<Int>) -> EntityMention? {
        guard token < tokens.upperBound, let reference = reference(at: token + 1) ?? reference(at: token) else {
            return nil
        }
        let sure = reference.candidates?.first { $0.isSure && !excluded.contains($0.entity) }?.entity
        return (sure ?? topics.topic(not: excluded, isMain: true)).map {
            EntityMention(entity: $0, tokens: reference.tokens, form: .nominal)
        }
    }

    /// Whom a noun means if not those whom it was taken to mean: who surely fits it, else who is in the trade of one of
    /// them.
    func another(meantBy mention: EntityMention, not excluded: Set<Int>) -> EntityMention? {
        let fitting = entities.reference(at: mention.tokens.lowerBound)?.candidates?
            .first { $0.isSure && !excluded.contains($0.entity) }?.entity
        let other = fitting ?? excluded.first.flatMap { topics.rival(of: $0, not: excluded) }
        return other.map { EntityMention(entity: $0, tokens: mention.tokens, form: .nominal) }
    }

    /// The noun for a company named before that begins at a token, if it tells no side of a deal ("the target").
    private func reference(at token: Int) -> Reference? {
        entities.reference(at: token).flatMap { $0.roles.isEmpty && !$0.isPronoun ? $0 : nil }
    }

    /// Whether nothing that belongs to a noun follows: a mark, an adverb, another clause.
    func endsPhrase(_ token: Int) -> Bool {
        guard token < tokens.upperBound else { return true }
        switch word(at: token) {
        case .adverb, .and, .which, .whose: return true
        case .some(let word) where word.isPreposition: return true
        default: return kind(at: token) != .word && kind(at: token) != .hyphen && kind(at: token) != .possessive
        }
    }
}
