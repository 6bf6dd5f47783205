/// Folding makes the written variants of a word equal: case, accents, ligatures, dots of initials.
enum Folding {
    /// The start value of the hash (FNV-1a, 64 bits).
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash of one more folded byte.
    @inline(__always)
    static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// The base letters of a code point of Latin-1 Supplement, Latin Extended-A or -B, or `nil` where it is no letter
    /// that we fold; combining marks fold to nothing.
    static func base(of scalar: UInt32) -> StaticString? {
        switch scalar {
        case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: ""
        case 0xC0...0x17F: latin[Int(scalar) - 0xC0]
        case 0x218, 0x219: "s"
        case 0x21A, 0x21B: "t"
        case 0x1E9E: "ss"
        default: nil
        }
    }

    /// Whether a code point of the folded range is a capital letter.
    static func isCapital(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xC0...0xD6, 0xD8...0xDE: true
        case 0x100...0x137, 0x14A...0x177: scalar & 1 == 0
        case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1
        case 0x178, 0x218, 0x21A: true
        case 0x391...0x3A9, 0x410...0x42F: true
        default: false
        }
    }

    /// The folded form of a text, byte for byte as the tokenizer hashes it.
    static func fold(_ text: String) -> [UInt8] {
        var folded: [UInt8] = []
        forEachByte(of: text) { folded.append($0) }
        return folded
    }

    /// The first byte of the folded form of a text in UTF-8.
    static func first(of text: UnsafeBufferPointer<UInt8>) -> UInt8? {
        guard let byte = text.first else { return nil }
        return byte < 0x80 ? small(byte) : fold(String(decoding: text, as: UTF8.self)).first
    }

    /// The hash of a word's folded form.
    static func hash(_ word: String) -> UInt64 {
        var letters = word
        return letters.withUTF8 { hash($0) }
    }

    /// The hash of the folded form of a word in UTF-8.
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte < 0x80 {
                hash = mix(hash, small(byte))
                continue
            }
            guard let base = latinBase(byte, index < bytes.count ? bytes[index] : 0) else { return slowHash(bytes) }
            base.withUTF8Buffer { for letter in $0 { hash = mix(hash, letter) } }
            index += 1
        }
        return hash
    }

    /// A byte of ASCII as a small letter, if it is a letter.
    @inline(__always)
    static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// The base letters of an accented letter of two bytes, U+00C0 to U+017F; `nil` for anything else.
    @inline(__always)
    static func latinBase(_ first: UInt8, _ second: UInt8) -> StaticString? {
        guard (0xC3...0xC5).contains(first), second & 0xC0 == 0x80 else { return nil }
        return latin[Int(first & 0x1F) << 6 + Int(second & 0x3F) - 0xC0]
    }

    /// The same, but for the signs of multiplication and division, which stand among the letters.
    @inline(__always)
    static func latinLetter(_ first: UInt8, _ second: UInt8) -> StaticString? {
        first != 0xC3 || second & 0x1F != 0x17 ? latinBase(first, second) : nil
    }

    private static func slowHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed
        forEachByte(of: String(decoding: bytes, as: UTF8.self)) { hash = mix(hash, $0) }
        return hash
    }

    @inline(__always)
    private static func forEachByte(of text: String, _ take: (UInt8) -> Void) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: take(UInt8(scalar.value) + 32)
            case 0..<0x80: take(UInt8(scalar.value))
            case 0x2019, 0x2BC, 0x2018: take(0x27)
            default:
                if let base = base(of: scalar.value) {
                    base.withUTF8Buffer { for byte in $0 { take(byte) } }
                } else {
                    for byte in String(scalar).utf8 { take(byte) }
                }
            }
        }
    }

    /// U+00C0 to U+017F.
    private static let latin: [StaticString] = [
        "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
        "d", "n", "o", "o", "o", "o", "o", "x", "o", "u", "u", "u", "u", "y", "th", "ss",
        "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
        "d", "n", "o", "o", "o", "o", "o", "/", "o", "u", "u", "u", "u", "y", "th", "y",
        "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
        "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
        "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i",
        "i", "i", "ij", "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l",
        "l", "l", "l", "n", "n", "n", "n", "n", "n", "n", "n", "n", "o", "o", "o", "o",
        "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
        "s", "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u",
        "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "s",
    ]
}
