import Model

extension Document {
    /// The bytes of a token range; `nil` for an empty range.
    func span(_ tokens: Range<Int>) -> Span? {
        byteRange(tokens).flatMap { try? Span(start: $0.start, end: $0.end) }
    }

    /// The words of a token range as evidence for a field; `nil` for an empty range.
    func evidence(for field: String, _ tokens: Range<Int>, rule: String) -> Evidence? {
        guard let span = span(tokens) else { return nil }
        return Evidence(field: field, span: span, quote: text(tokens), rule: rule)
    }
}
