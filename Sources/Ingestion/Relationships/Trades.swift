/// What companies do, and who competes with whom by that: makers of chips with each other, not with a bank.
struct Trades: Sendable {
    /// How near the trades of two companies are.
    enum Kinship: Int, Sendable {
        /// One does what the other does not.
        case foreign
        /// What one of them does is not known.
        case unknown
        /// What they do overlaps.
        case near
        case same
    }

    /// The other sorts that a sort competes with.
    private var rivals: [String: Set<String>] = [:]

    /// Sorts that say nothing about what a company does.
    private static let vague: Set<String> = ["company", "startup", "customer"]

    /// Reads the table of the sorts of companies, which has who competes in its fourth column.
    init(_ tables: Tables) throws(LexiconError) {
        for row in try tables.common("company_sorts") {
            for other in row.list(3) {
                rivals[row[0], default: []].insert(other)
                rivals[other, default: []].insert(row[0])
            }
        }
    }

    /// How near the trades of two sorts are.
    func kinship(_ first: String?, _ second: String?) -> Kinship {
        guard let first, let second, !Self.vague.contains(first), !Self.vague.contains(second) else { return .unknown }
        if first == second { return .same }
        return rivals[first]?.contains(second) ?? false ? .near : .foreign
    }
}
