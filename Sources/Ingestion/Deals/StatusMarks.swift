/// What the words of status of a text say, with their places: read once for all triggers.
struct StatusMarks: Sendable {
    /// A word that says something of the deal beside it.
    struct Place: Sendable {
        let mark: StatusWords.Mark
        let tokens: Range<Int>
    }

    /// By first token.
    private var all: [Place] = []

    /// Adds a mark that begins behind the last one, or with it.
    mutating func append(_ mark: StatusWords.Mark, _ tokens: Range<Int>) {
        all.append(Place(mark: mark, tokens: tokens))
    }

    /// The marks that begin in a token range.
    func marks(in range: Range<Int>) -> ArraySlice<Place> {
        let first = all.partitioningIndex { $0.tokens.lowerBound >= range.lowerBound }
        var end = first
        while end < all.count, all[end].tokens.lowerBound < range.upperBound { end += 1 }
        return all[first..<end]
    }
}
