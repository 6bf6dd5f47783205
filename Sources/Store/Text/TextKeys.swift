/// Forms of a text in which what does not matter is gone.
enum TextKeys {
    /// What identifies an article: its text without accents, any run of white space as one space, typographic
    /// apostrophes as plain ones. Two editions of a text that differ in their line breaks, in kinds of spaces or in the
    /// normal form of Unicode are the same article.
    static func identity(of text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var scanner = ScalarScanner(text)
        var pendingSpace = false
        while let scalar = scanner.next() {
            if LetterFold.isSpace(scalar) {
                pendingSpace = !result.isEmpty
                continue
            }
            if pendingSpace {
                result.append(0x20)
                pendingSpace = false
            }
            if scalar.isASCII {
                // Nearly all text: up to the next space or letter beyond ASCII at once.
                scanner.copyVisibleASCII(to: &result)
            } else {
                append(scalar.value == 0x2019 ? "'" : scalar, to: &result)
            }
        }
        return result
    }

    /// What identifies a name: small letters without accents, words of letters and digits (and `&`, `+`) apart by one
    /// space, without a legal form at the end.
    static func name(_ name: String) -> String {
        var words = folded(name)
        while words.count > 1, let last = words.last, legalForms.contains(last) {
            words.removeLast()
        }
        return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }

    /// The words of a text: small letters without accents, digits.
    static func folded(_ text: String) -> [[UInt8]] {
        var words: [[UInt8]] = []
        forEachWord(of: text) { words.append(Array($0)) }
        return words
    }

    /// Calls a body with each word of a text, folded as in ``folded(_:)``.
    static func forEachWord(of text: String, _ body: (ArraySlice<UInt8>) -> Void) {
        forEachWord(of: Array(text.utf8), body)
    }

    /// Calls a body with each word of a text in UTF-8, folded as in ``folded(_:)``.
    static func forEachWord(of text: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
        var word: [UInt8] = []
        word.reserveCapacity(64)
        var scanner = ScalarScanner(text)
        asciiWords.withUnsafeBufferPointer { letters in
            while let byte = scanner.peek {
                if byte < 0x80 {
                    scanner.skip()
                    let letter = letters[Int(byte)]
                    if letter != 0 {
                        word.append(letter)
                    } else if !word.isEmpty {
                        body(word[...])
                        word.removeAll(keepingCapacity: true)
                    }
                } else if let scalar = scanner.next() {
                    if isWordScalar(scalar) {
                        append(scalar, to: &word)
                        lower(&word)
                    } else if !word.isEmpty {
                        body(word[...])
                        word.removeAll(keepingCapacity: true)
                    }
                }
            }
        }
        if !word.isEmpty { body(word[...]) }
    }

    /// Makes the last two letters small: what one scalar is folded to.
    private static func lower(_ word: inout [UInt8]) {
        for index in word.indices.suffix(2) where (0x41...0x5A).contains(word[index]) { word[index] |= 0x20 }
    }

    /// For each byte of ASCII the small letter, digit or sign that it stands for in a word, 0 where it ends one.
    private static let asciiWords: [UInt8] = (0..<128).map { value in
        let byte = UInt8(value)
        guard isWordScalar(Unicode.Scalar(byte)) else { return 0 }
        return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<64: asciiLow >> UInt64(scalar.value) & 1 == 1
        case 64..<128: asciiHigh >> UInt64(scalar.value - 64) & 1 == 1
        case 0xC0...0x24F: scalar.value != 0xD7 && scalar.value != 0xF7
        case 0x300...0x36F: true
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// Digits, `&` and `+`, as bits from U+0000 on.
    private static let asciiLow: UInt64 = 0x03FF_0840_0000_0000
    /// Letters, as bits from U+0040 on.
    private static let asciiHigh: UInt64 = 0x07FF_FFFE_07FF_FFFE

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        if scalar.isASCII {
            bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else if let base = LetterFold.base(of: scalar) {
            if base.first != 0 { bytes.append(base.first) }
            if base.second != 0 { bytes.append(base.second) }
        } else {
            bytes.append(contentsOf: scalar.utf8Bytes)
        }
    }

    private static let legalForms: Set<[UInt8]> = Set(
        [
            "inc", "corp", "corporation", "ltd", "limited", "llc", "plc", "ag", "se", "sa", "sas", "nv", "spa", "gmbh",
            "co", "company",
        ].map { Array($0.utf8) })
}

/// Reads the scalars of valid UTF-8; ASCII costs one comparison.
private struct ScalarScanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The byte at hand.
    var peek: UInt8? {
        index < bytes.count ? bytes[index] : nil
    }

    /// Passes over the byte at hand.
    mutating func skip() {
        index += 1
    }

    /// Copies the scalar of ASCII that was just read and what follows it, up to a space or a scalar beyond ASCII.
    mutating func copyVisibleASCII(to result: inout [UInt8]) {
        let start = index - 1
        bytes.withUnsafeBufferPointer { bytes in
            while index < bytes.count, bytes[index] < 0x80, !Self.isSpace(bytes[index]) { index += 1 }
            result.append(contentsOf: bytes[start..<index])
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// The next scalar, U+FFFD for a byte that belongs to none.
    mutating func next() -> Unicode.Scalar? {
        guard index < bytes.count else { return nil }
        let first = bytes[index]
        if first < 0x80 {
            index += 1
            return Unicode.Scalar(first)
        }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
        guard length > 1, index + length <= bytes.count else {
            index += 1
            return "\u{FFFD}"
        }
        for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
        index += length
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}

extension Unicode.Scalar {
    /// The scalar in UTF-8, in small letters.
    fileprivate var utf8Bytes: [UInt8] {
        Array(properties.lowercaseMapping.utf8)
    }
}
