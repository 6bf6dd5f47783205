/// One sentence, as the search for ties sees it: its mentions, and the small words between them.
struct RelationSentence {
    let document: Document
    let tokens: Range<Int>
    let mentions: [EntityMention]
    /// The first company of the sentence before, of which "its" may speak.
    private let earlierSubject: EntityMention?
    private let words: [RelationWord]
    /// Sums and capacities: a verb that has one tells a deal.
    private let sizes: [Range<Int>]

    /// How many tokens a cue may stand from its complement or bearer.
    private static let reach = 14
    /// Words between a noun and the name in apposition to it ("the American start-up Lambda").
    private static let apposition = 5

    init(
        document: Document, entities: Entities, tokens: Range<Int>, words: [RelationWord], sizes: [Range<Int>]
    ) {
        self.sizes = sizes
        self.document = document
        self.tokens = tokens
        self.words = words
        mentions = entities.organisations(in: tokens)
        let index = Int(document.tokens[tokens.lowerBound].sentence)
        earlierSubject = index > 0 ? entities.organisations(in: document.sentences[index - 1]).first : nil
    }

    /// The bearers and complements of a cue that stands at some tokens of the sentence.
    func matches(of cue: RelationCue, at place: Range<Int>) -> [RelationMatch] {
        if isVoid(place) { return [] }
        return switch cue.form {
        case .noun: nounMatches(cue, place)
        case .verb: verbMatches(cue, place)
        case .participle: participleMatches(cue, place)
        }
    }

    /// Whether some tokens are part of a name or of a phrase that stands for one ("Facebook's parent").
    func isName(_ place: Range<Int>) -> Bool {
        mentions.contains { $0.tokens.overlaps(place) && $0.form != .pronoun }
    }

    // MARK: - Shapes

    /// "A competes with B" · "A, which supplies B". With a sum or a capacity it is a deal, and with a word of intention
    /// it is none yet.
    private func verbMatches(_ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch] {
        let isTrade = cue.predicate == .customerOf || cue.predicate == .supplierTo || cue.predicate == .investorIn
        if isTrade, !sizes.isEmpty || isIntended(place) { return [] }
        return pairs(subjects(before: place), complements(after: place, cue.prepositions, Self.reach))
    }

    /// "A, N of B" · "B's N A" · "A is N of B" · "its N A" · "among its N: A, B" · "B, whose N is A".
    private func nounMatches(_ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch] {
        let own = owner(before: place)
        let after = complements(after: place, cue.prepositions, Self.apposition + 1)
        if let own {
            // "its subsidiary A", "B's rival A", "its shareholders include A and C", "A, its largest backer"
            let named = list(from: place.upperBound, within: 3, through: [.include, .copula, .determiner, .which])
            if !named.isEmpty { return pairs(named, [own]) }
            if let bearer = bearer(before: ownStart(place, own)) { return pairs(bearer, [own]) }
            return []
        }
        guard !after.isEmpty else {
            let whose = whoseMatches(place)
            return whose.isEmpty && cue.predicate.isSymmetric ? bareMatches(place) : whose
        }
        if let bearer = bearer(before: place.lowerBound) { return pairs(bearer, after) }
        let behind = list(
            from: (after.last?.tokens.upperBound ?? place.upperBound), within: 3, through: [.copula, .which])
        return pairs(behind, after)
    }

    /// "B, whose main shareholder is A"; "B, dont A est actionnaire".
    private func whoseMatches(_ place: Range<Int>) -> [RelationMatch] {
        guard let whose = lastWord(.whose, before: place.lowerBound, within: Self.reach),
            let owner = mentions.last(where: { $0.tokens.upperBound <= whose && whose - $0.tokens.upperBound <= 2 })
        else { return [] }
        let named = list(from: place.upperBound, within: 3, through: [.copula, .include, .determiner])
        if !named.isEmpty { return pairs(named, [owner]) }
        let between = mentions.filter { $0.tokens.lowerBound > whose && $0.tokens.upperBound <= place.lowerBound }
        return pairs(between, [owner])
    }

    /// "B bought a stake in A, an old rival": the noun in apposition, with nothing that says whose, is the subject's.
    private func bareMatches(_ place: Range<Int>) -> [RelationMatch] {
        guard let bearer = bearer(before: place.lowerBound), bearer.count == 1, let name = bearer.first,
            document.tokens[name.tokens.upperBound].kind == .comma,
            let subject = mentions.first, subject.tokens.upperBound <= name.tokens.lowerBound
        else { return [] }
        return pairs(bearer, [subject])
    }

    /// "A, backed by B and C" · "B-backed A" · "A owned by B".
    private func participleMatches(_ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch] {
        if let before = mentions.last(where: { $0.tokens.upperBound + 1 == place.lowerBound }),
            document.tokens[place.lowerBound - 1].kind == .hyphen
        {
            return pairs(list(from: place.upperBound, within: Self.apposition, through: []), [before])
        }
        let after = complements(after: place, cue.prepositions, 4)
        guard !after.isEmpty, let bearer = bearer(before: place.lowerBound) ?? subjects(before: place).nonEmpty else {
            return []
        }
        return pairs(bearer, after)
    }

    // MARK: - Places

    /// The company that possesses the noun at a place: "B's …", "its …".
    private func owner(before place: Range<Int>) -> EntityMention? {
        if let mention = mentions.last(where: { $0.tokens.upperBound <= place.lowerBound && $0.possessive }) {
            let gap = mention.tokens.upperBound..<place.lowerBound
            if gap.count <= Self.apposition, gap.allSatisfy(isFiller) { return mention }
        }
        // "its": the subject of the sentence, which is not what the noun is in apposition to.
        guard let own = lastWord(.own, before: place.lowerBound, within: 4),
            (own..<place.lowerBound).allSatisfy(isFiller)
        else { return nil }
        let before = mentions.filter { $0.tokens.upperBound <= own && !$0.possessive }
        let opened = document.tokens[max(tokens.lowerBound, own - 1)].kind == .comma
        let others = opened ? before.dropLast() : before[...]
        return others.first { preposition(at: $0.tokens.lowerBound - 1) == nil } ?? others.first ?? earlierSubject
    }

    private func ownStart(_ place: Range<Int>, _ own: EntityMention) -> Int {
        let determiner = lastWord(.own, before: place.lowerBound, within: 4)
        return max(own.tokens.lowerBound, determiner ?? own.tokens.lowerBound)
    }

    /// Who bears a noun or participle that begins before a token: "A, the N", "A is the N", "A, one of the N".
    private func bearer(before index: Int) -> [EntityMention]? {
        guard let last = mentions.last(where: { $0.tokens.upperBound <= index }) else { return nil }
        let gap = last.tokens.upperBound..<index
        guard gap.count <= Self.reach, !gap.contains(where: isStrongStop) else { return nil }
        let opens =
            gap.first.map {
                document.tokens[$0].kind == .comma || document.tokens[$0].kind == .openBracket
                    || document.tokens[$0].kind == .dash
            } ?? false
        let copula = gap.contains { word(at: $0) == .copula || word(at: $0) == .among || word(at: $0) == .which }
        guard opens || copula || gap.count <= 1 else { return nil }
        if !copula, gap.dropFirst().contains(where: { document.tokens[$0].kind == .comma }) { return nil }
        if last.possessive { return nil }
        return copula ? coordinated(endingWith: last) : [last]
    }

    /// The subject of a verb: the company before "which", else the nearest one before the verb that no preposition
    /// governs.
    private func subjects(before place: Range<Int>) -> [EntityMention] {
        let before = mentions.filter { $0.tokens.upperBound <= place.lowerBound && !$0.possessive }
        guard let nearest = before.last else { return [] }
        let gap = nearest.tokens.upperBound..<place.lowerBound
        if gap.contains(where: isStrongStop) { return [] }
        if gap.contains(where: { word(at: $0) == .which }) || gap.count <= 2 { return coordinated(endingWith: nearest) }
        let free = before.last { mention in
            mention.tokens.lowerBound == tokens.lowerBound || preposition(at: mention.tokens.lowerBound - 1) == nil
        }
        guard let subject = free ?? before.first, place.lowerBound - subject.tokens.upperBound <= 3 * Self.reach else {
            return []
        }
        return coordinated(endingWith: subject)
    }

    /// The companies that a cue takes behind it, through one of some prepositions (none: directly).
    private func complements(
        after place: Range<Int>, _ prepositions: Set<RelationWord>, _ reach: Int
    ) -> [EntityMention] {
        let end = min(tokens.upperBound, place.upperBound + reach)
        guard let first = mentions.first(where: { $0.tokens.lowerBound >= place.upperBound }),
            first.tokens.lowerBound <= end
        else { return [] }
        let gap = place.upperBound..<first.tokens.lowerBound
        if gap.contains(where: isStrongStop) { return [] }
        if prepositions.isEmpty {
            return gap.allSatisfy(isFiller) ? coordinated(startingWith: first) : []
        }
        let governed = gap.contains { word(at: $0).map(prepositions.contains) ?? false }
        return governed ? coordinated(startingWith: first) : []
    }

    /// The names that begin within some tokens, or behind words of some kinds.
    private func list(from index: Int, within: Int, through: Set<RelationWord>) -> [EntityMention] {
        guard let first = mentions.first(where: { $0.tokens.lowerBound >= index }) else { return [] }
        let gap = index..<first.tokens.lowerBound
        let passes = gap.allSatisfy { token in
            isFiller(token) || document.tokens[token].kind == .comma || document.tokens[token].kind == .colon
                || (word(at: token).map(through.contains) ?? false)
        }
        guard passes, gap.count <= within + (gap.contains { word(at: $0) != nil } ? 4 : 0) else { return [] }
        if gap.contains(where: isStrongStop) { return [] }
        return coordinated(startingWith: first)
    }

    // MARK: - Lists of names

    private func coordinated(startingWith first: EntityMention) -> [EntityMention] {
        var found = [first]
        for mention in mentions where mention.tokens.lowerBound >= first.tokens.upperBound {
            guard let last = found.last, isLink(last.tokens.upperBound..<mention.tokens.lowerBound) else { break }
            // "A, an owner of B, and C": a comma with "and" ends what it follows, unless a list is under way.
            if found.count == 1, isCommaAnd(last.tokens.upperBound..<mention.tokens.lowerBound) { break }
            found.append(mention)
        }
        return found
    }

    private func coordinated(endingWith last: EntityMention) -> [EntityMention] {
        var found = [last]
        for mention in mentions.reversed() where mention.tokens.upperBound <= last.tokens.lowerBound {
            guard let first = found.first, isLink(mention.tokens.upperBound..<first.tokens.lowerBound) else { break }
            // "X, A is a rival": a comma alone does not join what stands before a subject.
            guard found.count > 1 || hasAnd(mention.tokens.upperBound..<first.tokens.lowerBound) else { break }
            found.insert(mention, at: 0)
        }
        return found
    }

    private func isLink(_ gap: Range<Int>) -> Bool {
        guard !gap.isEmpty, gap.count <= 4 else { return false }
        var joins = false
        for token in gap {
            if document.tokens[token].kind == .comma || word(at: token) == .and {
                joins = true
            } else if word(at: token) != .determiner && !(word(at: token).map { [.of, .with].contains($0) } ?? false) {
                return false
            }
        }
        return joins
    }

    private func isCommaAnd(_ gap: Range<Int>) -> Bool {
        hasAnd(gap) && gap.contains { document.tokens[$0].kind == .comma }
    }

    private func hasAnd(_ gap: Range<Int>) -> Bool {
        gap.contains { word(at: $0) == .and }
    }

    private func pairs(_ bearers: [EntityMention], _ complements: [EntityMention]) -> [RelationMatch] {
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

    // MARK: - Words

    private func word(at token: Int) -> RelationWord? {
        document.hit(at: token, .relationWord).map { words[$0.row] }
    }

    private func preposition(at token: Int) -> RelationWord? {
        guard token >= tokens.lowerBound, let word = word(at: token) else { return nil }
        return [.of, .by, .with, .from, .to, .on, .among].contains(word) ? word : nil
    }

    private func lastWord(_ wanted: RelationWord, before index: Int, within: Int) -> Int? {
        (max(tokens.lowerBound, index - within)..<index).last { word(at: $0) == wanted }
    }

    /// A word that may stand between a noun and what belongs to it: an adjective, a determiner, a percentage.
    private func isFiller(_ token: Int) -> Bool {
        switch document.tokens[token].kind {
        case .word: word(at: token).map { $0 == .determiner || $0 == .of || $0 == .own } ?? true
        case .number, .percent, .hyphen, .possessive: true
        default: false
        }
    }

    private func isStrongStop(_ token: Int) -> Bool {
        let kind = document.tokens[token].kind
        return kind == .colon || kind == .openQuote || kind == .straightQuote
    }

    /// Whether a word of intention governs the verb: "would supply", "agreed to buy".
    private func isIntended(_ place: Range<Int>) -> Bool {
        (max(tokens.lowerBound, place.lowerBound - 2)..<place.lowerBound).contains { word(at: $0) == .intended }
    }

    /// Whether a word before the cue makes the tie untrue: "not a partner", "its former subsidiary".
    private func isVoid(_ place: Range<Int>) -> Bool {
        (max(tokens.lowerBound, place.lowerBound - 3)..<place.lowerBound).contains { word(at: $0) == .void }
    }
}

extension Array {
    fileprivate var nonEmpty: Self? {
        isEmpty ? nil : self
    }
}
