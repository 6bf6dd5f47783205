import Model

/// Finds the amounts, numbers, dates, durations and quantities of a text.
struct LiteralReader: Sendable {
    private let tables: Shared<LiteralLexicon>

    /// Compiles the literal tables of a language into the gazetteer.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        self.tables = Shared(try LiteralLexicon(tables, &gazetteer))
    }

    /// All literals, by first token; they do not overlap, except that the number inside an amount is not given again.
    /// `home` is the country of the company that the text is about, with how often it speaks of it.
    func literals(
        of document: Document, published: Day?, home: (country: String, count: Int)? = nil
    ) -> [Literal] {
        var scan = LiteralScan(document, tables, reference: published)
        scan.run()
        MoneyContext(document: document, tables: tables, home: home).resolve(&scan.literals)
        return scan.literals
    }
}
