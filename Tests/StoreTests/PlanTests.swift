import GRDBSQLite
import Model
import Testing

@testable import Store

/// Every list reads through an index: asked of SQLite itself, for every statement that the lists compile, with every field,
/// every comparison and every order, now and in the past.
struct PlanTests {
    @Test func `no list of deals scans a table`() async throws {
        try await check(DealField.self) { connection, query throws(StoreError) in
            let lists = DealLists(connection: connection)
            _ = try lists.page(query)
            _ = try lists.count(query)
        }
    }

    @Test func `no facet scans a table`() async throws {
        try await check(DealField.self, orders: [nil]) { connection, query throws(StoreError) in
            for field in [DealField.type, .status, .currency, .purpose, .review, .binding] {
                _ = try DealLists(connection: connection).facets(query, by: field)
            }
        }
    }

    @Test func `no list of companies scans a table`() async throws {
        try await check(CompanyField.self) { connection, query throws(StoreError) in
            let reads = CompanyReads(connection: connection, renderer: PlainRenderer())
            _ = try reads.page(query)
            _ = try reads.count(query)
        }
    }

    @Test func `no list of allocations scans a table`() async throws {
        try await checkFacts(AllocationField.self)
    }

    @Test func `no list of relationships scans a table`() async throws {
        try await checkFacts(RelationshipField.self)
    }

    @Test func `no list of estimates scans a table`() async throws {
        try await checkFacts(EstimateField.self)
    }

    @Test func `no list of statements scans a table`() async throws {
        try await checkFacts(StatementField.self)
    }

    @Test func `no list of articles scans a table`() async throws {
        try await check(ArticleField.self) { connection, query throws(StoreError) in
            let reads = ArticleReads(connection: connection, renderer: PlainRenderer())
            _ = try reads.page(query)
            _ = try reads.count(query)
        }
    }

    @Test func `a plan that scans is seen`() async throws {
        let test = try await ListTests.filled(3, seed: 3)
        let faults = try test.store.readers.read { connection throws(StoreError) in
            var plans = Plans(connection: connection)
            _ = try connection.integer("SELECT count(*) FROM deal_state WHERE purposes > 3")
            _ = try connection.all("SELECT s.number FROM deal_state s WHERE +s.until > 5 ORDER BY s.confidence") {
                row throws(StoreError) in row.int(0)
            }
            return try plans.faults()
        }
        #expect(faults.count == 3, "two scans and a sort: \(faults)")
    }

    // MARK: - Questions

    private func checkFacts<Field: ListedField>(_ field: Field.Type) async throws {
        try await check(field) { connection, query throws(StoreError) in
            let lists = FactLists<Field>(connection: connection)
            _ = try lists.page(query)
            _ = try lists.count(query)
        }
    }

    /// Asks every question and looks at the plans of the statements that it compiled.
    private func check<Field: QueryField>(
        _ field: Field.Type, orders: [RecordOrder<Field>?]? = nil,
        _ ask: (Connection, RecordQuery<Field>) throws(StoreError) -> Void
    ) async throws {
        let test = try await ListTests.filled(30, seed: 3)
        let faults = try test.store.readers.read { connection throws(StoreError) in
            var plans = Plans(connection: connection)
            var faults: [String] = []
            for query in Self.questions(field, orders: orders ?? Self.orders(field)) {
                try ask(connection, query)
                faults += try plans.faults()
            }
            return faults
        }
        #expect(faults.isEmpty, "\(faults.count) plans:\n\(faults.prefix(40).joined(separator: "\n"))")
    }

    private static func orders<Field: QueryField>(_: Field.Type) -> [RecordOrder<Field>?] {
        [nil]
            + Field.allCases.filter(\.isSortable).flatMap {
                [RecordOrder($0, descending: true), RecordOrder($0, descending: false)]
            }
    }

    /// Every field with every comparison, with every order, alone and with companies, a search and a moment.
    private static func questions<Field: QueryField>(
        _ field: Field.Type, orders: [RecordOrder<Field>?]
    ) -> [RecordQuery<Field>] {
        var questions: [RecordQuery<Field>] = []
        let conditions: [Condition<Field>?] =
            [nil] + Field.allCases.flatMap { field in comparisons(field.kind).map { Condition(field, $0) } }
        for order in orders {
            for condition in conditions {
                var query = RecordQuery<Field>()
                query.order = order
                if let condition { query.conditions = [condition] }
                questions.append(query)
                if condition == nil || orders.count == 1 || order == nil { questions += variants(of: query) }
            }
        }
        return questions
    }

    private static func comparisons<Field: QueryField>(_ kind: FieldKind) -> [Condition<Field>.Comparison] {
        switch kind {
        case .text: [.isAny([.text("x")]), .isAny([.text("x"), .text("y")]), .isNone([.text("x")]), .isNull(true)]
        case .flag: [.isAny([.integer(1)])]
        case .integer, .day, .timestamp:
            [
                .isAny([.integer(7)]), .isNone([.integer(7)]), .atLeast(.integer(7)), .below(.integer(7)),
                .isNull(false),
            ]
        }
    }

    private static func variants<Field: QueryField>(of query: RecordQuery<Field>) -> [RecordQuery<Field>] {
        var past = query
        past.asOf = Timestamp(microseconds: 1 << 60)
        var searched = query
        searched.search = "article"
        var ofOne = query
        ofOne.parties = [PartyFilter(["Buyer 3"])]
        var between = query
        between.parties = [PartyFilter(["Buyer 3"]), PartyFilter(["Seller 5"], role: .provider)]
        var all = between
        all.search = "article"
        all.asOf = past.asOf
        return [past, searched, ofOne, between, all]
    }
}

/// The plans of the statements that a connection has compiled.
private struct Plans {
    let connection: Connection
    private var seen: Set<String> = []

    init(connection: Connection) {
        self.connection = connection
    }

    /// What is wrong with the plans of statements that were not looked at before.
    mutating func faults() throws(StoreError) -> [String] {
        var texts: [String] = []
        var statement = sqlite3_next_stmt(connection.handle, nil)
        while let current = statement {
            if let text = sqlite3_sql(current).map({ String(cString: $0) }), text.hasPrefix("SELECT"),
                seen.insert(text).inserted
            {
                texts.append(text)
            }
            statement = sqlite3_next_stmt(connection.handle, current)
        }
        var faults: [String] = []
        for text in texts {
            let plan = try connection.all("EXPLAIN QUERY PLAN " + text) { row throws(StoreError) in row.text(3) }
            faults += plan.filter { Self.isScan($0, text) || Self.isSort($0, plan, text) }.map { $0 + " in " + text }
        }
        return faults
    }

    /// Whether a line walks over a table otherwise than by an index; parts of the statement itself may be walked over, and
    /// articles in the order of their key, a page of them at a time.
    private static func isScan(_ line: String, _ text: String) -> Bool {
        let isByKey = text.contains("FROM article_row s") && text.contains("ORDER BY s.article_no")
        if line == "SCAN s", isByKey || text.contains("ORDER BY coalesce(n.direct") { return false }
        let parts = ["SCAN p", "SCAN f", "SCAN given", "SCAN n", "SCAN (", "SCAN CONSTANT", "SCAN s VIRTUAL"]
        return line.hasPrefix("SCAN") && !line.contains("INDEX") && !line.contains("VIRTUAL TABLE")
            && !parts.contains { line == $0 || line.hasPrefix($0 + " ") || ($0.hasSuffix("(") && line.hasPrefix($0)) }
    }

    /// Whether a line sorts what walks over a whole index: only what a search, a company or an article has chosen may be
    /// sorted.
    private static func isSort(_ line: String, _ plan: [String], _ text: String) -> Bool {
        // Groups are few; companies by their counts of deals are sorted, since an index of counts would be written anew with
        // every article.
        guard !text.contains(" GROUP BY s."), !text.contains("ORDER BY coalesce(n.direct"),
            line.contains("TEMP B-TREE FOR ORDER BY") || line.contains("TEMP B-TREE FOR LAST")
        else { return false }
        return plan.first { $0.hasPrefix("SCAN") || $0.hasPrefix("SEARCH") }?.hasPrefix("SCAN s") ?? false
    }
}
