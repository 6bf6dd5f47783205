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
        orderNewcomers()
        if let most = entities.all[company].sort.flatMap({ leaders[$0]?.first(where: isSame) }) { return most }
        return whole.flatMap { kinship(company, $0) == .near ? $0 : nil }
    }

    /// Puts the companies that were named since it was last asked for by their sorts.
    private func orderNewcomers() {
        for entity in newcomers { order(entity) }
        newcomers.removeAll()
    }

    /// Puts a company among those of its sort, by how often the text names it.
    private func order(_ entity: Int) {
        guard let sort = entities.all[entity].sort else { return }
        let counts = counts
        func add(to named: inout [Int]) {
            let place = named.firstIndex { (counts[$0], entity) < (counts[entity], $0) } ?? named.count
            guard place < Self.leading else { return }
            if named.count == Self.leading { named.removeLast() }
            named.insert(entity, at: place)
        }
        add(to: &leaders[sort, default: []])
    }

    /// How many companies of a sort are thought of: more than a sentence names.
    private static var leading: Int { 16 }
}
