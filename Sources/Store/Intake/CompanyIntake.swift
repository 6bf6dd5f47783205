import Model

/// Finds the company behind a name, and mints one where there is none.
struct CompanyIntake {
    let desk: Desk

    /// The company that takes part in a record under a name.
    func company(named name: String, _ event: Event) throws(StoreError) -> Int {
        if let known = try known(name, event) { return known }
        var stated = StatedCompany()
        stated.name = name
        return try mint(stated, event)
    }

    /// The company of a name, if it takes part in a record already or is in the catalogue.
    func known(_ name: String, _ event: Event) throws(StoreError) -> Int? {
        if let number = try desk.directory.number(named: name) { return try desk.directory.card(number).number }
        guard let entry = desk.catalogue.entry(named: name) else { return nil }
        return try mint(entry, event, depth: 0)
    }

    private func mint(_ entry: CatalogueEntry, _ event: Event, depth: Int) throws(StoreError) -> Int {
        var stated = StatedCompany()
        stated.name = entry.name
        stated.aliases = entry.aliases
        stated.country = entry.country.map { .some($0) }
        stated.kind = entry.kind.map { .some($0) }
        if let owner = desk.catalogue.owner(of: entry), owner.id != entry.id, depth < Self.depth {
            if let number = try desk.directory.number(named: owner.name) {
                stated.parent = .some(number)
            } else {
                stated.parent = .some(try mint(owner, event, depth: depth + 1))
            }
        }
        return try mint(stated, event)
    }

    private func mint(_ stated: StatedCompany, _ event: Event) throws(StoreError) -> Int {
        let record = try desk.ledger.mint(.company, event: event)
        try desk.claim(record, event: event, stated.assertions)
        try CompanyFold(desk: desk).fold([record.number], event)
        return record.number
    }

    /// Where a chain of owners in the catalogue ends at the latest.
    private static let depth = 8
}
