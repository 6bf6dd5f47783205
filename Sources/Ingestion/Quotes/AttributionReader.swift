/// Reads who speaks from the words around a quotation.
struct AttributionReader {
    let document: Document
    let entities: Entities
    let lexicon: SpeechLexicon

    private var tokens: [Token] { document.tokens }

    /// How far behind a verb of speech its subject is looked for, in tokens.
    private static let reach = 16

    /// Reads `, said X`, `X said`, `poursuit-elle` in the words behind a quotation.
    ///
    /// - Parameter isTagged: whether the comma before such words stands inside the quotation marks.
    func behind(_ range: Range<Int>, isTagged: Bool = false) -> Attribution? {
        var at = range.lowerBound
        let begins = at < range.upperBound ? tokens[at].kind : .stop
        if begins == .comma || begins == .dash { at += 1 }
        guard at < range.upperBound else { return nil }
        if let verb = firstVerb(in: at..<range.upperBound) {
            if let pronoun = pronounWithin(verb) { return pronoun }
            if let subject = subject(before: verb.first, from: at), verb.first - at <= Self.longestSubject {
                return subject
            }
            if verb.first - at <= 3, let subject = subject(behind: verb.end, to: range.upperBound) { return subject }
            if verb.first - at <= 3 { return nil }
        }
        if let words = words(of: at..<range.upperBound) { return words }
        return begins == .comma || isTagged ? invertedName(at..<range.upperBound) : nil
    }

    /// The longest subject with its appositions, in tokens.
    private static let longestSubject = 40

    /// Reads `X said:`, `According to X,`, `X is blunt:`, `Et d'ajouter :` in the words of the sentence before a quotation.
    func before(_ range: Range<Int>) -> Attribution? {
        guard !range.isEmpty else { return nil }
        if let pronoun = pronounBehindComma(range) { return pronoun }
        // "She told reporters so, before adding": the subject is that of the verb before.
        for verb in lastVerbs(in: range) {
            if lexicon.use(verb) == .source { return subject(behind: verb.end, to: range.upperBound) }
            if let pronoun = pronounWithin(verb) { return pronoun }
            if verb.end < range.upperBound, tokens[verb.end].kind == .hyphen, let pronoun = hyphenated(verb.end) {
                return pronoun
            }
            if let subject = subject(before: verb.first, from: range.lowerBound) { return subject }
            if let subject = subject(behind: verb.end, to: range.upperBound) { return subject }
        }
        let people = entities.mentions(in: range).filter { isPerson($0) }
        if Set(people.map(\.entity)).count == 1, let person = people.first {
            return Attribution(speaker: .named(person.entity), tokens: person.tokens, rule: "quote.speaker.before")
        }
        return people.isEmpty && tokens[range.upperBound - 1].kind == .colon ? introduction(range) : nil
    }

    /// How many verbs of speech stand in a range.
    func verbCount(in range: Range<Int>) -> Int {
        document.hits(in: range, .speech).reduce(0) { count, _ in count + 1 }
    }

    func firstVerb(in range: Range<Int>) -> Hit? {
        document.hits(in: range, .speech).first { !isNamePart($0) }
    }

    /// The last verbs of speech of a range, last first.
    private func lastVerbs(in range: Range<Int>) -> ReversedCollection<ArraySlice<Hit>> {
        var verbs: [Hit] = []
        for hit in document.hits(in: range, .speech) where !isNamePart(hit) { verbs.append(hit) }
        return verbs.suffix(Self.verbsTried).reversed()
    }

    /// How many verbs before a quotation may have its speaker as their subject.
    private static let verbsTried = 3

    private func isNamePart(_ hit: Hit) -> Bool {
        let mention = entities.mentionIndex(from: hit.first + 1) - 1
        return mention >= 0 && entities.mentions[mention].form == .name
            && entities.mentions[mention].tokens.contains(hit.first)
    }

    func isPerson(_ mention: EntityMention) -> Bool {
        mention.form == .name && entities.all[mention.entity].kind == .person
    }

    private func isOrganisation(_ mention: EntityMention) -> Bool {
        entities.all[mention.entity].kind == .organisation && !mention.possessive
    }
}

// MARK: - Words that are no verbs of speech

extension AttributionReader {
    /// `Asked why, she does not hesitate:`
    private func pronounBehindComma(_ range: Range<Int>) -> Attribution? {
        guard tokens[range.upperBound - 1].kind == .colon,
            let comma = range.last(where: { tokens[$0].kind == .comma }), comma + 1 < range.upperBound
        else { return nil }
        return pronoun(at: comma + 1)
    }

    /// What stands before a colon without a person's name or a verb of speech that has a subject: `She has a theory:`,
    /// `Contoso kept it short:`, `Et d'ajouter :`, `His verdict:`.
    private func introduction(_ range: Range<Int>) -> Attribution? {
        let first = range.lowerBound
        if let pronoun = pronoun(at: first) { return pronoun }
        let mentions = entities.mentions(in: range)
        if let company = mentions.first, isOrganisation(company), company.tokens.lowerBound <= first + 1 {
            return named(company, "quote.speaker.company")
        }
        guard mentions.isEmpty,
            lexicon.isAgain(tokens[first]) || range.contains(where: { isWordOfSpeech(tokens[$0]) })
        else { return nil }
        return Attribution(speaker: .meant, tokens: range.dropLast(), rule: "quote.speaker.previous")
    }

    private func isWordOfSpeech(_ token: Token) -> Bool { lexicon.isInfinitive(token) || lexicon.isNoun(token) }

    /// Whether somebody starts to speak once more in some words: `Et de nuancer :`.
    func holdsInfinitive(_ range: Range<Int>) -> Bool { range.contains { lexicon.isInfinitive(tokens[$0]) } }

    /// Whether words before a colon speak of somebody else, or of another time: `; her colleague X likes it:`, `and later:`.
    func turns(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        let people = entities.mentions(in: range).filter { isPerson($0) }
        return lexicon.isAgain(tokens[last]) || Set(people.map(\.entity)).count > 1
    }

    /// `… is her only comment`, `… : tel est le verdict de X`.
    private func words(of range: Range<Int>) -> Attribution? {
        guard let noun = range.first(where: { lexicon.isNoun(tokens[$0]) }) else { return nil }
        for at in stride(from: noun - 1, through: max(range.lowerBound, noun - 2), by: -1) {
            guard let hit = document.hit(at: at, .pronoun) else { continue }
            let pronoun = lexicon.pronoun(hit)
            guard pronoun.use == .personPossessive else { continue }
            return Attribution(speaker: .pronoun(pronoun.gender), tokens: hit.tokens, rule: "quote.speaker.pronoun")
        }
        let people = entities.mentions(in: range).filter { isPerson($0) }
        guard people.count == 1, abs(people[0].tokens.lowerBound - noun) <= 4 else { return nil }
        return named(people[0], "quote.speaker.before")
    }

    /// Who a pronoun means that is the subject of a verb of speech: "it" a company.
    private func pronoun(at token: Int) -> Attribution? {
        guard let hit = personal(at: token), hit.end == token + 1 else { return nil }
        let gender = lexicon.pronoun(hit).gender
        guard gender == .neuter else {
            return Attribution(speaker: .pronoun(gender), tokens: hit.tokens, rule: "quote.speaker.pronoun")
        }
        let meant = mention(at: token).flatMap { isOrganisation($0) ? $0.entity : nil }
        guard let company = meant ?? topic(at: token) else {
            return Attribution(speaker: .anonymous, tokens: hit.tokens, rule: "quote.speaker.pronoun")
        }
        return Attribution(speaker: .named(company), tokens: hit.tokens, rule: "quote.speaker.company")
    }

    /// Whom the sentence of a token is about, or the one before.
    private func topic(at token: Int) -> Int? {
        let sentence = Int(tokens[token].sentence)
        guard sentence < entities.topics.count else { return nil }
        return entities.topics[sentence] ?? (sentence > 0 ? entities.topics[sentence - 1] : nil)
    }
}

// MARK: - The subject of a verb of speech

extension AttributionReader {
    /// `X said`, `X, its founder, said`, `she says`, `the company said`.
    private func subject(before verb: Int, from start: Int) -> Attribution? {
        guard verb > start else { return nil }
        let mentions = entities.mentions(in: start..<verb)
        if let person = mentions.last(where: isPerson) { return named(person, "quote.speaker.subject") }
        // "she then added"
        for word in stride(from: verb - 1, through: max(start, verb - 3), by: -1) {
            guard tokens[word].kind == .word else { break }
            if let pronoun = pronoun(at: word) { return pronoun }
        }
        // "Contoso, which lets halls, said", "Contoso welcomed it, saying"
        if tokens[verb - 1].kind == .comma, let company = mentions.first, isOrganisation(company),
            company.tokens.lowerBound <= start + 1
        {
            return named(company, "quote.speaker.company")
        }
        if let company = mentions.last(where: isOrganisation), verb - company.tokens.upperBound <= 3 {
            // "the founder of Contoso said"
            let office = document.hits(in: start..<company.tokens.lowerBound, .function).first { _ in true }
            if let office, office.end < company.tokens.lowerBound, lexicon.isGenitive(tokens[office.end]) {
                return function(in: start..<verb)
            }
            return named(company, "quote.speaker.company")
        }
        return function(in: start..<verb)
    }

    /// `said X`, `a dit au journal sa directrice, X`, `ajoute-t-elle`.
    private func subject(behind end: Int, to limit: Int) -> Attribution? {
        var at = end
        let stop = min(limit, end + Self.reach)
        var company: EntityMention?
        var sawFunction = false
        while at < stop {
            let kind = tokens[at].kind
            if kind == .hyphen {
                if let pronoun = hyphenated(at) { return pronoun }
            } else if kind == .comma {
                if at == end, let person = personBehindAside(at, stop) {
                    return named(person, "quote.speaker.inverted")
                }
                guard sawFunction, let next = mention(at: at + 1), isPerson(next) else { break }
                return named(next, "quote.speaker.inverted")
            } else if kind == .stop, let next = mention(at: at + 1), isPerson(next), !tokens[at].spaced {
                return named(next, "quote.speaker.inverted")
            } else if kind != .word, kind != .possessive, kind != .number {
                break
            }
            if let mention = mention(at: at) {
                if isPerson(mention) {
                    // "said Smith's spokesman"
                    if isOwner(mention) { return function(in: end..<stop) }
                    return named(mention, "quote.speaker.inverted")
                }
                if isOrganisation(mention) { company = company ?? mention }
                at = mention.tokens.upperBound
                continue
            }
            if at == end, let pronoun = pronoun(at: at) { return pronoun }
            if document.hit(at: at, .function) != nil { sawFunction = true }
            at += 1
        }
        if sawFunction { return function(in: end..<at) }
        return company.map { named($0, "quote.speaker.company") }
    }

    /// `plaisante, mi-sérieux, X`: whoever is named behind a few words between commas.
    private func personBehindAside(_ comma: Int, _ stop: Int) -> EntityMention? {
        for at in comma + 1..<max(comma + 1, min(stop, comma + Self.longestAside)) {
            if tokens[at].kind == .comma { return mention(at: at + 1).flatMap { isPerson($0) ? $0 : nil } }
            guard tokens[at].kind == .word || tokens[at].kind == .hyphen, mention(at: at) == nil else { return nil }
        }
        return nil
    }

    /// The longest aside between a verb of speech and its subject, with its comma, in tokens.
    private static let longestAside = 7

    /// Whether a person is named only as the one whom somebody speaks for: "Smith's spokesman".
    private func isOwner(_ person: EntityMention) -> Bool {
        let end = person.tokens.upperBound
        guard person.possessive || end < tokens.count && tokens[end].kind == .possessive else { return false }
        let noun = tokens[min(end, tokens.count - 1)].kind == .possessive ? end + 1 : end
        return (noun..<min(tokens.count, noun + 3)).contains { document.hit(at: $0, .function) != nil }
    }

    /// A pronoun that somebody may be the subject by, no possessive.
    private func personal(at token: Int) -> Hit? {
        guard let hit = document.hit(at: token, .pronoun) else { return nil }
        switch lexicon.pronoun(hit).use {
        case .subject, .person, .nearest: return hit
        case .possessive, .personPossessive, .latter, .indirect, .former, .second: return nil
        }
    }

    /// `a-t-elle prévenu`: the pronoun inside a verb of two words.
    private func pronounWithin(_ verb: Hit) -> Attribution? {
        guard let hyphen = verb.tokens.first(where: { tokens[$0].kind == .hyphen }) else { return nil }
        return hyphenated(hyphen)
    }

    /// `-t-il`: the pronoun behind hyphens.
    private func hyphenated(_ hyphen: Int) -> Attribution? {
        var at = hyphen + 1
        while at < min(tokens.count, hyphen + 4) {
            if let pronoun = personal(at: at) {
                return Attribution(
                    speaker: .pronoun(lexicon.pronoun(pronoun).gender), tokens: pronoun.tokens,
                    rule: "quote.speaker.pronoun")
            }
            at += 1
        }
        return nil
    }

    /// A person by function alone: somebody named before behind a definite article, somebody unnamed behind another.
    private func function(in range: Range<Int>) -> Attribution? {
        guard let hit = document.hits(in: range, .function).first(where: { _ in true }) else { return nil }
        let isDefinite = hit.first > range.lowerBound && lexicon.isDefinite(tokens[hit.first - 1])
        return Attribution(
            speaker: isDefinite ? .meant : .anonymous, tokens: hit.tokens, rule: "quote.speaker.function")
    }

    /// `, esquive X`: a name close behind the comma, with a verb that no table has.
    private func invertedName(_ range: Range<Int>) -> Attribution? {
        let limit = min(range.upperBound, range.lowerBound + 9)
        for at in range.lowerBound..<limit {
            if let mention = mention(at: at) {
                guard at > range.lowerBound, isPerson(mention) else { return nil }
                return named(mention, "quote.speaker.inverted")
            }
            guard tokens[at].kind == .word || tokens[at].kind == .hyphen else { return nil }
        }
        return nil
    }

    private func mention(at token: Int) -> EntityMention? {
        let index = entities.mentionIndex(from: token)
        guard index < entities.mentions.count, entities.mentions[index].tokens.lowerBound == token else { return nil }
        return entities.mentions[index]
    }

    private func named(_ mention: EntityMention, _ rule: String) -> Attribution {
        Attribution(speaker: .named(mention.entity), tokens: mention.tokens, rule: rule)
    }
}
