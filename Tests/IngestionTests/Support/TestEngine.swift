import LanguageData
import Model

@testable import Ingestion

/// The engine with the project's own language data, compiled once for all tests that ask for it.
enum TestEngine {
    private static let compiled: Result<Engine, LexiconError> = {
        let files = LanguageFiles(TestEngine.files)
        return Result { () throws(LexiconError) in try Engine(files) }
    }()

    /// The data files of the project.
    static let files: [(name: String, text: [UInt8])] = LanguageData.files.map { file in
        (
            name: file.name,
            text: Array(UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount))
        )
    }

    /// - Throws: ``LexiconError`` where the data is broken.
    static func get() throws(LexiconError) -> Engine {
        try compiled.get()
    }

    /// The deals of an article of May 2026, as "type status first>second", with the names of a side joined by "+".
    static func deals(_ article: String, _ language: String, parting separator: String = ">") throws -> [String] {
        let found = try get().read(Array(article.utf8), published: Day("2026-05-12"), language: language)
        return found.deals.map { deal in
            let sides = deal.record.type.roles.map { role in
                deal.record.parties.filter { $0.role == role }.map(\.company).sorted().joined(separator: "+")
            }
            return "\(deal.record.type.rawValue) \(deal.record.status.rawValue) \(sides.joined(separator: separator))"
        }
    }
}
