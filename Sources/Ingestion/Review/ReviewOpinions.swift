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

    private(set) var all: [Opinion] = []
    /// The opinions of each two, and the two in the order in which they come.
    private(set) var ofPair: [ReviewDeals.Pair: [Int]] = [:]
    private(set) var pairs: [ReviewDeals.Pair] = []
    /// The opinions of each sentence that has some.
    private(set) var ofSentence: [Int: Range<Int>] = [:]

    /// Takes what is said of two; those of a sentence come in a row.
    mutating func append(_ opinion: Opinion) {
        let (sentence, index) = (opinion.candidate.sentence, all.count)
        let pair = ReviewDeals.Pair(opinion.candidate.first, opinion.candidate.second)
        all.append(opinion)
        if ofPair[pair] == nil { pairs.append(pair) }
        ofPair[pair, default: []].append(index)
        ofSentence[sentence] = (ofSentence[sentence]?.lowerBound ?? index)..<index + 1
    }

    /// How likely the likeliest deal of two is.
    func share(of pair: ReviewDeals.Pair) -> Int { ofPair[pair]?.map { all[$0].share }.max() ?? 0 }
}
