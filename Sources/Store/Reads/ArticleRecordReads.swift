import Model

/// Reads the records that an article has a part in, as they stand now or stood at a moment.
struct ArticleRecordReads {
    let connection: Connection
    let renderer: any RecordRenderer

    /// The records of an article.
    func records(_ number: Int, asOf moment: Timestamp?) throws(StoreError) -> ArticleRecords {
        var records = ArticleRecords()
        let time = moment?.microseconds ?? States.open - 1
        let deals = try moment.map { moment throws(StoreError) in try self.deals(number, asOf: moment) }
        records.deals = deals == nil ? try currentDeals(number) : try rows(of: deals ?? [], at: time)
        // Most articles tell of deals alone: one look says which other kinds there are.
        let kinds = try kinds(number)
        if kinds.contains(.relationship) {
            records.relationships = try facts("relationship_state", .relationship, number, time)
        }
        if kinds.contains(.estimate) { records.estimates = try facts("estimate_state", .estimate, number, time) }
        if kinds.contains(.statement) { records.statements = try facts("statement_state", .statement, number, time) }
        let companies = try companies(number, deals: deals, time, hasRelationships: !records.relationships.ids.isEmpty)
        for company in companies {
            let record = try CompanyReads(connection: connection, renderer: renderer).render(
                company.number, asOf: moment)
            records.companies.append(company.id, record.json)
        }
        return records
    }

    /// The kinds of records that an article has claims on.
    private func kinds(_ number: Int) throws(StoreError) -> Set<RecordKind> {
        let found = try connection.all(
            """
            SELECT DISTINCT c.kind FROM event e CROSS JOIN claim c ON c.event_no = e.event_no \
            WHERE e.article_no = ?1 AND c.verb = 'states'
            """, .int(number)
        ) { row throws(StoreError) in RecordKind(rawValue: row.int(0)) }
        return Set(found.compactMap(\.self))
    }

    private func currentDeals(_ number: Int) throws(StoreError) -> RecordRows {
        try rows(Self.dealsSQL, .int(number))
    }

    private static let dealsSQL =
        """
        SELECT r.id, s.wire FROM deal_article d CROSS JOIN deal_state s ON s.number = d.number AND s.until = \(States.open) \
        AND s.gone = 0 CROSS JOIN record r ON r.kind = 1 AND r.number = d.number WHERE d.article_no = ?1 ORDER BY d.number
        """

    /// The deals that an article told at a moment: `deal_article` knows the present only, so that what was said until then
    /// is asked.
    private func deals(_ number: Int, asOf moment: Timestamp) throws(StoreError) -> [Int] {
        let log = ClaimLog(connection: connection)
        let event = try connection.integer("SELECT max(event_no) FROM event WHERE at <= ?1", .int(moment.microseconds))
        var candidates = try connection.all(
            """
            SELECT c.number FROM event e CROSS JOIN claim c ON c.event_no = e.event_no AND c.kind = 1 AND c.verb = 'states' \
            WHERE e.article_no = ?1 UNION SELECT t.number FROM event e CROSS JOIN claim c ON c.event_no = e.event_no \
            AND c.kind = 1 AND c.verb = 'states' CROSS JOIN claim t ON t.kind = 1 AND t.target = c.claim_no \
            AND t.verb = 'takes' WHERE e.article_no = ?1
            """, .int(number)
        ) { row throws(StoreError) in row.int(0) }
        var index = 0
        while index < candidates.count {
            let joined = try connection.integer(
                "SELECT joined FROM deal_state WHERE number = ?1 AND since <= ?2 AND until > ?2",
                .int(candidates[index]), .int(moment.microseconds))
            if let joined, !candidates.contains(joined) { candidates.append(joined) }
            index += 1
        }
        var told: [Int] = []
        for candidate in candidates.sorted() {
            let standing = try Standing(log, RecordRef(kind: .deal, number: candidate), upTo: event ?? 0)
            if standing.claims.contains(where: { $0.event.article == number }) { told.append(candidate) }
        }
        return told
    }

    private func rows(of deals: [Int], at time: Int) throws(StoreError) -> RecordRows {
        var rows = RecordRows()
        for deal in deals {
            let found = try self.rows(
                """
                SELECT r.id, s.wire FROM deal_state s CROSS JOIN record r ON r.kind = 1 AND r.number = s.number \
                WHERE s.number = ?1 AND s.since <= ?2 AND s.until > ?2 AND s.gone = 0
                """, .int(deal), .int(time))
            for id in found.ids { rows.append(id, found.json) }
        }
        return rows
    }

    private func facts(_ table: String, _ kind: RecordKind, _ number: Int, _ time: Int) throws(StoreError) -> RecordRows
    {
        try rows(
            """
            SELECT r.id, s.wire FROM (SELECT DISTINCT c.number FROM event e CROSS JOIN claim c ON c.event_no = e.event_no \
            WHERE e.article_no = ?1 AND c.kind = \(kind.rawValue) AND c.verb = 'states' AND e.at <= ?2) f \
            CROSS JOIN \(table) s ON s.number = f.number AND s.since <= ?2 AND s.until > ?2 AND s.gone = 0 \
            CROSS JOIN record r ON r.kind = \(kind.rawValue) AND r.number = f.number ORDER BY f.number
            """, .int(number), .int(time))
    }

    private func rows(_ sql: String, _ values: SQLValue...) throws(StoreError) -> RecordRows {
        var rows = RecordRows()
        try connection.each(sql, values) { row throws(StoreError) in rows.append(row.text(0), row.buffer(1)) }
        return rows
    }

    /// The companies that take part in the article's deals and relationships, in order of age.
    private func companies(
        _ number: Int, deals: [Int]?, _ time: Int, hasRelationships: Bool
    ) throws(StoreError) -> [(number: Int, id: String)] {
        var ids: [Int: String] = [:]
        func collect(_ sql: String, _ values: SQLValue...) throws(StoreError) {
            try connection.each(sql, values) { row throws(StoreError) in ids[row.int(0)] = row.text(1) }
        }
        if let deals {
            for deal in deals {
                try collect(
                    """
                    SELECT r.number, r.id FROM deal_state s \(Self.partiesSQL) \
                    WHERE s.number = ?1 AND s.since <= ?2 AND s.until > ?2 AND s.gone = 0
                    """, .int(deal), .int(time))
            }
        } else {
            try collect(Self.companiesSQL, .int(number))
        }
        if hasRelationships {
            try collect(
                """
                SELECT r.number, r.id FROM event e CROSS JOIN claim c ON c.event_no = e.event_no AND c.kind = 3 \
                CROSS JOIN relationship_state s ON s.number = c.number AND s.since <= ?2 AND s.until > ?2 AND s.gone = 0 \
                CROSS JOIN record r ON r.kind = 2 AND r.number IN (s.subject, s.object) WHERE e.article_no = ?1
                """, .int(number), .int(time))
        }
        return ids.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static let partiesSQL =
        """
        CROSS JOIN deal_party p ON p.state_no = s.state_no AND p.direct = 1 \
        CROSS JOIN record r ON r.kind = 2 AND r.number = p.company_no
        """
    private static let companiesSQL =
        """
        SELECT r.number, r.id FROM deal_article d CROSS JOIN deal_state s ON s.number = d.number \
        AND s.until = \(States.open) AND s.gone = 0 \(partiesSQL) WHERE d.article_no = ?1
        """
}

extension RecordRows {
    /// Adds a row.
    fileprivate mutating func append(_ id: String, _ wire: some Collection<UInt8>) {
        if !ids.isEmpty { json.append(UInt8(ascii: ",")) }
        ids.append(id)
        json.append(contentsOf: wire)
    }
}
