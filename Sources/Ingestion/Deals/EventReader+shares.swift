// What part of a company moves.

extension EventReader {
    /// The percentage that somebody has taken of the group that ends at a token, in the clause that "of which" begins behind
    /// it: "A, dont B a pris 12 %".
    func relativeShare(behind end: Int, _ groups: [ArgumentGroup]) -> Double? {
        let word = context.document.tokens[safe: end]?.kind == .comma ? end + 1 : end
        guard context.marks.words[safe: word]?.isSuperset(of: [.whose, .genitive]) ?? false else { return nil }
        let next = context.literals.partitioningIndex { $0.tokens.lowerBound > word }
        guard next < context.literals.count, context.literals[next].unit == "percent" else { return nil }
        let share = context.literals[next].tokens
        guard share.lowerBound - word <= Self.longestClause,
            context.marks.insertions[share.lowerBound] == context.marks.insertions[word],
            context.marks.slots[safe: share.upperBound] != .of,
            groups.contains(where: {
                $0.slot == nil && word < $0.tokens.lowerBound && $0.tokens.upperBound <= share.lowerBound
            })
        else { return nil }
        return context.literals[next].min ?? context.literals[next].max
    }

    /// How many words such a clause may have before the percentage.
    private static let longestClause = 10
}
