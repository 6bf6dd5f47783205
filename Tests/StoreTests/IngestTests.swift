import Model
import Testing

@testable import Store

struct IngestTests {
    @Test func `an article's deal is found by party, and the same article again changes nothing`() async throws {
        let test = try TestStore()
        let article = try Story.article(
            "OpenAI buys capacity\n\nOpenAI agreed to pay AWS $38 billion.", published: "2025-11-03",
            deals: [try Story.compute("OpenAI", "AWS", try Story.usd(38_000_000_000, 38_000_000_000))],
            words: "AWS $38 billion")
        let receipt = try await test.store.ingest(article)
        #expect(receipt.outcome == .created)
        #expect(receipt.records.deals.ids.count == 1)
        #expect(receipt.records.companies.ids.count == 2)
        let counts = try test.spokenRows()
        let generation = test.store.generation

        let again = try await test.store.ingest(article)
        #expect(again.outcome == .known)
        #expect(again.article == receipt.article)
        #expect(again.records.deals == receipt.records.deals)
        #expect(try test.spokenRows() == counts)
        #expect(test.store.generation == generation)

        var query = DealQuery()
        query.parties = [PartyFilter(["openai"])]
        let page = try test.store.deals(query)
        #expect(page.rowCount == 1)
        #expect(page.rows == receipt.records.deals.json)
        let deal = try #require(TestStore.objects(page).first)
        #expect(TestStore.field("parties", of: deal) == "OpenAI=customer+Amazon Web Services=provider")
        #expect(TestStore.field("evidence", of: deal) == "/parties/1:AWS $38 billion+/value/min:AWS $38 billion")
    }

    @Test func `a party filter covers aliases and subsidiaries unless it is exact`() async throws {
        let test = try TestStore()
        _ = try await test.store.ingest(
            Story.article("One", published: "2025-11-03", deals: [Story.compute("OpenAI", "AWS", nil)]))
        func count(_ name: String, exact: Bool = false) throws -> Int {
            var query = DealQuery()
            query.parties = [PartyFilter([name], includesSubsidiaries: !exact)]
            let page = try test.store.deals(query)
            #expect(try test.store.count(query) == page.rowCount)
            return page.rowCount
        }
        #expect(try count("amazon web services") == 1)
        #expect(try count("Amazon.com") == 1)
        #expect(try count("Amazon", exact: true) == 0)
        #expect(try count("AWS", exact: true) == 1)
        #expect(try count("Oracle") == 0)
    }

    @Test func `what is acknowledged is there after the file is opened again`() async throws {
        let test = try TestStore()
        let receipt = try await test.store.ingest(
            Story.article("One", published: "2025-11-03", deals: [Story.compute("OpenAI", "Oracle", nil)]))
        let second = try test.reopened()
        defer { second.close() }
        #expect(try second.article(receipt.article, asOf: nil).records == receipt.records)
        let stored = try second.deal(#require(receipt.records.deals.ids.first), asOf: nil)
        #expect(stored.json == receipt.records.deals.json)
        #expect(stored.version == 1)
    }

    @Test func `a text that differs in its spaces and normal form is the same article`() async throws {
        let test = try TestStore()
        let first = try await test.store.ingest(
            Story.article("Accord signé\n\nL'accord porte sur 5 MW.", published: "2025-11-03", deals: []))
        let second = try await test.store.ingest(
            Story.article(
                "Accord signe\u{301}\r\n\r\nL\u{2019}accord porte sur 5\u{202F}MW. ", published: "2025-11-03", deals: []
            ))
        #expect(second.outcome == .known)
        #expect(second.article == first.article)
    }

    @Test func `rebuild gives the same rows`() async throws {
        let test = try TestStore()
        for (index, provider) in ["AWS", "Oracle", "Amazon", "Northern Grid"].enumerated() {
            let deal = try Story.compute(
                "OpenAI", provider, try Story.usd(index + 1, nil), index == 0 ? .intent : .signed)
            _ = try await test.store.ingest(
                Story.article("Article \(index) about \(provider)", published: "2025-11-0\(index + 1)", deals: [deal]))
        }
        let before = try test.foldedRows()
        try test.store.rebuild()
        #expect(try test.foldedRows() == before)
        #expect(before.count > 20)
    }
}
