/// A media type with its `charset` (RFC 9110 section 8.3.1), or a range of them.
struct MediaType: Hashable, Sendable {
    /// Type and subtype, lowercase: `text/plain`.
    let name: String
    /// The value of the `charset` parameter, unquoted.
    let charset: String?
    /// The weight in thousandths, 1000 without one; of interest in `Accept` alone (RFC 9110 section 12.4.2).
    let weight: Int

    /// The media type of a field value; `nil` where it is none.
    init?(_ value: String) {
        let parts = value.split(separator: ";", omittingEmptySubsequences: true).map(Self.trimmed)
        guard let name = parts.first, name.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).count == 2,
            !name.hasPrefix("/"), !name.hasSuffix("/"), !name.contains(" ")
        else { return nil }
        var charset: String?
        var weight = 1000
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map(Self.trimmed)
            guard pair.count == 2 else { continue }
            let value =
                pair[1].hasPrefix("\"") && pair[1].hasSuffix("\"") ? String(pair[1].dropFirst().dropLast()) : pair[1]
            if pair[0].lowercased() == "charset" { charset = value }
            if pair[0].lowercased() == "q" { weight = Self.thousandths(value) }
        }
        self.name = name.lowercased()
        self.charset = charset
        self.weight = weight
    }

    /// A weight such as `0.8`; what is none counts as 1.
    private static func thousandths(_ text: String) -> Int {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = Int(parts[0]), whole == 0, parts.count == 2 else { return text == "0" ? 0 : 1000 }
        let digits = (parts[1] + "000").prefix(3)
        return Int(digits) ?? 1000
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return String(text)
    }
}
