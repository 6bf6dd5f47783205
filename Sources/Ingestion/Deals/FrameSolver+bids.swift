import Model

extension FrameSolver {
    /// A group for a side, with whom it means and what speaks for it.
    struct Bid {
        let group: ArgumentGroup
        let score: Int
    }

    /// Two groups as the two sides; what a noun or pronoun means depends on who is on the other side.
    func bids(
        _ first: (place: Place, score: Int), _ second: (place: Place, score: Int), _ type: DealType
    ) -> (first: Bid, second: Bid)? {
        if first.place.group.reference != nil, second.place.group.reference == nil {
            guard let right = bid(second.place, second.score, type, side: 1, against: []),
                let left = bid(first.place, first.score, type, side: 0, against: right.group.entities)
            else { return nil }
            return (left, right)
        }
        guard let left = bid(first.place, first.score, type, side: 0, against: []),
            let right = bid(second.place, second.score, type, side: 1, against: left.group.entities)
        else { return nil }
        return (left, right)
    }

    /// A group on a side, against those on the other one.
    func bid(_ place: Place, _ score: Int, _ type: DealType, side: Int, against others: Set<Int>) -> Bid? {
        let group = place.group
        guard let reference = group.reference else {
            guard group.isDisjoint(from: others), let score = names(place, score, type, side: side) else { return nil }
            return Bid(group: group, score: score)
        }
        let here = Discourse.Place(token: group.tokens.lowerBound, type: type, side: side, excluding: others)
        guard let answer = discourse.answer(reference, at: here) else { return nil }
        let isClear = answer.margin >= weights[.clearMargin] && answer.score >= weights[.likelyAnswer]
        // A pronoun of a verb is only read where it is clear whom it means.
        if group.verb != nil, !isClear { return nil }
        let doubt =
            (answer.margin < weights[.clearMargin] ? weights[.unclear] : 0)
            + (answer.score < weights[.likelyAnswer] ? weights[.unlikely] : 0)
        let entity = entities.all[answer.entity]
        let prior = priors.weight(entity, type, side: side)
        guard prior > weights[.never] else { return nil }
        let kind = weights[.prior] * prior - (entity.sort == nil ? weights[.unknown] : 0)
        return Bid(
            group: group.meaning(answer.entity),
            score: score + kind - (reference.isPronoun ? weights[.pronoun] : 0) - doubt)
    }

    /// What speaks for a group of names on a side; `nil` where the kind of one of them is never there.
    func names(_ place: Place, _ score: Int, _ type: DealType, side: Int) -> Int? {
        guard place.group.reference == nil,
            place.priors.allSatisfy({ RolePriors.weight($0, type, side: side) > weights[.never] })
        else { return nil }
        return whole(place, score, type, side: side)
    }

    /// What speaks for a group of names in its place on a side.
    func whole(_ place: Place, _ score: Int, _ type: DealType, side: Int) -> Int {
        var prior: Int?
        for list in place.priors { prior = max(prior ?? .min, RolePriors.weight(list, type, side: side)) }
        let isUnknown = place.group.mentions.allSatisfy { entities.all[$0.entity].sort == nil }
        let isPronoun = place.group.mentions.contains { $0.form == .pronoun }
        return score + weights[.prior] * (prior ?? 0) - (isPronoun ? weights[.pronoun] : 0)
            - (isUnknown ? weights[.unknown] : 0)
    }
}
