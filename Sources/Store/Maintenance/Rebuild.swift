import Model

/// Makes all folded tables anew from what was said, event by event: the result is the same, byte for byte.
struct Rebuild {
    let desk: Desk

    /// Changes whenever the fold itself, or the words of the search, would give another result.
    private static let foldVersion = "3"

    /// Rebuilds where the tables were made by another fold or renderer.
    func runIfNeeded() throws(StoreError) {
        if try !Self.isCurrent(desk.connection, desk.renderer) { try run() }
    }

    /// Whether the tables were made by this fold and renderer.
    static func isCurrent(_ connection: Connection, _ renderer: any RecordRenderer) throws(StoreError) -> Bool {
        try connection.first("SELECT value FROM fold WHERE key = 'version'") { row throws(StoreError) in row.text(0) }
            == version(renderer)
    }

    /// Rebuilds; nothing changes if it fails.
    func run() throws(StoreError) {
        try desk.connection.transaction { () throws(StoreError) in try fold() }
    }

    /// The tables that a rebuild would change; nothing is.
    func differingTables() throws(StoreError) -> [String] {
        try desk.connection.script("BEGIN IMMEDIATE")
        defer { try? desk.connection.script("ROLLBACK") }
        let before = try digests()
        try fold()
        let after = try digests()
        return Self.tables.indices.filter { before[$0] != after[$0] }.map { Self.tables[$0] }.sorted()
    }

    /// A number for the rows of each table, in their order.
    private func digests() throws(StoreError) -> [Int] {
        var digests: [Int] = []
        for table in Self.tables {
            var hasher = Hasher()
            try desk.connection.each("SELECT * FROM \(table)") { row throws(StoreError) in row.hash(into: &hasher) }
            digests.append(hasher.finalize())
        }
        return digests
    }

    private func fold() throws(StoreError) {
        for table in Self.tables { try desk.connection.script("DELETE FROM \(table)") }
        for table in ["deal_words", "estimate_words", "statement_words", "article_words"] {
            try desk.connection.script("INSERT INTO \(table) (\(table)) VALUES ('delete-all')")
        }
        desk.forget()
        try replay()
        try desk.connection.run(
            "INSERT OR REPLACE INTO fold VALUES ('version', ?1)", .text(Self.version(desk.renderer)))
    }

    /// The folded tables, those that refer to others first.
    static let tables = [
        "allocation_state", "deal_party", "deal_state", "list_row", "deal_pair", "deal_article", "company_state",
        "company_name", "company_count", "relationship_state", "estimate_state", "statement_state", "article_row",
        "fold",
    ]

    private static func version(_ renderer: any RecordRenderer) -> String {
        foldVersion + " " + renderer.version
    }

    private func replay() throws(StoreError) {
        var last = 0
        while let event = try next(after: last) {
            last = event.number
            if let number = event.article {
                let article = try desk.library.article(number)
                if article.at <= event.at, try isFirst(event) {
                    try desk.connection.run(
                        "INSERT INTO article_words (rowid, words) VALUES (?1, ?2)", .int(number),
                        .utf8(Material.words(title: article.title, text: article.text)))
                }
            }
            try Folder(desk: desk).fold(try desk.log.records(of: event.number), event)
            if let number = event.article { try ArticleFold(desk: desk).fold(try desk.library.article(number), event) }
        }
    }

    private func isFirst(_ event: Event) throws(StoreError) -> Bool {
        try desk.connection.integer(
            "SELECT min(event_no) FROM event WHERE article_no = ?1", SQLValue(event.article)) == event.number
    }

    private func next(after number: Int) throws(StoreError) -> Event? {
        try desk.connection.first(
            "SELECT event_no, at, article_no, editor, reason FROM event WHERE event_no > ?1 ORDER BY event_no LIMIT 1",
            .int(number)
        ) { row throws(StoreError) in
            Event(
                number: row.int(0), at: Timestamp(microseconds: row.int(1)), article: row.optionalInt(2),
                editor: row.optionalText(3).map { Editor(name: $0, reason: row.optionalText(4)) })
        }
    }
}
