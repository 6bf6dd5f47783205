import Model

/// Reads companies, rendering them as they are read: what is counted of them changes with every article.
struct CompanyReads {
    let connection: Connection
    let renderer: any RecordRenderer

    /// A page; search is in the names that companies answer to.
    func page(_ query: CompanyQuery) throws(StoreError) -> RecordPage {
        guard var query = try narrowed(query) else { return RecordPage(rows: [], rowCount: 0, next: nil) }
        if query.order == nil { query.order = RecordOrder(.name, descending: false) }
        let lists = FactLists<CompanyField>(connection: connection)
        var numbers: [Int] = []
        var page = try lists.page(query, columns: "s.number") { row, first, _ throws(StoreError) in
            numbers.append(row.int(first))
        }
        page.rows = []
        for (place, number) in numbers.enumerated() {
            if place > 0 { page.rows.append(UInt8(ascii: ",")) }
            page.rows += try render(number, asOf: query.asOf).json
        }
        return page
    }

    /// How many there are on all pages.
    func count(_ query: CompanyQuery) throws(StoreError) -> Int {
        guard let query = try narrowed(query) else { return 0 }
        return try FactLists<CompanyField>(connection: connection).count(query)
    }

    /// The query with its search turned into the companies that have a name with these words; `nil` where none has.
    private func narrowed(_ query: CompanyQuery) throws(StoreError) -> CompanyQuery? {
        guard let search = query.search else { return query }
        var query = query
        query.search = nil
        let key = "%" + TextKeys.name(search) + "%"
        let ids = try connection.all(
            """
            SELECT DISTINCT r.id FROM company_name n CROSS JOIN record r ON r.kind = 2 AND r.number = n.company_no \
            WHERE n.key LIKE ?1 ORDER BY n.key LIMIT \(Self.reach)
            """, .text(key)
        ) { row throws(StoreError) in FilterValue.text(row.text(0)) }
        guard !ids.isEmpty else { return nil }
        query.conditions.append(Condition(.id, .isAny(ids)))
        return query
    }

    /// How many companies a search finds at most.
    private static let reach = 500

    /// One company, now or at a moment.
    ///
    /// - Throws: ``StoreError/notFound``, ``StoreError/merged(into:)``.
    func company(_ id: String, asOf moment: Timestamp?) throws(StoreError) -> StoredRecord {
        let number = try connection.integer("SELECT number FROM record WHERE id = ?1 AND kind = 2", .text(id))
        guard let number else { throw .notFound }
        return try render(number, asOf: moment)
    }

    /// One company by number.
    func render(_ number: Int, asOf moment: Timestamp? = nil) throws(StoreError) -> StoredRecord {
        let time = SQLValue.int(moment?.microseconds ?? States.open - 1)
        let company = try connection.first(moment == nil ? Self.present : Self.past, .int(number), time) {
            row throws(StoreError) in
            if let other = row.optionalText(11) { throw .merged(into: other) }
            return FoldedCompany(
                id: row.text(0), version: row.int(1), createdAt: Timestamp(microseconds: row.int(2)),
                changedAt: Timestamp(microseconds: row.int(3)), name: row.text(4), aliases: [],
                parentID: row.optionalText(5), parentName: row.optionalText(6), country: row.optionalText(7),
                kind: row.optionalText(8), deals: row.int(9), relationships: 0)
        }
        guard var company else { throw .notFound }
        company.aliases = try names(of: number, asOf: moment).filter { $0 != company.name }
        company.relationships =
            try connection.integer(
                """
                SELECT (SELECT count(*) FROM relationship_state WHERE subject = ?1 AND since <= ?2 AND until > ?2 \
                AND gone = 0) + (SELECT count(*) FROM relationship_state WHERE object = ?1 AND since <= ?2 \
                AND until > ?2 AND gone = 0)
                """, .int(number), time) ?? 0
        return StoredRecord(json: renderer.company(company), version: company.version)
    }

    private static let present = face(isPast: false)
    private static let past = face(isPast: true)

    /// What is read of a company; its deals are counted for the present, and looked up for the past.
    private static func face(isPast: Bool) -> String {
        let deals =
            isPast
            ? """
            (SELECT count(DISTINCT p.state_no) FROM deal_party p CROSS JOIN deal_state d ON d.state_no = p.state_no \
            WHERE p.company_no = s.number AND p.direct = 1 AND d.since <= ?2 AND d.until > ?2 AND d.gone = 0)
            """ : "(SELECT direct FROM company_count WHERE company_no = s.number)"
        return """
            SELECT r.id, s.version, s.created, s.since, s.name, p.id, o.name, s.country, s.kind, \
            \(deals), s.joined, j.id FROM company_state s CROSS JOIN record r ON r.kind = 2 AND r.number = s.number \
            LEFT JOIN record p ON p.kind = 2 AND p.number = s.parent \
            LEFT JOIN company_state o ON o.number = s.parent AND o.since <= ?2 AND o.until > ?2 \
            LEFT JOIN record j ON j.kind = 2 AND j.number = s.joined \
            WHERE s.number = ?1 AND s.since <= ?2 AND s.until > ?2
            """
    }

    /// The names of a company, in order of the alphabet; those of the past are read from what was said until then.
    private func names(of number: Int, asOf moment: Timestamp?) throws(StoreError) -> [String] {
        guard let moment else {
            return try connection.all(
                "SELECT name FROM company_name WHERE company_no = ?1 ORDER BY name", .int(number)
            ) { row throws(StoreError) in row.text(0) }
        }
        let event = try connection.integer("SELECT max(event_no) FROM event WHERE at <= ?1", .int(moment.microseconds))
        let record = RecordRef(kind: .company, number: number)
        let standing = try Standing(ClaimLog(connection: connection), record, upTo: event ?? 0)
        var keys: Set<String> = [""]
        return try CompanyFace(standing.claims).names.filter { keys.insert(TextKeys.name($0)).inserted }.sorted()
    }
}
