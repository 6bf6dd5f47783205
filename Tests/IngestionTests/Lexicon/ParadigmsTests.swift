import Testing

@testable import Ingestion

struct ParadigmsTests {
    private static let table = """
        v\t\t-\tinfinitive;present
        v\t\ts\tpresent
        v\t\ted\tpast;participle
        take\ttake\ttook\tpast
        n\t\t-\tsingular
        n\t\ts\tplural
        """

    private struct Form: Equatable {
        let surface: String
        let features: WordFeatures
    }

    private func forms(_ lemma: String, _ paradigm: String) throws(LexiconError) -> [Form] {
        let files = LanguageFiles([("xx/paradigms.tsv", Array(Self.table.utf8))])
        let row = Row(file: "xx/triggers.tsv", line: 7, columns: [lemma, paradigm])
        let paradigms = try Paradigms(files.tables(for: "xx"))
        let forms = try row.withBytes(of: 0) { (lemma) throws(LexiconError) in
            try row.withBytes(of: 1) { (paradigm) throws(LexiconError) in
                try paradigms.forms(of: lemma, paradigm, row: row)
            }
        }
        return forms.all.map {
            Form(surface: String(decoding: forms.letters[$0.range], as: UTF8.self), features: $0.features)
        }
    }

    @Test func `a lemma gets each form once with all that it may be`() throws {
        #expect(
            try forms("order", "v") == [
                Form(surface: "order", features: [.infinitive, .present]),
                Form(surface: "orders", features: .present),
                Form(surface: "ordered", features: [.past, .participle]),
            ])
    }

    @Test func `the first word of several inflects, or the marked one`() throws {
        #expect(try forms("letter of intent", "n").map(\.surface) == ["letter of intent", "letters of intent"])
        #expect(try forms("credit line~", "n").map(\.surface) == ["credit line", "credit lines"])
        #expect(try forms("sale~ and leaseback", "n").map(\.surface).last == "sales and leaseback")
    }

    @Test func `a paradigm of an irregular word serves its compounds`() throws {
        #expect(try forms("undertake", "take").map(\.surface) == ["undertook"])
    }

    @Test func `a lemma without a paradigm stays as it is`() throws {
        #expect(try forms("Project finance", "").map(\.surface) == ["Project finance"])
    }

    @Test func `an unknown paradigm or a lemma that does not fit it is an error with its place`() {
        #expect(throws: LexiconError.unknownWord(file: "xx/triggers.tsv", line: 7, word: "w")) {
            try forms("order", "w")
        }
        #expect(throws: LexiconError.unknownWord(file: "xx/triggers.tsv", line: 7, word: "give")) {
            try forms("give", "take")
        }
    }
}
