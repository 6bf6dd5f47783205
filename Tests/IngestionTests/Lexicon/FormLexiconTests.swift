import Testing

@testable import Ingestion

struct FormLexiconTests {
    private static let paradigms = """
        er\ter\ter\tinfinitive
        er\ter\te\tpresent
        er\ter\té\tparticiple
        """

    /// What the forms of "signer" and the bare word "à" may be in a text.
    private func features(in text: String) throws -> [WordFeatures] {
        let tokenizer = Tokenizer(elisions: [])
        var builder = Gazetteer.Builder(tokenizer: tokenizer)
        let files = LanguageFiles([("xx/paradigms.tsv", Array(Self.paradigms.utf8))])
        let paradigms = try Paradigms(files.tables(for: "xx"))
        let row = Row(file: "xx/words.tsv", line: 1, columns: [])
        var forms = FormLexicon(.trigger)
        try forms.add("signer", "er", row: 0, from: row, paradigms, &builder)
        try forms.add("à", "", row: 1, from: row, paradigms, &builder)
        let gazetteer = builder.build()
        let bytes = Array(text.utf8)
        let tokens = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
        let document = Document(
            bytes: bytes, tokens: tokens, sentences: [0..<tokens.count],
            found: gazetteer.find(in: tokens, bytes: bytes))
        return document.hits.compactMap { forms.features($0, in: document) }
    }

    @Test func `accents tell forms apart that fold to one`() throws {
        #expect(try features(in: "il signe") == [.present])
        #expect(try features(in: "il a signé") == [.participle])
    }

    @Test func `a text in capitals without accents leaves both readings`() throws {
        #expect(try features(in: "SIGNÉ") == [.participle])
    }

    @Test func `a short word is not another word with an accent`() throws {
        #expect(try features(in: "a") == [])
        #expect(try features(in: "à") == [[]])
    }
}
