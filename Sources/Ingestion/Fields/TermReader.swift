import Model

/// Reads how long a deal runs, when it begins or what is bought arrives, and when it ends.
struct TermReader: Sendable {
    private let cues: CueTable<TermRole>

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
        var parts = [Parts](repeating: Parts(), count: context.candidates.count)
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

    /// The length in months, where it is one and reaches at least a month.
    private func months(_ literal: Literal) -> Int? {
        let factor: Double
        switch literal.unit {
        case "month": factor = 1
        case "quarter": factor = 3
        case "year": factor = 12
        case "decade": factor = 120
        default: return nil
        }
        guard let value = literal.max ?? literal.min, (literal.min ?? value) == value, value > 0, value < 200 else {
            return nil
        }
        return Int((value * factor).rounded())
    }

    /// How far a length is that of a contract, `nil` where the words near it say that it is something else.
    private func trust(
        inLength matches: [CueTable<TermRole>.Match], _ literal: Literal, _ document: Document
    ) -> Int? {
        let against = matches.first { [.elapsed, .renewal, .former].contains($0.role) }
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

    // MARK: Dates

    private func readDates(_ context: FieldContext, _ announced: Set<Int>, _ parts: inout [Parts]) {
        let indexes = context.literals(of: .date)
        for place in indexes.indices where !announced.contains(indexes[place]) {
            let literal = context.literals[indexes[place]]
            guard let days = literal.days, !context.isQuoted(literal.tokens) else { continue }
            guard let claim = context.scopes.claims(on: literal.tokens, fits: \.hasTerm).first else { continue }
            let type = context.candidates[claim.deal].type
            let matches = cues.matches(
                at: literal.tokens, of: context.document, limits: context.limits(indexes, place))
            guard let role = role(matches, type) else { continue }
            if days.upperBound.civil.year > days.lowerBound.civil.year,
                literal.grain == .year || literal.grain == .month
            {
                offer(PartialDate(days.lowerBound), .start, literal, claim.score, &parts[claim.deal])
                offer(PartialDate(days.upperBound), .end, literal, claim.score, &parts[claim.deal])
            } else if let date = date(days, literal.grain) {
                offer(date, role, literal, claim.score, &parts[claim.deal])
            }
        }
    }

    /// Whether a date is a start or an end, by the words near it.
    private func role(_ matches: [CueTable<TermRole>.Match], _ type: DealType) -> TermRole? {
        let near = matches.filter { [.start, .end, .closing, .works, .renewal, .former].contains($0.role) }
        guard let nearest = near.first else { return nil }
        switch nearest.role {
        case .start:
            if let against = near.first(where: { $0.role != .start && $0.role != .end }),
                against.distance <= nearest.distance + 2
            {
                return nil
            }
            return type == .financing ? nil : .start
        case .end:
            if near.contains(where: { $0.role == .renewal }) { return nil }
            return .end
        default: return nil
        }
    }

    private func offer(
        _ date: PartialDate, _ role: TermRole, _ literal: Literal, _ score: Int, _ parts: inout Parts
    ) {
        let reading = Reading(value: date, tokens: literal.tokens, rule: "term." + role.rawValue, score: score)
        guard score >= Self.least else { return }
        if role == .start {
            guard let old = parts.start else {
                parts.start = reading
                return
            }
            if score > old.score + Self.clearly || (score >= old.score - Self.clearly && date < old.value) {
                parts.start = reading
            }
        } else if score > parts.end?.score ?? 0 {
            parts.end = reading
        }
    }

    /// The date as records keep it: quarters, halves and seasons give the year alone.
    private func date(_ days: ClosedRange<Day>, _ grain: Literal.Grain?) -> PartialDate? {
        let (year, month, _) = days.lowerBound.civil
        switch grain {
        case .day: return PartialDate(days.lowerBound)
        case .month: return try? PartialDate(year: year, month: month)
        case .week: return nil
        case .quarter, .half, .year, nil: return try? PartialDate(year: year)
        }
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
    private static let least = 36
    /// How much better a reading must be to win over an earlier start.
    private static let clearly = 25
}
