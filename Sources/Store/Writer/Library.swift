import Model

/// The stored articles, by number; those read last are kept in memory.
final class Library {
    private let connection: Connection
    private var articles: [Int: Article] = [:]

    /// A library over a connection.
    init(_ connection: Connection) {
        self.connection = connection
    }

    /// Forgets what was read, after a write was taken back.
    func forget() {
        articles.removeAll()
    }

    /// An article.
    ///
    /// - Throws: ``StoreError/corrupt`` for a number without an article.
    func article(_ number: Int) throws(StoreError) -> Article {
        if let known = articles[number] { return known }
        let article = try connection.first(
            """
            SELECT article_no, id, text, title, url, publisher, published, fingerprint, reprint_of, at FROM article \
            WHERE article_no = ?1
            """, .int(number)
        ) { row throws(StoreError) in
            Article(
                number: row.int(0), id: row.text(1), text: row.bytes(2), title: row.text(3), url: row.optionalText(4),
                publisher: row.optionalText(5), published: row.optionalInt(6).map(Day.init(number:)),
                fingerprint: Fingerprint(bits: UInt64(bitPattern: Int64(row.int(7)))), reprintOf: row.optionalInt(8),
                at: Timestamp(microseconds: row.int(9)))
        }
        guard let article else { throw .corrupt }
        remember(article)
        return article
    }

    /// Keeps an article that was just added.
    func remember(_ article: Article) {
        if articles.count >= Self.capacity { articles.removeAll() }
        articles[article.number] = article
    }

    /// How many articles are kept in memory.
    private static let capacity = 500
}
