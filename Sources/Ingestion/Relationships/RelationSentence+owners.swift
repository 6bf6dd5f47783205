/// Whose a noun is: "its rival", "B's unit", and whom it means where no name stands beside it.
extension RelationSentence {
    /// Who owns what a noun says ("its …", "B's …"), and where the phrase begins.
    struct Owner {
        let mention: EntityMention
        let start: Int
    }

    /// The company that possesses the noun at a place: "B's …", "its …", "a B subsidiary".
    func owner(
        before place: Range<Int>, of complements: [EntityMention] = [], _ number: RelationCue.Number = .plural
    ) -> Owner? {
        if let mention = last(before: place.lowerBound), mention.form == .name || mention.possessive {
            let gap = mention.tokens.upperBound..<place.lowerBound
            // "B's design and software unit": the adjectives may be joined.
            let isPlain = gap.allSatisfy {
                isFiller($0) || word(at: $0) == .and && $0 > gap.lowerBound
            }
            if mention.possessive, mention.form != .pronoun, gap.count <= Self.apposition, isPlain {
                return Owner(mention: mention, start: mention.tokens.lowerBound)
            }
            if gap.isEmpty, kind(at: mention.tokens.upperBound - 1) != .possessive, complements.isEmpty {
                let start = mention.tokens.lowerBound
                if start > tokens.lowerBound, word(at: start - 1) == .determiner {
                    return Owner(mention: mention, start: start - 1)
                }
                // "B customer A": a name on both sides.
                if mention.form == .name, cues.count(where: { $0 == place }) == 1,
                    first(from: place.upperBound)?.tokens.lowerBound == place.upperBound
                {
                    return Owner(mention: mention, start: start)
                }
            }
        }
        guard let own = lastWord(.own, before: place.lowerBound, within: Self.apposition),
            (own..<place.lowerBound).allSatisfy({ isFiller($0) || word(at: $0) == .and && $0 > own + 1 }),
            // "its clients A and the landlord B": no landlord of its own.
            word(at: place.lowerBound - 1) != .determiner
                || last(before: place.lowerBound).map({ $0.tokens.lowerBound <= own }) ?? true,
            // "its clients the hosts A and B": the hosts are not its own.
            hasAnd(own..<place.lowerBound)
                || !cues.contains(where: {
                    $0.lowerBound > own && $0.upperBound < place.lowerBound && word(at: $0.upperBound) == .determiner
                })
        else { return nil }
        let owner =
            subject(behind: own, place) ?? (number == .singular ? companion(before: own) : nil)
            ?? owner(of: own, not: Set(complements.map(\.entity)))
        return owner.map { Owner(mention: $0, start: own) }
    }

    /// "A, listed in Oslo, counts among its clients …", "A compte déjà parmi ses clients …": A.
    func counter(before own: Int) -> EntityMention? {
        var verb = own - 2
        while verb > tokens.lowerBound, word(at: verb) == .adverb { verb -= 1 }
        guard word(at: own - 1) == .among, word(at: verb) == .include, let named = first(from: own + 1),
            !(own..<named.tokens.lowerBound).contains(where: isComma)
        else { return nil }
        return mentions.first {
            $0.tokens.upperBound <= verb && !$0.possessive && !isGoverned($0)
                && ($0.form != .nominal || $0.tokens.lowerBound == tokens.lowerBound)
                && !isEnclosed($0, before: verb)
        }
    }

    /// "A and B, its supplier, have signed": A.
    private func companion(before own: Int) -> EntityMention? {
        guard own > tokens.lowerBound, isComma(own - 1), let last = last(before: own), last.form == .name,
            last.tokens.upperBound == own - 1
        else {
            return nil
        }
        let several = coordinated(endingWith: last)
        return several.count == 2 && several[0].form == .name && !isGoverned(several[0]) ? several[0] : nil
    }

    /// "Like its rival A, B …", "Aux côtés de ses partenaires A et C, B …": in a phrase before the subject, its own.
    private func subject(behind own: Int, _ place: Range<Int>) -> EntityMention? {
        let lead = own - tokens.lowerBound
        guard (1...Self.apposition).contains(lead), mentions.first?.tokens.lowerBound ?? own >= own,
            kind(at: own - 1) == .word, let named = first(from: place.upperBound),
            named.tokens.lowerBound <= place.upperBound + 2,
            let end = coordinated(startingWith: named).last?.tokens.upperBound, end < tokens.upperBound, isComma(end),
            let subject = first(from: end + 1), subject.tokens.lowerBound <= end + 2, subject.form == .name
        else { return nil }
        return subject.possessive ? nil : subject
    }

    /// Whose a possessive before a noun makes it: not of what the noun is in apposition to, or takes behind it.
    func owner(of own: Int, not complements: Set<Int>) -> EntityMention? {
        guard let before = last(before: own) else { return meant(by: own, not: complements) }
        if let subject = counter(before: own) { return subject }
        // "the rent that A owes to its landlord": A's.
        if before.form == .name, !before.possessive, !complements.contains(before.entity),
            word(at: before.tokens.lowerBound - 1) == .which, own - before.tokens.upperBound <= Self.reach,
            !(before.tokens.upperBound..<own).contains(where: { isComma($0) || isStop($0) || word(at: $0) == .and })
        {
            return before
        }
        if leads(before, to: own), !complements.contains(before.entity) { return before }
        let isElliptic = before.tokens.upperBound == own && before.form == .name
        var excluded = complements
        if isElliptic || opens(before.tokens.upperBound..<own) || isJoined(before, to: own) {
            // "A and B, a firm that is among its clients": B alone.
            let isOne = isComma(before.tokens.upperBound) && word(at: before.tokens.upperBound + 1) == .determiner
            excluded.formUnion(isOne ? [before.entity] : coordinated(endingWith: before).map(\.entity))
        }
        // "A is its client and B its rival", "its owner, A, …; its rival B": of the same company.
        if let earlier = lastWord(.own, before: own, within: 2 * Self.reach),
            isElliptic || (earlier..<own).contains(where: { kind(at: $0) == .colon })
        {
            return owner(of: earlier, not: excluded)
        }
        return meant(by: own, not: excluded)
    }

    /// "A and its rival B", "from A or from its rival B": a possessive that "and" joins to a name is the name's.
    private func leads(_ mention: EntityMention, to own: Int) -> Bool {
        let gap = mention.tokens.upperBound..<own
        guard mention.form == .name, !mention.possessive, (1...3).contains(gap.count), hasAnd(gap) else { return false }
        let isGoverned = gap.contains { word(at: $0)?.isPreposition ?? false }
        return gap.allSatisfy {
            word(at: $0) == .and || word(at: $0)?.isPreposition ?? false || isGoverned && isComma($0)
        }
    }

    /// "The B rival said": at the head of a sentence, whom the text speaks of. "A bought shares of B and works with its old
    /// rival": the other company of the sentence.
    func spoken(_ cue: RelationCue, _ place: Range<Int>, of owner: Owner) -> EntityMention? {
        guard !cue.isTrade, cue.predicate != .subsidiaryOf else { return nil }
        if owner.mention.form == .name, owner.start == tokens.lowerBound, isDefinite(owner.start),
            isFree(place.upperBound)
        {
            return speaker(at: place, of: cue, not: [owner.mention.entity])
        }
        guard owner.mention.possessive, owner.mention.form != .name, endsPhrase(place.upperBound) else { return nil }
        let others = mentions.filter { $0.form == .name && $0.entity != owner.mention.entity }
        guard let other = others.first, other.tokens.upperBound < owner.start,
            others.allSatisfy({ $0.entity == other.entity }), word(at: owner.start - 1)?.isPreposition ?? false
        else { return nil }
        return other
    }

    /// Whom a noun at the head of a sentence means that tells whose it is: the only one whom the sentence before names, else,
    /// of a rival, whom the text speaks of.
    func speaker(at place: Range<Int>, of cue: RelationCue, not excluded: Set<Int>) -> EntityMention? {
        if let only = topics.lastOnly(not: excluded) { return mention(of: only, at: place) }
        return cue.predicate == .competitorOf ? topic(at: place, not: excluded, isMain: true) : nil
    }
}
