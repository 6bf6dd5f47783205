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
    private func finish(_ numeral: Numeral, sum: NumeralSum?, money: Bool) -> Numeral {
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

    // MARK: - Words

    private func wordNumeral(at index: Int) -> Numeral? {
        var sum = NumeralSum()
        var numeral = Numeral(tokens: index..<index, number: ScaledNumber(0))
        var next = index
        if let (word, end) = numberWord(index), word.kind == .article {
            let behind = skipHyphen(end)
            guard let scaled = weak(word, index, end) else { return nil }
            if scaled.isWeak { return finish(scaled, sum: nil, money: false) }
            next = behind
        }
        let isOwnStart = next == index
        let end = extend(&sum, from: next)
        guard end > next, let value = sum.value else { return nil }
        numeral.number = ScaledNumber(value)
        numeral.scale = sum.scale
        numeral.tokens = index..<end
        numeral.isWeak = isOwnStart && isLoneScale(index, end)
        if let (number, end) = decimals(at: end, whole: value), !sum.isClosed {
            numeral.number = number
            numeral.tokens = index..<end
        }
        return finish(numeral, sum: sum, money: false)
    }

    /// "a" before a scale: one of it. Before anything else it is weak.
    private func weak(_ word: NumberWord, _ index: Int, _ end: Int) -> Numeral? {
        let behind = skipHyphen(end)
        if let (next, _) = numberWord(behind), next.kind == .hundred || next.kind == .couple {
            return Numeral(tokens: index..<end, number: ScaledNumber(1))
        }
        if magnitude(behind, { $0 == .scale || $0 == .group || $0 == .own }) != nil {
            return Numeral(tokens: index..<end, number: ScaledNumber(1))
        }
        return Numeral(tokens: index..<end, number: ScaledNumber(1), isWeak: true)
    }

    /// A scale word without a number: "billion-dollar".
    private func isLoneScale(_ index: Int, _ end: Int) -> Bool {
        if let (magnitude, scaleEnd) = magnitude(index, { $0 == .scale || $0 == .group }) {
            return scaleEnd == end && magnitude.value != 0
        }
        return false
    }

    /// Adds the words that belong to the number; returns where it ends.
    private func extend(_ sum: inout NumeralSum, from start: Int) -> Int {
        var end = start
        let isDigits = start > 0 && kind(start - 1) == .number
        while true {
            let next = skipHyphen(end)
            if let added = addWord(&sum, at: next, isDigits: isDigits) {
                end = added
            } else if !isDigits || !sum.isClosed, let joined = join(&sum, at: next, isDigits: isDigits) {
                end = joined
            } else {
                return end
            }
        }
    }

    /// Adds the number word or scale at a token; returns where it ends.
    private func addWord(_ sum: inout NumeralSum, at index: Int, isDigits: Bool) -> Int? {
        if let (word, end) = numberWord(index) {
            switch word.kind {
            case .hundred:
                // "23 cents": a hundred only where it can be nothing else.
                if isDigits || sum.group >= 10, document.hit(at: index, .currency) != nil { return nil }
                return sum.hundred() ? end : nil
            case .article: return !isDigits && sum.place == 20 && sum.addOne() ? end : nil
            case .unit, .teen, .ten, .score, .couple: return sum.add(word) ? end : nil
            default: return nil
            }
        }
        if let (magnitude, end) = magnitude(index, { $0 == .scale || $0 == .own || $0 == .plural || $0 == .group }) {
            if magnitude.kind == .plural, sum.value == 0 { return nil }
            guard sum.multiply(magnitude.value) else { return nil }
            return magnitude.kind == .group ? throughOf(end) : end
        }
        if isDigits, sum.isClosed, kind(index) == .number, isSpaced(index), let digits = digits(at: index),
            digits.isWhole, digits.plainDigits > 0, digits.plainDigits <= 3, isScaled(digits.end)
        {
            sum.set(Int(digits.number.value))
            return digits.end
        }
        return nil
    }

    /// "une dizaine de" before a scale.
    private func throughOf(_ end: Int) -> Int {
        guard has(end, .of), magnitude(end + 1, { $0 == .scale || $0 == .plural }) != nil else { return end }
        return end + 1
    }

    private func isScaled(_ index: Int) -> Bool {
        numberWord(index)?.word.kind == .hundred || magnitude(index, { $0 == .scale || $0 == .own }) != nil
    }

    /// "and" inside a number; returns where the word behind it ends.
    private func join(_ sum: inout NumeralSum, at index: Int, isDigits: Bool) -> Int? {
        let next = index + 1
        if has(index, .joinsHundreds), sum.place == 100 || sum.isClosed, let (word, _) = numberWord(next),
            word.kind != .article, word.kind != .fraction, word.kind != .hundred, fraction(at: next) == nil
        {
            return addWord(&sum, at: next, isDigits: isDigits)
        }
        if has(index, .joinsOnes), sum.place == 10 || sum.place == 20, let (word, end) = numberWord(next) {
            if word.kind == .article { return sum.addOne() ? end : nil }
            if word.kind == .teen, word.value == 11 { return sum.add(word) ? end : nil }
        }
        if kind(index) == .comma, sum.isClosed, !isDigits, let (word, end) = numberWord(next), word.kind == .unit,
            isScaled(end)
        {
            return addWord(&sum, at: next, isDigits: isDigits)
        }
        return nil
    }

    /// "point zero three" behind a whole number.
    private func decimals(at index: Int, whole: Int) -> (ScaledNumber, Int)? {
        guard has(index, .point) else { return nil }
        var number = ScaledNumber(whole)
        var end = index + 1
        while let (part, partEnd) = decimalPart(at: end) {
            let width = part < 10 ? 1 : part < 100 ? 2 : 3
            guard number.exponent > -12 else { return nil }
            for _ in 0..<width {
                let (product, overflow) = number.mantissa.multipliedReportingOverflow(by: 10)
                guard !overflow else { return nil }
                number.mantissa = product
                number.exponent -= 1
            }
            number.mantissa += part
            end = skipHyphen(partEnd)
            if part > 0 && part < 10 && numberWord(end) == nil { return (number, partEnd) }
        }
        return end > index + 1 ? (number, end) : nil
    }

    private func decimalPart(at index: Int) -> (Int, Int)? {
        var sum = NumeralSum()
        var end = index
        guard let (first, firstEnd) = numberWord(index) else { return nil }
        if first.kind == .unit { return (first.value, firstEnd) }
        guard first.kind == .ten || first.kind == .score || first.kind == .teen, sum.add(first) else { return nil }
        end = firstEnd
        while true {
            let next = skipHyphen(end)
            if let (word, wordEnd) = numberWord(next), sum.place > 1, sum.add(word) {
                end = wordEnd
            } else if let joined = join(&sum, at: next, isDigits: false) {
                end = joined
            } else {
                return sum.value.map { ($0, end) }
            }
        }
    }
}
