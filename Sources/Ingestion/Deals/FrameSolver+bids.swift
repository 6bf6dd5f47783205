import Model

extension FrameSolver {
    /// What speaks for a group on a side, and whom it means there where its words are no name.
    struct Bid {
        let score: Int
        /// Whom the reference of the group means.
        var entity: Int?

        /// Those who are on the side then.
        func others(_ group: ArgumentGroup) -> Others { entity.map(Others.one) ?? .named(group.mentions) }
    }

    /// Two groups as the two sides; what a noun or pronoun means depends on who is on the other side.
    func bids(
        _ first: (place: Place, score: Int), _ second: (place: Place, score: Int), _ type: DealType
    ) -> (first: Bid, second: Bid)? {
        let isOpen = (first.place.group.reference != nil, second.place.group.reference != nil)
        let left = isOpen.0 && !isOpen.1 ? nil : leftFirst(first, second, type)
        guard isOpen.0, let right = rightFirst(first, second, type) else { return left }
        guard let left else { return right }
        // Of two words, the one that is plainer says whom the other cannot mean.
        return right.first.score + right.second.score > left.first.score + left.second.score ? right : left
    }

    private func leftFirst(
        _ first: (place: Place, score: Int), _ second: (place: Place, score: Int), _ type: DealType
    ) -> (first: Bid, second: Bid)? {
        guard let left = bid(first.place, first.score, type, side: 0, against: .nobody),
            let right = bid(second.place, second.score, type, side: 1, against: left.others(first.place.group))
        else { return nil }
        return (left, right)
    }

    private func rightFirst(
        _ first: (place: Place, score: Int), _ second: (place: Place, score: Int), _ type: DealType
    ) -> (first: Bid, second: Bid)? {
        guard let right = bid(second.place, second.score, type, side: 1, against: .nobody),
            let left = bid(first.place, first.score, type, side: 0, against: right.others(second.place.group))
        else { return nil }
        return (left, right)
    }

    /// A group on a side, against those on the other one.
    func bid(_ place: Place, _ score: Int, _ type: DealType, side: Int, against others: Others) -> Bid? {
        guard let reference = place.group.reference else {
            guard place.group.isDisjoint(from: others), let score = names(place, score, type, side: side) else {
                return nil
            }
            return Bid(score: score)
        }
        let here = Discourse.Place(type: type, side: side, excluding: others)
        guard let answer = discourse.answer(reference, among: place.candidates, at: here) else { return nil }
        let isClear = answer.margin >= weights[.clearMargin] && answer.score >= weights[.likelyAnswer]
        // A pronoun of a verb is only read where it is clear whom it means.
        if place.group.verb != nil, !isClear { return nil }
        let doubt =
            (answer.margin < weights[.clearMargin] ? weights[.unclear] : 0)
            + (isAgainst(reference, answer, place) ? weights[.antecedentOfWords] : 0)
            + (answer.score < weights[.likelyAnswer] ? weights[.unlikely] : 0)
        let prior = priors.weight(answer.entity, type, side: side)
        guard prior > weights[.never] else { return nil }
        let isUnknown = entities.all[answer.entity].sort == nil
        let kind = weights[.prior] * prior - (isUnknown ? weights[.unknown] : 0)
        return Bid(
            score: score + kind - (reference.isPronoun ? weights[.pronoun] : 0) - doubt, entity: answer.entity)
    }

    /// Whether a pronoun that is a subject is taken for somebody else than it plainly means.
    private func isAgainst(_ reference: Reference, _ answer: Discourse.Answer, _ place: Place) -> Bool {
        guard reference.isPronoun, !place.isDative, place.group.slot == nil, let plain = reference.antecedent else {
            return false
        }
        return plain != answer.entity
    }

    /// What speaks for a group of names on a side; `nil` where the kind of one of them is never there.
    func names(_ place: Place, _ score: Int, _ type: DealType, side: Int) -> Int? {
        guard place.group.reference == nil,
            place.group.mentions.allSatisfy({ priors.weight($0.entity, type, side: side) > weights[.never] })
        else { return nil }
        return whole(place, score, type, side: side)
    }

    /// What speaks for a group of names in its place on a side.
    func whole(_ place: Place, _ score: Int, _ type: DealType, side: Int) -> Int {
        var prior: Int?
        for mention in place.group.mentions {
            prior = max(prior ?? .min, priors.weight(mention.entity, type, side: side))
        }
        return score + weights[.prior] * (prior ?? 0) - place.doubt
    }
}
