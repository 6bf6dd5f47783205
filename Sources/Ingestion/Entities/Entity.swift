/// Somebody or something with a name.
struct Entity: Sendable {
    enum Kind: String, Sendable {
        case organisation, person, place, product, project, media, government
    }

    /// What kind of company it is, for the prior of its role: lab, cloud, chip, fund, bank, utility, …; `nil` where
    /// unknown.
    var sort: String?
    var kind: Kind
    /// The name that records use: of the catalogue, else the fullest form in the text without its legal suffix.
    var name: String
    /// Other names that count as right: brand, parent, short form.
    var also: [String] = []
    /// The row of the catalogue, where it is in it.
    var catalogueRow: Int?
    /// A person's employer, as an index of an entity.
    var affiliation: Int?
    /// The owner that the catalogue or the text gives, as an index of an entity, where it is named in the text too.
    var parent: Int?
}

/// A place in the text where an entity is named or meant.
struct EntityMention: Sendable {
    enum Form: UInt8, Sendable {
        case name
        /// "the ChatGPT maker", "le fabricant de puces".
        case descriptor
        /// "the company", "l'entreprise", "le groupe".
        case nominal
        /// "it", "elle", "its".
        case pronoun
    }

    /// The index of its entity.
    var entity: Int
    var tokens: Range<Int>
    var form: Form
    /// Whether it is possessive: "Amazon's", "its", "son".
    var possessive = false
}

/// Who and what a text is about.
struct Entities: Sendable {
    var all: [Entity] = []
    /// Every mention, by first token; they do not overlap.
    var mentions: [EntityMention] = []
    /// Nouns and pronouns that mean some organisation, whether it is known which or not, by first token.
    var references: [Reference] = []
    /// The organisation that each sentence is about, where one is.
    var topics: [Int?] = []

    /// The mentions of organisations that begin in a token range.
    func organisations(in range: Range<Int>) -> [EntityMention] {
        mentions(in: range).filter { all[$0.entity].kind == .organisation }
    }

    /// The index of the first mention that begins at a token or behind it.
    func mentionIndex(from token: Int) -> Int {
        // Binary search: mentions are sorted by their first token.
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
