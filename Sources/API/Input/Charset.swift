/// An encoding that an article may come in.
enum Charset: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    case latin1 = "iso-8859-1"
    case windows1252 = "windows-1252"
    case utf16 = "utf-16"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"

    /// The encoding of a label in any case, by its usual aliases (IANA character sets).
    init?(label: String) {
        switch label.lowercased() {
        case "utf-8", "utf8", "us-ascii", "ascii": self = .utf8
        case "iso-8859-1", "iso8859-1", "latin1", "l1": self = .latin1
        case "windows-1252", "cp1252", "x-cp1252": self = .windows1252
        case "utf-16": self = .utf16
        case "utf-16le": self = .utf16LittleEndian
        case "utf-16be": self = .utf16BigEndian
        default: return nil
        }
    }

    /// The encoding that a byte order mark declares; `nil` where there is none.
    init?(markOf bytes: [UInt8]) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self = .utf8
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16
        } else {
            return nil
        }
    }

    /// The text in UTF-8, without a byte order mark.
    ///
    /// - Throws: a problem that names the offset of the first byte that is not of this encoding.
    func decode(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
        switch self {
        case .utf8:
            if let offset = UTF8Check.firstInvalid(in: bytes) {
                let hex = String(bytes[offset], radix: 16, uppercase: true)
                throw Problem(
                    .invalidEncoding,
                    "the text is not valid UTF-8: byte 0x\(hex) at offset \(offset) begins no valid sequence; "
                        + "declare another encoding with the charset parameter of Content-Type")
            }
            return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        case .latin1, .windows1252: return Self.singleByte(bytes)
        case .utf16:
            if bytes.starts(with: [0xFF, 0xFE]) { return try Self.wide(bytes, from: 2, littleEndian: true) }
            return try Self.wide(bytes, from: bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0, littleEndian: false)
        case .utf16LittleEndian:
            return try Self.wide(bytes, from: bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0, littleEndian: true)
        case .utf16BigEndian:
            return try Self.wide(bytes, from: bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0, littleEndian: false)
        }
    }

    /// Windows-1252, which is also what is meant by ISO-8859-1 (WHATWG Encoding, section 4.2): its five unassigned
    /// bytes are the controls of the same number.
    private static func singleByte(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else {
                let value = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt32(byte)
                append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &text)
            }
        }
        return text
    }

    /// The characters of windows-1252 from 0x80 to 0x9F.
    static let upper: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    private static func wide(
        _ bytes: [UInt8], from start: Int, littleEndian: Bool
    ) throws(Problem) -> [UInt8] {
        func invalid(_ offset: Int) -> Problem {
            Problem(.invalidEncoding, "the text is not valid UTF-16: the code unit at offset \(offset) is incomplete")
        }
        func unit(_ at: Int) -> UInt32 {
            let (first, second) = (UInt32(bytes[at]), UInt32(bytes[at + 1]))
            return littleEndian ? second << 8 | first : first << 8 | second
        }
        guard bytes.count % 2 == 0 else { throw invalid(bytes.count - 1) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = start
        while index < bytes.count {
            var value = unit(index)
            if (0xD800...0xDBFF).contains(value), index + 3 < bytes.count, (0xDC00...0xDFFF).contains(unit(index + 2)) {
                value = 0x10000 + (value - 0xD800) << 10 + (unit(index + 2) - 0xDC00)
                index += 2
            }
            guard let scalar = Unicode.Scalar(value) else { throw invalid(index) }
            append(scalar, to: &text)
            index += 2
        }
        return text
    }

    static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
