/// Cuts HTML into tags and text, in one pass over the bytes.
///
/// It follows the tokenizer of the HTML standard (WHATWG HTML section 13.2.5) where that decides what is text and what
/// is not: comments, declarations, quoted attribute values and the raw content of scripts and styles. What is not closed
/// runs to the end, as there, so that no input is looked at twice.
struct HTMLTokenizer {
    /// A piece of a page.
    enum Token: Hashable, Sendable {
        /// A start tag: its name and attributes, names lowercase, values with their character references resolved.
        case start(String, [String: String])
        /// An end tag.
        case end(String)
        /// Text as it stands, character references not resolved.
        case text(Range<Int>)
        /// The raw content of an element, such as a script.
        case raw(String, Range<Int>)
    }

    private let bytes: [UInt8]
    private var index = 0
    private var rawName: String?

    /// A tokenizer of a page in UTF-8.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next piece; `nil` at the end.
    mutating func next() -> Token? {
        if let name = rawName {
            rawName = nil
            let start = index
            index = endOfRaw(name)
            if index > start { return .raw(name, start..<index) }
        }
        while index < bytes.count {
            if bytes[index] == 0x3C, let token = markup() { return token }
            if index < bytes.count, bytes[index] != 0x3C || !opensMarkup(index) { return text() }
        }
        return nil
    }

    private func byte(_ at: Int) -> UInt8 {
        at < bytes.count ? bytes[at] : 0
    }

    private func isLetter(_ at: Int) -> Bool {
        let lowered = byte(at) | 0x20
        return lowered >= 0x61 && lowered <= 0x7A
    }

    /// Whether the `<` at this place opens a tag, a comment or a declaration, and is not text.
    private func opensMarkup(_ at: Int) -> Bool {
        isLetter(at + 1) || byte(at + 1) == 0x21 || byte(at + 1) == 0x3F || byte(at + 1) == 0x2F
    }

    private mutating func text() -> Token {
        let start = index
        index += 1
        while index < bytes.count, bytes[index] != 0x3C || !opensMarkup(index) { index += 1 }
        return .text(start..<index)
    }

    /// A tag, or `nil` behind a comment, a declaration or broken markup.
    private mutating func markup() -> Token? {
        switch byte(index + 1) {
        case 0x21, 0x3F:
            skipDeclaration()
            return nil
        case 0x2F:
            index += 2
            guard isLetter(index) else {
                skip(past: 0x3E)
                return nil
            }
            let name = name()
            skip(past: 0x3E)
            return .end(name)
        default:
            guard isLetter(index + 1) else { return nil }
            index += 1
            let name = name()
            let attributes = attributes()
            if Self.rawElements.contains(name) { rawName = name }
            return .start(name, attributes)
        }
    }

    /// Elements whose content is not markup (WHATWG HTML section 13.1.2).
    private static let rawElements: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
    ]

    private mutating func skipDeclaration() {
        guard byte(index + 1) == 0x21, byte(index + 2) == 0x2D, byte(index + 3) == 0x2D else { return skip(past: 0x3E) }
        index += 4
        while index < bytes.count, byte(index) != 0x2D || byte(index + 1) != 0x2D || byte(index + 2) != 0x3E {
            index += 1
        }
        index = min(bytes.count, index + 3)
    }

    private mutating func skip(past end: UInt8) {
        while index < bytes.count, bytes[index] != end { index += 1 }
        index = min(bytes.count, index + 1)
    }

    private mutating func name() -> String {
        let start = index
        while index < bytes.count, ![0x20, 0x09, 0x0A, 0x0C, 0x0D, 0x2F, 0x3E, 0x3D].contains(bytes[index]) {
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    }

    private mutating func skipSpace() {
        while [0x20, 0x09, 0x0A, 0x0C, 0x0D, 0x2F].contains(byte(index)), index < bytes.count { index += 1 }
    }

    /// The attributes up to the end of the tag; the first of one name counts.
    private mutating func attributes() -> [String: String] {
        var attributes: [String: String] = [:]
        while true {
            skipSpace()
            guard index < bytes.count else { return attributes }
            if bytes[index] == 0x3E {
                index += 1
                return attributes
            }
            if bytes[index] == 0x3D { index += 1 }
            let name = name()
            skipSpace()
            var value = ""
            if byte(index) == 0x3D {
                index += 1
                value = self.value()
            }
            if !name.isEmpty, attributes[name] == nil { attributes[name] = value }
        }
    }

    private mutating func value() -> String {
        while [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte(index)) { index += 1 }
        let quote = byte(index)
        let isQuoted = quote == 0x22 || quote == 0x27
        if isQuoted { index += 1 }
        let start = index
        while index < bytes.count,
            isQuoted ? bytes[index] != quote : ![0x20, 0x09, 0x0A, 0x0C, 0x0D, 0x3E].contains(bytes[index])
        {
            index += 1
        }
        var text: [UInt8] = []
        HTMLText.append(bytes[start..<index], to: &text)
        if isQuoted { index = min(bytes.count, index + 1) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Where the raw content of an element ends: before its end tag.
    private func endOfRaw(_ name: String) -> Int {
        let wanted = Array(name.utf8)
        var at = index
        while at < bytes.count {
            if bytes[at] == 0x3C, byte(at + 1) == 0x2F, at + 2 + wanted.count <= bytes.count,
                zip(wanted, bytes[(at + 2)...]).allSatisfy({ $0 == $1 | 0x20 })
            {
                return at
            }
            at += 1
        }
        return at
    }
}
