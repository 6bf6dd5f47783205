import Model

extension LiteralScan {
    /// What a date means and where it ends.
    typealias Dated = (span: CalendarSpan, end: Int)

    /// The date that begins at a token.
    func date(at index: Int) -> Literal? {
        guard let (span, end, rule) = dated(at: index) else { return nil }
        var literal = Literal(kind: .date, tokens: index..<end, rule: rule)
        literal.days = span.days
        literal.grain = span.grain
        literal.unit = span.grain.rawValue
        literal.relative = span.isRelative
        return literal
    }

    private func dated(at index: Int) -> (CalendarSpan, Int, String)? {
        func named(_ dated: Dated?, _ rule: String) -> (CalendarSpan, Int, String)? {
            dated.map { ($0.span, $0.end, rule) }
        }
        if kind(index) == .number {
            return named(numericDate(at: index), "literal.date.numeric") ?? named(
                partOfMonth(at: index), "literal.date.part")
                ?? named(dayFirst(at: index), "literal.date.calendar") ?? named(
                    yearFirst(at: index), "literal.date.year")
                ?? named(movedDay(at: index), "literal.date.moved")
                ?? named(ordinalPeriod(at: index), "literal.date.period")
        }
        guard kind(index) == .word else { return nil }
        // Only what can begin with such a word is tried.
        let layers = document.layers(at: index)
        let (isNumber, isCalendar) = (layers & Self.numberLayer != 0, layers & Self.calendarLayer != 0)
        if isNumber || isCalendar, let date = named(partOfMonth(at: index), "literal.date.part") { return date }
        if layers & Self.weekdayLayer != 0, let date = named(weekdayFirst(at: index), "literal.date.weekday") {
            return date
        }
        if layers & Self.monthLayer != 0, let date = named(monthFirst(at: index), "literal.date.calendar") {
            return date
        }
        if isCalendar || layers & Self.durationLayer != 0, let date = named(shifted(at: index), "literal.date.relative")
        {
            return date
        }
        if isCalendar,
            let date = named(namedDay(at: index), "literal.date.relative") ?? named(
                numberedPeriod(at: index), "literal.date.period")
                ?? named(yearWord(at: index), "literal.date.year")
        {
            return date
        }
        if isNumber,
            let date = named(ordinalPeriod(at: index), "literal.date.period")
                ?? named(dayFirst(at: index), "literal.date.calendar")
        {
            return date
        }
        return isNumber || isCalendar ? named(movedDay(at: index), "literal.date.moved") : nil
    }

    private static var numberLayer: UInt64 { Layer.numberWord.mask }
    private static var calendarLayer: UInt64 { Layer.calendar.mask }
    private static var durationLayer: UInt64 { Layer.duration.mask }
    private static var monthLayer: UInt64 { Layer.month.mask }
    private static var weekdayLayer: UInt64 { Layer.weekday.mask }

    // MARK: - Parts

    /// A number of one or two digits that is no more than a limit.
    func small(_ index: Int, upTo limit: Int) -> Int? {
        guard let token = token(index), token.kind == .number, token.end - token.start <= 2 else { return nil }
        let value = digitsValue(token)
        return value >= 1 && value <= limit ? value : nil
    }

    func digitsValue(_ token: Token) -> Int {
        document.bytes[Int(token.start)..<Int(token.end)].prefix(9).reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    /// A day of a month: "3", "3rd", "1er", "third".
    func dayOfMonth(_ index: Int) -> (day: Int, end: Int)? {
        if let day = small(index, upTo: 31) {
            let hasSign = !isSpaced(index + 1) && has(index + 1, .ordinal)
            if !hasSign, kind(index + 1) == .word, !isSpaced(index + 1) { return nil }
            return (day, hasSign ? index + 2 : index + 1)
        }
        if let (value, end) = ordinalWord(index), value <= 31 { return (value, end) }
        return nil
    }

    /// A day in words before its month: "vingt-deux avril".
    private func dayInWords(_ index: Int) -> (day: Int, end: Int)? {
        guard let (word, _) = numberWord(index), word.kind == .unit || word.kind == .teen || word.kind == .ten,
            let numeral = numeral(at: index), let day = Int(exactly: numeral.min), (1...31).contains(day)
        else { return nil }
        return (day, numeral.tokens.upperBound)
    }

    /// A year in four digits.
    func year(_ index: Int) -> Int? {
        guard let token = token(index), token.kind == .number, token.end - token.start == 4 else { return nil }
        if kind(index + 1) == .word, !isSpaced(index + 1) { return nil }
        let value = digitsValue(token)
        return value >= 1500 && value < 2200 ? value : nil
    }

    /// A month and where its name ends, with the stop of an abbreviation.
    func month(_ index: Int) -> (name: CalendarName, end: Int)? {
        guard let hit = document.hit(at: index, .month) else { return nil }
        let isDotted = byte(hit.end) == 0x2E && !isSpaced(hit.end) && kind(hit.end + 1) != .stop
        let follows = token(hit.end + 1)
        let opensSentence = follows?.kind == .word && follows?.capitalised == true
        let closes = follows == nil || opensSentence || follows?.paragraph != token(index)?.paragraph
        return (lexicon.months[hit.row], isDotted && !closes ? hit.end + 1 : hit.end)
    }

    /// The year behind a date: ", 2016", "of 2016", "de l'année 2016", "this year".
    func yearBehind(_ index: Int) -> (year: Int, end: Int)? {
        var next = index
        if kind(next) == .comma, year(next + 1) != nil { return year(next + 1).map { ($0, next + 2) } }
        if let year = year(next), !isCounting(next) { return (year, next + 1) }
        next = skip(next, [.of, .at])
        next = skip(next, [.of, .article])
        if let (_, end) = calendarWord(next, .year) { next = has(end, .of) ? end + 1 : end }
        if next > index, let year = year(next) { return (year, next + 1) }
        for start in [index, skip(index, .of), skip(skip(index, .of), .article)] {
            if let (span, end) = shiftedPeriod(at: start, [.year]) { return (span.days.lowerBound.civil.year, end) }
        }
        return nil
    }

    /// Whether four digits go on as another number: "2,016", "2016/17".
    private func isCounting(_ index: Int) -> Bool {
        guard let next = token(index + 1), !next.spaced else { return false }
        return next.kind == .comma && kind(index + 2) == .number && !isSpaced(index + 2)
    }

    // MARK: - Numeric dates

    /// "20/02/2014", "2014-12-24", "24.12.2014", "24 12 2014".
    func numericDate(at index: Int) -> Dated? {
        guard let first = token(index), let second = numericPart(index, 1), let third = numericPart(index, 2),
            first.end - first.start <= 4, second.token.end - second.token.start <= 2, second.sign == third.sign,
            byte(third.next) != second.sign || second.sign == 0x2E || second.sign == 0x20
        else { return nil }
        let parts = (digitsValue(first), digitsValue(second.token), digitsValue(third.token))
        if first.end - first.start == 4 {
            guard third.token.end - third.token.start <= 2, second.sign != 0x20 else { return nil }
            return CalendarSpan.day(parts.0, parts.1, parts.2).map { ($0, third.next) }
        }
        let length = third.token.end - third.token.start
        guard length == 4 || (length == 2 && second.sign != 0x20) else { return nil }
        let year = length == 4 ? parts.2 : parts.2 + (parts.2 < 50 ? 2000 : 1900)
        let usual = lexicon.style.dateOrder == .dmy ? (parts.1, parts.0) : (parts.0, parts.1)
        let span = CalendarSpan.day(year, usual.0, usual.1) ?? CalendarSpan.day(year, usual.1, usual.0)
        return span.map { ($0, third.next) }
    }

    private func numericPart(_ index: Int, _ place: Int) -> (sign: UInt8, token: Token, next: Int)? {
        let isSpaces = kind(index + 1) == .number
        let at = isSpaces ? index + place : index + place * 2
        guard let token = token(at), token.kind == .number else { return nil }
        if isSpaces { return token.spaced ? (0x20, token, at + 1) : nil }
        guard let sign = byte(at - 1), sign == 0x2F || sign == 0x2D || sign == 0x2E, !isSpaced(at - 1), !token.spaced
        else {
            return nil
        }
        return (sign, token, at + 1)
    }

    // MARK: - Day, month, year

    /// "3 March 2015", "31st Oct 1974", "fourth of July", "le 3 mars".
    func dayFirst(at index: Int) -> Dated? {
        guard let (day, dayEnd) = dayOfMonth(index) ?? dayInWords(index) else { return nil }
        var next = dayEnd
        if byte(next) == 0x2E, !isSpaced(next), document.hit(at: next + 1, .month) != nil { next += 1 }
        next = skip(skipHyphen(next), .of)
        guard let (name, monthEnd) = month(next), day <= Day.length(ofMonth: name.number, year: 2000) else {
            return nil
        }
        // "the 12 may be late"
        if name.isAmbiguous, token(next)?.capitalised == false, kind(monthEnd) == .word { return nil }
        let behind = skipHyphen(monthEnd)
        if let (year, end) = yearBehind(behind) {
            return CalendarSpan.day(year, name.number, day).map { ($0, end) }
        }
        if let (word, end) = calendarWord(monthEnd, .shift, .shiftAfter), word.value != 0 {
            return nearest(month: name.number, day: day, word.value).map { ($0, end) }
        }
        return nearest(month: name.number, day: day).map { ($0, monthEnd) }
    }

    /// "March 3, 2015", "Dec. 31", "January first 2000", "nov. 2016", "June of 1992", "juin prochain".
    func monthFirst(at index: Int) -> Dated? {
        guard let (name, monthEnd) = month(index) else { return nil }
        let isSlashed = byte(monthEnd) == 0x2F && !isSpaced(monthEnd)
        if let (day, dayEnd) = dayOfMonth(isSlashed ? monthEnd + 1 : skip(skipHyphen(monthEnd), .article)),
            day <= Day.length(ofMonth: name.number, year: 2000),
            !isMeasured(dayEnd)
        {
            if let (year, end) = yearBehind(dayEnd) {
                return CalendarSpan.day(year, name.number, day).map { ($0, end) }
            }
            return nearest(month: name.number, day: day).map { ($0, dayEnd) }
        }
        if let (year, end) = yearBehind(monthEnd) { return CalendarSpan.month(year, name.number).map { ($0, end) } }
        guard !name.isAmbiguous || isNamed(index) else { return nil }
        if let (word, end) = calendarWord(monthEnd, .shift, .shiftAfter), word.value != 0 {
            return shifted(month: name.number, word.value).map { ($0, end) }
        }
        return nearest(month: name.number).map { ($0, monthEnd) }
    }

    /// Whether the number before a token counts something: "May 5 million", "janvier 6 000 serveurs".
    func isMeasured(_ index: Int) -> Bool {
        if let next = token(index), next.kind == .number, next.end - next.start == 3, isSpaced(index) { return true }
        return document.hit(at: index, .magnitude) != nil || document.hit(at: index, .unit) != nil
            || document.hit(at: index, .currency) != nil
            || kind(index) == .percent
            || ((byte(index) == 0x2E || kind(index) == .comma) && !isSpaced(index) && kind(index + 1) == .number
                && !isSpaced(index + 1))
    }

    /// Whether a word that may be a month stands as one: capitalised behind a preposition.
    private func isNamed(_ index: Int) -> Bool {
        guard let token = token(index), token.capitalised, !token.flags.contains(.sentenceStart) else { return false }
        return has(index - 1, .at) || calendarWord(index - 1, .shift) != nil
    }

    /// "last June", "juin prochain": the nearest such month that is over, or not yet begun.
    func shifted(month: Int, _ shift: Int) -> CalendarSpan? {
        guard let reference else { return nil }
        let (year, current, _) = reference.civil
        let wanted =
            shift == 0 ? year : shift < 0 ? (month < current ? year : year - 1) : (month > current ? year : year + 1)
        var span = CalendarSpan.month(wanted, month)
        span?.isRelative = true
        return span
    }
}
