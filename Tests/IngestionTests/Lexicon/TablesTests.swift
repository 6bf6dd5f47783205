import Testing

@testable import Ingestion

@Suite struct TablesTests {
    private let files = LanguageFiles([
        (name: "common/a.tsv", text: Array("# head\nx\ty; z\n\nlast\n".utf8)), (name: "qq/b.tsv", text: []),
    ])

    @Test func `rows keep their line, columns and lists`() throws {
        let rows = try files.tables(for: "qq").common("a")
        #expect(rows.map(\.line) == [2, 4])
        #expect(rows[0].list(1) == ["y", "z"])
        #expect(rows[1][1] == "")
    }

    @Test func `folders are the languages`() {
        #expect(files.languages == ["qq"])
    }

    @Test func `a missing file and a missing column are named`() throws {
        #expect(throws: LexiconError.missingFile("qq/none.tsv")) { try files.tables(for: "qq").own("none") }
        let row = try files.tables(for: "qq").common("a")[1]
        #expect(throws: LexiconError.missingColumn(file: "common/a.tsv", line: 4, column: "value")) {
            try row.required(1, "value")
        }
    }
}
