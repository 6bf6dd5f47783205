extension LiteralScan {
    /// A number in digits as written, without scale words.
    struct Digits {
        var number: ScaledNumber
        var end: Int
        /// The number of digits where it is one run and nothing else; else 0.
        var plainDigits = 0
        var isWhole = true
    }

    /// A run of digits with the sign before it.
    private struct Group {
        var sign: UInt8
        var bytes: Range<Int>
    }

    /// The number whose digits begin at a token, or inside it (`EUR29`): grouping and decimal signs of either style.
    func digits(at index: Int, from start: Int? = nil) -> Digits? {
        guard let first = token(index) else { return nil }
        if isLeadingPoint(index), let part = token(index + 1) {
            return number([Group(sign: 0, bytes: 0..<0), Group(sign: 0x2E, bytes: bytes(part))], end: index + 2)
        }
        if first.kind == .symbol {
            return vulgarFraction(index).map { Digits(number: $0, end: index + 1, isWhole: false) }
        }
        guard first.kind == .number || start != nil else { return nil }
        let head = Group(sign: 0, bytes: (start ?? Int(first.start))..<Int(first.end))
        guard mayGoOn(at: index + 1) else { return plain(head, index) }
        var groups = [head]
        var next = index + 1
        while groups.count < Self.mostGroups, let (group, end) = group(at: next, after: groups) {
            groups.append(group)
            next = end
        }
        if groups.count == 1 { return plain(groups[0], index) }
        while groups.count > 1 {
            if let digits = number(groups, end: next) { return digits }
            groups.removeLast()
            next -= groups.last.map { $0.sign == 0x20 ? 1 : 2 } ?? 0
        }
        return plain(groups[0], index)
    }

    /// No number that is counted has more groups of digits.
    private static let mostGroups = 8

    /// Whether a further group of digits may stand at a token: a number does, or one follows right behind a sign.
    private func mayGoOn(at index: Int) -> Bool {
        guard let token = token(index) else { return false }
        return token.kind == .number || !token.spaced && kind(index + 1) == .number && !isSpaced(index + 1)
    }

    private func bytes(_ token: Token) -> Range<Int> { Int(token.start)..<Int(token.end) }

    private func plain(_ group: Group, _ index: Int) -> Digits? {
        guard let value = value(group.bytes) else { return nil }
        if let fraction = slashFraction(index, numerator: value) { return fraction }
        if let (power, end) = power(index + 1, of: value) { return Digits(number: power, end: end) }
        var digits = Digits(number: ScaledNumber(value), end: index + 1, plainDigits: group.bytes.count)
        if let mixed = mixedFraction(index + 1, whole: value) { digits = mixed }
        return digits
    }

    /// The next group of digits: behind a sign without spaces, or three digits behind a space.
    private func group(at index: Int, after groups: [Group]) -> (Group, Int)? {
        guard let token = token(index) else { return nil }
        let spaces = groups.dropFirst().allSatisfy { $0.sign == 0x20 }
        if token.kind == .number {
            guard token.spaced, token.end - token.start == 3, spaces, groups[0].bytes.count <= 3,
                isGroupSpace(before: token), groups[0].bytes.count > 0
            else { return nil }
            return (Group(sign: 0x20, bytes: bytes(token)), index + 1)
        }
        guard !token.spaced, let part = self.token(index + 1), part.kind == .number, !part.spaced else { return nil }
        switch token.kind {
        case .comma: return (Group(sign: 0x2C, bytes: bytes(part)), index + 2)
        case .stop where byte(index) == 0x2E: return (Group(sign: 0x2E, bytes: bytes(part)), index + 2)
        case .closeQuote, .straightQuote:
            guard part.end - part.start == 3 else { return nil }
            return (Group(sign: 0x27, bytes: bytes(part)), index + 2)
        default: return nil
        }
    }

    /// One space of any width: a plain one groups only where the language does not group with commas.
    private func isGroupSpace(before token: Token) -> Bool {
        let start = Int(token.start)
        if document.bytes[start - 1] == 0x20 {
            return lexicon.style.group != 0x2C && start > 1 && document.bytes[start - 2] != 0x20
        }
        return document.bytes[start - 1] >= 0x80
    }

    /// The value of groups of digits; `nil` where they are no single number.
    private func number(_ groups: [Group], end: Int) -> Digits? {
        guard let last = groups.last else { return nil }
        let inner = groups.dropFirst().dropLast()
        let hasDecimals: Bool
        if inner.isEmpty {
            hasDecimals = isDecimal(last, behind: groups[0])
            if hasDecimals, last.sign == lexicon.style.group, last.bytes.count > 2, last.sign == 0x2C { return nil }
        } else {
            hasDecimals = inner.allSatisfy { $0.sign != last.sign } && last.sign != 0x20
        }
        let whole = hasDecimals ? groups.dropLast() : groups[...]
        guard whole.count == 1 || whole[0].bytes.count <= 3,
            whole.dropFirst().allSatisfy({ $0.bytes.count == 3 && $0.sign == whole[1].sign })
        else { return nil }
        var mantissa = 0
        for group in groups {
            guard let value = value(group.bytes, after: mantissa) else { return nil }
            mantissa = value
        }
        let exponent = hasDecimals ? -last.bytes.count : 0
        return Digits(number: ScaledNumber(mantissa, exponent: exponent), end: end, isWhole: !hasDecimals)
    }

    /// Whether the only sign in a number is a decimal one.
    private func isDecimal(_ last: Group, behind first: Group) -> Bool {
        switch last.sign {
        case 0x20, 0x27: return false
        case lexicon.style.decimal: return true
        default:
            let isZero = first.bytes.count == 1 && document.bytes[first.bytes.lowerBound] == 0x30
            return last.bytes.count != 3 || first.bytes.count > 3 || first.bytes.isEmpty || isZero
        }
    }

    private func value(_ bytes: Range<Int>, after start: Int = 0) -> Int? {
        var value = start
        for byte in document.bytes[bytes] {
            let (product, first) = value.multipliedReportingOverflow(by: 10)
            let (sum, second) = product.addingReportingOverflow(Int(byte &- 0x30))
            guard !first, !second else { return nil }
            value = sum
        }
        return value
    }

    /// "1e10", "2^5" behind a whole number.
    private func power(_ index: Int, of value: Int) -> (ScaledNumber, Int)? {
        guard let sign = token(index) else { return nil }
        if sign.kind == .word, !sign.spaced, sign.flags.contains(.mixed),
            document.bytes[Int(sign.start)] | 0x20 == 0x65,
            sign.end - sign.start <= 3,
            document.bytes[Int(sign.start) + 1..<Int(sign.end)].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
            let exponent = self.value(Int(sign.start) + 1..<Int(sign.end))
        {
            return (ScaledNumber(value, exponent: exponent), index + 1)
        }
        guard byte(index) == 0x5E, let part = token(index + 1), part.kind == .number, part.end - part.start <= 2,
            let exponent = self.value(bytes(part))
        else { return nil }
        var power = 1
        for _ in 0..<exponent {
            let (product, overflow) = power.multipliedReportingOverflow(by: value)
            guard !overflow else { return nil }
            power = product
        }
        return (ScaledNumber(power), index + 2)
    }

    /// "1/4": the numerator stands at the index.
    private func slashFraction(_ index: Int, numerator: Int) -> Digits? {
        guard byte(index + 1) == 0x2F, !isSpaced(index + 1), let part = token(index + 2), part.kind == .number,
            !part.spaced, let divisor = value(bytes(part)), divisor > numerator, divisor > 1, divisor <= 100,
            numerator > 0, byte(index + 3) != 0x2F
        else { return nil }
        return Digits(number: ScaledNumber(numerator, divisor: divisor), end: index + 3, isWhole: false)
    }

    /// "10 1/2", "5½": the fraction stands at the index.
    private func mixedFraction(_ index: Int, whole: Int) -> Digits? {
        var fraction: (ScaledNumber, Int)?
        if kind(index) == .symbol, let number = vulgarFraction(index) { fraction = (number, index + 1) }
        if kind(index) == .number, let part = token(index), let numerator = value(bytes(part)),
            let digits = slashFraction(index, numerator: numerator)
        {
            fraction = (digits.number, digits.end)
        }
        guard let (part, end) = fraction,
            let sum = ScaledNumber(whole).adding(part.mantissa, over: part.divisor, of: 1)
        else { return nil }
        return Digits(number: sum, end: end, isWhole: false)
    }

    /// "½" and its like (Unicode, Number Forms).
    private func vulgarFraction(_ index: Int) -> ScaledNumber? {
        guard let token = token(index), token.end - token.start >= 2,
            let scalar = String(decoding: document.bytes[bytes(token)], as: UTF8.self).unicodeScalars.first,
            let (numerator, denominator) = Self.vulgar[scalar.value]
        else { return nil }
        return ScaledNumber(numerator, divisor: denominator)
    }

    private static let vulgar: [UInt32: (Int, Int)] = [
        0xBC: (1, 4), 0xBD: (1, 2), 0xBE: (3, 4), 0x2150: (1, 7), 0x2151: (1, 9), 0x2152: (1, 10), 0x2153: (1, 3),
        0x2154: (2, 3), 0x2155: (1, 5), 0x2156: (2, 5), 0x2157: (3, 5), 0x2158: (4, 5), 0x2159: (1, 6),
        0x215A: (5, 6), 0x215B: (1, 8), 0x215C: (3, 8), 0x215D: (5, 8), 0x215E: (7, 8),
    ]
}
