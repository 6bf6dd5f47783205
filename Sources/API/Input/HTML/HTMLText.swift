/// The text of HTML, with its character references resolved (WHATWG HTML section 13.5).
enum HTMLText {
    /// Appends text; `&name;` and `&#number;` become what they stand for, all else stays.
    static func append(_ source: ArraySlice<UInt8>, to text: inout [UInt8]) {
        var index = source.startIndex
        var run = index
        while index < source.endIndex {
            if source[index] == 0x26, let (scalar, length) = reference(source[index...]) {
                text.append(contentsOf: source[run..<index])
                Charset.append(scalar, to: &text)
                index += length
                run = index
            } else {
                index += 1
            }
        }
        text.append(contentsOf: source[run...])
    }

    /// The longest reference that is looked at, in bytes.
    private static let longest = 12

    private static func reference(_ source: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        guard let end = source.prefix(longest).firstIndex(of: 0x3B) else { return nil }
        let name = String(decoding: source[(source.startIndex + 1)..<end], as: UTF8.self)
        let length = end + 1 - source.startIndex
        guard name.hasPrefix("#") else { return names[name].map { ($0, length) } }
        let digits = name.dropFirst()
        let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
        guard let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
        return (scalar(of: value), length)
    }

    /// The character of a number; those of windows-1252 are meant where C1 controls are named, and what is no character
    /// is replaced.
    private static func scalar(of value: UInt32) -> Unicode.Scalar {
        let meant = (0x80...0x9F).contains(value) ? Charset.upper[Int(value) - 0x80] : value
        return meant == 0 ? "\u{FFFD}" : Unicode.Scalar(meant) ?? "\u{FFFD}"
    }

    /// The names that articles use: the markup characters, Latin-1 and the typography of print.
    private static let names: [String: Unicode.Scalar] = {
        var names: [String: Unicode.Scalar] = [:]
        let latin =
            """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
            micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring \
            AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml \
            times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil \
            egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash \
            ugrave uacute ucirc uuml yacute thorn yuml
            """
        for (offset, name) in latin.split(separator: " ").enumerated() {
            names[String(name)] = Unicode.Scalar(UInt32(0xA0 + offset))
        }
        let others: [(String, Unicode.Scalar)] = [
            ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("ndash", "–"), ("mdash", "—"),
            ("lsquo", "‘"), ("rsquo", "’"), ("sbquo", "‚"), ("ldquo", "“"), ("rdquo", "”"), ("bdquo", "„"),
            ("lsaquo", "‹"), ("rsaquo", "›"), ("hellip", "…"), ("bull", "•"), ("euro", "€"), ("trade", "™"),
            ("OElig", "Œ"), ("oelig", "œ"), ("Scaron", "Š"), ("scaron", "š"), ("Yuml", "Ÿ"), ("ensp", "\u{2002}"),
            ("emsp", "\u{2003}"), ("thinsp", "\u{2009}"), ("zwnj", "\u{200C}"), ("zwj", "\u{200D}"), ("minus", "−"),
            ("permil", "‰"), ("prime", "′"), ("Prime", "″"), ("hyphen", "‐"), ("numsp", "\u{2007}"), ("rarr", "→"),
        ]
        for (name, scalar) in others { names[name] = scalar }
        return names
    }()
}
