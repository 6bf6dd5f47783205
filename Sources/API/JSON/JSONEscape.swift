/// Escapes the inside of a JSON string (RFC 8259 section 7).
enum JSONEscape {
    /// Appends UTF-8 bytes, escaped.
    ///
    /// Eight bytes are looked at in one step: what needs no escape, which is nearly all text, is copied in runs.
    static func append(_ text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
        var run = 0
        var index = 0
        let wideEnd = text.count - 7
        while index < text.count {
            if index < wideEnd, !needsEscape(text.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index += 8
                continue
            }
            let byte = text[index]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes.append(contentsOf: text[run..<index])
                appendEscape(of: byte, to: &bytes)
                run = index + 1
            }
            index += 1
        }
        bytes.append(contentsOf: text[run...])
    }

    /// Whether one of eight bytes is a control, a quotation mark or a reverse solidus: the classic test for a byte
    /// below a bound, and for a zero byte after an exclusive or.
    static func needsEscape(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let quote = word ^ (ones &* 0x22)
        let solidus = word ^ (ones &* 0x5C)
        let control = (word &- (ones &* 0x20)) & ~word
        return (control | (quote &- ones) & ~quote | (solidus &- ones) & ~solidus) & highs != 0
    }

    private static func appendEscape(of byte: UInt8, to bytes: inout [UInt8]) {
        bytes.append(0x5C)
        switch byte {
        case 0x22, 0x5C: bytes.append(byte)
        case 0x08: bytes.append(0x62)
        case 0x09: bytes.append(0x74)
        case 0x0A: bytes.append(0x6E)
        case 0x0C: bytes.append(0x66)
        case 0x0D: bytes.append(0x72)
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: [0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
        }
    }
}
