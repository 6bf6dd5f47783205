import Model

/// Reads single deals and their histories.
struct DealReads {
    let connection: Connection

    /// A deal, now or at a moment.
    ///
    /// - Throws: ``StoreError/notFound``, ``StoreError/merged(into:)``.
    func deal(_ id: String, asOf moment: Timestamp?) throws(StoreError) -> StoredRecord {
        let number = try number(of: id)
        let time = moment?.microseconds ?? States.open - 1
        let found = try connection.first(
            """
            SELECT s.wire, s.version, s.gone, r.id FROM deal_state s \
            LEFT JOIN record r ON r.kind = 1 AND r.number = s.joined \
            WHERE s.number = ?1 AND s.since <= ?2 AND s.until > ?2
            """, .int(number), .int(time)
        ) { row throws(StoreError) in
            if let other = row.optionalText(3) { throw .merged(into: other) }
            guard row.int(2) == 0 else { throw .notFound }
            return StoredRecord(json: row.bytes(0), version: row.int(1))
        }
        guard let found else { throw .notFound }
        return found
    }

    /// All states of a deal, oldest first; those of a deal that was taken away as well.
    ///
    /// - Throws: ``StoreError/notFound``.
    func history(_ id: String) throws(StoreError) -> [RecordVersion] {
        let versions = try connection.all(
            """
            SELECT s.version, s.since, a.id, e.editor, e.reason, s.wire FROM deal_state s \
            CROSS JOIN event e ON e.event_no = s.event_no LEFT JOIN article a ON a.article_no = e.article_no \
            WHERE s.number = ?1 ORDER BY s.version
            """, .int(try number(of: id))
        ) { row throws(StoreError) in
            let cause: Cause =
                if let article = row.optionalText(2) { .article(article) } else {
                    .editor(Editor(name: row.text(3), reason: row.optionalText(4)))
                }
            return RecordVersion(
                version: row.int(0), at: Timestamp(microseconds: row.int(1)), cause: cause, json: row.bytes(5))
        }
        guard !versions.isEmpty else { throw .notFound }
        return versions
    }

    private func number(of id: String) throws(StoreError) -> Int {
        guard let number = try connection.integer("SELECT number FROM record WHERE id = ?1 AND kind = 1", .text(id))
        else {
            throw .notFound
        }
        return number
    }
}
