extension LiteralScan {
    /// The amount that begins at a token: currency before or behind, unit, stretch of time, or a bare number.
    func readAmount(at index: Int) -> Amount? {
        if let (row, end, start) = currencyBefore(index), let code = lexicon.currencies[row].place,
            let numeral = numeral(at: end, from: start, money: true).map(price), !numeral.isWeak
        {
            var amount = amount(numeral, .money(code))
            amount.isPrefixed = true
            amount.tokens = index..<numeral.tokens.upperBound
            return withCents(amount)
        }
        guard let numeral = numeral(at: index) else { return nil }
        return measured(numeral)
    }

    private func amount(_ numeral: Numeral, _ measure: Amount.Measure) -> Amount {
        Amount(
            measure: measure, tokens: numeral.tokens, min: numeral.min, max: numeral.max, scale: numeral.scale,
            isDigits: numeral.isDigits, isOrder: numeral.isOrder,
            isFraction: numeral.number.divisor > 1,
            plainDigits: numeral.plainDigits)
    }

    // MARK: - Currencies

    /// The currency that a token begins: its row, where it ends.
    func currency(_ index: Int) -> (row: Int, end: Int)? {
        if let hit = document.hit(at: index, .currency), isTight(hit) { return (hit.row, hit.end) }
        guard let token = token(index), token.kind == .currencySign, let row = lexicon.currencySigns[token.hash] else {
            return nil
        }
        return (row, index + 1)
    }

    /// "A$" is a currency, "A $300 million plant" is not.
    private func isTight(_ hit: Hit) -> Bool {
        guard hit.end - hit.first == 2, let first = token(hit.first), first.end - first.start == 1, first.kind == .word
        else { return true }
        return (hit.first + 1..<hit.end).allSatisfy { !isSpaced($0) }
    }

    /// A currency before its number: the row, the token of the number, and the byte where its digits begin if they
    /// are glued to the currency (`EUR29`).
    private func currencyBefore(_ index: Int) -> (row: Int, end: Int, start: Int?)? {
        if let (row, end) = currency(index), !lexicon.currencies[row].isSuffix {
            let isDotted = byte(end) == 0x2E && !isSpaced(end) && kind(end + 1) == .number
            return (row, isDotted && isSpaced(end + 1) ? end + 1 : end, nil)
        }
        guard let token = token(index), token.kind == .word, token.flags.contains(.mixed) else { return nil }
        var hash = Folding.seed
        var at = Int(token.start)
        while at < Int(token.end), document.bytes[at] | 0x20 >= 0x61, document.bytes[at] | 0x20 <= 0x7A {
            hash = Folding.mix(hash, document.bytes[at] | 0x20)
            at += 1
        }
        // One letter and a number are a name: "R1".
        guard at - Int(token.start) > 1, let row = lexicon.currencySigns[hash],
            document.bytes[at..<Int(token.end)].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
        else { return nil }
        return (row, index, at)
    }

    // MARK: - What is counted

    private func measured(_ numeral: Numeral) -> Amount? {
        // The unit may stand next, behind a hyphen, or behind "of".
        let next = skipHyphen(numeral.tokens.upperBound)
        if let found = measured(numeral, at: next) { return found }
        if numeral.scale > 1, has(next, .of), let found = measured(numeral, at: next + 1) { return found }
        guard !numeral.isWeak else { return nil }
        var amount = amount(numeral, .number)
        amount.isLabel = isLabel(numeral)
        return amount
    }

    private func measured(_ numeral: Numeral, at next: Int) -> Amount? {
        money(numeral, at: next) ?? quantity(numeral, at: next) ?? time(numeral, at: next)
    }

    private func money(_ numeral: Numeral, at index: Int) -> Amount? {
        guard let (row, end) = currency(index), let code = lexicon.currencies[row].place,
            !numeral.isWeak || (lexicon.currencies[row].isWord && kind(end) != .hyphen)
        else { return nil }
        var amount = scaled(amount(price(numeral), .money(code)), lexicon.currencies[row].scale)
        amount.tokens = numeral.tokens.lowerBound..<end
        amount.currency = row
        if numeral.scale == 1, let (magnitude, scaleEnd) = magnitude(end, { $0 == .scale }) {
            amount.min *= Double(magnitude.value)
            amount.max *= Double(magnitude.value)
            amount.scale = magnitude.value
            amount.tokens = numeral.tokens.lowerBound..<scaleEnd
        }
        return withCents(amount)
    }

    /// Three digits behind a sign are a group in a price, whatever the language makes of that sign.
    private func price(_ numeral: Numeral) -> Numeral {
        guard numeral.isDigits, numeral.scale == 1, numeral.number.exponent == -3, numeral.number.mantissa >= 1000,
            numeral.number.mantissa < 1_000_000
        else { return numeral }
        var whole = numeral
        whole.number.exponent = 0
        return whole
    }

    private func scaled(_ amount: Amount, _ scale: Int) -> Amount {
        guard scale > 1 else { return amount }
        var amount = amount
        amount.min *= Double(scale)
        amount.max *= Double(scale)
        amount.scale *= scale
        return amount
    }

    /// "20 dollars 43 cents", "15 dollars and 50".
    private func withCents(_ amount: Amount) -> Amount {
        guard amount.scale == 1, !amount.isOrder, !amount.isFraction else { return amount }
        let end = amount.tokens.upperBound
        let isJoined = has(end, .and)
        guard let cents = numeral(at: isJoined ? end + 1 : end), cents.scale == 1, !cents.isFraction, cents.min < 100,
            cents.number.exponent == 0
        else { return amount }
        let behind = skipHyphen(cents.tokens.upperBound)
        var total = amount
        if let (row, centsEnd) = currency(behind) {
            guard lexicon.currencies[row].place == nil else { return amount }
            total.tokens = amount.tokens.lowerBound..<centsEnd
        } else {
            let isTight = !isJoined && !isSpaced(end) && cents.plainDigits == 2
            guard !amount.isPrefixed, !cents.isWeak, isTight || (cents.min >= 10 && isFree(behind, isJoined: isJoined))
            else { return amount }
            total.tokens = amount.tokens.lowerBound..<cents.tokens.upperBound
        }
        total.min = (amount.min * 100 + cents.min) / 100
        total.max = total.min
        return total
    }

    /// Whether nothing behind bare cents says that they count something else.
    private func isFree(_ index: Int, isJoined: Bool) -> Bool {
        guard let token = token(index), token.kind != .stop, token.kind != .comma, token.kind != .colon else {
            return true
        }
        return !isJoined && token.kind == .word && (lexicon.smallWords.contains(token.hash) || !role(index).isEmpty)
    }

    private func quantity(_ numeral: Numeral, at index: Int) -> Amount? {
        guard let hit = document.hit(at: index, .unit) else { return nil }
        let unit = lexicon.units[hit.row]
        if kind(index) == .percent, isSpaced(index), !lexicon.style.spacedPercent { return nil }
        guard !numeral.isWeak || unit.megawatts != nil || numeral.isFraction else { return nil }
        if unit.megawatts == nil, isSpeed(hit.end) { return nil }
        // One letter is a unit behind digits alone.
        if let token = token(index), hit.end == index + 1, token.end - token.start == 1, token.kind == .word,
            !numeral.isDigits
        {
            return nil
        }
        var amount = amount(numeral, unit.megawatts == nil ? .quantity(unit.place) : .power)
        amount.factor = unit.megawatts ?? 1
        amount.tokens = numeral.tokens.lowerBound..<hit.end
        return amount
    }

    /// "per hour", "/s": the unit is another one.
    private func isSpeed(_ index: Int) -> Bool {
        if byte(index) == 0x2F, !isSpaced(index) { return true }
        return calendarWord(index, .rate).map { $0.word.unit == TimeUnit.Unit.hour.rawValue } ?? false
    }

    // MARK: - Stretches of time

    private func time(_ numeral: Numeral, at index: Int) -> Amount? {
        guard let (unit, unitEnd) = timeUnit(index), !numeral.isOrder || numeral.scale > 1 else { return nil }
        var amount = amount(numeral, .time(unit.unit))
        amount.factor = Double(unit.count)
        amount.tokens = numeral.tokens.lowerBound..<unitEnd
        if let (fraction, end) = closingFraction(at: unitEnd) {
            amount.min += fraction.value
            amount.max = amount.min
            amount.tokens = numeral.tokens.lowerBound..<end
        }
        return withSmaller(amount)
    }

    /// "2 years and 3 months": what is smaller is added, in the smaller unit.
    private func withSmaller(_ amount: Amount) -> Amount {
        let end = amount.tokens.upperBound
        guard case .time(let unit) = amount.measure, let smaller = unit.smaller else { return amount }
        let next = has(end, .and) || kind(end) == .comma ? end + 1 : end
        guard let numeral = numeral(at: next), !numeral.isOrder, !numeral.isFraction,
            let (part, partEnd) = timeUnit(skipHyphen(numeral.tokens.upperBound)), let ratio = smaller[part.unit],
            kind(numeral.tokens.upperBound) != .hyphen, part.count == 1, numeral.min < ratio * 12
        else { return amount }
        var total = amount
        total.min = amount.min * amount.factor * ratio + numeral.min
        if part.unit == .minute {
            total.min /= ratio
        } else {
            total.measure = .time(part.unit)
        }
        total.factor = 1
        total.max = total.min
        total.tokens = amount.tokens.lowerBound..<partEnd
        return total
    }

    // MARK: - Labels

    /// Whether a number counts nothing: "GPT-5", "3rd", "1960s", "this one".
    private func isLabel(_ numeral: Numeral) -> Bool {
        let first = numeral.tokens.lowerBound
        let end = numeral.tokens.upperBound
        if kind(first - 1) == .hyphen, kind(first - 2) == .word, numberWord(first - 2) == nil,
            role(first - 2, [.to, .and]).isEmpty
        {
            return true
        }
        if numeral.isDigits {
            if kind(end) == .word, !isSpaced(end), kind(end - 1) == .number { return true }
            return has(first - 1, .numberSign) || byte(first - 1) == 0x23
        }
        return numeral.min == 1 && has(first - 1, .determiner)
    }
}

extension TimeUnit.Unit {
    /// The units that may follow in one stretch, and how many of each make one of this.
    var smaller: [TimeUnit.Unit: Double]? {
        switch self {
        case .year: [.month: 12]
        case .week: [.day: 7]
        case .day: [.hour: 24]
        case .hour: [.minute: 60]
        default: nil
        }
    }
}
