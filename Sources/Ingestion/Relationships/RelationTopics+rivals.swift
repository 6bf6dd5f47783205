/// Whose rival a company is, where its sentence does not tell: of somebody in its trade.
extension RelationTopics {
    /// How near the trades of two companies are.
    func kinship(_ first: Int, _ second: Int) -> Trades.Kinship {
        trades.kinship(entities.all[first].sort, entities.all[second].sort)
    }

    /// Whom a company competes with: of its trade, whom the article is about, else whom the sentences before speak of, else
    /// name most; else whom the article is about, if their trades overlap.
    func rival(of company: Int, not excluded: Set<Int> = []) -> Int? {
        let isSame = { (entity: Int) in
            entity >= 0 && entity != company && !excluded.contains(entity) && self.kinship(company, entity) == .same
        }
        let whole = main.flatMap { isKnown($0) && $0 != company && !excluded.contains($0) ? $0 : nil }
        if let whole, isSame(whole) { return whole }
        if let subject = subjects.suffix(Self.reach).last(where: isSame) { return subject }
        let named = entities.all.indices.filter { isKnown($0) && isSame($0) }
        if let most = named.max(by: { counts[$0] < counts[$1] }) { return most }
        return whole.flatMap { kinship(company, $0) == .near ? $0 : nil }
    }
}
