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

    @Test func `empty columns are kept, and what comments hold is none`() throws {
        let text = "#a\tb\n\t\tx\n# c\n\nfirst\t\tthird\t\n;a; b ;;c\t#d"
        let rows = try LanguageFiles([(name: "common/a.tsv", text: Array(text.utf8)), (name: "qq/b.tsv", text: [])])
            .tables(for: "qq").common("a")
        #expect(rows.map(\.columns) == [["", "", "x"], ["first", "", "third", ""], [";a; b ;;c", "#d"]])
        #expect(rows.map(\.line) == [2, 5, 6])
        #expect(rows[2].list(0) == ["a", "b", "c"])
        #expect(rows[0].list(0).isEmpty && rows[0].list(9).isEmpty)
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
