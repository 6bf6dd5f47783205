import Model

/// What the frames made of a text, for the review model: deals with their features and where they are told.
struct ReviewDeals {
    let candidates: [DealCandidate]
    /// Whether the frames alone tell each.
    let told: [Bool]
    /// The sentence that tells each best, and the others.
    private let best: [Int]
    private let others: [[Int]]
    /// The deals of each two entities, and those that each sentence tells best: few of each, so that a text of deals alone
    /// is read in linear time.
    private let ofPair: [Pair: [Int]]
    private let ofSentence: [Int: [Int]]

    /// Two entities, whoever comes first.
    struct Pair: Hashable {
        let low: Int
        let high: Int

        init(_ one: Int, _ other: Int) { (low, high) = (min(one, other), max(one, other)) }
    }

    /// How many deals of two, or of a sentence, are looked at.
    private static let most = 6

    init(_ candidates: [DealCandidate], told: [Bool], _ document: Document) {
        self.candidates = candidates
        self.told = told
        let sentences = candidates.map { candidate in
            candidate.anchors.filter(\.tells).map { Int(document.tokens[$0.tokens.lowerBound].sentence) }
        }
        best = sentences.map { $0.first ?? -1 }
        others = sentences.map { Array($0.dropFirst()) }
        var (ofPair, ofSentence) = ([Pair: [Int]](), [Int: [Int]]())
        for (deal, candidate) in candidates.enumerated() {
            if ofSentence[best[deal]]?.count ?? 0 < Self.most { ofSentence[best[deal], default: []].append(deal) }
            for pair in Self.pairs(of: candidate) where ofPair[pair]?.count ?? 0 < Self.most {
                ofPair[pair, default: []].append(deal)
            }
        }
        (self.ofPair, self.ofSentence) = (ofPair, ofSentence)
    }

    /// The two of each pair that stands on both sides of a deal.
    static func pairs(of candidate: DealCandidate) -> [Pair] {
        let (type, parties) = (candidate.type, candidate.parties)
        var pairs: [Pair] = []
        for (index, one) in parties.enumerated() {
            for other in parties[(index + 1)...]
            where one.entity != other.entity && (type == .partnership || one.role != other.role) {
                pairs.append(Pair(one.entity, other.entity))
            }
        }
        return pairs
    }

    /// The deals of two.
    func deals(of pair: Pair) -> [Int] { ofPair[pair] ?? [] }

    /// The features of what was found of two.
    func add<Sink: ReviewSink>(_ candidate: ReviewCandidate, _ names: ReviewNames, to sink: inout Sink) {
        let deals = deals(of: Pair(candidate.first, candidate.second))
        if deals.isEmpty { sink.add(.none) }
        for deal in ofSentence[candidate.sentence] ?? [] where !deals.contains(deal) {
            let isHalf = candidates[deal].parties.contains { [candidate.first, candidate.second].contains($0.entity) }
            if isHalf { sink.add(.half, names.type(candidates[deal].type)) }
        }
        for deal in deals { add(deal, candidate, names, to: &sink) }
    }

    private func add<Sink: ReviewSink>(
        _ deal: Int, _ candidate: ReviewCandidate, _ names: ReviewNames, to sink: inout Sink
    ) {
        let type = names.type(candidates[deal].type)
        sink.add(.deal, type)
        if told[deal] { sink.add(.told, type) }
        let isBest = best[deal] == candidate.sentence
        let place: ReviewTemplate =
            isBest ? .here : others[deal].contains(candidate.sentence) ? .again : .elsewhere
        sink.add(place, type)
        let confidence = candidates[deal].confidence
        sink.add(.confidence, type, (confidence - 500) * 4 / 125)
        sink.add(.band, type, names.count(confidence / 80))
        guard let features = candidates[deal].features else { return }
        for (place, value) in features.values.enumerated() where value != 0 {
            sink.add(.feature, names.features[place], value * 8 / names.scales[place])
            sink.add(.featureBand, names.features[place], type, names.count(min(5, max(0, value / 6))))
        }
    }
}
