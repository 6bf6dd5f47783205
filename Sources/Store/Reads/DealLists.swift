import Model

/// Lists of deals.
struct DealLists {
    let connection: Connection

    /// A page.
    func page(_ query: DealQuery) throws(StoreError) -> RecordPage {
        if let hot = try HotList(connection: connection).page(query) { return hot }
        guard let selection = try selection(query) else { return RecordPage(rows: [], rowCount: 0, next: nil) }
        let page = KeysetPage(
            connection: connection, selection: selection, order: Self.order(query), limit: query.limit)
        return try page.read(after: query.after, columns: "s.wire") { row, rows throws(StoreError) in
            rows.append(contentsOf: row.buffer(page.firstColumn))
        }
    }

    /// How many there are on all pages.
    func count(_ query: DealQuery) throws(StoreError) -> Int {
        if let known = try HotList(connection: connection).count(query) { return known }
        guard let selection = try selection(query) else { return 0 }
        var count = 0
        try connection.each(selection.sql("count(*)"), selection.values) { row throws(StoreError) in count = row.int(0)
        }
        return count
    }

    /// How they divide by a field.
    ///
    /// - Throws: ``StoreError/refused(_:)`` for a field that does not divide.
    func facets(_ query: DealQuery, by field: DealField) throws(StoreError) -> [FacetCount] {
        if field == .purpose { return try purposes(query) }
        guard case .plain(let column) = Self.column(field) else { throw .refused("no facets by \(field.rawValue)") }
        guard let selection = try selection(query) else { return [] }
        var counts: [FacetCount] = []
        let tail = " GROUP BY \(column) ORDER BY count(*) DESC, \(column)"
        try connection.each(selection.sql("\(column), count(*)", tail: tail), selection.values) {
            row throws(StoreError) in
            let value: FilterValue? =
                switch row.part(0) {
                case .null: nil
                case .integer(let value): .integer(value)
                case .text(let value): .text(value)
                }
            counts.append(FacetCount(value: value, count: row.int(1)))
        }
        return counts
    }

    private func purposes(_ query: DealQuery) throws(StoreError) -> [FacetCount] {
        guard let selection = try selection(query) else { return [] }
        var counts: [FacetCount] = []
        for (place, purpose) in Purpose.allCases.enumerated() {
            var narrowed = selection
            narrowed.add("s.purposes & \(1 << place) <> 0")
            try connection.each(narrowed.sql("count(*)"), narrowed.values) { row throws(StoreError) in
                if row.int(0) > 0 { counts.append(FacetCount(value: .text(purpose.rawValue), count: row.int(0))) }
            }
        }
        return counts.sorted { $0.count > $1.count }
    }

    /// The rows of a query, or `nil` where a company that it names does not exist.
    func selection(_ query: DealQuery) throws(StoreError) -> Selection? {
        var selection = Selection(from: "deal_state s")
        for (place, filter) in query.parties.enumerated() {
            let companies = try NameResolver(connection: connection).companies(filter.names)
            guard !companies.isEmpty else { return nil }
            var condition = "company_no IN (\(Selection.places(companies.count)))"
            var values = companies.map(SQLValue.int)
            if !filter.includesSubsidiaries { condition += " AND direct = 1" }
            if let role = filter.role {
                condition += " AND role = ?"
                values.append(.text(role.rawValue))
            }
            let states = "SELECT DISTINCT state_no FROM deal_party WHERE \(condition)"
            if place == 0 {
                // The first company drives the search; CROSS JOIN keeps the order as written.
                selection = Selection(from: "(\(states)) p CROSS JOIN deal_state s ON s.state_no = p.state_no", values)
            } else {
                selection.add("s.state_no IN (\(states))", values)
            }
        }
        selection.holds(asOf: query.asOf)
        if let search = query.search {
            guard let expression = Words.expression(for: search) else { return nil }
            selection.add(
                "s.state_no IN (SELECT rowid FROM deal_words WHERE deal_words MATCH ?)", [.text(expression)])
        }
        for condition in query.conditions {
            selection.add(ComparisonOperator(condition), Self.column(condition.field))
        }
        return selection
    }

    /// Where a field stands.
    static func column(_ field: DealField) -> Column {
        switch field {
        case .id: .member("s.number = (SELECT number FROM record WHERE id = ? AND kind = 1)")
        case .type: .plain("s.type")
        case .status: .plain("s.status")
        case .currency: .plain("s.currency")
        case .purpose: .bits("s.purposes", Purpose.allCases.map(\.rawValue))
        case .review: .plain("s.review")
        case .binding: .plain("s.binding")
        case .article:
            .member(
                """
                s.number IN (SELECT d.number FROM article a CROSS JOIN deal_article d ON d.article_no = a.article_no \
                WHERE a.id = ?)
                """, any: "EXISTS (SELECT 1 FROM deal_article d WHERE d.number = s.number)")
        case .value: .interval(low: "s.value_low", high: "s.value_high")
        case .power: .plain("s.kilowatts")
        case .announcedOn: .plain("s.announced")
        case .termMonths: .plain("s.term_months")
        case .termEnd: .plain("s.term_end")
        case .createdAt: .plain("s.created")
        case .changedAt: .plain("s.since")
        case .confidence: .plain("s.confidence")
        case .sources: .plain("s.sources")
        case .independentSources: .plain("s.independent_sources")
        case .conflicts: .plain("s.conflicts")
        }
    }

    /// The order of a query.
    static func order(_ query: DealQuery) -> ListOrder {
        let descending = query.order?.descending ?? true
        let (columns, isNullable): ([String], Bool) =
            switch query.order?.field {
            case .value?: (["s.currency", "s.value_high"], true)
            case .power?: (["s.kilowatts"], true)
            case .createdAt?: ([], false)
            case .changedAt?: (["s.since"], false)
            default: (["s.day"], false)
            }
        return ListOrder(columns: columns, unique: "s.number", descending: descending, isNullable: isNullable)
    }
}
