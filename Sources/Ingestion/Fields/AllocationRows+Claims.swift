import Model

extension AllocationRows {
    /// The deal that processors belong to; `maker` is the entity named beside them.
    func claim(on tokens: Range<Int>, maker: Int? = nil) -> DealScopes.Claim? {
        var claims = context.scopes.claims(on: tokens, fits: \.movesProcessors).filter { mayBring(tokens, $0.deal) }
        for index in claims.indices {
            let candidate = context.candidates[claims[index].deal]
            switch candidate.type {
            case .hardware: claims[index].score += 8
            case .compute: claims[index].score += isMaker(maker, providing: candidate) ? -Self.onlyMaker : 4
            case .financing: claims[index].score -= 8
            case .datacenter: claims[index].score -= Self.housed
            default: break
            }
        }
        guard let best = claims.map(\.score).max(), best >= Self.least else { return nil }
        return claims.lazy.filter { $0.score >= best - Self.even }.max { rank($0) < rank($1) }
    }

    /// Of deals that claim processors about equally the surest one.
    private func rank(_ claim: DealScopes.Claim) -> (Int, Int, Int) {
        (context.candidates[claim.deal].confidence / Self.sureness, claim.score, -claim.deal)
    }

    /// Whether the provider of capacity is a chipmaker that is only named as the maker of the processors.
    private func isMaker(_ maker: Int?, providing candidate: DealCandidate) -> Bool {
        guard let maker, lexicon.isChipmaker(context.entities.all[maker].name) else { return false }
        return candidate.parties.contains { $0.entity == maker && $0.role == .provider }
    }

    /// The least score that a claim needs.
    private static var least: Int { 34 }
    /// How much less a claim may score to count as equal.
    private static var even: Int { 4 }
    /// In steps of what part of a thousand deals are surer than others.
    private static var sureness: Int { 100 }
    /// How much the deal of a site loses: it moves no processors unless told beside them.
    private static var housed: Int { 14 }
    /// How much a claim loses whose provider is only the maker.
    private static var onlyMaker: Int { 24 }
}
