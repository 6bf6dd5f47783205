/// Who a text is speaking of while it is read from front to back.
struct Salience {
    let document: Document
    let cues: [NameCues]
    /// The organisation or person that the sentence before was about.
    private var previous: Int?
    /// The paragraph of the sentence before.
    private var previousParagraph: Int32 = -1
    /// The organisation or person that this sentence is about, once it was named.
    private var current: Int?
    /// Organisations in the order of their last mention, the latest at the end.
    private var recent: [Int] = []
    /// The last mention that was seen, by index.
    private var seen = 0

    init(document: Document, cues: [NameCues]) {
        self.document = document
        self.cues = cues
    }

    /// How many organisations are remembered.
    private static let memory = 24

    mutating func begin(_ sentence: Range<Int>, _ entities: Entities) {
        current = nil
        seen = entities.mentionIndex(from: sentence.lowerBound)
    }

    /// Takes note of the mentions that begin before a token.
    mutating func advance(to token: Int, _ entities: Entities) {
        while seen < entities.mentions.count, entities.mentions[seen].tokens.lowerBound < token {
            note(entities.mentions[seen], entities)
            seen += 1
        }
    }

    private mutating func note(_ mention: EntityMention, _ entities: Entities) {
        let kind = entities.all[mention.entity].kind
        guard kind == .organisation || kind == .person else { return }
        if current == nil, isSubject(mention) { current = mention.entity }
        if kind == .organisation { remember(mention.entity) }
    }

    /// Takes note of a reference.
    mutating func note(_ reference: EntityMention) {
        if current == nil, !reference.possessive { current = reference.entity }
        remember(reference.entity)
    }

    private mutating func remember(_ entity: Int) {
        recent.removeAll { $0 == entity }
        recent.append(entity)
        if recent.count > Self.memory { recent.removeFirst() }
    }

    mutating func end(_ sentence: Range<Int>, _ entities: Entities) {
        advance(to: sentence.upperBound, entities)
        previous = current
        previousParagraph = document.tokens[sentence.lowerBound].paragraph
    }

    /// Whether a mention may be what its sentence is about: no preposition governs it, and nothing but small words
    /// or an introduction up to a comma stands before it.
    private func isSubject(_ mention: EntityMention) -> Bool {
        guard !mention.possessive, !document.tokens[mention.tokens.lowerBound].flags.contains(.quoted) else { return false }
        let sentence = document.sentence(of: mention.tokens.lowerBound)
        var at = mention.tokens.lowerBound - 1
        while at >= sentence.lowerBound {
            let token = document.tokens[at]
            if token.kind == .comma || token.kind == .colon || token.kind == .dash { return true }
            if token.kind == .word, cues[at].contains(.objectPrep) || cues[at].contains(.locative) { return false }
            if token.kind == .word, cues[at].contains(.actVerb) { return false }
            at -= 1
        }
        return true
    }

    /// Whom a pronoun at a token means: the organisation that the sentence is about, else the one of the sentence
    /// before; nobody where a person stands between.
    func subject(for token: Int, _ entities: Entities) -> Int? {
        let candidate = current ?? (document.tokens[token].paragraph == previousParagraph ? previous : nil)
        guard let candidate, entities.all[candidate].kind == .organisation else { return nil }
        return candidate
    }

    /// Whom a common noun means: of those that it fits, whom the text is about, else the one named last.
    func antecedent(
        noun: CompanyNoun, country: String?, at token: Int, lexicon: EntityLexicon, entities: Entities
    ) -> Int? {
        let fitting = recent.reversed().filter {
            fits($0, noun: noun, country: country, lexicon: lexicon, entities: entities)
        }
        let sure = fitting.filter { isSure($0, noun: noun, country: country, lexicon: lexicon, entities: entities) }
        if let only = sure.first, Set(sure).count == 1 { return only }
        let candidates = sure.isEmpty ? fitting : sure
        if let current, isClauseBreak(before: token), candidates.contains(current) { return current }
        if let previous, previous != current, candidates.contains(previous) { return previous }
        if current == nil || isClauseBreak(before: token) { return sure.isEmpty && noun.sort != "company" && noun.sort != "startup" ? nil : candidates.first }
        return sure.first { $0 != current }
    }

    /// Whether a new clause may have begun since what the sentence is about was named.
    private func isClauseBreak(before token: Int) -> Bool {
        let sentence = document.sentence(of: token)
        return (sentence.lowerBound..<token).contains { index in
            document.tokens[index].kind == .comma || cues[index].contains(.who) || cues[index].contains(.conjunction)
                || document.hit(at: index, .speech) != nil
        }
    }

    private func fits(
        _ entity: Int, noun: CompanyNoun, country: String?, lexicon: EntityLexicon, entities: Entities
    ) -> Bool {
        let entity = entities.all[entity]
        if let sort = entity.sort, sort != "company", !lexicon.may(noun.sort, mean: sort) { return false }
        if let country, let row = entity.catalogueRow, let own = lexicon.companies[row].country { return own == country }
        return true
    }

    /// Whether the noun tells more than "company", and the company is known to be of that sort or country.
    private func isSure(
        _ entity: Int, noun: CompanyNoun, country: String?, lexicon: EntityLexicon, entities: Entities
    ) -> Bool {
        let entity = entities.all[entity]
        let isGeneric = noun.sort == "company" || noun.sort == "startup"
        if let country, let row = entity.catalogueRow, lexicon.companies[row].country == country { return true }
        guard let sort = entity.sort, !isGeneric else { return false }
        return lexicon.may(noun.sort, mean: sort)
    }
}
