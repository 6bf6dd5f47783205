import Foundation
import Testing

@testable import Ingestion

/// The sentences and short texts of `Tests/Fixtures/sentences`, whose files begin with their language: what each tells,
/// and that it tells no other deal.
///
/// A row is the sentence (a headline where no stop ends it), its deals, and `open` where the engine cannot read it yet.
struct SentenceFixtureTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let language: String
        let text: String
        let deals: [String]
        let isOpen: Bool

        var testDescription: String { text }
    }

    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/sentences")

    private static let cases: [Case] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".tsv") }.sorted().flatMap { file in
            let text = (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
            return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { row($0, String(file.prefix(2))) }
        }
    }()

    private static func row(_ line: Substring, _ language: String) -> Case {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        let deals = columns.count > 1 && columns[1] != "-" ? columns[1].components(separatedBy: " ; ") : []
        return Case(
            language: language, text: columns[0], deals: deals.sorted(),
            isOpen: columns.count > 2 && columns[2] == "open")
    }

    /// What surrounds a sentence, or a headline, in its article.
    private static let company = [
        "en": (
            headline: "What happened this week in the industry",
            body: "The companies gave no further details in the statement that they sent."
        ),
        "fr": (
            headline: "Ce qui s'est passé cette semaine dans le secteur",
            body: "Les entreprises n'ont pas donné d'autres détails dans le communiqué qu'elles ont envoyé."
        ),
    ]

    private func deals(_ sentence: Case) throws -> [String] {
        if sentence.text.contains("¶") {
            return try read(sentence.text.replacing("¶", with: "\n\n"), sentence.language)
        }
        let around = try #require(Self.company[sentence.language])
        let isHeadline = !".!?»”\"".contains(sentence.text.last ?? ".")
        let article =
            isHeadline ? "\(sentence.text)\n\n\(around.body)\n" : "\(around.headline)\n\n\(sentence.text)\n"
        return try read(article, sentence.language)
    }

    private func read(_ article: String, _ language: String) throws -> [String] {
        try TestEngine.deals(article, language, parting: "|").sorted()
    }

    @Test func `there are sentences, and most of them are read`() {
        for language in Set(Self.cases.map(\.language)) {
            let own = Self.cases.filter { $0.language == language }
            #expect(own.count >= 200, "\(language)")
            #expect(own.count { $0.isOpen } * 4 < own.count, "\(language)")
        }
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func `a sentence tells its deals and no other`(_ sentence: Case) throws {
        let found = try deals(sentence)
        if sentence.isOpen {
            withKnownIssue(isIntermittent: true) { #expect(found == sentence.deals) }
        } else {
            #expect(found == sentence.deals)
        }
    }
}
