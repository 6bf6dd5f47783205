import Model

extension Document {
    /// The words of a token range as evidence for a field; `nil` for an empty range.
    func evidence(for field: String, _ tokens: Range<Int>, rule: String) -> Evidence? {
        guard let (start, end) = byteRange(tokens), let span = try? Span(start: start, end: end) else { return nil }
        return Evidence(field: field, span: span, quote: text(tokens), rule: rule)
    }
}
