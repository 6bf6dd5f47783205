extension LiteralScan {
    /// What was read at a token.
    struct Found {
        var literal: Literal?
        /// Where to go on.
        var end: Int
    }

    /// The amount or range at a token with its bound words.
    func boundedOrPlain(at index: Int) -> Found? {
        let opener = role(index, [.between, .from])
        if !opener.isEmpty || mayBeAmount(index), let found = range(at: index, opener: opener) { return found }
        guard let open = bound(at: index), open.boundsSpans || !has(index - 1, .phrasal) else {
            if !opener.isEmpty, let found = range(at: index, opener: []) { return found }
            return amount(at: index).map { found($0, from: index, open: boundAfter($0)) }
        }
        let start = throughFillers(open.end)
        guard let amount = amount(at: start) else { return nil }
        if isYear(amount) { return Found(end: start) }
        if case .time = amount.measure, !open.boundsSpans, !has(index - 1, .lasting) {
            return Found(end: start)
        }
        if let both = otherBound(behind: amount, open, from: index) {
            return Found(literal: both, end: both.tokens.upperBound)
        }
        return found(amount, from: index, open: open)
    }

    /// The bound word that begins at a token.
    private func bound(at index: Int) -> OpenEnd? {
        document.hit(at: index, .bound).map { hit in
            let word = lexicon.bounds[hit.row]
            return OpenEnd(side: word.side, end: hit.end, boundsSpans: word.boundsSpans)
        }
    }

    /// "or more" behind an amount.
    private func boundAfter(_ amount: Amount) -> OpenEnd? {
        let end = amount.tokens.upperBound
        let start = skipHyphen(end)
        guard let hit = document.hit(at: start, .boundAfter) else { return nil }
        let word = lexicon.bounds[hit.row]
        guard !word.isJoined || start > end else { return nil }
        // "5 at least 20", "5 and more than 20": the words belong to the number behind them.
        for index in start..<hit.end {
            if let other = bound(at: index), other.end > hit.end || self.amount(at: other.end) != nil { return nil }
        }
        return OpenEnd(side: word.side, end: hit.end, boundsSpans: true)
    }

    /// Words that change nothing: "about", "another", "environ".
    private func throughFillers(_ index: Int) -> Int {
        var end = index
        while end < index + 3, has(end, .filler) { end += 1 }
        return end
    }

    /// "more than 10 and less than 40".
    private func otherBound(behind first: Amount, _ open: OpenEnd, from start: Int) -> Literal? {
        let end = first.tokens.upperBound
        guard first.measure == .number, has(end, .and), let other = bound(at: end + 1),
            other.side != open.side, other.side != .about, open.side != .about, let second = amount(at: other.end),
            second.measure == .number
        else { return nil }
        let low = open.side == .min ? first.min : second.min
        let high = open.side == .min ? second.max : first.max
        guard low <= high else { return nil }
        return Literal(
            kind: .number, tokens: start..<second.tokens.upperBound, min: low, max: high,
            rule: "literal.number.bounded")
    }

    // MARK: - Ranges

    /// "between 5 and 7 billion", "5 to 7 billion", "10-20 dollars".
    private func range(at index: Int, opener: WordRoles) -> Found? {
        let start = opener.isEmpty ? index : index + 1
        guard start < count, let first = amount(at: start), !first.isOrder, !first.isLabel || opener.isEmpty else {
            return nil
        }
        // "three- to five-year"
        let behind = first.tokens.upperBound
        let end = kind(behind) == .dash && !isSpaced(behind) && has(behind + 1, .to) ? behind + 1 : behind
        let isDash = kind(end) == .dash || kind(end) == .hyphen || byte(end) == 0x7E
        let isEither = opener.isEmpty && has(end, .or) && first.measure == .number && first.scale == 1
        let isJoined =
            opener.contains(.between) && has(end, .and)
            || (!opener.contains(.between) && (has(end, .to) || isDash || isEither))
        guard isJoined else { return nil }
        let secondStart = throughFillers(end + 1)
        guard let second = amount(at: secondStart), !second.isOrder, !isYear(second) || !isYear(first) else {
            return nil
        }
        guard opener.isEmpty == false || isRange(first, second, isDash: isDash) else { return nil }
        // "4 or 5 billion" is one figure, "one or 500 million" two.
        if isEither, second.measure == .number && second.scale == 1 || second.min / Double(second.scale) > first.min * 2
        {
            return nil
        }
        guard let joined = joined(first, second) else { return nil }
        if opener == .from, first.measure == .number, second.measure == .number, !second.isDigits, second.scale == 1 {
            return nil
        }
        return found(joined, from: index, open: nil)
    }

    /// Whether two amounts without "between" or "from" make a range.
    private func isRange(_ first: Amount, _ second: Amount, isDash: Bool) -> Bool {
        if isDash, first.measure == .number, second.measure == .number {
            return first.isDigits && second.isDigits && !first.isLabel && first.max < second.min
        }
        if !isDash, first.measure == .number, second.measure == .number, first.isDigits, second.isDigits {
            return !first.isLabel && first.max < second.min
        }
        return second.measure != .number || second.scale > 1 || first.isPrefixed
    }

    /// One amount from two: the unit and the scale of the second count for the first.
    private func joined(_ first: Amount, _ second: Amount) -> Amount? {
        var low = first
        var high = second
        if low.measure == .number {
            low.measure = high.measure
            low.factor = high.factor
        } else if high.measure == .number {
            guard low.isPrefixed else { return nil }
            high.measure = low.measure
        }
        guard low.measure == high.measure else { return nil }
        if low.scale == 1, high.scale > 1, low.min <= high.min / Double(high.scale),
            first.measure == .number || first.isPrefixed
        {
            low.min *= Double(high.scale)
        } else if isYear(first), high.scale > 1 {
            // "its spending for 2027 to 8 billion"
            return nil
        }
        guard low.min * low.factor <= high.max * high.factor else { return nil }
        low.min *= low.factor
        low.max = high.max * high.factor
        low.factor = 1
        low.tokens = first.tokens.lowerBound..<second.tokens.upperBound
        low.isLabel = false
        low.plainDigits = 0
        low.isRange = true
        return low
    }

    // MARK: - The literal

    /// Whether an amount is a bare year rather than a count.
    func isYear(_ amount: Amount) -> Bool {
        guard amount.measure == .number, amount.plainDigits == 4, amount.min >= 1900, amount.min < 2200 else {
            return false
        }
        return !isNoun(amount.tokens.upperBound)
    }

    /// Whether the word at a token may be something that is counted.
    func isNoun(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .word else { return false }
        return !lexicon.smallWords.contains(token.hash) && role(index).isEmpty
            && document.hit(at: index, .calendar) == nil
            && document.hit(at: index, .bound) == nil
    }

    private func found(_ amount: Amount, from index: Int, open: OpenEnd?) -> Found {
        let first = Swift.min(index, amount.tokens.lowerBound)
        let end = Swift.max(amount.tokens.upperBound, open?.end ?? 0)
        guard let literal = literal(amount, first..<end, open) else { return Found(end: end) }
        guard literal.kind == .money, let (word, rateEnd) = calendarWord(skipHyphen(end), .rate) else {
            return Found(literal: literal, end: end)
        }
        var rated = literal
        rated.per = word.unit
        return Found(literal: rated, end: rateEnd)
    }

    private func literal(_ amount: Amount, _ tokens: Range<Int>, _ open: OpenEnd?) -> Literal? {
        let shape: Literal.Shape =
            open != nil
            ? .bounded : amount.isRange ? .range : amount.isOrder ? .order : amount.scale > 1 ? .scaled : .plain
        var kind = Literal.Kind.number
        var (unit, otherUnit): (String?, String?)
        var min = open?.side == .max ? nil : amount.min * amount.factor
        var max = open?.side == .min ? nil : amount.max * amount.factor
        switch amount.measure {
        case .number:
            guard !amount.isLabel else { return nil }
        case .money(let currency):
            kind = .money
            unit = lexicon.currencies[currency].code
            otherUnit = amount.currency.flatMap { lexicon.currencies[$0].unit }
        case .quantity(let place):
            // A quantity is no figure of a record: it is kept as written.
            (kind, unit, min, max) = (.quantity, lexicon.units[place].id, amount.min, amount.max)
        case .power:
            (kind, unit) = (.power, "megawatt")
        case .time(let time):
            guard time != .minute else { return nil }
            let (given, factor) = Self.given(time, isFraction: amount.isFraction)
            (kind, unit) = (.duration, given.rawValue)
            min = min.map { $0 * factor }
            max = max.map { $0 * factor }
        }
        if amount.isOrder, max != nil { max = amount.min * amount.factor * 10 - 1 }
        return Literal(
            kind: kind, tokens: tokens, min: min, max: max, unit: unit, isOrder: amount.isOrder, otherUnit: otherUnit,
            rule: shape.rule(kind))
    }

    /// One of the units that stretches of time are given in, and how many of it the unit is: a part of a day in hours,
    /// half-years in months.
    private static func given(_ unit: TimeUnit.Unit, isFraction: Bool) -> (unit: TimeUnit.Unit, factor: Double) {
        if unit == .day, isFraction { return (.hour, 24) }
        return unit == .half ? (.month, 6) : (unit, 1)
    }
}
