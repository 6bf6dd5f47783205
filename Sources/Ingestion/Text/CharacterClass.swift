/// What a code point is to the tokenizer.
enum CharacterClass {
    case space
    case letter
    case digit
    case apostrophe
    case hyphen
    /// Soft hyphens, joiners, variation selectors: part of nothing.
    case ignored
    case sign(Token.Kind)

    /// The class of a code point.
    @inline(__always)
    static func of(_ scalar: UInt32) -> CharacterClass {
        scalar < 0x80 ? ascii(UInt8(scalar)) : beyondASCII(scalar)
    }

    @inline(__always)
    private static func ascii(_ code: UInt8) -> CharacterClass {
        switch code | 0x20 {
        case 0x61...0x7A where code >= 0x41: .letter
        default: asciiSign(code)
        }
    }

    private static func asciiSign(_ code: UInt8) -> CharacterClass {
        switch Unicode.Scalar(code) {
        case "0"..."9": .digit
        case "'", "`": .apostrophe
        case "-": .hyphen
        case ".", "!", "?": .sign(.stop)
        case ",": .sign(.comma)
        case ";", ":": .sign(.colon)
        case "(", "[", "{": .sign(.openBracket)
        case ")", "]", "}": .sign(.closeBracket)
        case "\"": .sign(.straightQuote)
        case "$": .sign(.currencySign)
        case "%": .sign(.percent)
        default: code <= 0x20 || code == 0x7F ? .space : .sign(.symbol)
        }
    }

    private static func beyondASCII(_ scalar: UInt32) -> CharacterClass {
        switch scalar {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x85: .space
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F, 0x80...0x9F: .ignored
        // The marks of a trade name ("Instinct™") part words and are no word themselves.
        case 0xA9, 0xAE, 0x2120, 0x2122: .space
        case 0x2018, 0x2019, 0x2BC, 0xB4: .apostrophe
        case 0x2010, 0x2011: .hyphen
        case 0x2012...0x2015, 0x2212: .sign(.dash)
        case 0xAB, 0x201C, 0x201E: .sign(.openQuote)
        case 0xBB, 0x201D: .sign(.closeQuote)
        case 0x201F, 0x2033: .sign(.straightQuote)
        case 0x2026: .sign(.stop)
        case 0xA2...0xA5, 0x20A0...0x20CF: .sign(.currencySign)
        case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2B8, 0x300...0x1FFF, 0x2C00...0x2DFF,
            0x3040...0xD7FF, 0xF900...0xFDFF, 0x10000...0x1F000, 0x20000...0x3FFFF:
            .letter
        default: .sign(.symbol)
        }
    }
}
