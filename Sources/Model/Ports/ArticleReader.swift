/// Reads an article: the port that the extraction engine implements.
public protocol ArticleReader: Sendable {
    /// The version of rules and lexicons, kept with what they find.
    var version: String { get }

    /// The records of a text. Pure: the same text gives the same records.
    ///
    /// - Parameters:
    ///   - text: the article as UTF-8; its first line is the headline.
    ///   - published: the day that relative dates are reckoned from.
    ///   - language: `fr` or `en`, or `nil` to tell it from the text.
    func read(_ text: [UInt8], published: Day?, language: String?) -> Extraction
}

/// What the catalogue knows of a company.
public struct CatalogueEntry: Hashable, Sendable {
    /// The stable id of the entry.
    public let id: String
    /// The name a reference work would use.
    public let name: String
    /// Other names.
    public let aliases: [String]
    /// The id of the company that owns it.
    public let parent: String?
    /// ISO 3166 country code.
    public let country: String?
    /// What it is: lab, cloud, chip, bank, ….
    public let kind: String?

    /// An entry.
    public init(id: String, name: String, aliases: [String], parent: String?, country: String?, kind: String?) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.parent = parent
        self.country = country
        self.kind = kind
    }
}
