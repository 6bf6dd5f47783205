/// Where an organisation is named or meant in an article.
public struct Mention: Hashable, Sendable {
    /// The organisation, by the name that records use for it.
    public let company: String
    /// Where.
    public let span: Span
    /// The words.
    public let text: String

    /// A mention.
    public init(company: String, span: Span, text: String) {
        self.company = company
        self.span = span
        self.text = text
    }
}

/// Something about an article that its sender should know; the article is stored all the same.
public struct ReadingWarning: Hashable, Sendable {
    /// A stable code: `language-unsupported`, ….
    public let code: String
    /// A sentence for people.
    public let detail: String

    /// A warning.
    public init(code: String, detail: String) {
        self.code = code
        self.detail = detail
    }
}

/// What an article says of how a deal stands to an earlier one of the same parties.
public struct LineageClue: Hashable, Sendable {
    /// How.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A further contract on top of the earlier one.
        case extends
        /// A contract in place of the earlier one.
        case replaces
        /// A part of a larger agreement that is a deal of its own.
        case partOf = "part_of"
        /// The earlier one itself, raised, cut or renegotiated: no further deal, whatever its sum.
        case amends
    }

    /// The deal, by its place among the deals of the extraction.
    public let deal: Int
    /// How.
    public let kind: Kind

    /// A clue.
    public init(deal: Int, kind: Kind) {
        self.deal = deal
        self.kind = kind
    }
}

/// All that one article says, as records.
public struct Extraction: Hashable, Sendable {
    /// The language that it was read in (`fr`, `en`), or `nil` where it could not be read.
    public var language: String?
    /// The day of publication that relative dates were reckoned from.
    public var published: Day?
    /// Agreements, planned or made.
    public var deals: [Finding<Deal>] = []
    /// How some of the deals stand to earlier ones, where the article says so.
    public var clues: [LineageClue] = []
    /// Standing ties.
    public var relationships: [Finding<Relationship>] = []
    /// Forecasts and spending plans.
    public var estimates: [Finding<Estimate>] = []
    /// Quoted words.
    public var statements: [Finding<Statement>] = []
    /// Every organisation that acts or is acted on, in order of first mention.
    public var companies: [String] = []
    /// Where the companies are named.
    public var mentions: [Mention] = []
    /// What the sender should know.
    public var warnings: [ReadingWarning] = []

    /// An extraction without records.
    public init(language: String?, published: Day?) {
        self.language = language
        self.published = published
    }
}
