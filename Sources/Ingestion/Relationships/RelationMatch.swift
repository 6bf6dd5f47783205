import Model

/// The two mentions that a cue ties.
struct RelationMatch {
    let bearer: EntityMention
    let complement: EntityMention
    /// Whether both are names that stand near each other.
    let isNear: Bool
}

/// What a cue says in its place.
struct RelationReading {
    let predicate: Relationship.Predicate
    /// Whether the predicate holds from the complement to the bearer.
    let isInverse: Bool
    /// Part of the rule id.
    let rule: String
    let tokens: Range<Int>

    func tie(_ match: RelationMatch, _ entities: Entities) -> Relationship? {
        let bearer = entities.all[match.bearer.entity].name
        let complement = entities.all[match.complement.entity].name
        return isInverse
            ? try? Relationship(subject: complement, predicate: predicate, object: bearer)
            : try? Relationship(subject: bearer, predicate: predicate, object: complement)
    }
}

extension RelationSentence {
    /// What the cues of the sentence say, in their order.
    ///
    /// "a shareholder of B and its supplier": a cue that is joined to the one before shares its bearer.
    func matches(of hits: [Hit], _ cues: [RelationCue]) -> [(RelationMatch, RelationReading)] {
        var found: [(RelationMatch, RelationReading)] = []
        for hit in hits where !isVoid(hit.tokens) {
            let cue = cues[hit.row]
            if isName(hit.tokens) {
                found += parents(cue, hit)
                continue
            }
            if cue.isTrade, ![.noun, .made, .goods].contains(cue.form), hasSize(near: hit.tokens) { continue }
            let number: RelationCue.Number = hit.form == RelationCue.Number.plural.rawValue ? .plural : .singular
            var predicate = cue.predicate
            var isInverse = cue.isInverse
            let matches: [RelationMatch]
            let rest = [.verb, .participle].contains(cue.form) ? restMatches(cue, hit.tokens) : nil
            switch cue.form {
            case _ where rest != nil:
                matches = rest ?? []
                predicate = .investorIn
                isInverse = true
            case .noun:
                matches =
                    joined(hit.tokens, to: found) ?? shared(cue, hit.tokens, with: found)
                    ?? nounMatches(cue, hit.tokens, number)
            case .capital: matches = capitalMatches(cue, hit.tokens)
            case .bond: matches = bondMatches(cue, hit.tokens, number)
            case .verb:
                matches = verbMatches(cue, hit.tokens)
                // "belongs to 20 percent to B", "a third of which belongs to B".
                if predicate == .subsidiaryOf, !isInverse, isMinor(behind: hit.tokens) {
                    predicate = .investorIn
                    isInverse = true
                }
            case .contest:
                // "A and B, rivals of C, fight over clients".
                let isTold = found.contains { $0.1.predicate == predicate }
                matches = isTold ? [] : contestMatches(subjects(before: hit.tokens), hit.tokens, isReciprocal: true)
            case .participle:
                matches = participleMatches(cue, hit.tokens)
                // "owned to 20 percent by B".
                if predicate == .subsidiaryOf, isMinor(behind: hit.tokens) {
                    predicate = .investorIn
                    isInverse = true
                }
            case .made: matches = madeMatches(cue, hit.tokens)
            case .making: matches = makingMatches(cue, hit.tokens)
            case .origin: matches = originMatches(cue, hit.tokens)
            case .goods: matches = goodsMatches(cue, hit.tokens)
            case .mutual: matches = mutualMatches(cue, hit.tokens)
            case .revenue: matches = isInverse ? earnedMatches(hit.tokens) : revenueMatches(hit.tokens)
            case .own:
                let (owned, isWhole) = ownMatches(cue, hit.tokens)
                matches = owned
                predicate = isWhole ? .subsidiaryOf : .investorIn
                isInverse = isWhole
            }
            let reading = RelationReading(
                predicate: predicate, isInverse: isInverse, rule: cue.form.rawValue, tokens: hit.tokens)
            // "The seller finances the buyer", "the group supplies it": with nobody's name, a noun tells too little.
            found += (fitted(matches, predicate) + echoed(matches, cue, hit.tokens))
                .filter { isNamed($0.bearer) || $0.complement.form != .nominal }
                .filter { isNamed($0.complement) || $0.bearer.form != .nominal }
                .map { ($0, reading) }
            if cue.form == .participle || cue.form == .verb && !cue.isInverse, cue.predicate == .subsidiaryOf {
                found += shareholders(behind: matches, hit.tokens)
            }
        }
        return found
    }

    /// Whether a name stands for a company, or explains the noun for it: "A, the sovereign fund, is an investor".
    private func isNamed(_ mention: EntityMention) -> Bool {
        if mention.form == .name { return true }
        guard mention.form == .nominal, let name = last(before: mention.tokens.lowerBound) else { return false }
        return name.form == .name && name.entity == mention.entity
            && mention.tokens.lowerBound - name.tokens.upperBound <= Self.apposition
    }

    /// "the parent of B", "B's owner", where the phrase is known to mean A.
    private func parents(_ cue: RelationCue, _ hit: Hit) -> [(RelationMatch, RelationReading)] {
        guard cue.predicate == .subsidiaryOf, cue.form == .noun, cue.isInverse,
            let parent = mentions.first(where: { $0.form == .descriptor && $0.tokens.overlaps(hit.tokens) })
        else { return [] }
        let reading = RelationReading(
            predicate: cue.predicate, isInverse: true, rule: cue.form.rawValue, tokens: hit.tokens)
        // "owner of B": the whole phrase, where the text has a company of that name.
        let phrase = document.hits(in: parent.tokens, .descriptor).first { _ in true }?.tokens ?? parent.tokens
        return document.hits(in: phrase, .company).compactMap { company in
            guard let index = catalogue[company.row], index != parent.entity else { return nil }
            let child = EntityMention(entity: index, tokens: company.tokens, form: .descriptor)
            return (RelationMatch(bearer: parent, complement: child, isNear: true), reading)
        }
    }

    /// "…, a shareholder in B and its main supplier": the pair of the cue before, where only "and its" lies between.
    private func joined(_ place: Range<Int>, to found: [(RelationMatch, RelationReading)]) -> [RelationMatch]? {
        guard let (_, reading) = found.last, reading.rule == RelationCue.Form.noun.rawValue,
            let own = lastWord(.own, before: place.lowerBound, within: 5)
        else { return nil }
        let pairs = found.filter { $0.1.tokens == reading.tokens }.map(\.0)
        let end = pairs.map { max($0.complement.tokens.upperBound, reading.tokens.upperBound) }.max() ?? own
        guard end <= own, own - end <= 3, hasAnd(end..<own), !(end..<own).contains(where: isComma),
            last(before: own).map({ $0.tokens.upperBound <= end }) ?? true
        else { return nil }
        return pairs
    }

    /// "A, a supplier of B and rival of C": a noun that "and" joins to the one before has its bearers.
    private func shared(
        _ cue: RelationCue, _ place: Range<Int>, with found: [(RelationMatch, RelationReading)]
    ) -> [RelationMatch]? {
        guard let (_, reading) = found.last, reading.rule == RelationCue.Form.noun.rawValue else { return nil }
        let pairs = found.filter { $0.1.tokens == reading.tokens }.map(\.0)
        // "a shareholder and a supplier of B": the complement stands behind both.
        let between = reading.tokens.upperBound..<max(reading.tokens.upperBound, place.lowerBound)
        if pairs.allSatisfy({ $0.complement.tokens.lowerBound >= place.upperBound }), hasAnd(between),
            between.count <= 6,
            between.allSatisfy({ word(at: $0) == .and || isFiller($0) })
        {
            return pairs
        }
        let last = pairs.map(\.complement.tokens.upperBound).max() ?? place.lowerBound
        let end = max(last, reading.tokens.upperBound)
        let gap = end..<max(end, place.lowerBound)
        // "A, its host since 2023 and a rival of B".
        let isShare = hasPercent(in: gap) && gap.count <= Self.reach / 2 + 2
        guard !gap.isEmpty, gap.count <= (last == end ? 4 : 5) || isShare, hasAnd(gap),
            gap.allSatisfy({
                word(at: $0) == .and || word(at: $0) != .own && isFiller($0) || isSince($0)
                    // "A is its shareholder, with 15 percent, and its supplier".
                    || isShare && (isComma($0) || word(at: $0) == .with || word(at: $0) == .at)
            }),
            last == end || word(at: gap.lowerBound) == .at || isShare
        else { return nil }
        var bearers: [EntityMention] = []
        for pair in pairs where !bearers.contains(where: { $0.entity == pair.bearer.entity }) {
            bearers.append(pair.bearer)
        }
        let known = Set(bearers.map(\.entity))
        let after =
            complements(after: place, cue.prepositions, Self.apposition + 2).nonEmpty
            ?? candidate(behind: place.upperBound, not: known).map { [$0] }
            // "A is an investor and a customer": of whom the text speaks of, both.
            ?? (endsPhrase(place.upperBound)
                ? pairs.first.map { $0.complement }.flatMap { $0.form == .name ? nil : [$0] } : nil) ?? []
        return after.isEmpty ? nil : self.pairs(bearers, after)
    }
}
