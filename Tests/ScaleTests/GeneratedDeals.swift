import Foundation
import HTTPCore
import Model
import Store
import Synchronization

@testable import API

/// A small generator with a seed (SplitMix64), so that a failing run can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// Whether something happens that does in `part` of `whole` cases.
    mutating func chance(_ part: Int, of whole: Int) -> Bool {
        Int.random(in: 0..<whole, using: &self) < part
    }
}

/// Deals of every shape, each between a buyer that many have and a seller of its own, so that no two are the same deal.
struct GeneratedDeals {
    var generator: SeededGenerator

    /// Words of headlines, which a search can look for; none is a word of a record otherwise.
    static let vocabulary = ["zephyr", "quartz", "lagoon", "ember", "tundra", "fjord", "cobalt", "saffron"]

    /// The owners of some buyers.
    static let catalogue: [CatalogueEntry] = (0..<60).map { index in
        CatalogueEntry(
            id: "buyer\(index)", name: "Buyer \(index)", aliases: ["Buyer Alias \(index)"],
            parent: index >= 40 ? "buyer\(index % 10)" : nil, country: index % 2 == 0 ? "US" : "FR", kind: "cloud")
    }

    /// An article about one deal; with `isApart`, between two companies that no other deal knows, so that no record of
    /// others changes.
    mutating func article(_ index: Int, isApart: Bool = false) throws -> PreparedArticle {
        var extraction = Extraction(
            language: generator.chance(1, of: 3) ? "fr" : "en", published: Day(number: 20_300 + index % 40))
        let text = "Notice \(try words()) \(index)\n\nNumber \(index) of \(index % 7) papers."
        extraction.deals = [
            Finding(
                try deal(index, isApart), evidence: [], confidence: Int.random(in: 400...1000, using: &generator))
        ]
        return PreparedArticle(
            text: Array(text.utf8), url: "https://paper\(index % 9).example/\(index)", source: nil,
            extraction: extraction, engine: "test 1")
    }

    /// The same deal, told by another paper with another sum.
    mutating func contradiction(_ index: Int, of first: PreparedArticle) throws -> PreparedArticle {
        var extraction = first.extraction
        let deal = extraction.deals[0].record
        extraction.deals = [
            Finding(
                try Deal(
                    type: deal.type, status: deal.status, parties: deal.parties,
                    value: deal.value.map { value in
                        try Money(
                            min: value.amount.leading + 1, max: value.amount.leading + 1, currency: value.currency)
                    }, announcedOn: deal.announcedOn), evidence: [], confidence: 300)
        ]
        return PreparedArticle(
            text: Array("Told again \(try words()) \(index)\n\nBy another paper.".utf8),
            url: "https://other.example/\(index)", source: nil, extraction: extraction, engine: "test 1")
    }

    private mutating func words() throws -> String {
        let first = Self.vocabulary.randomElement(using: &generator) ?? ""
        return first + " " + (Self.vocabulary.randomElement(using: &generator) ?? "")
    }

    private mutating func deal(_ index: Int, _ isApart: Bool) throws -> Deal {
        let type = DealType.allCases.randomElement(using: &generator) ?? .compute
        let roles = type.roles
        let buyer = Int.random(in: 0..<60, using: &generator)
        let parties = [
            try Party(company: isApart ? "Late buyer \(index)" : "Buyer \(buyer)", role: roles[0]),
            try Party(company: "Seller \(index)", role: roles[roles.count - 1]),
        ]
        let purposes = Purpose.allCases.filter { _ in generator.chance(1, of: 6) }
        return try Deal(
            type: type, status: DealStatus.allCases.randomElement(using: &generator) ?? .signed, parties: parties,
            value: money(), term: term(),
            power: generator.chance(1, of: 4)
                ? PowerCapacity(kilowatts: 100 * Int.random(in: 1...90, using: &generator)) : nil,
            announcedOn: generator.chance(4, of: 5)
                ? Day(number: 19_700 + Int.random(in: 0..<900, using: &generator)) : nil,
            purposes: purposes, allocations: allocations())
    }

    private mutating func money() throws -> Money? {
        guard generator.chance(4, of: 5) else { return nil }
        let low = Int.random(in: 1...60, using: &generator)
        let high = low + (generator.chance(1, of: 3) ? Int.random(in: 0...9, using: &generator) : 0)
        let shape = Int.random(in: 0..<8, using: &generator)
        let code = ["USD", "EUR", "GBP", "JPY"].randomElement(using: &generator) ?? "USD"
        return try Money(
            min: shape == 0 ? nil : low, max: shape == 1 ? nil : high, currency: Currency(code))
    }

    private mutating func term() throws -> Term? {
        guard generator.chance(1, of: 2) else { return nil }
        let year = Int.random(in: 2027...2034, using: &generator)
        let end: PartialDate? =
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: try PartialDate(year: year)
            case 1: try PartialDate(year: year, month: Int.random(in: 1...12, using: &generator))
            case 2: try PartialDate(year: year, month: 6, day: Int.random(in: 1...30, using: &generator))
            default: nil
            }
        return try Term(
            months: generator.chance(3, of: 4) ? Int.random(in: 6...180, using: &generator) : nil, start: nil, end: end,
            multiYear: true)
    }

    private mutating func allocations() throws -> [Allocation] {
        guard generator.chance(1, of: 8) else { return [] }
        let count = Int.random(in: 1...500, using: &generator)
        return [
            try Allocation(
                product: ["GB200", "GB300", "MI450"].randomElement(using: &generator), vendor: "Maker", unit: .gpu,
                count: Bounds(min: count, max: generator.chance(1, of: 2) ? count : nil),
                stage: generator.chance(1, of: 3) ? .option : .committed)
        ]
    }
}
