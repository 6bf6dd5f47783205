import Model

/// A literal as the command line prints it.
public struct LiteralFinding: Hashable, Sendable {
    /// `number`, `money`, `date`, `duration`, `quantity` or `power`.
    public let kind: String
    /// Its bytes, with its bound words.
    public let span: Span
    /// The lower end, `nil` where open and for dates.
    public let min: Double?
    /// The upper end, `nil` where open and for dates.
    public let max: Double?
    /// The ISO 4217 code, the unit (power: megawatt), or the grain of a date; `nil` for a number.
    public let unit: String?
    /// The first day of a date.
    public let firstDay: Day?
    /// The last day of a date.
    public let lastDay: Day?

    init?(_ literal: Literal, in document: Document) {
        guard let (start, end) = document.byteRange(literal.tokens), let span = try? Span(start: start, end: end) else {
            return nil
        }
        self.init(literal, span)
    }

    private init(_ literal: Literal, _ span: Span) {
        kind = literal.kind.rawValue
        self.span = span
        min = literal.min
        max = literal.max
        unit = literal.kind == .number ? nil : literal.unit
        firstDay = literal.days?.lowerBound
        lastDay = literal.days?.upperBound
    }

    /// The findings of a literal: one, or two where the word for its unit has two meanings ("20 pounds").
    static func all(_ literal: Literal, in document: Document) -> [LiteralFinding] {
        var findings = [LiteralFinding(literal, in: document)]
        if let unit = literal.otherUnit {
            var other = literal
            other.kind = .quantity
            other.unit = unit
            findings.append(LiteralFinding(other, in: document))
        }
        return findings.compactMap { $0 }
    }
}
