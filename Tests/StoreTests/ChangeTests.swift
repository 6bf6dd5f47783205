import Model
import Testing

@testable import Store

/// What readers are told of a commit, so that they need not ask again what it left alone.
@Suite struct ChangeTests {
    private func deal(_ customer: String, _ provider: String, _ amount: Int) throws -> PreparedArticle {
        try Story.article(
            "\(customer), \(provider), \(amount)", published: "2025-11-03",
            deals: [Story.compute(customer, provider, Story.usd(amount, amount))])
    }

    private func generation(_ name: String, _ store: SQLiteStore) throws -> Int {
        store.generation(ofDealsOf: try #require(try store.company(answeringTo: name)))
    }

    @Test func `a deal changes the lists of its parties and of their owners, and no others`() async throws {
        let test = try TestStore()
        let store = test.store
        _ = try await store.ingest(deal("OpenAI", "Oracle", 1))
        _ = try await store.ingest(deal("Amazon", "Seller", 2))
        let before = store.generation
        _ = try await store.ingest(deal("Buyer", "AWS", 3))
        #expect(store.generation > before)
        for name in ["AWS", "Amazon", "Buyer"] { #expect(try generation(name, store) == store.generation, "\(name)") }
        for name in ["OpenAI", "Oracle", "Seller"] { #expect(try generation(name, store) <= before, "\(name)") }
    }

    @Test func `a corrected, a merged and a retracted deal change the lists of their parties`() async throws {
        let test = try TestStore()
        let store = test.store
        let first = try await store.ingest(deal("OpenAI", "Oracle", 1)).records.deals.ids[0]
        let second = try await store.ingest(deal("OpenAI", "Seller", 9)).records.deals.ids[0]
        _ = try await store.ingest(deal("Amazon", "Other", 2))
        let editor = Editor(name: "ed", reason: nil)
        var edit = DealEdit()
        edit.review = .set(.confirmed)
        _ = try await store.editDeal(first, edit, expecting: nil, by: editor)
        #expect(try generation("Oracle", store) == store.generation)
        #expect(try generation("Seller", store) < store.generation)
        _ = try await store.mergeDeal(second, into: first, expecting: nil, by: editor)
        for name in ["OpenAI", "Oracle", "Seller"] {
            #expect(try generation(name, store) == store.generation, "\(name)")
        }
        try await store.retractDeal(first, expecting: nil, by: editor)
        #expect(try generation("Oracle", store) == store.generation)
        #expect(try generation("Other", store) < store.generation)
    }

    @Test func `a company that is renamed, given an owner or merged changes all lists`() async throws {
        let test = try TestStore()
        let store = test.store
        _ = try await store.ingest(deal("OpenAI", "Oracle", 1))
        _ = try await store.ingest(deal("Buyer", "Seller", 2))
        let rows = TestStore.objects(try store.companies(CompanyQuery()))
        let seller = try #require(rows.first { TestStore.field("name", of: $0) == "Seller" })
        let id = try #require(TestStore.field("id", of: seller))
        var edit = CompanyEdit()
        edit.name = .set("Vendor")
        _ = try await store.editCompany(id, edit, expecting: nil, by: Editor(name: "ed", reason: nil))
        #expect(try generation("OpenAI", store) == store.generation)
    }

    @Test func `a rebuild changes all lists`() async throws {
        let test = try TestStore()
        _ = try await test.store.ingest(deal("OpenAI", "Oracle", 1))
        try test.store.rebuild()
        #expect(try generation("OpenAI", test.store) == test.store.generation)
    }

    @Test func `a log that grows too long forgets whose deals changed, never that they did`() {
        var log = ChangeLog(since: 3)
        #expect(log.last(7) == 3)
        for commit in 4...103 {
            var changes = Changes()
            for company in 0..<2000 { changes.deals(of: commit * 2000 + company) }
            log.add(changes, at: commit)
            for company in [0, 1999] { #expect(log.last(commit * 2000 + company) == commit) }
        }
        #expect(log.last(7) > 3)
    }
}
