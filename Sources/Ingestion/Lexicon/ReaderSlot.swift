/// The place of one language's reader, which is compiled when it is first asked for.
final class ReaderSlot: Sendable {
    let tables: Tables
    private let common: Compiled<CommonLexicon>
    private let compiled = Compiled<LanguageReader>()

    /// The place of a reader; `common` is that of what it shares with all others.
    init(_ tables: Tables, _ common: Compiled<CommonLexicon>) {
        self.tables = tables
        self.common = common
    }

    /// The reader; compiled now where it was not yet.
    ///
    /// - Throws: ``LexiconError``.
    func reader() throws(LexiconError) -> LanguageReader {
        try compiled.value { () throws(LexiconError) in
            let common = try common.value { () throws(LexiconError) in try CommonLexicon(tables) }
            return try LanguageReader(tables, common)
        }
    }
}
