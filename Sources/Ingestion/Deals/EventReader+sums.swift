// What stands in a sum of money, or beside one.

extension EventReader {
    /// Whether a token is the last one of several that are a sum of money.
    func isInSum(_ token: Int) -> Bool {
        let figures = context.places.figures
        guard figures.contains(token), token > 0, figures.contains(token - 1) else { return false }
        let next = context.literals.partitioningIndex { $0.tokens.lowerBound > token }
        return next > 0 && context.literals[next - 1].kind == .money
            && context.literals[next - 1].tokens.contains(token)
    }

    /// Whether a sum stands soon before a verb, or right behind it: without one, "come" and "go" are verbs of no deal.
    func isBesideSum(_ verb: Trigger) -> Bool {
        context.places.sums.contains(
            from: verb.tokens.lowerBound - Self.longestSum, before: verb.tokens.upperBound + 2)
    }

    /// How many tokens a sum and what stands between it and its verb may have.
    private static let longestSum = 14
}
