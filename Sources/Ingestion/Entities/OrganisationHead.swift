/// A word of names that tells what the named thing is: "Bank", "Université", "County".
struct OrganisationHead: Sendable {
    enum Place: String, Sendable {
        case first, last, any
    }

    let kind: Entity.Kind
    /// The sort of organisation.
    let sort: String?
    let place: Place
    /// Whether "of" and a further name may follow it within the name.
    let takesComplement: Bool
    /// Whether small words may follow it too.
    let opens: Bool

    /// Whether it is one that texts write in small letters before its name: a university or a hospital.
    var isInstitution: Bool { sort == "university" || sort == "customer" && opens }

    /// Reads a row of `organisation_heads.tsv`.
    init(_ row: Row) throws(LexiconError) {
        guard let kind = Entity.Kind(rawValue: try row.required(1, "kind")) else { throw row.unknown(row[1]) }
        guard let place = Place(rawValue: try row.required(3, "place")) else { throw row.unknown(row[3]) }
        guard ["", "of", "opens"].contains(row[4]) else { throw row.unknown(row[4]) }
        self.kind = kind
        self.place = place
        sort = row[2].isEmpty ? nil : row[2]
        takesComplement = !row[4].isEmpty
        opens = row[4] == "opens"
    }
}
