/// A second reading of RFC 8259, by rewriting: strings, numbers and words become one letter each, then lists of them
/// become one letter, until nothing changes.
enum NaiveJSON {
    /// Whether the bytes are one JSON text.
    static func accepts(_ bytes: [UInt8]) -> Bool {
        guard String(validating: bytes, as: UTF8.self) != nil, var text = letters(bytes[...]) else { return false }
        while true {
            let shorter = reduced(text)
            if shorter == text { break }
            text = shorter
        }
        return text == "v" || text == "s"
    }

    /// The text with `s` for each string, `v` for each number and word, and no space.
    private static func letters(_ bytes: ArraySlice<UInt8>) -> String? {
        var (rest, text) = (bytes, "")
        while let byte = rest.first {
            let count: Int?
            switch Character(Unicode.Scalar(byte)) {
            case " ", "\t", "\n", "\r": count = 1
            case "{", "}", "[", "]", ",", ":":
                text.unicodeScalars.append(Unicode.Scalar(byte))
                count = 1
            case "\"":
                text += "s"
                count = stringLength(rest)
            default:
                text += "v"
                count = wordLength(rest)
            }
            guard let count else { return nil }
            rest = rest.dropFirst(count)
        }
        return text
    }

    private static func stringLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.startIndex + 1
        while index < bytes.endIndex {
            switch bytes[index] {
            case 0x22: return index + 1 - bytes.startIndex
            case 0x5c: index += 2
            case 0..<0x20: return nil
            default: index += 1
            }
        }
        return nil
    }

    /// A word or number ends before a space, a comma or a bracket.
    private static func wordLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        let word = bytes.prefix { !" \t\n\r,:[]{}\"".utf8.contains($0) }
        let text = String(decoding: word, as: UTF8.self)
        if ["true", "false", "null"].contains(text) { return word.count }
        guard let last = text.utf8.last, (0x30...0x39).contains(last), Double(text) != nil else { return nil }
        return text.contains { "xXpPnN_".contains($0) } || text.hasPrefix("+") ? nil : word.count
    }

    private static func reduced(_ text: String) -> String {
        var result = text
        for empty in ["[]", "{}"] { result = result.replacingAll(empty, by: "v") }
        // A list loses its members one by one from the left; the last one becomes the value.
        for letter in ["v", "s"] {
            result = result.replacingAll("[\(letter),", by: "[ ").replacingAll("[\(letter)]", by: "v")
            result = result.replacingAll("{s:\(letter),s", by: "{s").replacingAll("{s:\(letter)}", by: "v")
        }
        return result.replacingAll("[ v", by: "[v").replacingAll("[ s", by: "[s")
    }
}

extension String {
    fileprivate func replacingAll(_ part: String, by other: String) -> String {
        var (result, rest) = ("", self[...])
        while let range = rest.firstRange(of: part) {
            result += rest[..<range.lowerBound] + other
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}
