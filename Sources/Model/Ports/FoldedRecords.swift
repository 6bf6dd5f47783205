/// An article or an editor behind a record.
public struct RecordSource: Hashable, Sendable {
    /// The article's id, or `nil` for an editor.
    public var article: String?
    /// The editor, or `nil` for an article.
    public var editor: Editor?
    /// The headline.
    public var title: String?
    /// Where it was published.
    public var url: String?
    /// Who published it.
    public var publisher: String?
    /// The day of publication.
    public var published: Day?
    /// The id of the article that it repeats.
    public var reprintOf: String?
    /// When it was stored.
    public var at: Timestamp

    /// A source.
    public init(
        article: String? = nil, editor: Editor? = nil, title: String? = nil, url: String? = nil,
        publisher: String? = nil, published: Day? = nil, reprintOf: String? = nil, at: Timestamp
    ) {
        self.article = article
        self.editor = editor
        self.title = title
        self.url = url
        self.publisher = publisher
        self.published = published
        self.reprintOf = reprintOf
        self.at = at
    }
}

/// The words that a field of a stored record rests on, and where they are from.
public struct SourcedEvidence: Hashable, Sendable {
    /// The id of the article.
    public var article: String
    /// The field of the record, as a JSON pointer (RFC 6901).
    public var field: String
    /// Where the words stand in the article's text.
    public var span: Span
    /// The words.
    public var quote: String
    /// The rule that read them.
    public var rule: String

    /// Evidence.
    public init(article: String, field: String, span: Span, quote: String, rule: String) {
        self.article = article
        self.field = field
        self.span = span
        self.quote = quote
        self.rule = rule
    }
}

/// A company in a role of a stored deal.
public struct FoldedParty: Hashable, Sendable {
    /// The company's id.
    public var id: String
    /// The party; its name is that of the company.
    public var party: Party

    /// A party.
    public init(id: String, party: Party) {
        self.id = id
        self.party = party
    }
}

/// What a source says of a field against the value shown.
public struct FieldConflict: Hashable, Sendable {
    /// What it says.
    public enum Claim: Hashable, Sendable {
        case status(DealStatus)
        case value(Money)
        case term(Term)
        case power(PowerCapacity)
        case announcedOn(Day)
        case count(allocation: Int, Bounds)
    }

    /// The field, as a JSON pointer.
    public var field: String
    /// What the source says.
    public var claim: Claim
    /// The source, an index into the record's sources.
    public var source: Int

    /// A conflict.
    public init(field: String, claim: Claim, source: Int) {
        self.field = field
        self.claim = claim
        self.source = source
    }
}

/// A step in the life of a deal.
public struct StatusStep: Hashable, Sendable {
    /// The status reached.
    public var status: DealStatus
    /// The day on which it was, as far as known: announced, else published.
    public var on: Day?
    /// The source, an index into the record's sources.
    public var source: Int

    /// A step.
    public init(status: DealStatus, on: Day?, source: Int) {
        self.status = status
        self.on = on
        self.source = source
    }
}

/// How one deal stands to another; the sum of a deal that another extends, replaces or is part of is not counted twice.
public struct Lineage: Hashable, Sendable {
    /// How.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case extends
        case replaces
        case partOf = "part_of"
    }

    /// How.
    public var kind: Kind
    /// The id of the other deal.
    public var deal: String

    /// A tie between deals.
    public init(kind: Kind, deal: String) {
        self.kind = kind
        self.deal = deal
    }
}

/// A deal as all its sources together tell it.
public struct FoldedDeal: Hashable, Sendable {
    public var id: String
    public var version: Int
    public var createdAt: Timestamp
    public var changedAt: Timestamp
    /// The deal; `parties` and `allocations` below have the same order as its own.
    public var deal: Deal
    public var parties: [FoldedParty]
    /// The ids of its allocations.
    public var allocationIDs: [String]
    /// Articles and editors, oldest first.
    public var sources: [RecordSource]
    /// How many publishers tell it, copies and repetitions not counted.
    public var independentSources: Int
    public var evidence: [SourcedEvidence]
    public var conflicts: [FieldConflict]
    /// Every status that it has had, oldest first; the last one is its own.
    public var statuses: [StatusStep]
    public var lineage: [Lineage]
    public var review: ReviewState
    /// The probability that the record is right, in thousandths.
    public var confidence: Int

    /// A deal.
    public init(
        id: String, version: Int, createdAt: Timestamp, changedAt: Timestamp, deal: Deal, parties: [FoldedParty],
        allocationIDs: [String], sources: [RecordSource], independentSources: Int, evidence: [SourcedEvidence],
        conflicts: [FieldConflict], statuses: [StatusStep], lineage: [Lineage], review: ReviewState, confidence: Int
    ) {
        self.id = id
        self.version = version
        self.createdAt = createdAt
        self.changedAt = changedAt
        self.deal = deal
        self.parties = parties
        self.allocationIDs = allocationIDs
        self.sources = sources
        self.independentSources = independentSources
        self.evidence = evidence
        self.conflicts = conflicts
        self.statuses = statuses
        self.lineage = lineage
        self.review = review
        self.confidence = confidence
    }
}

/// A company with what is counted of it.
public struct FoldedCompany: Hashable, Sendable {
    public var id: String
    public var version: Int
    public var createdAt: Timestamp
    public var changedAt: Timestamp
    public var name: String
    /// Other names that it answers to, in order of the alphabet.
    public var aliases: [String]
    /// The company that owns it: id and name.
    public var parentID: String?
    public var parentName: String?
    /// ISO 3166 country code.
    public var country: String?
    public var kind: String?
    /// The deals that it takes part in itself.
    public var deals: Int
    /// The relationships that it stands in.
    public var relationships: Int

    /// A company.
    public init(
        id: String, version: Int, createdAt: Timestamp, changedAt: Timestamp, name: String, aliases: [String],
        parentID: String?, parentName: String?, country: String?, kind: String?, deals: Int, relationships: Int
    ) {
        self.id = id
        self.version = version
        self.createdAt = createdAt
        self.changedAt = changedAt
        self.name = name
        self.aliases = aliases
        self.parentID = parentID
        self.parentName = parentName
        self.country = country
        self.kind = kind
        self.deals = deals
        self.relationships = relationships
    }
}

/// An allocation with the deal that moves it.
public struct FoldedAllocation: Hashable, Sendable {
    public var id: String
    public var allocation: Allocation
    /// The id of the deal.
    public var deal: String
    public var dealType: DealType
    public var dealStatus: DealStatus
    /// The parties of the deal.
    public var parties: [FoldedParty]
    public var announcedOn: Day?
    /// The words behind it; fields are pointers into the allocation.
    public var evidence: [SourcedEvidence]

    /// An allocation.
    public init(
        id: String, allocation: Allocation, deal: String, dealType: DealType, dealStatus: DealStatus,
        parties: [FoldedParty], announcedOn: Day?, evidence: [SourcedEvidence]
    ) {
        self.id = id
        self.allocation = allocation
        self.deal = deal
        self.dealType = dealType
        self.dealStatus = dealStatus
        self.parties = parties
        self.announcedOn = announcedOn
        self.evidence = evidence
    }
}

/// A relationship as all its sources together tell it.
public struct FoldedRelationship: Hashable, Sendable {
    public var id: String
    public var relationship: Relationship
    /// The ids of the two companies.
    public var subjectID: String
    public var objectID: String
    public var createdAt: Timestamp
    public var sources: [RecordSource]
    public var evidence: [SourcedEvidence]
    public var confidence: Int

    /// A relationship.
    public init(
        id: String, relationship: Relationship, subjectID: String, objectID: String, createdAt: Timestamp,
        sources: [RecordSource], evidence: [SourcedEvidence], confidence: Int
    ) {
        self.id = id
        self.relationship = relationship
        self.subjectID = subjectID
        self.objectID = objectID
        self.createdAt = createdAt
        self.sources = sources
        self.evidence = evidence
        self.confidence = confidence
    }
}

/// An estimate with its sources.
public struct FoldedEstimate: Hashable, Sendable {
    public var id: String
    public var estimate: Estimate
    public var createdAt: Timestamp
    public var sources: [RecordSource]
    public var evidence: [SourcedEvidence]
    public var confidence: Int

    /// An estimate.
    public init(
        id: String, estimate: Estimate, createdAt: Timestamp, sources: [RecordSource], evidence: [SourcedEvidence],
        confidence: Int
    ) {
        self.id = id
        self.estimate = estimate
        self.createdAt = createdAt
        self.sources = sources
        self.evidence = evidence
        self.confidence = confidence
    }
}

/// A statement with its sources.
public struct FoldedStatement: Hashable, Sendable {
    public var id: String
    public var statement: Statement
    public var createdAt: Timestamp
    public var sources: [RecordSource]
    public var evidence: [SourcedEvidence]
    public var confidence: Int

    /// A statement.
    public init(
        id: String, statement: Statement, createdAt: Timestamp, sources: [RecordSource], evidence: [SourcedEvidence],
        confidence: Int
    ) {
        self.id = id
        self.statement = statement
        self.createdAt = createdAt
        self.sources = sources
        self.evidence = evidence
        self.confidence = confidence
    }
}

/// An article without its text.
public struct FoldedArticle: Hashable, Sendable {
    public var id: String
    public var title: String
    public var url: String?
    public var source: String?
    public var language: String?
    public var published: Day?
    public var createdAt: Timestamp
    /// The id of the article that it repeats.
    public var reprintOf: String?
    public var engine: String
    public var warnings: [ReadingWarning]

    /// An article.
    public init(
        id: String, title: String, url: String?, source: String?, language: String?, published: Day?,
        createdAt: Timestamp, reprintOf: String?, engine: String, warnings: [ReadingWarning]
    ) {
        self.id = id
        self.title = title
        self.url = url
        self.source = source
        self.language = language
        self.published = published
        self.createdAt = createdAt
        self.reprintOf = reprintOf
        self.engine = engine
        self.warnings = warnings
    }
}
