/// The words for what a company does, beside what its sort says: "database", "moteur de recherche".
struct TradeWords: Sendable {
    private var words: [UInt64] = []
    /// A bit for each word, which few words share: most that are asked for are none of them.
    private var mask: UInt64 = 0

    init(_ row: Row, _ column: Int) {
        guard !row.isEmpty(column) else { return }
        row.forEachPart(of: column) { words.append(Folding.hash($0)) }
        mask = words.reduce(0) { $0 | Self.bit($1) }
    }

    private static func bit(_ word: UInt64) -> UInt64 { 1 << (word & 63) }

    /// Whether a folded word is one of them.
    func contains(_ word: UInt64) -> Bool { mask & Self.bit(word) != 0 && words.contains(word) }
}
