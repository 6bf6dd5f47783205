import Model
import Testing

@testable import Store

struct EditTests {
    private let editor = Editor(name: "ada", reason: "read the filing")

    private func oneDeal(_ test: TestStore, _ text: String = "One", value: Int = 10) async throws -> String {
        let receipt = try await test.store.ingest(
            Story.article(
                text, published: "2025-11-03", source: text,
                deals: [Story.compute("OpenAI", "Oracle", Story.usd(value, value))]))
        return try #require(receipt.records.deals.ids.first)
    }

    @Test func `an editor's value holds against later articles and keeps theirs as a conflict`() async throws {
        let test = try TestStore()
        let id = try await oneDeal(test)
        var edit = DealEdit()
        edit.value = .set(try Story.usd(12, 12))
        edit.review = .set(.confirmed)
        let edited = try await test.store.editDeal(id, edit, expecting: 1, by: editor)
        #expect(edited.version == 2)
        #expect(try await oneDeal(test, "Two", value: 11) == id)
        let deal = String(decoding: try test.store.deal(id, asOf: nil).json, as: UTF8.self)
        #expect(TestStore.field("value", of: deal) == "12..12 USD")
        #expect(TestStore.field("review", of: deal) == "confirmed")
        #expect(TestStore.field("conflicts", of: deal) == "/value@0+/value@2")
        let history = try test.store.history(ofDeal: id)
        #expect(history.map(\.cause)[1] == .editor(editor))
    }

    @Test func `of two writers with one version one wins`() async throws {
        let test = try TestStore()
        let id = try await oneDeal(test)
        var edit = DealEdit()
        edit.status = .set(.completed)
        _ = try await test.store.editDeal(id, edit, expecting: 1, by: editor)
        await #expect(throws: StoreError.conflict(version: 2)) {
            try await test.store.editDeal(id, edit, expecting: 1, by: editor)
        }
    }

    @Test func `an edit that makes an impossible deal leaves everything as it was`() async throws {
        let test = try TestStore()
        let id = try await oneDeal(test)
        let rows = try test.foldedRows()
        let spoken = try test.spokenRows()
        var edit = DealEdit()
        edit.type = .set(.investment)
        await #expect(throws: StoreError.invalid(.foreignRole)) {
            try await test.store.editDeal(id, edit, expecting: nil, by: editor)
        }
        #expect(try test.foldedRows() == rows)
        #expect(try test.spokenRows() == spoken)
    }

    @Test func `a retracted deal is gone from lists and stays in its history`() async throws {
        let test = try TestStore()
        let id = try await oneDeal(test)
        try await test.store.retractDeal(id, expecting: 1, by: editor)
        #expect(try test.store.deals(DealQuery()).rowCount == 0)
        var query = DealQuery()
        query.parties = [PartyFilter(["Oracle"])]
        #expect(try test.store.deals(query).rowCount == 0)
        #expect(try test.store.count(query) == 0)
        #expect(throws: StoreError.notFound) { try test.store.deal(id, asOf: nil) }
        #expect(try test.store.history(ofDeal: id).count == 2)
    }

    @Test func `merged deals are one, and a split takes them apart again`() async throws {
        let test = try TestStore()
        let first = try await oneDeal(test, "One", value: 10)
        let second = try await oneDeal(test, "Two", value: 100)
        #expect(first != second)
        let merged = try await test.store.mergeDeal(second, into: first, expecting: nil, by: editor)
        let deal = String(decoding: merged.json, as: UTF8.self)
        #expect(TestStore.field("sources", of: deal) == "2")
        #expect(throws: StoreError.merged(into: first)) { try test.store.deal(second, asOf: nil) }
        #expect(try test.store.deals(DealQuery()).rowCount == 1)

        let articles = try test.store.articles(ArticleQuery())
        let newest = try #require(TestStore.objects(articles).first.flatMap { TestStore.field("id", of: $0) })
        let part = try await test.store.splitDeal(first, articles: [newest], expecting: nil, by: editor)
        #expect(part != second)
        let values = TestStore.objects(try test.store.deals(DealQuery())).map { TestStore.field("value", of: $0) }
        #expect(Set(values) == ["10..10 USD", "100..100 USD"])
        let before = try test.foldedRows()
        try test.store.rebuild()
        #expect(try test.foldedRows() == before)
    }

    @Test func `a deal added by hand is listed without a source article`() async throws {
        let test = try TestStore()
        let id = try await test.store.addDeal(
            Story.compute("OpenAI", "Northern Grid", Story.usd(5, 5)), by: editor)
        let deal = String(decoding: try test.store.deal(id, asOf: nil).json, as: UTF8.self)
        #expect(TestStore.field("independent", of: deal) == "0")
        #expect(TestStore.field("parties", of: deal) == "OpenAI=customer+Northern Grid=provider")
    }

    @Test func `a merged company answers to the other's id and its deals move over and back`() async throws {
        let test = try TestStore()
        _ = try await test.store.ingest(
            Story.article("One", published: "2025-11-03", deals: [Story.compute("OpenAI", "Grid North", nil)]))
        _ = try await test.store.ingest(
            Story.article("Two", published: "2025-11-03", deals: [Story.compute("OpenAI", "Grid Nord", nil)]))
        func id(_ name: String) throws -> String {
            var query = CompanyQuery()
            query.conditions = [Condition(.name, .isAny([.text(name)]))]
            return try #require(
                TestStore.objects(try test.store.companies(query)).first.flatMap { TestStore.field("id", of: $0) })
        }
        func count(_ name: String) throws -> Int {
            var query = DealQuery()
            query.parties = [PartyFilter([name])]
            return try test.store.deals(query).rowCount
        }
        let (north, nord) = (try id("Grid North"), try id("Grid Nord"))
        _ = try await test.store.mergeCompany(nord, into: north, expecting: nil, by: editor)
        #expect(throws: StoreError.merged(into: north)) { try test.store.company(nord, asOf: nil) }
        #expect(try count("Grid North") == 2)
        #expect(try count("grid nord") == 2)
        #expect(try count(nord) == 2)
        _ = try await test.store.unmergeCompany(nord, by: editor)
        #expect(try count("Grid North") == 1)
        #expect(try count("grid nord") == 1)
        let before = try test.foldedRows()
        try test.store.rebuild()
        #expect(try test.foldedRows() == before)
    }

    @Test func `a renamed company is shown by its new name and found by both`() async throws {
        let test = try TestStore()
        _ = try await oneDeal(test)
        let page = TestStore.objects(try test.store.companies(CompanyQuery()))
        #expect(page.map { TestStore.field("name", of: $0) } == ["OpenAI", "Oracle"])
        let oracle = try #require(TestStore.field("id", of: page[1]))
        var edit = CompanyEdit()
        edit.name = .set("Oracle Cloud")
        _ = try await test.store.editCompany(oracle, edit, expecting: 1, by: editor)
        for name in ["Oracle", "oracle cloud"] {
            var query = DealQuery()
            query.parties = [PartyFilter([name])]
            let deal = try #require(TestStore.objects(try test.store.deals(query)).first)
            #expect(TestStore.field("parties", of: deal) == "OpenAI=customer+Oracle Cloud=provider")
        }
    }
}
