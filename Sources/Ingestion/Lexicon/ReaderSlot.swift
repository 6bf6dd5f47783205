import Synchronization

/// The place of one language's reader, which is compiled when it is first asked for.
final class ReaderSlot: Sendable {
    let tables: Tables
    private let compiled = Mutex<LanguageReader?>(nil)

    init(_ tables: Tables) {
        self.tables = tables
    }

    /// The reader; compiled now where it was not yet.
    ///
    /// - Throws: ``LexiconError``.
    func reader() throws(LexiconError) -> LanguageReader {
        // `withLock` does not keep the type of what its closure throws.
        let result: Result<LanguageReader, LexiconError> = compiled.withLock { reader in
            if let reader { return .success(reader) }
            do throws(LexiconError) {
                let new = try LanguageReader(tables)
                reader = new
                return .success(new)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
