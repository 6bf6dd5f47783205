import Model

/// One sentence, as the search for ties sees it: its mentions, and the small words between them. It never changes, and is
/// handed about as one reference.
final class RelationSentence {
    let document: Document
    let tokens: Range<Int>
    /// Companies, as names or as words that stand for one, in order.
    let mentions: [EntityMention]
    let entities: Entities
    /// The entities of the text by their row of the catalogue.
    let catalogue: EntityRows
    private let words: [RelationWord]
    let topics: RelationTopics
    /// Where the words that state ties stand.
    let cues: [Range<Int>]
    /// Sums and capacities: a trade that has one is a deal.
    private let sizes: [Range<Int>]

    /// How many tokens a cue may stand from its complement or bearer.
    static let reach = 14
    /// Words between a noun and the name in apposition to it ("the American start-up Lambda").
    static let apposition = 5

    init(
        document: Document, entities: Entities, tokens: Range<Int>, words: [RelationWord], topics: RelationTopics,
        sizes: [Range<Int>], cues: [Range<Int>], catalogue: EntityRows
    ) {
        self.catalogue = catalogue
        self.cues = cues
        self.document = document
        self.entities = entities
        self.tokens = tokens
        self.words = words
        self.topics = topics
        self.sizes = sizes
        let isWord = { (wanted: RelationWord, token: Int) in
            document.hit(at: token, .relationWord).map { words[$0.row] == wanted } ?? false
        }
        let all = Self.all(entities.organisations(in: tokens), topics, tokens).map { mention in
            var mention = mention
            let end = mention.tokens.upperBound
            if mention.form == .name, end < tokens.upperBound, Self.isPossessiveSign(end, document) {
                mention.possessive = true
            }
            return mention
        }
        mentions = all.filter { mention in
            // "A lui fournit B": the small word is no subject; its verb asks whom it means.
            if mention.form == .pronoun, isWord(.him, mention.tokens.lowerBound) { return false }
            // "de son côté": the small word means nobody.
            if mention.form == .pronoun, mention.possessive,
                let before = document.hit(at: mention.tokens.lowerBound - 1, .relationWord),
                before.end > mention.tokens.lowerBound, words[before.row] == .adverb
            {
                return false
            }
            // "Larger rivals A and B": a word that is capital because it opens the sentence.
            if mention.form == .name, mention.tokens == tokens.lowerBound..<tokens.lowerBound + 1,
                entities.all[mention.entity].catalogueRow == nil, topics.counts[mention.entity] == 1,
                cues.contains(where: { $0.lowerBound == mention.tokens.upperBound })
            {
                return false
            }
            // "B's main rival": the cue itself, whomever the phrase is known for elsewhere.
            if mention.form == .descriptor {
                let start = mention.tokens.lowerBound
                if cues.contains(mention.tokens) { return false }
                // "B, the owner of A".
                if start > tokens.lowerBound, document.tokens[start - 1].kind == .comma, isWord(.determiner, start),
                    cues.contains(start + 1..<max(start + 1, mention.tokens.upperBound))
                {
                    return false
                }
            }
            guard mention.form == .nominal, !mention.possessive else { return true }
            // "the rival", "its landlord": the cue itself; "the insurer A", "firms such as A": the name tells more.
            let end = mention.tokens.upperBound
            // "The host, whose biggest client is A", "The foundry makes": whom the text speaks of, not a host of somebody.
            if mention.tokens.lowerBound == tokens.lowerBound, Self.opensClause(end, tokens.upperBound, document) {
                return true
            }
            let leads = (end..<max(end, min(end + Self.apposition, tokens.upperBound))).contains { token in
                document.hit(at: token, .relationWord).map { words[$0.row] == .include && $0.end < token + 4 } ?? false
            }
            return !cues.contains { $0.overlaps(mention.tokens) } && !leads
                && !all.contains { name in
                    name.form == .name && (end...end + Self.apposition).contains(name.tokens.lowerBound)
                        && Self.isPhrase(end..<name.tokens.lowerBound, document) { words[$0] }
                }
        }
    }

    /// Whether a comma or a verb follows a noun, over an adjective for a place: "L'hébergeur tchadien, dont …", "The Dutch
    /// host supplies …".
    private static func opensClause(_ end: Int, _ limit: Int, _ document: Document) -> Bool {
        guard end + 1 < limit else { return false }
        let isPlace = document.tokens[end].kind == .word && document.hit(at: end, .place)?.end == end + 1
        let next = isPlace ? end + 1 : end
        if document.tokens[next].kind == .comma { return true }
        return document.tokens[next].kind == .word
            && (document.hit(at: next, .relation) != nil || document.hit(at: next, .speech) != nil)
            && document.hit(at: next, .companyNoun) == nil
    }

    /// Whether a noun with the words behind it leads to a name: "le fonds new-yorkais A", "le groupe d'assurance A".
    private static func isPhrase(_ gap: Range<Int>, _ document: Document, _ word: (Int) -> RelationWord) -> Bool {
        gap.allSatisfy { token in
            let here = document.tokens[token]
            if here.kind == .hyphen { return true }
            guard here.kind == .word, !here.flags.contains(.capitalised) else { return false }
            if let hit = document.hit(at: token, .relationWord) { return word(hit.row) == .of }
            return document.hit(at: token, .trigger) == nil && document.hit(at: token, .relation) == nil
                && document.hit(at: token, .speech) == nil
        }
    }

    /// Names, and the nouns that mean whom the text speaks of, in order.
    private static func all(
        _ named: ArraySlice<EntityMention>, _ topics: RelationTopics, _ tokens: Range<Int>
    ) -> [EntityMention] {
        var mentions: [EntityMention] = []
        mentions.reserveCapacity(named.count + topics.nouns.count)
        for mention in named { mentions.append(topics.meant(mention)) }
        for noun in topics.nouns where tokens.contains(noun.tokens.lowerBound) { mentions.append(noun) }
        if mentions.count > named.count { mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
        return mentions
    }

    // MARK: - Words

    func word(at token: Int) -> RelationWord? {
        guard token >= tokens.lowerBound else { return nil }
        return document.hit(at: token, .relationWord).map { words[$0.row] }
    }

    func kind(at token: Int) -> Token.Kind {
        let kind = document.tokens[token].kind
        switch kind {
        case .closeQuote: return Self.isPossessiveSign(token, document) ? .possessive : kind
        // "7.7 per cent", "1,4 gigawatt".
        case .stop, .comma: return isDecimalSign(token) ? .number : kind
        default: return kind
        }
    }

    private func isDecimalSign(_ token: Int) -> Bool {
        guard token > tokens.lowerBound, token + 1 < tokens.upperBound else { return false }
        let (before, behind) = (document.tokens[token - 1], document.tokens[token + 1])
        return before.kind == .number && behind.kind == .number && before.end == document.tokens[token].start
            && behind.start == document.tokens[token].end
    }

    /// Whether an apostrophe behind an "s" makes a possessive: "A Industries' rival".
    private static func isPossessiveSign(_ token: Int, _ document: Document) -> Bool {
        let sign = document.tokens[token]
        guard sign.kind == .closeQuote, token > 0, token + 1 < document.tokens.count,
            document.tokens[token + 1].kind == .word, document.tokens[token - 1].end == sign.start
        else { return false }
        return document.bytes[Int(sign.start) - 1] == UInt8(ascii: "s")
            && document.bytes[Int(sign.start)] != UInt8(ascii: "\u{22}")
            && !(max(0, token - Self.reach)..<token).contains { document.tokens[$0].kind == .openQuote }
    }

    func isComma(_ token: Int) -> Bool {
        kind(at: token) == .comma
    }

    func lastWord(_ wanted: RelationWord, before index: Int, within: Int) -> Int? {
        (max(tokens.lowerBound, index - within)..<max(index, tokens.lowerBound)).last { word(at: $0) == wanted }
    }

    /// A word that may stand between a noun and what belongs to it: an adjective, a determiner, a percentage.
    func isFiller(_ token: Int) -> Bool {
        switch kind(at: token) {
        case .word:
            word(at: token).map {
                [
                    .determiner, .this, .adverb, .of, .own, .percent, .part, .most, .capital, .goods, .rest, .both,
                    .spread,
                ]
                .contains($0)
            } ?? true
        case .number, .percent, .hyphen, .possessive: true
        default: false
        }
    }

    func isStop(_ token: Int) -> Bool {
        switch kind(at: token) {
        case .colon, .openQuote, .straightQuote, .stop: true
        default: false
        }
    }

    /// Whether some tokens are part of a name or of a phrase that stands for one ("Facebook's parent").
    func isName(_ place: Range<Int>) -> Bool {
        mentions.contains { $0.tokens.overlaps(place) && ($0.form == .name || $0.form == .descriptor) }
    }

    /// Whether a sum or a capacity stands near.
    func hasSize(near place: Range<Int>) -> Bool {
        sizes.contains { size in
            if size.lowerBound >= place.upperBound {
                return size.lowerBound < place.upperBound + 2 * Self.reach
                    && !(place.upperBound..<size.lowerBound).contains(where: isStop)
            }
            // "A, once valued at 2 billion, supplies B": a comma cuts off what stands before.
            return size.upperBound + Self.reach > place.lowerBound
                && !(size.upperBound..<max(size.upperBound, place.lowerBound))
                    .contains { isComma($0) || isStop($0) }
        }
    }

    /// Whether a sum or a capacity stands anywhere in the sentence.
    var hasSizes: Bool { !sizes.isEmpty }

    /// Whether a word of intention governs the verb: "would supply", "agreed to buy".
    func isIntended(_ place: Range<Int>) -> Bool {
        (max(tokens.lowerBound, place.lowerBound - 2)..<place.lowerBound).contains { word(at: $0) == .intended }
            || word(at: place.lowerBound - 1) == .to
    }

    /// Whether a word before the cue makes the tie untrue: "not a partner", "its former subsidiary".
    func isVoid(_ place: Range<Int>) -> Bool {
        // "Until last year it was a customer of B", "A, previously a client of B".
        if let past = lastWord(.past, before: place.lowerBound, within: Self.reach / 2 + 1),
            !(past..<place.lowerBound).contains(where: { isStop($0) || word(at: $0) == .and })
        {
            return true
        }
        guard let void = lastWord(.void, before: place.lowerBound, within: 4) else { return false }
        // "n'a qu'un client, A": but one.
        return !(void..<place.lowerBound).contains {
            word(at: $0) == .which && document.hit(at: $0, .relationWord)?.form == Self.objectForm
        }
    }

    // MARK: - Mentions

    /// The last mention that ends before a token.
    func last(before index: Int) -> EntityMention? {
        mentions.last { $0.tokens.upperBound <= index }
    }

    /// The first mention that begins at a token or behind it.
    func first(from index: Int) -> EntityMention? {
        mentions.first { $0.tokens.lowerBound >= index }
    }

    /// Whether a preposition governs a mention: "with Oracle", "to the insurer Allianz".
    func isGoverned(_ mention: EntityMention) -> Bool {
        if Self.isGoverned(mention, in: document, from: tokens.lowerBound, word: { word(at: $0) }) { return true }
        // "owned by A and B": the second as the first.
        let link = mention.tokens.lowerBound - 1
        guard link > tokens.lowerBound, word(at: link) == .and, let before = last(before: link),
            before.tokens.upperBound == link
        else { return false }
        return isGoverned(before) || isGovernedList(endingWith: before)
    }

    /// "for A, B and C": whether a preposition governs the first of the names that commas join to one.
    private func isGovernedList(endingWith last: EntityMention) -> Bool {
        var head = last
        for _ in 0..<Self.reach {
            let comma = head.tokens.lowerBound - 1
            guard comma > tokens.lowerBound, isComma(comma), let before = self.last(before: comma),
                before.tokens.upperBound == comma
            else { break }
            head = before
        }
        return head.tokens != last.tokens
            && Self.isGoverned(head, in: document, from: tokens.lowerBound, word: { word(at: $0) })
    }

    static func isGoverned(
        _ mention: EntityMention, in document: Document, from start: Int, word: (Int) -> RelationWord?
    ) -> Bool {
        var index = mention.tokens.lowerBound - 1
        var steps = 0
        while index >= start, steps <= 3 {
            let here = word(index) ?? preposition(endingAt: index + 1, in: document, from: start, word: word)
            // "Pour A, …" opens a sentence about A.
            if let here, here.isPreposition { return index > start || ![.to, .from, .role].contains(here) }
            guard document.tokens[index].kind == .word,
                here.map({ [.determiner, .this, .own, .goods, .capital].contains($0) }) ?? true
            else {
                return false
            }
            // "to the Norwegian broker A".
            let isPlace = document.hit(at: index, .place) != nil
            if here == nil, document.tokens[index].flags.contains(.capitalised), !(isPlace && steps > 0) {
                return false
            }
            // "to the insurer A", but not "as part of the package A".
            if here == nil, steps == 0 {
                guard let noun = companyNoun(endingAt: index + 1, in: document, from: start) else { return false }
                // "to the venture firm A".
                steps += index - noun
                index = noun
            }
            index -= 1
            steps += 1
        }
        return false
    }

    /// The preposition of several words that ends before a token: "en compagnie de".
    private static func preposition(
        endingAt end: Int, in document: Document, from start: Int, word: (Int) -> RelationWord?
    ) -> RelationWord? {
        let first = (max(start, end - 3)..<end).first { document.hit(at: $0, .relationWord)?.end == end }
        return first.flatMap(word).flatMap { $0.isPreposition && $0 != .among ? $0 : nil }
    }

    /// Where a common noun for a company begins that ends before a token.
    private static func companyNoun(endingAt end: Int, in document: Document, from start: Int) -> Int? {
        (max(start, end - 4)..<end).first { document.hit(at: $0, .companyNoun)?.end == end }
    }

    /// The company that the text speaks of, as a mention at some tokens.
    ///
    /// - Parameter isMain: Whether only a company that the text names often is meant.
    func topic(at place: Range<Int>, not excluded: Set<Int> = [], isMain: Bool = false) -> EntityMention? {
        topics.topic(not: excluded, isMain: isMain).map {
            EntityMention(entity: $0, tokens: place, form: .pronoun)
        }
    }

    /// Whom a small word at a token means ("its", "it"): as the entity reader says, else the free subject before it in
    /// the sentence, else the topic.
    func meant(by token: Int, not excluded: Set<Int> = []) -> EntityMention? {
        if let known = mentions.first(where: { $0.tokens.lowerBound == token }), !excluded.contains(known.entity) {
            // Where a paragraph begins, whom the article is about.
            let isFirst = !mentions.contains { $0.tokens.upperBound <= token && !excluded.contains($0.entity) }
            if isFirst, let whole = topics.opener, !excluded.contains(whole) {
                return EntityMention(
                    entity: whole, tokens: known.tokens, form: known.form, possessive: known.possessive)
            }
            return known
        }
        let before = mentions.filter { $0.tokens.upperBound <= token && !excluded.contains($0.entity) }
        if let free = before.first(where: { !$0.possessive && !isGoverned($0) }) {
            // "A and B hold the shares, and C is its rival": of several, none.
            let several = coordinated(startingWith: free).count > 1
            return several ? topic(at: token..<token + 1, not: excluded) ?? free : free
        }
        // "It is backed by B, and its chips", but "Backed by B, it sells".
        let opened = before.last.map { $0.tokens.upperBound == token - 1 && isComma(token - 1) } ?? false
        let opensClause = word(at: token) == .it && word(at: token - 1) == .and
        if !opened, !opensClause, let agent = before.last(where: { word(at: $0.tokens.lowerBound - 1) == .by }) {
            return agent
        }
        // "A's halls come from B, of which it owns a piece".
        if let owner = before.first, owner.possessive, owner.form == .name { return owner }
        return topic(at: token..<token + 1, not: excluded) ?? before.first
    }

    func pairs(_ bearers: [EntityMention], _ complements: [EntityMention]) -> [RelationMatch] {
        bearers.flatMap { bearer in
            complements.filter { $0.entity != bearer.entity }.map { complement in
                let distance =
                    bearer.tokens.upperBound <= complement.tokens.lowerBound
                    ? complement.tokens.lowerBound - bearer.tokens.upperBound
                    : bearer.tokens.lowerBound - complement.tokens.upperBound
                return RelationMatch(
                    bearer: bearer, complement: complement,
                    isNear: distance <= Self.reach && bearer.form == .name && complement.form == .name)
            }
        }
    }
}

extension Array {
    var nonEmpty: Self? {
        isEmpty ? nil : self
    }
}
