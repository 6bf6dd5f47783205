import Model

extension LiteralScan {
    /// "first Friday of July", "last week of September 2014", "le dernier lundi de mars", "20th of next month".
    func partOfMonth(at index: Int) -> Dated? {
        if let (day, end) = dayOfMonth(index), has(end, .of),
            let (month, monthEnd) = shiftedPeriod(at: skip(end + 1, .article), [.month])
                ?? shiftedPeriod(at: end + 1, [.month]) ?? shiftedPeriod(at: end, [.month])
        {
            return dated(month.days.lowerBound.adding(days: day - 1), in: month, monthEnd)
        }
        guard let (place, placeEnd) = place(index) else { return nil }
        let next = skipHyphen(placeEnd)
        if let hit = document.hit(at: next, .weekday), !lexicon.weekdays[hit.row].isAmbiguous,
            let (month, end) = monthBehind(hit.end)
        {
            return weekday(lexicon.weekdays[hit.row].number, place, of: month).flatMap { dated($0, in: month, end) }
        }
        if let (unit, unitEnd) = timeUnit(next), unit.count == 1, let (month, end) = monthBehind(unitEnd) {
            return part(unit.unit, place, of: month).map { ($0, end) }
        }
        return nil
    }

    /// First, second, … from the start; -1 for the last one.
    private func place(_ index: Int) -> (Int, Int)? {
        if let found = ordinalWord(index) { return found }
        if let number = small(index, upTo: 5), !isSpaced(index + 1), has(index + 1, .ordinal) {
            return (number, index + 2)
        }
        if let (word, end) = calendarWord(index, .shift), word.value == -1 { return (-1, end) }
        return nil
    }

    /// The month behind its part: "of July", "in October 2015", "of next month".
    private func monthBehind(_ index: Int) -> Dated? {
        guard !role(index, [.of, .at]).isEmpty else { return nil }
        let start = skip(index + 1, .article)
        if let (name, end) = month(start) {
            if let (year, yearEnd) = yearBehind(end) {
                return CalendarSpan.month(year, name.number).map { ($0, yearEnd) }
            }
            return nearest(month: name.number).map { ($0, end) }
        }
        return shiftedPeriod(at: start, [.month]) ?? shiftedPeriod(at: index + 1, [.month])
    }

    private func weekday(_ number: Int, _ place: Int, of month: CalendarSpan) -> Day? {
        let (first, last) = (month.days.lowerBound, month.days.upperBound)
        let day =
            place < 0
            ? last.adding(days: -((last.weekday - number + 7) % 7))
            : first.adding(days: (number - first.weekday + 7) % 7 + (place - 1) * 7)
        return month.days.contains(day) ? day : nil
    }

    /// A day or a whole week of a month.
    private func part(_ unit: TimeUnit.Unit, _ place: Int, of month: CalendarSpan) -> CalendarSpan? {
        let (first, last) = (month.days.lowerBound, month.days.upperBound)
        switch unit {
        case .day:
            let day = place < 0 ? last : first.adding(days: place - 1)
            return month.days.contains(day) ? .day(day) : nil
        case .week:
            let monday =
                place < 0
                ? last.adding(days: -6 - last.weekday % 7)
                : first.adding(days: (8 - first.weekday) % 7 + (place - 1) * 7)
            return month.days.contains(monday) ? .week(of: monday) : nil
        default: return nil
        }
    }

    private func dated(_ day: Day, in month: CalendarSpan, _ end: Int) -> Dated? {
        guard month.days.contains(day) else { return nil }
        var span = CalendarSpan.day(day)
        span.isRelative = month.isRelative
        return (span, end)
    }
}
