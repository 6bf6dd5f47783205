import Model

extension RecordQuery {
    /// The question that checked parameters put. A parameter named like a field compares it; the others have names of
    /// their own: `party`, `exact_party`, `between`, the roles, `q`, `as_of`, `changed_since`, `sort`, `limit`.
    init(_ query: CheckedQuery) {
        self.init()
        let includesSubsidiaries = !query.flag("exact_party")
        for entry in query.entries {
            let name = entry.parameter.name
            if let field = Field(rawValue: name) {
                conditions += Self.conditions(on: field, entry)
                continue
            }
            switch name {
            case "party":
                parties.append(PartyFilter(entry.values, includesSubsidiaries: includesSubsidiaries))
            case "between":
                parties += entry.values.flatMap { Parameter.Kind.names($0) ?? [] }.map {
                    PartyFilter([$0], includesSubsidiaries: includesSubsidiaries)
                }
            case "q": search = entry.values.first
            case "as_of": asOf = entry.values.first.flatMap { try? Timestamp($0) }
            case "changed_since":
                if let field = Field(rawValue: "changed_at"),
                    let since = entry.values.first.flatMap({ try? Timestamp($0) })
                {
                    conditions.append(Condition(field, .atLeast(.integer(since.microseconds))))
                }
            case "sort": order = entry.values.first.flatMap(Self.order)
            case "limit": limit = entry.values.first.flatMap { Int($0) } ?? limit
            default:
                if let role = Role(rawValue: name) {
                    parties.append(PartyFilter(entry.values, includesSubsidiaries: includesSubsidiaries, role: role))
                }
            }
        }
    }

    private static func order(_ text: String) -> RecordOrder<Field>? {
        let descending = text.hasPrefix("-")
        return Field(rawValue: descending ? String(text.dropFirst()) : text).map {
            RecordOrder($0, descending: descending)
        }
    }

    private static func conditions(on field: Field, _ entry: CheckedQuery.Entry) -> [Condition<Field>] {
        if entry.comparison == .isnull {
            return [Condition(field, .isNull(entry.values.first == "true"))]
        }
        let ranges = entry.values.map { FilterRange($0, entry.parameter.kind) }
        guard let first = ranges.first else { return [] }
        switch entry.comparison {
        case .gte: return [Condition(field, .atLeast(first.low))]
        case .gt: return [Condition(field, .above(first.high))]
        case .lte: return [Condition(field, .atMost(first.high))]
        case .lt: return [Condition(field, .below(first.low))]
        case .not: return [Condition(field, .isNone(ranges.flatMap(\.all)))]
        default:
            guard ranges.count == 1, first.low != first.high else {
                return [Condition(field, .isAny(ranges.flatMap(\.all)))]
            }
            return [Condition(field, .atLeast(first.low)), Condition(field, .atMost(first.high))]
        }
    }
}

/// What a value stands for: itself, or all the days of a month or year.
struct FilterRange: Hashable, Sendable {
    let low: FilterValue
    let high: FilterValue

    /// The range of a checked value.
    init(_ value: String, _ kind: Parameter.Kind) {
        switch kind {
        case .integer: self.init(Parameter.Kind.whole(value) ?? 0)
        case .thousandths: self.init(Parameter.Kind.thousandths(value) ?? 0)
        case .flag: self.init(value == "true" ? 1 : 0)
        case .moment: self.init((try? Timestamp(value))?.microseconds ?? 0)
        case .day:
            let days = (try? PartialDate(value)).map(Self.days) ?? 0...0
            self.init(low: .integer(days.lowerBound), high: .integer(days.upperBound))
        case .text, .names, .url, .language, .choice, .choices, .key: self.init(low: .text(value), high: .text(value))
        }
    }

    private init(_ value: Int) {
        self.init(low: .integer(value), high: .integer(value))
    }

    private init(low: FilterValue, high: FilterValue) {
        self.low = low
        self.high = high
    }

    /// Every value in the range: at most the days of a year.
    var all: [FilterValue] {
        guard case .integer(let low) = low, case .integer(let high) = high, low < high else { return [low] }
        return (low...high).map { .integer($0) }
    }

    /// The numbers of the days that a date covers.
    private static func days(of date: PartialDate) -> ClosedRange<Int> {
        let lastMonth = date.month ?? 12
        let lastDay = date.day ?? Day.length(ofMonth: lastMonth, year: date.year)
        let first = try? Day(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
        let last = try? Day(year: date.year, month: lastMonth, day: lastDay)
        guard let first, let last else { return 0...0 }
        return first.number...last.number
    }
}
