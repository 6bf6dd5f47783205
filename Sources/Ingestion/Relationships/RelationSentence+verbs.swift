import Model

/// Ties that verbs and participles state: "A supplies B", "B, que soutient A", "B-backed A", "made by B".
extension RelationSentence {
    /// "A competes with B" · "A, which supplies B" · "B, which A supplies". With a sum or a capacity a trade is a deal,
    /// and with a word of intention it is none yet.
    func verbMatches(_ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch] {
        if isIntended(place) || isNoun(place) { return [] }
        if let behind = invertedMatches(cue, place) { return behind }
        if let held = whoseObject(before: place) { return pairs(held.subjects, [held.object]) }
        let subjects = subjects(before: place)
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
        // "its halls belong to B": they, not it.
        if cue.predicate == .subsidiaryOf, !cue.isInverse {
            return pairs(subjects.filter { !$0.possessive }, after.filter { !$0.possessive })
        }
        return pairs(subjects, after)
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
        if !cue.prepositions.isEmpty, share == nil || held == nil && !hasPercent(in: range) && !isMostOfCapital(range) {
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
            guard let bearer = bearer(before: before.tokens.lowerBound, .singular) else { return [] }
            return pairs(bearer, [before])
        }
        let after = complements(after: place, cue.prepositions, Self.apposition + 2)
        // "part of B's circle": of something that is B's.
        guard let last = after.last, !last.possessive || last.form == .name && cue.predicate != .subsidiaryOf else {
            return []
        }
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
        if last(before: place.lowerBound) != nil, place.lowerBound - tokens.lowerBound > 1 {
            return participleMatches(cue, place)
        }
        guard let topic = topic(at: place, not: Set(after.map(\.entity))) else { return [] }
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

    // MARK: - Subjects and objects

    /// The subject of a verb: the company before "which", else the nearest one before the verb that no preposition
    /// governs.
    func subjects(before place: Range<Int>) -> [EntityMention] {
        let nearest = mentions.last {
            // "A, with its campus, competes": what is A's is no subject.
            $0.tokens.upperBound <= place.lowerBound && !($0.form == .pronoun && $0.possessive && isGoverned($0))
        }
        guard let nearest else { return pronounSubject(before: place) }
        let gap = nearest.tokens.upperBound..<place.lowerBound
        if gap.contains(where: isStop) { return pronounSubject(before: place) }
        if let which = gap.last(where: { word(at: $0) == .which }) {
            if let earlier = joinedRelative(which) { return [earlier] }
            // "B, celle-ci, qui …": the small word's.
            if isComma(which - 1), word(at: which - 2) == .it { return meant(by: which - 2).map { [$0] } ?? [] }
            return antecedent(nearest, which).map { coordinated(endingWith: $0) } ?? []
        }
        if let whose = gap.last(where: { word(at: $0) == .whose }), !nearest.possessive {
            // "A, whose processors power B": what A owns is A's.
            return antecedent(nearest, whose).map { [$0] } ?? []
        }
        if let first = joinedVerb(nearest, before: place.lowerBound) { return [first] }
        if gap.contains(where: { word(at: $0) == .it }) { return pronounSubject(before: place) }
        // "A's processors power B"; "A's own": the mark alone is no subject.
        if nearest.possessive, !isEnclosed(nearest, before: place.lowerBound) { return gap.isEmpty ? [] : [nearest] }
        if gap.count <= 3, !isGoverned(nearest), !isEnclosed(nearest, before: place.lowerBound) {
            return coordinated(endingWith: nearest)
        }
        let free = mentions.last { mention in
            mention.tokens.upperBound <= place.lowerBound && !mention.possessive && !isGoverned(mention)
                && !isEnclosed(mention, before: place.lowerBound)
        }
        guard let free, place.lowerBound - free.tokens.upperBound <= 2 * Self.reach else { return [] }
        return coordinated(endingWith: free)
    }

    /// "A, whose owner is B and which supplies C": of a relative clause that "and" joins to another, A.
    private func joinedRelative(_ which: Int) -> EntityMention? {
        guard word(at: which - 1) == .and,
            let earlier = (tokens.lowerBound..<which - 1).last(where: { [.whose, .which].contains(word(at: $0)) }),
            let before = last(before: earlier)
        else { return nil }
        return antecedent(before, earlier)
    }

    /// "A, which makes most of B's memory and competes with C": of a second verb of a relative clause, A.
    private func joinedVerb(_ nearest: EntityMention, before index: Int) -> EntityMention? {
        var end = index
        while word(at: end - 1) == .adverb { end -= 1 }
        guard word(at: end - 1) == .and, nearest.tokens.upperBound < end,
            let which = (tokens.lowerBound..<nearest.tokens.lowerBound).last(where: { word(at: $0) == .which }),
            !isObjectRelative(which), end - which <= Self.reach, !(which..<end).contains(where: isComma),
            let before = last(before: which), before.tokens.upperBound + 1 == which, isComma(which - 1)
        else { return nil }
        return before
    }

    /// Whether a name stands in a relative clause that a comma closes before a verb: "A, in which B holds 38 percent,".
    private func isEnclosed(_ mention: EntityMention, before index: Int) -> Bool {
        guard (mention.tokens.upperBound..<index).contains(where: isComma) else { return false }
        let start = mention.tokens.lowerBound
        if (max(tokens.lowerBound, start - 3)..<start).contains(where: { word(at: $0) == .whose }) { return true }
        // "A, B's rival, supplies".
        if mention.possessive, mention.form == .name, start - 1 > tokens.lowerBound, isComma(start - 1),
            last(before: start - 1)?.tokens.upperBound == start - 1
        {
            return true
        }
        // "A, which belongs to the family of B, supplies".
        return (max(tokens.lowerBound, start - Self.reach)..<start).contains { which in
            guard [.which, .whose].contains(word(at: which)), !(which..<start).contains(where: isComma),
                let comma = (max(tokens.lowerBound, which - Self.apposition - 1)..<which).last(where: isComma)
            else { return false }
            return last(before: which)?.tokens.upperBound == comma
        }
    }

    /// "it supplies B": a small word directly before the verb.
    private func pronounSubject(before place: Range<Int>) -> [EntityMention] {
        let it = lastWord(.it, before: place.lowerBound, within: 4)
        // "Its training runs on A": what is its, is it.
        let own =
            mentions.contains { $0.tokens.upperBound <= place.lowerBound }
            ? nil : lastWord(.own, before: place.lowerBound, within: Self.apposition)
        guard let token = it ?? own else { return [] }
        return meant(by: token).map { [$0] } ?? []
    }

    /// Whether an article or "of" before a verb's form shows that it is a noun ("la prise de contrôle").
    private func isNoun(_ place: Range<Int>) -> Bool {
        switch word(at: place.lowerBound - 1) {
        // "A and B both rent from C": what stands behind a name belongs to it.
        case .determiner: last(before: place.lowerBound)?.tokens.upperBound != place.lowerBound - 1
        // "whose own shareholders".
        case .this, .of, .own, .whose: true
        default: place.lowerBound > tokens.lowerBound && kind(at: place.lowerBound - 1) == .possessive
        }
    }

    /// The name that a relative word speaks of: directly before it, or in apposition to the noun before it.
    func antecedent(_ mention: EntityMention, _ relative: Int) -> EntityMention? {
        let gap = mention.tokens.upperBound..<relative
        guard let first = gap.first else { return mention }
        if gap.count == 1, isComma(first) { return described(by: mention) ?? mention }
        if gap.count == 1 { return word(at: first) == .by ? mention : nil }
        // "A, the chain that owns B"; of more commas the last noun is not A.
        let isApposition = isComma(first) && gap.count <= 2 * Self.apposition
        guard isApposition || isComma(relative - 1) && gap.count <= Self.apposition else { return nil }
        return gap.dropFirst().dropLast().contains(where: isComma) ? nil : mention
    }

    /// Whom an aside describes that names somebody else: "A, a subsidiary of B, which …".
    func described(by mention: EntityMention) -> EntityMention? {
        let start = mention.tokens.lowerBound
        guard let comma = (max(tokens.lowerBound, start - Self.apposition)..<start).last(where: isComma),
            let head = last(before: comma), head.tokens.upperBound == comma, head.entity != mention.entity,
            (comma + 1..<start).contains(where: { document.hit(at: $0, .relation) != nil })
        else { return nil }
        return head
    }

    /// "B, que soutient A", "les logiciels que lui fournit A": the subject stands behind the verb.
    private func invertedMatches(_ cue: RelationCue?, _ place: Range<Int>) -> [RelationMatch]? {
        guard cue?.prepositions.isEmpty ?? true, let which = lastWord(.which, before: place.lowerBound, within: 3),
            (which + 1..<place.lowerBound).allSatisfy({ word(at: $0) == .him || word(at: $0) == nil }),
            isObjectRelative(which), let subject = first(from: place.upperBound),
            subject.tokens.lowerBound - place.upperBound <= 6,
            (place.upperBound..<subject.tokens.lowerBound).allSatisfy({
                [nil, .determiner, .percent, .part, .adverb].contains(word(at: $0))
                    || word(at: $0) == .to && kind(at: $0 + 1) == .number
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
    private func isObjectRelative(_ token: Int) -> Bool {
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
