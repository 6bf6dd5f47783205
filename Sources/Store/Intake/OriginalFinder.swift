import Model

/// Finds the article that another one repeats: the same address, or nearly the same text among the articles that tell of
/// the same companies' deals.
struct OriginalFinder {
    let desk: Desk

    /// The number of the original, or `nil`. A reprint of a reprint repeats the original.
    func original(of article: Article, canonical: String?, extraction: Extraction) throws(StoreError) -> Int? {
        if let canonical, let same = try byAddress(canonical) { return try first(same) }
        for finding in extraction.deals {
            for number in try articles(aboutDealsLike: finding.record) {
                let other = try desk.library.article(number)
                if article.fingerprint.isNear(other.fingerprint), Fingerprint.isCopy(article.text, of: other.text) {
                    return try first(number)
                }
            }
        }
        return nil
    }

    private func byAddress(_ canonical: String) throws(StoreError) -> Int? {
        try desk.connection.integer(
            "SELECT article_no FROM article WHERE canonical_url = ?1 ORDER BY article_no LIMIT 1", .text(canonical))
    }

    private func first(_ number: Int) throws(StoreError) -> Int {
        try desk.library.article(number).reprintOf ?? number
    }

    private func articles(aboutDealsLike deal: Deal) throws(StoreError) -> [Int] {
        var parties: [(company: Int, role: Role)] = []
        for party in deal.parties {
            if let number = try desk.directory.number(named: party.company) { parties.append((number, party.role)) }
        }
        var articles: [Int] = []
        for pair in try DealPair.of(parties, type: deal.type, directory: desk.directory) {
            articles += try desk.connection.all(
                Self.sql, .text(deal.type.rawValue), .int(pair.first), .int(pair.second)
            ) { row throws(StoreError) in row.int(0) }
        }
        return articles
    }

    private static let sql =
        """
        SELECT DISTINCT a.article_no FROM deal_pair p CROSS JOIN deal_article a ON a.number = p.number \
        WHERE p.type = ?1 AND p.first = ?2 AND p.second = ?3 ORDER BY a.article_no DESC LIMIT \(reach)
        """
    /// How many earlier articles a text is compared with.
    private static let reach = 20
}
