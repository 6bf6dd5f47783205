/// A decoded `name=value` pair.
public struct QueryItem: Hashable, Sendable {
    /// The name, decoded.
    public let name: String
    /// The value, decoded; empty without `=`.
    public let value: String

    /// A pair.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    /// The pairs of a query as `application/x-www-form-urlencoded` has them: parts between `&`, `+` for a space, percent
    /// escapes (WHATWG URL section 5.1, save that nothing invalid is let through). Empty parts are skipped.
    ///
    /// - Throws: ``QueryError`` when an escape is broken or the decoded bytes are no UTF-8.
    public static func parse(_ query: String) throws(QueryError) -> [QueryItem] {
        var items: [QueryItem] = []
        for part in query.utf8.split(separator: UInt8(ascii: "&")) {
            let mark = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let name = try PercentDecoding.decode(part[..<mark], plusIsSpace: true)
            let rest = mark == part.endIndex ? part[mark...] : part[part.index(after: mark)...]
            items.append(QueryItem(name: name, value: try PercentDecoding.decode(rest, plusIsSpace: true)))
        }
        return items
    }
}

/// Why a query or path segment could not be decoded.
public enum QueryError: Error, Hashable, Sendable {
    /// A `%` without two hexadecimal digits behind it (RFC 3986 section 2.1).
    case brokenEscape
    /// The decoded bytes are no UTF-8.
    case invalidUTF8
}
