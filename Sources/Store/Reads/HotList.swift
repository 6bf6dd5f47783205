import Model

/// The commonest list: the deals of one company and all that it owns, newest first, perhaps of some types, statuses or
/// roles. One scan over neighbouring rows of `list_row`.
struct HotList {
    let connection: Connection

    /// The page, or `nil` for a query of another shape.
    ///
    /// - Throws: ``StoreError/invalidCursor``.
    func page(_ query: DealQuery) throws(StoreError) -> RecordPage? {
        guard let plan = Plan(query) else { return nil }
        var page = RecordPage(rows: [], rowCount: 0, next: nil)
        guard let company = try NameResolver(connection: connection).company(plan.name) else { return page }
        let range = Slot.range(company: company)
        let statement = try connection.statement(plan.sql)
        defer { statement.reset() }
        statement.bind(range.lowerBound, at: 1)
        statement.bind(try Self.end(of: range, query.after, company), at: 2)
        statement.bind(query.limit + 1, at: 3)
        var last = 0
        page.rows.reserveCapacity(query.limit * 1024)
        while try statement.step() {
            guard page.rowCount < query.limit else {
                let (day, deal) = Slot.unpack(last)
                page.next = PageKey([.integer(day), .integer(deal)])
                break
            }
            if page.rowCount > 0 { page.rows.append(UInt8(ascii: ",")) }
            last = statement.int(0)
            page.rows.append(contentsOf: statement.buffer(1))
            page.rowCount += 1
        }
        return page
    }

    /// How many deals there are, or a company has, if nothing else is asked; `nil` for a query of another shape.
    func count(_ query: DealQuery) throws(StoreError) -> Int? {
        if query.parties.isEmpty, query.conditions.isEmpty, query.search == nil, query.asOf == nil {
            return try connection.integer(
                "SELECT whole FROM company_count WHERE company_no = ?1", .int(CompanyCount.all)) ?? 0
        }
        var query = query
        query.order = nil
        guard let plan = Plan(query), plan.isPlain else { return nil }
        guard let company = try NameResolver(connection: connection).company(plan.name) else { return 0 }
        let column = plan.isDirect ? "direct" : "whole"
        return try connection.integer("SELECT \(column) FROM company_count WHERE company_no = ?1", .int(company)) ?? 0
    }

    /// The last slot of a page, inclusive.
    private static func end(of range: ClosedRange<Int>, _ key: PageKey?, _ company: Int) throws(StoreError) -> Int {
        guard let key else { return range.upperBound }
        guard key.parts.count == 2, case .integer(let day) = key.parts[0], case .integer(let deal) = key.parts[1],
            (0..<1 << 26).contains(deal), Slot.unpack(Slot.pack(company: company, day: day, deal: deal)).day == day
        else { throw .invalidCursor }
        return Slot.pack(company: company, day: day, deal: deal) - 1
    }

    /// What of a query the list can answer by itself.
    private struct Plan {
        var name: String
        var sql: String
        var isDirect: Bool
        var isPlain: Bool

        init?(_ query: DealQuery) {
            guard query.parties.count == 1, let filter = query.parties.first, filter.names.count == 1,
                let name = filter.names.first, query.search == nil, query.asOf == nil, query.order == nil
            else { return nil }
            var conditions = filter.includesSubsidiaries ? "" : " AND direct = 1"
            if let role = filter.role {
                // A subsidiary's role is not the owner's own; rows say which roles, not whose.
                guard filter.includesSubsidiaries else { return nil }
                conditions += " AND roles & \(DealState.bits([role])) <> 0"
            }
            for condition in query.conditions {
                guard let narrowed = Self.condition(condition) else { return nil }
                conditions += narrowed
            }
            self.name = name
            isDirect = !filter.includesSubsidiaries
            isPlain = query.conditions.isEmpty && filter.role == nil
            sql =
                "SELECT slot, wire FROM list_row WHERE slot BETWEEN ?1 AND ?2\(conditions) ORDER BY slot DESC LIMIT ?3"
        }

        /// A condition on type or status as SQL; only their own codes get into the text.
        private static func condition(_ condition: Condition<DealField>) -> String? {
            guard case .isAny(let values) = condition.comparison else { return nil }
            let codes: [String]
            switch condition.field {
            case .type: codes = values.compactMap { $0.text.flatMap(DealType.init)?.rawValue }
            case .status: codes = values.compactMap { $0.text.flatMap(DealStatus.init)?.rawValue }
            default: return nil
            }
            guard codes.count == values.count else { return nil }
            let list = codes.map { "'\($0)'" }.joined(separator: ", ")
            return " AND \(condition.field.rawValue) IN (\(list))"
        }
    }
}
