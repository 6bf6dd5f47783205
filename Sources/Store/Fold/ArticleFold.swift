import Model

/// Folds an article: as it came, and as it was last read.
struct ArticleFold {
    let desk: Desk

    /// Writes the article's row after the reading that an event stands for.
    func fold(_ article: Article, _ event: Event) throws(StoreError) {
        let reading = try desk.connection.first(
            "SELECT engine, language, warnings FROM event WHERE event_no = ?1", .int(event.number)
        ) { row throws(StoreError) in
            (engine: row.text(0), language: row.optionalText(1), warnings: Warnings.decode(row.text(2)))
        }
        guard let reading else { throw .corrupt }
        try fold(article, engine: reading.engine, language: reading.language, warnings: reading.warnings)
    }

    /// Writes the article's row after a reading.
    func fold(
        _ article: Article, engine: String, language: String?, warnings: [ReadingWarning]
    ) throws(StoreError) {
        let original = try article.reprintOf.map { number throws(StoreError) in try desk.library.article(number).id }
        let folded = FoldedArticle(
            id: article.id, title: article.title, url: article.url, source: article.publisher,
            language: language, published: article.published, createdAt: article.at, reprintOf: original,
            engine: engine, warnings: warnings)
        try desk.connection.run(
            """
            INSERT INTO article_row VALUES (?1, ?2, ?3, ?4, ?5) \
            ON CONFLICT DO UPDATE SET language = ?2, published = ?3, source_key = ?4, wire = ?5
            """, .int(article.number),
            SQLValue(language), SQLValue(article.published?.number),
            SQLValue(article.publisher.map(TextKeys.name)), .utf8(desk.renderer.article(folded)))
    }
}
