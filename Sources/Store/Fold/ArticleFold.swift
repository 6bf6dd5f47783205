import Model

/// Folds an article: as it came, and as it was last read.
struct ArticleFold {
    let desk: Desk

    /// Writes the article's row after an event.
    func fold(_ article: Article, _ event: Event) throws(StoreError) {
        let reading = try desk.connection.first(
            "SELECT engine, language, warnings FROM event WHERE event_no = ?1", .int(event.number)
        ) { row throws(StoreError) in
            (engine: row.text(0), language: row.optionalText(1), warnings: Warnings.decode(row.text(2)))
        }
        guard let reading else { throw .corrupt }
        let original = try article.reprintOf.map { number throws(StoreError) in try desk.library.article(number).id }
        let folded = FoldedArticle(
            id: article.id, title: article.title, url: article.url, source: article.publisher,
            language: reading.language, published: article.published, createdAt: article.at, reprintOf: original,
            engine: reading.engine, warnings: reading.warnings)
        try desk.connection.run(
            "INSERT OR REPLACE INTO article_row VALUES (?1, ?2, ?3, ?4, ?5)", .int(article.number),
            SQLValue(reading.language), SQLValue(article.published?.number),
            SQLValue(article.publisher.map(TextKeys.name)), .utf8(desk.renderer.article(folded)))
    }
}
