import Model

/// Stores an article and what it says.
struct ArticleIntake {
    let desk: Desk
    /// Whether its deals may be those of other articles.
    var matches = true

    /// What became of an article.
    struct Outcome {
        var article: Int
        var isNew: Bool
    }

    /// Stores an article, unless its text is known.
    func ingest(_ material: Material) throws(StoreError) -> Outcome {
        let known = try desk.connection.integer("SELECT article_no FROM article WHERE hash = ?1", .blob(material.hash))
        if let known { return Outcome(article: known, isNew: false) }
        let article = try add(material)
        let prepared = material.prepared
        let event = try desk.ledger.event(
            "ingest", article: article.number, engine: prepared.engine, language: prepared.extraction.language,
            warnings: Warnings.encode(prepared.extraction.warnings))
        let day = prepared.extraction.published ?? event.at.day
        let deals = try DealIntake(desk: desk, own: [], matches: matches).drafts(prepared.extraction, event, day: day)
        let facts = try FactIntake(desk: desk).drafts(prepared.extraction, event)
        var records: [RecordRef] = []
        var fresh: [RecordRef: Claim] = [:]
        for draft in deals.map(FactIntake.Draft.init) + facts {
            let claim = try desk.claim(draft.record, event: event, confidence: draft.confidence, draft.assertions)
            records.append(draft.record)
            if draft.isNew { fresh[draft.record] = claim }
        }
        try Folder(desk: desk).fold(records, event, fresh: fresh)
        try ArticleFold(desk: desk).fold(
            article, engine: prepared.engine, language: prepared.extraction.language,
            warnings: prepared.extraction.warnings)
        return Outcome(article: article.number, isNew: true)
    }

    /// Replaces what a stored article says by another reading of it; `false` where nothing is new.
    func reextract(_ number: Int, _ extraction: Extraction, engine: String) throws(StoreError) -> Bool {
        let article = try desk.library.article(number)
        let old = try standingClaims(of: number)
        let event = try desk.ledger.event(
            "reextract", article: number, engine: engine, language: extraction.language,
            warnings: Warnings.encode(extraction.warnings))
        let own = Set(old.filter { $0.record.kind == .deal }.map(\.record.number))
        let day = extraction.published ?? article.published ?? article.at.day
        var fresh = try DealIntake(desk: desk, own: own, matches: matches).drafts(extraction, event, day: day)
            .map(FactIntake.Draft.init)
        fresh += try FactIntake(desk: desk).drafts(extraction, event)
        var touched: Set<RecordRef> = []
        for claim in old {
            if let place = fresh.firstIndex(where: { $0.repeats(claim) }) {
                fresh.remove(at: place)
            } else {
                try desk.claim(claim.record, .retracts, target: claim.number, event: event)
                touched.insert(claim.record)
            }
        }
        for draft in fresh {
            try desk.claim(draft.record, event: event, confidence: draft.confidence, draft.assertions)
            touched.insert(draft.record)
        }
        let before = try desk.connection.first(
            "SELECT engine FROM event WHERE article_no = ?1 AND event_no < ?2 ORDER BY event_no DESC LIMIT 1",
            .int(number), .int(event.number)
        ) { row throws(StoreError) in row.text(0) }
        guard !touched.isEmpty || before != engine else { return false }
        try Folder(desk: desk).fold(touched.sorted(), event)
        try ArticleFold(desk: desk).fold(
            article, engine: engine, language: extraction.language, warnings: extraction.warnings)
        return true
    }

    /// What the article says as it was last read.
    private func standingClaims(of number: Int) throws(StoreError) -> [Claim] {
        let numbers = try desk.connection.all(
            """
            SELECT c.claim_no FROM event e CROSS JOIN claim c ON c.event_no = e.event_no WHERE e.article_no = ?1 \
            AND c.verb = 'states' AND c.kind <> 2 AND NOT EXISTS (SELECT 1 FROM claim r WHERE r.kind = c.kind \
            AND r.number = c.number AND r.verb = 'retracts' AND r.target = c.claim_no) ORDER BY c.claim_no
            """, .int(number)
        ) { row throws(StoreError) in row.int(0) }
        var claims: [Claim] = []
        for number in numbers {
            if let claim = try desk.log.claim(number) { claims.append(claim) }
        }
        return claims
    }

    private func add(_ material: Material) throws(StoreError) -> Article {
        let prepared = material.prepared
        var article = Article(
            number: try desk.ledger.articleNumber(), id: Identifier.mint("art_"), text: prepared.text,
            title: material.title, url: prepared.url, publisher: prepared.source ?? material.canonical?.host,
            published: prepared.extraction.published, fingerprint: material.fingerprint, reprintOf: nil,
            at: desk.ledger.time)
        article.reprintOf = try OriginalFinder(desk: desk).original(
            of: article, canonical: material.canonical?.text, extraction: prepared.extraction)
        try desk.connection.run(
            "INSERT INTO article VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)", .int(article.number),
            .text(article.id), .blob(material.hash), .utf8(article.text), .text(article.title), SQLValue(article.url),
            SQLValue(material.canonical?.text), SQLValue(prepared.source), SQLValue(article.publisher),
            SQLValue(article.published?.number), .int(Int(Int64(bitPattern: article.fingerprint.bits))),
            SQLValue(article.reprintOf), .int(article.at.microseconds))
        try desk.connection.run(
            "INSERT INTO article_words (rowid, words) VALUES (?1, ?2)", .int(article.number), .utf8(material.words))
        desk.library.remember(article)
        return article
    }
}

extension FactIntake.Draft {
    /// A claim on a deal.
    fileprivate init(_ draft: DealIntake.Draft) {
        self.init(
            record: RecordRef(kind: .deal, number: draft.number), assertions: draft.assertions,
            confidence: draft.confidence, isNew: draft.isNew)
    }

    /// Whether it says just what a claim says already.
    fileprivate func repeats(_ claim: Claim) -> Bool {
        record == claim.record && confidence == claim.confidence && assertions == claim.assertions
    }
}
