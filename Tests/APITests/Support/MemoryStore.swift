import Model
import Synchronization

@testable import API

/// A small store in memory behind the same ports as the real one: enough of it to let the routes be seen.
final class MemoryStore: Sendable {
    struct State {
        var generation = 1
        /// The generation at which the deals of a company last changed, by its number.
        var changes: [Int: Int] = [:]
        var articles: [(id: String, article: PreparedArticle, receipt: IngestReceipt)] = []
        var deals: [FoldedDeal] = []
        var versions: [String: [RecordVersion]] = [:]
        var companies: [FoldedCompany] = []
        var merged: [String: String] = [:]
        var edits: [String] = []
        var lastDealQuery: DealQuery?
        var lastCompanyQuery: CompanyQuery?
        var questions = 0
        var failure: StoreError?
    }

    let state = Mutex(State())
    let renderer = WireRenderer()
    static let now = Timestamp(microseconds: 1_762_162_200_000_000)

    /// Every call fails like this from now on.
    func fail(_ failure: StoreError?) {
        state.withLock { $0.failure = failure }
    }

    /// What the store was last asked about deals.
    var lastDealQuery: DealQuery? {
        state.withLock { $0.lastDealQuery }
    }

    /// How many pages of deals were asked for.
    var questions: Int {
        state.withLock { $0.questions }
    }

    /// What `body` makes of the state, as a write or a read, unless the store is to fail.
    func access<Value: Sendable>(
        writes: Bool = false, _ body: (inout State) throws(StoreError) -> Value
    ) throws(StoreError) -> Value {
        let result: Result<Value, StoreError> = state.withLock { state in
            if let failure = state.failure { return .failure(failure) }
            if writes { state.generation += 1 }
            let before = state.deals
            defer { if writes { Self.note(Set(before).symmetricDifference(state.deals), &state) } }
            do throws(StoreError) {
                return .success(try body(&state))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Remembers whose deals have changed.
    private static func note(_ deals: Set<FoldedDeal>, _ state: inout State) {
        for id in deals.flatMap(\.parties).map(\.id) {
            guard let number = state.companies.firstIndex(where: { $0.id == id }) else { continue }
            state.changes[number] = state.generation
        }
    }

    /// Records of a text: every article that names two companies of ours in "A pays B N" is a deal.
    func fold(_ extraction: Extraction, article: String, _ state: inout State) -> ArticleRecords {
        var records = ArticleRecords()
        for finding in extraction.deals {
            let parties = finding.record.parties.map { party in
                FoldedParty(id: company(party.company, &state), party: party)
            }
            let id = "deal_\(state.deals.count + 1)"
            let source = RecordSource(article: article, title: "t", publisher: "p", at: Self.now)
            let folded = FoldedDeal(
                id: id, version: 1, createdAt: Self.now, changedAt: Self.now, deal: finding.record, parties: parties,
                allocationIDs: finding.record.allocations.indices.map { "all_\(id)_\($0)" }, sources: [source],
                independentSources: 1,
                evidence: finding.evidence.map {
                    SourcedEvidence(article: article, field: $0.field, span: $0.span, quote: $0.quote, rule: $0.rule)
                }, conflicts: [], statuses: [StatusStep(status: finding.record.status, on: nil, source: 0)],
                lineage: [],
                review: .unreviewed, confidence: finding.confidence)
            state.deals.append(folded)
            let json = renderer.deal(folded)
            state.versions[id] = [RecordVersion(version: 1, at: Self.now, cause: .article(article), json: json)]
            records.deals.ids.append(id)
            records.deals.json += (records.deals.json.isEmpty ? [] : [0x2C]) + json
        }
        for name in extraction.companies { _ = company(name, &state) }
        return records
    }

    private func company(_ name: String, _ state: inout State) -> String {
        if let known = state.companies.first(where: { $0.name == name }) { return known.id }
        let id = "co_\(state.companies.count + 1)"
        state.companies.append(
            FoldedCompany(
                id: id, version: 1, createdAt: Self.now, changedAt: Self.now, name: name, aliases: [], parentID: nil,
                parentName: nil, country: nil, kind: nil, deals: 1, relationships: 0))
        return id
    }
}

extension MemoryStore: ArticleStore {
    func ingest(_ article: PreparedArticle) async throws(StoreError) -> IngestReceipt {
        try access(writes: true) { state throws(StoreError) in
            if let known = state.articles.first(where: { $0.article.text == article.text }) { return known.receipt }
            let id = "art_\(state.articles.count + 1)"
            let records = fold(article.extraction, article: id, &state)
            let receipt = IngestReceipt(
                article: id, outcome: .created, language: article.extraction.language,
                warnings: article.extraction.warnings, records: records)
            var again = receipt
            again.outcome = .known
            state.articles.append((id, article, again))
            return receipt
        }
    }

    func identity(of text: [UInt8]) -> TextIdentity {
        TextIdentity(bytes: text)
    }

    func receipt(for identity: TextIdentity) throws(StoreError) -> IngestReceipt? {
        try access { state throws(StoreError) in state.articles.first { $0.article.text == identity.bytes }?.receipt }
    }

    func reextract(_ id: String, _ extraction: Extraction, engine: String) async throws(StoreError) -> IngestReceipt {
        try access(writes: true) { state throws(StoreError) in
            guard let known = state.articles.first(where: { $0.id == id }) else { throw .notFound }
            return known.receipt
        }
    }
}
