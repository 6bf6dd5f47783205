import LanguageData
import Model
import Testing

@testable import Ingestion

/// Reads a text with the real tables and tells its standing ties.
struct RelationSample {
    private static let files = LanguageFiles(
        LanguageData.files.map { (name: $0.name, text: Array($0.text.description.utf8)) })

    private struct Kit {
        let reader: LanguageReader
        let relationships: RelationshipReader
    }

    /// Compiled once for all tests.
    private static let kits: [String: Kit] = {
        var kits: [String: Kit] = [:]
        for language in files.languages {
            let tables = files.tables(for: language)
            // Rows are numbered by the tables alone, so a second reader reads the first one's hits.
            var unused = Gazetteer.Builder(tokenizer: Tokenizer(elisions: []))
            guard let reader = try? LanguageReader(tables),
                let relationships = try? RelationshipReader(tables, &unused)
            else { continue }
            kits[language] = Kit(reader: reader, relationships: relationships)
        }
        return kits
    }()

    /// The ties, as `"Nvidia investor_in Lambda"`, sorted.
    let ties: [String]

    init(_ language: String, _ text: String, deals: [Finding<Deal>] = []) throws {
        let kit = try #require(Self.kits[language])
        let document = kit.reader.document(Array(text.utf8))
        let literals = kit.reader.literalReader.literals(of: document, published: nil)
        let entities = kit.reader.entityReader.entities(of: document)
        ties = kit.relationships.relationships(of: document, entities: entities, literals: literals, deals: deals)
            .map { "\($0.record.subject) \($0.record.predicate.rawValue) \($0.record.object)" }.sorted()
    }
}
