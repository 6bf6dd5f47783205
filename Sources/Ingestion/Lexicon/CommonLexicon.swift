/// What the tables that all languages share say, compiled once for all of them.
final class CommonLexicon: Sendable {
    let names: CommonNames
    let deals: CommonDeals

    /// Compiles the tables; the language of `tables` does not matter.
    ///
    /// - Throws: ``LexiconError``.
    init(_ tables: Tables) throws(LexiconError) {
        names = try CommonNames(tables)
        deals = try CommonDeals(tables)
    }
}
