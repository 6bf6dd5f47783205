import Model

/// Reads and adds to the tables of what was said.
struct ClaimLog {
    let connection: Connection

    /// Adds a claim under a number.
    func add(_ claim: Claim) throws(StoreError) {
        try connection.run(
            "INSERT INTO claim VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            .int(claim.number), .int(claim.event.number), .int(claim.record.kind.rawValue), .int(claim.record.number),
            .text(claim.verb.rawValue), SQLValue(claim.target), .int(claim.confidence))
        for (ordinal, assertion) in claim.assertions.enumerated() {
            try connection.run(
                "INSERT INTO assertion VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                .int(claim.number), .int(ordinal), .text(assertion.field), SQLValue(assertion.value),
                SQLValue(assertion.span?.start), SQLValue(assertion.span?.end), SQLValue(assertion.rule))
        }
    }

    /// The claims on a record itself, up to an event, oldest first.
    func claims(on record: RecordRef, upTo event: Int) throws(StoreError) -> [Claim] {
        try load(
            "c.kind = ?1 AND c.number = ?2 AND c.event_no <= ?3", .int(record.kind.rawValue), .int(record.number),
            .int(event))
    }

    /// One claim.
    func claim(_ number: Int) throws(StoreError) -> Claim? {
        try load("c.claim_no = ?1", .int(number)).first
    }

    /// The numbers of claims that other records have taken over, up to an event, with the one that took it last.
    func takers(of claims: [Claim], upTo event: Int) throws(StoreError) -> [Int: Int] {
        var takers: [Int: Int] = [:]
        for claim in claims where claim.verb == .states {
            let taker = try connection.integer(
                """
                SELECT number FROM claim WHERE kind = ?1 AND target = ?2 AND verb = 'takes' AND event_no <= ?3
                ORDER BY claim_no DESC LIMIT 1
                """, .int(claim.record.kind.rawValue), .int(claim.number), .int(event))
            if let taker { takers[claim.number] = taker }
        }
        return takers
    }

    /// The records that an event has claims on, in order.
    func records(of event: Int) throws(StoreError) -> [RecordRef] {
        let rows = try connection.all(
            "SELECT DISTINCT kind, number FROM claim WHERE event_no = ?1", .int(event)
        ) { row throws(StoreError) in try Self.record(row, 0) }
        return rows.sorted()
    }

    private func load(_ condition: String, _ values: SQLValue...) throws(StoreError) -> [Claim] {
        var claims: [Claim] = []
        try connection.each(
            """
            SELECT c.claim_no, c.kind, c.number, c.verb, c.target, c.confidence, e.event_no, e.at, e.article_no, \
            e.editor, e.reason, a.field, a.value, a.span_start, a.span_end, a.rule FROM claim c \
            CROSS JOIN event e ON e.event_no = c.event_no LEFT JOIN assertion a ON a.claim_no = c.claim_no \
            WHERE \(condition) ORDER BY c.claim_no, a.ordinal
            """, values
        ) { row throws(StoreError) in
            if claims.last?.number != row.int(0) { claims.append(try Self.claim(row)) }
            guard !row.isNull(11) else { return }
            let span = row.isNull(13) ? nil : try? Span(start: row.int(13), end: row.int(14))
            let assertion = Assertion(
                field: row.text(11), value: row.optionalText(12), span: span, rule: row.optionalText(15))
            claims[claims.count - 1].assertions.append(assertion)
        }
        return claims
    }

    private static func claim(_ row: PreparedStatement) throws(StoreError) -> Claim {
        guard let verb = Claim.Verb(rawValue: row.text(3)) else { throw .corrupt }
        let editor = row.optionalText(9).map { Editor(name: $0, reason: row.optionalText(10)) }
        let event = Event(
            number: row.int(6), at: Timestamp(microseconds: row.int(7)), article: row.optionalInt(8), editor: editor)
        return Claim(
            number: row.int(0), record: try record(row, 1), event: event, verb: verb, target: row.optionalInt(4),
            confidence: row.int(5))
    }

    private static func record(_ row: PreparedStatement, _ column: Int32) throws(StoreError) -> RecordRef {
        guard let kind = RecordKind(rawValue: row.int(column)) else { throw .corrupt }
        return RecordRef(kind: kind, number: row.int(column + 1))
    }
}
