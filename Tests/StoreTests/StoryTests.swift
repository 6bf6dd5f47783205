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

    /// What the store answers at a moment, or now.
    private func answers(_ test: TestStore, _ articles: [String], asOf moment: Timestamp?) throws -> [String] {
        func text(_ json: [UInt8]) -> String { String(decoding: json, as: UTF8.self) }
        var deals = DealQuery()
        deals.asOf = moment
        var companies = CompanyQuery()
        companies.asOf = moment
        var allocations = AllocationQuery()
        allocations.asOf = moment
        var sources = ArticleQuery()
        sources.asOf = moment
        var answers = [
            text(try test.store.deals(deals).rows), text(try test.store.companies(companies).rows),
            text(try test.store.allocations(allocations).rows), text(try test.store.articles(sources).rows),
            "\(try test.store.count(deals)) \(try test.store.count(companies)) \(try test.store.count(sources))",
        ]
        for type in try test.store.facets(deals, by: .status) { answers.append("\(type)") }
        for article in articles {
            let records = try test.store.article(article, asOf: moment).records
            answers += records.deals.ids + records.companies.ids
            answers += [text(records.deals.json), text(records.companies.json)]
        }
        return answers
    }

    @Test func `what was answered after each article is what as_of answers for that moment later`() async throws {
        let test = try TestStore()
        var then: [(moment: Timestamp, articles: [String], answers: [String])] = []
        var articles: [String] = []
        func remember() throws {
            let answers = try answers(test, articles, asOf: nil)
            then.append((test.clock.now(), articles, answers))
        }
        for article in Self.articles {
            articles.append(try await test.store.ingest(article()).article)
            try remember()
        }
        // Edits are part of the past as well.
        let editor = Editor(name: "ed")
        var named = CompanyQuery()
        named.conditions = [Condition(.name, .isAny([.text("Oracle")]))]
        let oracle = TestStore.objects(try test.store.companies(named)).compactMap { TestStore.field("id", of: $0) }
        var rename = CompanyEdit()
        rename.name = .set("Oracle Cloud")
        _ = try await test.store.editCompany(oracle[0], rename, expecting: nil, by: editor)
        try remember()
        let deals = TestStore.objects(try test.store.deals(DealQuery())).compactMap { TestStore.field("id", of: $0) }
        _ = try await test.store.mergeDeal(deals[0], into: deals[1], expecting: nil, by: editor)
        try remember()
        _ = try await test.store.splitDeal(deals[1], articles: [articles[0]], expecting: nil, by: editor)
        try remember()
        try await test.store.retractDeal(deals[1], expecting: nil, by: editor)
        try remember()
        for (step, past) in then.enumerated() {
            #expect(try answers(test, past.articles, asOf: past.moment) == past.answers, "step \(step)")
        }
        let before = try test.foldedRows()
        try test.store.rebuild()
        #expect(try test.foldedRows() == before)
    }

    @Test func `conflicts, sources and history say at each step who said what`() async throws {
        let test = try TestStore()
        var seen: [(conflicts: String?, sources: String?, independent: String?, steps: String?)] = []
        var receipts: [IngestReceipt] = []
        for article in Self.articles {
            receipts.append(try await test.store.ingest(article()))
            let id = try #require(receipts.first?.records.deals.ids.first)
            let deal = String(decoding: try test.store.deal(id, asOf: nil).json, as: UTF8.self)
            seen.append(
                (
                    TestStore.field("conflicts", of: deal), TestStore.field("sources", of: deal),
                    TestStore.field("independent", of: deal), TestStore.field("statuses", of: deal)
                ))
        }
        #expect(seen.map(\.sources) == ["1", "2", "3", "4", "4", "5", "6"], "the extension is a deal of its own")
        #expect(seen.map(\.independent) == ["1", "2", "2", "2", "2", "2", "2"], "the copy is no voice of its own")
        let history = try test.store.history(ofDeal: try #require(receipts[0].records.deals.ids.first))
        let causes = [0, 1, 2, 3, 5, 6].map { Cause.article(receipts[$0].article) }
        #expect(history.map(\.cause) == causes, "each version names the article that made it")
        #expect(seen[0].conflicts == "")
        #expect(seen[2].conflicts == "/value@0", "the rumour's sum stands against the contract's")
        #expect(seen[6].steps?.hasSuffix("cancelled@2026-06-01") == true)
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
