/// Ties that nouns state: "A, a rival of B", "its unit A", "among its clients are A and C", "A's stake in B".
extension RelationSentence {
    func nounMatches(_ cue: RelationCue, _ place: Range<Int>, _ number: RelationCue.Number) -> [RelationMatch] {
        if let told = frontedMatches(place) ?? castMatches(place, number) ?? regardedMatches(place) { return told }
        var after = complements(after: place, cue.prepositions, Self.apposition + 4)
        // "A, a subsidiary of B, the emirate's C and D": one parent, and the list goes on.
        if cue.predicate == .subsidiaryOf, !cue.isInverse, !cue.prepositions.contains(.with), after.count > 1,
            isComma(after[0].tokens.upperBound)
        {
            after = [after[0]]
        }
        if after.isEmpty { after = sharedComplements(place) }
        if after.isEmpty, cue.predicate == .subsidiaryOf, cue.prepositions.contains(.with),
            let joint = jointMatches(place, number)
        {
            return joint
        }
        if let owner = owner(before: place, number) {
            let owned = owned(cue, place, by: owner, number)
            // "A, its joint venture with B".
            guard cue.prepositions.contains(.with), cue.predicate == .subsidiaryOf, let bearer = owned.first?.bearer
            else { return owned }
            return owned + pairs([bearer], complements(after: place, [.with], 2))
        }
        if !after.isEmpty { return governing(cue, place, after, number) }
        if let whose = whoseMatches(place, number).nonEmpty { return whose }
        return bareMatches(cue, place, number)
    }

    /// "a shareholder as well as a supplier of B", "l'actionnaire et le client de B": what the next of two nouns takes.
    private func sharedComplements(_ place: Range<Int>) -> [EntityMention] {
        guard place.upperBound < tokens.upperBound, word(at: place.upperBound) == .and,
            let next = cues.first(where: { $0.lowerBound > place.upperBound }),
            next.lowerBound - place.upperBound <= Self.apposition,
            (place.upperBound + 1..<next.lowerBound).allSatisfy({
                isFiller($0) && word(at: $0) != .own || word(at: $0) == .and
            })
        else { return [] }
        return complements(after: next, [.of, .to], Self.apposition)
    }

    /// "A's partnership with B", "its stake in B", "A is at the heart of partnerships with B, C and D".
    func bondMatches(_ cue: RelationCue, _ place: Range<Int>, _ number: RelationCue.Number) -> [RelationMatch] {
        let after = complements(after: place, cue.prepositions, Self.reach)
        guard !after.isEmpty else {
            return cue.predicate == .competitorOf ? announcedMatches(place) ?? [] : []
        }
        if let owner = owner(before: place, of: after) { return pairs([owner.mention], after) }
        // "A, the fund with stakes in B and C".
        if cue.predicate == .investorIn, let with = lastWord(.with, before: place.lowerBound, within: 3),
            (with + 1..<place.lowerBound).allSatisfy(isFiller), let bearer = bearer(before: with, .singular)
        {
            return pairs(bearer, after)
        }
        // A new tie, "a partnership with", is news: the deals tell it.
        guard number == .plural, let subject = subjects(before: place).nonEmpty else { return [] }
        return pairs(subject, after)
    }

    /// "B compte A à son capital", "B counts A on its share register"; "A est au capital".
    func capitalMatches(_ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch] {
        if let owner = owner(before: place), let named = counted(before: owner.start, isCapital: true) {
            return pairs(named, [owner.mention])
        }
        return spreadMatches(place) ?? statedMatches(cue, place, .singular) ?? []
    }

    // MARK: - Shapes

    /// "Among its clients B counts A and C": the owner stands behind.
    private func frontedMatches(_ place: Range<Int>) -> [RelationMatch]? {
        guard let own = lastWord(.own, before: place.lowerBound, within: Self.apposition), word(at: own - 1) == .among,
            let name = first(from: place.upperBound), name.tokens.lowerBound - place.upperBound <= 1,
            name.tokens.upperBound < tokens.upperBound, word(at: name.tokens.upperBound) == .include
        else { return nil }
        return pairs(list(from: name.tokens.upperBound, within: 3, .singular), [name])
    }

    /// "its subsidiary A" · "B's rival A" · "its shareholders include A and C" · "A, its largest backer" · "counts A
    /// among its clients" · "A, both its backers and its suppliers".
    private func owned(
        _ cue: RelationCue, _ place: Range<Int>, by owner: Owner, _ number: RelationCue.Number
    ) -> [RelationMatch] {
        if let bearer = counted(before: owner.start) {
            let known = Set(bearer.map(\.entity))
            let subject = known.contains(owner.mention.entity) ? meant(by: owner.start, not: known) : owner.mention
            return subject.map { pairs(bearer, [$0]) } ?? []
        }
        let named = list(from: place.upperBound, within: 4, number)
        // "A counts among its clients the hosts B and C".
        if !named.isEmpty, let subject = counter(before: owner.start) { return pairs(named, [subject]) }
        // "whose unit A counts two ministers among its owners": nobody that has a record.
        if named.isEmpty, word(at: owner.start - 1) == .among, word(at: owner.start - 2) != .include,
            lastWord(.include, before: owner.start - 1, within: Self.apposition) != nil
        {
            return []
        }
        // "but its subsidiary A": the name belongs to the noun, whatever stands before.
        let isDirect = named.first.map { name in
            (place.upperBound..<name.tokens.lowerBound).allSatisfy { word(at: $0) == nil && kind(at: $0) == .word }
        }
        // "a customer of A's chip unit": nobody is that unit.
        let isPart = number == .singular && word(at: owner.start - 1) == .of
        if isDirect != true, !isPart, let bearer = bearer(before: owner.start, number),
            bearer.contains(where: { $0.entity != owner.mention.entity })
        {
            return pairs(bearer, [owner.mention])
        }
        // "A, the French group's rival": not A's own.
        if isDirect != true, owner.mention.form == .nominal, let bearer = bearer(before: owner.start, number),
            let other = another(meantBy: owner.mention, not: Set(bearer.map(\.entity)))
        {
            return pairs(bearer, [other])
        }
        if named.isEmpty, number == .singular, let spoken = spoken(cue, place, of: owner) {
            return pairs([spoken], [owner.mention])
        }
        return pairs(number == .plural ? named : Array(named.prefix(1)), [owner.mention])
    }

    /// Whether nothing follows that a noun could take or that could explain it: a verb, a stop, a new clause.
    func isFree(_ token: Int) -> Bool {
        guard token < tokens.upperBound else { return true }
        if first(from: token)?.tokens.lowerBound == token { return false }
        if isComma(token) {
            return first(from: token).map { $0.tokens.lowerBound > token + 2 } ?? true
        }
        return kind(at: token) == .stop || kind(at: token) == .colon
            || kind(at: token) == .word
                && word(at: token).map { !$0.isPreposition && $0 != .and && $0 != .whose } ?? true
    }

    /// "A, a rival of B" · "A is the largest client of B" · "a rival of B, A announced" · "A and C are among the clients
    /// of B" · "among the clients of B are A and C".
    private func governing(
        _ cue: RelationCue, _ place: Range<Int>, _ after: [EntityMention], _ number: RelationCue.Number
    ) -> [RelationMatch] {
        if let bearer = bearer(before: place.lowerBound, number) { return pairs(bearer, after) }
        // "this rival of B": somebody named before.
        if word(at: place.lowerBound - 1) == .this, let topic = topic(at: place, not: Set(after.map(\.entity))) {
            return pairs([topic], after)
        }
        guard let end = after.last?.tokens.upperBound else { return [] }
        // "Le concurrent de B se tait", "The supplier to B said": whom the text speaks of.
        if number == .singular, place.lowerBound - tokens.lowerBound <= 2, isDefinite(tokens.lowerBound), isFree(end),
            end < tokens.upperBound, kind(at: end) == .word, word(at: end) != .copula,
            !(cue.predicate == .subsidiaryOf && cue.isInverse),
            let topic = speaker(at: place, of: cue, not: Set(after.map(\.entity)))
        {
            return pairs([topic], after)
        }
        // "Filiale de B, elle …": the subject is a small word.
        if end + 1 < tokens.upperBound, isComma(end), word(at: end + 1) == .it, opensClause(place),
            let subject = meant(by: end + 1, not: Set(after.map(\.entity)))
        {
            return pairs([subject], after)
        }
        let behind = list(from: end, within: 3, number)
        // Only a phrase that opens its clause speaks of the name behind it.
        guard end < tokens.upperBound, opensClause(place) || word(at: end) == .copula else { return [] }
        return pairs(number == .plural ? behind : Array(behind.prefix(1)), after)
    }

    /// "B, whose main shareholder is A"; "B, dont A est actionnaire".
    private func whoseMatches(_ place: Range<Int>, _ number: RelationCue.Number) -> [RelationMatch] {
        guard let whose = lastWord(.whose, before: place.lowerBound, within: Self.reach),
            let before = last(before: whose),
            let owner = before.form != .nominal && whose - before.tokens.upperBound <= 3
                ? before : antecedent(before, whose)
        else { return [] }
        let named = list(from: place.upperBound, within: 3, number)
        if !named.isEmpty { return pairs(number == .plural ? named : Array(named.prefix(1)), [owner]) }
        guard (whose..<place.lowerBound).contains(where: { word(at: $0) == .copula }) else { return [] }
        let between = mentions.filter { $0.tokens.lowerBound > whose && $0.tokens.upperBound <= place.lowerBound }
        if !between.isEmpty { return pairs(between, [owner]) }
        guard let it = (whose..<place.lowerBound).first(where: { word(at: $0) == .it }),
            let subject = meant(by: it, not: [owner.entity])
        else { return [] }
        return pairs([subject], [owner])
    }

    /// "a larger rival, A" · "the rival A" · "A and C, the other large shareholders": with nothing that says whose, the
    /// noun belongs to the nearest company before it, else to the topic.
    private func bareMatches(
        _ cue: RelationCue, _ place: Range<Int>, _ number: RelationCue.Number
    ) -> [RelationMatch] {
        if number == .singular, cue.predicate != .competitorOf, let told = explainedMatches(place, cue) { return told }
        guard !takesUnknown(cue, place.upperBound) else { return [] }
        let rivals: RelationCue.Number? =
            cue.predicate != .competitorOf ? nil : number == .plural && isCounted(place) ? .plural : .singular
        if let stated = statedMatches(cue, place, number) ?? countedMatches(place, number) { return stated }
        if cue.predicate == .subsidiaryOf, cue.isInverse, let parent = parentMatches(place) { return parent }
        guard cue.predicate != .subsidiaryOf || number == .plural else { return [] }
        let shared = lastWord(.among, before: place.lowerBound, within: 3)
        // "Among these clients are A and B".
        if let shared, shared - tokens.lowerBound <= 1, number == .plural,
            isDefinite(shared + 1) || word(at: place.lowerBound - 1) == .this
        {
            let named = list(from: place.upperBound, within: 3, number)
            return named.isEmpty ? [] : ofSubject(named, before: place, isMain: true) ?? []
        }
        if let shared, let named = last(before: shared), named.tokens.upperBound == shared {
            return bare(
                coordinated(endingWith: named), from: named.tokens.lowerBound, isSymmetric: cue.predicate.isSymmetric,
                rivals: rivals)
        }
        // "A, a host": what a provider is, it is for anybody.
        guard shared == nil, cue.predicate != .subsidiaryOf, cue.predicate != .supplierTo else { return [] }
        if let bearer = bearer(before: place.lowerBound, number), let name = bearer.first, let last = bearer.last,
            isComma(last.tokens.upperBound), last.tokens.upperBound + Self.reach >= place.lowerBound,
            (last.tokens.upperBound + 1..<place.lowerBound).allSatisfy({ isFiller($0) || word(at: $0) == .and })
        {
            let known = Set(bearer.map(\.entity))
            if let meant = candidate(behind: place.upperBound, not: known) { return pairs(bearer, [meant]) }
            return bare(
                bearer, from: name.tokens.lowerBound, opensBehind: cue.isTrade ? nil : place.upperBound,
                isSymmetric: cue.predicate.isSymmetric, rivals: rivals)
        }
        // "A and rival B said".
        if cue.predicate.isSymmetric, word(at: place.lowerBound - 1) == .and,
            let before = last(before: place.lowerBound),
            before.tokens.upperBound == place.lowerBound - 1, let name = first(from: place.upperBound),
            name.tokens.lowerBound == place.upperBound, name.form == .name
        {
            return pairs([name], [before])
        }
        if number == .plural,
            let listed = exampleMatches(place) ?? (cue.predicate.isSymmetric ? announcedMatches(place) : nil)
        {
            return listed
        }
        guard cue.predicate.isSymmetric else { return [] }
        let named = list(from: place.upperBound, within: 3, number)
        guard let name = named.first, !(place.upperBound..<name.tokens.lowerBound).contains(where: isLooseWord) else {
            return []
        }
        return bare(number == .plural ? named : [name], from: place.lowerBound, isSymmetric: true, rivals: rivals)
    }

    /// Gives names without an owner the nearest company: before them in the sentence, else the topic.
    private func bare(
        _ bearers: [EntityMention], from start: Int, opensBehind end: Int? = nil, isSymmetric: Bool,
        rivals: RelationCue.Number? = nil
    ) -> [RelationMatch] {
        let known = Set(bearers.map(\.entity))
        let before = mentions.last { mention in
            mention.tokens.upperBound <= start && !known.contains(mention.entity)
                && !(mention.tokens.upperBound..<start).contains(where: isStop)
        }
        // "talk that A, a rival, might bid, said B's chief executive": where nobody stands before, B does behind.
        let behind = end.flatMap { end in
            mentions.first { mention in
                mention.tokens.lowerBound >= end && !known.contains(mention.entity) && !isGoverned(mention)
                    && mention.form == .name
                    && !(end..<mention.tokens.lowerBound).contains(where: isStop)
            }
        }
        // "A, a subsidiary of B and a rival": A.
        let head = before.flatMap { word(at: $0.tokens.upperBound) == .and ? described(by: $0) : nil }
        let main =
            !isSymmetric
            ? nil
            : topics.main.flatMap { known.contains($0) || !topics.isKnown($0) ? nil : $0 }
                .map { EntityMention(entity: $0, tokens: start..<start + 1, form: .pronoun) }
        let owner = head ?? before ?? main ?? behind ?? topic(at: start..<start + 1, not: known, isMain: true)
        guard let rivals, let first = bearers.first else { return owner.map { pairs(bearers, [$0]) } ?? [] }
        // A rival is one of somebody in its trade.
        if let owner, topics.kinship(first.entity, owner.entity) != .foreign { return pairs(bearers, [owner]) }
        guard let rival = topics.rival(of: first.entity, not: known) else {
            return rivals == .plural
                ? pairs([first], Array(bearers.dropFirst())) : owner.map { pairs(bearers, [$0]) } ?? []
        }
        return pairs(bearers, [mention(of: rival, at: start..<start + 1)])
    }

    // MARK: - Places
    /// "counts A among its clients", "compte A parmi ses clients", "has in A its largest client": the names that end
    /// where the phrase begins.
    ///
    /// - Parameter isCapital: Whether the noun is one for what shareholders are in: "compte A à son capital".
    private func counted(before start: Int, isCapital: Bool = false) -> [EntityMention]? {
        var end = start
        let link = end > tokens.lowerBound ? word(at: end - 1) : nil
        let isAmong = link == .among || isCapital && (link.map { [.to, .on, .of, .at].contains($0) } ?? false)
        if isAmong { end -= 1 }
        guard let named = last(before: end), named.tokens.upperBound == end else { return nil }
        if isAmong { return named.possessive ? nil : coordinated(endingWith: named) }
        return isGoverned(named) && !named.possessive ? [named] : nil
    }

    /// Whether only a copula and small words stand between a name and a place: "A is its …".
    func isJoined(_ mention: EntityMention, to index: Int) -> Bool {
        let gap = mention.tokens.upperBound..<index
        // "A is at the same time one of its shareholders".
        return gap.count <= Self.apposition + 3 && gap.contains { word(at: $0) == .copula }
            && (gap.count <= Self.apposition || gap.allSatisfy { kind(at: $0) == .word && word(at: $0) != .at })
            || gap.count <= Self.apposition && gap.contains { word(at: $0) == .which }
    }

    /// The names that begin within some tokens, or behind words that lead to them: "include", "are", "such as".
    func list(from index: Int, within: Int, _ number: RelationCue.Number) -> [EntityMention] {
        guard let first = first(from: index), !first.possessive else { return [] }
        let gap = index..<first.tokens.lowerBound
        let leads = gap.contains { word(at: $0) == .include || word(at: $0) == .copula || word(at: $0) == .among }
        // "its owner, the maker of cables A": the comma leads to whoever is meant.
        let explains = isComma(index) && word(at: index + 1) == .determiner && !gap.dropFirst().contains(where: isComma)
        guard gap.count <= (leads ? within + 5 : explains ? within + 3 : within) else { return [] }
        guard leads || !isVerb(at: index, before: first, number) else { return [] }
        // "its motors come from B": another verb has the name.
        guard
            leads
                || !cues.contains(where: {
                    gap.contains($0.lowerBound) && $0.lowerBound > index && word(at: $0.lowerBound - 1) != .determiner
                })
        else { return [] }
        let passes = gap.allSatisfy { token in
            isFiller(token) || isComma(token) || kind(at: token) == .colon || leads && word(at: token) == .at
                || (word(at: token).map { [.include, .copula, .which, .among].contains($0) } ?? false)
        }
        guard passes else { return [] }
        let isListed = gap.contains { word(at: $0) == .include || word(at: $0) == .copula }
        return isListed && number == .plural ? apposed(startingWith: first) : coordinated(startingWith: first)
    }

    /// Whether the word behind a noun is rather its verb than an adjective: "its shareholders rejected B", but "its rival,
    /// B", "its subsidiary the insurer B", "son concurrent milanais B".
    private func isVerb(at token: Int, before name: EntityMention, _ number: RelationCue.Number) -> Bool {
        guard token < name.tokens.lowerBound, kind(at: token) == .word, word(at: token) == nil,
            document.hit(at: token, .companyNoun) == nil, document.hit(at: token, .place) == nil
        else { return false }
        return number == .plural || document.hit(at: token, .trigger) != nil || document.hit(at: token, .speech) != nil
            || document.hit(at: token, .relation)?.end == name.tokens.lowerBound
    }

    /// A word that is no plain adjective: behind a noun without owner it means that the name is something else's.
    private func isLooseWord(_ token: Int) -> Bool {
        // "A rival, Sweden's B, left".
        if kind(at: token) == .possessive { return document.hit(at: token - 1, .place) == nil }
        return kind(at: token) != .comma && kind(at: token) != .word || word(at: token) == .of
            || word(at: token) == .own
    }

    /// Whether nothing but determiners and adjectives stands between the beginning of the clause and a place.
    private func opensClause(_ place: Range<Int>) -> Bool {
        var index = place.lowerBound - 1
        var steps = 0
        while index >= tokens.lowerBound, steps < Self.apposition {
            let kind = kind(at: index)
            if kind == .comma || kind == .colon || kind == .dash || kind == .openQuote { return true }
            guard kind == .word || kind == .number else { return false }
            index -= 1
            steps += 1
        }
        return index < tokens.lowerBound
    }
}
