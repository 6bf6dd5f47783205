extension LiteralScan {
    /// "half", "two thirds", "trois quarts": the fraction and where it ends.
    func fraction(at index: Int) -> (ScaledNumber, Int)? {
        guard let (first, firstEnd) = numberWord(index) else { return nil }
        if first.kind == .fraction {
            return first.value == 2 || first.value == 4 ? (ScaledNumber(1, divisor: first.value), firstEnd) : nil
        }
        guard first.kind == .unit || first.kind == .article, first.value > 0, first.value < 10,
            let (second, end) = numberWord(skipHyphen(firstEnd)), second.kind == .fraction,
            first.value < second.value || second.value == 2
        else { return nil }
        return (ScaledNumber(first.value, divisor: second.value), end)
    }

    /// A fraction that is a number of its own: of a scale ("two thirds of a million"), of a unit ("half an hour"), or
    /// alone.
    func fractionNumeral(at index: Int) -> Numeral? {
        guard let (number, end) = fraction(at: index) else { return nil }
        var next = skipHyphen(end)
        if has(next, .of) { next += 1 }
        let isArticle = numberWord(next)?.word.kind == .article
        let behind = isArticle ? skipHyphen(next + 1) : next
        var numeral = Numeral(tokens: index..<end, number: number, isFraction: true)
        if let (magnitude, scaleEnd) = magnitude(
            behind, { $0 == .scale || $0 == .own || $0 == .plural || ($0 == .group && behind > end) }),
            let scaled = number.times(magnitude.value)
        {
            numeral.number = scaled.divisor == 1 ? scaled : reduced(scaled)
            numeral.scale = magnitude.value
            numeral.tokens = index..<scaleEnd
            return numeral
        }
        if behind > end, timeUnit(behind) != nil || (isArticle && timeUnit(next + 1) != nil) {
            numeral.tokens = index..<(timeUnit(behind) != nil ? behind : next + 1)
            return numeral
        }
        // "a quarter", "three quarters": stretches of time, unless a scale follows.
        if number.divisor == 4, timeUnit(end - 1) != nil { return nil }
        if isArticle,
            timeUnit(next + 1) != nil || document.hit(at: next + 1, .unit) != nil
                || document.hit(at: next + 1, .currency) != nil
        {
            numeral.tokens = index..<next + 1
        }
        return numeral
    }

    private func reduced(_ number: ScaledNumber) -> ScaledNumber {
        ScaledNumber(0).adding(number.mantissa, over: number.divisor, of: 1).flatMap { _ in
            let whole = number.mantissa.multipliedReportingOverflow(
                by: Int(ScaledNumber.power(Swift.min(number.exponent, 15))))
            guard !whole.overflow, number.exponent <= 15 else { return nil }
            return whole.partialValue % number.divisor == 0
                ? ScaledNumber(whole.partialValue / number.divisor)
                : ScaledNumber(whole.partialValue, divisor: number.divisor)
        } ?? number
    }

    /// "and a half", "et demi", "and three quarters" behind a number.
    func closingFraction(at index: Int) -> (ScaledNumber, Int)? {
        let joint = skipHyphen(index)
        guard has(joint, .and), let (number, end) = fraction(at: skipHyphen(joint + 1)) else { return nil }
        let next = has(end, .of) ? end + 1 : end
        let behind = numberWord(next)?.word.kind == .article ? next + 1 : next
        guard behind == end || magnitude(behind, { $0 == .scale || $0 == .plural }) == nil else { return nil }
        return (number, end)
    }

    /// "hundreds of thousands", "several hundred", "multibillion".
    func orderNumeral(at index: Int) -> Numeral? {
        var base: Int
        var end: Int
        if let (magnitude, magnitudeEnd) = magnitude(index, { $0 == .plural || $0 == .multi }) {
            base = magnitude.value
            end = magnitudeEnd
            if magnitude.kind == .multi {
                guard base > 1 || isUnit(skipHyphen(end)) else { return nil }
                return Numeral(tokens: index..<end, number: ScaledNumber(base), scale: base, isOrder: true)
            }
            guard !isNumberBefore(index) else { return nil }
        } else if let (word, wordEnd) = numberWord(index), word.kind == .several {
            guard let (first, firstEnd) = orderPart(skipHyphen(wordEnd)) else { return nil }
            base = first
            end = firstEnd
        } else {
            return nil
        }
        while let (factor, factorEnd) = orderPart(has(end, .of) ? end + 1 : end) {
            let (product, overflow) = base.multipliedReportingOverflow(by: factor)
            guard !overflow else { return nil }
            base = product
            end = factorEnd
        }
        return Numeral(
            tokens: index..<end, number: ScaledNumber(orderOfMagnitude(base)), scale: orderOfMagnitude(base),
            isOrder: true)
    }

    private func orderPart(_ index: Int) -> (Int, Int)? {
        if let (word, end) = numberWord(index), word.kind == .hundred { return (word.value, end) }
        return magnitude(index) { $0 == .plural || $0 == .scale || $0 == .own }.map { ($0.value, $1) }
    }

    /// The power of ten at or below a number.
    private func orderOfMagnitude(_ value: Int) -> Int {
        var power = 1
        while power <= value / 10 { power *= 10 }
        return power
    }

    /// Whether a number stands right before a token.
    func isNumberBefore(_ index: Int) -> Bool {
        (kind(index - 1) == .number && isSpaced(index))
            || numberWord(index - 1).map { $0.word.kind != .article } == true
    }

    private func isUnit(_ index: Int) -> Bool {
        document.hit(at: index, .unit) != nil
    }
}
