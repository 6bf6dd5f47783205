import Model

/// What the frames made of a text, for the review model: deals with their features and where they are told.
struct ReviewDeals {
    let candidates: [DealCandidate]
    /// Whether the frames alone tell each.
    let told: [Bool]
    private let document: Document
    /// The sentence that tells each best.
    private let best: [Int]
    /// The deals of each two entities (``Pair/key``), and those that each sentence tells best: few of each, so that a text of
    /// deals alone is read in linear time.
    private var ofPair = WordMap<[Int]>()
    private var ofSentence: [[Int]]

    /// Two entities, whoever comes first.
    struct Pair: Hashable {
        let low: Int
        let high: Int

        init(_ one: Int, _ other: Int) { (low, high) = (min(one, other), max(one, other)) }

        /// A number of its own, of which all bits depend on both.
        var key: UInt64 {
            ((UInt64(truncatingIfNeeded: low) << 32 | UInt64(truncatingIfNeeded: high)) &* 0x9E37_79B9_7F4A_7C15)
                .byteSwapped
        }
    }

    /// How many deals of two, or of a sentence, are looked at.
    private static let most = 6

    init(_ candidates: [DealCandidate], told: [Bool], _ document: Document) {
        self.candidates = candidates
        self.told = told
        self.document = document
        best = candidates.indices.map { Self.sentences(tellingOf: candidates[$0], document).first { _ in true } ?? -1 }
        ofSentence = .filled(with: [], count: document.sentences.count)
        for deal in candidates.indices {
            let sentence = best[deal]
            if sentence >= 0, ofSentence[sentence].count < Self.most { ofSentence[sentence].append(deal) }
            for pair in Self.pairs(of: candidates[deal]) {
                var known = ofPair[pair.key] ?? []
                guard known.count < Self.most else { continue }
                known.append(deal)
                ofPair[pair.key] = known
            }
        }
    }

    /// The sentences that tell a deal, the most telling one first.
    private static func sentences(
        tellingOf candidate: DealCandidate, _ document: Document
    ) -> some Sequence<Int> {
        candidate.anchors.lazy.filter(\.tells).map { Int(document.tokens[$0.tokens.lowerBound].sentence) }
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
    func deals(of pair: Pair) -> [Int] { ofPair[pair.key] ?? [] }

    /// The features of what was found of two.
    func add<Sink: ReviewSink>(_ candidate: ReviewCandidate, _ names: ReviewNames, to sink: inout Sink) {
        let deals = deals(of: Pair(candidate.first, candidate.second))
        if deals.isEmpty { sink.add(.none) }
        for deal in ofSentence[candidate.sentence] where !deals.contains(deal) {
            let isHalf = candidates[deal].parties.contains { candidate.names($0.entity) }
            if isHalf { sink.add(.half, names.type(candidates[deal].type)) }
        }
        for deal in deals { add(deal, candidate, names, to: &sink) }
    }

    /// Whether a sentence tells a deal.
    private func tells(_ deal: Int, in sentence: Int) -> Bool {
        Self.sentences(tellingOf: candidates[deal], document).contains(sentence)
    }

    private func add<Sink: ReviewSink>(
        _ deal: Int, _ candidate: ReviewCandidate, _ names: ReviewNames, to sink: inout Sink
    ) {
        let type = names.type(candidates[deal].type)
        sink.add(.deal, type)
        if told[deal] { sink.add(.told, type) }
        let isBest = best[deal] == candidate.sentence
        let place: ReviewTemplate =
            isBest ? .here : tells(deal, in: candidate.sentence) ? .again : .elsewhere
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
