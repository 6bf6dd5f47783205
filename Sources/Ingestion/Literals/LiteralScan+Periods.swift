import Model

extension LiteralScan {
    /// "2016", "2016, nov", "2017 Q1", "2016 the third quarter", "2016H2".
    func yearFirst(at index: Int) -> Dated? {
        guard let token = token(index), token.kind == .number, token.end - token.start == 4 else { return nil }
        let value = digitsValue(token)
        guard value >= 1900, value < 2200 else { return nil }
        let next = kind(index + 1) == .comma ? index + 2 : skipHyphen(index + 1)
        if let (word, end) = calendarWord(skip(next, .article), .quarter, .half) ?? calendarWord(next, .quarter, .half)
        {
            let span = word.kind == .quarter ? CalendarSpan.quarter(value, word.value) : .half(value, word.value)
            return span.map { ($0, end) }
        }
        if let (number, unit, end) = ordinalUnit(skip(next, .article)), unit == .quarter || unit == .half {
            let span = unit == .quarter ? CalendarSpan.quarter(value, number) : .half(value, number)
            return span.map { ($0, end) }
        }
        if let (name, end) = month(next), let day = small(skipHyphen(end), upTo: 31), kind(index + 1) != .comma,
            kind(end) == .hyphen || isSpaced(end), !isSpaced(next) || !name.isAmbiguous
        {
            return CalendarSpan.day(value, name.number, day).map { ($0, skipHyphen(end) + 1) }
        }
        if isSpaced(next), let (name, end) = month(next), !name.isAmbiguous, year(end) == nil, dayOfMonth(end) == nil {
            return CalendarSpan.month(value, name.number).map { ($0, end) }
        }
        guard isPlainYear(index, value) else { return nil }
        return CalendarSpan.year(value).map { ($0, index + 1) }
    }

    /// Whether four digits are a year rather than a count, a part of a number or of a name.
    private func isPlainYear(_ index: Int, _ value: Int) -> Bool {
        let end = index + 1
        if let next = token(end) {
            if !next.spaced, next.kind == .word || next.kind == .percent || next.kind == .currencySign { return false }
            if !next.spaced, next.kind == .comma || next.kind == .stop, kind(end + 1) == .number, !isSpaced(end + 1) {
                return false
            }
        }
        if currency(end) != nil || document.hit(at: end, .magnitude) != nil || document.hit(at: end, .unit) != nil
            || (timeUnit(end) != nil && isSpaced(end))
        {
            return false
        }
        if (kind(end) == .dash || kind(end) == .hyphen) && isCount(end + 1) { return false }
        guard let before = token(index - 1) else { return true }
        if !token(index, isSpacedOrOpenBehind: before) { return false }
        if before.kind == .currencySign || currency(index - 1)?.end == index { return false }
        if (before.kind == .dash || before.kind == .hyphen), isCount(index - 2) { return false }
        let isLikely = value >= 1950 && value < 2046 && value % 100 != 0
        return isLikely ? !isProduct(end) : has(index - 1, .at) || !isNoun(end)
    }

    /// A number that is no year: "1000-2000".
    private func isCount(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .number else { return false }
        return !(token.end - token.start == 4 && (1900..<2200).contains(digitsValue(token)))
            && !(token.end - token.start <= 2)
    }

    private func token(_ index: Int, isSpacedOrOpenBehind before: Token) -> Bool {
        if isSpaced(index) { return true }
        switch before.kind {
        case .word: return before.flags.contains(.elision)
        case .openBracket, .openQuote, .straightQuote, .dash, .hyphen, .closeQuote, .colon, .comma: return true
        case .symbol: return before.start >= 0 && byte(index - 1) == 0x2F
        default: return false
        }
    }

    /// Whether something that is counted in thousands stands at a token.
    private func isProduct(_ index: Int) -> Bool {
        document.hit(at: index, .processor) != nil || document.hit(at: index, .product) != nil
    }

    /// "Q3 2027", "H1 2016", "trimestre1 2019", "Q3".
    func numberedPeriod(at index: Int) -> Dated? {
        guard let (word, end) = calendarWord(index, .quarter, .half) else { return nil }
        let unit: TimeUnit.Unit = word.kind == .quarter ? .quarter : .half
        return period(word.value, unit, end)
    }

    /// "third quarter of 2016", "second semestre", "3e semaine de 2018".
    func ordinalPeriod(at index: Int) -> Dated? {
        guard let (number, unit, end) = ordinalUnit(index) else { return nil }
        if unit == .week {
            guard let (year, yearEnd) = yearBehind(end) else { return nil }
            return CalendarSpan.week(number, of: year).map { ($0, yearEnd) }
        }
        guard unit == .quarter || unit == .half else { return nil }
        return period(number, unit, end)
    }

    private func period(_ number: Int, _ unit: TimeUnit.Unit, _ end: Int) -> Dated? {
        guard number <= (unit == .quarter ? 4 : 2) else { return nil }
        func span(_ year: Int) -> CalendarSpan? { unit == .quarter ? .quarter(year, number) : .half(year, number) }
        if let (year, yearEnd) = yearBehind(end) { return span(year).map { ($0, yearEnd) } }
        guard let reference, var span = span(reference.civil.year) else { return nil }
        span.isRelative = true
        return (span, end)
    }

    /// "third quarter", "2e semestre", "second half": the number, the stretch, where it ends.
    private func ordinalUnit(_ index: Int) -> (Int, TimeUnit.Unit, Int)? {
        guard let (number, end) = ordinal(index) else { return nil }
        if let (unit, unitEnd) = timeUnit(skipHyphen(end)), unit.count == 1 { return (number, unit.unit, unitEnd) }
        if let (word, halfEnd) = numberWord(skipHyphen(end)), word.kind == .fraction, word.value == 2 {
            let wordEnd = calendarWord(halfEnd, .year)?.end ?? halfEnd
            guard yearBehind(wordEnd) != nil || isWholeYear(wordEnd) else { return nil }
            return (number, .half, isWholeYear(wordEnd) ? wordEnd : wordEnd)
        }
        return nil
    }

    /// "of the year".
    private func isWholeYear(_ index: Int) -> Bool {
        has(index, .of) && calendarWord(skip(index + 1, .article), .year) != nil
    }

    private func ordinal(_ index: Int) -> (Int, Int)? {
        if let found = ordinalWord(index) { return found }
        if let number = small(index, upTo: 53), !isSpaced(index + 1), has(index + 1, .ordinal) {
            return (number, index + 2)
        }
        return nil
    }

    /// "année 2008", "the year 2030": the year is told by the word before it.
    func yearWord(at index: Int) -> Dated? {
        guard let (_, end) = calendarWord(index, .year), let year = year(end) else { return nil }
        return CalendarSpan.year(year).map { ($0, end + 1) }
    }
}
