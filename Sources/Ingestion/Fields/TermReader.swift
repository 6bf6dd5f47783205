import Model

/// Reads how long a deal runs, when it begins or what is bought arrives, and when it ends.
struct TermReader: Sendable {
    let cues: CueTable<TermRole>

    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        cues = try CueTable(tables, "terms", .term, &gazetteer)
    }

    /// What is read of a deal's term.
    struct Parts: Sendable {
        var months: Reading<Int>?
        var start: Reading<PartialDate>?
        var end: Reading<PartialDate>?
        var multiYear: Reading<Bool>?
    }

    /// The parts of each deal's term; `announced` are literals that tell a day of announcement.
    func parts(_ context: FieldContext, announced: Set<Int>) -> [Parts] {
        var parts = [Parts].filled(with: Parts(), count: context.candidates.count)
        guard context.tells(\.hasTerm) else { return parts }
        readLengths(context, &parts)
        readDates(context, announced, &parts)
        readMultiYear(context, &parts)
        return parts
    }

    /// The term of a deal from its parts.
    func term(_ parts: Parts, announced: Day?, published: Day?) -> Term? {
        var start = parts.start?.value
        let end = parts.end?.value
        if let first = start, let last = end, last < first, last.year < first.year || last.month != nil { start = nil }
        guard parts.months != nil || start != nil || end != nil || parts.multiYear != nil else { return nil }
        var multiYear = parts.multiYear != nil
        if let end, let from = start?.year ?? announced?.civil.year ?? published?.civil.year, end.year - from >= 2 {
            multiYear = true
        }
        if let start, let end, end.year + (end.month == nil ? 1 : 0) - start.year >= 2 { multiYear = true }
        return try? Term(months: parts.months?.value, start: start, end: end, multiYear: multiYear)
    }

    // MARK: Lengths

    private func readLengths(_ context: FieldContext, _ parts: inout [Parts]) {
        let indexes = context.literals(of: .duration)
        for place in indexes.indices {
            let literal = context.literals[indexes[place]]
            guard let months = months(literal), !context.isQuoted(literal.tokens) else { continue }
            let matches = cues.matches(
                at: literal.tokens, of: context.document, limits: context.limits(indexes, place))
            guard let trust = trust(inLength: matches, literal, context.document) else { continue }
            guard let claim = context.scopes.claims(on: literal.tokens, fits: \.hasTerm).first else { continue }
            let score = claim.score + trust
            guard score >= Self.least, score > parts[claim.deal].months?.score ?? 0 else { continue }
            parts[claim.deal].months = Reading(
                value: months, tokens: literal.tokens, rule: "term.length", score: score)
        }
    }

    /// The length in months, where it is one and reaches at least a month; up to four quarters are rather fractions: "a
    /// quarter of the site", "three quarters of it".
    private func months(_ literal: Literal) -> Int? {
        let factor: Double
        switch literal.unit {
        case "month": factor = 1
        case "quarter" where literal.min ?? literal.max ?? 0 > Self.fractions: factor = 3
        case "year": factor = 12
        case "decade": factor = 120
        default: return nil
        }
        guard let value = literal.max ?? literal.min, (literal.min ?? value) == value, value > 0, value < 200 else {
            return nil
        }
        return Int((value * factor).rounded())
    }

    /// Up to how many quarters of something may be a part of it.
    private static let fractions = 4.0

    /// How far a length is that of a contract, `nil` where the words near it say that it is something else.
    private func trust(
        inLength matches: [CueTable<TermRole>.Match], _ literal: Literal, _ document: Document
    ) -> Int? {
        let against = matches.first { [.elapsed, .renewal, .former, .building].contains($0.role) }
        let towards = matches.first { $0.role == .length }
        if let against, against.distance <= towards?.distance ?? .max { return nil }
        if let towards { return max(0, 6 - towards.distance) }
        return isListed(literal.tokens, document) ? -4 : -22
    }

    /// Whether a length stands alone between signs, as in a list of terms.
    private func isListed(_ tokens: Range<Int>, _ document: Document) -> Bool {
        func isSign(_ index: Int) -> Bool {
            guard document.tokens.indices.contains(index) else { return true }
            switch document.tokens[index].kind {
            case .comma, .colon, .dash, .stop, .openBracket, .closeBracket, .symbol: return true
            default: return false
            }
        }
        return isSign(tokens.upperBound) && (isSign(tokens.lowerBound - 1) || tokens.lowerBound == 0)
    }

    // MARK: Multi-year

    private func readMultiYear(_ context: FieldContext, _ parts: inout [Parts]) {
        let all = 0..<context.document.tokens.count
        for match in cues.matches(in: all, of: context.document) where match.role == .multiYear {
            guard let claim = context.scopes.claims(on: match.tokens, fits: \.hasTerm).first, claim.score >= Self.least,
                parts[claim.deal].multiYear == nil
            else { continue }
            parts[claim.deal].multiYear = Reading(
                value: true, tokens: match.tokens, rule: "term.multi-year", score: claim.score)
        }
    }

    /// The least score of a reading.
    static let least = 36
}
