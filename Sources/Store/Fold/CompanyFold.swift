import Model

/// Folds companies: editors decide over the source that named a company first, aliases are united.
struct CompanyFold {
    let desk: Desk

    /// Folds companies after an event.
    func fold(_ numbers: [Int], _ event: Event) throws(StoreError) {
        guard !numbers.isEmpty else { return }
        // All give their names free first: of two that were joined, one takes over those of the other.
        for number in numbers {
            try desk.connection.run("DELETE FROM company_name WHERE company_no = ?1", .int(number))
        }
        var isNews = false
        for number in numbers {
            let version = try fold(number, event)
            isNews = isNews || version > 1
        }
        guard isNews else { return }
        desk.directory.forget()
        desk.changes.everything()
    }

    /// Folds one company; the version that it has now.
    private func fold(_ number: Int, _ event: Event) throws(StoreError) -> Int {
        let standing = try Standing(desk.log, RecordRef(kind: .company, number: number), upTo: event.number)
        let own = try desk.log.claims(on: RecordRef(kind: .company, number: number), upTo: event.number)
        let face = try CompanyFace(own.filter { $0.verb == .states })
        let version =
            (try desk.connection.integer(
                "SELECT max(version) FROM company_state WHERE number = ?1", .int(number)) ?? 0) + 1
        let created = own.first?.event.at ?? event.at
        try desk.connection.run(
            "UPDATE company_state SET until = ?1 WHERE number = ?2 AND until = \(States.open)",
            .int(event.at.microseconds), .int(number))
        let state = try desk.ledger.stateNumber("company_state")
        try desk.connection.run(
            "INSERT INTO company_state VALUES (?1, ?2, ?3, ?4, 9223372036854775807, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            .int(state), .int(number), .int(version), .int(event.at.microseconds), .int(created.microseconds),
            SQLValue(standing.joined), .text(face.name), .text(TextKeys.name(face.name)), SQLValue(face.parent),
            SQLValue(face.country), SQLValue(face.kind))
        guard standing.joined == nil else { return version }
        for name in try [face.name] + CompanyFace(standing.claims).names {
            let key = TextKeys.name(name)
            guard !key.isEmpty else { continue }
            try desk.connection.run(
                "INSERT OR IGNORE INTO company_name VALUES (?1, ?2, ?3)", .text(key), .int(number), .text(name))
        }
        return version
    }
}
