import Model

/// A date of the text as the reader of terms sees it: a literal, or words such as "by the end of the year".
private struct DateMention {
    let tokens: Range<Int>
    let days: ClosedRange<Day>
    let grain: Literal.Grain
    /// Whether its year was reckoned.
    let isRelative: Bool

    /// The date as records keep it: quarters, halves and seasons give the year alone.
    var date: PartialDate? {
        let (year, month, _) = days.lowerBound.civil
        switch grain {
        case .day: return PartialDate(days.lowerBound)
        case .month: return try? PartialDate(year: year, month: month)
        case .week: return nil
        case .quarter, .half, .year: return try? PartialDate(year: year)
        }
    }
}

extension DateMention {
    /// The same month or year, some years later.
    func shifted(years: Int) -> DateMention? {
        let (year, month, _) = days.lowerBound.civil
        let (endYear, endMonth, _) = days.upperBound.civil
        guard let first = try? Day(year: year + years, month: month, day: 1),
            let last = try? Day(
                year: endYear + years, month: endMonth, day: Day.length(ofMonth: endMonth, year: endYear + years))
        else { return nil }
        return DateMention(tokens: tokens, days: first...last, grain: grain, isRelative: true)
    }
}

extension TermReader {
    /// Reads when terms begin and end.
    func readDates(_ context: FieldContext, _ announced: Set<Int>, _ parts: inout [Parts]) {
        let dates = dates(context, announced)
        var place = 0
        while place < dates.count {
            place += read(place, dates, context, &parts)
        }
    }

    /// Reads one date, or two that belong together; how many.
    private func read(
        _ place: Int, _ dates: [DateMention], _ context: FieldContext, _ parts: inout [Parts]
    ) -> Int {
        let mention = dates[place]
        let matches = cues.matches(
            at: mention.tokens, of: context.document, limits: Self.limits(place, dates, context.document))
        var role = role(matches)
        let last = end(ofSpan: place, dates, context.document)
        let opens = matches.first.map { nearest in
            matches.contains { $0.role == .span && $0.distance == nearest.distance }
        }
        let isSpan = last != nil && (role == .start || role == .began || role == .due || opens == true)
        guard isSpan || role != nil else { return 1 }
        let claims = context.scopes.claims(on: mention.tokens) { type in
            type.hasTerm && (type != .financing || (!isSpan && (role == .end || role == .due)))
        }
        guard let claim = claims.first else { return 1 }
        if role == .due { role = context.candidates[claim.deal].type == .financing ? .end : .start }
        if isSpan, let last {
            offer(mention.date, .start, mention.tokens, claim.score, &parts[claim.deal])
            offer(last.date, .end, last.tokens, claim.score, &parts[claim.deal])
            return 2
        }
        guard let role else { return 1 }
        if mention.days.upperBound.civil.year > mention.days.lowerBound.civil.year,
            mention.grain == .year || mention.grain == .month
        {
            offer(PartialDate(mention.days.lowerBound), .start, mention.tokens, claim.score, &parts[claim.deal])
            offer(PartialDate(mention.days.upperBound), .end, mention.tokens, claim.score, &parts[claim.deal])
        } else if let coming = coming(mention, role, context.candidates[claim.deal].status, context.published) {
            offer(coming.date, role, mention.tokens, claim.score, &parts[claim.deal])
        }
        return 1
    }

    // MARK: The dates of the text

    private func dates(_ context: FieldContext, _ announced: Set<Int>) -> [DateMention] {
        var dates: [DateMention] = []
        for index in context.literals(of: .date) where !announced.contains(index) {
            let literal = context.literals[index]
            guard let days = literal.days, let grain = literal.grain, !context.isQuoted(literal.tokens),
                !context.isForecast(literal.tokens)
            else { continue }
            dates.append(
                DateMention(tokens: literal.tokens, days: days, grain: grain, isRelative: literal.relative))
        }
        guard let published = context.published else { return dates }
        let all = 0..<context.document.tokens.count
        for match in cues.matches(in: all, of: context.document) {
            guard let year = year(of: match.role, published), !context.isQuoted(match.tokens),
                let first = try? Day(year: year, month: 1, day: 1), let last = try? Day(year: year, month: 12, day: 31)
            else { continue }
            let next = context.literals(in: match.tokens.upperBound..<min(match.tokens.upperBound + 3, all.upperBound))
            if context.literals[next].contains(where: { $0.kind == .date && $0.grain == .year }) { continue }
            dates.append(DateMention(tokens: match.tokens, days: first...last, grain: .year, isRelative: true))
        }
        dates.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        var free: [DateMention] = []
        for date in dates where free.last.map({ $0.tokens.upperBound <= date.tokens.lowerBound }) ?? true {
            free.append(date)
        }
        return free
    }

    /// The year of a season or of the end of the year, the next one to come.
    private func year(of role: TermRole, _ published: Day) -> Int? {
        let (year, month, _) = published.civil
        switch role {
        case .thisYear: return year
        case .nextYear: return year + 1
        case .spring: return month <= 6 ? year : year + 1
        case .summer: return month <= 9 ? year : year + 1
        case .autumn, .winter: return year
        default: return nil
        }
    }

    private static func limits(_ place: Int, _ dates: [DateMention], _ document: Document) -> Range<Int> {
        let tokens = dates[place].tokens
        let low = place > 0 ? dates[place - 1].tokens.upperBound : 0
        let isLast = place + 1 == dates.count
        return min(low, tokens.lowerBound)..<(isLast ? document.tokens.count : dates[place + 1].tokens.lowerBound)
    }

    /// The second of two dates that a word or two join ("from 2027 to the end of 2029").
    private func end(ofSpan place: Int, _ dates: [DateMention], _ document: Document) -> DateMention? {
        guard place + 1 < dates.count else { return nil }
        let first = dates[place]
        let second = dates[place + 1]
        guard first.days.upperBound < second.days.upperBound, first.grain != .day, second.grain != .day else {
            return nil
        }
        let gap = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
        let isJoined = gap.count <= 4 && gap.allSatisfy { [.word, .hyphen].contains(document.tokens[$0].kind) }
        guard isJoined,
            document.tokens[first.tokens.lowerBound].sentence == document.tokens[second.tokens.lowerBound].sentence
        else { return nil }
        return cues.matches(in: gap, of: document).contains {
            $0.role == .start || $0.role == .began || $0.tokens.count > 1
        }
            ? nil : second
    }

    // MARK: Starts and ends

    /// A date that is still to come: a bare month is the next one; `nil` where something long past can be no start or
    /// end.
    private func coming(
        _ mention: DateMention, _ role: TermRole, _ status: DealStatus, _ published: Day?
    ) -> DateMention? {
        guard let published else { return mention }
        if role == .began {
            let isBare = mention.grain == .year || mention.grain == .month
            let isAhead = mention.isRelative && isBare && mention.days.upperBound > published
            return isAhead ? mention.shifted(years: -1) : mention
        }
        if mention.days.upperBound.number + Self.recent >= published.number { return mention }
        guard mention.isRelative, mention.grain == .month else {
            return status == .completed && role == .start ? mention : nil
        }
        return mention.shifted(years: 1)
    }

    /// Whether a date is a start or an end, by the words near it.
    private func role(_ matches: [CueTable<TermRole>.Match]) -> TermRole? {
        let near = matches.filter {
            [.start, .began, .due, .end, .closing, .works, .building, .renewal, .former].contains($0.role)
        }
        guard let nearest = near.first else { return nil }
        switch nearest.role {
        case .start, .began, .due:
            if let against = near.first(where: { ![.start, .began, .due, .end].contains($0.role) }),
                nearest.isWeak || against.distance <= nearest.distance + Self.doubt
            {
                return nil
            }
            return nearest.role
        case .end:
            return near.contains { $0.role == .renewal || $0.role == .former } ? nil : .end
        default: return nil
        }
    }

    private func offer(_ date: PartialDate?, _ role: TermRole, _ tokens: Range<Int>, _ score: Int, _ parts: inout Parts)
    {
        guard let date, score >= Self.least else { return }
        let reading = Reading(value: date, tokens: tokens, rule: "term." + role.rawValue, score: score)
        if role == .start || role == .began {
            guard let old = parts.start else {
                parts.start = reading
                return
            }
            if score > old.score + Self.clearly || (score >= old.score - Self.clearly && date < old.value) {
                parts.start = reading
            }
        } else {
            guard let old = parts.end, score <= old.score + Self.clearly else {
                parts.end = reading
                return
            }
            if score > old.score || (score >= old.score - Self.clearly && date > old.value) { parts.end = reading }
        }
    }

    /// How many days ago what begins may have begun.
    private static let recent = 10
    /// How much better a reading must be to win over an earlier start.
    private static let clearly = 25
    /// How near words that speak against a start count.
    private static let doubt = 5
}
