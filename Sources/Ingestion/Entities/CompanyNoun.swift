import Model

/// A common noun for a company, as `company_nouns.tsv` lists it.
struct CompanyNoun: Sendable {
    /// The gazetteer's form numbers.
    enum Number: UInt16, Sendable {
        case singular, plural
    }

    /// The sort that it means; `company` for any.
    let sort: String
    let gender: Gender
    /// Whether it names a part that a company plays for another ("rival", "tenant"): alone it means nobody in
    /// particular.
    let isRelational: Bool
    /// The roles that it plays in a deal: "tenant" is a customer.
    let roles: [Role]
    /// The roles that it tells where a deal or an owner says that it has one: "the bank" lends, "its cloud provider" sells.
    var parts: [Role] {
        guard roles.isEmpty else { return roles }
        switch sort {
        case "cloud", "neocloud", "datacenter", "chip", "utility", "builder", "industrial": return [.provider]
        case "bank": return [.lender]
        case "fund": return [.investor, .lender]
        default: return []
        }
    }
    /// The other sorts that it may mean.
    private let others: Others

    /// The sorts that a noun of a sort may mean beside its own, and those of which it tells nothing though it may mean them.
    typealias Others = (also: [String], hardly: [String])

    /// Whether it may mean a company of a sort.
    func may(mean sort: String) -> Bool { tells(sort) || others.hardly.contains(sort) }

    /// Whether it tells that a company is of a sort.
    func tells(_ sort: String) -> Bool { self.sort == sort || others.also.contains(sort) }

    /// Reads a row; `others` are those of each sort.
    init(_ row: Row, others: [String: Others]) throws(LexiconError) {
        sort = try row.required(2, "sort")
        guard let gender = Gender(rawValue: try row.required(3, "gender")) else { throw row.unknown(row[3]) }
        self.gender = gender
        guard row[4].isEmpty || row[4] == "relational" else { throw row.unknown(row[4]) }
        isRelational = !row[4].isEmpty
        var roles: [Role] = []
        for word in row.list(5) {
            guard let role = Role(rawValue: word) else { throw row.unknown(word) }
            roles.append(role)
        }
        self.roles = roles
        self.others = others[sort] ?? ([], [])
    }
}

/// The grammatical gender of a noun or pronoun.
enum Gender: String, Sendable {
    case masculine = "m"
    case feminine = "f"
    /// Either, or none.
    case neuter = "n"

    /// Whether words of both genders may mean the same.
    func agrees(with other: Gender) -> Bool {
        self == .neuter || other == .neuter || self == other
    }
}
