extension LiteralScan {
    func wordNumeral(at index: Int) -> Numeral? {
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
    func extend(_ sum: inout NumeralSum, from start: Int) -> Int {
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
                if isDigits || sum.group >= 10 || (sum.group == 0 && isNumberBefore(index)),
                    document.hit(at: index, .currency) != nil
                {
                    return nil
                }
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
        numberWord(index)?.word.kind == .hundred
            || magnitude(index, { $0 == .scale || $0 == .own || $0 == .plural }) != nil
    }

    /// "and" inside a number; returns where the word behind it ends.
    private func join(_ sum: inout NumeralSum, at index: Int, isDigits: Bool) -> Int? {
        let next = index + 1
        if has(index, .joinsHundreds), sum.place == 100 || sum.isClosed, let (word, wordEnd) = numberWord(next),
            word.kind != .article, word.kind != .fraction, word.kind != .hundred, fraction(at: next) == nil,
            !isOther(sum, from: wordEnd)
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

    /// Whether what follows makes a second number: "one hundred and two hundred", "five million and ten million".
    private func isOther(_ sum: NumeralSum, from start: Int) -> Bool {
        var index = skipHyphen(start)
        for _ in 0..<3 {
            guard let (word, end) = numberWord(index) else { break }
            if word.kind == .hundred, sum.place == 100 { return true }
            index = skipHyphen(end)
        }
        guard let (magnitude, _) = magnitude(index, { $0 == .scale || $0 == .plural || $0 == .own }) else {
            return false
        }
        return magnitude.value >= sum.lastScale
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
