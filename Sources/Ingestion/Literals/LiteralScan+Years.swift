import Model

/// The year of a date that is told without one.
extension LiteralScan {
    /// A day of the year: the latest one, or the coming one where it lies in the same year and is at hand. `direction`
    /// is below zero for "last", above for "next".
    func nearest(month: Int, day: Int, _ direction: Int = 0) -> CalendarSpan? {
        guard let reference else { return nil }
        let year = reference.civil.year
        // Nine years hold a 29 February, also around a year that has none for being a century.
        let before = stride(from: year, to: year - 9, by: -1).lazy.compactMap { CalendarSpan.day($0, month, day) }
            .first { $0.days.lowerBound <= reference }
        let after = (year...year + 8).lazy.compactMap { CalendarSpan.day($0, month, day) }
            .first { $0.days.lowerBound > reference }
        return choose(before, after, reference, direction)
    }

    /// A month: the latest one that has begun, or the coming one of the same year where it is nearer.
    func nearest(month: Int, _ direction: Int = 0) -> CalendarSpan? {
        guard let reference else { return nil }
        let (year, current, _) = reference.civil
        let before = CalendarSpan.month(month <= current ? year : year - 1, month)
        let after = CalendarSpan.month(month <= current ? year + 1 : year, month)
        return choose(before, after, reference, direction)
    }

    /// News tells of days that are over, or at hand: in days.
    private static let soon = 60

    private func choose(
        _ before: CalendarSpan?, _ after: CalendarSpan?, _ reference: Day, _ direction: Int
    ) -> CalendarSpan? {
        var span = direction > 0 ? after : before
        if direction == 0, let before, let after, after.days.lowerBound.civil.year == reference.civil.year {
            let (behind, ahead) = (
                reference.number - before.days.upperBound.number, after.days.lowerBound.number - reference.number
            )
            if ahead < behind, after.grain != .day || ahead <= Self.soon { span = after }
        }
        span?.isRelative = true
        return span
    }

    /// A date behind a weekday, in the year beside where that makes it such a day.
    func agreeing(_ date: Dated, with weekday: Int) -> Dated {
        guard date.span.isRelative, date.span.days.lowerBound.weekday != weekday else { return date }
        let (year, month, day) = date.span.days.lowerBound.civil
        for other in [year + 1, year - 1] {
            if var span = CalendarSpan.day(other, month, day), span.days.lowerBound.weekday == weekday {
                span.isRelative = true
                return (span, date.end)
            }
        }
        return date
    }

    /// "jeudi 6", "Thursday the 6th": the day of this month or a month beside that is such a weekday.
    func dayOfWeek(_ weekday: Int, at index: Int) -> Dated? {
        guard let reference, let (day, end) = dayOfMonth(index), !isNoun(end), !isMeasured(end), kind(end) != .hyphen,
            timeUnit(end) == nil
        else { return nil }
        let (year, month, _) = reference.civil
        for shift in [0, -1, 1] {
            guard let first = CalendarSpan.months(year, month + shift, 1, .month)?.days else { continue }
            let date = first.lowerBound.adding(days: day - 1)
            if first.contains(date), date.weekday == weekday {
                var span = CalendarSpan.day(date)
                span.isRelative = true
                return (span, end)
            }
        }
        return nil
    }
}
