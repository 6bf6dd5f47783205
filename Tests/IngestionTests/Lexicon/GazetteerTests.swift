import Testing

@testable import Ingestion

@Suite struct GazetteerTests {
    private let tokenizer = Tokenizer(elisions: [])

    private func hits(
        _ text: String, _ entries: [(String, Layer, Gazetteer.CaseRule)]
    ) -> [String] {
        var builder = Gazetteer.Builder(tokenizer: tokenizer)
        for (row, entry) in entries.enumerated() { builder.add(entry.0, entry.1, row: row, caseRule: entry.2) }
        let bytes = Array(text.utf8)
        let tokens = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
        return builder.build().find(in: tokens, bytes: bytes).hits.map { entries[$0.row].0 }
    }

    @Test func `the longest entry of a layer hides those inside it`() {
        let entries: [(String, Layer, Gazetteer.CaseRule)] = [
            ("Amazon", .company, .any), ("Amazon Web Services", .company, .any), ("Services", .company, .any),
        ]
        #expect(hits("Amazon Web Services and Amazon", entries) == ["Amazon Web Services", "Amazon"])
    }

    @Test func `layers may overlap`() {
        #expect(hits("May", [("may", .modality, .any), ("May", .month, .capital)]).count == 2)
        #expect(hits("may", [("may", .modality, .any), ("May", .month, .capital)]) == ["may"])
    }

    @Test func `an exact entry keeps its capitals`() {
        #expect(hits("Meta and meta and META", [("Meta", .company, .exact)]) == ["Meta"])
    }

    @Test func `accents, case and hyphens do not matter otherwise`() {
        #expect(hits("DATA-CENTRE societe Générale", [("data centre", .object, .any)]).count == 1)
        #expect(hits("societe generale", [("Société Générale", .company, .any)]).count == 1)
    }
}
