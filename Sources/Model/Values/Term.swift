/// How long a deal runs, and from when to when, as far as a source says.
public struct Term: Hashable, Sendable {
    /// The length in months, where a length is given.
    public let months: Int?
    /// When it begins, or when what is bought arrives.
    public let start: PartialDate?
    /// When the obligation ends.
    public let end: PartialDate?
    /// Whether the source says multi-year, gives two years or more, or its dates span two years or more.
    public let multiYear: Bool

    /// A term; `multiYear` is also true where `months` or the dates make it so.
    ///
    /// - Throws: ``ModelError/negative`` for no or fewer months, ``ModelError/reversedTerm`` when the end is before
    ///   the start.
    public init(
        months: Int? = nil, start: PartialDate? = nil, end: PartialDate? = nil, multiYear: Bool = false
    ) throws(ModelError) {
        if let months, months <= 0 { throw .negative }
        if let start, let end, end < start, end.year < start.year || end.month != nil { throw .reversedTerm }
        self.months = months
        self.start = start
        self.end = end
        let spans = end.map { last in start.map { last.year - $0.year >= 2 } ?? false } ?? false
        self.multiYear = multiYear || (months ?? 0) >= 24 || spans
    }
}
