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
        let parts = QuotedPart.all(in: document)
        guard !parts.isEmpty else { return [] }
        var builder = StatementBuilder(
            document: document, entities: entities, parts: parts,
            reader: AttributionReader(document: document, entities: entities, lexicon: lexicon))
        return builder.statements()
    }
}
