import Model

/// Folds records anew after an event, and writes their tables. Companies come first, since deals show their names.
struct Folder {
    let desk: Desk

    /// Folds the records that an event has claims on, and all that depend on them. Of records that the event has made,
    /// the claims may be handed over, so that they need not be read back.
    func fold(_ records: [RecordRef], _ event: Event, fresh: [RecordRef: Claim] = [:]) throws(StoreError) {
        let companies = records.filter { $0.kind == .company }
        try CompanyFold(desk: desk).fold(companies.map(\.number), event)
        for record in try withDependents(records, event) {
            switch record.kind {
            case .deal: try foldDeal(record.number, event, fresh[record])
            case .relationship, .estimate, .statement: try FactFold(desk: desk).fold(record, event, fresh[record])
            case .company, .allocation: continue
            }
        }
    }

    /// The records and, after an edit, those that show a company among them or have lost a claim to one of them, in
    /// order. Articles neither rename companies nor take claims over.
    private func withDependents(_ records: [RecordRef], _ event: Event) throws(StoreError) -> [RecordRef] {
        guard event.editor != nil else { return records.sorted() }
        var all = Set(records)
        for company in records where company.kind == .company {
            let deals = try desk.connection.all(
                """
                SELECT DISTINCT s.number FROM deal_party p CROSS JOIN deal_state s ON s.state_no = p.state_no \
                WHERE p.company_no = ?1 AND s.until = \(States.open)
                """, .int(company.number)
            ) { row throws(StoreError) in row.int(0) }
            all.formUnion(deals.map { RecordRef(kind: .deal, number: $0) })
            for (kind, sql) in Self.facts {
                let numbers = try desk.connection.all(sql, .int(company.number)) { row throws(StoreError) in row.int(0)
                }
                all.formUnion(numbers.map { RecordRef(kind: kind, number: $0) })
            }
        }
        let losers = try desk.connection.all(
            """
            SELECT t.kind, t.number FROM claim c CROSS JOIN claim t ON t.claim_no = c.target \
            WHERE c.event_no = ?1 AND c.verb = 'takes'
            """, .int(event.number)
        ) { row throws(StoreError) in row.int(1) }
        for loser in losers {
            // A claim may have stood under a deal that had absorbed its own.
            var holder: Int? = loser
            while let number = holder, all.insert(RecordRef(kind: .deal, number: number)).inserted || number == loser {
                holder = try desk.connection.integer(
                    "SELECT joined FROM deal_state WHERE number = ?1 AND until = \(States.open)", .int(number))
            }
        }
        return all.sorted()
    }

    /// Where companies stand in other records than deals.
    private static let facts: [(RecordKind, String)] = [
        (
            .relationship,
            """
            SELECT number FROM relationship_state WHERE subject = ?1 AND until = \(States.open) UNION \
            SELECT number FROM relationship_state WHERE object = ?1 AND until = \(States.open)
            """
        ),
        (.estimate, "SELECT number FROM estimate_state WHERE company = ?1 AND until = \(States.open)"),
        (
            .statement,
            """
            SELECT number FROM statement_state WHERE speaker = ?1 AND until = \(States.open) UNION \
            SELECT number FROM statement_state WHERE affiliation = ?1 AND until = \(States.open)
            """
        ),
    ]

    private func foldDeal(_ number: Int, _ event: Event, _ fresh: Claim?) throws(StoreError) {
        let tables = DealTables(desk: desk)
        var previous: DealTables.Previous?
        if fresh == nil { previous = try tables.previous(number) }
        let record = RecordRef(kind: .deal, number: number)
        let standing: Standing
        if let fresh {
            standing = Standing(fresh)
        } else {
            standing = try Standing(desk.log, record, upTo: event.number)
        }
        let isGone = standing.isWithdrawn || standing.joined != nil || standing.claims.isEmpty
        guard !standing.claims.isEmpty || previous != nil else { return }
        if isGone, previous?.isGone == true { return }
        let frame = DealFold.Frame(
            id: try desk.ledger.id(.deal, number), version: (previous?.version ?? 0) + 1, changedAt: event.at,
            recordID: { kind, number throws(StoreError) in try desk.ledger.id(kind, number) })
        // A deal that is taken away keeps the face that it had.
        let shown = isGone ? standing.all : standing.claims
        let face = try DealFold(try dealClaims(shown), directory: desk.directory)
        let deal = try face.deal(frame)
        let state = DealState(
            number: number, event: event, deal: deal, day: face.day(of: deal.deal), isGone: isGone,
            joined: standing.joined, members: face.members, allocations: face.allocationNumbers,
            articles: face.articles)
        if let previous, !previous.isGone, !isGone, try isUnchanged(deal, previous) { return }
        try tables.write(state, after: previous)
    }

    /// Whether a state would show what the one before it shows, but for version and time.
    private func isUnchanged(_ deal: FoldedDeal, _ previous: DealTables.Previous) throws(StoreError) -> Bool {
        var same = deal
        same.version = previous.version
        let since = try desk.connection.integer(
            "SELECT since FROM deal_state WHERE state_no = ?1", .int(previous.state))
        same.changedAt = Timestamp(microseconds: since ?? 0)
        return desk.renderer.deal(same) == previous.wire
    }

    private func dealClaims(_ claims: [Claim]) throws(StoreError) -> [DealClaim] {
        var read: [DealClaim] = []
        for claim in claims {
            var article: Article?
            if let number = claim.event.article { article = try desk.library.article(number) }
            read.append(try DealClaim(claim, article: article))
        }
        return read
    }
}
