import HTTPCore

/// Any bytes as a query, a path and a route.
enum QueryTarget {
    static func check(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let items = try? QueryItem.parse(text)
        precondition(items == naive(text), "a naive reader sees other pairs")
        precondition((try? PercentDecoding.decode(PercentDecoding.encode(text))) == text, "encoding is not undone")
        if let items {
            let written = items.map { "\(PercentDecoding.encode($0.name))=\(PercentDecoding.encode($0.value))" }
            precondition(
                (try? QueryItem.parse(written.joined(separator: "&"))) == items, "what was written reads otherwise")
        }
        let route = Route(.get, "/{name}/x") { _ in HTTPResponse(.ok) }
        _ = Router([route]).respondNow(to: HTTPRequest(method: .get, target: text))
    }

    /// The pairs, by another way: the text is taken apart as characters of ISO 8859-1, one for each byte.
    private static func naive(_ text: String) -> [QueryItem]? {
        var items: [QueryItem] = []
        let latin = String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) }))
        for part in latin.unicodeScalars.split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(sides[0]), let value = sides.count == 2 ? decoded(sides[1]) : "" else {
                return nil
            }
            items.append(QueryItem(name: name, value: value))
        }
        return items
    }

    private static func decoded(_ text: Substring.UnicodeScalarView) -> String? {
        let parts = text.split(separator: "%", omittingEmptySubsequences: false)
        var bytes = plain(parts[0])
        for part in parts.dropFirst() {
            let digits = part.prefix(2)
            guard digits.count == 2, digits.allSatisfy({ $0.isASCII && $0.properties.isASCIIHexDigit }),
                let byte = UInt8(String(digits), radix: 16)
            else { return nil }
            bytes += [byte] + plain(part.dropFirst(2))
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func plain(_ text: Substring.UnicodeScalarView) -> [UInt8] {
        text.map { $0 == "+" ? 0x20 : UInt8(truncatingIfNeeded: $0.value) }
    }
}
