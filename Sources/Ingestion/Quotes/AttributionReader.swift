/// Reads who speaks from the words around a quotation.
struct AttributionReader {
    let document: Document
    let entities: Entities
    let lexicon: SpeechLexicon

    private var tokens: [Token] { document.tokens }

    /// How far behind a verb of speech its subject is looked for, in tokens.
    private static let reach = 16

    /// Reads `, said X`, `X said`, `poursuit-elle` in the words behind a quotation.
    func behind(_ range: Range<Int>) -> Attribution? {
        var at = range.lowerBound
        let begins = at < range.upperBound ? tokens[at].kind : .stop
        if begins == .comma || begins == .dash { at += 1 }
        guard at < range.upperBound else { return nil }
        if let verb = firstVerb(in: at..<range.upperBound) {
            if let subject = subject(before: verb.first, from: at), verb.first - at <= Self.longestSubject {
                return subject
            }
            if verb.first - at <= 3, let subject = subject(behind: verb.end, to: range.upperBound) { return subject }
            if verb.first - at <= 3 { return nil }
        }
        return begins == .comma ? invertedName(at..<range.upperBound) : nil
    }

    /// The longest subject with its appositions, in tokens.
    private static let longestSubject = 40

    /// Reads `X said:`, `According to X,`, `X is blunt:` in the words of the sentence before a quotation.
    func before(_ range: Range<Int>) -> Attribution? {
        guard !range.isEmpty else { return nil }
        if let verb = lastVerb(in: range) {
            if lexicon.use(verb) == .source { return subject(behind: verb.end, to: range.upperBound) }
            if let subject = subject(before: verb.first, from: range.lowerBound) { return subject }
            if let subject = subject(behind: verb.end, to: range.upperBound) { return subject }
        }
        let people = entities.mentions(in: range).filter { isPerson($0) }
        guard Set(people.map(\.entity)).count == 1, let person = people.first else { return nil }
        return Attribution(speaker: .named(person.entity), tokens: person.tokens, rule: "quote.speaker.before")
    }

    /// How many verbs of speech stand in a range.
    func verbCount(in range: Range<Int>) -> Int {
        document.hits(in: range, .speech).reduce(0) { count, _ in count + 1 }
    }

    func firstVerb(in range: Range<Int>) -> Hit? {
        document.hits(in: range, .speech).first { !isNamePart($0) }
    }

    private func lastVerb(in range: Range<Int>) -> Hit? {
        var last: Hit?
        for hit in document.hits(in: range, .speech) where !isNamePart(hit) { last = hit }
        return last
    }

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

// MARK: - The subject of a verb of speech

extension AttributionReader {
    /// `X said`, `X, its founder, said`, `she says`, `the company said`.
    private func subject(before verb: Int, from start: Int) -> Attribution? {
        guard verb > start else { return nil }
        let mentions = entities.mentions(in: start..<verb)
        if let person = mentions.last(where: isPerson) { return named(person, "quote.speaker.subject") }
        let word = verb - 1
        if let pronoun = personal(at: word), pronoun.end == verb {
            return Attribution(
                speaker: .pronoun(lexicon.pronoun(pronoun).gender), tokens: word..<verb,
                rule: "quote.speaker.pronoun")
        }
        if let company = mentions.last(where: isOrganisation), verb - company.tokens.upperBound <= 3 {
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
                guard sawFunction, let next = mention(at: at + 1), isPerson(next) else { break }
                return named(next, "quote.speaker.inverted")
            } else if kind == .stop, let next = mention(at: at + 1), isPerson(next), !tokens[at].spaced {
                return named(next, "quote.speaker.inverted")
            } else if kind != .word, kind != .possessive, kind != .number {
                break
            }
            if let mention = mention(at: at) {
                if isPerson(mention) { return named(mention, "quote.speaker.inverted") }
                if isOrganisation(mention) { company = company ?? mention }
                at = mention.tokens.upperBound
                continue
            }
            if at == end, let pronoun = personal(at: at) {
                return Attribution(
                    speaker: .pronoun(lexicon.pronoun(pronoun).gender), tokens: pronoun.tokens,
                    rule: "quote.speaker.pronoun")
            }
            if document.hit(at: at, .function) != nil { sawFunction = true }
            at += 1
        }
        if sawFunction { return function(in: end..<at) }
        return company.map { named($0, "quote.speaker.company") }
    }

    /// A pronoun that somebody may be the subject by, no possessive.
    private func personal(at token: Int) -> Hit? {
        guard let hit = document.hit(at: token, .pronoun) else { return nil }
        switch lexicon.pronoun(hit).use {
        case .subject, .person: return hit
        case .possessive, .personPossessive, .latter, .nearest, .indirect, .former, .second: return nil
        }
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
