import Model
import Testing

@testable import Store

/// A small generator with a seed, so that a failing run can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

struct ListTests {
    /// A store with deals of many shapes, each of a pair of companies of its own.
    static func filled(_ count: Int, seed: UInt64) async throws -> TestStore {
        let test = try TestStore()
        var generator = SeededGenerator(state: seed)
        for index in 0..<count {
            let type = try #require(DealType.allCases.randomElement(using: &generator))
            let status = try #require(DealStatus.allCases.randomElement(using: &generator))
            let roles = type.roles
            let parties = [
                try Party(company: "Buyer \(index % 12)", role: roles[0]),
                try Party(company: "Seller \(index)", role: roles[roles.count - 1]),
            ]
            let currency = try Currency(["USD", "EUR", "GBP"].randomElement(using: &generator) ?? "USD")
            let amount = Int.random(in: 0..<50, using: &generator)
            let deal = try Deal(
                type: type, status: status, parties: parties,
                value: amount < 10 ? nil : Money(min: amount, max: amount + index % 3, currency: currency),
                power: index % 4 == 0 ? PowerCapacity(kilowatts: 1000 + index % 9) : nil,
                announcedOn: index % 5 == 0 ? nil : Day(number: 20_000 + Int.random(in: 0..<30, using: &generator)))
            _ = try await test.store.ingest(
                Story.article("Article number \(index)", published: "2025-11-03", deals: [deal]))
        }
        return test
    }

    private static let orders: [RecordOrder<DealField>?] =
        [nil]
        + DealField.allCases.filter(\.isSortable).flatMap {
            [RecordOrder($0, descending: false), RecordOrder($0, descending: true)]
        }

    @Test func `the union of all pages is the whole for every order, while deals are inserted`() async throws {
        let test = try await Self.filled(60, seed: 11)
        var extra = 0
        for order in Self.orders {
            for party in [nil, "Buyer 3", "Seller 5"] {
                var query = DealQuery()
                query.order = order
                if let party { query.parties = [PartyFilter([party])] }
                query.limit = 500
                let whole = TestStore.objects(try test.store.deals(query))
                #expect(try test.store.count(query) == whole.count)
                query.limit = 7
                var seen: [String] = []
                repeat {
                    let page = try test.store.deals(query)
                    seen += TestStore.objects(page)
                    query.after = page.next
                    if extra < 20, page.next != nil {
                        extra += 1
                        _ = try await test.store.ingest(
                            Story.article(
                                "Extra \(extra)", published: "2025-11-03",
                                deals: [Story.compute("Buyer 3", "Late seller \(extra)", nil)]))
                    }
                } while query.after != nil
                #expect(Set(seen).count == seen.count)
                #expect(Set(whole).isSubset(of: Set(seen)), "\(String(describing: order)) \(party ?? "")")
                let known = seen.filter(Set(whole).contains)
                #expect(known == whole)
            }
        }
    }

    @Test func `filters agree with looking at every record`() async throws {
        let test = try await Self.filled(80, seed: 5)
        var all = DealQuery()
        all.limit = 500
        let deals = TestStore.objects(try test.store.deals(all))
        func expect(
            _ conditions: [Condition<DealField>], _ parties: [PartyFilter] = [], _ keep: (String) -> Bool
        ) throws {
            var query = all
            query.conditions = conditions
            query.parties = parties
            let found = TestStore.objects(try test.store.deals(query))
            #expect(Set(found) == Set(deals.filter(keep)), "\(conditions) \(parties)")
            #expect(try test.store.count(query) == found.count)
        }
        func value(_ deal: String) -> (low: Int, high: Int)? {
            let text = TestStore.field("value", of: deal) ?? ""
            let ends = text.split(separator: " ").first?.split(separator: ".").compactMap { Int($0) } ?? []
            return ends.count == 2 ? (ends[0], ends[1]) : nil
        }
        try expect([Condition(.type, .isAny([.text("compute"), .text("power")]))]) {
            ["compute", "power"].contains(TestStore.field("type", of: $0))
        }
        try expect([Condition(.status, .isNone([.text("signed")]))]) { TestStore.field("status", of: $0) != "signed" }
        try expect([Condition(.binding, .isAny([.integer(1)]))]) {
            ["signed", "completed"].contains(TestStore.field("status", of: $0))
        }
        try expect([Condition(.value, .atLeast(.integer(30)))]) { value($0).map { $0.low >= 30 } ?? false }
        try expect([Condition(.value, .atMost(.integer(30)))]) { value($0).map { $0.high <= 30 } ?? false }
        try expect([Condition(.value, .isNull(true))]) { value($0) == nil }
        try expect([Condition(.announcedOn, .above(.integer(20_010)))]) {
            (TestStore.field("announced", of: $0) ?? "") > Day(number: 20_010).text
        }
        try expect([], [PartyFilter(["buyer 3"])]) { TestStore.field("parties", of: $0)?.contains("Buyer 3=") == true }
        try expect([], [PartyFilter(["Buyer 3"]), PartyFilter(["Seller 15"])]) {
            TestStore.field("parties", of: $0)?.contains("Buyer 3=") == true
                && TestStore.field("parties", of: $0)?.hasSuffix("Seller 15=") == false
                && TestStore.field("parties", of: $0)?.contains("Seller 15=") == true
        }
        try expect([Condition(.type, .isAny([.text("compute")]))], [PartyFilter(["Buyer 1"], role: .customer)]) {
            TestStore.field("parties", of: $0)?.contains("Buyer 1=customer") == true
                && TestStore.field("type", of: $0) == "compute"
        }
        let facets = try test.store.facets(all, by: .type)
        #expect(facets.map(\.count).reduce(0, +) == deals.count)
        for facet in facets {
            #expect(deals.filter { TestStore.field("type", of: $0) == facet.value?.text }.count == facet.count)
        }
    }

    @Test func `a search finds words without accents and in other forms`() async throws {
        let test = try TestStore()
        let text = "L'accord signé prévoit des centres de données à Évry."
        let article = try Story.article(
            text, published: "2025-11-03", deals: [Story.compute("OpenAI", "Société Électrique", nil)], words: text)
        _ = try await test.store.ingest(article)
        for (question, hits) in [
            ("signer accords", 1), ("evry", 1), ("ELECTRIQUE", 1), ("donnée centre", 1), ("turbine", 0), ("signed", 1),
        ] {
            var query = DealQuery()
            query.search = question
            #expect(try test.store.deals(query).rowCount == hits, "\(question)")
            var articles = ArticleQuery()
            articles.search = question
            #expect(try test.store.articles(articles).rowCount == (question == "ELECTRIQUE" ? 0 : hits), "\(question)")
        }
    }

    @Test func `a search takes any signs, and finds a name that holds one`() async throws {
        let test = try TestStore()
        let text = "AT&T et Orion+Vega ont signé avec 人工 pour la क्षमता."
        let article = try Story.article(
            text, published: "2025-11-03", deals: [Story.compute("AT&T", "Oracle", nil)], words: text)
        _ = try await test.store.ingest(article)
        for (question, inArticles, inDeals) in [
            ("AT&T", 1, 1), ("at&t oracle", 0, 1), ("T&A", 0, 0), ("orion+vega", 1, 1), ("vega", 1, 1), ("人工", 1, 1),
            ("人", 0, 0), ("क्षमता", 1, 1), ("Ⓐ", 0, 0), ("\" OR ^ * : ( ) NEAR(", 0, 0), ("&+-", 0, 0),
        ] {
            var articles = ArticleQuery()
            articles.search = question
            #expect(try test.store.articles(articles).rowCount == inArticles, "\(question)")
            var deals = DealQuery()
            deals.search = question
            #expect(try test.store.deals(deals).rowCount == inDeals, "\(question)")
        }
    }

    @Test func `a key of another list is refused`() throws {
        let test = try TestStore()
        var query = DealQuery()
        query.after = PageKey([.text("x"), .text("y"), .integer(1), .integer(1)])
        #expect(throws: StoreError.invalidCursor) { try test.store.deals(query) }
    }
}
