import Model

/// Sums that are told between quotation marks, and those whose clause says that they are of another.
extension EstimateSentence {
    /// "The market will pass X in 2030," says Y: what somebody quoted foresees of a market in a coming year. What a company
    /// says of its own money is no such thing, and a deal that has the sum keeps it.
    func foretold(_ index: Int, _ value: Money) -> Reading? {
        let place = literals[index].tokens
        guard let span = span(of: place), hasFutureYear, !literals[index].isOrder,
            distance(span.tokens, place) <= Self.sumReach,
            let market = nearest(to: place, within: Self.sumReach, { $0 == .market }),
            market.tokens.upperBound <= place.lowerBound, !isOther(place, unless: false),
            let speaker = speakers.first(where: { !document.tokens[$0.tokens.lowerBound].flags.contains(.quoted) }),
            found.contains(where: {
                [.future, .forecast, .dedicate].contains($0.word) && $0.tokens.lowerBound >= market.tokens.upperBound
                    && $0.tokens.lowerBound < place.upperBound
            })
        else { return nil }
        var reading = reading(
            index, value, EstimateSource(speaker), market.tokens, isOwnPlan: false, from: market.tokens.lowerBound)
        reading.isSure = false
        return reading
    }

    /// Whether two or more are said to spend a sum together: then they have a deal.
    func isJoint(_ reading: Reading) -> Bool {
        let place = reading.valueTokens
        let isForecast = !reading.isOwnPlan && found.contains { $0.word == .forecast || $0.word == .source }
        return !isForecast
            && found.contains {
                $0.word == .joint && distance($0.tokens, place) <= Self.sumReach && !isSplit($0.tokens, place)
            }
    }

    /// Whether a semicolon stands between two places, in either order.
    func isSplit(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        let low = min(one.upperBound, other.upperBound)
        return (low..<max(low, one.lowerBound, other.lowerBound)).contains { document.semicolons.contains($0) }
    }

    /// "draws on its cash and plans to put X into it": whether a second verb, of intention, stands between a word and the
    /// sum, so that the word is of the first.
    func isPastVerb(_ word: Word, _ place: Range<Int>) -> Bool {
        guard word.tokens.upperBound < place.lowerBound else { return false }
        return found.contains { plan in
            plan.word == .plan && plan.tokens.lowerBound > word.tokens.upperBound
                && plan.tokens.upperBound <= place.lowerBound
                && found.contains { $0.word == .join && $0.tokens.upperBound == plan.tokens.lowerBound }
        }
    }
}
