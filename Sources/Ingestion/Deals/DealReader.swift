/// Finds deals: trigger frames with their arguments, typed by what moves, merged within the article.
struct DealReader: Sendable {
    /// Compiles the tables of triggers, objects and clauses into the gazetteer.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {}

    /// The deals of the text, merged, without their fields. `excluded` are literals that an estimate took.
    func deals(
        of document: Document, entities: Entities, literals: [Literal], excluded: Set<Int>
    ) -> [DealCandidate] {
        []
    }
}
