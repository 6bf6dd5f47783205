import Model

/// Finds standing ties between companies.
struct RelationshipReader: Sendable {
    /// Compiles the tables of ties into the gazetteer.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {}

    /// The ties that the text states; those that repeat a deal are left out.
    func relationships(
        of document: Document, entities: Entities, deals: [Finding<Deal>]
    ) -> [Finding<Relationship>] {
        []
    }
}
