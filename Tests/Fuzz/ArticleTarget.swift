import Foundation
import Ingestion
import Model

/// Any bytes as an article. The first byte chooses the language: told, guessed or unknown.
struct ArticleTarget {
    private let engine: Engine

    /// The engine with the language data of the working folder, which is the package's.
    init() {
        let folder = "Sources/LanguageData/Languages"
        do {
            let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".tsv") }
            let files = try names.sorted().map { name in
                (name: name, text: [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))))
            }
            engine = try Engine(LanguageFiles(files))
        } catch {
            fatalError("the language data is broken: \(error)")
        }
    }

    func check(_ bytes: [UInt8]) {
        guard let choice = bytes.first else { return }
        let text = Array(bytes[1...])
        let language = [nil, "en", "fr", "xx"][Int(choice & 3)]
        let extraction = engine.read(text, published: try? Day(year: 2025, month: 11, day: 3), language: language)
        for evidence in Self.evidence(of: extraction) { checkSpan(evidence.span, evidence.quote, text) }
        for mention in extraction.mentions { checkSpan(mention.span, mention.text, text) }
        let again = engine.read(text, published: extraction.published, language: language)
        precondition(again == extraction, "the same text is read in two ways")
    }

    private static func evidence(of extraction: Extraction) -> [Evidence] {
        extraction.deals.flatMap(\.evidence) + extraction.relationships.flatMap(\.evidence)
            + extraction.estimates.flatMap(\.evidence) + extraction.statements.flatMap(\.evidence)
    }

    private func checkSpan(_ span: Span, _ quote: String, _ text: [UInt8]) {
        precondition(span.end <= text.count, "a span ends behind the text")
        let words = String(decoding: text[span.start..<span.end], as: UTF8.self)
        precondition(words == quote, "a quote is not what stands at its span")
    }
}
