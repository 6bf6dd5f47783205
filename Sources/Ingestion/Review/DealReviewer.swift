import Model

/// Goes over the deals that frames found with a model fitted to annotated articles: drops what it does not believe, mends
/// types, and tells deals that no frame found.
struct DealReviewer {
    let context: DealContext
    private let model: ReviewModel
    /// What the frames made of the text.
    let deals: ReviewDeals
    let features: ReviewFeatures

    /// What the triggers of a text are, by sentence.
    private let triggers: [[Trigger]]

    /// What the model says of two: for each type how likely it is, and what makes the likeliest so.
    private struct Verdict {
        /// By type, in thousandths.
        private(set) var shares = SIMD8<Int32>.zero
        private(set) var candidate: ReviewCandidate
        /// The likeliest type.
        private(set) var best = 0
        /// Whether the first of the candidate is on the first side.
        private(set) var isForward = true

        init(_ candidate: ReviewCandidate) { self.candidate = candidate }

        /// How likely the likeliest type is.
        var share: Int { Int(shares[best]) }

        var type: DealType { DealType.allCases[best] }

        mutating func take(_ candidate: ReviewCandidate, _ probabilities: ReviewModel.Scores, isForward: Bool) {
            for type in shares.indices where probabilities[type + 1] > shares[type] {
                shares[type] = probabilities[type + 1]
                if shares[type] > shares[best] || type == best {
                    (best, self.candidate, self.isForward) = (type, candidate, isForward)
                }
            }
        }
    }

    /// The deals as frames found them, with whether they tell each, and the triggers of each sentence.
    init(_ candidates: [DealCandidate], told: [Bool], _ triggers: [[Trigger]], _ context: DealContext) {
        self.context = context
        self.triggers = triggers
        model = context.lexicon.review
        deals = ReviewDeals(candidates, told: told, context.document)
        features = ReviewFeatures(
            context, words: ReviewWords(context.document, context.entities), deals: deals,
            triggers: triggers, names: context.lexicon.reviewNames)
    }

    /// The deals that are told.
    func reviewed() -> [DealCandidate] {
        guard model.isFitted else {
            return deals.candidates.indices.filter { deals.told[$0] }.map { deals.candidates[$0] }
        }
        let verdicts = verdicts()
        var told: [DealCandidate] = []
        var covered: Set<ReviewDeals.Pair> = []
        for deal in deals.candidates.indices where deals.told[deal] {
            guard let candidate = judged(deal, verdicts) else { continue }
            told.append(candidate)
            covered.formUnion(ReviewDeals.pairs(of: candidate).map(owners(of:)))
        }
        return told + added(verdicts, &covered)
    }

    private func verdicts() -> [ReviewDeals.Pair: Verdict] {
        var verdicts: [ReviewDeals.Pair: Verdict] = [:]
        visit { sentence, candidates in
            var base = ReviewScore(model: model)
            features.add(sentence, to: &base)
            for candidate in candidates {
                var score = base
                features.add(candidate, to: &score)
                let pair = ReviewDeals.Pair(candidate.first, candidate.second)
                let probabilities = model.probabilities(score.scores)
                // Of nearly all two of whom frames tell nothing, the model makes nothing either.
                guard probabilities[0] < 1000 - Self.unlikely || !deals.deals(of: pair).isEmpty else { continue }
                verdicts[pair, default: Verdict(candidate)].take(
                    candidate, probabilities, isForward: score.scores[ReviewModel.direction] >= 0)
            }
        }
        return verdicts
    }

    /// What no deal at all is likelier than by so much, in thousandths, is not kept.
    private static let unlikely = 100

    /// What the model makes likely of two, for the trace: their entities, and each type with its share in thousandths.
    func opinions() -> [(first: Int, second: Int, shares: [(type: DealType, share: Int)])] {
        guard model.isFitted else { return [] }
        return verdicts().map { pair, verdict in
            let shares = DealType.allCases.map { (type: $0, share: Int(verdict.shares[$0.index])) }
            return (
                pair.low, pair.high,
                shares.filter { $0.share >= Self.unlikely }.sorted {
                    ($0.share, $1.type.index) > ($1.share, $0.type.index)
                }
            )
        }
        .filter { !$0.shares.isEmpty }
        .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    }

    /// Hands out the candidates of each sentence that has some.
    func visit(_ body: (_ sentence: Int, _ candidates: [ReviewCandidate]) -> Void) {
        let finder = ReviewCandidates(words: features.words, protagonist: context.entities.protagonist)
        for sentence in features.words.parties.indices where !features.words.parties[sentence].isEmpty {
            let candidates = finder.candidates(in: sentence, finder.carried(to: sentence))
            if !candidates.isEmpty { body(sentence, candidates) }
        }
    }

    /// A deal of the frames as the model has it; `nil` where it is not told.
    private func judged(_ deal: Int, _ verdicts: [ReviewDeals.Pair: Verdict]) -> DealCandidate? {
        var candidate = deals.candidates[deal]
        let pairs = ReviewDeals.pairs(of: candidate)
        var shares = SIMD8<Int32>.zero
        for pair in pairs { if let verdict = verdicts[pair] { shares = pointwiseMax(shares, verdict.shares) } }
        let best = shares.indices.reduce(0) { shares[$1] > shares[$0] ? $1 : $0 }
        // What it never saw it does not judge.
        guard shares[best] > 0 else { return candidate }
        let type = DealType.allCases[best]
        // Of two deals of the same two, each has its part of what is likely.
        let isOneOfSeveral = pairs.contains { isTold($0, beside: deal) }
        let isOther =
            !isOneOfSeveral && type != candidate.type
            && Int(shares[best] - shares[candidate.type.index]) >= model.retype
        if isOther { candidate.change(to: type) }
        let share = Int(isOneOfSeveral ? min(1000, shares.wrappedSum()) : shares[candidate.type.index])
        guard share >= model.drop else { return nil }
        // On articles left out, one third of the model's share and two of the frames' confidence are nearest to the truth.
        candidate.confidence = isOther ? share : (2 * candidate.confidence + share) / 3
        return candidate
    }

    /// Whether the frames tell another deal of two.
    private func isTold(_ pair: ReviewDeals.Pair, beside deal: Int) -> Bool {
        deals.deals(of: pair).contains { $0 != deal && deals.told[$0] }
    }

    /// The deals of two of whom the frames tell none, or none surely enough: the likeliest first.
    private func added(
        _ verdicts: [ReviewDeals.Pair: Verdict], _ covered: inout Set<ReviewDeals.Pair>
    ) -> [DealCandidate] {
        let likely = verdicts.filter { $0.value.share >= model.add && !isFamily($0.key) }.sorted {
            ($0.value.share, $1.key.low, $1.key.high) > ($1.value.share, $0.key.low, $0.key.high)
        }
        var added: [DealCandidate] = []
        for (pair, verdict) in likely where !covered.contains(owners(of: pair)) {
            guard added.count < Self.most else { break }
            guard let deal = unsure(pair, verdict) ?? deal(verdict) else { continue }
            added.append(deal)
            covered.formUnion(ReviewDeals.pairs(of: deal).map(owners(of:)))
        }
        return added
    }

    /// The deal of two that the frames found and were not sure of.
    private func unsure(_ pair: ReviewDeals.Pair, _ verdict: Verdict) -> DealCandidate? {
        let deal = deals.deals(of: pair).first { deals.candidates[$0].type == verdict.type }
        guard let deal else { return nil }
        var candidate = deals.candidates[deal]
        candidate.confidence = verdict.share
        return candidate
    }

    /// How many deals of an article are added.
    private static let most = 100

    /// Those who own two: a deal with a company is no other than that with its group.
    private func owners(of pair: ReviewDeals.Pair) -> ReviewDeals.Pair {
        let all = context.entities.all
        return ReviewDeals.Pair(all[pair.low].parent ?? pair.low, all[pair.high].parent ?? pair.high)
    }

    /// Whether one of two owns the other.
    private func isFamily(_ pair: ReviewDeals.Pair) -> Bool {
        let all = context.entities.all
        return all[pair.low].parent == pair.high || all[pair.high].parent == pair.low
    }

    /// The deal that a candidate tells; `nil` where its words say that there is none.
    private func deal(_ verdict: Verdict) -> DealCandidate? {
        let (candidate, type) = (verdict.candidate, verdict.type)
        let sentence = context.document.sentences[candidate.sentence]
        let sides =
            verdict.isForward
            ? [candidate.first, candidate.second] : [candidate.second, candidate.first]
        guard let named = mention(of: candidate.first, in: sentence),
            !candidate.isNamed || mention(of: candidate.second, in: sentence) != nil
        else { return nil }
        let trigger = trigger(of: type, in: candidate.sentence)
        var status = StatusReader.Reading(status: .signed, isExplicit: false, isUnreal: false)
        if let trigger {
            status = StatusReader(
                document: context.document, marks: context.marks, words: context.status,
                weights: context.lexicon.weights
            ).reading(of: trigger, in: sentence, .init())
        }
        guard !status.isUnreal else { return nil }
        return DealCandidate(
            type: type, status: status.status,
            parties: sides.enumerated().map { side, entity in
                .init(
                    entity: entity, role: type.role(ofSide: side),
                    tokens: mention(of: entity, in: sentence) ?? latest(entity, before: sentence.lowerBound) ?? named)
            },
            anchors: [.init(tokens: sentence, trigger: trigger?.tokens ?? named, tells: true)],
            value: nil, rule: "deal.review", confidence: verdict.share, features: nil)
    }

    /// Where a sentence names somebody, but not only as the maker of goods.
    private func mention(of entity: Int, in sentence: Range<Int>) -> Range<Int>? {
        context.entities.mentions(in: sentence).first { $0.entity == entity && !Cast.isMaker($0, context) }?.tokens
    }

    private func latest(_ entity: Int, before token: Int) -> Range<Int>? {
        context.entities.mentions(in: max(0, token - Self.farthest)..<token).last { $0.entity == entity }?.tokens
    }

    /// How many tokens back a name is looked for.
    private static let farthest = 400

    /// The word that most likely tells a deal of a type: the first one whose frame may, else any.
    private func trigger(of type: DealType, in sentence: Int) -> Trigger? {
        let triggers = triggers[sentence].filter(\.entry.strength.tells)
        let frames = context.lexicon.frames.all
        return triggers.first { frames[$0.entry.frame].types.contains(type) } ?? triggers.first
    }
}

extension DealCandidate {
    /// Makes it a deal of another type, with the roles of the same sides.
    mutating func change(to other: DealType) {
        let first = type.role(ofSide: 0)
        for index in parties.indices {
            let side = type == .partnership ? min(index, 1) : parties[index].role == first ? 0 : 1
            parties[index].role = other.role(ofSide: side)
        }
        type = other
        rule = "deal.review"
    }
}
