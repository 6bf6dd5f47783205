import LanguageData
import Model
import Testing

@testable import Ingestion

/// Reads a text with the real tables and tells who is in it.
struct EntitySample {
    let document: Document
    let entities: Entities
    let statements: [Finding<Statement>]

    /// Compiled once for all tests.
    private static let readers: [String: LanguageReader] = {
        let files = LanguageFiles(LanguageData.files.map { (name: $0.name, text: Array($0.text.description.utf8)) })
        var readers: [String: LanguageReader] = [:]
        for language in files.languages { readers[language] = try? LanguageReader(files.tables(for: language)) }
        return readers
    }()

    init(_ language: String, _ text: String) throws {
        let reader = try #require(Self.readers[language])
        document = reader.document(Array(text.utf8))
        entities = reader.entityReader.entities(of: document)
        statements = reader.quoteReader.statements(of: document, entities: entities)
    }

    /// The names of one kind, in the order of the text.
    func names(_ kind: Entity.Kind) -> [String] {
        entities.all.filter { $0.kind == kind }.map(\.name)
    }

    var organisations: [String] { names(.organisation) }
    var people: [String] { names(.person) }

    /// What each mention of a form says, and whom it means: `"the chipmaker = Nvidia"`.
    func references(_ form: EntityMention.Form) -> [String] {
        entities.mentions.filter { $0.form == form }.map {
            "\(document.text($0.tokens)) = \(entities.all[$0.entity].name)"
        }
    }

    /// The same of nouns and pronouns of which the rules leave open whom they mean.
    var guesses: [String] {
        entities.mentions.filter(\.isGuess).map { "\(document.text($0.tokens)) = \(entities.all[$0.entity].name)" }
    }
}
