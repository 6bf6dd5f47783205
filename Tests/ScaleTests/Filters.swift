import Foundation
import Model

/// A query and what it must keep.
struct Filter {
    let query: String
    let keep: (Row) -> Bool
}

/// Every filter of deals, each with its naive counterpart; values are taken from the records, so that something is found.
enum Filters {
    static func all(
        _ rows: [Row], middle: Timestamp, _ generator: inout SeededGenerator
    ) throws -> [Filter] {
        var filters = parties(rows) + purposes + words(rows, &generator) + special(rows, middle: middle)
        for name in ["value", "power_mw", "confidence", "term_months", "sources", "independent_sources", "conflicts"] {
            filters += try numbers(name, rows, &generator) { value in
                name == "power_mw" || name == "confidence"
                    ? "\(value / 1000).\(String(value % 1000 + 1000).dropFirst())" : String(value)
            }
        }
        for name in ["announced_on", "term_end"] {
            filters += try numbers(name, rows, &generator) { Day(number: $0).text }
        }
        for name in ["created_at", "changed_at"] {
            filters += try numbers(name, rows, &generator) { Timestamp(microseconds: $0).text }
        }
        return filters
    }

    /// The filters of a field that has an order.
    private static func numbers(
        _ name: String, _ rows: [Row], _ generator: inout SeededGenerator, _ text: (Int) -> String
    ) throws -> [Filter] {
        let known = rows.compactMap { $0.numbers[name]?.high }
        guard let one = known.randomElement(using: &generator), let two = known.randomElement(using: &generator) else {
            return []
        }
        return [
            Filter(query: "\(name)=\(text(one))") { $0.numbers[name]?.high == one },
            Filter(query: "\(name)=\(text(one))&\(name)=\(text(two))") { row in
                row.numbers[name].map { $0.high == one || $0.high == two } ?? false
            },
            Filter(query: "\(name)__in=\(text(one)),\(text(two))") { row in
                row.numbers[name].map { $0.high == one || $0.high == two } ?? false
            },
            Filter(query: "\(name)__not=\(text(one))") { $0.numbers[name]?.high != one },
            Filter(query: "\(name)__gte=\(text(one))") { $0.numbers[name].map { $0.low >= one } ?? false },
            Filter(query: "\(name)__gt=\(text(one))") { $0.numbers[name].map { $0.low > one } ?? false },
            Filter(query: "\(name)__lte=\(text(one))") { $0.numbers[name].map { $0.high <= one } ?? false },
            Filter(query: "\(name)__lt=\(text(one))") { $0.numbers[name].map { $0.high < one } ?? false },
            Filter(query: "\(name)__gte=\(text(min(one, two)))&\(name)__lt=\(text(max(one, two)))") { row in
                row.numbers[name].map { $0.low >= min(one, two) && $0.high < max(one, two) } ?? false
            },
            Filter(query: "\(name)__isnull=true") { $0.numbers[name] == nil },
            Filter(query: "\(name)__isnull=false") { $0.numbers[name] != nil },
        ]
    }

    /// The filters of fields that hold one word.
    private static func words(_ rows: [Row], _ generator: inout SeededGenerator) -> [Filter] {
        var filters: [Filter] = []
        for name in ["type", "status", "currency", "review", "id"] {
            let known = rows.compactMap { $0.words[name] }
            guard let one = known.randomElement(using: &generator), let two = known.randomElement(using: &generator)
            else { continue }
            filters += [
                Filter(query: "\(name)=\(one)") { $0.words[name] == one },
                Filter(query: "\(name)=\(one)&\(name)=\(two)") { [one, two].contains($0.words[name]) },
                Filter(query: "\(name)__in=\(one),\(two)") { [one, two].contains($0.words[name]) },
                Filter(query: "\(name)__not=\(one)") { $0.words[name] != one },
                Filter(query: "\(name)__isnull=true") { $0.words[name] == nil },
                Filter(query: "\(name)__isnull=false") { $0.words[name] != nil },
            ]
        }
        for flag in ["true", "false"] {
            filters.append(Filter(query: "binding=\(flag)") { $0.words["binding"] == flag })
        }
        guard let article = rows.randomElement(using: &generator)?.articles.first,
            let other = rows.randomElement(using: &generator)?.articles.first
        else { return filters }
        return filters + [
            Filter(query: "article=\(article)") { $0.articles.contains(article) },
            Filter(query: "article__in=\(article),\(other)") { !$0.articles.isDisjoint(with: [article, other]) },
            Filter(query: "article__not=\(article)") { !$0.articles.contains(article) },
            Filter(query: "article__isnull=true") { $0.articles.isEmpty },
            Filter(query: "article__isnull=false") { !$0.articles.isEmpty },
        ]
    }

    private static var purposes: [Filter] {
        [
            Filter(query: "purpose=training") { $0.purposes.contains("training") },
            Filter(query: "purpose=training&purpose=agents") { !$0.purposes.isDisjoint(with: ["training", "agents"]) },
            Filter(query: "purpose__in=training,agents") { !$0.purposes.isDisjoint(with: ["training", "agents"]) },
            Filter(query: "purpose__not=inference") { !$0.purposes.contains("inference") },
            Filter(query: "purpose__isnull=true") { $0.purposes.isEmpty },
            Filter(query: "purpose__isnull=false") { !$0.purposes.isEmpty },
        ]
    }

    private static func parties(_ rows: [Row]) -> [Filter] {
        var filters = [
            Filter(query: "party=Buyer%203") { $0.hasBuyer(3) },
            Filter(query: "party=buyer+alias+3") { $0.hasBuyer(3) },
            Filter(query: "party=Buyer%203&exact_party=true") { $0.hasBuyer(3, exactly: true) },
            Filter(query: "party=Buyer%203&party=Buyer%2011") { $0.hasBuyer(3) || $0.hasBuyer(11) },
            Filter(query: "party=Buyer%203&type=compute&type=power") { row in
                row.hasBuyer(3) && ["compute", "power"].contains(row.words["type"])
            },
            Filter(query: "party=Nobody") { _ in false },
        ]
        for role in Role.allCases {
            filters.append(Filter(query: "\(role.rawValue)=Buyer%203") { $0.hasBuyer(3, role: role.rawValue) })
        }
        if let row = rows.first(where: { $0.hasBuyer(3, exactly: true) }),
            let seller = row.parties.first(where: { $0.name.hasPrefix("Seller ") })
        {
            let name = seller.name.replacing(" ", with: "%20")
            filters.append(Filter(query: "between=Buyer%203,\(name)") { $0.id == row.id })
            filters.append(Filter(query: "party=\(seller.id)") { $0.id == row.id })
        }
        return filters
    }

    private static func special(_ rows: [Row], middle: Timestamp) -> [Filter] {
        [
            Filter(query: "changed_since=\(middle.text)") { row in
                (row.numbers["changed_at"]?.low ?? 0) >= middle.microseconds
            },
            Filter(query: "q=zephyr") { $0.titles.contains("zephyr") },
            Filter(query: "q=ZEPHYRS%20quartz") { $0.titles.contains("zephyr") && $0.titles.contains("quartz") },
            Filter(query: "q=hardware") { $0.words["type"] == "hardware" },
            Filter(query: "as_of=2100-01-01") { _ in true },
            Filter(query: "announced_on=2024") { row in
                (row.numbers["announced_on"]?.low).map { Day(number: $0).text.hasPrefix("2024-") } ?? false
            },
            Filter(query: "announced_on__gt=2024-05&announced_on__lte=2025") { row in
                (row.numbers["announced_on"]?.low).map { number in
                    let text = Day(number: number).text
                    return text > "2024-05-31" && text <= "2025-12-31"
                } ?? false
            },
            Filter(query: "status=signed&value__gte=20&currency=USD&binding=true") { row in
                row.words["status"] == "signed" && (row.numbers["value"]?.low ?? 0) >= 20
                    && row.words["currency"] == "USD"
            },
        ]
    }
}
