import Model

/// Rivals: they are in one trade, which tells whose rival somebody is where the sentence does not.
extension RelationSentence {
    /// "A and B compete for the same clients": each with whom the text speaks of, if that is in their trade, else with
    /// each other.
    ///
    /// - Parameter isReciprocal: Whether the verb says that they do it with each other ("se disputent").
    func contestMatches(
        _ subjects: [EntityMention], _ place: Range<Int>, isReciprocal: Bool = false
    ) -> [RelationMatch] {
        // "A competes for them with start-ups": with nobody that has a name.
        let end = min(place.upperBound + Self.reach, tokens.upperBound)
        let behind = (place.upperBound..<end).prefix { !isComma($0) && !isStop($0) }
        guard let first = subjects.first, !isIntended(place),
            isReciprocal || !behind.contains(where: { word(at: $0) == .with })
        else { return [] }
        let known = Set(subjects.map(\.entity))
        // "has many rivals: A and B compete": not with each other.
        if isReciprocal, cues.contains(where: { $0.upperBound == first.tokens.lowerBound - 1 }) { return [] }
        if isReciprocal, subjects.count > 1 { return pairs([first], Array(subjects.dropFirst())) }
        if !isReciprocal, first.form == .name, let rival = topics.rival(of: first.entity, not: known) {
            return pairs(subjects, [mention(of: rival, at: place)])
        }
        return pairs([first], Array(subjects.dropFirst()))
    }

    /// Ties of rivals of which one is not named: where the two are in different trades, whom the text speaks of in the
    /// trade of the one that is.
    func fitted(_ matches: [RelationMatch], _ predicate: Relationship.Predicate) -> [RelationMatch] {
        guard predicate == .competitorOf else { return matches }
        let known = Set(matches.map(\.bearer.entity))
        return matches.map { match in
            guard match.bearer.form == .name, match.complement.form != .name,
                topics.kinship(match.bearer.entity, match.complement.entity) == .foreign
            else { return match }
            guard let rival = topics.rival(of: match.bearer.entity, not: known) else { return match }
            return RelationMatch(
                bearer: match.bearer, complement: mention(of: rival, at: match.complement.tokens), isNear: false)
        }
    }

    /// A company that the text names elsewhere, as a mention at some tokens.
    func mention(of entity: Int, at place: Range<Int>) -> EntityMention {
        EntityMention(entity: entity, tokens: place, form: .pronoun)
    }
}
