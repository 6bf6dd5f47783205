import Model

/// Finds quoted words of six words or more and who said them.
struct QuoteReader: Sendable {
    /// Compiles the tables of speech into the gazetteer.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {}

    func statements(of document: Document, entities: Entities) -> [Finding<Statement>] {
        []
    }
}
