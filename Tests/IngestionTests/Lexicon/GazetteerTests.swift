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

    @Test func `adverbs may stand between the first word of a trigger and the others, and only of one`() {
        var builder = Gazetteer.Builder(tokenizer: tokenizer)
        for word in ["also", "now"] { builder.addFiller(word) }
        builder.add("takes over", .trigger, row: 0)
        builder.add("takes part", .object, row: 1)
        let gazetteer = builder.build()
        func rows(_ text: String) -> [Int] {
            let bytes = Array(text.utf8)
            let tokens = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
            return gazetteer.find(in: tokens, bytes: bytes).hits.map(\.row)
        }
        #expect(rows("takes over") == [0])
        #expect(rows("takes also over") == [0])
        #expect(rows("takes now also over") == [0])
        #expect(rows("takes also now also over") == [])
        #expect(rows("takes it over") == [])
        #expect(rows("takes. Also over") == [])
        #expect(rows("takes also part") == [])
    }

    @Test func `an exact entry keeps its capitals`() {
        #expect(hits("Meta and meta and META", [("Meta", .company, .exact)]) == ["Meta"])
    }

    @Test func `accents, case and hyphens do not matter otherwise`() {
        #expect(hits("DATA-CENTRE societe Générale", [("data centre", .object, .any)]).count == 1)
        #expect(hits("societe generale", [("Société Générale", .company, .any)]).count == 1)
    }

    @Test func `a word that lexicons keep something for has its number, whether it begins an entry or not`() {
        var builder = Gazetteer.Builder(tokenizer: tokenizer)
        builder.add("of course", .object, row: 0)
        let numbers = ["of", "the", "of"].map { builder.number(of: Folding.hash($0)) }
        #expect(numbers == [1, 2, 1])
        var kept = NumberedWords(nothing: "")
        kept[numbers[1]] = "article"
        let bytes = Array("The end of course".utf8)
        let tokens = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
        let found = builder.build().find(in: tokens, bytes: bytes)
        #expect(found.numbers == [2, 0, 1, 0])
        #expect(found.numbers.map { kept[$0] } == ["article", "", "", ""])
        #expect(found.hits.map(\.tokens) == [2..<4])
    }
}
