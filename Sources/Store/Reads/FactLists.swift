import Model

/// A kind of record whose lists are read from one table of states: how its fields, parties and orders stand there.
protocol ListedField: QueryField {
    /// The table and what it is joined with; the states are `s`.
    static var source: String { get }
    /// The same for a question, with the values of its placeholders; the past may need other tables than the present.
    static func source(for query: RecordQuery<Self>) -> (sql: String, values: [SQLValue])
    /// The condition of states that lists show, beside holding at the time.
    static var living: String? { get }
    /// The number of a record.
    static var unique: String { get }
    /// Whether lists without an order begin with the newest record.
    static var newestFirst: Bool { get }
    /// A condition that one of the companies takes part, with the list of places for their numbers put in.
    static func party(_ places: String) -> String
    /// A condition that a search finds the record, with one place for an FTS5 expression; `nil` where there is no search.
    static var search: String? { get }
    /// Where the field stands.
    var column: Column { get }
    /// The columns that it orders by.
    var ordering: (columns: [String], isNullable: Bool) { get }
}

extension ListedField {
    static func source(for query: RecordQuery<Self>) -> (sql: String, values: [SQLValue]) {
        (source, [])
    }
}

/// Lists of the kinds of records that have one table of states each.
struct FactLists<Field: ListedField> {
    let connection: Connection

    /// A page; the wire form stands in the column `s.wire`.
    func page(_ query: RecordQuery<Field>) throws(StoreError) -> RecordPage {
        try page(query, columns: "s.wire") { row, first, rows throws(StoreError) in
            rows.append(contentsOf: row.buffer(first))
        }
    }

    /// A page of records that are rendered as they are read.
    func page(
        _ query: RecordQuery<Field>, columns: String,
        _ render: (PreparedStatement, Int32, inout [UInt8]) throws(StoreError) -> Void
    ) throws(StoreError) -> RecordPage {
        guard let selection = try selection(query) else { return RecordPage(rows: [], rowCount: 0, next: nil) }
        let ordering = query.order?.field.ordering ?? (columns: [], isNullable: false)
        let order = ListOrder(
            columns: ordering.columns, unique: Field.unique, descending: query.order?.descending ?? Field.newestFirst,
            isNullable: ordering.isNullable)
        let page = KeysetPage(connection: connection, selection: selection, order: order, limit: query.limit)
        return try page.read(after: query.after, columns: columns) { row, rows throws(StoreError) in
            try render(row, page.firstColumn, &rows)
        }
    }

    /// How many there are on all pages.
    func count(_ query: RecordQuery<Field>) throws(StoreError) -> Int {
        guard let selection = try selection(query) else { return 0 }
        var count = 0
        try connection.each(selection.sql("count(*)"), selection.values) { row throws(StoreError) in count = row.int(0)
        }
        return count
    }

    /// The rows of a query, or `nil` where a company that it names does not exist.
    func selection(_ query: RecordQuery<Field>) throws(StoreError) -> Selection? {
        let source = Field.source(for: query)
        var selection = Selection(from: source.sql, source.values)
        selection.holds(asOf: query.asOf, living: Field.living)
        for filter in query.parties {
            let companies = try NameResolver(connection: connection).companies(filter)
            guard !companies.isEmpty else { return nil }
            // The places are numbers that the store itself gave, so that one list can stand in several conditions.
            selection.add(Field.party(companies.map(String.init).joined(separator: ", ")))
        }
        if let search = query.search {
            guard let condition = Field.search, let expression = Words.expression(for: search) else { return nil }
            selection.add(condition, [.text(expression)])
        }
        for condition in query.conditions {
            selection.add(ComparisonOperator(condition), condition.field.column)
        }
        return selection
    }
}

extension RelationshipField: ListedField {
    static let source = "relationship_state s"
    static let living: String? = "s.gone = 0"
    static let unique = "s.number"
    static let newestFirst = true
    static let search: String? = nil

    static func party(_ places: String) -> String {
        "(s.subject IN (\(places)) OR s.object IN (\(places)))"
    }

    var column: Column {
        switch self {
        case .id: .member("s.number = (SELECT number FROM record WHERE id = ? AND kind = 3)")
        case .predicate: .plain("s.predicate")
        case .subject: .company("s.subject = \(Self.companySQL)")
        case .object: .company("s.object = \(Self.companySQL)")
        case .article: .member(ArticleMember.sql(kind: 3), any: ArticleMember.any(kind: 3))
        case .createdAt: .plain(ArticleMember.created(kind: 3))
        }
    }

    var ordering: (columns: [String], isNullable: Bool) { ([], false) }

    private static let companySQL =
        """
        (WITH given (name) AS (SELECT ?) SELECT coalesce((SELECT r.number FROM record r WHERE r.id = name AND r.kind = 2), \
        (SELECT n.company_no FROM company_name n WHERE n.key = name)) FROM given)
        """
}

extension EstimateField: ListedField {
    static let source = "estimate_state s"
    static let living: String? = "s.gone = 0"
    static let unique = "s.number"
    static let newestFirst = true
    static let search: String? =
        "s.state_no IN (SELECT rowid FROM estimate_words WHERE estimate_words MATCH ?)"

    static func party(_ places: String) -> String {
        "s.company IN (\(places))"
    }

    var column: Column {
        switch self {
        case .id: .member("s.number = (SELECT number FROM record WHERE id = ? AND kind = 4)")
        case .source: .name("s.source_key")
        case .region: .plain("s.region")
        case .currency: .plain("s.currency")
        case .value: .interval(low: "s.value_low", high: "s.value_high")
        case .from: .plain("s.year_from")
        case .to: .plain("s.year_to")
        case .article: .member(ArticleMember.sql(kind: 4), any: ArticleMember.any(kind: 4))
        case .createdAt: .plain(ArticleMember.created(kind: 4))
        }
    }

    var ordering: (columns: [String], isNullable: Bool) {
        self == .value ? (["s.currency", "s.value_high"], false) : ([], false)
    }
}

extension StatementField: ListedField {
    static let source = "statement_state s"
    static let living: String? = "s.gone = 0"
    static let unique = "s.number"
    static let newestFirst = true
    static let search: String? =
        "s.state_no IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)"

    static func party(_ places: String) -> String {
        "(s.speaker IN (\(places)) OR s.affiliation IN (\(places)))"
    }

    var column: Column {
        switch self {
        case .id: .member("s.number = (SELECT number FROM record WHERE id = ? AND kind = 5)")
        case .speaker: .name("s.speaker_key")
        case .affiliation:
            .name("(SELECT name_key FROM company_state WHERE number = s.affiliation AND until = \(States.open))")
        case .article: .member(ArticleMember.sql(kind: 5), any: ArticleMember.any(kind: 5))
        case .createdAt: .plain(ArticleMember.created(kind: 5))
        }
    }

    var ordering: (columns: [String], isNullable: Bool) { ([], false) }
}

extension AllocationField: ListedField {
    static let source = "allocation_state s"
    static let living: String? = nil
    static let unique = "s.number"
    static let newestFirst = true
    static let search: String? = "s.state_no IN (SELECT rowid FROM deal_words WHERE deal_words MATCH ?)"

    static func party(_ places: String) -> String {
        "s.state_no IN (SELECT state_no FROM deal_party WHERE company_no IN (\(places)))"
    }

    var column: Column {
        switch self {
        case .id: .member("s.number = (SELECT number FROM record WHERE id = ? AND kind = 6)")
        case .deal:
            .member(
                """
                s.state_no IN (SELECT d.state_no FROM record r CROSS JOIN deal_state d ON d.number = r.number \
                WHERE r.id = ? AND r.kind = 1)
                """)
        case .product: .plain("s.product")
        case .vendor: .plain("s.vendor")
        case .unit: .plain("s.unit")
        case .stage: .plain("s.stage")
        case .binding:
            .plain(
                "(s.stage = 'committed' AND (SELECT d.binding FROM deal_state d WHERE d.state_no = s.state_no))")
        case .count: .interval(low: "s.count_low", high: "s.count_high")
        case .createdAt: .plain(ArticleMember.created(kind: 6))
        }
    }

    var ordering: (columns: [String], isNullable: Bool) {
        self == .count ? (["s.count_high"], true) : ([], false)
    }
}

extension CompanyField: ListedField {
    static let source = "company_state s LEFT JOIN company_count n ON n.company_no = s.number"
    static let living: String? = "s.joined IS NULL"

    /// The counts of the past are made as they are asked for, and only where they filter or order.
    static func source(for query: CompanyQuery) -> (sql: String, values: [SQLValue]) {
        let counts = query.order?.field == .deals || query.conditions.contains { $0.field == .deals }
        guard let moment = query.asOf, counts else { return (source, []) }
        return (
            """
            company_state s LEFT JOIN (SELECT p.company_no, count(DISTINCT p.state_no) AS direct FROM deal_state d \
            CROSS JOIN deal_party p ON p.state_no = d.state_no WHERE p.direct = 1 AND d.since <= ? AND d.until > ? \
            AND d.gone = 0 GROUP BY p.company_no) n ON n.company_no = s.number
            """, [.int(moment.microseconds), .int(moment.microseconds)]
        )
    }
    static let unique = "s.number"
    static let newestFirst = false
    static let search: String? = nil

    static func party(_ places: String) -> String {
        "s.number IN (\(places))"
    }

    var column: Column {
        switch self {
        case .id: .member("s.number = (SELECT number FROM record WHERE id = ? AND kind = 2)")
        case .name: .company("s.number = (SELECT company_no FROM company_name WHERE key = ?)")
        case .country: .plain("s.country")
        case .kind: .plain("s.kind")
        case .deals: .plain("coalesce(n.direct, 0)")
        case .createdAt: .plain("s.created")
        case .changedAt: .plain("s.since")
        }
    }

    var ordering: (columns: [String], isNullable: Bool) {
        switch self {
        case .name: (["s.name_key"], false)
        case .deals: (["coalesce(n.direct, 0)"], false)
        default: ([], false)
        }
    }
}

/// The articles behind a record, as conditions.
enum ArticleMember {
    /// Records of a kind that an article, given by its id, has claims on.
    static func sql(kind: Int) -> String {
        """
        s.number IN (SELECT c.number FROM article a CROSS JOIN event e ON e.article_no = a.article_no \
        CROSS JOIN claim c ON c.event_no = e.event_no WHERE a.id = ? AND c.kind = \(kind))
        """
    }

    /// Records of a kind that any article has claims on.
    static func any(kind: Int) -> String {
        """
        EXISTS (SELECT 1 FROM claim c CROSS JOIN event e ON e.event_no = c.event_no WHERE c.kind = \(kind) \
        AND c.number = s.number AND e.article_no IS NOT NULL)
        """
    }

    /// When a record of a kind was minted.
    static func created(kind: Int) -> String {
        """
        (SELECT e.at FROM record r CROSS JOIN event e ON e.event_no = r.event_no WHERE r.kind = \(kind) \
        AND r.number = s.number)
        """
    }
}
