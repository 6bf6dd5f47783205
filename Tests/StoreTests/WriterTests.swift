import Foundation
import GRDBSQLite
import Model
import Testing

@testable import Store

struct WriterTests {
    @Test func `articles that come at once share commits and are all answered`() async throws {
        let test = try TestStore()
        let store = test.store
        let before = store.generation
        let receipts = try await withThrowingTaskGroup(of: IngestReceipt.self) { group in
            for index in 0..<200 {
                group.addTask {
                    try await store.ingest(
                        Story.article(
                            "Article \(index)", published: "2025-11-03",
                            deals: [Story.compute("Buyer \(index)", "Seller \(index % 7)", Story.usd(index, index))]))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(receipts.map(\.article)).count == 200)
        #expect(Set(receipts.flatMap(\.records.deals.ids)).count == 200)
        #expect(try store.count(DealQuery()) == 200)
        #expect(store.generation - before < 200)
    }

    @Test func `a write that fails takes nothing of its neighbours back`() async throws {
        let test = try TestStore()
        let store = test.store
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<40 {
                group.addTask {
                    _ = try await store.ingest(
                        Story.article(
                            "Good \(index)", published: "2025-11-03", deals: [Story.compute("A", "B\(index)", nil)]))
                }
                group.addTask {
                    await #expect(throws: StoreError.refused("on purpose")) {
                        try await store.writer.write { desk throws(StoreError) in
                            _ = try ArticleIntake(desk: desk).ingest(
                                Material(
                                    PreparedArticle(
                                        text: Array("Bad \(index)".utf8),
                                        extraction: Extraction(language: nil, published: nil),
                                        engine: "x")))
                            throw .refused("on purpose")
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.count(ArticleQuery()) == 40)
        #expect(try store.count(DealQuery()) == 40)
    }

    /// SQLite calls the handler every so many steps of its machine, and gives a statement up where the handler says so.
    @Test(arguments: Array(stride(from: 1, to: 3000, by: 61)))
    func `wherever a write is broken off, nothing of it stays, and the next one works`(steps: Int32) async throws {
        let test = try TestStore()
        let article = try Story.article(
            "One", published: "2025-11-03", deals: [Story.compute("OpenAI", "AWS", Story.usd(1, 2))])
        let spoken = try test.spokenRows()
        let folded = try test.foldedRows()
        do throws(StoreError) {
            try await test.store.writer.write { desk throws(StoreError) in
                sqlite3_progress_handler(desk.connection.handle, steps, { _ in 1 }, nil)
                defer { sqlite3_progress_handler(desk.connection.handle, 0, nil, nil) }
                _ = try ArticleIntake(desk: desk).ingest(Material(article))
            }
        } catch {
            #expect(error == .internal("sqlite 9: interrupted"))
            #expect(try test.spokenRows() == spoken)
            #expect(try test.foldedRows() == folded)
        }
        let receipt = try await test.store.ingest(article)
        #expect(receipt.records.deals.ids.count == 1)
        #expect(test.store.health().writeFailure == nil)
        let before = try test.foldedRows()
        try test.store.rebuild()
        #expect(try test.foldedRows() == before)
    }

    @Test func `a file that another process holds is read on, and written again when it lets go`() async throws {
        let test = try TestStore { $0.busyTimeout = 0.01 }
        let article = try Story.article("One", published: "2025-11-03", deals: [])
        var other: OpaquePointer?
        #expect(sqlite3_open(test.path, &other) == SQLITE_OK)
        #expect(sqlite3_exec(other, "BEGIN EXCLUSIVE", nil, nil, nil) == SQLITE_OK)
        await #expect(throws: StoreError.busy) { try await test.store.ingest(article) }
        #expect(test.store.health().writeFailure == .busy)
        #expect(try test.store.count(ArticleQuery()) == 0)
        sqlite3_close(other)
        #expect(try await test.store.ingest(article).outcome == .created)
    }

    @Test func `a full queue refuses and a closed store says so`() async throws {
        let test = try TestStore { $0.queueCapacity = 0 }
        let article = try Story.article("One", published: "2025-11-03", deals: [])
        await #expect(throws: StoreError.queueFull) { try await test.store.ingest(article) }
        test.store.close()
        await #expect(throws: StoreError.closed) { try await test.store.ingest(article) }
    }

    @Test func `a file that may not grow answers diskFull, is read on, and takes writes again`() async throws {
        let test = try TestStore()
        func article(_ index: Int) throws -> PreparedArticle {
            let text = "Article \(index)\n\n" + String(repeating: "capacity and power \(index) ", count: 200)
            return try Story.article(text, published: "2025-11-03", deals: [Story.compute("A", "B\(index)", nil)])
        }
        _ = try await test.store.ingest(article(0))
        try test.store.writer.exclusively { desk throws(StoreError) in
            let pages = try desk.connection.integer("PRAGMA page_count") ?? 0
            _ = try desk.connection.integer("PRAGMA max_page_count = \(pages + 4)")
        }
        var refused = 0
        for index in 1...10 {
            let next = try article(index)
            do throws(StoreError) { _ = try await test.store.ingest(next) } catch {
                #expect(error == .diskFull)
                #expect(test.store.health().writeFailure == .diskFull)
                refused += 1
            }
        }
        #expect(refused > 0)
        #expect(try test.store.count(ArticleQuery()) == 11 - refused)
        try test.store.writer.exclusively { desk throws(StoreError) in
            _ = try desk.connection.integer("PRAGMA max_page_count = 1000000")
        }
        _ = try await test.store.ingest(article(99))
        #expect(test.store.health().writeFailure == nil)
    }
}
