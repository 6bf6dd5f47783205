/// The words that a field of a record rests on.
public struct Evidence: Hashable, Sendable {
    /// The field, as a JSON pointer (RFC 6901) into the record: `/value/min`, `/parties/0`.
    public let field: String
    /// Where the words stand in the article's text.
    public let span: Span
    /// The words.
    public let quote: String
    /// The id of the rule that read them, stable across releases.
    public let rule: String

    /// Evidence for a field.
    public init(field: String, span: Span, quote: String, rule: String) {
        self.field = field
        self.span = span
        self.quote = quote
        self.rule = rule
    }
}

/// A record with what it rests on.
public struct Finding<Record: Hashable & Sendable>: Hashable, Sendable {
    /// What was found.
    public let record: Record
    /// The words behind each field, at least one.
    public let evidence: [Evidence]
    /// The probability that the record is right, in thousandths, 0 to 1000.
    public let confidence: Int

    /// A finding.
    public init(_ record: Record, evidence: [Evidence], confidence: Int) {
        self.record = record
        self.evidence = evidence
        self.confidence = Swift.min(1000, Swift.max(0, confidence))
    }
}
