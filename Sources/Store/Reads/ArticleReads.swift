import Model

/// Reads articles and their records.
struct ArticleReads {
    let connection: Connection
    let renderer: any RecordRenderer

    /// A page, newest first; search is in title and text.
    func page(_ query: ArticleQuery) throws(StoreError) -> RecordPage {
        guard let selection = try selection(query) else { return RecordPage(rows: [], rowCount: 0, next: nil) }
        let isByDay = query.order?.field == .published
        let order = ListOrder(
            columns: isByDay ? ["s.published"] : [], unique: "s.article_no",
            descending: query.order?.descending ?? true, isNullable: isByDay)
        let page = KeysetPage(connection: connection, selection: selection, order: order, limit: query.limit)
        return try page.read(after: query.after, columns: "s.wire") { row, rows throws(StoreError) in
            rows.append(contentsOf: row.buffer(page.firstColumn))
        }
    }

    /// How many there are on all pages.
    func count(_ query: ArticleQuery) throws(StoreError) -> Int {
        guard let selection = try selection(query) else { return 0 }
        var count = 0
        try connection.each(selection.sql("count(*)"), selection.values) { row throws(StoreError) in count = row.int(0)
        }
        return count
    }

    private func selection(_ query: ArticleQuery) throws(StoreError) -> Selection? {
        var selection = Selection(from: "article_row s JOIN article a ON a.article_no = s.article_no")
        if let moment = query.asOf { selection.add("a.at <= ?", [.int(moment.microseconds)]) }
        for filter in query.parties {
            let companies = try NameResolver(connection: connection).companies(filter.names)
            guard !companies.isEmpty else { return nil }
            selection.add(
                """
                s.article_no IN (SELECT d.article_no FROM deal_party p CROSS JOIN deal_state t ON t.state_no = p.state_no \
                CROSS JOIN deal_article d ON d.number = t.number WHERE p.company_no IN (\(Selection.places(companies.count))) \
                AND t.until = \(States.open))
                """, companies.map(SQLValue.int))
        }
        if let search = query.search {
            guard let expression = Words.expression(for: search) else { return nil }
            selection.add(
                "s.article_no IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)", [.text(expression)])
        }
        for condition in query.conditions {
            selection.add(ComparisonOperator(condition), Self.column(condition.field))
        }
        return selection
    }

    private static func column(_ field: ArticleField) -> Column {
        switch field {
        case .id: .plain("a.id")
        case .language: .plain("s.language")
        case .source: .name("s.source_key")
        case .url: .address("a.canonical_url")
        case .published: .plain("s.published")
        case .createdAt: .plain("a.at")
        }
    }

    /// One article, with its records now or at a moment.
    ///
    /// - Throws: ``StoreError/notFound``; also at a moment before the article came.
    func article(_ id: String, asOf moment: Timestamp?) throws(StoreError) -> StoredArticle {
        let article = try connection.first(
            """
            SELECT a.article_no, s.wire, a.text, a.published, s.language FROM article a \
            CROSS JOIN article_row s ON s.article_no = a.article_no WHERE a.id = ?1 AND a.at <= ?2
            """, .text(id), .int(moment?.microseconds ?? States.open)
        ) { row throws(StoreError) in
            (
                number: row.int(0), wire: row.bytes(1), text: row.bytes(2),
                published: row.optionalInt(3).map(Day.init(number:)), language: row.optionalText(4)
            )
        }
        guard let article else { throw .notFound }
        return StoredArticle(
            json: article.wire, text: article.text, published: article.published, language: article.language,
            warnings: try warnings(article.number),
            records: try ArticleRecordReads(connection: connection, renderer: renderer).records(
                article.number, asOf: moment))
    }

    /// The receipt of an article.
    func receipt(_ number: Int, _ outcome: IngestReceipt.Outcome) throws(StoreError) -> IngestReceipt {
        let article = try connection.first(
            """
            SELECT a.id, s.language FROM article a CROSS JOIN article_row s ON s.article_no = a.article_no \
            WHERE a.article_no = ?1
            """, .int(number)
        ) { row throws(StoreError) in (id: row.text(0), language: row.optionalText(1)) }
        guard let article else { throw .notFound }
        return IngestReceipt(
            article: article.id, outcome: outcome, language: article.language, warnings: try warnings(number),
            records: try ArticleRecordReads(connection: connection, renderer: renderer).records(number, asOf: nil))
    }

    private func warnings(_ number: Int) throws(StoreError) -> [ReadingWarning] {
        try connection.first(
            "SELECT warnings FROM event WHERE article_no = ?1 ORDER BY event_no DESC LIMIT 1", .int(number)
        ) { row throws(StoreError) in Warnings.decode(row.text(0)) } ?? []
    }
}
