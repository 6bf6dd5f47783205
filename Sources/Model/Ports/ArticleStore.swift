/// What identifies a text to the store: the same for texts that differ only in what does not matter.
public struct TextIdentity: Hashable, Sendable {
    /// The bytes, meaningful to the store alone.
    public let bytes: [UInt8]

    /// An identity.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }
}

/// An article that was read and waits to be stored.
public struct PreparedArticle: Hashable, Sendable {
    /// The text, valid UTF-8, that every span of the extraction indexes.
    public var text: [UInt8]
    /// The headline, where the sender gave one apart from the text.
    public var title: String?
    /// Where it was published.
    public var url: String?
    /// Who published it, in the sender's words; the host of `url` stands in where it is missing.
    public var source: String?
    /// What the engine made of it.
    public var extraction: Extraction
    /// The version of the engine that made it.
    public var engine: String
    /// What identifies its text, where the store was asked before; it is worked out where it is missing.
    public var identity: TextIdentity?

    /// An article with its extraction.
    public init(
        text: [UInt8], title: String? = nil, url: String? = nil, source: String? = nil, extraction: Extraction,
        engine: String, identity: TextIdentity? = nil
    ) {
        self.text = text
        self.title = title
        self.url = url
        self.source = source
        self.extraction = extraction
        self.engine = engine
        self.identity = identity
    }
}

/// Stored records of one kind: their ids, and their wire form.
public struct RecordRows: Hashable, Sendable {
    /// The ids, in the order of `json`.
    public var ids: [String]
    /// The records as the renderer wrote them, joined by commas, without brackets around them.
    public var json: [UInt8]

    /// Rows.
    public init(ids: [String] = [], json: [UInt8] = []) {
        self.ids = ids
        self.json = json
    }
}

/// The records that an article has a part in, as they stand now.
public struct ArticleRecords: Hashable, Sendable {
    public var deals = RecordRows()
    public var relationships = RecordRows()
    public var estimates = RecordRows()
    public var statements = RecordRows()
    public var companies = RecordRows()

    /// No records.
    public init() {}
}

/// What became of an article.
public struct IngestReceipt: Hashable, Sendable {
    /// Whether the article was new.
    public enum Outcome: String, Hashable, Sendable {
        case created, known
    }

    /// The article's id.
    public var article: String
    /// Whether the article was new.
    public var outcome: Outcome
    /// The language that it was read in.
    public var language: String?
    /// What its sender should know; the same again for a known article.
    public var warnings: [ReadingWarning]
    /// Its records.
    public var records: ArticleRecords

    /// A receipt.
    public init(
        article: String, outcome: Outcome, language: String?, warnings: [ReadingWarning], records: ArticleRecords
    ) {
        self.article = article
        self.outcome = outcome
        self.language = language
        self.warnings = warnings
        self.records = records
    }
}

/// Takes articles in: the writing half of the store. Every call returns when its effect is on disk.
public protocol ArticleStore: Sendable {
    /// Stores an article and folds what it says into the records; the same text again changes nothing.
    ///
    /// - Throws: ``StoreError/queueFull``, ``StoreError/diskFull``, ``StoreError/readOnly``, ``StoreError/busy``,
    ///   ``StoreError/closed``, ``StoreError/corrupt``.
    func ingest(_ article: PreparedArticle) async throws(StoreError) -> IngestReceipt

    /// What identifies a text.
    func identity(of text: [UInt8]) -> TextIdentity

    /// The receipt of a text that is stored already, or `nil`. Reads only: it spares the engine a known text.
    func receipt(for identity: TextIdentity) throws(StoreError) -> IngestReceipt?

    /// Replaces what the engine said of a stored article by what it says now; both stay in the history. Nothing changes
    /// where the engine's version and its findings are the same.
    ///
    /// - Throws: ``StoreError/notFound`` and the errors of ``ingest(_:)``.
    func reextract(_ id: String, _ extraction: Extraction, engine: String) async throws(StoreError) -> IngestReceipt
}
