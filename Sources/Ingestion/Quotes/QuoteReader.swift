import Model

/// Finds quoted words of six words or more and who said them.
struct QuoteReader: Sendable {
    private let lexicon: SpeechLexicon

    /// Compiles the tables of speech into the gazetteer.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        lexicon = try SpeechLexicon(tables, &gazetteer)
    }

    /// The statements of a text, in its order.
    func statements(of document: Document, entities: Entities) -> [Finding<Statement>] {
        read(document, entities: entities).statements
    }

    /// The statements of a text, and the quoted words of those who speak for a company.
    func read(_ document: Document, entities: Entities) -> (statements: [Finding<Statement>], voices: [Voice]) {
        let parts = QuotedPart.all(in: document)
        guard !parts.isEmpty else { return ([], []) }
        var builder = StatementBuilder(
            document: document, entities: entities, parts: parts,
            reader: AttributionReader(document: document, entities: entities, lexicon: lexicon))
        let statements = builder.statements()
        return (statements, builder.voices)
    }
}
