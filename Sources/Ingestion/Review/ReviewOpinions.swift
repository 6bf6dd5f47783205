import Model

/// What the linear model says of all who may have a deal, sentence by sentence.
struct ReviewOpinions {
    /// What it says of two in a sentence.
    struct Opinion {
        let candidate: ReviewCandidate
        /// By type, and of no deal, in thousandths.
        let shares: SIMD8<Int32>
        let none: Int32
        /// Whether the first of the candidate is on the first side.
        let isForward: Bool

        /// How likely the likeliest type is.
        var share: Int { Int(shares.max()) }
    }

    /// What is said of each two; that of a sentence comes in a row.
    let all: [Opinion]
    /// Each two of whom something is said, in the order in which they come.
    let pairs: [ReviewDeals.Pair]
    /// The indices of the opinions by pair, and where those of each begin; one more entry than pairs.
    private let byPair: [Int]
    private let firstOfPair: [Int]

    /// The opinions of a text, in its order.
    init(_ all: [Opinion]) {
        self.all = all
        var pairs: [ReviewDeals.Pair] = []
        pairs.reserveCapacity(all.count)
        var places = WordMap<Int>(minimumCapacity: all.count)
        let pairOfOpinion = all.map { opinion in
            let pair = ReviewDeals.Pair(opinion.candidate.first, opinion.candidate.second)
            if let place = places[pair.key] { return place }
            places[pair.key] = pairs.count
            pairs.append(pair)
            return pairs.count - 1
        }
        var first = [Int].filled(with: 0, count: pairs.count + 1)
        for pair in pairOfOpinion { first[pair + 1] += 1 }
        for pair in pairs.indices { first[pair + 1] += first[pair] }
        var next = first
        var byPair = [Int].filled(with: 0, count: all.count)
        for (opinion, pair) in pairOfOpinion.enumerated() {
            byPair[next[pair]] = opinion
            next[pair] += 1
        }
        (self.pairs, self.byPair, firstOfPair) = (pairs, byPair, first)
    }

    /// The indices of what is said of two, by their place among all pairs.
    func ofPair(_ place: Int) -> ArraySlice<Int> { byPair[firstOfPair[place]..<firstOfPair[place + 1]] }

    /// What is said in the sentence of an opinion.
    func ofSentence(around index: Int) -> ArraySlice<Opinion> {
        let sentence = all[index].candidate.sentence
        var (low, high) = (index, index + 1)
        while low > 0, all[low - 1].candidate.sentence == sentence { low -= 1 }
        while high < all.count, all[high].candidate.sentence == sentence { high += 1 }
        return all[low..<high]
    }
}
