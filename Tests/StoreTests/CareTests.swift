import Foundation
import Model
import Testing

@testable import Store

struct CareTests {
    private func filled() async throws -> TestStore {
        let test = try TestStore()
        for index in 0..<10 {
            _ = try await test.store.ingest(
                Story.article(
                    "Article \(index)", published: "2025-11-03",
                    deals: [Story.compute("OpenAI", "Seller \(index)", Story.usd(index, nil))]))
        }
        return test
    }

    @Test func `a backup holds what was acknowledged before it, and nothing is overwritten`() async throws {
        let test = try await filled()
        let copy = test.folder.appending(path: "copy.sqlite").path
        try test.store.backup(to: copy)
        let restored = try SQLiteStore(path: copy, renderer: PlainRenderer(), catalogue: TestStore.catalogue)
        defer { restored.close() }
        #expect(try restored.deals(DealQuery()).rows == test.store.deals(DealQuery()).rows)
        #expect(try restored.check().isSound)
        #expect(throws: StoreError.refused("\(copy) exists already")) { try test.store.backup(to: copy) }
    }

    @Test func `a check finds a folded row that its assertions do not give`() async throws {
        let test = try await filled()
        let before = try test.foldedRows()
        #expect(try test.store.check().isSound)
        #expect(try test.foldedRows() == before)
        try test.store.writer.exclusively { desk throws(StoreError) in
            try desk.connection.script("UPDATE deal_state SET confidence = 7 WHERE number = 3")
        }
        #expect(try test.store.check().differingTables == ["deal_state"])
        try test.store.rebuild()
        #expect(try test.foldedRows() == before)
    }

    @Test func `another version of the renderer renders all records anew`() async throws {
        let test = try await filled()
        let second = try test.reopened(renderer: PlainRenderer(version: "2"))
        defer { second.close() }
        #expect(try second.count(DealQuery()) == 10)
        let version = try second.readers.read { connection throws(StoreError) in
            try connection.first("SELECT value FROM fold") { row throws(StoreError) in row.text(0) }
        }
        #expect(version?.hasSuffix(" 2") == true)
    }

    @Test func `reading an article again replaces what it said, and the same again changes nothing`() async throws {
        let test = try TestStore()
        let article = try Story.article(
            "One", published: "2025-11-03", deals: [Story.compute("OpenAI", "Oracle", Story.usd(38, 38))])
        let receipt = try await test.store.ingest(article)
        let same = try await test.store.reextract(receipt.article, article.extraction, engine: "test 1")
        #expect(same.records == receipt.records)
        let counts = try test.spokenRows()
        _ = try await test.store.reextract(receipt.article, article.extraction, engine: "test 1")
        #expect(try test.spokenRows() == counts)

        let better = try Story.article(
            "One", published: "2025-11-03", deals: [Story.compute("OpenAI", "Oracle", Story.usd(3_800, 3_800))])
        let again = try await test.store.reextract(receipt.article, better.extraction, engine: "test 2")
        #expect(again.records.deals.ids == receipt.records.deals.ids)
        let deal = try #require(TestStore.objects(again.records.deals.json).first)
        #expect(TestStore.field("value", of: deal) == "3800..3800 USD")
        #expect(TestStore.field("conflicts", of: deal) == "")

        let none = try await test.store.reextract(
            receipt.article, Extraction(language: "en", published: nil), engine: "test 3")
        #expect(none.records.deals.ids.isEmpty)
        #expect(try test.store.deals(DealQuery()).rowCount == 0)
        let before = try test.foldedRows()
        try test.store.rebuild()
        #expect(try test.foldedRows() == before)
    }

    @Test func `an export sees every deal that stands`() async throws {
        let test = try await filled()
        var count = 0
        try test.store.forEachDeal { bytes throws(StoreError) in
            #expect(!bytes.isEmpty)
            count += 1
        }
        #expect(count == 10)
    }
}
