import Model

/// Writes the states of deals, and all that lists and matches read of them.
struct DealTables {
    let desk: Desk

    private var connection: Connection { desk.connection }

    /// What the tables hold of a deal now.
    struct Previous {
        var state: Int
        var version: Int
        var isGone: Bool
        var day: Int
        var wire: [UInt8]
    }

    /// The latest state of a deal.
    func previous(_ number: Int) throws(StoreError) -> Previous? {
        try connection.first(
            "SELECT state_no, version, gone, day, wire FROM deal_state WHERE number = ?1 ORDER BY version DESC LIMIT 1",
            .int(number)
        ) { row throws(StoreError) in
            Previous(
                state: row.int(0), version: row.int(1), isGone: row.int(2) == 1, day: row.int(3), wire: row.bytes(4))
        }
    }

    /// Replaces the latest state of a deal by the next one.
    func write(_ state: DealState, after previous: Previous?) throws(StoreError) {
        let since = SQLValue.int(state.event.at.microseconds)
        if let previous { try close(previous, of: state.number, at: since) }
        let wire = desk.renderer.deal(state.deal)
        let number = try desk.ledger.stateNumber("deal_state")
        let statement = try connection.statement(
            """
            INSERT INTO deal_state VALUES (?1, ?2, ?3, ?4, 9223372036854775807, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, \
            ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)
            """)
        try statement.bind(
            [.int(number), .int(state.number), .int(state.deal.version), since] + state.columns(wire: wire))
        _ = try statement.step()
        statement.reset()
        guard !state.isGone else { return }
        try writeParties(of: state, number: number, wire: wire)
        try writePairs(of: state)
        try writeAllocations(of: state, number: number, since: since)
        for article in state.articles.sorted() {
            try connection.run("INSERT OR IGNORE INTO deal_article VALUES (?1, ?2)", .int(article), .int(state.number))
        }
        try connection.run(
            "INSERT INTO deal_words (rowid, words) VALUES (?1, ?2)", .int(number),
            .utf8(Words.indexed(state.searchText)))
    }

    /// Ends the latest state, and takes the deal out of the tables that hold current deals only.
    private func close(_ previous: Previous, of number: Int, at since: SQLValue) throws(StoreError) {
        let state = SQLValue.int(previous.state)
        try connection.run("UPDATE deal_state SET until = ?1 WHERE state_no = ?2", since, state)
        try connection.run("UPDATE allocation_state SET until = ?1 WHERE state_no = ?2", since, state)
        guard !previous.isGone else { return }
        let companies = try connection.all(
            "SELECT company_no, max(direct) FROM deal_party WHERE state_no = ?1 GROUP BY company_no", state
        ) { row throws(StoreError) in (company: row.int(0), direct: row.int(1)) }
        try discount(CompanyCount.all, direct: 1)
        for entry in companies {
            let slot = Slot.pack(company: entry.company, day: previous.day, deal: number)
            try connection.run("DELETE FROM list_row WHERE slot = ?1", .int(slot))
            try discount(entry.company, direct: entry.direct)
        }
        try connection.run("DELETE FROM deal_pair WHERE number = ?1", .int(number))
        try connection.run("DELETE FROM deal_article WHERE number = ?1", .int(number))
    }

    /// Counts a deal for a company.
    private func count(_ company: Int, direct: Int) throws(StoreError) {
        desk.changes.deals(of: company)
        try connection.run(
            """
            INSERT INTO company_count VALUES (?1, ?2, 1) \
            ON CONFLICT DO UPDATE SET direct = direct + ?2, whole = whole + 1
            """, .int(company), .int(direct))
    }

    /// Counts a deal for a company no longer.
    private func discount(_ company: Int, direct: Int) throws(StoreError) {
        desk.changes.deals(of: company)
        try connection.run(
            "UPDATE company_count SET direct = direct - ?2, whole = whole - 1 WHERE company_no = ?1", .int(company),
            .int(direct))
    }

    private func writeParties(of state: DealState, number: Int, wire: [UInt8]) throws(StoreError) {
        try count(CompanyCount.all, direct: 1)
        for (company, seat) in try seats(of: state.members) {
            for role in seat.roles.sorted(by: { $0.rawValue < $1.rawValue }) {
                try connection.run(
                    "INSERT INTO deal_party VALUES (?1, ?2, ?3, ?4)", .int(company), .int(number), .text(role.rawValue),
                    SQLValue(seat.direct.contains(role)))
            }
            let isDirect = !seat.direct.isEmpty
            try connection.run(
                "INSERT INTO list_row VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                .int(Slot.pack(company: company, day: state.day.number, deal: state.number)), SQLValue(isDirect),
                .int(DealState.bits(seat.roles)), .text(state.deal.deal.type.rawValue),
                .text(state.deal.deal.status.rawValue), .utf8(wire))
            try count(company, direct: isDirect ? 1 : 0)
        }
    }

    private struct Seat {
        var roles: Set<Role> = []
        var direct: Set<Role> = []
    }

    /// The companies of a deal and all that own them, with their roles, by number.
    private func seats(of members: [PartyFold.Member]) throws(StoreError) -> [(company: Int, seat: Seat)] {
        var seats: [Int: Seat] = [:]
        for member in members {
            seats[member.number, default: Seat()].roles.insert(member.party.role)
            seats[member.number, default: Seat()].direct.insert(member.party.role)
            for owner in try desk.directory.owners(of: member.number) {
                seats[owner, default: Seat()].roles.insert(member.party.role)
            }
        }
        return seats.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func writePairs(of state: DealState) throws(StoreError) {
        for pair in try DealPair.of(
            state.members.map { ($0.number, $0.party.role) }, type: state.deal.deal.type, directory: desk.directory)
        {
            try connection.run(
                "INSERT OR IGNORE INTO deal_pair VALUES (?1, ?2, ?3, ?4)", .text(state.deal.deal.type.rawValue),
                .int(pair.first), .int(pair.second), .int(state.number))
        }
    }

    private func writeAllocations(of state: DealState, number: Int, since: SQLValue) throws(StoreError) {
        for (index, allocation) in state.deal.deal.allocations.enumerated() {
            let pointer = Field.element(Field.allocations, index)
            let evidence = state.deal.evidence.compactMap { item -> SourcedEvidence? in
                guard item.field == pointer || item.field.hasPrefix(pointer + "/") else { return nil }
                var item = item
                item.field = String(item.field.dropFirst(pointer.count))
                return item
            }
            let folded = FoldedAllocation(
                id: state.deal.allocationIDs[index], allocation: allocation, deal: state.deal.id,
                dealType: state.deal.deal.type, dealStatus: state.deal.deal.status, parties: state.deal.parties,
                announcedOn: state.deal.deal.announcedOn, evidence: evidence)
            let count = allocation.count
            try connection.run(
                "INSERT INTO allocation_state VALUES (?1, ?2, ?3, ?4, 9223372036854775807, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                .int(number), .int(index), .int(state.allocations[index]), since, SQLValue(allocation.product),
                SQLValue(allocation.vendor), .text(allocation.unit.rawValue), .text(allocation.stage.rawValue),
                SQLValue(count?.min ?? count?.max), SQLValue(count?.max ?? count?.min),
                .utf8(desk.renderer.allocation(folded)))
        }
    }
}

/// The topmost owners of a party of each side of a deal: what two tellings of one deal have in common.
struct DealPair: Hashable {
    var first: Int
    var second: Int

    /// The pairs of a deal's parties, given by number and role; partners, who have no sides, in order of their numbers.
    static func of(
        _ parties: [(company: Int, role: Role)], type: DealType, directory: Directory
    ) throws(StoreError) -> [DealPair] {
        var roots: [(root: Int, role: Role)] = []
        for party in parties { roots.append((try directory.root(of: party.company), party.role)) }
        var pairs: Set<DealPair> = []
        let sides = type.roles
        for one in roots where one.role == sides.first {
            for other in roots where other.role == sides.last {
                if sides.count == 1, one.root >= other.root { continue }
                pairs.insert(DealPair(first: one.root, second: other.root))
            }
        }
        return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }
}
