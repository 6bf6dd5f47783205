extension LiteralScan {
    /// The number that begins at a token, with its scale words. `money` is set behind a currency sign.
    func numeral(at index: Int, from start: Int? = nil, money: Bool = false) -> Numeral? {
        if let digits = digits(at: index, from: start) { return numeral(digits, at: index, money: money) }
        guard kind(index) == .word else { return nil }
        if let fraction = fractionNumeral(at: index) { return fraction }
        if let order = orderNumeral(at: index) { return order }
        return wordNumeral(at: index)
    }

    // MARK: - Digits

    private func numeral(_ digits: Digits, at index: Int, money: Bool) -> Numeral? {
        if digits.isWhole, let value = Int(exactly: digits.number.value), digits.number.exponent == 0 {
            var sum = NumeralSum()
            sum.set(value)
            var numeral = Numeral(tokens: index..<digits.end, number: digits.number, isDigits: true)
            numeral.plainDigits = digits.plainDigits
            let end = extend(&sum, from: digits.end)
            if end > digits.end, let value = sum.value {
                numeral.number = ScaledNumber(value)
                numeral.plainDigits = 0
                numeral.scale = sum.scale
                numeral.tokens = index..<end
            }
            return finish(numeral, sum: sum, money: money)
        }
        return finish(
            Numeral(tokens: index..<digits.end, number: digits.number, isDigits: true), sum: nil, money: money)
    }

    /// Scales behind a number, its closing fraction ("and a half"), and the short signs behind digits.
    func finish(_ numeral: Numeral, sum: NumeralSum?, money: Bool) -> Numeral {
        var numeral = numeral
        if let (fraction, end) = closingFraction(at: numeral.tokens.upperBound),
            let number = numeral.number.adding(
                fraction.mantissa, over: fraction.divisor, of: sum?.isClosed == true ? numeral.scale : 1)
        {
            numeral.number = number
            numeral.plainDigits = 0
            numeral.tokens = numeral.tokens.lowerBound..<end
        }
        while let (value, end) = scaleWord(at: numeral.tokens.upperBound, numeral, money: money),
            let number = numeral.number.times(value)
        {
            numeral.number = number
            numeral.scale = Swift.max(1, numeral.scale.multipliedReportingOverflow(by: value).partialValue)
            numeral.plainDigits = 0
            numeral.tokens = numeral.tokens.lowerBound..<end
        }
        return numeral
    }

    /// A scale word or sign that multiplies the number before it.
    func scaleWord(at index: Int, _ numeral: Numeral, money: Bool) -> (Int, Int)? {
        let next = skipHyphen(index)
        if let (magnitude, end) = magnitude(next, { $0 == .scale || $0 == .plural || $0 == .own || $0 == .group }) {
            if magnitude.kind == .own, numeral.isDigits, numeral.scale > 1 { return nil }
            return (magnitude.value, end)
        }
        guard numeral.isDigits, numeral.scale == 1, kind(index - 1) == .number || kind(index - 1) == .word else {
            return nil
        }
        if let (magnitude, end) = magnitude(index, { $0 == .sign }), isSign(index, end) {
            return (magnitude.value, end)
        }
        if let (magnitude, end) = magnitude(index, { $0 == .money }),
            money || isCurrency(index: end, tight: !isSpaced(end))
        {
            return (magnitude.value, end)
        }
        if !isSpaced(index), let (magnitude, end) = magnitude(index, { $0 == .attached }), let next = token(end),
            next.kind == .word, next.spaced, !lexicon.smallWords.contains(next.hash),
            document.hit(at: end, .currency) == nil || magnitude.value == 1_000_000
        {
            return (magnitude.value, end)
        }
        return nil
    }

    /// "10M", "2,33 k": not the first letter of something else ("3 M-class").
    private func isSign(_ index: Int, _ end: Int) -> Bool {
        kind(end) != .hyphen || !isSpaced(index)
    }

    func isCurrency(index: Int, tight: Bool) -> Bool {
        document.hit(at: index, .currency) != nil
            || (role(index).contains(.of) && document.hit(at: index + 1, .currency) != nil)
    }
}
