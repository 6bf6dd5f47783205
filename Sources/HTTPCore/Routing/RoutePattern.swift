/// A path pattern: literal segments and `{name}` segments, each of which takes one non-empty segment.
public struct RoutePattern: Hashable, Sendable {
    /// One segment of a pattern.
    public enum Segment: Hashable, Sendable {
        /// Matches these bytes, percent escapes decoded.
        case literal(String)
        /// Matches any non-empty segment.
        case parameter(String)
    }

    /// The pattern as written, as OpenAPI wants it.
    public let text: String
    /// Its segments.
    public let segments: [Segment]

    /// A pattern such as `/deals/{id}/history`.
    public init(_ text: String) {
        self.text = text
        segments = text.split(separator: "/").map { part in
            part.hasPrefix("{") && part.hasSuffix("}")
                ? .parameter(String(part.dropFirst().dropLast())) : .literal(String(part))
        }
    }

    /// Whether no segment is a parameter.
    public var isLiteral: Bool {
        segments.allSatisfy { if case .literal = $0 { true } else { false } }
    }

    /// The names of its parameters, in order.
    public var parameterNames: [String] {
        segments.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }

    /// The parameters of a path, decoded; `nil` when it does not match.
    ///
    /// Segments are split before they are decoded, so that `%2F` never separates; a segment that cannot be decoded
    /// matches nothing.
    func match(_ path: String) -> PathParameters? {
        let parts = path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard path.utf8.first == UInt8(ascii: "/"), parts.count == segments.count else { return nil }
        var parameters = PathParameters()
        for (segment, part) in zip(segments, parts) {
            guard let value = try? PercentDecoding.decode(part) else { return nil }
            switch segment {
            case .literal(let literal): if literal != value { return nil }
            case .parameter(let name):
                if value.isEmpty { return nil }
                parameters.items.append(QueryItem(name: name, value: value))
            }
        }
        return parameters
    }
}
