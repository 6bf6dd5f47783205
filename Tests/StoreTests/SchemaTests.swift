import Foundation
import GRDBSQLite
import Model
import Testing

@testable import Store

struct SchemaTests {
    @Test(arguments: [
        "UPDATE article SET title = 'x'", "DELETE FROM article", "UPDATE claim SET confidence = 1", "DELETE FROM claim",
        "UPDATE assertion SET value = '1'", "DELETE FROM assertion", "UPDATE event SET at = 1", "DELETE FROM event",
        "UPDATE record SET id = 'deal_x'", "DELETE FROM record",
    ])
    func `what was said is never changed`(sql: String) async throws {
        let test = try await withOneDeal()
        expectRefusal(test, sql)
    }

    @Test(arguments: [
        "INSERT INTO claim VALUES (99, 1, 1, 1, 'guesses', NULL, 5)",
        "INSERT INTO claim VALUES (99, 1, 1, 1, 'states', NULL, 1001)",
        "INSERT INTO claim VALUES (99, 1, 1, 1, 'absorbs', NULL, 5)",
        "INSERT INTO claim VALUES (99, 1, 1, 777, 'states', NULL, 5)",
        "INSERT INTO claim VALUES (99, 777, 1, 1, 'states', NULL, 5)",
        "INSERT INTO assertion VALUES (1, 99, 'type', '1', NULL, NULL, NULL)",
        "INSERT INTO assertion VALUES (1, 99, '/type', '1', 5, 5, 'r')",
        "INSERT INTO assertion VALUES (1, 99, '/type', '1', 5, NULL, 'r')",
        "INSERT INTO assertion VALUES (1, 99, '/type', NULL, NULL, NULL, NULL)",
        "INSERT INTO record VALUES (1, 99, 'co_x', 1)",
        "INSERT INTO record VALUES (1, 67108864, 'deal_x', 1)",
        "INSERT INTO record VALUES (9, 1, 'x_x', 1)",
        "INSERT INTO event VALUES (99, 1, 'edit', NULL, NULL, NULL, NULL, NULL, NULL)",
        "INSERT INTO event VALUES (99, (SELECT at FROM event), 'edit', NULL, NULL, NULL, NULL, 'ada', NULL)",
        "UPDATE deal_state SET status = 'maybe'", "UPDATE deal_state SET binding = 0",
        "UPDATE deal_state SET value_low = 5, value_high = 4", "UPDATE deal_state SET currency = NULL",
        "UPDATE deal_state SET until = since", "UPDATE deal_state SET day = 'tomorrow'",
        "UPDATE company_state SET parent = number", "UPDATE company_count SET direct = -1",
    ])
    func `rows that make no sense are refused`(sql: String) async throws {
        let test = try await withOneDeal()
        expectRefusal(test, sql)
    }

    @Test func `a file of a later release is refused politely`() async throws {
        let test = try await withOneDeal()
        try test.store.writer.exclusively { desk throws(StoreError) in
            try desk.connection.script("PRAGMA user_version = 9")
        }
        test.store.close()
        #expect(throws: StoreError.newerSchema(found: 9, known: Schema.latest)) { try test.reopened() }
    }

    @Test func `a file of another program is refused and left alone`() throws {
        let test = try TestStore()
        let path = test.folder.appending(path: "other.sqlite").path
        var handle: OpaquePointer?
        #expect(sqlite3_open(path, &handle) == SQLITE_OK)
        #expect(sqlite3_exec(handle, "CREATE TABLE theirs (x)", nil, nil, nil) == SQLITE_OK)
        sqlite3_close(handle)
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(throws: StoreError.foreignFile) { try SQLiteStore(path: path, renderer: PlainRenderer()) }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test func `what is not a database at all is refused`() throws {
        let test = try TestStore()
        let path = test.folder.appending(path: "noise.sqlite")
        try Data(repeating: 7, count: 5000).write(to: path)
        #expect(throws: StoreError.corrupt) { try SQLiteStore(path: path.path, renderer: PlainRenderer()) }
    }

    @Test func `the folded tables of the schema are those that a rebuild clears`() throws {
        let test = try TestStore()
        let tables = try test.store.readers.read { connection throws(StoreError) in
            try connection.all(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%words%' AND name NOT LIKE 'sqlite%'"
            ) { row throws(StoreError) in row.text(0) }
        }
        let spoken: Set = ["article", "event", "record", "claim", "assertion"]
        #expect(Set(tables).subtracting(spoken) == Set(Rebuild.tables))
    }

    private func withOneDeal() async throws -> TestStore {
        let test = try TestStore()
        _ = try await test.store.ingest(
            Story.article("One", published: "2025-11-03", deals: [Story.compute("OpenAI", "AWS", Story.usd(1, 2))]))
        return test
    }

    private func expectRefusal(_ test: TestStore, _ sql: String) {
        do throws(StoreError) {
            try test.store.writer.exclusively { desk throws(StoreError) in try desk.connection.script(sql) }
            Issue.record("taken: \(sql)")
        } catch {
            // 19 is SQLITE_CONSTRAINT, the low byte of its extended codes; 1811 is a trigger's.
            guard case .internal(let message) = error else {
                Issue.record("\(error)")
                return
            }
            let code = message.split(separator: " ").dropFirst().first?.dropLast().description ?? ""
            #expect((Int(code) ?? 0) & 0xFF == 19, "\(message)")
        }
    }
}
