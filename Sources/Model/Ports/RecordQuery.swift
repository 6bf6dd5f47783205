/// What a field that can be asked for holds, and in which unit a filter compares it.
public enum FieldKind: Hashable, Sendable {
    /// A code or a name, compared as text; names without regard to case and accents.
    case text
    /// A whole number: money in whole units, power in kilowatts, months, years, counts, thousandths.
    case integer
    /// A ``Day`` by its number.
    case day
    /// A ``Timestamp`` by its microseconds.
    case timestamp
    /// 0 or 1.
    case flag
}

/// A field of a kind of record that filters, orders and facets may name; the raw value is its public name.
public protocol QueryField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// What it holds.
    var kind: FieldKind { get }
    /// Whether lists can be ordered by it.
    var isSortable: Bool { get }
}

/// A value that a filter compares with.
public enum FilterValue: Hashable, Sendable {
    case integer(Int)
    case text(String)
}

/// A condition on one field.
public struct Condition<Field: QueryField>: Hashable, Sendable {
    /// How the field is compared.
    public enum Comparison: Hashable, Sendable {
        /// Equal to one of the values.
        case isAny([FilterValue])
        /// Equal to none of the values; records without the field are kept.
        case isNone([FilterValue])
        case atLeast(FilterValue)
        case above(FilterValue)
        case atMost(FilterValue)
        case below(FilterValue)
        /// Missing (`true`) or given (`false`).
        case isNull(Bool)
    }

    /// The field.
    public var field: Field
    /// How it is compared.
    public var comparison: Comparison

    /// A condition.
    public init(_ field: Field, _ comparison: Comparison) {
        self.field = field
        self.comparison = comparison
    }
}

/// Companies of which at least one takes part.
public struct PartyFilter: Hashable, Sendable {
    /// Names, aliases or ids; one of them is enough.
    public var names: [String]
    /// Whether companies that belong to one of them count as well.
    public var includesSubsidiaries: Bool
    /// The role that it must have, or any.
    public var role: Role?

    /// A filter on parties.
    public init(_ names: [String], includesSubsidiaries: Bool = true, role: Role? = nil) {
        self.names = names
        self.includesSubsidiaries = includesSubsidiaries
        self.role = role
    }
}

/// How a list is ordered; ties are ordered by age of the record, so that the order is total.
public struct RecordOrder<Field: QueryField>: Hashable, Sendable {
    /// The field to order by.
    public var field: Field
    /// Whether the largest comes first. Records without the field come last either way.
    public var descending: Bool

    /// An order.
    public init(_ field: Field, descending: Bool) {
        self.field = field
        self.descending = descending
    }
}

/// A question to the store about one kind of record: all its conditions hold together.
public struct RecordQuery<Field: QueryField>: Hashable, Sendable {
    /// Companies that take part; each filter must be met (`between=A,B` is two filters).
    public var parties: [PartyFilter] = []
    /// Conditions on fields.
    public var conditions: [Condition<Field>] = []
    /// Words to find, all of them, in French and English inflection, without regard to accents.
    public var search: String?
    /// The state at this moment instead of now.
    public var asOf: Timestamp?
    /// The order, or `nil` for the kind's own: deals newest first, companies by name, all else newest first.
    public var order: RecordOrder<Field>?
    /// How many rows at most, from 1.
    public var limit = 50
    /// Where the page before this one ended.
    public var after: PageKey?

    /// A query for all records.
    public init() {}
}

/// Fields of a deal.
public enum DealField: String, QueryField {
    case id, type, status, currency, purpose, review, binding, article
    /// `atLeast` and `above` compare the lower end (else the upper), `atMost` and `below` the upper end (else the lower);
    /// ordered by currency, then the upper end (else the lower).
    case value
    /// Kilowatts.
    case power = "power_mw"
    case announcedOn = "announced_on"
    case termMonths = "term_months"
    /// The first day of the day, month or year in which it ends.
    case termEnd = "term_end"
    case createdAt = "created_at"
    case changedAt = "changed_at"
    case confidence
    case sources, independentSources = "independent_sources"
    case conflicts

    public var kind: FieldKind {
        switch self {
        case .id, .type, .status, .currency, .purpose, .review, .article: .text
        case .binding: .flag
        case .value, .power, .termMonths, .confidence, .sources, .independentSources, .conflicts: .integer
        case .announcedOn, .termEnd: .day
        case .createdAt, .changedAt: .timestamp
        }
    }

    public var isSortable: Bool {
        switch self {
        case .value, .power, .announcedOn, .createdAt, .changedAt: true
        default: false
        }
    }
}

/// Fields of a company.
public enum CompanyField: String, QueryField {
    case id, name, country, kind, deals
    case createdAt = "created_at"
    case changedAt = "changed_at"

    public var kind: FieldKind {
        switch self {
        case .id, .name, .country, .kind: .text
        case .deals: .integer
        case .createdAt, .changedAt: .timestamp
        }
    }

    public var isSortable: Bool {
        self == .name || self == .deals || self == .createdAt
    }
}

/// Fields of an allocation.
public enum AllocationField: String, QueryField {
    case id, deal, product, vendor, unit, stage, count
    /// Whether it is committed by a deal that is signed or completed.
    case binding
    case createdAt = "created_at"

    public var kind: FieldKind {
        switch self {
        case .count: .integer
        case .binding: .flag
        case .createdAt: .timestamp
        default: .text
        }
    }

    public var isSortable: Bool {
        self == .count || self == .createdAt
    }
}

/// Fields of a relationship.
public enum RelationshipField: String, QueryField {
    case id, predicate, subject, object, article
    case createdAt = "created_at"

    public var kind: FieldKind {
        self == .createdAt ? .timestamp : .text
    }

    public var isSortable: Bool {
        self == .createdAt
    }
}

/// Fields of an estimate.
public enum EstimateField: String, QueryField {
    case id, source, region, currency, value, from, to, article
    case createdAt = "created_at"

    public var kind: FieldKind {
        switch self {
        case .value, .from, .to: .integer
        case .createdAt: .timestamp
        default: .text
        }
    }

    public var isSortable: Bool {
        self == .value || self == .createdAt
    }
}

/// Fields of a statement.
public enum StatementField: String, QueryField {
    case id, speaker, affiliation, article
    case createdAt = "created_at"

    public var kind: FieldKind {
        self == .createdAt ? .timestamp : .text
    }

    public var isSortable: Bool {
        self == .createdAt
    }
}

/// Fields of an article.
public enum ArticleField: String, QueryField {
    case id, language, source, url, published
    case createdAt = "created_at"

    public var kind: FieldKind {
        switch self {
        case .published: .day
        case .createdAt: .timestamp
        default: .text
        }
    }

    public var isSortable: Bool {
        self == .createdAt || self == .published
    }
}

public typealias DealQuery = RecordQuery<DealField>
public typealias CompanyQuery = RecordQuery<CompanyField>
public typealias AllocationQuery = RecordQuery<AllocationField>
public typealias RelationshipQuery = RecordQuery<RelationshipField>
public typealias EstimateQuery = RecordQuery<EstimateField>
public typealias StatementQuery = RecordQuery<StatementField>
public typealias ArticleQuery = RecordQuery<ArticleField>
