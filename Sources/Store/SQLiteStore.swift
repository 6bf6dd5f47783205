import Model

/// The store: one SQLite file, one writer, readers that never wait for it.
public final class SQLiteStore: Sendable {
    let writer: GroupWriter
    let readers: ReaderPool
    let renderer: any RecordRenderer
    let settings: StoreSettings
    /// Whether the file cannot be written: it is served as it stands, and every write throws ``StoreError/readOnly``.
    public let isReadOnly: Bool

    /// Opens the file, makes it where there is none, and brings it to the latest schema. Where records were folded by
    /// another release or written by another renderer, they are made anew. A file that is up to date and cannot be written
    /// is opened for reading.
    ///
    /// - Throws: ``StoreError/foreignFile``, ``StoreError/newerSchema(found:known:)``, ``StoreError/readOnly``,
    ///   ``StoreError/corrupt``, ``StoreError/busy``.
    public init(
        path: String, renderer: any RecordRenderer, catalogue: [CatalogueEntry] = [],
        settings: StoreSettings = StoreSettings()
    ) throws(StoreError) {
        self.renderer = renderer
        self.settings = settings
        do throws(StoreError) {
            (writer, readers) = try Self.writable(path, renderer, Catalogue(catalogue), settings)
            isReadOnly = false
        } catch .readOnly {
            (writer, readers) = try Self.readable(path, renderer, settings)
            isReadOnly = true
        }
    }

    private static func writable(
        _ path: String, _ renderer: any RecordRenderer, _ catalogue: Catalogue, _ settings: StoreSettings
    ) throws(StoreError) -> (GroupWriter, ReaderPool) {
        let writer = try GroupWriter(settings: settings) { () throws(StoreError) -> Desk in
            let connection = try Connection(path: path, settings: settings, access: .readWrite)
            try Schema.migrate(connection)
            try connection.script("PRAGMA wal_autocheckpoint = \(settings.checkpointPages)")
            return Desk(connection, renderer: renderer, catalogue: catalogue, now: settings.now)
        }
        try writer.exclusively { desk throws(StoreError) in try Rebuild(desk: desk).runIfNeeded() }
        return (writer, pool(path, settings, .readOnly))
    }

    private static func readable(
        _ path: String, _ renderer: any RecordRenderer, _ settings: StoreSettings
    ) throws(StoreError) -> (GroupWriter, ReaderPool) {
        let access = try ReadOnlyFile(path: path, settings: settings).access(renderer)
        return (GroupWriter(refusing: .readOnly, settings: settings), pool(path, settings, access))
    }

    private static func pool(_ path: String, _ settings: StoreSettings, _ access: Connection.Access) -> ReaderPool {
        ReaderPool { () throws(StoreError) -> Connection in
            try Connection(path: path, settings: settings, access: access)
        }
    }

    /// Makes all records anew from what was said; they come out the same, byte for byte.
    public func rebuild() throws(StoreError) {
        try writer.exclusively { desk throws(StoreError) in try Rebuild(desk: desk).run() }
    }

    /// Finishes the writes that wait and closes the file; later calls throw ``StoreError/closed``.
    ///
    /// The writer's connection goes last: the last one puts the write-ahead log back into the file, which one that only
    /// reads cannot.
    public func close() {
        readers.close()
        writer.close()
    }
}

extension SQLiteStore: ArticleStore {
    public func ingest(_ article: PreparedArticle) async throws(StoreError) -> IngestReceipt {
        let material = Material(article)
        // One whose identity is known was asked for already; the writer looks again in any case.
        if article.identity == nil, let known = try receipt(hash: material.hash) { return known }
        let outcome: ArticleIntake.Outcome
        do throws(StoreError) {
            outcome = try await writer.write { desk throws(StoreError) in
                try ArticleIntake(desk: desk).ingest(material)
            }
        } catch .invalid {
            // Together with what other articles say it made an impossible deal; by itself it does not.
            outcome = try await writer.write { desk throws(StoreError) in
                try ArticleIntake(desk: desk, matches: false).ingest(material)
            }
        }
        return try readers.snapshot { connection throws(StoreError) in
            try ArticleReads(connection: connection, renderer: renderer).receipt(
                outcome.article, outcome.isNew ? .created : .known)
        }
    }

    public func identity(of text: [UInt8]) -> TextIdentity {
        TextIdentity(bytes: Material.hash(of: text))
    }

    public func receipt(for identity: TextIdentity) throws(StoreError) -> IngestReceipt? {
        try receipt(hash: identity.bytes)
    }

    public func reextract(
        _ id: String, _ extraction: Extraction, engine: String
    ) async throws(StoreError) -> IngestReceipt {
        let number = try await writer.write { desk throws(StoreError) -> Int in
            let number = try desk.connection.integer("SELECT article_no FROM article WHERE id = ?1", .text(id))
            guard let number else { throw .notFound }
            return number
        }
        do throws(StoreError) {
            try await writer.write { desk throws(StoreError) in
                let isNews = try ArticleIntake(desk: desk).reextract(number, extraction, engine: engine)
                // Thrown so that the event that was made for it is taken back.
                guard isNews else { throw .refused(Self.nothingNew) }
            }
        } catch .refused(Self.nothingNew) {}
        return try readers.snapshot { connection throws(StoreError) in
            try ArticleReads(connection: connection, renderer: renderer).receipt(number, .known)
        }
    }

    private static let nothingNew = "nothing new"

    private func receipt(hash: [UInt8]) throws(StoreError) -> IngestReceipt? {
        try readers.snapshot { connection throws(StoreError) in
            let number = try connection.integer("SELECT article_no FROM article WHERE hash = ?1", .blob(hash))
            guard let number else { return nil }
            return try ArticleReads(connection: connection, renderer: renderer).receipt(number, .known)
        }
    }
}
