import Foundation
import Testing

@testable import Ingestion

/// The sentences and short texts of `Tests/Fixtures/sentences`, whose files begin with their language: what each tells,
/// and that it tells no other deal.
///
/// A row is the sentence (a headline where no stop ends it), its deals, and `open` where the engine cannot read it yet.
struct SentenceFixtureTests {
    private static let cases = FixtureTable("sentences", separator: " ; ").rows

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

    private func deals(_ sentence: FixtureTable.Row) throws -> [String] {
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
    func `a sentence tells its deals and no other`(_ sentence: FixtureTable.Row) throws {
        let found = try deals(sentence)
        if sentence.isOpen {
            withKnownIssue(isIntermittent: true) { #expect(found == sentence.told) }
        } else {
            #expect(found == sentence.told)
        }
    }
}
