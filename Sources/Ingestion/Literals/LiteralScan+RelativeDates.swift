import Model

extension LiteralScan {
    /// "today", "avant-hier".
    func namedDay(at index: Int) -> Dated? {
        guard let reference, let (word, end) = calendarWord(index, .day) else { return nil }
        return (.day(reference.adding(days: word.value)), end)
    }

    // MARK: - Weekdays

    /// "Friday", "vendredi dernier", "Tuesday next week", "mercredi 11 juin", "Monday two weeks from now".
    func weekdayFirst(at index: Int) -> Dated? {
        guard let hit = document.hit(at: index, .weekday) else { return nil }
        let name = lexicon.weekdays[hit.row]
        var next = hit.end
        if byte(next) == 0x2E, !isSpaced(next), token(next + 1)?.kind == .number { next += 1 }
        let dateStart = skip(kind(next) == .comma ? next + 1 : next, .article)
        if let date = fullDate(at: dateStart) ?? fullDate(at: next) { return agreeing(date, with: name.number) }
        guard !name.isAmbiguous, let reference else { return nil }
        if let date = dayOfWeek(name.number, at: skip(hit.end, .article)) { return date }
        if let (word, end) = calendarWord(hit.end, .shift, .shiftAfter), !isPeriod(end),
            word.value != 0 || document.hit(at: end, .weekday) == nil
        {
            return (weekday(name.number, word.value), end)
        }
        let weekStart = skip(hit.end, .of)
        for start in [hit.end, weekStart, skip(weekStart, .article)] {
            if let (week, end) = shiftedPeriod(at: start, [.week]) {
                return (.day(week.days.lowerBound.adding(days: name.number - 1)), end)
            }
        }
        if let (moved, end) = movedDay(at: hit.end), moved.grain == .day {
            let week = CalendarSpan.week(of: moved.days.lowerBound)
            return (.day(week.days.lowerBound.adding(days: name.number - 1)), end)
        }
        let back = (reference.weekday - name.number + 7) % 7
        var span = CalendarSpan.day(reference.adding(days: -back))
        span.isRelative = true
        return (span, hit.end)
    }

    /// A day with its month.
    private func fullDate(at index: Int) -> Dated? {
        guard let date = numericDate(at: index) ?? dayFirst(at: index) ?? monthFirst(at: index), date.span.grain == .day
        else { return nil }
        return date
    }

    private func isPeriod(_ index: Int) -> Bool {
        timeUnit(index) != nil
    }

    /// The day of this week, the latest one before the reference, or that of next week.
    private func weekday(_ number: Int, _ shift: Int) -> CalendarSpan {
        guard let reference else { return .day(Day(number: 0)) }
        let inWeek = CalendarSpan.week(of: reference).days.lowerBound.adding(days: number - 1)
        var day = inWeek
        if shift < 0 { day = inWeek < reference ? inWeek : inWeek.adding(days: -7) }
        if shift > 0 { day = inWeek.adding(days: 7 * shift) }
        var span = CalendarSpan.day(day)
        span.isRelative = true
        return span
    }

    // MARK: - This, last, next

    /// "last week", "this Friday", "next June", "la semaine prochaine", "next week on Friday".
    func shifted(at index: Int) -> Dated? {
        guard reference != nil else { return nil }
        if let (span, end) = shiftedPeriod(at: index, TimeUnit.Unit.allCases) { return withWeekday(span, end) }
        guard let (word, end) = calendarWord(index, .shift, .past, .coming) else { return nil }
        let exact = calendarWord(index, .past, .coming) ?? (word, end)
        if let hit = document.hit(at: end, .weekday), !lexicon.weekdays[hit.row].isAmbiguous {
            // "following Monday's deal" is about Monday.
            if word.value > 0, kind(hit.end) == .possessive { return nil }
            let number = lexicon.weekdays[hit.row].number
            return (
                exact.word.kind == .shift ? weekday(number, word.value) : nearest(number, exact.word.value), hit.end
            )
        }
        if let (name, monthEnd) = month(end), !name.isAmbiguous || token(end)?.capitalised == true,
            yearBehind(monthEnd) == nil, dayOfMonth(monthEnd) == nil
        {
            return shifted(month: name.number, word.value).map { ($0, monthEnd) }
        }
        return nil
    }

    /// The nearest such weekday ahead of the reference or behind it.
    private func nearest(_ number: Int, _ direction: Int) -> CalendarSpan {
        guard let reference else { return .day(Day(number: 0)) }
        let ahead = (number - reference.weekday + 7) % 7
        let days = direction > 0 ? (ahead == 0 ? 7 : ahead) : (ahead == 0 ? -7 : ahead - 7)
        var span = CalendarSpan.day(reference.adding(days: days))
        span.isRelative = true
        return span
    }

    /// A period beside its shift, before or behind: "next quarter", "le trimestre dernier".
    func shiftedPeriod(at index: Int, _ units: [TimeUnit.Unit]) -> Dated? {
        guard let reference, index < count else { return nil }
        if let (word, end) = calendarWord(index, .shift), let (_, yearEnd) = calendarWord(end, .year),
            units.contains(.year),
            timeUnit(end) == nil
        {
            return CalendarSpan.period(.year, from: reference, shift: word.value).map { ($0, yearEnd) }
        }
        if let (word, end) = calendarWord(index, .shift, .past, .coming), let (unit, unitEnd) = timeUnit(end),
            unit.count == 1, units.contains(unit.unit)
        {
            if let (behind, behindEnd) = calendarWord(unitEnd, .shift, .shiftAfter), word.value == 0, behind.value != 0
            {
                return CalendarSpan.period(unit.unit, from: reference, shift: behind.value).map { ($0, behindEnd) }
            }
            return CalendarSpan.period(unit.unit, from: reference, shift: word.value).map { ($0, unitEnd) }
        }
        if let (unit, unitEnd) = timeUnit(index), unit.count == 1, units.contains(unit.unit),
            let (word, end) = calendarWord(unitEnd, .shift, .shiftAfter), timeUnit(end) == nil,
            document.hit(at: end, .weekday) == nil,
            document.hit(at: end, .month) == nil, !isNumbered(index)
        {
            return CalendarSpan.period(unit.unit, from: reference, shift: word.value).map { ($0, end) }
        }
        return nil
    }

    /// Whether a number stands before a token: "trois semaines suivantes".
    private func isNumbered(_ index: Int) -> Bool {
        kind(index - 1) == .number
            || (numberWord(index - 1).map { $0.word.kind != .article && $0.word.kind != .ordinal } ?? false)
    }

    /// "next week on Friday", "this week Friday".
    private func withWeekday(_ span: CalendarSpan, _ end: Int) -> Dated {
        guard span.grain == .week else { return (span, end) }
        let next = kind(end) == .dash || has(end, .at) ? end + 1 : end
        guard let hit = document.hit(at: next, .weekday), !lexicon.weekdays[hit.row].isAmbiguous else {
            return (span, end)
        }
        return (.day(span.days.lowerBound.adding(days: lexicon.weekdays[hit.row].number - 1)), hit.end)
    }

    // MARK: - A stretch of time away

    /// "in two weeks", "il y a trois jours", "two weeks from now", "2 weeks before May 13 1999".
    func movedDay(at index: Int) -> Dated? {
        if let (word, end) = calendarWord(index, .ahead, .agoBefore) {
            guard let reference, let stretch = stretch(at: end), calendarWord(stretch.end, .shift, .shiftAfter) == nil,
                !isAdjective(end..<stretch.end)
            else {
                return nil
            }
            return moved(reference, stretch, by: word.kind == .agoBefore ? -1 : 1).map { ($0, stretch.end) }
        }
        guard let stretch = stretch(at: index) else { return nil }
        if let reference, let (word, end) = calendarWord(stretch.end, .ago, .fromNow, .fromDay) {
            let start = word.kind == .fromDay ? reference.adding(days: word.value) : reference
            return moved(start, stretch, by: word.kind == .ago ? -1 : 1).map { ($0, end) }
        }
        if let (word, end) = calendarWord(stretch.end, .earlier, .later), document.hit(at: end, .duration) == nil,
            let date = fullDate(at: skip(end, .article)) ?? namedDay(at: end)
        {
            return moved(date.span.days.lowerBound, stretch, by: word.kind == .earlier ? -1 : 1).map { ($0, date.end) }
        }
        return nil
    }

    /// Whether a length of time is joined by a hyphen, as before a noun: "in 20-year contracts".
    private func isAdjective(_ stretch: Range<Int>) -> Bool {
        stretch.contains { kind($0) == .hyphen }
    }

    private typealias Stretch = (count: Int, unit: TimeUnit.Unit, end: Int)

    /// A whole number of days, weeks, months or years.
    private func stretch(at index: Int) -> Stretch? {
        guard let amount = amount(at: index), case .time(let unit) = amount.measure, unit != .hour, unit != .minute,
            amount.min == amount.max, let count = Int(exactly: amount.min * amount.factor)
        else { return nil }
        return (count, unit, amount.tokens.upperBound)
    }

    private func moved(_ day: Day, _ stretch: Stretch, by sign: Int) -> CalendarSpan? {
        CalendarSpan.day(day, moved: stretch.count * sign, stretch.unit).map {
            var span = CalendarSpan.day($0)
            span.isRelative = true
            return span
        }
    }
}
