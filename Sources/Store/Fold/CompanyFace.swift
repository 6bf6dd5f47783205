import Model

/// What the claims on a company say together: editors decide over the source that named it first, names are united.
struct CompanyFace {
    /// The name that it goes by; empty without claims.
    private(set) var name = ""
    /// Every name that it was given, that one among them, in order of mention.
    private(set) var names: [String] = []
    private(set) var parent: Int?
    private(set) var country: String?
    private(set) var kind: String?

    /// The face that claims give, oldest first.
    init(_ claims: [Claim]) throws(StoreError) {
        for claim in claims {
            let stated = try StatedCompany(claim.assertions)
            if let name = stated.name {
                if self.name.isEmpty || claim.event.editor != nil { self.name = name }
                names.append(name)
            }
            names += stated.aliases
            if let parent = stated.parent { self.parent = parent }
            if let country = stated.country { self.country = country }
            if let kind = stated.kind { self.kind = kind }
        }
    }
}
