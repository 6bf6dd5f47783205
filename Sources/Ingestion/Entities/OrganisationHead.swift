/// A word of names that tells what the named thing is: "Bank", "Université", "County".
struct OrganisationHead: Sendable {
    enum Place: String, Sendable {
        case first, last, any
    }

    let kind: Entity.Kind
    /// The sort of organisation.
    let sort: String?
    let place: Place
    /// Whether small words may follow it within the name.
    let opens: Bool

    /// Reads a row of `organisation_heads.tsv`.
    init(_ row: Row) throws(LexiconError) {
        guard let kind = Entity.Kind(rawValue: try row.required(1, "kind")) else { throw row.unknown(row[1]) }
        guard let place = Place(rawValue: try row.required(3, "place")) else { throw row.unknown(row[3]) }
        guard row[4].isEmpty || row[4] == "opens" else { throw row.unknown(row[4]) }
        self.kind = kind
        self.place = place
        sort = row[2].isEmpty ? nil : row[2]
        opens = !row[4].isEmpty
    }
}
