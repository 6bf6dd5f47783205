import Model

/// Ties that verbs and participles state: "A supplies B", "B, que soutient A", "B-backed A", "made by B".
extension RelationSentence {
    /// "A competes with B" · "A, which supplies B" · "B, which A supplies". With a sum or a capacity a trade is a deal,
    /// and with a word of intention it is none yet.
    func verbMatches(_ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch] {
        if isIntended(place) || isNoun(place) || isCopula(place) { return [] }
        if let behind = invertedMatches(cue, place) { return behind }
        let isShared = cue.predicate == .subsidiaryOf && cue.prepositions == [.with]
        if let held = whoseObject(before: place) {
            // "A, the venture that B shares with C".
            let others = isShared ? complements(after: place, cue.prepositions, Self.apposition) : []
            return isShared && others.isEmpty ? [] : pairs(held.subjects + others, [held.object])
        }
        if isShared { return [] }
        let subjects = subjects(before: place)
        if cue.predicate == .customerOf, let there = thereMatches(place, cue, subjects) { return there }
        if let object = clitic(at: place, cue, subjects) { return pairs(subjects + gapped(after: place), [object]) }
        let after = complements(after: place, cue.prepositions, Self.reach)
        if after.isEmpty, cue.predicate == .supplierTo, cue.prepositions.isEmpty {
            return pairs(subjects, goodsOwner(after: place, subjects))
        }
        if after.isEmpty, cue.predicate == .supplierTo, cue.prepositions.contains(.to) {
            return dativeMatches(place, subjects)
        }
        if after.isEmpty, cue.predicate == .competitorOf, !cue.prepositions.isEmpty {
            return contestMatches(subjects, place)
        }
        // "took over B for 3 billion together with C": a deal.
        if cue.predicate == .partnerOf, isObject(before: place.lowerBound) || hasSize(near: place) { return [] }
        if cue.isTrade, let first = after.first,
            (place.upperBound..<max(place.upperBound, first.tokens.lowerBound)).contains(where: {
                word(at: $0) == .revenue
            })
        {
            return []
        }
        // "its halls belong to B": they, not it; "it belongs to B": the halls, as often as not.
        if cue.predicate == .subsidiaryOf, !cue.isInverse {
            return pairs(
                distinct(subjects, after).filter { !$0.possessive && $0.form != .pronoun },
                after.filter { !$0.possessive })
        }
        // "A and B supply the rest": of a sum.
        if cue.isTrade, opensWithRest(place.upperBound..<tokens.upperBound) { return [] }
        return pairs(distinct(subjects, after), after)
    }

    /// "lui sert d'allié": words of being, of which the cue is a part.
    private func isCopula(_ place: Range<Int>) -> Bool {
        word(at: place.lowerBound) == .copula
            && (document.hit(at: place.lowerBound, .relationWord)?.end ?? 0) > place.upperBound
    }

    /// "The company rents from B and C": it is none of those, whomever the noun was taken to mean.
    private func distinct(_ subjects: [EntityMention], _ complements: [EntityMention]) -> [EntityMention] {
        guard subjects.count == 1, subjects[0].form != .name,
            complements.contains(where: { $0.entity == subjects[0].entity && $0.form == .name })
        else { return subjects }
        return topic(at: subjects[0].tokens, not: Set(complements.map(\.entity))).map { [$0] } ?? []
    }

    /// Whether whoever stands right before a token is the object of another tie's words: "owns B together with C".
    private func isObject(before index: Int) -> Bool {
        guard let object = last(before: index), object.tokens.upperBound == index else { return false }
        return document.hits(in: tokens.lowerBound..<object.tokens.lowerBound, .relation)
            .contains { $0.tokens.upperBound == object.tokens.lowerBound }
    }

    /// "A owns B" · "B, in which A holds 38 percent" · "A has 12 percent of the stock": the cue's share tells what it is.
    func ownMatches(_ cue: RelationCue, _ place: Range<Int>) -> (matches: [RelationMatch], isWhole: Bool) {
        if isIntended(place) || isNoun(place) { return ([], false) }
        let end = min(tokens.upperBound, place.upperBound + Self.reach)
        let share = share(in: place.upperBound..<end)
        // "holds", "has": nothing without a share.
        let held = whoseObject(before: place)
        let range = place.upperBound..<end
        if !cue.prepositions.isEmpty,
            share == nil
                || held == nil && word(at: place.lowerBound - 1) != .there && !hasPercent(in: range)
                    && !isMostOfCapital(range) && !opensWithRest(range)
        {
            return ([], false)
        }
        if let held {
            // "B, which A owns together with C".
            let others = complements(after: place, [.with], Self.apposition)
            return (pairs(held.subjects + others, [held.object]), share ?? Self.whole >= Self.half)
        }
        let isThrough = lastWord(.whose, before: place.lowerBound, within: Self.apposition) != nil
        if let inverted = invertedMatches(nil, place) { return (inverted, share ?? Self.whole >= Self.half) }
        let subject = subjects(before: place)
        guard !subject.isEmpty else { return ([], false) }
        let objects =
            complements(after: place, [], Self.reach / 2).nonEmpty
            ?? complements(after: place, [.of, .at], Self.reach / 2)
        if !objects.isEmpty { return (pairs(subject, objects), !isThrough && share ?? Self.whole >= Self.half) }
        // "holds 12 percent of the stock", "own smaller stakes", "y détient 30 %": of the company that is spoken of.
        guard let share, word(at: place.lowerBound - 1) == .there || isOfCapital(place.upperBound..<end),
            let topic = topic(at: place, not: Set(subject.map(\.entity)))
        else { return ([], false) }
        // "A and B hold most of the shares": none of them alone.
        return (pairs(subject, [topic]), share >= Self.half && subject.count == 1)
    }

    /// "A, backed by B and C" · "B-backed A" · "A owned by B".
    func participleMatches(_ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch] {
        if let before = mentions.last(where: { $0.tokens.upperBound + 1 == place.lowerBound }),
            kind(at: place.lowerBound - 1) == .hyphen
        {
            let named = first(from: place.upperBound).map { coordinated(startingWith: $0) } ?? []
            if let name = named.first, name.tokens.lowerBound - place.upperBound <= Self.apposition,
                (place.upperBound..<name.tokens.lowerBound).allSatisfy(isFiller)
            {
                return pairs(named, [before])
            }
            // "the B-backed company": whom the text speaks of.
            if word(at: before.tokens.lowerBound - 1).map({ $0 == .determiner || $0 == .this }) ?? false,
                isDefinite(before.tokens.lowerBound - 1), let noun = companyNoun(behind: place.upperBound),
                !cues.contains(where: { $0.lowerBound == noun }),
                !(place.upperBound..<noun).contains(where: { document.hit(at: $0, .place) != nil })
            {
                return meant(by: noun, not: [before.entity]).map { pairs([$0], [before]) } ?? []
            }
            guard let bearer = bearer(before: before.tokens.lowerBound, .singular) else { return [] }
            return pairs(bearer, [before])
        }
        let after = complements(after: place, cue.prepositions, Self.apposition + 4)
        // "part of B's circle": of something that is B's.
        guard let last = after.last, !last.possessive || last.form == .name && cue.predicate != .subsidiaryOf else {
            return []
        }
        if cue.isTrade, let users = users(of: place) { return pairs(users, after) }
        if let bearer = bearer(before: place.lowerBound, .singular) { return pairs(bearer, after) }
        // "Backed by B, A announced": the phrase opens the sentence.
        guard opensPart(place), let end = after.last?.tokens.upperBound, end < tokens.upperBound, isComma(end) else {
            return []
        }
        let known = Set(after.map(\.entity))
        if let behind = first(from: end), behind.tokens.lowerBound - end <= 3, !behind.possessive,
            behind.form == .name || !known.contains(behind.entity)
        {
            return pairs([behind], after)
        }
        // "About A – Owned by B, the company …": whom the text speaks of.
        guard let start = (end + 1..<min(end + 3, tokens.upperBound)).first(where: isSubjectWord) else { return [] }
        return meant(by: start, not: known).map { pairs([$0], after) } ?? []
    }

    /// Whether a phrase begins a sentence, or a part of it behind a dash or colon.
    private func opensPart(_ place: Range<Int>) -> Bool {
        if place.lowerBound - tokens.lowerBound <= 1 { return true }
        let kind = kind(at: place.lowerBound - 1)
        return kind == .dash || kind == .colon
    }

    /// The common noun for one company behind at most two adjectives.
    func companyNoun(behind start: Int) -> Int? {
        for token in start..<min(start + 3, tokens.upperBound) {
            guard kind(at: token) == .word || kind(at: token) == .hyphen else { return nil }
            if let noun = document.hit(at: token, .companyNoun) {
                return noun.form == CompanyNoun.Number.singular.rawValue ? token : nil
            }
        }
        return nil
    }

    /// Whether a token is a small word or a common noun for a company.
    private func isSubjectWord(_ token: Int) -> Bool {
        word(at: token) == .it || document.hit(at: token, .companyNoun) != nil
    }

    /// "A loue des GPU à B": A is the provider where it is of a kind that provides and B is not, else the other way.
    func mutualMatches(_ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch] {
        verbMatches(cue, place).compactMap { match in
            let isProvider = provides(match.bearer)
            guard isProvider != provides(match.complement) else { return nil }
            return isProvider
                ? match
                : RelationMatch(bearer: match.complement, complement: match.bearer, isNear: match.isNear)
        }
    }

    /// Whether a company is of a kind that lets machines or halls.
    private func provides(_ mention: EntityMention) -> Bool {
        switch entities.all[mention.entity].sort {
        case "cloud", "neocloud", "datacenter", "builder": true
        default: false
        }
    }

    /// "B's chip is made by A" · "Gravée par A, la puce …": the maker of the product is the topic.
    func madeMatches(_ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch] {
        let after = complements(after: place, cue.prepositions, 3)
        guard let maker = after.first else { return [] }
        if let owner = last(before: place.lowerBound), owner.possessive { return pairs([owner], after) }
        if let own = (tokens.lowerBound..<place.lowerBound).last(where: { word(at: $0) == .own }),
            let owner = meant(by: own, not: [maker.entity])
        {
            return pairs([owner], after)
        }
        if last(before: place.lowerBound) != nil, place.lowerBound - tokens.lowerBound > 1, cue.predicate != .supplierTo
        {
            return participleMatches(cue, place)
        }
        // "Most of it is used by B": of something that nobody has.
        guard cue.predicate != .supplierTo, let topic = topic(at: place, not: Set(after.map(\.entity))) else {
            return []
        }
        return pairs([topic], after)
    }

    /// "A brought in 38 percent of revenue", "A accounts for a third of B's sales".
    func revenueMatches(_ place: Range<Int>) -> [RelationMatch] {
        let end = min(tokens.upperBound, place.upperBound + Self.reach)
        guard let revenue = (place.upperBound..<end).first(where: { word(at: $0) == .revenue }),
            share(in: place.upperBound..<revenue) != nil
        else { return [] }
        let subject = subjects(before: place).prefix(1)
        let known = Set(subject.map(\.entity))
        let seller =
            mentions.first {
                $0.tokens.lowerBound >= place.upperBound && $0.tokens.lowerBound <= revenue + 3
                    && !known.contains($0.entity)
            } ?? topic(at: place, not: known)
        return seller.map { pairs(Array(subject), [$0]) } ?? []
    }

    // MARK: - Relative clauses

    /// "B, que soutient A", "les logiciels que lui fournit A": the subject stands behind the verb.
    private func invertedMatches(_ cue: RelationCue?, _ place: Range<Int>) -> [RelationMatch]? {
        guard let which = lastWord(.which, before: place.lowerBound, within: 3),
            cue?.prepositions.isEmpty ?? true
                || cue?.prepositions == [.to] && (which..<place.lowerBound).contains(where: { word(at: $0) == .him }),
            (which + 1..<place.lowerBound).allSatisfy({ word(at: $0) == .him || word(at: $0) == nil }),
            isObjectRelative(which), let subject = first(from: place.upperBound),
            subject.tokens.lowerBound - place.upperBound <= Self.apposition + 2,
            (place.upperBound..<subject.tokens.lowerBound).allSatisfy({
                [nil, .determiner, .percent, .part, .adverb, .capital].contains(word(at: $0))
                    || word(at: $0) == .to && kind(at: $0 + 1) == .number
                    || word(at: $0) == .role && word(at: $0 + 1) == .part
                    || word(at: $0) == .of && word(at: $0 + 1) == nil
            })
        else { return nil }
        let him = (which..<place.lowerBound).first { word(at: $0) == .him }
        if him != nil {
            let object = mentions.first {
                $0.tokens.upperBound <= which && $0.entity != subject.entity && !$0.possessive && !isGoverned($0)
            }
            return object.map { pairs(coordinated(startingWith: subject), [$0]) } ?? []
        }
        guard let before = last(before: which), let object = antecedent(before, which) else { return nil }
        return pairs(coordinated(startingWith: subject), [object])
    }

    /// Whether a relative word is one for objects (the table has it as "whom").
    func isObjectRelative(_ token: Int) -> Bool {
        document.hit(at: token, .relationWord).map { $0.form == Self.objectForm } ?? false
    }

    /// The gazetteer's form number of relative words that are objects only.
    static let objectForm: UInt16 = 1

    /// "B, in which A holds 38 percent", "B, dont A détient 41 %", "B, dont il est actionnaire".
    private func whoseObject(before place: Range<Int>) -> (subjects: [EntityMention], object: EntityMention)? {
        if let held = whichObject(before: place) { return held }
        guard let whose = lastWord(.whose, before: place.lowerBound, within: Self.reach),
            !(whose..<place.lowerBound).contains(where: { word(at: $0) == .which }),
            let before = last(before: whose), let object = antecedent(before, whose)
        else { return nil }
        let between = mentions.filter { $0.tokens.lowerBound > whose && $0.tokens.upperBound <= place.lowerBound }
        if let inner = between.last {
            // "A, in which B holds a share, supplies C": the clause is closed before the verb.
            if isEnclosed(inner, before: place.lowerBound) { return nil }
            var subject = between.first { !isGoverned($0) && !$0.possessive }
            // "A remains the main partner of B, of which it also owns a part": the subject of the sentence.
            if subject?.form == .pronoun {
                subject =
                    mentions.first {
                        $0.tokens.upperBound <= whose && $0.entity != object.entity && !$0.possessive && !isGoverned($0)
                    } ?? subject
            }
            return (subject.map { coordinated(startingWith: $0) } ?? [], object)
        }
        guard let it = (whose..<place.lowerBound).first(where: { word(at: $0) == .it }),
            let subject = meant(by: it, not: [object.entity])
        else { return nil }
        return ([subject], object)
    }

    /// "A, the firm that B owns", "A, which B and C own together": the subject stands between the relative word and the
    /// verb.
    private func whichObject(before place: Range<Int>) -> (subjects: [EntityMention], object: EntityMention)? {
        var it = place.lowerBound - 1
        while it > tokens.lowerBound, word(at: it) == .adverb { it -= 1 }
        // "A, the firm that it owns", "A, l'opérateur qu'il contrôle".
        if word(at: it) == .it, word(at: it - 1) == .which, let before = last(before: it - 1),
            let object = antecedent(before, it - 1), joined(to: object).count == 1,
            object.tokens.upperBound == it - 1 || isComma(object.tokens.upperBound),
            let subject = meant(by: it, not: [object.entity])
        {
            return ([subject], object)
        }
        guard let subject = last(before: place.lowerBound), !subject.possessive,
            (subject.tokens.upperBound..<place.lowerBound).allSatisfy({ word(at: $0) == .adverb })
        else { return nil }
        let subjects = coordinated(endingWith: subject)
        guard let start = subjects.first?.tokens.lowerBound, start > tokens.lowerBound else { return nil }
        let which = word(at: start - 1) == .determiner ? start - 2 : start - 1
        guard word(at: which) == .which, let before = last(before: which), let object = antecedent(before, which) else {
            return nil
        }
        return (subjects, object)
    }
}
