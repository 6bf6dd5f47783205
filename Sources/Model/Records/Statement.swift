/// Words between quotation marks, and who said them.
public struct Statement: Hashable, Sendable {
    /// The person, without titles, or the company.
    public let speaker: String
    /// The organisation that the speaker speaks for.
    public let affiliation: String?
    /// The words as printed, without the marks.
    public let quote: String

    /// A statement.
    ///
    /// - Throws: ``ModelError/blank`` without a speaker or words.
    public init(speaker: String, affiliation: String?, quote: String) throws(ModelError) {
        guard !speaker.isEmpty, quote.contains(where: { !$0.isWhitespace }) else { throw .blank }
        self.speaker = speaker
        self.affiliation = affiliation
        self.quote = quote
    }
}
