/// A row of `companies.tsv`.
struct CatalogueCompany: Sendable {
    let id: String
    let name: String
    let sort: String
    /// The id of the owner.
    let parent: String?
    /// The country where it is at home and the town of its head office, where known.
    let home: Home?

    /// Words by which newspapers speak of its trade, folded: "the database group".
    let trades: TradeWords

    /// The words of its name, folded.
    let words: [UInt64]
    /// Whether it has products or descriptors: all texts call it alike.
    let isWellKnown: Bool
    /// Whether its shares are traded.
    let isListed: Bool
    /// How many words its name has.
    var nameWords: Int { words.count }
    /// Whether it is an arm of a state or of states, no company.
    var isAuthority: Bool { sort == "agency" }

    init(_ row: Row) throws(LexiconError) {
        id = try row.required(0, "id")
        name = try row.required(1, "name")
        sort = row.isEmpty(4) ? "company" : row[4]
        parent = row.isEmpty(5) ? nil : row[5]
        words = row.withBytes(of: 1) { bytes in
            var words: [UInt64] = []
            words.reserveCapacity(RowWords(bytes).reduce(0) { count, _ in count + 1 })
            for word in RowWords(bytes) { words.append(Folding.hash(word)) }
            return words
        }
        trades = TradeWords(row, 13)
        isWellKnown = !(row.isEmpty(8) && row.isEmpty(9) && row.isEmpty(10))
        isListed = !row.isEmpty(7)
        home = try row.isEmpty(6) ? nil : Home(country: row[6], areas: Self.areas(row))
    }

    /// The town of the head office and what newspapers say for it: at most four.
    private static func areas(_ row: Row) throws(LexiconError) -> SIMD4<UInt64> {
        var areas = SIMD4<UInt64>()
        guard !row.isEmpty(12) else { return areas }
        let names = row.list(12)
        guard names.count <= areas.scalarCount else { throw row.unknown(row[12]) }
        for (place, name) in names.enumerated() { areas[place] = EntityLexicon.area(name, row[6]) }
        return areas
    }
}
