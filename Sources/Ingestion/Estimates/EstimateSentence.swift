import Model

/// One sentence with sums of money, as the search for estimates sees it.
struct EstimateSentence {
    /// A sum that somebody expects.
    struct Reading {
        var literal: Int
        var value: Money
        var valueTokens: Range<Int>
        var source: EntityMention?
        var subject: Range<Int>
        var isOwnPlan: Bool
        var from: Int?
        var to: Int?
        var years: Range<Int>?
        var region: String?
    }

    private struct Word {
        let word: EstimateWord
        let tokens: Range<Int>
    }

    private let document: Document
    private let entities: Entities
    private let tokens: Range<Int>
    private let literals: [Literal]
    private let range: Range<Int>
    private let found: [Word]
    private let published: Day?
    private let speakers: [EntityMention]
    private let spans: [YearSpan]

    /// How far a verb of spending may stand behind the word of intention, and the sum behind the verb.
    private static let planReach = 5
    private static let sumReach = 14

    init(
        document: Document, entities: Entities, tokens: Range<Int>, literals: [Literal], range: Range<Int>,
        words: [EstimateWord], published: Day?
    ) {
        self.document = document
        self.entities = entities
        self.tokens = tokens
        self.literals = literals
        self.range = range
        self.published = published
        found = document.hits(in: tokens, .estimate).map { Word(word: words[$0.row], tokens: $0.tokens) }
            .filter { !document.tokens[$0.tokens.lowerBound].flags.contains(.quoted) }
        speakers = entities.mentions.filter { mention in
            tokens.contains(mention.tokens.lowerBound)
                && [.organisation, .person, .government].contains(entities.all[mention.entity].kind)
        }
        spans = YearSpan.spans(
            in: document, tokens, literals: literals[range], words: found.map { ($0.word, $0.tokens) },
            published: published)
    }

    /// The sums of the sentence that are estimates.
    func readings() -> [Reading] {
        var readings: [Reading] = []
        for index in range where literals[index].kind == .money {
            guard let value = money(index), !isQuoted(literals[index].tokens), !isOld(index) else { continue }
            if var reading = plan(index, value) ?? forecast(index, value) ?? continuation(index, value, readings.last) {
                setYears(&reading, like: readings.last)
                readings.append(reading)
            }
        }
        return readings
    }

    // MARK: - Kinds

    /// A company's own spending: "plans to spend X", "capital expenditure of X".
    private func plan(_ index: Int, _ value: Money) -> Reading? {
        let place = literals[index].tokens
        let spend = found.last { word in
            word.word == .spend && word.tokens.upperBound <= place.lowerBound
                && place.lowerBound - word.tokens.upperBound <= Self.sumReach
                && found.contains {
                    $0.word == .plan && $0.tokens.upperBound <= word.tokens.lowerBound
                        && word.tokens.lowerBound - $0.tokens.upperBound <= Self.planReach
                }
        }
        let capex = found.first { word in
            word.word == .capex && distance(word.tokens, place) <= Self.sumReach
        }
        guard let cue = spend ?? capex, !isOther(place, unless: capex != nil) else { return nil }
        if capex == nil, takesCompany(behind: place) { return nil }
        guard let source = subject(before: cue.tokens.lowerBound) ?? subject(before: place.lowerBound) else {
            return nil
        }
        return reading(index, value, source, cue.tokens, isOwnPlan: true)
    }

    /// What somebody expects of a market: "X expects spending of Y", "the market will reach Y, according to X".
    private func forecast(_ index: Int, _ value: Money) -> Reading? {
        let place = literals[index].tokens
        let cue = found.filter { $0.word == .forecast }.min { distance($0.tokens, place) < distance($1.tokens, place) }
        let attribution = found.first { $0.word == .source }
        let market =
            found.filter { $0.word == .market || $0.word == .capex }.min {
                distance($0.tokens, place) < distance($1.tokens, place)
            } ?? found.first { $0.word == .spend }
        guard let market, cue != nil || (attribution != nil && hasFutureYear), !isOther(place, unless: false) else {
            return nil
        }
        var source = attribution.flatMap { word in speakers.first { $0.tokens.lowerBound >= word.tokens.upperBound } }
        if source == nil, let cue {
            source = subject(before: cue.tokens.lowerBound)
        }
        guard hasFutureYear || source != nil else { return nil }
        return reading(index, value, source, market.tokens, isOwnPlan: false)
    }

    /// "Alphabet expects to invest X this year; Meta, Y; Amazon, Z", and "X in 2026 and Y in 2028".
    private func continuation(_ index: Int, _ value: Money, _ last: Reading?) -> Reading? {
        guard let last else { return nil }
        let place = literals[index].tokens
        if last.isOwnPlan {
            guard
                let company = speakers.last(where: {
                    $0.tokens.upperBound <= place.lowerBound && place.lowerBound - $0.tokens.upperBound <= 3
                        && $0.tokens.lowerBound >= last.valueTokens.upperBound
                })
            else { return nil }
            return reading(index, value, company, last.subject, isOwnPlan: true)
        }
        let mine = spans.contains { $0.tokens.lowerBound >= place.upperBound }
        guard mine, !isOther(place, unless: false) else { return nil }
        return reading(index, value, last.source, last.subject, isOwnPlan: false)
    }

    private func reading(
        _ index: Int, _ value: Money, _ source: EntityMention?, _ subject: Range<Int>, isOwnPlan: Bool
    ) -> Reading {
        Reading(
            literal: index, value: value, valueTokens: literals[index].tokens, source: source, subject: subject,
            isOwnPlan: isOwnPlan,
            region: found.contains { $0.word == .world } ? "world" : nil)
    }

    // MARK: - Years

    /// The years of a sum: the span nearest to it, those behind it first.
    private func setYears(_ reading: inout Reading, like last: Reading?) {
        let place = reading.valueTokens
        let nextSum = literals[range].first { $0.kind == .money && $0.tokens.lowerBound >= place.upperBound }
        let behind = spans.first { span in
            span.tokens.lowerBound >= place.upperBound
                && (nextSum.map { span.tokens.lowerBound < $0.tokens.lowerBound } ?? true)
        }
        let ahead = spans.last { $0.tokens.upperBound <= place.lowerBound }
        let shared = last != nil ? spans.first { $0.tokens.lowerBound >= place.upperBound } : nil
        guard let span = behind ?? ahead ?? shared ?? spans.first else {
            if reading.isOwnPlan, let last { (reading.from, reading.to) = (last.from, last.to) }
            return
        }
        (reading.from, reading.to, reading.years) = (span.from, span.to, span.tokens)
    }

    private var hasFutureYear: Bool {
        guard let year = published?.civil.year else { return !spans.isEmpty }
        return spans.contains { $0.to >= year }
    }

    // MARK: - Words

    /// Who says or plans: the nearest name before a word that no other name's clause cuts off; a pronoun counts.
    private func subject(before index: Int) -> EntityMention? {
        let before = speakers.filter { $0.tokens.upperBound <= index && !$0.possessive }
        if let last = before.last, index - last.tokens.upperBound <= 2 { return last }
        return before.first ?? speakers.last { $0.tokens.upperBound <= index }
    }

    /// Whether the money goes to a company: then it is a deal.
    private func takesCompany(behind place: Range<Int>) -> Bool {
        guard let next = entities.organisations(in: place.upperBound..<tokens.upperBound).first else { return false }
        let gap = place.upperBound..<next.tokens.lowerBound
        return gap.count <= 4 && !gap.contains { document.tokens[$0].kind == .comma }
    }

    private func isOther(_ place: Range<Int>, unless isCapex: Bool) -> Bool {
        let limit = isCapex ? 2 : 6
        return found.contains { $0.word == .other && distance($0.tokens, place) <= limit }
    }

    /// The old figure of a revised plan: "from $420bn", "against an earlier guess of".
    private func isOld(_ index: Int) -> Bool {
        let place = literals[index].tokens
        return found.contains {
            $0.word == .old && $0.tokens.upperBound <= place.lowerBound
                && place.lowerBound - $0.tokens.upperBound <= 3
        }
    }

    private func isQuoted(_ place: Range<Int>) -> Bool {
        document.tokens[place.lowerBound].flags.contains(.quoted)
    }

    private func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
        left.upperBound <= right.lowerBound
            ? right.lowerBound - left.upperBound : max(0, left.lowerBound - right.upperBound)
    }

    private func money(_ index: Int) -> Money? {
        let literal = literals[index]
        guard let bounds = literal.bounds, let unit = literal.unit, let currency = try? Currency(unit) else {
            return nil
        }
        return Money(bounds, currency)
    }
}
