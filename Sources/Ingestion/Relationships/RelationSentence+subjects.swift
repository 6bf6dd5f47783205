/// Subjects of verbs, and whom relative words speak of.
extension RelationSentence {
    /// The subject of a verb: the company before "which", else the nearest one before the verb that no preposition
    /// governs.
    func subjects(before place: Range<Int>) -> [EntityMention] {
        if let both = both(before: place.lowerBound) { return both }
        let nearest = mentions.last {
            // "A, with its campus, competes": what is A's is no subject.
            $0.tokens.upperBound <= place.lowerBound && !($0.form == .pronoun && $0.possessive && isGoverned($0))
        }
        guard let nearest else { return pronounSubject(before: place) }
        if let spoken = backed(by: nearest) { return [spoken] }
        let gap = nearest.tokens.upperBound..<place.lowerBound
        if gap.contains(where: isStop) { return pronounSubject(before: place) }
        if let main = mainSubject(nearest, before: place.lowerBound) { return [main] }
        if let which = gap.last(where: { word(at: $0) == .which }) {
            if let earlier = joinedRelative(which) { return [earlier] }
            // "B, celle-ci, qui …": the small word's.
            if isComma(which - 1), word(at: which - 2) == .it { return meant(by: which - 2).map { [$0] } ?? [] }
            return antecedent(nearest, which).map(joined(to:)) ?? []
        }
        if let whose = gap.last(where: { word(at: $0) == .whose }), !nearest.possessive {
            // "A, whose processors power B": what A owns is A's.
            guard let owner = antecedent(nearest, whose) else { return [] }
            // "A and B, both of which rent": all of them.
            return word(at: whose - 1) == .determiner ? joined(to: owner) : [owner]
        }
        if let first = joinedVerb(nearest, before: place.lowerBound) { return [first] }
        if gap.contains(where: { word(at: $0) == .it }) { return pronounSubject(before: place) }
        // "A, a unit of B, supplies C": A.
        if nearest.form == .name, let end = gap.first, isComma(end), let head = described(by: nearest),
            head.form == .name,
            !head.possessive, !isGoverned(head)
        {
            return [head]
        }
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

    /// "The B-backed company competes": whom the text speaks of, not B.
    private func backed(by mention: EntityMention) -> EntityMention? {
        let hyphen = mention.tokens.upperBound
        guard mention.form == .name, hyphen + 2 < tokens.upperBound, kind(at: hyphen) == .hyphen,
            word(at: mention.tokens.lowerBound - 1).map({ $0 == .determiner || $0 == .this }) ?? false,
            isDefinite(mention.tokens.lowerBound - 1), let noun = companyNoun(behind: hyphen + 2)
        else { return nil }
        return meant(by: noun, not: [mention.entity])
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

    /// "A has built B's models into its software and is a shareholder", "A belongs to B, which is listed, and supplies C": of
    /// a second verb behind "and", A.
    private func mainSubject(_ nearest: EntityMention, before index: Int) -> EntityMention? {
        var end = index
        while end > tokens.lowerBound, word(at: end - 1) == .adverb { end -= 1 }
        guard end > nearest.tokens.upperBound, word(at: end - 1) == .and else { return nil }
        // "A and B supply": both.
        if end == nearest.tokens.upperBound + 1, !isGoverned(nearest), !isTaken(nearest) { return nil }
        let start =
            (tokens.lowerBound..<nearest.tokens.lowerBound).last(where: isStop).map { $0 + 1 } ?? tokens.lowerBound
        let opener = word(at: start) == .it && start < nearest.tokens.lowerBound ? meant(by: start) : first(from: start)
        guard let main = opener, !main.possessive, main.form != .name || !isGoverned(main),
            main.tokens.upperBound < nearest.tokens.lowerBound, end - start <= 3 * Self.reach,
            !(nearest.tokens.upperBound..<end).contains(where: isStop)
        else { return nil }
        let relative = (main.tokens.upperBound..<end).first { word(at: $0) == .which || word(at: $0) == .whose }
        if let relative {
            // A comma closes the clause.
            guard isComma(end - 2), relative > nearest.tokens.upperBound, isComma(relative - 1) else { return nil }
        } else if !nearest.possessive, !isGoverned(nearest), !isTaken(nearest) {
            // "A depends on one customer, the insurer B, and rents": an aside.
            let comma = (main.tokens.upperBound..<nearest.tokens.lowerBound).last(where: isComma)
            guard isComma(end - 2), end - 2 == nearest.tokens.upperBound, let comma,
                word(at: comma + 1) == .determiner, (comma + 1..<nearest.tokens.lowerBound).allSatisfy(isFiller)
            else { return nil }
        }
        return coordinated(startingWith: main).count == 1 ? main : nil
    }

    /// "A supplies B and C and competes with D": whether the words of another tie take a name as their object.
    private func isTaken(_ mention: EntityMention) -> Bool {
        guard let first = coordinated(endingWith: mention).first else { return false }
        let start = first.tokens.lowerBound
        return cues.contains {
            $0.upperBound == start || $0.upperBound == start - 1 && word(at: start - 1) == .determiner
        }
    }

    /// Whether a name stands in a relative clause that a comma closes before a verb: "A, in which B holds 38 percent,".
    func isEnclosed(_ mention: EntityMention, before index: Int) -> Bool {
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
    func pronounSubject(before place: Range<Int>) -> [EntityMention] {
        let it = lastWord(.it, before: place.lowerBound, within: 4)
        // "Its training runs on A": what is its, is it.
        let own =
            mentions.contains { $0.tokens.upperBound <= place.lowerBound }
            ? nil : lastWord(.own, before: place.lowerBound, within: Self.apposition)
        guard let token = it ?? own else { return [] }
        return meant(by: token).map { [$0] } ?? []
    }

    /// Whether an article or "of" before a verb's form shows that it is a noun ("la prise de contrôle").
    func isNoun(_ place: Range<Int>) -> Bool {
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
        if mention.form == .nominal, mention.tokens.upperBound == relative, let name = explained(by: mention) {
            return name
        }
        let gap = min(behindBracket(mention.tokens.upperBound), relative)..<relative
        guard let first = gap.first else { return mention }
        if gap.count == 1, isComma(first) { return described(by: mention) ?? mention }
        if gap.count == 1 { return word(at: first) == .by ? mention : nil }
        // "A, the chain that owns B"; of more commas the last noun is not A.
        let isApposition = isComma(first) && gap.count <= 2 * Self.apposition
        guard isApposition || isComma(relative - 1) && gap.count <= Self.apposition else { return nil }
        return gap.dropFirst().dropLast().contains(where: isComma) ? nil : mention
    }

    /// The name before a comma and a noun: "A of Turin, the firm that …".
    private func explained(by noun: EntityMention) -> EntityMention? {
        let comma = noun.tokens.lowerBound - 1
        guard comma > tokens.lowerBound, isComma(comma), let name = last(before: comma), name.form == .name,
            !name.possessive, comma - name.tokens.upperBound <= 2,
            (name.tokens.upperBound..<comma).allSatisfy({
                word(at: $0) == .of || word(at: $0) == .at || document.hit(at: $0, .place) != nil
            })
        else { return nil }
        return name
    }

    /// Whom an aside describes that names somebody else: "A, a subsidiary of B, which …".
    func described(by mention: EntityMention) -> EntityMention? {
        let start = mention.tokens.lowerBound
        guard let comma = (max(tokens.lowerBound, start - Self.apposition - 2)..<start).last(where: isComma),
            let head = last(before: comma), head.tokens.upperBound == comma, head.entity != mention.entity,
            (comma + 1..<start).contains(where: { document.hit(at: $0, .relation) != nil })
        else { return nil }
        return head
    }
}
