/// Tells whether bytes are JSON (RFC 8259) without reading them: a damaged file may hold anything, and what the store gives is
/// answered as it stands. Costs a fraction of the query that gave it.
enum JSONCheck {
    /// Whether the bytes are JSON values with commas between them, or nothing.
    static func areValues(_ bytes: [UInt8]) -> Bool {
        guard UTF8Check.firstInvalid(in: bytes) == nil else { return false }
        return bytes.withUnsafeBytes { raw in
            guard !raw.isEmpty else { return true }
            var scanner = JSONScanner(raw: raw)
            repeat {
                guard scanner.skipValue(depth: 0) else { return false }
            } while scanner.skip(0x2C)
            return scanner.index == raw.count
        }
    }
}

/// Walks over JSON; every step says whether it was right. Between values there may be no blanks: our writer makes none.
private struct JSONScanner {
    let raw: UnsafeRawBufferPointer
    private(set) var index = 0

    init(raw: UnsafeRawBufferPointer) {
        self.raw = raw
    }

    private var byte: UInt8 {
        index < raw.count ? raw[index] : 0
    }

    /// Passes over one byte, if it is this one.
    mutating func skip(_ expected: UInt8) -> Bool {
        guard index < raw.count, raw[index] == expected else { return false }
        index += 1
        return true
    }

    mutating func skipValue(depth: Int) -> Bool {
        guard depth <= JSONReader.depthLimit else { return false }
        switch byte {
        case 0x7B: return skipList(0x7D) { $0.skipString() && $0.skip(0x3A) && $0.skipValue(depth: depth + 1) }
        case 0x5B: return skipList(0x5D) { $0.skipValue(depth: depth + 1) }
        case 0x22: return skipString()
        case 0x74: return skipWord("true")
        case 0x66: return skipWord("false")
        case 0x6E: return skipWord("null")
        default: return skipNumber()
        }
    }

    private mutating func skipList(_ end: UInt8, _ element: (inout JSONScanner) -> Bool) -> Bool {
        index += 1
        if skip(end) { return true }
        repeat {
            guard element(&self) else { return false }
        } while skip(0x2C)
        return skip(end)
    }

    private mutating func skipWord(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard index + length <= raw.count else { return false }
        for offset in 0..<length where raw[index + offset] != word.utf8Start[offset] { return false }
        index += length
        return true
    }

    /// RFC 8259 section 6.
    private mutating func skipNumber() -> Bool {
        _ = skip(0x2D)
        if !skip(0x30), !skipDigits() { return false }
        if skip(0x2E), !skipDigits() { return false }
        guard skip(0x65) || skip(0x45) else { return true }
        if !skip(0x2B) { _ = skip(0x2D) }
        return skipDigits()
    }

    private mutating func skipDigits() -> Bool {
        let start = index
        while (0x30...0x39).contains(byte) { index += 1 }
        return index > start
    }

    /// RFC 8259 section 7.
    private mutating func skipString() -> Bool {
        guard skip(0x22) else { return false }
        while true {
            skipPlain()
            switch byte {
            case 0x22:
                index += 1
                return true
            case 0x5C:
                guard skipEscape() else { return false }
            case 0x00...0x1F: return false
            default: index += 1
            }
        }
    }

    /// Passes over eight bytes at a time, as long as there is neither a quotation mark, a backslash nor a control among them.
    private mutating func skipPlain() {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var place = index
        let last = raw.count - 8
        while place <= last {
            let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let (quote, slash) = (word ^ 0x2222_2222_2222_2222, word ^ 0x5C5C_5C5C_5C5C_5C5C)
            let controls = (word &- 0x2020_2020_2020_2020) & ~word
            let marks = (quote &- ones) & ~quote | (slash &- ones) & ~slash
            if (controls | marks) & 0x8080_8080_8080_8080 != 0 { break }
            place += 8
        }
        index = place
    }

    private mutating func skipEscape() -> Bool {
        index += 1
        switch byte {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
            index += 1
            return true
        case 0x75:
            guard index + 5 <= raw.count else { return false }
            let digits = raw[(index + 1)..<(index + 5)]
            index += 5
            return digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) }
        default: return false
        }
    }
}
