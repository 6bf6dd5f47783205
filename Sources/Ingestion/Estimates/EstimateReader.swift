import Model

/// Finds forecasts for markets and companies' own spending plans.
struct EstimateReader: Sendable {
    /// Compiles the tables of estimates into the gazetteer.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {}

    /// The estimates of the text, and the literals they rest on (by index), which no deal may use.
    func estimates(
        of document: Document, entities: Entities, literals: [Literal], published: Day?
    ) -> (findings: [Finding<Estimate>], usedLiterals: Set<Int>) {
        ([], [])
    }
}
