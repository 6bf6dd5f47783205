import Model

/// Goes over the deals that frames found with a linear model and trees fitted to annotated articles: drops what they make
/// unlikely, mends types, and tells deals that no frame found.
final class DealReviewer {
    let context: DealContext
    private let model: ReviewModel
    private let trees: ReviewTrees
    /// What the frames made of the text.
    let deals: ReviewDeals
    let features: ReviewFeatures

    /// What the triggers of a text are, by sentence.
    private let triggers: [[Trigger]]

    /// The deals as frames found them, with whether they tell each, and the triggers of each sentence.
    init(_ candidates: [DealCandidate], told: [Bool], _ triggers: [[Trigger]], _ context: DealContext) {
        self.context = context
        self.triggers = triggers
        model = context.lexicon.review
        trees = context.lexicon.reviewTrees
        deals = ReviewDeals(candidates, told: told, context.document)
        features = ReviewFeatures(
            context, words: ReviewWords(context.document, context.entities), deals: deals,
            triggers: triggers, names: context.lexicon.reviewNames)
    }

    /// A deal that the text may tell, and how likely the trees have it, in thousandths.
    typealias Verdict = (unit: ReviewUnits.Unit, share: Int)

    /// The deals that are told.
    func reviewed() -> [DealCandidate] {
        guard model.isFitted else {
            return deals.candidates.indices.filter { deals.told[$0] }.map { deals.candidates[$0] }
        }
        let verdicts = verdicts()
        let ofPair = PairPlaces(verdicts.map(\.unit.pair))
        var told = deals.candidates.indices.compactMap { deals.told[$0] ? reviewed($0, verdicts, ofPair) : nil }
        add(verdicts, to: &told)
        return told
    }

    /// The deals that the text may tell.
    func units() -> [ReviewUnits.Unit] { ReviewUnits(ReviewOpinions(opinions()), deals, context).all }

    /// What the linear model says of all candidates, but for nearly all two of whom neither frames nor it make anything.
    private func opinions() -> [ReviewOpinions.Opinion] {
        var opinions: [ReviewOpinions.Opinion] = []
        opinions.reserveCapacity(context.document.sentences.count)
        let none = ReviewScore(model: model)
        var (base, score) = (none, none)
        visit { sentence, candidates in
            base.restart(from: none)
            features.add(sentence, to: &base)
            let goods = features.strongest(in: sentence)
            for candidate in candidates {
                score.restart(from: base)
                features.add(candidate, goods: goods, to: &score)
                let scores = score.scores
                let isTold = !deals.deals(of: ReviewDeals.Pair(candidate.first, candidate.second)).isEmpty
                guard isTold || !model.isPlainlyNone(scores) else { continue }
                let shares = model.probabilities(scores)
                guard isTold || shares[0] < 1000 - Self.unlikely else { continue }
                opinions.append(
                    .init(
                        candidate: candidate,
                        shares: ReviewModel.types(shares),
                        none: shares[0], isForward: scores[ReviewModel.direction] >= 0))
            }
        }
        return opinions
    }

    /// What no deal at all is likelier than by so much, in thousandths, is not kept.
    private static let unlikely = 100

    /// The deals that the text may tell, likeliest first.
    func verdicts() -> [Verdict] {
        guard model.isFitted else { return [] }
        return units().map { (unit: $0, share: trees.share($0.measures)) }.sorted {
            ($0.share, $1.unit.pair.low, $1.unit.pair.high, $1.unit.type.index)
                > ($1.share, $0.unit.pair.low, $0.unit.pair.high, $0.unit.type.index)
        }
    }

    /// Hands out the candidates of each sentence that has some.
    func visit(_ body: (_ sentence: Int, _ candidates: [ReviewCandidate]) -> Void) {
        ReviewCandidates(words: features.words, protagonist: context.entities.protagonist).visit(body)
    }

    /// A deal of the frames as the review has it; `nil` where it is not told.
    private func reviewed(_ deal: Int, _ verdicts: [Verdict], _ ofPair: PairPlaces) -> DealCandidate? {
        var candidate = deals.candidates[deal]
        let pairs = ReviewDeals.pairs(of: candidate)
        // The likeliest of all types, and of its own: of those as likely the first one.
        var (likeliest, own): (Int?, Int?)
        func isLikelier(_ place: Int, than other: Int?) -> Bool {
            other.map { verdicts[place].share > verdicts[$0].share } ?? true
        }
        for pair in pairs {
            var next = ofPair.first(pair)
            while let place = next {
                if isLikelier(place, than: likeliest) { likeliest = place }
                if verdicts[place].unit.type == candidate.type, isLikelier(place, than: own) { own = place }
                next = ofPair.next(behind: place)
            }
        }
        // What it never saw it does not judge.
        guard var best = likeliest else { return candidate }
        let isOneOfSeveral = pairs.contains { isTold($0, beside: deal) }
        // Of two deals of the same two, each keeps its type; in a brief it stands where its own sentence speaks for it most.
        if let own, isOneOfSeveral || verdicts[best].share - verdicts[own].share < trees.retype { best = own }
        let (share, type) = (verdicts[best].share, verdicts[best].unit.type)
        guard share >= trees.keep || isBrief && isOneOfSeveral && verdicts[best].unit.isLikeliestInItsSentence else {
            return nil
        }
        if type != candidate.type {
            candidate.change(to: type)
            candidate.confidence = share
        } else {
            // On articles left out, three parts of the frames' confidence and one of the trees' are nearest to the truth, where
            // that is no less than what the trees say.
            candidate.confidence = max(share, (3 * candidate.confidence + share) / 4)
        }
        return candidate
    }

    /// Whether the frames tell another deal of two.
    private func isTold(_ pair: ReviewDeals.Pair, beside deal: Int) -> Bool {
        deals.deals(of: pair).contains { $0 != deal && deals.told[$0] }
    }

    /// Adds the deals of two of whom none is told, or none of this type: the likeliest first.
    private func add(_ verdicts: [Verdict], to told: inout [DealCandidate]) {
        var covered: Covered = (WordSet(), WordSet(), WordSet())
        for deal in told.indices { cover(told[deal], in: &covered) }
        var added = 0
        // Likeliest first: none behind one that is not likely enough is.
        for (unit, share) in verdicts.prefix(while: { $0.share >= trees.tell })
        where mayAdd(unit, share) && !isCovered(unit, by: covered) {
            guard added < Self.most else { break }
            guard var deal = unsure(unit) ?? deal(unit) else { continue }
            added += 1
            deal.confidence = share
            cover(deal, in: &covered)
            if !join(deal, into: &told) { told.append(deal) }
        }
    }

    /// Of whom deals are told: the groups that they belong to, the two themselves, and the two with the type.
    private typealias Covered = (groups: WordSet, pairs: WordSet, types: WordSet)

    private func cover(_ deal: DealCandidate, in covered: inout Covered) {
        for pair in ReviewDeals.pairs(of: deal) {
            covered.groups.insert(owners(of: pair).key)
            covered.pairs.insert(pair.key)
            covered.types.insert(ReviewHash.join(pair.key, UInt64(deal.type.index)))
        }
    }

    /// Whether a deal of two, or of their groups, is told: one of another type, of just these two, leaves room for it.
    private func isCovered(_ unit: ReviewUnits.Unit, by covered: Covered) -> Bool {
        guard covered.groups.contains(owners(of: unit.pair).key) else { return false }
        return !covered.pairs.contains(unit.pair.key)
            || covered.types.contains(ReviewHash.join(unit.pair.key, UInt64(unit.type.index)))
    }

    /// Whether a deal that the frames do not tell, and that is likely enough, may be added.
    private func mayAdd(_ unit: ReviewUnits.Unit, _ share: Int) -> Bool {
        guard !isFamily(unit.pair) else { return false }
        return !isBrief || share >= Self.half && unit.isLikeliestInItsSentence
    }

    /// Makes whoever gives money one of those whom the same sentence has give money to the same: what they give together is
    /// one deal. Where the sentence has several sums, they are several.
    func join(_ deal: DealCandidate, into told: inout [DealCandidate]) -> Bool {
        guard deal.type == .investment || deal.type == .financing, deal.parties.count == 2,
            let giver = deal.parties.first(where: { $0.role == deal.type.role(ofSide: 0) }),
            let taker = deal.parties.first(where: { $0.role == deal.type.role(ofSide: 1) }),
            let sentence = deal.anchors.first?.tokens,
            context.literals(in: sentence).count(where: { $0.kind == .money }) < 2
        else { return false }
        let together = told.indices.first { index in
            told[index].type == deal.type
                && told[index].parties.contains { $0.role == taker.role && $0.entity == taker.entity }
                && told[index].anchors.contains { $0.tells && $0.tokens.overlaps(sentence) }
        }
        guard let together, told[together].parties.count < Self.most else { return false }
        told[together].parties.insert(giver, at: told[together].parties.count { $0.role == giver.role })
        return true
    }

    /// The deal of two that the frames found and were not sure of.
    private func unsure(_ unit: ReviewUnits.Unit) -> DealCandidate? {
        deals.deals(of: unit.pair).first { deals.candidates[$0].type == unit.type }.map { deals.candidates[$0] }
    }

    /// Whether the text is shorter than the articles that trees are grown on, so that its sentences must say more.
    private var isBrief: Bool { context.document.sentences.count <= Self.brief }

    /// What a deal that is as likely as not has, in thousandths.
    private static let half = 500

    /// How many deals of an article are added, and how many sentences a brief has.
    private static let (most, brief) = (100, 6)

    /// The groups that two belong to: a deal with a company is no other than that with its group.
    private func owners(of pair: ReviewDeals.Pair) -> ReviewDeals.Pair {
        ReviewDeals.Pair(
            owner(of: pair.low) { _ in false } ?? pair.low, owner(of: pair.high) { _ in false } ?? pair.high)
    }

    /// Whether one of two owns the other; sisters may have deals.
    private func isFamily(_ pair: ReviewDeals.Pair) -> Bool {
        owner(of: pair.low) { $0 == pair.high } == pair.high || owner(of: pair.high) { $0 == pair.low } == pair.low
    }

    /// Of who owns a company, who owns its owner and so on, as far as the text names them: the first one that is looked for,
    /// else the last one.
    private func owner(of entity: Int, isLookedFor: (Int) -> Bool) -> Int? {
        var owner: Int?
        for _ in 0..<Self.generations {
            guard let parent = context.entities.all[owner ?? entity].parent else { break }
            owner = parent
            if isLookedFor(parent) { break }
        }
        return owner
    }

    /// How many owners of owners there are at most.
    private static let generations = 4

    /// The deal that a sentence tells; `nil` where its words say that there is none.
    private func deal(_ unit: ReviewUnits.Unit) -> DealCandidate? {
        let (candidate, type) = (unit.opinion.candidate, unit.type)
        let sentence = context.document.sentences[candidate.sentence]
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
            parties: unit.sides.enumerated().map { side, entity in
                .init(
                    entity: entity, role: type.role(ofSide: side),
                    tokens: mention(of: entity, in: sentence) ?? latest(entity, before: sentence.lowerBound) ?? named)
            },
            anchors: [.init(tokens: sentence, trigger: trigger?.tokens ?? named, tells: true)],
            value: nil, rule: "deal.review", confidence: 0, features: nil)
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
