import Model
import Testing

@testable import Store

/// Seven articles about two companies, and what the store makes of them step by step.
struct StoryTests {
    private static let articles: [@Sendable () throws -> PreparedArticle] = [
        {
            try Story.article(
                "Rumeur: OpenAI négocierait avec Oracle\n\nDes sources anonymes évoquent 9 milliards de dollars.",
                published: "2025-09-01", source: "Le Quotidien",
                deals: [Story.compute("OpenAI", "Oracle", Story.usd(9_000_000_000, 9_000_000_000), .rumored)])
        },
        {
            try Story.article(
                "OpenAI and Oracle sign a letter of intent\n\nIt covers up to $12 billion of capacity.",
                published: "2025-09-20", source: "The Daily",
                deals: [Story.compute("OpenAI", "Oracle", Story.usd(nil, 12_000_000_000), .intent, on: "2025-09-20")])
        },
        {
            try Story.article(
                contractText, published: "2025-10-30", url: "https://www.daily.example/contract?utm_source=x",
                source: "The Daily",
                deals: [
                    Story.compute(
                        "OpenAI", "Oracle", Story.usd(10_000_000_000, 10_000_000_000), .signed, on: "2025-10-30",
                        allocations: [
                            Allocation(
                                product: "GB300", vendor: "Nvidia", unit: .gpu, count: Bounds(min: 100_000, max: nil),
                                stage: .committed)
                        ])
                ])
        },
        {
            try Story.article(
                contractText + "\n\nReprinted from The Daily.", published: "2025-10-31", source: "The Copyist",
                deals: [
                    Story.compute(
                        "OpenAI", "Oracle", Story.usd(10_000_000_000, 10_000_000_000), .signed, on: "2025-10-30")
                ])
        },
        {
            try Story.article(
                "OpenAI extends its contract with Oracle\n\nA further $4 billion was added.", published: "2026-02-02",
                source: "Le Quotidien", clue: .extends,
                deals: [
                    Story.compute(
                        "OpenAI", "Oracle", Story.usd(4_000_000_000, 4_000_000_000), .signed, on: "2026-02-02")
                ])
        },
        {
            try Story.article(
                "Oracle contract cut\n\nOpenAI has cut its contract with Oracle to $7 billion.",
                published: "2026-04-10",
                source: "The Daily", clue: .amends,
                deals: [Story.compute("OpenAI", "Oracle", Story.usd(7_000_000_000, 7_000_000_000), .signed)])
        },
        {
            try Story.article(
                "OpenAI cancels\n\nOpenAI has cancelled its $7 billion contract with Oracle.", published: "2026-06-01",
                source: "The Daily",
                deals: [Story.compute("OpenAI", "Oracle", Story.usd(7_000_000_000, 7_000_000_000), .cancelled)])
        },
    ]

    private static let contractText = """
        OpenAI signs with Oracle

        OpenAI has signed a contract worth $10 billion with Oracle, the two companies said on Thursday. The capacity will
        be delivered over five years from sites in Texas and Wyoming, and more than 100,000 GB300 processors of Nvidia are
        part of it. Analysts had expected a larger sum after the letter of intent of September. Shares of Oracle rose by
        three per cent. The chief executive called the agreement a foundation for the next generation of models and said
        that the first buildings would open in spring.
        """

    @Test func `rumour, intent, contract, reprint, extension, cut and cancellation`() async throws {
        let test = try TestStore()
        var moments: [Timestamp] = []
        var first = ""
        for (index, article) in Self.articles.enumerated() {
            let receipt = try await test.store.ingest(article())
            #expect(receipt.records.deals.ids.count == 1, "article \(index)")
            if index == 0 { first = try #require(receipt.records.deals.ids.first) }
            if index != 4 { #expect(receipt.records.deals.ids == [first], "article \(index)") }
            moments.append(test.clock.now())
        }
        func deal(_ step: Int) throws -> String {
            String(decoding: try test.store.deal(first, asOf: moments[step]).json, as: UTF8.self)
        }
        let values = [
            "9000000000..9000000000 USD", "..12000000000 USD", "10000000000..10000000000 USD",
            "10000000000..10000000000 USD", "10000000000..10000000000 USD", "7000000000..7000000000 USD",
            "7000000000..7000000000 USD",
        ]
        let statuses = ["rumored", "intent", "signed", "signed", "signed", "signed", "cancelled"]
        for step in values.indices {
            #expect(TestStore.field("value", of: try deal(step)) == values[step], "step \(step)")
            #expect(TestStore.field("status", of: try deal(step)) == statuses[step], "step \(step)")
        }
        #expect(try deal(2).contains("\"conflicts\":\"/value@0\""))
        #expect(TestStore.field("sources", of: try deal(3)) == "4")
        #expect(TestStore.field("independent", of: try deal(3)) == "2")
        #expect(
            TestStore.field("statuses", of: try deal(6))
                == "rumored@2025-09-01+intent@2025-09-20+signed@2025-10-30+cancelled@2026-06-01")
        #expect(try test.store.history(ofDeal: first).map(\.version) == [1, 2, 3, 4, 5, 6])
        #expect(throws: StoreError.notFound) {
            try test.store.deal(first, asOf: Timestamp(microseconds: 0))
        }
        try expectExtension(of: first, test)
        let before = try test.foldedRows()
        try test.store.rebuild()
        #expect(try test.foldedRows() == before)
    }

    private func expectExtension(of first: String, _ test: TestStore) throws {
        let all = TestStore.objects(try test.store.deals(DealQuery()))
        #expect(all.count == 2)
        let extension_ = try #require(all.first { TestStore.field("id", of: $0) != first })
        #expect(TestStore.field("value", of: extension_) == "4000000000..4000000000 USD")
        #expect(TestStore.field("lineage", of: extension_) == "extends:\(first)")
        var early = DealQuery()
        early.asOf = try Timestamp("2025-11-03T09:00:00Z")
        #expect(try test.store.deals(early).rowCount == 0)
    }
}
