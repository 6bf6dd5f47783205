/// A sum of money that somebody expects for a market, or for one company's spending over time.
public struct Estimate: Hashable, Sendable {
    /// Who says so, person or organisation; `nil` where unsaid.
    public let source: String?
    /// What the money is for, in a few words.
    public let subject: String
    /// An ISO 3166 country code, `EU`, `world`, or `nil`.
    public let region: String?
    /// The sum.
    public let value: Money
    /// The first year; `nil` where open ("by 2030").
    public let from: Int?
    /// The last year.
    public let to: Int?

    /// An estimate.
    ///
    /// - Throws: ``ModelError/blank`` without a subject, ``ModelError/reversedTerm`` when `from` is after `to`.
    public init(
        source: String?, subject: String, region: String?, value: Money, from: Int?, to: Int?
    ) throws(ModelError) {
        guard subject.contains(where: { !$0.isWhitespace }) else { throw .blank }
        if let from, let to, from > to { throw .reversedTerm }
        self.source = source
        self.subject = subject
        self.region = region
        self.value = value
        self.from = from
        self.to = to
    }
}
