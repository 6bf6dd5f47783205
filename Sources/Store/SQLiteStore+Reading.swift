import Model

extension SQLiteStore: RecordReader {
    public var generation: Int {
        writer.generation
    }

    public func generation(ofDealsOf company: Int) -> Int {
        writer.generation(ofDealsOf: company)
    }

    public func company(answeringTo name: String) throws(StoreError) -> Int? {
        try readers.read { connection throws(StoreError) in try NameResolver(connection: connection).company(name) }
    }

    public func health() -> StoreHealth {
        let condition = writer.condition
        var canRead = true
        do throws(StoreError) {
            _ = try readers.read { connection throws(StoreError) in try connection.integer("SELECT 1 FROM fold LIMIT 1")
            }
        } catch {
            canRead = false
        }
        return StoreHealth(
            canRead: canRead, writeFailure: condition.failure, queuedWrites: condition.waiting,
            queueCapacity: settings.queueCapacity)
    }

    public func deals(_ query: DealQuery) throws(StoreError) -> RecordPage {
        try readers.read { connection throws(StoreError) in try DealLists(connection: connection).page(query) }
    }

    public func count(_ query: DealQuery) throws(StoreError) -> Int {
        try readers.read { connection throws(StoreError) in try DealLists(connection: connection).count(query) }
    }

    public func facets(_ query: DealQuery, by field: DealField) throws(StoreError) -> [FacetCount] {
        try readers.read { connection throws(StoreError) in
            try DealLists(connection: connection).facets(query, by: field)
        }
    }

    public func deal(_ id: String, asOf: Timestamp?) throws(StoreError) -> StoredRecord {
        try readers.read { connection throws(StoreError) in try DealReads(connection: connection).deal(id, asOf: asOf) }
    }

    public func history(ofDeal id: String) throws(StoreError) -> [RecordVersion] {
        try readers.read { connection throws(StoreError) in try DealReads(connection: connection).history(id) }
    }

    public func companies(_ query: CompanyQuery) throws(StoreError) -> RecordPage {
        try readers.snapshot { connection throws(StoreError) in
            try CompanyReads(connection: connection, renderer: renderer).page(query)
        }
    }

    public func count(_ query: CompanyQuery) throws(StoreError) -> Int {
        try readers.snapshot { connection throws(StoreError) in
            try CompanyReads(connection: connection, renderer: renderer).count(query)
        }
    }

    public func company(_ id: String, asOf: Timestamp?) throws(StoreError) -> StoredRecord {
        try readers.snapshot { connection throws(StoreError) in
            try CompanyReads(connection: connection, renderer: renderer).company(id, asOf: asOf)
        }
    }

    public func allocations(_ query: AllocationQuery) throws(StoreError) -> RecordPage {
        try page(listed: query)
    }

    public func count(_ query: AllocationQuery) throws(StoreError) -> Int {
        try count(listed: query)
    }

    public func relationships(_ query: RelationshipQuery) throws(StoreError) -> RecordPage {
        try page(listed: query)
    }

    public func count(_ query: RelationshipQuery) throws(StoreError) -> Int {
        try count(listed: query)
    }

    public func estimates(_ query: EstimateQuery) throws(StoreError) -> RecordPage {
        try page(listed: query)
    }

    public func count(_ query: EstimateQuery) throws(StoreError) -> Int {
        try count(listed: query)
    }

    public func statements(_ query: StatementQuery) throws(StoreError) -> RecordPage {
        try page(listed: query)
    }

    public func count(_ query: StatementQuery) throws(StoreError) -> Int {
        try count(listed: query)
    }

    public func articles(_ query: ArticleQuery) throws(StoreError) -> RecordPage {
        try readers.read { connection throws(StoreError) in
            try ArticleReads(connection: connection, renderer: renderer).page(query)
        }
    }

    public func count(_ query: ArticleQuery) throws(StoreError) -> Int {
        try readers.read { connection throws(StoreError) in
            try ArticleReads(connection: connection, renderer: renderer).count(query)
        }
    }

    public func article(_ id: String, asOf: Timestamp?) throws(StoreError) -> StoredArticle {
        try readers.snapshot { connection throws(StoreError) in
            try ArticleReads(connection: connection, renderer: renderer).article(id, asOf: asOf)
        }
    }

    private func page<Field: ListedField>(listed query: RecordQuery<Field>) throws(StoreError) -> RecordPage {
        try readers.read { connection throws(StoreError) in
            try FactLists<Field>(connection: connection).page(query)
        }
    }

    private func count<Field: ListedField>(listed query: RecordQuery<Field>) throws(StoreError) -> Int {
        try readers.read { connection throws(StoreError) in
            try FactLists<Field>(connection: connection).count(query)
        }
    }
}
