/// Who a text is speaking of while it is read from front to back.
struct Salience {
    let document: Document
    let cues: [NameCues]
    /// The organisation or person that the sentence before was about.
    var previous: Int?
    /// The paragraph of the sentence before.
    var previousParagraph: Int32 = -1
    /// The organisation that a sentence was last about.
    var lastTopic: Int?
    /// The organisation that the first sentence about one was about, in this paragraph and in the one before.
    var heads: (here: Int?, before: Int?)
    /// The organisation or person that this sentence is about, once it was named.
    var current: Int?
    /// The organisation that the head of this sentence says it is about: "For X, …".
    var fronted: Int?
    /// Whom the clause before a semicolon of this sentence was about, and where it ends.
    var clause: (entity: Int, end: Int)?
    /// The organisation that a noun or pronoun which opens this sentence likely means, though that is not plain.
    var guessed: Int?
    /// The same, where it was a noun: what a pronoun behind it means.
    var named: Int?
    /// The organisation that the text was last about, plainly or likely.
    var about: Int?
    /// Whether this sentence is about several.
    var isPlural = false
    /// The relative clause last met, and whom it is about.
    var relative: (entity: Int, tokens: Range<Int>)?
    /// Whose possessive stood first in this sentence, for "its" alone.
    var owner: Int?
    /// What a feminine and a masculine noun last meant in this sentence.
    var genders = Gendered()
    /// The same for the sentence before.
    var earlierGenders = Gendered()
    /// The genders of the nouns that meant each organisation so far.
    private var nouns: [Int: [Gender]] = [:]
    /// Organisations in the order of their last mention, the latest at the end.
    private(set) var recent: [Int] = []
    /// The last mention that was seen, by index.
    private var seen = 0
    /// How each entity was named so far, by its index.
    private(set) var traces: [Trace]
    /// The organisation or person that is the subject of the last verb of this sentence that has one, or of a relative clause.
    private(set) var lastSubject: Int?
    /// How many names, nouns and pronouns of this sentence meant an organisation so far.
    private(set) var crowd = 0
    /// The token at which a person was last named.
    private(set) var lastPerson = -1

    /// How somebody was named so far.
    struct Trace {
        /// How often.
        var count: Int32 = 0
        /// Where last.
        var tokens = 0..<0
        /// Where its name stood the first two times.
        var names = (first: 0..<0, second: 0..<0)
        /// The last paragraph with a sentence about it.
        var paragraphAbout: Int32 = -1
        /// By a noun or pronoun.
        var isMeant = false
        var isPossessive = false
        var isInHeadline = false
        var isInLede = false

        /// Keeps where its name stands, of the first two times.
        mutating func keep(_ name: Range<Int>) {
            if names.first.isEmpty { names.first = name } else if names.second.isEmpty { names.second = name }
        }
    }

    /// What nouns of each gender meant.
    struct Gendered {
        private var feminine: Int?
        private var masculine: Int?

        subscript(gender: Gender) -> Int? {
            get { gender == .feminine ? feminine : gender == .masculine ? masculine : nil }
            set {
                if gender == .feminine { feminine = newValue }
                if gender == .masculine { masculine = newValue }
            }
        }
    }

    init(document: Document, cues: [NameCues], entities: Int) {
        self.document = document
        self.cues = cues
        traces = .filled(with: Trace(), count: entities)
    }

    /// How many organisations are remembered.
    private static let memory = 24

    mutating func begin(_ sentence: Range<Int>, _ entities: Entities) {
        current = nil
        fronted = nil
        clause = nil
        guessed = nil
        named = nil
        isPlural = false
        owner = nil
        lastSubject = nil
        crowd = 0
        earlierGenders = genders
        genders = Gendered()
        seen = entities.mentionIndex(from: sentence.lowerBound)
        if document.tokens[sentence.lowerBound].paragraph != previousParagraph, let head = heads.here {
            heads = (nil, head)
        }
    }

    /// "a spokesman for X", "le patron de X" at the head of a sentence.
    private func isComplement(_ mention: EntityMention) -> Bool {
        let first = mention.tokens.lowerBound
        let sentence = document.sentence(of: first)
        guard first - sentence.lowerBound <= 6, first > sentence.lowerBound, cues[first - 1].contains(.belongs) else {
            return false
        }
        return (sentence.lowerBound..<first).contains { document.hit(at: $0, .function) != nil }
    }

    /// "As for X," at the head of a sentence.
    private func isFronted(_ words: Range<Int>) -> Bool {
        let first = words.lowerBound
        let head = document.sentence(of: first).lowerBound
        return (1...Self.longestFront).contains(first - head) && cues[head].contains(.fronts)
    }

    /// How many words may stand before a name that a sentence says it is about: "du côté de".
    private static let longestFront = 3

    /// "X, which": up to the next comma the clause is about X.
    private mutating func openRelative(_ mention: EntityMention) {
        var at = mention.tokens.upperBound
        guard at + 1 < document.tokens.count else { return }
        if document.tokens[at].kind == .comma { at += 1 }
        guard cues[at].contains(.who) else { return }
        var end = at + 1
        let limit = document.sentence(of: at).upperBound
        while end < limit, document.tokens[end].kind == .word || document.tokens[end].kind == .number { end += 1 }
        relative = (mention.entity, at..<end)
    }

    /// A semicolon ends what the clause was about.
    mutating func endClause(at token: Int, _ entities: Entities) {
        guard isSemicolon(token) else { return }
        if let current {
            previous = current
            clause = (current, token)
            previousParagraph = document.tokens[token].paragraph
        }
        current = nil
        isPlural = false
        owner = nil
    }

    func isSemicolon(_ token: Int) -> Bool { document.bytes[Int(document.tokens[token].start)] == 0x3B }

    /// Takes note of the mentions that begin before a token.
    mutating func advance(to token: Int, _ entities: Entities) {
        while seen < entities.mentions.count, entities.mentions[seen].tokens.lowerBound < token {
            note(entities.mentions[seen], entities)
            seen += 1
        }
    }

    private mutating func note(_ mention: EntityMention, _ entities: Entities) {
        let kind = entities.all[mention.entity].kind
        if kind == .person { lastPerson = mention.tokens.lowerBound }
        guard kind == .organisation || kind == .person else { return }
        trace(mention)
        if current == nil, !isPlural, !mention.possessive, isSubject(mention.tokens, entities) {
            if isJoined(mention, entities) { isPlural = true } else { current = mention.entity }
        }
        if current == nil, fronted == nil, kind == .organisation, !mention.possessive, isFronted(mention.tokens) {
            fronted = mention.entity
        }
        if current == nil, owner == nil, kind == .organisation, isComplement(mention) { owner = mention.entity }
        if kind == .organisation { openRelative(mention) }
        if current == nil, owner == nil, mention.possessive, kind == .organisation { owner = mention.entity }
        if kind == .organisation { remember(mention.entity) }
    }

    /// Takes note of a reference, with the gender of its noun.
    mutating func note(_ reference: EntityMention, _ gender: Gender?, _ entities: Entities) {
        if let gender, gender != .neuter {
            genders[gender] = reference.entity
            if nouns[reference.entity]?.contains(gender) != true { nouns[reference.entity, default: []].append(gender) }
        }
        if current == nil, !isPlural, !reference.possessive, isSubject(reference.tokens, entities) {
            current = reference.entity
        }
        if current == nil, fronted == nil, !reference.possessive, isFronted(reference.tokens) {
            fronted = reference.entity
        }
        trace(reference)
        remember(reference.entity)
    }

    /// Whether a verb or a relative clause follows.
    private func actsBehind(_ end: Int) -> Bool {
        guard end + 1 < document.tokens.count else { return false }
        return startsVerb(end) || cues[document.tokens[end].kind == .comma ? end + 1 : end].contains(.who)
    }

    /// Keeps how somebody was named last.
    private mutating func trace(_ mention: EntityMention) {
        let token = document.tokens[mention.tokens.lowerBound]
        if !mention.possessive, actsBehind(mention.tokens.upperBound) { lastSubject = mention.entity }
        crowd += 1
        traces[mention.entity].count += 1
        traces[mention.entity].tokens = mention.tokens
        if mention.form == .name { traces[mention.entity].keep(mention.tokens) }
        traces[mention.entity].isMeant = mention.form == .nominal || mention.form == .pronoun
        traces[mention.entity].isPossessive = mention.possessive
        if document.isHeadline(mention.tokens.lowerBound) { traces[mention.entity].isInHeadline = true }
        if token.paragraph == 1 { traces[mention.entity].isInLede = true }
    }

    /// Takes note of a noun or pronoun of which it is not plain whom it means: whom the text was last about, else whom
    /// it is about as a whole.
    mutating func note(_ open: Reference, _ entities: Entities) {
        guard current == nil, guessed == nil, !isPlural, !open.isOwned else { return }
        guard !open.possessive, isFronted(open.tokens) || isSubject(open.tokens, entities) else { return }
        let sure = open.candidates?.filter(\.isSure) ?? []
        let likely = [about, entities.protagonist].compactMap { $0 }
        guessed = likely.first { entity in
            (sure.isEmpty ? open.candidates : sure)?.contains { $0.entity == entity } ?? true
        }
        if guessed == nil, let latest = sure.first { guessed = latest.entity }
        // Of a kind that those are not, the one named last.
        if guessed == nil, !open.isPronoun, let latest = open.candidates?.first { guessed = latest.entity }
        if !sure.isEmpty, !open.isPronoun { named = guessed }
    }

    private mutating func remember(_ entity: Int) {
        if recent.last == entity { return }
        if let place = recent.firstIndex(of: entity) { recent.remove(at: place) }
        if recent.isEmpty { recent.reserveCapacity(Self.memory + 1) }
        recent.append(entity)
        if recent.count > Self.memory { recent.removeFirst() }
    }

    mutating func end(_ sentence: Range<Int>, _ entities: Entities) {
        advance(to: sentence.upperBound, entities)
        current = current ?? (isPlural ? nil : fronted ?? carried(to: sentence.upperBound, entities))
        if current == nil, guessed == nil, !isPlural { guessed = owner }
        previous = current
        if let current { lastTopic = entities.all[current].kind == .organisation ? current : nil }
        about = topic(entities) ?? about
        if let topic = topic(entities) {
            traces[topic].paragraphAbout = document.tokens[sentence.lowerBound].paragraph
        }
        if heads.here == nil { heads.here = topic(entities) }
        previousParagraph = document.tokens[sentence.lowerBound].paragraph
    }

    /// Whom a clause before a semicolon was about, where nobody else is named behind it.
    private func carried(to end: Int, _ entities: Entities) -> Int? {
        guard let clause else { return nil }
        let others = entities.organisations(in: clause.end..<end)
        return others.allSatisfy { $0.entity == clause.entity } ? clause.entity : nil
    }

    /// The organisation that the sentence which just ended is about, plainly or likely.
    func topic(_ entities: Entities) -> Int? {
        if let previous { return entities.all[previous].kind == .organisation ? previous : nil }
        return isPlural ? nil : guessed
    }

    func startsVerb(_ index: Int) -> Bool {
        index < document.tokens.count && document.tokens[index].kind == .word
            && (cues[index].contains(.actVerb) || document.hit(at: index, .trigger) != nil
                || document.hit(at: index, .speech) != nil)
    }

    /// The organisation that was named last.
    func latest(_ entities: Entities) -> Int? {
        recent.last.flatMap { entities.all[$0].kind == .organisation ? $0 : nil }
    }

    /// Whose "its" is: of whom the sentence is about, or whose possessive began it.
    func owner(for token: Int, _ entities: Entities) -> Int? {
        if let relative, relative.tokens.contains(token) { return relative.entity }
        let candidate = current == nil ? owner ?? subject(for: token, gender: .neuter, entities) : current
        guard let candidate, entities.all[candidate].kind == .organisation else { return nil }
        guard explains(token, candidate, entities) else { return candidate }
        return previous.flatMap { $0 != candidate && entities.all[$0].kind == .organisation ? $0 : nil }
    }

    /// Whether a word right behind a name and a comma begins what is said of that name: "X, its customer".
    private func explains(_ token: Int, _ candidate: Int, _ entities: Entities) -> Bool {
        guard token > 1, document.tokens[token - 1].kind == .comma else { return false }
        let index = entities.mentionIndex(from: token) - 1
        return index >= 0 && entities.mentions[index].entity == candidate
            && entities.mentions[index].tokens.upperBound == token - 1
    }

    /// Whom a pronoun behind a preposition means: somebody else than the sentence is about.
    func other(for token: Int, _ entities: Entities) -> Int? {
        guard let previous, previous != current, document.tokens[token].paragraph == previousParagraph,
            entities.all[previous].kind == .organisation
        else { return nil }
        return previous
    }

    /// Whom a pronoun at a token means: the organisation that the sentence is about, else the one of the sentence
    /// before; nobody where a person stands between.
    func subject(for token: Int, gender: Gender, _ entities: Entities) -> Int? {
        if let relative, relative.tokens.contains(token) { return relative.entity }
        if gender != .neuter, let named = genders[gender] { return named }
        if gender == .feminine, current == nil, document.tokens[token].paragraph == previousParagraph,
            let named = earlierGenders[gender]
        {
            return named
        }
        let candidate =
            current ?? fronted ?? named ?? (document.tokens[token].paragraph == previousParagraph ? previous : nil)
        guard let candidate, entities.all[candidate].kind == .organisation else { return nil }
        if mayBe(candidate, gender) { return candidate }
        return recent.suffix(Self.nearby).last { nouns[$0]?.contains(gender) ?? false }
    }

    /// Among how many that were named last a pronoun seeks one of its gender.
    private static let nearby = 4

    /// The genders of the nouns that meant an organisation; `nil` where none did.
    func genders(of entity: Int) -> [Gender]? { nouns[entity] }

    /// Whether a pronoun of a gender may mean an organisation, as far as the nouns tell that meant it.
    private func mayBe(_ entity: Int, _ gender: Gender) -> Bool {
        guard gender != .neuter, let genders = nouns[entity] else { return true }
        return genders.contains(gender)
    }
}
