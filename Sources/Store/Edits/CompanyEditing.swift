import Model

/// Changes companies by hand: each edit is a claim of its editor.
struct CompanyEditing {
    let desk: Desk
    let editor: Editor

    /// Corrects a company.
    func edit(_ id: String, _ edit: CompanyEdit, expecting: Int?) throws(StoreError) -> StoredRecord {
        let record = try current(id, expecting: expecting)
        let event = try begin()
        var stated = StatedCompany()
        switch edit.name {
        case .keep: break
        case .set(let name):
            guard !TextKeys.name(name).isEmpty else { throw .invalid(.blank) }
            stated.name = name
        case .clear: throw .refused("a company cannot be without a name")
        }
        stated.aliases = edit.addedAliases
        for name in edit.addedAliases {
            if let owner = try desk.directory.number(named: name), owner != record.number {
                throw .refused("\(name) is another company; merge the two instead")
            }
        }
        stated.parent = try parent(edit.parent, of: record.number)
        stated.country = Self.optional(edit.country)
        stated.kind = Self.optional(edit.kind)
        guard !stated.assertions.isEmpty else { throw .refused("nothing to change") }
        try desk.claim(record, event: event, stated.assertions)
        try Folder(desk: desk).fold([record], event)
        return try read(record)
    }

    /// Joins a company to another one.
    func merge(_ id: String, into other: String, expecting: Int?) throws(StoreError) -> StoredRecord {
        let loser = try current(id, expecting: expecting)
        let winner = try current(other, expecting: nil)
        guard loser != winner else { throw .refused("a company cannot be merged with itself") }
        guard try !desk.directory.owners(of: winner.number).contains(loser.number) else {
            throw .refused("a company cannot be merged into one that it owns")
        }
        let event = try begin()
        try desk.claim(winner, .absorbs, target: loser.number, event: event)
        try desk.claim(loser, .joins, target: winner.number, event: event)
        try Folder(desk: desk).fold([loser, winner].sorted(), event)
        return try read(winner)
    }

    /// Takes a merge back.
    func unmerge(_ id: String) throws(StoreError) -> StoredRecord {
        guard let number = try desk.ledger.number(.company, id) else { throw .notFound }
        let joined = try desk.connection.integer(
            "SELECT joined FROM company_state WHERE number = ?1 AND until = \(States.open)", .int(number))
        guard let joined else { throw .notFound }
        let event = try begin()
        let loser = RecordRef(kind: .company, number: number)
        let winner = RecordRef(kind: .company, number: joined)
        try desk.claim(winner, .releases, target: number, event: event)
        try desk.claim(loser, .leaves, target: joined, event: event)
        try Folder(desk: desk).fold([loser, winner].sorted(), event)
        return try read(loser)
    }

    private func begin() throws(StoreError) -> Event {
        try desk.ledger.event("edit", article: nil, editor: editor)
    }

    private func read(_ record: RecordRef) throws(StoreError) -> StoredRecord {
        try CompanyReads(connection: desk.connection, renderer: desk.renderer).render(record.number)
    }

    private func current(_ id: String, expecting: Int?) throws(StoreError) -> RecordRef {
        guard let number = try desk.ledger.number(.company, id) else { throw .notFound }
        let record = RecordRef(kind: .company, number: number)
        let stored = try read(record)
        if let expecting, expecting != stored.version { throw .conflict(version: stored.version) }
        return record
    }

    private func parent(_ edit: FieldEdit<String>, of number: Int) throws(StoreError) -> Int?? {
        guard case .set(let id) = edit else { return edit == .clear ? .some(nil) : nil }
        guard let parent = try desk.ledger.number(.company, id) else { throw .refused("no company \(id)") }
        let owner = try desk.directory.card(parent).number
        guard owner != number, try !desk.directory.owners(of: owner).contains(number) else {
            throw .refused("a company cannot own itself")
        }
        return .some(owner)
    }

    private static func optional(_ edit: FieldEdit<String>) -> String?? {
        switch edit {
        case .keep: nil
        case .set(let value): .some(value)
        case .clear: .some(nil)
        }
    }
}
