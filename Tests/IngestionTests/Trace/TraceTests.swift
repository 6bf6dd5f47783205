import Model
import Testing

@testable import Ingestion

/// What the trace tells of a text that each stage finds something in.
struct TraceTests {
    private static let article = """
        Tarnwick Cloud orders chips

        Tarnwick Cloud ordered 30,000 accelerators from Ostrel Semiconductor for $800 million on March 3, 2026. It \
        books rooms. Larkmoor AI will lease 150 MW from Tarnwick Cloud for ten years.

        "We have waited a long time for these machines," said Ada Brill, chief executive of Tarnwick Cloud.
        """

    private func trace(_ text: String = article, language: String? = "en") throws -> String {
        try TestEngine.get().trace(Array(text.utf8), published: Day("2026-03-05"), language: language)
    }

    @Test(arguments: [
        "language en, published 2026-03-05",
        "== entities", "Tarnwick Cloud: organisation, sort cloud",
        "== sentence 0, headline, tokens 0..<4",
        "lexicon    ", "trigger \"ordered\"",
        "literals   ", "\"$800 million\" money 800000000.0..800000000.0 USD literal.money",
        "mentions   \"Tarnwick Cloud\" name = Tarnwick Cloud",
        "goods      ", "\"accelerators\" hardware",
        "clauses    \"from\" slot from", "status     ",
        "trigger    \"ordered\" · en/triggers.tsv:", "frame procure (compute, hardware",
        "votes      ", "figures    sum \"$800 million\"",
        "group      \"Ostrel Semiconductor\" (behind from) · from 0|100 - ",
        "gives      hardware signed (by default) Tarnwick Cloud > Ostrel Semiconductor, frame procure, score ",
        "== events before merging: ",
        "== deals: 2 merged, 2 valid", "told by    \"ordered\"",
        "/value/min \"$800 million\"", "deal.frame.procure", "== statements: 1", "Ada Brill, Tarnwick Cloud",
        "quote.speaker", "== companies: ",
    ])
    func `each stage has its say`(_ words: String) throws {
        #expect(try trace().contains(words))
    }

    @Test func `a word that tells nothing says why`() throws {
        let text = "News\n\nTarnwick Cloud supplies chips to Larkmoor AI."
        let trace = try trace(text)
        #expect(trace.contains("rejected   tells how things are, and no figure or date stands beside it"))
        #expect(trace.contains("== deals: 0 merged, 0 valid"))
    }

    @Test func `the trace holds the deals that reading gives, and is the same every time`() throws {
        let engine = try TestEngine.get()
        let text = Array(Self.article.utf8)
        let found = engine.read(text, published: try Day("2026-03-05"), language: "en")
        #expect(found.deals.count == 2)
        let trace = try trace()
        for item in found.deals.flatMap(\.evidence) {
            #expect(
                trace.contains("\(item.field) \"\(item.quote)\" \(item.span.start)..<\(item.span.end) \(item.rule)"))
        }
        #expect(try self.trace() == trace)
    }

    @Test func `a text without companies, an empty one and one in no known language have traces too`() throws {
        #expect(try trace("Rain fell.").contains("== sentence 0, headline"))
        #expect(try trace("").contains("0 tokens"))
        #expect(try trace("Es regnet heute sehr.", language: nil).contains("not in a language that can be read"))
    }
}
