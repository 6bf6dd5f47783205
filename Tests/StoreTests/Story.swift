import Foundation
import Model

/// Articles for tests, with the extraction that a reader would give.
enum Story {
    static func day(_ text: String) throws -> Day {
        try Day(text)
    }

    static func usd(_ min: Int?, _ max: Int?) throws -> Money {
        try Money(min: min, max: max, currency: .usd)
    }

    /// An article about one deal; the evidence is the place of `words` in the text.
    static func article(
        _ text: String, published: String, url: String? = nil, source: String? = nil,
        clue: LineageClue.Kind? = nil, deals: [Deal], words: String? = nil
    ) throws -> PreparedArticle {
        var extraction = Extraction(language: "en", published: try Day(published))
        for deal in deals {
            var evidence: [Evidence] = []
            if let words, let range = text.range(of: words) {
                let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                let span = try Span(start: start, end: start + words.utf8.count)
                evidence = [
                    Evidence(field: "/value/min", span: span, quote: words, rule: "test.money"),
                    Evidence(field: "/parties/1", span: span, quote: words, rule: "test.party"),
                ]
            }
            extraction.deals.append(Finding(deal, evidence: evidence, confidence: 900))
        }
        if let clue { extraction.clues = [LineageClue(deal: 0, kind: clue)] }
        return PreparedArticle(
            text: Array(text.utf8), url: url, source: source, extraction: extraction, engine: "test 1")
    }

    /// A compute deal between a customer and a provider.
    static func compute(
        _ customer: String, _ provider: String, _ value: Money?, _ status: DealStatus = .signed,
        on announced: String? = nil, allocations: [Allocation] = []
    ) throws -> Deal {
        try Deal(
            type: .compute, status: status,
            parties: [Party(company: customer, role: .customer), Party(company: provider, role: .provider)],
            value: value, announcedOn: announced.map { try Day($0) }, allocations: allocations)
    }
}
