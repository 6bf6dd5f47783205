import Model

/// A stretch of the calendar with its grain, and the arithmetic between such stretches.
struct CalendarSpan: Hashable, Sendable {
    var days: ClosedRange<Day>
    var grain: Literal.Grain
    /// Its year was reckoned from the day of reference.
    var isRelative = false

    static func day(_ day: Day) -> CalendarSpan { CalendarSpan(days: day...day, grain: .day) }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarSpan? {
        (try? Day(year: year, month: month, day: day)).map(Self.day)
    }

    static func year(_ year: Int) -> CalendarSpan? { months(year, 1, 12, .year) }
    static func month(_ year: Int, _ month: Int) -> CalendarSpan? { months(year, month, 1, .month) }
    static func quarter(_ year: Int, _ quarter: Int) -> CalendarSpan? { months(year, quarter * 3 - 2, 3, .quarter) }
    static func half(_ year: Int, _ half: Int) -> CalendarSpan? { months(year, half * 6 - 5, 6, .half) }

    /// Some months from the first of one; a month below 1 or above 12 counts into the years beside.
    static func months(_ year: Int, _ month: Int, _ count: Int, _ grain: Literal.Grain) -> CalendarSpan? {
        func start(_ month: Int) -> Day? {
            let index = year * 12 + month - 1
            return try? Day(year: index / 12, month: index % 12 + 1, day: 1)
        }
        guard let first = start(month), let end = start(month + count) else { return nil }
        return CalendarSpan(days: first...end.adding(days: -1), grain: grain)
    }

    /// The week, from Monday, that a day lies in.
    static func week(of day: Day) -> CalendarSpan {
        let monday = day.adding(days: 1 - day.weekday)
        return CalendarSpan(days: monday...monday.adding(days: 6), grain: .week)
    }

    /// A numbered week of a year (ISO 8601).
    static func week(_ number: Int, of year: Int) -> CalendarSpan? {
        guard (1...53).contains(number), let fourth = try? Day(year: year, month: 1, day: 4) else { return nil }
        return week(of: fourth.adding(days: (number - 1) * 7))
    }

    /// The week, month, quarter, half or year that lies `shift` of them from that of a day.
    static func period(_ unit: TimeUnit.Unit, from day: Day, shift: Int) -> CalendarSpan? {
        let (year, month, _) = day.civil
        switch unit {
        case .week: return week(of: day.adding(days: shift * 7))
        case .month: return months(year, month + shift, 1, .month)
        case .quarter: return months(year, (month - 1) / 3 * 3 + 1 + shift * 3, 3, .quarter)
        case .half: return months(year, (month - 1) / 6 * 6 + 1 + shift * 6, 6, .half)
        case .year: return Self.year(year + shift)
        case .minute, .hour, .day: return nil
        }
    }

    /// The day that lies a number of units from a day; in a shorter month its last day.
    static func day(_ day: Day, moved count: Int, _ unit: TimeUnit.Unit) -> Day? {
        guard abs(count) < 100_000 else { return nil }
        switch unit {
        case .day: return day.adding(days: count)
        case .week: return day.adding(days: count * 7)
        case .month, .quarter, .half, .year:
            let months = count * (unit == .month ? 1 : unit == .quarter ? 3 : unit == .half ? 6 : 12)
            let (year, month, number) = day.civil
            let index = year * 12 + month - 1 + months
            guard index >= 12 else { return nil }
            let length = Day.length(ofMonth: index % 12 + 1, year: index / 12)
            return try? Day(year: index / 12, month: index % 12 + 1, day: Swift.min(number, length))
        case .minute, .hour: return nil
        }
    }
}
