import Model

/// One sentence with sums of money, as the search for estimates sees it.
struct EstimateSentence {
    /// A sum that somebody expects.
    struct Reading {
        var literal: Int
        var value: Money
        var valueTokens: Range<Int>
        var source: EstimateSource?
        var subject: Range<Int>
        var isOwnPlan: Bool
        /// Whether it stands beside any deal.
        var isSure = true
        /// Whether it is what was planned once: it yields to a newer figure.
        var isFormer = false
        var from: Int?
        var to: Int?
        var years: Range<Int>?
        var region: String?

        /// Whether no deal may have the sum: a company's own plan keeps it without a year too.
        var keepsSum: Bool { isSure || isOwnPlan && to == nil }
    }

    struct Word {
        let word: EstimateWord
        let tokens: Range<Int>
    }

    let document: Document
    let entities: Entities
    let tokens: Range<Int>
    let found: [Word]
    let speakers: [EntityMention]
    let regions: EstimateRegions
    let literals: [Literal]
    let range: Range<Int>
    let published: Day?
    let spans: [YearSpan]
    /// What the sentence before said last.
    let earlier: Reading?
    /// What was said last in these paragraphs for years that were named.
    let recent: Reading?
    /// Whether all its sums stand between quotation marks.
    let isQuote: Bool

    /// How far a verb of spending may stand behind the word of intention, and the sum behind the verb.
    static let planReach = 5
    static let sumReach = 14
    /// How far a forecast's verb and its market may stand from the sum.
    static let forecastReach = 30

    init(
        document: Document, entities: Entities, tokens: Range<Int>, literals: [Literal], range: Range<Int>,
        words: [Word], published: Day?, regions: EstimateRegions, earlier: Reading?, recent: Reading?, isQuote: Bool
    ) {
        self.document = document
        self.entities = entities
        self.tokens = tokens
        self.literals = literals
        self.range = range
        self.published = published
        self.regions = regions
        self.earlier = earlier
        self.recent = recent
        self.isQuote = isQuote
        found = words
        speakers = entities.mentions(in: tokens).filter { mention in
            [.organisation, .person, .government, .place].contains(entities.all[mention.entity].kind)
        }
        spans = YearSpan.spans(
            in: document, tokens, literals: literals[range], words: found, published: published,
            earlier: earlier?.to)
    }

    /// The sums of the sentence that are estimates.
    func readings() -> [Reading] {
        var readings: [Reading] = []
        for index in range where literals[index].kind == .money {
            let place = literals[index].tokens
            guard place.upperBound <= tokens.upperBound, let value = money(index), isPlausible(index),
                isQuote || !document.tokens[place.lowerBound].flags.contains(.quoted),
                !isOld(index), !isOver(place), !takesCompany(behind: place)
            else { continue }
            let told = isQuote ? foretold(index, value) : told(index, value, behind: readings.last)
            guard var reading = told, !isJoint(reading) else { continue }
            setYears(&reading, like: readings.last ?? earlier.flatMap { $0.isOwnPlan || !reading.isSure ? $0 : nil })
            addUp(&reading)
            // Without a year it may be the price of a deal.
            if reading.to == nil { reading.isSure = false }
            reading.isFormer = isFormer(index)
            let isForeseen = !reading.isOwnPlan && found.contains { $0.word == .forecast || $0.word == .source }
            if !isForeseen && isPaid(place) || reading.isFormer && reading.to == nil { continue }
            readings.append(reading)
        }
        return readings
    }

    /// What a sentence outside quotation marks says of a sum; `last` is its estimate before.
    private func told(_ index: Int, _ value: Money, behind last: Reading?) -> Reading? {
        if let reading = listed(index, value, last ?? earlier) ?? forecast(index, value) ?? headed(index, value) {
            return reading
        }
        return plan(index, value, last) ?? continuation(index, value, last) ?? dated(index, value)
            ?? followed(index, value)
    }

    /// Whether a sum may be an estimate: not the price of a share, and none in brackets behind another without a year of
    /// its own, as conversions and old figures are ("(was 9 billion)").
    private func isPlausible(_ index: Int) -> Bool {
        let place = literals[index].tokens
        guard literals[index].max ?? literals[index].min ?? 0 >= Self.least else { return false }
        guard index > range.lowerBound, document.tokens[place.lowerBound].flags.contains(.bracketed),
            literals[range.lowerBound..<index].contains(where: { $0.kind == .money })
        else { return true }
        let isDated = spans.contains { span in
            document.tokens[span.tokens.lowerBound].flags.contains(.bracketed) && distance(span.tokens, place) <= 3
        }
        return isDated
    }

    /// The smallest sum that a market or a plan has.
    private static let least = 1_000_000.0

    // MARK: - Kinds

    /// A company's own spending: "plans to spend X", "capital expenditure of X", "wants X of projects built".
    private func plan(_ index: Int, _ value: Money, _ last: Reading?) -> Reading? {
        let place = literals[index].tokens
        let spend = found.last { word in
            guard word.tokens.upperBound <= place.lowerBound, place.lowerBound - word.tokens.upperBound <= Self.sumReach
            else { return false }
            return word.word == .dedicate || word.word == .spend && isPlanned(word.tokens)
        }
        let capex = nearest(to: place, within: Self.sumReach) { $0 == .capex }
        guard let cue = spend ?? capex ?? wanted(place) ?? revised(place),
            !isOther(place, unless: spend == nil && capex != nil),
            spend != nil || !isPast(place) && !isRevenue(place)
        else {
            return nil
        }
        if let spend, isSpentOnCompany(spend.tokens, index, last) { return nil }
        // "Capital spending will reach X": of whom the sentence before spoke.
        let topic = capex.flatMap { meant(by: $0.tokens.lowerBound) }
        let named = planner(before: cue.tokens.lowerBound) ?? planner(before: place.lowerBound) ?? topic
        let possessor = capex.flatMap { owner(of: $0.tokens.lowerBound) }
        let source = named ?? trailingSpeaker ?? possessor
        guard source != nil || isSomeones(cue.tokens) else { return nil }
        let subject = capex?.tokens ?? cue.tokens
        return reading(index, value, source, subject, isOwnPlan: true, from: place.upperBound)
    }

    /// "wants X of projects built", "has pledged X by 2030": a word of intention directly before the sum.
    private func wanted(_ place: Range<Int>) -> Word? {
        guard !isOther(place, unless: true), !isRevenue(place) else { return nil }
        let end = place.upperBound..<place.upperBound + 1
        let isSpent = nearest(to: end, within: 6) { $0 == .market || $0 == .spend } != nil
        let isDated = spans.contains {
            $0.tokens.lowerBound >= end.lowerBound && distance($0.tokens, end) <= Self.sumReach
        }
        return found.first { word in
            word.word == .plan && (0...2).contains(place.lowerBound - word.tokens.upperBound)
                && (place.lowerBound == word.tokens.upperBound || !isSomebody(word.tokens.upperBound))
                && (isSpent || isDated && !found.contains { $0.word == .forecast && $0.tokens == word.tokens })
        }
    }

    /// What somebody expects of a market: "X expects spending of Y", "the market will reach Y, according to X".
    private func forecast(_ index: Int, _ value: Money) -> Reading? {
        let place = literals[index].tokens
        let cue = nearest(to: place, within: Self.forecastReach) { $0 == .forecast }
        let attribution = found.first { $0.word == .source }
        // "sales of X worldwide" are those of a market, "sales of X" whose who tells them.
        let leastSales = found.contains { $0.word == .world } ? 0 : 2
        let market =
            nearest(to: place, within: Self.sumReach) { $0 == .market || $0 == .capex }
            ?? found.first { $0.word == .sales && (leastSales...Self.sumReach).contains(distance($0.tokens, place)) }
            ?? nearest(to: place, within: Self.sumReach) { $0 == .spend || $0 == .dedicate }
        let payment = paymentOfOthers(behind: cue, place)
        let subject =
            market?.tokens ?? payment ?? cue.flatMap { actors(behind: $0.tokens.upperBound, place) }
            ?? found.first { $0.word == .forecast }.flatMap { actors(behind: $0.tokens.upperBound, place) }
        guard let subject, cue != nil || attribution != nil || isReported(subject, place),
            isSpentByOthers(behind: cue, place)
                || !isOther(place, unless: false, orPayment: payment == nil, orNamesMarket: true)
        else { return nil }
        // "Meta expects capital spending of X": its own plan, unless somebody else's spending is meant.
        if let cue, let market, market.word == .capex || market.word == .spend && isPlanned(market.tokens),
            attribution == nil,
            !isOfOthers(cue.tokens.upperBound..<max(cue.tokens.upperBound, market.tokens.lowerBound))
        {
            return nil
        }
        let isExpected = cue != nil || hasFutureYear
        let source =
            attribution.flatMap { attributed(behind: $0.tokens.upperBound) }
            ?? cue.flatMap { planner(before: $0.tokens.lowerBound) } ?? trailingSpeaker
        guard isExpected, hasFutureYear || source != nil else { return nil }
        return reading(
            index, value, source, subject, isOwnPlan: false,
            from: min(cue?.tokens.upperBound ?? tokens.lowerBound, max(tokens.lowerBound, subject.lowerBound - 3))
        )
    }

    /// "X thinks that lenders will have to find Y by 2030": who does what, where no company is named and a year is.
    private func actors(behind start: Int, _ place: Range<Int>) -> Range<Int>? {
        guard start < place.lowerBound, place.lowerBound - start <= Self.forecastReach, hasFutureYear,
            spans.contains(where: { $0.tokens.lowerBound >= place.upperBound }),
            let verb = found.first(where: {
                $0.word == .future && $0.tokens.lowerBound > start && $0.tokens.upperBound <= place.lowerBound
            }), isOfOthers(start..<verb.tokens.lowerBound),
            !entities.organisations(in: start..<tokens.upperBound).contains(where: { !$0.possessive })
        else { return nil }
        return start..<verb.tokens.lowerBound
    }

    /// "Spending will reach X, said Y": the sum of a market behind a verb of the future, and who says so at the end.
    private func isReported(_ subject: Range<Int>, _ place: Range<Int>) -> Bool {
        trailingSpeaker != nil
            && found.contains {
                $0.word == .future && $0.tokens.lowerBound >= subject.upperBound
                    && $0.tokens.upperBound <= place.lowerBound
            }
    }

    /// "Alphabet expects to invest X this year; Meta, Y; Amazon, Z": a name directly before the sum.
    private func listed(_ index: Int, _ value: Money, _ last: Reading?) -> Reading? {
        guard let last, last.isOwnPlan else { return nil }
        let place = literals[index].tokens
        guard
            let company = speakers.last(where: {
                $0.tokens.upperBound <= place.lowerBound && place.lowerBound - $0.tokens.upperBound <= 3
            }), !company.possessive, entities.all[company.entity].kind == .organisation,
            company.entity != last.source?.entity, !isGoverned(company), !isOther(place, unless: false)
        else { return nil }
        let isNew = company.tokens.lowerBound >= last.valueTokens.upperBound
        let gap = company.tokens.upperBound..<place.lowerBound
        guard isNew, !found.contains(where: { [.other, .spend].contains($0.word) && gap.overlaps($0.tokens) }) else {
            return nil
        }
        // Across a full stop only where the sentence begins so.
        if last.valueTokens.upperBound <= tokens.lowerBound, !opensClause(company.tokens.lowerBound) { return nil }
        return reading(
            index, value, EstimateSource(company), last.subject, isOwnPlan: true, from: place.upperBound)
    }

    /// "X in 2026 and Y in 2028"; of a plan only where each sum has its own year.
    private func continuation(_ index: Int, _ value: Money, _ last: Reading?) -> Reading? {
        guard let last else { return nil }
        let place = literals[index].tokens
        let mine = spans.first { $0.tokens.lowerBound >= place.upperBound }
        guard let mine, !isOther(place, unless: false) else { return nil }
        if last.isOwnPlan, mine.tokens.lowerBound - place.upperBound > 1 || last.to.map({ $0 >= mine.to }) ?? true {
            return nil
        }
        var next = reading(
            index, value, last.source, last.subject, isOwnPlan: last.isOwnPlan, from: place.upperBound)
        next.isSure = last.isSure
        next.region = last.region
        return next
    }

    func reading(
        _ index: Int, _ value: Money, _ source: EstimateSource?, _ subject: Range<Int>, isOwnPlan: Bool,
        from start: Int
    ) -> Reading {
        Reading(
            literal: index, value: value, valueTokens: literals[index].tokens, source: source,
            subject: isOwnPlan ? subject : phrase(from: subject), isOwnPlan: isOwnPlan,
            region: found.contains { $0.word == .world } && !isOwnPlan
                ? EstimateRegions.world : regions.code(in: start..<tokens.upperBound, document, entities))
    }

    /// The noun phrase that a market word begins, up to the verb, the sum or a mark.
    private func phrase(from market: Range<Int>) -> Range<Int> {
        var end = market.upperBound
        while end < tokens.upperBound, end - market.lowerBound < 8,
            document.tokens[end].kind == .word || document.tokens[end].kind == .hyphen,
            !found.contains(where: {
                $0.tokens.lowerBound == end && [.forecast, .future, .plan, .until].contains($0.word)
            }),
            !literals[range].contains(where: { $0.tokens.contains(end) })
        {
            end += 1
        }
        while end > market.upperBound, document.hit(at: end - 1, .preposition) != nil { end -= 1 }
        return market.lowerBound..<end
    }

    // MARK: - Words

    func nearest(to place: Range<Int>, within reach: Int, _ accepts: (EstimateWord) -> Bool) -> Word? {
        found.filter { accepts($0.word) && distance($0.tokens, place) <= reach }
            .min { distance($0.tokens, place) < distance($1.tokens, place) }
    }

    func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        left.upperBound <= right.lowerBound
            ? right.lowerBound - left.upperBound : max(0, left.lowerBound - right.upperBound)
    }

    /// Whether a word of intention stands before a verb of spending.
    private func isPlanned(_ verb: Range<Int>) -> Bool {
        found.contains {
            [.plan, .future].contains($0.word) && $0.tokens.upperBound <= verb.lowerBound
                && verb.lowerBound - $0.tokens.upperBound <= Self.planReach
        }
    }

    /// Whether words between a forecast's verb and the spending speak of somebody else: "that utilities will".
    func isOfOthers(_ gap: Range<Int>) -> Bool {
        gap.count > 1
            && gap.contains { token in
                document.tokens[token].kind == .word && !found.contains { $0.tokens.contains(token) }
            }
    }

    /// Whether a comma or the like stands between two places.
    private func isCut(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        let low = min(one.upperBound, other.upperBound)
        let high = max(one.lowerBound, other.lowerBound)
        return low < high
            && (low..<high).contains { document.tokens[$0].kind == .comma || document.tokens[$0].kind == .colon }
    }

    private func opensClause(_ token: Int) -> Bool {
        guard token > tokens.lowerBound else { return true }
        let kind = document.tokens[token - 1].kind
        return kind == .comma || kind == .colon || found.contains { $0.word == .join && $0.tokens.upperBound == token }
    }

    /// Whether a word near a sum makes it another kind of sum. `namesMarket` tells that it does not where it only says what
    /// market is meant: "values the market", "the loan market".
    func isOther(
        _ place: Range<Int>, unless isCapex: Bool, orPayment countsPayments: Bool = true,
        orNamesMarket namesMarket: Bool = false
    ) -> Bool {
        let limit = isCapex ? 2 : 6
        let isMarket = !countsPayments || found.contains { $0.word == .market }
        return found.contains { word in
            (word.word == .other || word.word == .payment && countsPayments || word.word == .worth && !isMarket)
                && distance(word.tokens, place) <= limit && !isCut(word.tokens, place) && !changesPlan(word, place)
                && !isPastVerb(word, place) && !(namesMarket && isOfMarket(word))
        }
    }
}
