import Model

@testable import API

extension MemoryStore: RecordReader {
    var generation: Int {
        state.withLock { $0.generation }
    }

    func company(answeringTo name: String) throws(StoreError) -> Int? {
        state.withLock { state in state.companies.firstIndex { $0.name == name || $0.id == name } }
    }

    func generation(ofDealsOf company: Int) -> Int {
        state.withLock { $0.changes[company] ?? 0 }
    }

    func health() -> StoreHealth {
        let failure = state.withLock { $0.failure }
        return StoreHealth(canRead: failure != .corrupt, writeFailure: failure, queuedWrites: 0, queueCapacity: 8)
    }

    func deals(_ query: DealQuery) throws(StoreError) -> RecordPage {
        try access { state throws(StoreError) in
            state.lastDealQuery = query
            state.questions += 1
            return try Self.page(matches(query, state).map { ($0.id, renderer.deal($0)) }, query.after, query.limit)
        }
    }

    func count(_ query: DealQuery) throws(StoreError) -> Int {
        try access { state throws(StoreError) in matches(query, state).count }
    }

    func facets(_ query: DealQuery, by field: DealField) throws(StoreError) -> [FacetCount] {
        try access { state throws(StoreError) in
            let types = matches(query, state).map(\.deal.type.rawValue)
            return Set(types).sorted().map { type in
                FacetCount(value: .text(type), count: types.count { $0 == type })
            }
        }
    }

    private func matches(_ query: DealQuery, _ state: State) -> [FoldedDeal] {
        state.deals.filter { deal in
            query.parties.allSatisfy { filter in
                deal.parties.contains { party in
                    filter.names.contains { $0 == party.party.company || $0 == party.id }
                        && (filter.role ?? party.party.role) == party.party.role
                }
            }
                && query.conditions.allSatisfy { condition in
                    guard condition.field == .type, case .isAny(let values) = condition.comparison else { return true }
                    return values.contains(.text(deal.deal.type.rawValue))
                }
        }
    }

    private static func page(
        _ rows: [(id: String, json: [UInt8])], _ after: PageKey?, _ limit: Int
    ) throws(StoreError) -> RecordPage {
        var start = 0
        if let after {
            guard case .text(let id)? = after.parts.first, let last = rows.firstIndex(where: { $0.id == id }) else {
                throw .invalidCursor
            }
            start = last + 1
        }
        let shown = rows[start...].prefix(limit)
        let hasMore = start + shown.count < rows.count
        return RecordPage(
            rows: Array(shown.map(\.json).joined(separator: [0x2C])), rowCount: shown.count,
            next: hasMore ? shown.last.map { PageKey([.text($0.id)]) } : nil)
    }

    func deal(_ id: String, asOf: Timestamp?) throws(StoreError) -> StoredRecord {
        try access { state throws(StoreError) in
            if let other = state.merged[id] { throw .merged(into: other) }
            guard let deal = state.deals.first(where: { $0.id == id }) else { throw .notFound }
            if let asOf, asOf < deal.createdAt { throw .notFound }
            return StoredRecord(json: renderer.deal(deal), version: deal.version)
        }
    }

    func history(ofDeal id: String) throws(StoreError) -> [RecordVersion] {
        try access { state throws(StoreError) in
            if let other = state.merged[id] { throw .merged(into: other) }
            guard let versions = state.versions[id] else { throw .notFound }
            return versions
        }
    }

    func companies(_ query: CompanyQuery) throws(StoreError) -> RecordPage {
        try access { state throws(StoreError) in
            state.lastCompanyQuery = query
            return try Self.page(state.companies.map { ($0.id, renderer.company($0)) }, query.after, query.limit)
        }
    }

    func count(_ query: CompanyQuery) throws(StoreError) -> Int {
        try access { state throws(StoreError) in state.companies.count }
    }

    func company(_ id: String, asOf: Timestamp?) throws(StoreError) -> StoredRecord {
        try access { state throws(StoreError) in
            if let other = state.merged[id] { throw .merged(into: other) }
            guard let company = state.companies.first(where: { $0.id == id }) else { throw .notFound }
            return StoredRecord(json: renderer.company(company), version: company.version)
        }
    }

    func allocations(_ query: AllocationQuery) throws(StoreError) -> RecordPage { try empty() }
    func count(_ query: AllocationQuery) throws(StoreError) -> Int { 0 }
    func relationships(_ query: RelationshipQuery) throws(StoreError) -> RecordPage { try empty() }
    func count(_ query: RelationshipQuery) throws(StoreError) -> Int { 0 }
    func estimates(_ query: EstimateQuery) throws(StoreError) -> RecordPage { try empty() }
    func count(_ query: EstimateQuery) throws(StoreError) -> Int { 0 }
    func statements(_ query: StatementQuery) throws(StoreError) -> RecordPage { try empty() }
    func count(_ query: StatementQuery) throws(StoreError) -> Int { 0 }
    func articles(_ query: ArticleQuery) throws(StoreError) -> RecordPage { try empty() }
    func count(_ query: ArticleQuery) throws(StoreError) -> Int { 0 }

    private func empty() throws(StoreError) -> RecordPage {
        try access { state throws(StoreError) in RecordPage(rows: [], rowCount: 0, next: nil) }
    }

    func article(_ id: String, asOf: Timestamp?) throws(StoreError) -> StoredArticle {
        try access { state throws(StoreError) in
            guard let known = state.articles.first(where: { $0.id == id }) else { throw .notFound }
            let article = known.article
            let json = renderer.article(
                FoldedArticle(
                    id: id, title: article.title ?? "untitled", url: article.url, source: article.source,
                    language: article.extraction.language, published: article.extraction.published, createdAt: Self.now,
                    reprintOf: nil, engine: article.engine, warnings: article.extraction.warnings))
            return StoredArticle(
                json: json, text: article.text, published: article.extraction.published,
                language: article.extraction.language, warnings: article.extraction.warnings,
                records: known.receipt.records)
        }
    }
}
