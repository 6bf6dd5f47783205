import Model

/// Sums that stand first, and behind them what they are.
extension EstimateSentence {
    /// "X: what Y says companies will spend in 2029", "X. C'est ce que Y voit dépensé d'ici 2030": a sum at the start of its
    /// sentence, words for what it is, and behind them who says so.
    func headed(_ index: Int, _ value: Money) -> Reading? {
        let place = literals[index].tokens
        guard place.lowerBound - tokens.lowerBound <= Self.labelReach,
            let what = found.first(where: {
                $0.word == .what && (0...Self.labelReach).contains($0.tokens.lowerBound - place.upperBound)
            })
        else { return nil }
        let end = what.tokens.upperBound
        let names = speakers.filter { $0.tokens.lowerBound >= end && !$0.possessive }
        let isSpent = found.contains {
            [.spend, .dedicate, .build, .market, .capex, .payment].contains($0.word) && $0.tokens.lowerBound >= end
        }
        guard isSpent, let source = names.first, source.tokens.lowerBound - end <= Self.labelReach,
            !names.contains(where: { $0.entity != source.entity && entities.all[$0.entity].kind == .organisation }),
            !isOther(place, unless: true)
        else { return nil }
        return reading(index, value, EstimateSource(source), what.tokens, isOwnPlan: false, from: end)
    }

    /// How many tokens stand before the sum, between it and what it is, and before who says so.
    private static let labelReach = 8
}
