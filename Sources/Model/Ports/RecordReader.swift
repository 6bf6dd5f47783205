/// A page of a list.
public struct RecordPage: Hashable, Sendable {
    /// The records as the renderer wrote them, joined by commas, without brackets around them.
    public var rows: [UInt8]
    /// How many records that is.
    public var rowCount: Int
    /// Where the next page begins, or `nil` at the end.
    public var next: PageKey?

    /// A page.
    public init(rows: [UInt8], rowCount: Int, next: PageKey?) {
        self.rows = rows
        self.rowCount = rowCount
        self.next = next
    }
}

/// One record as it was stored.
public struct StoredRecord: Hashable, Sendable {
    /// The record as the renderer wrote it.
    public var json: [UInt8]
    /// Its version: 1 when it was made, one more with every change.
    public var version: Int

    /// A record.
    public init(json: [UInt8], version: Int) {
        self.json = json
        self.version = version
    }
}

/// How many records of a query have one value of a field.
public struct FacetCount: Hashable, Sendable {
    /// The value; `nil` counts the records without one.
    public var value: FilterValue?
    /// How many.
    public var count: Int

    /// A count.
    public init(value: FilterValue?, count: Int) {
        self.value = value
        self.count = count
    }
}

/// Who or what made a version of a record.
public enum Cause: Hashable, Sendable {
    /// An article, by its id.
    case article(String)
    /// A person, and why.
    case editor(Editor)
}

/// One state that a record was in.
public struct RecordVersion: Hashable, Sendable {
    /// From 1.
    public var version: Int
    /// When it was made.
    public var at: Timestamp
    /// What made it.
    public var cause: Cause
    /// The record as it was then.
    public var json: [UInt8]

    /// A version.
    public init(version: Int, at: Timestamp, cause: Cause, json: [UInt8]) {
        self.version = version
        self.at = at
        self.cause = cause
        self.json = json
    }
}

/// A stored article.
public struct StoredArticle: Hashable, Sendable {
    /// The article without its text, as the renderer wrote it.
    public var json: [UInt8]
    /// The text that spans index, UTF-8.
    public var text: [UInt8]
    /// What an engine needs to read it again.
    public var published: Day?
    /// The language that it was read in.
    public var language: String?
    /// What its sender should know.
    public var warnings: [ReadingWarning]
    /// Its records, as they stand now or stood at the moment asked for.
    public var records: ArticleRecords

    /// An article.
    public init(
        json: [UInt8], text: [UInt8], published: Day?, language: String?, warnings: [ReadingWarning],
        records: ArticleRecords
    ) {
        self.json = json
        self.text = text
        self.published = published
        self.language = language
        self.warnings = warnings
        self.records = records
    }
}

/// Whether the store can serve.
public struct StoreHealth: Hashable, Sendable {
    /// Whether reads are answered.
    public var canRead: Bool
    /// Why writes are refused now, or `nil` where they are taken.
    public var writeFailure: StoreError?
    /// Writes that wait.
    public var queuedWrites: Int
    /// How many writes may wait.
    public var queueCapacity: Int

    /// A state of health.
    public init(canRead: Bool, writeFailure: StoreError?, queuedWrites: Int, queueCapacity: Int) {
        self.canRead = canRead
        self.writeFailure = writeFailure
        self.queuedWrites = queuedWrites
        self.queueCapacity = queueCapacity
    }
}

/// Answers questions: the reading half of the store. Calls are synchronous, may come from any thread, never wait for the
/// writer, and see all writes that were acknowledged before they began.
///
/// Every call throws ``StoreError/corrupt`` or ``StoreError/internal(_:)`` when the file fails.
public protocol RecordReader: Sendable {
    /// Counts the commits: as long as it stays, every answer stays. Costs next to nothing.
    var generation: Int { get }

    /// The company that a name, an alias or an id stands for now, as a number for ``generation(ofDealsOf:)``.
    func company(answeringTo name: String) throws(StoreError) -> Int?

    /// The generation at which the deals of a company, or of one that it owns, last changed, or a later one: a list of deals of
    /// this company that was read at that generation, or since, stays as it is.
    func generation(ofDealsOf company: Int) -> Int

    /// Whether the store can serve.
    func health() -> StoreHealth

    /// A page of deals.
    ///
    /// - Throws: ``StoreError/invalidCursor``.
    func deals(_ query: DealQuery) throws(StoreError) -> RecordPage
    /// How many deals the query has on all its pages.
    func count(_ query: DealQuery) throws(StoreError) -> Int
    /// How the deals of the query divide by a field, most frequent first.
    func facets(_ query: DealQuery, by field: DealField) throws(StoreError) -> [FacetCount]
    /// One deal, now or at a moment.
    ///
    /// - Throws: ``StoreError/notFound``, ``StoreError/merged(into:)``.
    func deal(_ id: String, asOf: Timestamp?) throws(StoreError) -> StoredRecord
    /// All states of a deal, oldest first.
    ///
    /// - Throws: ``StoreError/notFound``, ``StoreError/merged(into:)``.
    func history(ofDeal id: String) throws(StoreError) -> [RecordVersion]

    /// A page of companies.
    func companies(_ query: CompanyQuery) throws(StoreError) -> RecordPage
    /// How many companies the query has on all its pages.
    func count(_ query: CompanyQuery) throws(StoreError) -> Int
    /// One company, now or at a moment.
    ///
    /// - Throws: ``StoreError/notFound``, ``StoreError/merged(into:)``.
    func company(_ id: String, asOf: Timestamp?) throws(StoreError) -> StoredRecord

    /// A page of allocations; `parties` are those of their deals.
    func allocations(_ query: AllocationQuery) throws(StoreError) -> RecordPage
    /// How many allocations the query has on all its pages.
    func count(_ query: AllocationQuery) throws(StoreError) -> Int

    /// A page of relationships; `parties` are subject or object.
    func relationships(_ query: RelationshipQuery) throws(StoreError) -> RecordPage
    /// How many relationships the query has on all its pages.
    func count(_ query: RelationshipQuery) throws(StoreError) -> Int

    /// A page of estimates; `parties` are sources.
    func estimates(_ query: EstimateQuery) throws(StoreError) -> RecordPage
    /// How many estimates the query has on all its pages.
    func count(_ query: EstimateQuery) throws(StoreError) -> Int

    /// A page of statements; `parties` are speakers or affiliations.
    func statements(_ query: StatementQuery) throws(StoreError) -> RecordPage
    /// How many statements the query has on all its pages.
    func count(_ query: StatementQuery) throws(StoreError) -> Int

    /// A page of articles, without their texts.
    func articles(_ query: ArticleQuery) throws(StoreError) -> RecordPage
    /// How many articles the query has on all its pages.
    func count(_ query: ArticleQuery) throws(StoreError) -> Int
    /// One article with its records, now or as they stood at a moment.
    ///
    /// - Throws: ``StoreError/notFound``.
    func article(_ id: String, asOf: Timestamp?) throws(StoreError) -> StoredArticle
}
