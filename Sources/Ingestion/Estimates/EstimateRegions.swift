/// The countries and regions that places and their adjectives name.
struct EstimateRegions: Sendable {
    /// The region of estimates for the whole world.
    static let world = "world"

    /// ISO 3166 codes by the row of the place layer, empty where there is no single one.
    private let codes: [String]

    /// Reads the table of places, in the order in which the place layer numbers them.
    init(_ tables: Tables) throws(LexiconError) {
        var codes: [String] = []
        for row in try tables.common("places") where row.isEmpty(3) || row.has(tables.language, in: 3) {
            codes.append(row[1])
        }
        self.codes = codes
    }

    /// The code of the first place in some tokens that is not part of a name; `nil` where there is none.
    func code(in range: Range<Int>, _ document: Document, _ entities: Entities) -> String? {
        for hit in document.hits(in: range, .place) where hit.row < codes.count && !codes[hit.row].isEmpty {
            let isName = entities.mentions(in: hit.first..<hit.end).contains { entities.all[$0.entity].kind != .place }
            if !isName { return codes[hit.row] }
        }
        return nil
    }
}
