import LanguageData
import Testing

@testable import Ingestion

struct PlainLemmaTests {
    private static let files = LanguageFiles(
        LanguageData.files.map { (name: $0.name, text: Array($0.text.description.utf8)) })

    /// A form as it is known by its hashes.
    private struct Form: Equatable {
        let letters: UInt64
        let features: WordFeatures
        let isPlain: Bool
    }

    /// The forms of a lemma by its hashes alone, and as they are written; the first are `nil` where they cannot be told so.
    private func forms(
        of row: Row, paradigm column: Int, _ paradigms: Paradigms
    ) throws -> (plain: [Form]?, written: [Form]) {
        try row.withBytes(of: 0) { (lemma) throws(LexiconError) in
            try row.withBytes(of: column) { (paradigm) throws(LexiconError) in
                var written = Spellings()
                let forms = try paradigms.forms(of: lemma, paradigm, row: row)
                forms.letters.withUnsafeBufferPointer { letters in
                    for form in forms.all {
                        written.add(FormHash(UnsafeBufferPointer(rebasing: letters[form.range])), form.features)
                    }
                }
                var plain: [Form]?
                var spelled = Spellings()
                if let lemma = PlainLemma(lemma, inflects: !paradigm.isEmpty),
                    paradigms.spell(lemma, paradigm, into: &spelled)
                {
                    plain = spelled.forms.map {
                        Form(
                            letters: lemma.letters(behind: $0.letters), features: $0.features, isPlain: $0.isPlain)
                    }
                }
                return (
                    plain, written.forms.map { Form(letters: $0.letters, features: $0.features, isPlain: $0.isPlain) }
                )
            }
        }
    }

    @Test(arguments: files.languages)
    func `the forms of plain lemmas are those that would be written`(_ language: String) throws {
        let tables = Self.files.tables(for: language)
        let paradigms = try Paradigms(tables)
        var plain = 0
        let rows = try ["triggers", "objects", "status", "clause_words"].flatMap { try tables.own($0) }
        // A lemma with a gap is none before it is cut.
        for row in rows where !row[0].contains("…") {
            let forms = try forms(of: row, paradigm: 1, paradigms)
            guard let known = forms.plain else { continue }
            #expect(known == forms.written, "\(row.file):\(row.line)")
            plain += 1
        }
        #expect(plain > rows.count / 2)
    }

    @Test(arguments: ["s'emparer", "5G", "X.AI", "wait--see", "- sign", "", "R&D"])
    func `what is cut in other ways is no plain lemma`(_ lemma: String) throws {
        let row = Row(file: "xx/triggers.tsv", line: 1, columns: [lemma])
        let paradigms = try Paradigms(LanguageFiles([("xx/paradigms.tsv", [])]).tables(for: "xx"))
        #expect(try forms(of: row, paradigm: 1, paradigms).plain == nil)
    }
}
