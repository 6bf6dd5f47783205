import Model

/// The deals that a text may tell, with all that is known of each: of two and a type.
struct ReviewUnits {
    /// A possible deal of two.
    struct Unit {
        let pair: ReviewDeals.Pair
        let type: DealType
        /// Where it is likeliest.
        let opinion: ReviewOpinions.Opinion
        /// In the order of ``ReviewMeasure/names``.
        fileprivate(set) var measures: [Int32]

        /// Whether the sentence where it is likeliest has it likelier than no deal and than any other.
        var isLikeliestInItsSentence: Bool {
            opinion.shares[type.index] > opinion.none && opinion.shares[type.index] == opinion.shares.max()
        }

        /// What is known, by name, but for what is 0.
        var known: [String] { zip(ReviewMeasure.names, measures).filter { $1 != 0 }.map { "\($0) \($1)" } }

        /// Who is on the first side and who on the second, as the linear model has it.
        var sides: [Int] {
            let candidate = opinion.candidate
            return opinion.isForward ? [candidate.first, candidate.second] : [candidate.second, candidate.first]
        }
    }

    private(set) var all: [Unit] = []

    /// How likely the likeliest deal of two must be, and one of a type, for it to be looked at, in thousandths.
    private static let (leastOfPair, leastOfType) = (100, 80)
    /// From when on a sentence speaks for a deal, in thousandths.
    private static let speaks = 200

    init(_ opinions: ReviewOpinions, _ deals: ReviewDeals, _ context: DealContext) {
        var uses = [Int32].filled(with: 0, count: context.entities.all.count)
        var (companies, likely) = (0, 0)
        for place in opinions.pairs.indices {
            let pair = opinions.pairs[place]
            let own = opinions.ofPair(place)
            likely += own.reduce(0) { max($0, opinions.all[$1].share) }
            let types = Self.types(of: pair, own, opinions, deals)
            for type in DealType.allCases where types & Self.bit(type) != 0 {
                all.append(Self.unit(pair, type, own, opinions, deals, context))
                for entity in [pair.low, pair.high] {
                    if uses[entity] == 0 { companies += 1 }
                    uses[entity] += 1
                }
            }
        }
        for index in all.indices {
            let (one, other) = (uses[all[index].pair.low], uses[all[index].pair.high])
            all[index][.busier] = max(one, other)
            all[index][.quieter] = min(one, other)
            all[index][.sentences] = Int32(clamping: context.document.sentences.count)
            all[index][.companies] = Int32(clamping: companies)
            all[index][.pairs] = Int32(clamping: opinions.pairs.count)
            all[index][.likely] = Int32(clamping: likely / 100)
        }
    }

    /// The bit of a type in a set of some.
    private static func bit(_ type: DealType) -> UInt64 { 1 << UInt64(type.index) }

    /// Which types a deal of two may have, a bit each; `own` are the opinions of the two.
    private static func types(
        of pair: ReviewDeals.Pair, _ own: ArraySlice<Int>, _ opinions: ReviewOpinions, _ deals: ReviewDeals
    ) -> UInt64 {
        var types: UInt64 = 0
        for deal in deals.deals(of: pair) where deals.told[deal] { types |= bit(deals.candidates[deal].type) }
        var shares = SIMD8<Int32>.zero
        for index in own { shares = pointwiseMax(shares, opinions.all[index].shares) }
        guard types != 0 || shares.max() >= leastOfPair else { return 0 }
        for type in DealType.allCases where shares[type.index] >= leastOfType { types |= bit(type) }
        return types
    }

    private static func unit(
        _ pair: ReviewDeals.Pair, _ type: DealType, _ own: ArraySlice<Int>, _ opinions: ReviewOpinions,
        _ deals: ReviewDeals, _ context: DealContext
    ) -> Unit {
        let column = type.index
        var best = own[own.startIndex]
        for index in own where opinions.all[index].shares[column] > opinions.all[best].shares[column] { best = index }
        let opinion = opinions.all[best]
        var unit = Unit(
            pair: pair, type: type, opinion: opinion, measures: .filled(with: 0, count: ReviewMeasure.count))
        var (rest, other, named, supports): (Int32, Int32, Int32, Int32) = (1000, 0, 0, 0)
        for index in own {
            var shares = opinions.all[index].shares
            let share = shares[column]
            if index != best { rest = rest * (1000 - share) / 1000 }
            if share > speaks { supports += 1 }
            if opinions.all[index].candidate.isNamed { named += 1 }
            shares[column] = 0
            other = max(other, shares.max())
            if index == best { unit[.otherHere] = shares.max() }
        }
        unit[.share] = opinion.shares[column]
        unit[.none] = opinion.none
        unit[.other] = other
        unit[.again] = 1000 - rest
        unit[.supports] = supports
        unit[.opinions] = Int32(clamping: own.count)
        unit[.named] = named
        unit.measures[ReviewMeasure.place(of: type)] = 1
        unit.addSentence(opinions.ofSentence(around: best), context)
        unit.addFrames(deals)
        return unit
    }
}

extension ReviewUnits.Unit {
    fileprivate subscript(measure: ReviewMeasure) -> Int32 {
        get { measures[measure.rawValue] }
        set { measures[measure.rawValue] = newValue }
    }

    /// What the sentence says where it is likeliest; `others` are the opinions of that sentence.
    fileprivate mutating func addSentence(_ others: ArraySlice<ReviewOpinions.Opinion>, _ context: DealContext) {
        let sentence = opinion.candidate.sentence
        self[.isNamed] = opinion.candidate.isNamed ? 1 : 0
        self[.isHeadline] = sentence == 0 ? 1 : 0
        self[.place] = Int32(clamping: sentence)
        let protagonist = context.entities.protagonist
        self[.isProtagonist] = pair.low == protagonist || pair.high == protagonist ? 1 : 0
        let literals = context.literalIndices(in: context.document.sentences[sentence])
        self[.hasMoney] = literals.contains { context.literals[$0].kind == .money } ? 1 : 0
        self[.crowd] = Int32(clamping: others.count)
        for other in others {
            guard other.candidate.names(pair.low) != other.candidate.names(pair.high) else { continue }
            self[.rival] = max(self[.rival], other.shares.max())
            self[.rivalOfType] = max(self[.rivalOfType], other.shares[type.index])
        }
    }

    /// What frames made of the two.
    fileprivate mutating func addFrames(_ deals: ReviewDeals) {
        for deal in deals.deals(of: pair) {
            let candidate = deals.candidates[deal]
            guard candidate.type == type else {
                if deals.told[deal] { self[.isToldOther] = 1 }
                continue
            }
            guard deals.told[deal] else {
                self[.isUnsure] = 1
                continue
            }
            guard self[.isTold] == 0 else { continue }
            self[.isTold] = 1
            self[.confidence] = Int32(candidate.confidence)
            for (place, value) in (candidate.features?.values ?? []).enumerated() {
                measures[ReviewMeasure.features + place] = Int32(value)
            }
        }
        if self[.isTold] == 1 { self[.isUnsure] = 0 }
    }
}
