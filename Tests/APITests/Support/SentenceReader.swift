import Model

@testable import API

/// An engine that knows one sentence: `A buys compute from B for N dollars.`
struct SentenceReader: ArticleReader {
    let version = "sentence-1"

    func read(_ text: [UInt8], published: Day?, language: String?) -> Extraction {
        let words = String(decoding: text, as: UTF8.self)
        guard language ?? "en" == "en" || language == "fr" else {
            var unread = Extraction(language: nil, published: published)
            unread.warnings = [ReadingWarning(code: "language-unsupported", detail: "only French and English are read")]
            return unread
        }
        var extraction = Extraction(language: language ?? "en", published: published)
        for line in words.split(whereSeparator: \.isNewline) {
            guard let (deal, companies) = Self.deal(String(line), published) else { continue }
            extraction.companies += companies
            let span = try? Span(start: 0, end: 4)
            let evidence = span.map { [Evidence(field: "", span: $0, quote: "word", rule: "sentence")] } ?? []
            extraction.deals.append(Finding(deal, evidence: evidence, confidence: 900))
        }
        return extraction
    }

    private static func deal(_ line: String, _ published: Day?) -> (Deal, [String])? {
        let parts = line.split(separator: " buys compute from ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let rest = parts[1].split(separator: " for ", maxSplits: 1).map(String.init)
        let amount = rest.count == 2 ? Int(rest[1].prefix { $0.isNumber }) : nil
        let deal = try? Deal(
            type: .compute, status: .signed,
            parties: [Party(company: parts[0], role: .customer), Party(company: rest[0], role: .provider)],
            value: amount.map { try Money(min: $0, max: $0, currency: .usd) }, announcedOn: published)
        return deal.map { ($0, [parts[0], rest[0]]) }
    }
}
