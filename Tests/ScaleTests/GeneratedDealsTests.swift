import Foundation
import Model
import Testing

@testable import API

/// Properties of the lists over ten thousand deals, asked as callers ask. Serial, since one of them inserts.
@Suite(.serialized) struct GeneratedDealsTests {
    let service: GeneratedService

    init() async throws {
        service = try await GeneratedService.shared.value
    }

    // MARK: - Pages

    static let orders: [(list: String, sort: String)] =
        orders("/deals", DealField.self) + orders("/companies", CompanyField.self)
        + orders("/allocations", AllocationField.self) + orders("/articles", ArticleField.self)

    private static func orders<Field: QueryField>(_ list: String, _: Field.Type) -> [(list: String, sort: String)] {
        Field.allCases.filter(\.isSortable).flatMap { [(list, $0.rawValue), (list, "-" + $0.rawValue)] }
    }

    @Test(arguments: orders)
    func `the union of all pages is the whole, in its order, while rows are inserted`(
        list: String, sort: String
    ) async throws {
        let whole = try await service.ids(list, "sort=\(sort)")
        let known = Set(whole)
        var pages = 0
        let seen = try await service.ids(list, "sort=\(sort)", limit: 317) {
            pages += 1
            if pages == 2 { try await service.insert() }
        }
        #expect(Set(seen).count == seen.count, "a row came twice")
        #expect(seen.filter(known.contains) == whole)
    }

    @Test func `pages of one row miss nothing either`() async throws {
        let query = "party=Buyer%203&type=compute&sort=value"
        let whole = try await service.ids("/deals", query)
        var seen: [String] = []
        var target: String? = "/deals?\(query)&limit=1"
        while let current = target {
            let page = try await service.get(current)
            seen += page.data.compactMap { $0["id"] as? String }
            #expect(page.count == whole.count)
            target = page.next
        }
        #expect(seen == whole)
        #expect(whole.count > 5)
    }

    // MARK: - Filters

    @Test func `every filter finds what looking at every record finds, and counts it`() async throws {
        let rows = try await service.all("/deals").map(Row.init)
        #expect(rows.count >= GeneratedService.size)
        var generator = SeededGenerator(state: GeneratedService.seed)
        var tried: Set<String> = []
        for filter in try Filters.all(rows, middle: service.middle, &generator) {
            let expected = Set(rows.filter(filter.keep).map(\.id))
            let found = try await service.ids("/deals", filter.query)
            #expect(Set(found) == expected, "\(filter.query)")
            #expect(found.count == expected.count, "\(filter.query)")
            let counted = try await service.get("/deals?\(filter.query)&limit=1").count
            #expect(counted == expected.count, "\(filter.query)")
            for pair in filter.query.split(separator: "&") { tried.insert(String(pair.prefix { $0 != "=" })) }
        }
        let others: Set = ["facets", "exact_party"]
        let missing = Parameter.deals.flatMap(\.spellings).filter { !tried.contains($0) && !others.contains($0) }
        #expect(missing.isEmpty, "filters that no case tries")
    }

    @Test func `a moment shows what was there then`() async throws {
        let rows = try await service.all("/deals").map(Row.init)
        let middle = service.middle
        let then = try await service.ids("/deals", "as_of=\(middle.text)")
        let expected = rows.filter { ($0.numbers["created_at"]?.low ?? .max) <= middle.microseconds }.map(\.id)
        #expect(Set(then) == Set(expected))
        #expect(then.count == GeneratedService.size / 2)
        let companies = try await service.all("/companies", "as_of=\(middle.text)")
        #expect(companies.count < (try await service.all("/companies").count))
        let counted = companies.compactMap { $0["deals"] as? Int }
        #expect(counted.reduce(0, +) == then.count * 2, "each deal counts for its two parties")
    }

    // MARK: - Facets

    @Test(arguments: ["", "party=Buyer%203&", "type=compute&type=power&", "value__gte=30&", "q=zephyr&"])
    func `facets are the counts of every record`(filter: String) async throws {
        let rows = try await service.all("/deals", String(filter.dropLast())).map(Row.init)
        let names = ["type", "status", "currency", "purpose", "review", "binding"]
        let answer = try await service.get("/deals?\(filter)facets=\(names.joined(separator: ","))&limit=1")
        let facets = try #require(answer.json["facets"] as? [String: Any])
        for name in names {
            var expected: [String: Int] = [:]
            for row in rows {
                let values = name == "purpose" ? Array(row.purposes) : [row.words[name] ?? "none"]
                for value in values { expected[value, default: 0] += 1 }
            }
            var given: [String: Int] = [:]
            for entry in try #require(facets[name] as? [[String: Any]]) {
                let value = (entry["value"] as? String) ?? "none"
                let count = try #require(entry["count"] as? Int)
                given[value] = count
                let url = try #require(entry["url"] as? String)
                let other = try await service.get(url)
                #expect(other.status == 200, "\(url)")
                if filter.isEmpty { #expect(other.count == count, "\(url)") }
            }
            #expect(given == expected, "\(name)")
        }
    }

    // MARK: - Formats

    @Test(arguments: ["", "party=Buyer%203&sort=value", "status__not=signed", "q=lagoon&sort=-announced_on"])
    func `CSV and NDJSON hold the same records in the same order`(query: String) async throws {
        let records = try await service.all("/deals", query)
        let table = try await service.get("/deals.csv?\(query)")
        let rows = CSVReader.rows(table.body)
        let head = try #require(rows.first)
        #expect(rows.count == records.count + 1)
        for (row, record) in zip(rows.dropFirst(), records) {
            #expect(row.count == head.count)
            func cell(_ name: String) -> String? { head.firstIndex(of: name).map { row[$0] } }
            let value = record["value"] as? [String: Any]
            let term = record["term"] as? [String: Any]
            let same =
                cell("id") == record["id"] as? String && cell("type") == record["type"] as? String
                && cell("status") == record["status"] as? String
                && cell("value_min") == (value?["min"] as? Int).map(String.init) ?? ""
                && cell("value_max") == (value?["max"] as? Int).map(String.init) ?? ""
                && cell("currency") == value?["currency"] as? String ?? ""
                && cell("term_months") == (term?["months"] as? Int).map(String.init) ?? ""
                && cell("announced_on") == record["announced_on"] as? String ?? ""
                && cell("purposes") == (record["purposes"] as? [String] ?? []).joined(separator: "; ")
                && cell("created_at") == record["created_at"] as? String
            #expect(same, "\(row)")
        }
    }
}
