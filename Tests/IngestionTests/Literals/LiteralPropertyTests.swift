import Model
import Testing

struct LiteralPropertyTests {
    @Test(arguments: [
        "1 2 3 ", "1,000,", "one hundred and ", "more than ", "2 years 3 months ", "2 weeks before ", "between 1 and ",
        "million ", "hundreds of ", "half a ", "point zero ", "5 to ", "third quarter of ", "9", "$", "e9", "^9",
    ])
    func `any text is read, whatever it repeats`(_ part: String) throws {
        let probe = try LiteralProbe()
        for language in ["en", "fr"] {
            let text = Array(String(repeating: part, count: 2000).utf8)
            for finding in probe.engine.literals(in: text, language: language, reference: probe.reference) {
                #expect(finding.span.end <= text.count)
                #expect((finding.min ?? 0) <= (finding.max ?? .infinity))
            }
        }
    }

    @Test(arguments: [" ", "\u{A0}", "\u{202F}", "\u{2009}"])
    func `every kind of space groups digits`(_ space: String) throws {
        let text = "1\(space)300 serveurs pour 12\(space)500,50\(space)€"
        #expect(
            try LiteralProbe().literals("fr", text, kinds: ["number", "money"]) == ["number 1300", "money 12500.5 EUR"])
    }

    @Test func `literals come by place and do not overlap`() throws {
        let text = "Le 3 mars 2026, entre 5 et 7 milliards d'euros sur dix ans pour 1,2 GW et 100 000 GPU, soit 8 %."
        let probe = try LiteralProbe()
        let spans = probe.engine.literals(in: Array(text.utf8), language: "fr", reference: probe.reference).map(\.span)
        #expect(spans.count == 6)
        for (left, right) in zip(spans, spans.dropFirst()) { #expect(left.end <= right.start) }
    }

    @Test func `without a day of reference only full dates are read`() throws {
        let probe = try LiteralProbe()
        let text = Array("yesterday, on Friday, last week, in May, on May 3, 2026 and in 2027".utf8)
        let found = probe.engine.literals(in: text, language: "en", reference: nil)
        #expect(found.compactMap(\.firstDay?.text) == ["2026-05-03", "2027-01-01"])
    }

    @Test func `a language that is not there has no literals`() throws {
        let probe = try LiteralProbe()
        #expect(probe.engine.literals(in: Array("5 Euro".utf8), language: "xx", reference: nil).isEmpty)
    }
}
