/// Where two stand in a list of pairs, from the first place to the last: found by hash, and none of the many pairs takes memory
/// of its own.
struct PairPlaces {
    private var first: WordMap<Int>
    /// The next place of the same two, or -1.
    private var behind: [Int]

    init(_ pairs: some BidirectionalCollection<ReviewDeals.Pair>) {
        let count = pairs.count
        first = WordMap(minimumCapacity: count)
        behind = .filled(with: -1, count: count)
        for (place, pair) in zip((0..<count).reversed(), pairs.reversed()) {
            behind[place] = first[pair.key] ?? -1
            first[pair.key] = place
        }
    }

    /// Where two stand first.
    func first(_ pair: ReviewDeals.Pair) -> Int? { first[pair.key] }

    /// Where those of a place stand next.
    func next(behind place: Int) -> Int? { behind[place] < 0 ? nil : behind[place] }
}
