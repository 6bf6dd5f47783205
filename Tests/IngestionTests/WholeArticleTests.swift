import Foundation
import LanguageData
import Model
import Testing

@testable import Ingestion

/// Whole articles of our own: what they must not say, and what holds for any of them.
struct WholeArticleTests {
    private static let engine: Result<Engine, LexiconError> = {
        let files = LanguageData.files.map { (name: $0.name, text: Array($0.text.description.utf8)) }
        return Result { () throws(LexiconError) in try Engine(LanguageFiles(files)) }
    }()

    private static let fixtures = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures")

    private func texts(_ folder: String) throws -> [(name: String, text: [UInt8])] {
        let folder = Self.fixtures.appending(path: folder)
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()
            .map { ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0)))) }
    }

    @Test func `articles without deals give none`() throws {
        let articles = try texts("no-deals")
        #expect(articles.count == 16)
        for article in articles {
            let found = try Self.engine.get().read(article.text, published: Day("2026-03-01"), language: nil)
            #expect(found.language != nil, "\(article.name)")
            #expect(found.deals.isEmpty, "\(article.name)")
        }
    }

    @Test func `one word read in two ways tells one deal: the sample of the demo`() throws {
        struct Sample: Decodable {
            let title: String?
            let text: String
        }
        let data = try Data(contentsOf: Self.fixtures.appending(path: "sample-article.json"))
        let sample = try JSONDecoder().decode(Sample.self, from: data)
        let title = sample.title.map { sample.text.hasPrefix($0) ? "" : $0 + "\n\n" } ?? ""
        let found = try Self.engine.get().read(
            [UInt8]((title + sample.text).utf8), published: Day("2026-03-12"), language: nil)
        #expect(found.deals.map(\.record.type) == [.compute])
        #expect(found.deals.first?.record.parties.map(\.company) == ["OpenAI", "Nordlys Compute"])
    }

    @Test func `every span indexes its words, and reading twice gives the same`() throws {
        for article in try texts("articles") {
            let engine = try Self.engine.get()
            let found = engine.read(article.text, published: try Day("2026-03-01"), language: nil)
            #expect(!found.deals.isEmpty)
            let evidence =
                found.deals.flatMap(\.evidence) + found.relationships.flatMap(\.evidence)
                + found.estimates.flatMap(\.evidence) + found.statements.flatMap(\.evidence)
            for item in evidence {
                let words = String(decoding: article.text[item.span.start..<item.span.end], as: UTF8.self)
                #expect(words == item.quote)
                #expect(!item.rule.isEmpty && item.field.hasPrefix("/"))
            }
            #expect(engine.read(article.text, published: try Day("2026-03-01"), language: nil) == found)
        }
    }

    @Test func `no-break spaces and decomposed letters change no deal`() throws {
        for article in try texts("articles") {
            let text = String(decoding: article.text, as: UTF8.self)
            let variant = text.decomposedStringWithCanonicalMapping.replacingOccurrences(of: "\u{202F}", with: "\u{A0}")
            let engine = try Self.engine.get()
            func shape(_ text: String) throws -> [[String]] {
                try engine.read(Array(text.utf8), published: Day("2026-03-01"), language: nil).deals.map { deal in
                    [deal.record.type.rawValue, deal.record.status.rawValue]
                        + deal.record.parties.map { $0.company.precomposedStringWithCanonicalMapping }
                }
            }
            #expect(try shape(variant) == shape(text), "\(article.name)")
        }
    }
}
