import GRDBSQLite
import Model
import Testing

@testable import Store

/// Every list reads through an index: asked of SQLite itself, for each statement that the lists have compiled.
struct PlanTests {
    @Test func `no list query scans a table, and none of the usual orders sorts`() async throws {
        let test = try await ListTests.filled(30, seed: 3)
        let lists = DealField.allCases.filter(\.isSortable).flatMap { field in
            [true, false].map { RecordOrder(field, descending: $0) }
        }
        for order in lists.map(Optional.init) + [nil] {
            var query = DealQuery()
            query.order = order
            _ = try test.store.deals(query)
            query.conditions = [Condition(.type, .isAny([.text("compute")]))]
            _ = try test.store.deals(query)
            query.parties = [PartyFilter(["Buyer 3"]), PartyFilter(["Seller 5"], role: .provider)]
            _ = try test.store.deals(query)
            _ = try test.store.count(query)
            query.search = "article"
            _ = try test.store.deals(query)
            query.asOf = Timestamp(microseconds: 1 << 60)
            _ = try test.store.deals(query)
        }
        var hot = DealQuery()
        hot.parties = [PartyFilter(["Buyer 3"])]
        _ = try test.store.deals(hot)
        _ = try test.store.companies(CompanyQuery())
        _ = try test.store.allocations(AllocationQuery())
        _ = try test.store.relationships(RelationshipQuery())
        _ = try test.store.estimates(EstimateQuery())
        _ = try test.store.statements(StatementQuery())
        _ = try test.store.articles(ArticleQuery())
        let scans = try test.store.readers.read { connection throws(StoreError) in try Self.scans(connection) }
        #expect(scans.isEmpty, "\(scans.joined(separator: "\n"))")
    }

    /// The statements of a connection that walk over a whole table without an index, with the line of the plan.
    private static func scans(_ connection: Connection) throws(StoreError) -> [String] {
        var texts: [String] = []
        var statement = sqlite3_next_stmt(connection.handle, nil)
        while let current = statement {
            if let text = sqlite3_sql(current) { texts.append(String(cString: text)) }
            statement = sqlite3_next_stmt(connection.handle, current)
        }
        var complaints: [String] = []
        for text in texts where text.hasPrefix("SELECT") {
            let plan = try connection.all("EXPLAIN QUERY PLAN " + text) { row throws(StoreError) in row.text(3) }
            complaints += plan.filter { isScan($0, text) || isSort($0, text) }.map { $0 + " in " + text }
        }
        return complaints
    }

    /// Whether a line walks over a table otherwise than by an index or, as the articles, in the order of its key.
    private static func isScan(_ line: String, _ text: String) -> Bool {
        let isSubquery = ["SCAN p", "SCAN f", "SCAN given", "SCAN ("].contains { line.hasPrefix($0) }
        let isByKey = text.contains("FROM article_row s JOIN") && text.contains("ORDER BY s.article_no DESC")
        return line.hasPrefix("SCAN") && !line.contains("INDEX") && !line.contains("VIRTUAL TABLE")
            && !line.contains("CONSTANT ROW") && !isSubquery && !isByKey
    }

    /// Whether a line sorts all deals: those of a company, of a search or of another moment may be sorted.
    private static func isSort(_ line: String, _ text: String) -> Bool {
        line.contains("TEMP B-TREE FOR ORDER BY") && text.contains("FROM deal_state s WHERE s.until = ")
            && !text.contains("MATCH") && !text.contains("s.type")
    }
}
