/// A word, number or sign of a text: byte offsets into the original, and what the scanner saw of it.
struct Token: Sendable {
    /// What the bytes are.
    enum Kind: UInt8, Sendable {
        /// Letters, or letters and digits that begin with a letter (`GB200`), or dotted initials (`U.S.`).
        case word
        /// A run of digits.
        case number
        /// The `'s` of an English possessive.
        case possessive
        /// `.`, `!`, `?`, `…`.
        case stop
        /// `,`.
        case comma
        /// `;` or `:`.
        case colon
        /// A hyphen between two words without spaces.
        case hyphen
        /// A dash, or a hyphen with space around it.
        case dash
        case openBracket, closeBracket
        case openQuote, closeQuote
        /// `"`, or any other mark that opens and closes alike.
        case straightQuote
        /// `$`, `€`, `£`, `¥`, `₹`, `₩`, `₪`, ….
        case currencySign
        case percent
        /// Anything else.
        case symbol
    }

    /// What is known beside the kind.
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt16
        /// White space, or nothing at all, stands before it.
        static let spaceBefore = Flags(rawValue: 1 << 0)
        /// Its first letter is a capital.
        static let capitalised = Flags(rawValue: 1 << 1)
        /// It has two or more letters, all of them capitals.
        static let allCapitals = Flags(rawValue: 1 << 2)
        /// It is the first word of its sentence.
        static let sentenceStart = Flags(rawValue: 1 << 3)
        /// Some letter has an accent.
        static let accented = Flags(rawValue: 1 << 4)
        /// A French elision: `l'`, `d'`, `qu'`.
        static let elision = Flags(rawValue: 1 << 5)
        /// It holds a capital behind its first letter (`OpenAI`, `xAI`).
        static let innerCapital = Flags(rawValue: 1 << 6)
        /// Letters and digits (`GB200`).
        static let mixed = Flags(rawValue: 1 << 7)
        /// Dotted initials (`U.S.`).
        static let dotted = Flags(rawValue: 1 << 8)
        /// It stands between quotation marks.
        static let quoted = Flags(rawValue: 1 << 9)
        /// It stands between brackets.
        static let bracketed = Flags(rawValue: 1 << 10)
    }

    /// The first byte.
    var start: Int32
    /// The byte behind the last one.
    var end: Int32
    /// The hash of the folded form (``Folding``).
    var hash: UInt64
    var kind: Kind
    var flags: Flags
    /// The index of its sentence.
    var sentence: Int32
    /// The index of its paragraph; 0 is the headline.
    var paragraph: Int32

    /// Whether white space stands before it.
    var spaced: Bool { flags.contains(.spaceBefore) }
    /// Whether its first letter is a capital.
    var capitalised: Bool { flags.contains(.capitalised) }
}
