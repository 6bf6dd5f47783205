/// Somebody or something with a name.
struct Entity: Sendable {
    enum Kind: String, Sendable {
        case organisation, person, place, product, project, media, government
    }

    /// What kind of company it is, for the prior of its role: lab, cloud, chip, fund, bank, utility, …; `nil` where
    /// unknown.
    var sort: String?
    var kind: Kind
    /// The name that records use: of the catalogue or a form of it in the text (``PrintedNames``), else the fullest form in
    /// the text without its legal suffix.
    var name: String
    /// Other names that count as right: brand, parent, short form.
    var also: [String] = []
    /// The row of the catalogue, where it is in it.
    var catalogueRow: Int?
    /// The name in the catalogue, where the text has none but a short form of it.
    var fullName: String?
    /// Where it is at home: by the catalogue, else as the text introduces it.
    var home: Home?
    /// A person's employer, as an index of an entity.
    var affiliation: Int?
    /// The owner that the catalogue or the text gives, as an index of an entity, where it is named in the text too.
    var parent: Int?

    /// The name by which tables know it.
    var tableName: String { fullName ?? name }
}

/// A place in the text where an entity is named or meant.
struct EntityMention: Sendable {
    enum Form: UInt8, CaseIterable, Sendable {
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
    /// Whether the rules leave open whom it means, and this is the likeliest: enough for who may have a deal or plan to spend.
    var isGuess = false
}

/// Who and what a text is about.
struct Entities: Sendable {
    var all: [Entity] = []
    /// Every mention, by first token; they do not overlap.
    var mentions: [EntityMention] = []
    /// Nouns and pronouns that mean some organisation, whether it is known which or not, by first token.
    var references: [Reference] = []
    /// The company that the text names most, where one stands out.
    var protagonist: Int?
    /// The organisation that each sentence is about, where one is.
    var topics: [Int?] = []

    /// Where the mentions stand, once all are there.
    private var places: MentionPlaces?

    /// The country (ISO 3166) of the company that the text is about, as the text introduces it, and how often it speaks of it.
    var home: (country: String, count: Int)? {
        guard let protagonist, all[protagonist].catalogueRow == nil, let home = all[protagonist].home else {
            return nil
        }
        return (home.country, mentions.count { $0.entity == protagonist })
    }

    /// Settles where the mentions stand; to be called when they have changed. Until then they are searched for.
    mutating func settle(_ document: Document) {
        places = MentionPlaces(mentions, of: all, tokens: document.tokens.count)
    }

    /// The same without some mentions.
    func without(_ document: Document, _ isLeftOut: (EntityMention) -> Bool) -> Entities {
        guard mentions.contains(where: isLeftOut) else { return self }
        var others = self
        others.mentions.removeAll(where: isLeftOut)
        others.settle(document)
        return others
    }

    /// The first entity of each row of the catalogue.
    var byRow: EntityRows { EntityRows(all) }

    /// The noun or pronoun for an organisation that begins at a token.
    func reference(at token: Int) -> Reference? {
        let index = references.partitioningIndex { $0.tokens.lowerBound >= token }
        return index < references.count && references[index].tokens.lowerBound == token ? references[index] : nil
    }

    /// The mentions of organisations that begin in a token range.
    func organisations(in range: Range<Int>) -> ArraySlice<EntityMention> {
        guard let places else { return mentions(in: range).filter { all[$0.entity].kind == .organisation }[...] }
        let first = places.firstOrganisation(from: range.lowerBound)
        return places.organisations[first..<places.firstOrganisation(from: range.upperBound)]
    }

    /// The mentions that begin in a token range.
    func mentions(in range: Range<Int>) -> ArraySlice<EntityMention> {
        mentions[mentionIndex(from: range.lowerBound)..<mentionIndex(from: range.upperBound)]
    }

    /// The mention that covers a token.
    func mention(at token: Int) -> EntityMention? {
        let next = mentionIndex(from: token + 1)
        guard next > 0, mentions[next - 1].tokens.contains(token) else { return nil }
        return mentions[next - 1]
    }

    /// The index of the first mention that begins at a token or behind it.
    func mentionIndex(from token: Int) -> Int {
        places?.first(from: token) ?? mentions.partitioningIndex { $0.tokens.lowerBound >= token }
    }
}

/// Where the mentions of a text stand: looked up by token, as many ask.
private final class MentionPlaces: Sendable {
    /// The mentions of organisations, by first token.
    let organisations: [EntityMention]
    /// By token, and one more: the first mention that begins there or behind it.
    private let first: [Int32]
    /// By mention, and one more: the first organisation that is it or stands behind it.
    private let firstOrganisation: [Int32]

    init(_ mentions: [EntityMention], of entities: [Entity], tokens: Int) {
        var organisations: [EntityMention] = []
        var firstOrganisation: [Int32] = []
        organisations.reserveCapacity(mentions.count)
        firstOrganisation.reserveCapacity(mentions.count + 1)
        for mention in mentions {
            firstOrganisation.append(Int32(organisations.count))
            if entities[mention.entity].kind == .organisation { organisations.append(mention) }
        }
        firstOrganisation.append(Int32(organisations.count))
        self.organisations = organisations
        self.firstOrganisation = firstOrganisation
        // Behind the last one, where all have begun.
        var first = [Int32].filled(with: Int32(mentions.count), count: tokens + 1)
        first.withUnsafeMutableBufferPointer { first in
            var token = 0
            for (index, mention) in mentions.enumerated() where mention.tokens.lowerBound >= token {
                first[token...mention.tokens.lowerBound].update(repeating: Int32(index))
                token = mention.tokens.lowerBound + 1
            }
        }
        self.first = first
    }

    func first(from token: Int) -> Int { Int(first[min(max(token, 0), first.count - 1)]) }

    func firstOrganisation(from token: Int) -> Int { Int(firstOrganisation[first(from: token)]) }
}
