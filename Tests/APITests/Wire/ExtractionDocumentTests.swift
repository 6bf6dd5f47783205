import Model
import Testing

@testable import API

@Suite struct ExtractionDocumentTests {
    @Test func `an extraction is written in the shape of the record guide`() throws {
        var extraction = Extraction(language: "en", published: try Day("2025-11-03"))
        let deal = try Deal(
            type: .compute, status: .signed,
            parties: [
                Party(company: "Lumen Labs", role: .customer),
                Party(company: "Borealis Cloud", also: ["Borealis"], role: .provider),
            ],
            value: Money(min: 1_500_000_000, max: nil, currency: .usd),
            term: Term(months: 84, start: PartialDate("2026"), end: nil, multiYear: true),
            power: PowerCapacity(kilowatts: 37_500), announcedOn: Day("2025-11-03"),
            purposes: [.inference, .training],
            allocations: [
                Allocation(product: "H9", vendor: nil, unit: .gpu, count: Bounds(min: 1, max: 2), stage: .option)
            ])
        let evidence = Evidence(field: "/value/min", span: try Span(start: 3, end: 9), quote: "$1.5bn", rule: "m1")
        extraction.deals = [Finding(deal, evidence: [evidence], confidence: 900)]
        extraction.companies = ["Lumen Labs", "Borealis Cloud"]
        extraction.mentions = [Mention(company: "Lumen Labs", span: try Span(start: 0, end: 5), text: "Lumen")]
        let expected =
            #"{"lang":"en","published":"2025-11-03","deals":[{"type":"compute","status":"signed","#
            + #""parties":[{"company":"Lumen Labs","role":"customer"},"#
            + #"{"company":"Borealis Cloud","also":["Borealis"],"role":"provider"}],"#
            + #""value":{"min":1500000000,"max":null,"currency":"USD"},"#
            + #""term":{"months":84,"start":"2026","end":null,"multi_year":true},"power_mw":37.5,"#
            + #""announced_on":"2025-11-03","purposes":["training","inference"],"#
            + #""allocations":[{"product":"H9","vendor":null,"unit":"gpu","min":1,"max":2,"stage":"option"}],"#
            + #""confidence":0.9,"evidence":[{"field":"/value/min","start":3,"end":9,"quote":"$1.5bn","rule":"m1"}]}],"#
            + #""relationships":[],"estimates":[],"statements":[],"companies":["Lumen Labs","Borealis Cloud"],"#
            + #""mentions":[{"company":"Lumen Labs","start":0,"end":5,"text":"Lumen"}],"warnings":[]}"#
        #expect(String(decoding: ExtractionDocument(extraction).json(), as: UTF8.self) == expected)
    }

    @Test func `the other records are written in full, with null for what is unsaid`() throws {
        var extraction = Extraction(language: nil, published: nil)
        extraction.relationships = [
            Finding(
                try Relationship(subject: "A", predicate: .subsidiaryOf, object: "B"), evidence: [], confidence: 1000)
        ]
        extraction.estimates = [
            Finding(
                try Estimate(
                    source: nil, subject: "sites", region: "EU", value: Money(min: nil, max: 5, currency: .eur),
                    from: nil, to: 2030), evidence: [], confidence: 0)
        ]
        extraction.statements = [
            Finding(try Statement(speaker: "C", affiliation: nil, quote: "so be it"), evidence: [], confidence: 1)
        ]
        extraction.warnings = [ReadingWarning(code: "language-unsupported", detail: "why")]
        let expected =
            #"{"lang":null,"published":null,"deals":[],"#
            + #""relationships":[{"subject":"A","predicate":"subsidiary_of","object":"B","confidence":1,"evidence":[]}],"#
            + #""estimates":[{"source":null,"subject":"sites","region":"EU","#
            + #""value":{"min":null,"max":5,"currency":"EUR"},"from":null,"to":2030,"confidence":0,"evidence":[]}],"#
            + #""statements":[{"speaker":"C","affiliation":null,"quote":"so be it","confidence":0.001,"evidence":[]}],"#
            + #""companies":[],"mentions":[],"warnings":[{"code":"language-unsupported","detail":"why"}]}"#
        #expect(String(decoding: ExtractionDocument(extraction).json(), as: UTF8.self) == expected)
    }

    @Test func `the pretty form is the same value`() throws {
        let document = ExtractionDocument(Extraction(language: "fr", published: nil))
        let compact = try JSONReader.read(document.json())
        let pretty = try JSONReader.read(document.json(.pretty))
        #expect(compact == pretty)
    }
}
