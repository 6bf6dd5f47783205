/// Tells valid UTF-8 from invalid (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
enum UTF8Check {
    /// The offset of the first byte that is not part of a valid sequence, or `nil` where all are.
    static func firstInvalid(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { raw in
            var index = 0
            while index < raw.count {
                if index + 8 <= raw.count,
                    raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                {
                    index += 8
                    continue
                }
                let length = sequenceLength(raw, at: index)
                if length == 0 { return index }
                index += length
            }
            return nil
        }
    }

    /// The length of the valid sequence that begins at `index`, or 0 (RFC 3629 section 4).
    private static func sequenceLength(_ raw: UnsafeRawBufferPointer, at index: Int) -> Int {
        let lead = raw[index]
        let left = raw.count - index
        func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            range.contains(raw[index + offset])
        }
        switch lead {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return left >= 2 && follows(1) ? 2 : 0
        case 0xE0: return left >= 3 && follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
        case 0xED: return left >= 3 && follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
        case 0xE1...0xEF: return left >= 3 && follows(1) && follows(2) ? 3 : 0
        case 0xF0: return left >= 4 && follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
        case 0xF1...0xF3: return left >= 4 && follows(1) && follows(2) && follows(3) ? 4 : 0
        case 0xF4: return left >= 4 && follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
        default: return 0
        }
    }
}
