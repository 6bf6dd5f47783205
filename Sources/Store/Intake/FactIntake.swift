import Model

/// Turns the relationships, estimates and statements of an article into claims on records of the store.
struct FactIntake {
    let desk: Desk

    /// A claim that waits to be added.
    struct Draft {
        var record: RecordRef
        var assertions: [Assertion]
        var confidence: Int
        /// Whether the record was minted for it.
        var isNew: Bool
    }

    /// The claims of an extraction, one for each record at most.
    func drafts(_ extraction: Extraction, _ event: Event) throws(StoreError) -> [Draft] {
        var drafts: [Draft] = []
        func add(_ found: (record: RecordRef, isNew: Bool), _ assertions: [Assertion], _ confidence: Int) {
            guard !drafts.contains(where: { $0.record == found.record }) else { return }
            drafts.append(
                Draft(record: found.record, assertions: assertions, confidence: confidence, isNew: found.isNew))
        }
        var ties: Set<StatedRelationship> = []
        for finding in extraction.relationships {
            let companies = CompanyIntake(desk: desk)
            let subject = try companies.company(named: finding.record.subject, event)
            let object = try companies.company(named: finding.record.object, event)
            guard subject != object else { continue }
            let (tie, turned) = StatedRelationship.canonical(subject, finding.record.predicate, object)
            guard ties.insert(tie).inserted else { continue }
            add(
                try record(for: tie, event), tie.assertions(finding.evidence, turned: turned), finding.confidence)
        }
        for finding in extraction.estimates {
            if let source = finding.record.source { _ = try CompanyIntake(desk: desk).known(source, event) }
            add(
                try record(for: finding.record, event), finding.record.assertions(finding.evidence), finding.confidence)
        }
        for finding in extraction.statements {
            if let name = finding.record.affiliation { _ = try CompanyIntake(desk: desk).known(name, event) }
            add(
                try record(for: finding.record, event), finding.record.assertions(finding.evidence), finding.confidence)
        }
        return drafts
    }

    private func record(for tie: StatedRelationship, _ event: Event) throws(StoreError) -> (
        record: RecordRef, isNew: Bool
    ) {
        try find(
            .relationship,
            """
            SELECT number FROM relationship_state WHERE subject = ?1 AND predicate = ?2 AND object = ?3 \
            AND until = \(States.open) LIMIT 1
            """, event, .int(tie.subject), .text(tie.predicate.rawValue), .int(tie.object))
    }

    /// The same source, currency and years, with sums that agree, are the same estimate.
    private func record(for estimate: Estimate, _ event: Event) throws(StoreError) -> (record: RecordRef, isNew: Bool) {
        let amount = estimate.value.amount
        return try find(
            .estimate,
            """
            SELECT number FROM estimate_state WHERE source_key = ?1 AND currency = ?2 AND value_low <= ?3 \
            AND value_high >= ?4 AND year_from IS ?5 AND year_to IS ?6 AND region IS ?7 AND until = \(States.open) LIMIT 1
            """, event, .text(estimate.source.map(TextKeys.name) ?? ""), .text(estimate.value.currency.code),
            SQLValue(amount.max ?? amount.min), SQLValue(amount.min ?? amount.max), SQLValue(estimate.from),
            SQLValue(estimate.to), SQLValue(estimate.region))
    }

    private func record(for statement: Model.Statement, _ event: Event) throws(StoreError) -> (
        record: RecordRef, isNew: Bool
    ) {
        try find(
            .statement,
            "SELECT number FROM statement_state WHERE quote_key = ?1 AND speaker_key = ?2 AND until = \(States.open) LIMIT 1",
            event, .int(FactFold.quoteKey(statement.quote)), .text(TextKeys.name(statement.speaker)))
    }

    private func find(
        _ kind: RecordKind, _ sql: String, _ event: Event, _ values: SQLValue...
    ) throws(StoreError) -> (record: RecordRef, isNew: Bool) {
        let statement = try desk.connection.statement(sql)
        try statement.bind(values)
        let number = try statement.step() ? statement.int(0) : nil
        statement.reset()
        if let number { return (RecordRef(kind: kind, number: number), false) }
        return (try desk.ledger.mint(kind, event: event), true)
    }
}
