import Model

/// Reads what a deal is worth: the committed sum, no option, fee, advance, valuation or share move.
struct ValueReader: Sendable {
    private let cues: CueTable<AmountRole>

    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        cues = try CueTable(tables, "amounts", .amount, &gazetteer)
    }

    private struct Offer {
        let sum: Int
        let deal: Int
        var score: Int
        /// Whether it is that of a funding round as a whole.
        var isRound = false
    }

    /// The value of each deal; `months` are the lengths of their terms, for sums a year.
    func values(_ context: FieldContext, months: [Int?]) -> [Reading<Money>?] {
        let sums = sums(context)
        var offers: [Offer] = []
        let hushed = hushed(context)
        for place in sums.indices { offers += self.offers(place, sums, hushed, context) }
        offers += respective(sums, context)
        offers.sort { ($0.score, -$0.sum, -$0.deal) > ($1.score, -$1.sum, -$1.deal) }
        var best = [Int].filled(with: 0, count: sums.count)
        var ofDeal = [[Int]].filled(with: [], count: context.candidates.count)
        for offer in offers {
            best[offer.sum] = max(best[offer.sum], offer.score)
            ofDeal[offer.deal].append(offer.sum)
        }
        let rounds = rounds(offers, sums, context)
        var used = [Bool].filled(with: false, count: sums.count)
        for sum in rounds.values { used[sum] = true }
        var values = [Reading<Money>?].filled(with: nil, count: context.candidates.count)
        for offer in offers where values[offer.deal] == nil {
            let isRound = rounds[offer.deal] == offer.sum
            guard isRound || (rounds[offer.deal] == nil && !used[offer.sum]) else { continue }
            guard isRound || offer.score + Self.slack >= best[offer.sum] else { continue }
            let sum = sums[offer.sum]
            guard let money = money(sum, months: months[offer.deal]) else { continue }
            values[offer.deal] = Reading(value: money, tokens: sum.tokens, rule: sum.rule, score: offer.score)
            used[offer.sum] = true
            for other in ofDeal[offer.deal] where sums[other].sameAmount(as: sum) { used[other] = true }
        }
        return values
    }

    /// The sums of funding rounds, by deal: where one stands near the deal's best sum and is larger, that is a part of it.
    private func rounds(_ offers: [Offer], _ sums: [Sum], _ context: FieldContext) -> [Int: Int] {
        var best: [Int: Int] = [:]
        var rounds: [Int: Int] = [:]
        for offer in offers where context.candidates[offer.deal].type == .investment && best[offer.deal] == nil {
            best[offer.deal] = offer.sum
            if offer.isRound { rounds[offer.deal] = offer.sum }
        }
        func paragraph(_ sum: Int) -> Int { Int(context.document.tokens[sums[sum].tokens.lowerBound].paragraph) }
        for offer in offers where offer.isRound {
            guard let told = best[offer.deal], abs(paragraph(told) - paragraph(offer.sum)) <= 1,
                sums[told].currency == sums[offer.sum].currency,
                sums[offer.sum].bounds.leading > sums[rounds[offer.deal] ?? told].bounds.leading
            else { continue }
            rounds[offer.deal] = offer.sum
        }
        return rounds
    }

    /// The deals of which the text says that nobody tells their sum, with the sentence that says so.
    private func hushed(_ context: FieldContext) -> [Int: Int] {
        var hushed: [Int: Int] = [:]
        for match in cues.matches(in: 0..<context.document.tokens.count, of: context.document)
        where match.role == .undisclosed {
            guard let claim = context.scopes.claims(on: match.tokens, fits: { _ in true }).first,
                claim.score >= Self.hush
            else { continue }
            hushed[claim.deal] = Int(context.document.tokens[match.tokens.lowerBound].sentence)
        }
        return hushed
    }

    /// Whether a sentence itself tells the deal of a claim or refers to it.
    private func isTold(_ claim: DealScopes.Claim, in sentence: Int, _ context: FieldContext) -> Bool {
        claim.isTold && context.scopes.tellings[sentence].contains { $0.deal == claim.deal && !$0.implied }
    }

    private func offers(_ place: Int, _ sums: [Sum], _ hushed: [Int: Int], _ context: FieldContext) -> [Offer] {
        let sum = sums[place]
        guard let literal = sum.literal else { return [] }
        guard sum.bounds.leading >= Self.smallest, !isConversion(place, sums, context) else { return [] }
        let limits = Self.limits(place, sums, context.document)
        let matches = cues.matches(at: sum.tokens, of: context.document, limits: limits)
        let isQuoted = context.isQuoted(sum.tokens)
        let against = matches.filter { $0.role.disqualifies && !isOfDeal($0, of: sum, matches, context) }
        let sentence = Int(context.document.tokens[sum.tokens.lowerBound].sentence)
        guard against.allSatisfy({ $0.role == .appraisal }) else { return [] }
        return context.scopes.claims(on: sum.tokens) { _ in true }.compactMap { claim -> Offer? in
            let candidate = context.candidates[claim.deal]
            if !against.isEmpty, candidate.type != .acquisition { return nil }
            if let said = hushed[claim.deal], !(said...said + 1).contains(sentence),
                !isTold(claim, in: sentence, context)
            {
                return nil
            }
            var score = claim.score + agreement(matches, candidate.type)
            if candidate.value == literal { score += 30 }
            if sum.isRough { score -= 10 }
            if sum.isBare { score -= 8 }
            if isQuoted { score -= 22 }
            if candidate.type == .investment, candidate.value != literal, isForeign(matches) { return nil }
            if context.excluded.contains(literal) {
                guard isSure(claim, matches, candidate, literal) else { return nil }
                score -= 10
            }
            if context.document.isHeadline(sum.tokens.lowerBound) { score -= 4 }
            let isRound = matches.contains { $0.role == .round }
            return Offer(sum: place, deal: claim.deal, score: score, isRound: isRound)
        }.filter { $0.score >= (isQuoted ? Self.leastQuoted : Self.least) }
    }

    /// "worth 2 and 3 billion respectively": the sums of a sentence in the order of its deals.
    private func respective(_ sums: [Sum], _ context: FieldContext) -> [Offer] {
        let all = 0..<context.document.tokens.count
        var offers: [Offer] = []
        for match in cues.matches(in: all, of: context.document) where match.role == .respective {
            let sentence = context.document.sentence(of: match.tokens.lowerBound)
            let here = sums.indices.filter { sentence.contains(sums[$0].tokens.lowerBound) }
            let index = Int(context.document.tokens[match.tokens.lowerBound].sentence)
            let deals = context.scopes.tellings[index].filter { $0.tells && !$0.parts.isEmpty }
                .sorted { ($0.parts[0].lowerBound, $0.deal) < ($1.parts[0].lowerBound, $1.deal) }
            guard deals.count == here.count, deals.count > 1 else { continue }
            offers += zip(here, deals).map { Offer(sum: $0, deal: $1.deal, score: Self.ordered) }
        }
        return offers
    }

    /// The stretch between the sums on either side.
    private static func limits(_ place: Int, _ sums: [Sum], _ document: Document) -> Range<Int> {
        let tokens = sums[place].tokens
        let low = place > 0 ? min(sums[place - 1].tokens.upperBound, tokens.lowerBound) : 0
        let isLast = place + 1 == sums.count
        return low..<(isLast ? document.tokens.count : max(sums[place + 1].tokens.lowerBound, tokens.upperBound))
    }

    /// A valuation whose subject is the deal ("the contract is valued at") is its value.
    private func isOfDeal(
        _ match: CueTable<AmountRole>.Match, of sum: Sum, _ matches: [CueTable<AmountRole>.Match],
        _ context: FieldContext
    ) -> Bool {
        guard match.role == .valuation || match.role == .appraisal, match.isBefore else { return false }
        // "the transaction values the start-up at 3 billion"
        let valued = match.tokens.upperBound..<max(match.tokens.upperBound, sum.tokens.lowerBound)
        if match.role == .appraisal, !context.entities.organisations(in: valued).isEmpty { return false }
        return matches.contains {
            guard $0.role == .supply || $0.role == .purchase || $0.role == .rent || $0.role == .debt,
                $0.tokens.upperBound <= match.tokens.lowerBound
            else { return false }
            // "contracts that A values at 3 billion".
            let gap = $0.tokens.upperBound..<match.tokens.lowerBound
            if match.role == .valuation, gap.count <= Self.longestClause,
                context.entities.organisations(in: gap).isEmpty
            {
                return true
            }
            let isClause = match.role == .appraisal && !gap.contains { context.document.tokens[$0].kind != .word }
            return gap.count <= (isClause ? Self.longestClause : 1)
        }
    }

    /// Whether what the sum pays for, by the words near it, is what such a deal moves.
    private func agreement(_ matches: [CueTable<AmountRole>.Match], _ type: DealType) -> Int {
        let wanted = wanted(type)
        var score = 0
        if matches.contains(where: { $0.role == .became }) {
            score += 50
        } else if matches.contains(where: { $0.role == .raised }) {
            score += 25
        }
        if matches.contains(where: { $0.role == .part }) { score -= 18 }
        if matches.contains(where: { $0.role == .total }) { score += type == .investment ? 10 : -18 }
        let kinds = matches.filter(\.role.isKind)
        guard let nearest = kinds.first else { return score }
        if wanted.contains(nearest.role) { return score + 12 }
        if kinds.contains(where: { wanted.contains($0.role) }) { return score + 4 }
        let isOwed = nearest.role == .debt || nearest.role == .equity
        return score - (isOwed && nearest.distance <= Self.beside && type.hasCapacity ? 60 : 10)
    }

    /// Whether a sum that an estimate took is surely that of a deal: the sentence tells it and speaks of what it moves, the
    /// frame itself took it, or it is a sum of just that ("7 billion in rent").
    private func isSure(
        _ claim: DealScopes.Claim, _ matches: [CueTable<AmountRole>.Match], _ candidate: DealCandidate, _ literal: Int
    ) -> Bool {
        let agrees = agreement(matches, candidate.type) > 0
        if claim.score >= Self.sure { return agrees || candidate.value == literal }
        guard agrees, claim.score >= Self.likely, let nearest = matches.first(where: \.role.isKind) else {
            return false
        }
        return nearest.distance <= 1 && wanted(candidate.type).contains(nearest.role)
    }

    /// Whether a sum buys no shares: what it is of stands right beside it, and nothing near speaks of shares.
    private func isForeign(_ matches: [CueTable<AmountRole>.Match]) -> Bool {
        let kinds = matches.filter(\.role.isKind)
        guard let nearest = kinds.first, nearest.distance <= Self.beside else { return false }
        return !kinds.contains { $0.role == .equity }
    }

    private func wanted(_ type: DealType) -> [AmountRole] {
        switch type {
        case .financing: [.debt]
        case .investment: [.equity]
        case .acquisition: [.purchase]
        case .datacenter: [.rent, .supply]
        case .compute, .hardware, .power, .partnership: [.supply]
        }
    }

    /// Whether a sum only repeats the one before it in another currency, in brackets.
    private func isConversion(_ place: Int, _ sums: [Sum], _ context: FieldContext) -> Bool {
        let sum = sums[place]
        guard place > 0, context.document.tokens[sum.tokens.lowerBound].flags.contains(.bracketed) else { return false }
        let before = sums[place - 1]
        return sum.currency != before.currency && sum.tokens.lowerBound - before.tokens.upperBound <= 3
    }

    private func money(_ sum: Sum, months: Int?) -> Money? {
        guard let currency = try? Currency(sum.currency) else { return nil }
        guard let per = sum.per else { return Money(sum.bounds, currency) }
        guard let months else { return nil }
        func whole(_ amount: Int?) -> Int? {
            guard let amount else { return nil }
            let (product, overflow) = amount.multipliedReportingOverflow(by: months)
            return overflow ? nil : product / per
        }
        guard let bounds = try? Bounds(min: whole(sum.bounds.min), max: whole(sum.bounds.max)) else { return nil }
        return Money(bounds, currency)
    }

    /// How much lower than a sum's best offer another one may be.
    private static let slack = 14
    /// The least score of an offer.
    private static let least = 36
    /// The least score with which a deal's sum is said to be told by nobody.
    private static let hush = 50
    /// The least score of an offer in what somebody says.
    private static let leastQuoted = 40
    /// How many words may stand between a deal and the verb that tells what somebody values it at.
    private static let longestClause = 5
    /// How near a word for debt or shares says that a sum pays for no goods.
    private static let beside = 3
    /// The score of a sum that its order gives to a deal.
    private static let ordered = 150
    /// From which score on a sentence surely tells a deal, whatever else took the sum for itself.
    private static let sure = 100
    /// The same where the sum itself says what it pays for.
    private static let likely = 50
    /// Below this a sum is the price of a thing.
    private static let smallest = 10_000
}

/// A sum of money in the text.
private struct Sum {
    /// The literal, by index.
    let literal: Int?
    let tokens: Range<Int>
    let bounds: Bounds
    let currency: String
    /// Months that the sum is paid for, where it is paid again and again.
    let per: Int?
    /// Whether the text names no currency.
    let isBare: Bool
    let rule: String

    /// Whether only its order of magnitude is known.
    var isRough: Bool {
        guard let min = bounds.min, let max = bounds.max else { return false }
        return max > min.multipliedReportingOverflow(by: 5).partialValue && min > 0
    }

    func sameAmount(as other: Sum) -> Bool {
        bounds == other.bounds && currency == other.currency && per == other.per
    }
}

extension ValueReader {
    /// The sums of the text, also those whose currency is left out because one stands before ("of which 180 million").
    private func sums(_ context: FieldContext) -> [Sum] {
        var sums: [Sum] = []
        for index in context.literals(of: .money, .number) {
            let literal = context.literals[index]
            guard let bounds = bounds(literal, context) else { continue }
            if literal.kind == .money, let unit = literal.unit {
                guard !isName(literal, context) else { continue }
                guard let per = months(of: literal.per) else { continue }
                sums.append(
                    Sum(
                        literal: index, tokens: literal.tokens, bounds: bounds, currency: unit, per: per.value,
                        isBare: false, rule: literal.rule))
            } else if let last = sums.last, bounds.leading >= 1_000_000, isBare(literal, context) {
                sums.append(
                    Sum(
                        literal: index, tokens: literal.tokens, bounds: bounds, currency: last.currency, per: nil,
                        isBare: true, rule: "value.bare"))
            }
        }
        return sums
    }

    /// The figure; of "raised from 1.8 to 3.2 billion" the new one.
    private func bounds(_ literal: Literal, _ context: FieldContext) -> Bounds? {
        guard let bounds = literal.bounds, let max = bounds.max, let min = bounds.min, min < max else {
            return literal.bounds
        }
        let document = context.document
        let floor = document.sentence(of: literal.tokens.lowerBound).lowerBound
        let before = cues.matches(at: literal.tokens, of: document, limits: floor..<literal.tokens.upperBound)
        let isStep =
            before.contains { $0.role == .step }
            || cues.matches(in: literal.tokens, of: document).contains { $0.role == .from }
        guard isStep else { return bounds }
        return before.contains { $0.role == .raised || $0.role == .became } ? try? Bounds(min: max, max: max) : bounds
    }

    /// Whether a currency's code is the name of a company ("AMD").
    private func isName(_ literal: Literal, _ context: FieldContext) -> Bool {
        context.entities.organisations(in: literal.tokens).contains {
            $0.tokens.upperBound <= literal.tokens.upperBound
        }
    }

    /// The months of a period; `nil` where it is shorter than a month, and no value where there is none.
    private func months(of period: String?) -> (value: Int?, Void)? {
        switch period {
        case nil: (nil, ())
        case "month": (1, ())
        case "quarter": (3, ())
        case "year": (12, ())
        default: nil
        }
    }

    /// Whether a number is a sum without its currency: a magnitude word ends it, and no noun follows.
    private func isBare(_ literal: Literal, _ context: FieldContext) -> Bool {
        let end = literal.tokens.upperBound
        guard context.document.tokens[end - 1].kind == .word else { return false }
        guard end < context.document.tokens.count, context.document.tokens[end].kind == .word else { return true }
        return cues.matches(at: literal.tokens, of: context.document, limits: literal.tokens.lowerBound..<end + 3)
            .contains { $0.role == .bare }
    }
}
