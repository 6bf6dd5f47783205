import Model

/// Changes deals by hand: each edit is a claim of its editor.
struct DealEditing {
    let desk: Desk
    let editor: Editor

    /// Corrects a deal.
    func edit(_ id: String, _ edit: DealEdit, expecting: Int?) throws(StoreError) -> StoredRecord {
        let record = try current(id, expecting: expecting)
        let event = try begin()
        var stated = StatedDeal()
        stated.type = try Self.required(edit.type, "type")
        stated.status = try Self.required(edit.status, "status")
        stated.review = try Self.required(edit.review, "review")
        if let parties = try Self.required(edit.parties, "parties") {
            stated.parties = try self.parties(parties, event)
        }
        stated.value = Self.optional(edit.value)
        stated.term = Self.optional(edit.term)
        stated.power = Self.optional(edit.power)
        stated.announcedOn = Self.optional(edit.announcedOn)
        stated.purposes = Self.list(edit.purposes)
        if let allocations = Self.list(edit.allocations) {
            stated.allocations = try self.allocations(allocations, of: record.number, event)
        }
        let assertions = stated.assertions([])
        guard !assertions.isEmpty else { throw .refused("nothing to change") }
        try desk.claim(record, event: event, assertions)
        try Folder(desk: desk).fold([record], event)
        return try read(id)
    }

    /// Adds a deal; its id.
    func add(_ deal: Deal) throws(StoreError) -> String {
        let event = try begin()
        let record = try desk.ledger.mint(.deal, event: event)
        let parties = try self.parties(deal.parties, event)
        let allocations = try self.allocations(deal.allocations, of: nil, event)
        let stated = StatedDeal(
            deal, companies: parties.map(\.company), allocations: allocations.map(\.number), lineage: [])
        try desk.claim(record, event: event, stated.assertions([]))
        try Folder(desk: desk).fold([record], event)
        return try desk.ledger.id(.deal, record.number)
    }

    /// Takes a deal away.
    func retract(_ id: String, expecting: Int?) throws(StoreError) {
        let record = try current(id, expecting: expecting)
        let event = try begin()
        try desk.claim(record, .withdraws, event: event)
        try Folder(desk: desk).fold([record], event)
    }

    /// Joins a deal to another one.
    func merge(_ id: String, into other: String, expecting: Int?) throws(StoreError) -> StoredRecord {
        let loser = try current(id, expecting: expecting)
        let winner = try current(other, expecting: nil)
        guard loser != winner else { throw .refused("a deal cannot be merged with itself") }
        let event = try begin()
        try desk.claim(winner, .absorbs, target: loser.number, event: event)
        try desk.claim(loser, .joins, target: winner.number, event: event)
        try Folder(desk: desk).fold([loser, winner].sorted(), event)
        return try read(other)
    }

    /// Moves what some articles say to a deal of its own; its id.
    func split(_ id: String, articles: [String], expecting: Int?) throws(StoreError) -> String {
        let record = try current(id, expecting: expecting)
        let event = try begin()
        let standing = try Standing(desk.log, record, upTo: event.number)
        var moved: [Claim] = []
        for claim in standing.claims {
            guard let number = claim.event.article else { continue }
            if articles.contains(try desk.library.article(number).id) { moved.append(claim) }
        }
        guard !moved.isEmpty else { throw .refused("none of these articles tells of the deal") }
        guard moved.count < standing.claims.count else { throw .refused("nothing would be left of the deal") }
        let part = try desk.ledger.mint(.deal, event: event)
        for claim in moved { try desk.claim(part, .takes, target: claim.number, event: event) }
        try Folder(desk: desk).fold([record, part].sorted(), event)
        return try desk.ledger.id(.deal, part.number)
    }

    private func begin() throws(StoreError) -> Event {
        try desk.ledger.event("edit", article: nil, editor: editor)
    }

    private func read(_ id: String) throws(StoreError) -> StoredRecord {
        try DealReads(connection: desk.connection).deal(id, asOf: nil)
    }

    /// The deal with an id, as far as it stands and nobody has changed it.
    private func current(_ id: String, expecting: Int?) throws(StoreError) -> RecordRef {
        guard let number = try desk.ledger.number(.deal, id) else { throw .notFound }
        let stored = try read(id)
        if let expecting, expecting != stored.version { throw .conflict(version: stored.version) }
        return RecordRef(kind: .deal, number: number)
    }

    private func parties(_ parties: [Party], _ event: Event) throws(StoreError) -> [StatedDeal.Party] {
        let companies = CompanyIntake(desk: desk)
        return try parties.map { party throws(StoreError) in
            StatedDeal.Party(
                company: try companies.company(named: party.company, event), role: party.role, name: party.company,
                also: party.also)
        }
    }

    private func allocations(
        _ allocations: [Allocation], of deal: Int?, _ event: Event
    ) throws(StoreError) -> [StatedDeal.Allocation] {
        let numbers = try AllocationIntake(desk: desk).numbers(allocations, of: deal, event)
        return zip(allocations, numbers).map { StatedDeal.Allocation(number: $1, allocation: $0) }
    }

    private static func required<Value>(_ edit: FieldEdit<Value>, _ name: String) throws(StoreError) -> Value? {
        switch edit {
        case .keep: return nil
        case .set(let value): return value
        case .clear: throw .refused("a deal cannot be without \(name)")
        }
    }

    private static func optional<Value>(_ edit: FieldEdit<Value>) -> Value?? {
        switch edit {
        case .keep: nil
        case .set(let value): .some(value)
        case .clear: .some(nil)
        }
    }

    private static func list<Value>(_ edit: FieldEdit<[Value]>) -> [Value]? {
        switch edit {
        case .keep: nil
        case .set(let values): values
        case .clear: []
        }
    }
}
