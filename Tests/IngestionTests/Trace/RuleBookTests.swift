import Foundation
import Model
import Testing

@testable import Ingestion

/// Every rule that evidence names can be looked up.
struct RuleBookTests {
    private func book() throws -> RuleBook { try RuleBook(LanguageFiles(TestEngine.files)) }

    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

    /// The rules that a text's evidence names.
    private func rules(in text: [UInt8], _ language: String?) throws -> Set<String> {
        let found = try TestEngine.get().read(text, published: Day("2026-05-12"), language: language)
        let evidence =
            found.deals.flatMap(\.evidence) + found.relationships.flatMap(\.evidence)
            + found.estimates.flatMap(\.evidence) + found.statements.flatMap(\.evidence)
        return Set(evidence.map(\.rule))
    }

    @Test func `every rule that the fixtures and the sentences of deals name is explained`() throws {
        var seen: Set<String> = []
        for folder in ["articles", "no-deals"] {
            let folder = Self.fixtures.appending(path: folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".txt") {
                let text = [UInt8](try Data(contentsOf: folder.appending(path: name)))
                seen.formUnion(try rules(in: text, nil))
            }
        }
        for sentence in DealSentences.english + DealSentences.french {
            seen.formUnion(try rules(in: Array("News\n\n\(sentence.text)\n".utf8), sentence.language))
        }
        let book = try book()
        #expect(seen.count > 20)
        for rule in seen.sorted() {
            #expect(book.explanation(of: rule) != nil, "common/rules.tsv has no row for \(rule)")
        }
    }

    @Test func `every rule points to rows that are there, says what it reads and gives an example`() throws {
        let book = try book()
        let rows = LanguageFiles(TestEngine.files).rows(of: "common/rules.tsv")
        for row in rows { #expect(!row[2].isEmpty && !row[3].isEmpty, "common/rules.tsv:\(row.line)") }
        for id in book.ids where id.hasPrefix("deal.") || id.hasPrefix("literal.") || id.hasPrefix("term.") {
            #expect(book.explanation(of: id)?.contains("table") == true, "\(id)")
        }
    }

    @Test func `a frame shows its row and the triggers of each language`() throws {
        let text = try #require(try book().explanation(of: "deal.frame.acquire"))
        for words in ["common/frames.tsv: ", "en/triggers.tsv: ", "fr/triggers.tsv: ", "acquire", "more"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func `an unknown rule has no explanation`() throws {
        #expect(try book().explanation(of: "deal.frame.fly") == nil)
        #expect(try book().explanation(of: "") == nil)
    }

    @Test func `braces that stand for nothing known are an error with their place`() throws {
        let files = LanguageFiles([
            (name: "common/frames.tsv", text: Array("buy\n".utf8)),
            (name: "common/rules.tsv", text: Array("# rules\nx.{colour}\t\tw\te\n".utf8)),
        ])
        #expect(throws: LexiconError.unknownWord(file: "common/rules.tsv", line: 2, word: "{colour}")) {
            try RuleBook(files)
        }
    }
}
