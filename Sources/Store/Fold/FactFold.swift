import Model

/// Folds relationships, estimates and statements: each is what its first claim says, with the sources and the words of
/// all.
struct FactFold {
    let desk: Desk

    /// Folds a record after an event.
    func fold(_ record: RecordRef, _ event: Event, _ fresh: Claim? = nil) throws(StoreError) {
        let standing: Standing
        if let fresh {
            standing = Standing(fresh)
        } else {
            standing = try Standing(desk.log, record, upTo: event.number)
        }
        let isGone = standing.isWithdrawn || standing.claims.isEmpty
        let claims = standing.claims.isEmpty ? standing.all : standing.claims
        guard let first = claims.first else { return }
        let ground = try Ground(desk, record, claims, createdAt: first.event.at)
        switch record.kind {
        case .relationship:
            _ = try write(try relationship(first, ground), "relationship_state", record, event, isGone)
        case .estimate:
            let state = try write(try estimate(first, ground), "estimate_state", record, event, isGone)
            try index(first, state, "estimate_words", [Field.source, Field.subject])
        case .statement:
            let state = try write(try statement(first, ground), "statement_state", record, event, isGone)
            try index(first, state, "statement_words", [Field.speaker, Field.affiliation, Field.quote])
        default: return
        }
    }

    /// What all three kinds have in common.
    private struct Ground {
        var id: String
        var createdAt: Timestamp
        var sources: [RecordSource] = []
        var evidence: [SourcedEvidence] = []
        var confidence = 0

        init(_ desk: Desk, _ record: RecordRef, _ claims: [Claim], createdAt: Timestamp) throws(StoreError) {
            id = try desk.ledger.id(record.kind, record.number)
            self.createdAt = createdAt
            var counts: [String: Int] = [:]
            for claim in claims {
                confidence = max(confidence, claim.confidence)
                guard let number = claim.event.article else { continue }
                let article = try desk.library.article(number)
                let original = try article.reprintOf.map { number throws(StoreError) in
                    try desk.library.article(number).id
                }
                sources.append(
                    RecordSource(
                        article: article.id, title: article.title, url: article.url, publisher: article.publisher,
                        published: article.published, reprintOf: original, at: claim.event.at))
                for assertion in claim.assertions {
                    guard let span = assertion.span, let rule = assertion.rule,
                        counts[assertion.field, default: 0] < FoldedEvidence.limit
                    else { continue }
                    counts[assertion.field, default: 0] += 1
                    evidence.append(
                        SourcedEvidence(
                            article: article.id, field: assertion.field, span: span, quote: article.quote(span),
                            rule: rule))
                }
            }
        }
    }

    private func relationship(_ first: Claim, _ ground: Ground) throws(StoreError) -> [SQLValue] {
        let stated = try StatedRelationship.read(first.assertions)
        let subject = try desk.directory.card(stated.subject)
        let object = try desk.directory.card(stated.object)
        let relationship: Relationship
        do throws(ModelError) {
            relationship = try Relationship(subject: subject.name, predicate: stated.predicate, object: object.name)
        } catch {
            throw .invalid(error)
        }
        let folded = FoldedRelationship(
            id: ground.id, relationship: relationship, subjectID: subject.id, objectID: object.id,
            createdAt: ground.createdAt, sources: ground.sources, evidence: ground.evidence,
            confidence: ground.confidence)
        return [
            .int(subject.number), .text(stated.predicate.rawValue), .int(object.number),
            .utf8(desk.renderer.relationship(folded)),
        ]
    }

    private func estimate(_ first: Claim, _ ground: Ground) throws(StoreError) -> [SQLValue] {
        let estimate = try Estimate.read(first.assertions)
        let folded = FoldedEstimate(
            id: ground.id, estimate: estimate, createdAt: ground.createdAt, sources: ground.sources,
            evidence: ground.evidence, confidence: ground.confidence)
        let amount = estimate.value.amount
        return [
            .text(estimate.source.map(TextKeys.name) ?? ""), SQLValue(try known(estimate.source)),
            SQLValue(estimate.region), .text(estimate.value.currency.code), SQLValue(amount.min ?? amount.max),
            SQLValue(amount.max ?? amount.min), SQLValue(estimate.from), SQLValue(estimate.to),
            .utf8(desk.renderer.estimate(folded)),
        ]
    }

    private func statement(_ first: Claim, _ ground: Ground) throws(StoreError) -> [SQLValue] {
        let statement = try Model.Statement.read(first.assertions)
        let folded = FoldedStatement(
            id: ground.id, statement: statement, createdAt: ground.createdAt, sources: ground.sources,
            evidence: ground.evidence, confidence: ground.confidence)
        return [
            .text(TextKeys.name(statement.speaker)), .int(Self.quoteKey(statement.quote)),
            SQLValue(try known(statement.speaker)), SQLValue(try known(statement.affiliation)),
            .utf8(desk.renderer.statement(folded)),
        ]
    }

    /// A number that quotes of the same words share.
    static func quoteKey(_ quote: String) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        TextKeys.forEachWord(of: quote) { word in
            for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0x20) &* 0x100_0000_01B3
        }
        return Int(truncatingIfNeeded: hash)
    }

    private func known(_ name: String?) throws(StoreError) -> Int? {
        guard let name, let number = try desk.directory.number(named: name) else { return nil }
        return try desk.directory.card(number).number
    }

    /// Adds a state; its number.
    private func write(
        _ columns: [SQLValue], _ table: String, _ record: RecordRef, _ event: Event, _ isGone: Bool
    ) throws(StoreError) -> Int {
        let version =
            (try desk.connection.integer(
                "SELECT max(version) FROM \(table) WHERE number = ?1", .int(record.number)) ?? 0) + 1
        if version > 1 {
            try desk.connection.run(
                "UPDATE \(table) SET until = ?1 WHERE number = ?2 AND until = \(States.open)",
                .int(event.at.microseconds), .int(record.number))
        }
        let state = try desk.ledger.stateNumber(table)
        let places = (0..<columns.count).map { "?\($0 + 6)" }.joined(separator: ", ")
        let statement = try desk.connection.statement(
            "INSERT INTO \(table) VALUES (?1, ?2, ?3, ?4, 9223372036854775807, ?5, \(places))")
        try statement.bind(
            [
                .int(state), .int(record.number), .int(version), .int(event.at.microseconds), SQLValue(isGone),
            ] + columns)
        _ = try statement.step()
        statement.reset()
        return state
    }

    /// Makes a state findable by the words of some fields.
    private func index(_ claim: Claim, _ state: Int, _ table: String, _ fields: [String]) throws(StoreError) {
        let texts = claim.assertions.compactMap { assertion -> String? in
            guard fields.contains(assertion.field), let value = assertion.value else { return nil }
            return Atom.decode(value)?.first?.text
        }
        try desk.connection.run(
            "INSERT INTO \(table) (rowid, words) VALUES (?1, ?2)", .int(state),
            .utf8(Words.indexed(texts.joined(separator: "\n"))))
    }
}
