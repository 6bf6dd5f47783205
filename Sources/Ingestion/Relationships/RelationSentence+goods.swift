/// Ties that words on goods state: "its chips come from B", "A, whose chips fill B's racks".
extension RelationSentence {
    /// "B's chips come from A", "les serveurs de B viennent de chez A", "its chips come from A": goods stand before.
    func originMatches(_ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch] {
        let start = max(tokens.lowerBound, place.lowerBound - Self.reach)
        guard !isIntended(place), !hasSizes,
            let goods = (start..<place.lowerBound).last(where: { word(at: $0) == .goods }),
            !(goods..<place.lowerBound).contains(where: isStop)
        else { return [] }
        let after = complements(after: place, cue.prepositions, 3)
        let known = Set(after.map(\.entity))
        guard !after.isEmpty else { return [] }
        // "The servers of B", "B's servers".
        if let owner = mentions.last(where: { $0.tokens.upperBound <= place.lowerBound && !known.contains($0.entity) }),
            owner.form == .name, owner.possessive || word(at: owner.tokens.lowerBound - 1) == .of,
            !(owner.tokens.upperBound..<place.lowerBound).contains(where: isStop)
        {
            return pairs([owner], after)
        }
        // "A, whose power comes from B".
        if let whose = (start..<goods).last(where: { word(at: $0) == .whose }), let before = last(before: whose),
            let owner = antecedent(before, whose)
        {
            return pairs([owner], after)
        }
        let own = (start..<goods).last { word(at: $0) == .own }
        let owner = own.flatMap { meant(by: $0, not: known) } ?? topic(at: place, not: known)
        return owner.map { pairs([$0], after) } ?? []
    }

    /// "A, whose chips fill B's racks", "A's chips fill B's racks", "les puces d'A garnissent les baies de B".
    func goodsMatches(_ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch] {
        guard let maker = last(before: place.lowerBound) else { return [] }
        let gap = maker.tokens.upperBound..<place.lowerBound
        let after = complements(after: place, cue.prepositions, Self.reach)
        guard gap.count <= Self.reach, !gap.contains(where: isStop) else { return [] }
        if let whose = gap.last(where: { word(at: $0) == .whose }), !maker.possessive {
            guard (whose..<place.lowerBound).contains(where: { word(at: $0) == .goods }) else { return [] }
            return antecedent(maker, whose).map { pairs([$0], after) } ?? []
        }
        if maker.possessive, gap.contains(where: { word(at: $0) == .goods }) { return pairs([maker], after) }
        let start = max(tokens.lowerBound, maker.tokens.lowerBound - 3)
        guard gap.isEmpty, word(at: maker.tokens.lowerBound - 1) == .of,
            (start..<maker.tokens.lowerBound).contains(where: { word(at: $0) == .goods })
        else { return [] }
        return pairs([maker], after)
    }
}
