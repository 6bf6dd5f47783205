import Model

/// A SELECT in the making: where it reads, under which conditions.
struct Selection {
    /// What stands behind FROM; the states are `s`.
    var source: String
    /// Conditions that hold together.
    private(set) var conditions: [String] = []
    /// The values of the placeholders of source and conditions, in order.
    private(set) var values: [SQLValue] = []
    /// Where among the conditions that of a moment stands.
    private var moment: Int?

    /// A selection from a source with its values.
    init(from source: String, _ values: [SQLValue] = []) {
        self.source = source
        self.values = values
    }

    /// Adds a condition.
    mutating func add(_ condition: String, _ values: [SQLValue] = []) {
        conditions.append(condition)
        self.values += values
    }

    /// The statement for some columns. One that has an order goes by the index of that order: the sign before the columns
    /// of a moment keeps SQLite from gathering and sorting all that had begun by then.
    func sql(_ columns: String, tail: String = "", isOrdered: Bool = false) -> String {
        var conditions = conditions
        if let moment, isOrdered { conditions[moment] = "+s.since <= ? AND +s.until > ?" }
        let condition = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
        return "SELECT \(columns) FROM \(source)\(condition)\(tail)"
    }

    /// Keeps states that hold at a moment, or now, and are not gone.
    mutating func holds(asOf moment: Timestamp?, living: String? = "s.gone = 0") {
        if let moment {
            self.moment = conditions.count
            add("s.since <= ? AND s.until > ?", [.int(moment.microseconds), .int(moment.microseconds)])
        } else {
            add("s.until = \(States.open)")
        }
        if let living { add(living) }
    }

    /// `?, ?, …`
    static func places(_ count: Int) -> String {
        Array(repeating: "?", count: count).joined(separator: ", ")
    }
}

/// Where a field stands in a table.
enum Column {
    /// One expression.
    case plain(String)
    /// Names, kept folded.
    case name(String)
    /// Addresses of articles, kept without what does not tell which article it is.
    case address(String)
    /// An interval: its lower and its upper end.
    case interval(low: String, high: String)
    /// A bit of a set, by the place of the value among its kind's cases.
    case bits(String, [String])
    /// Records of another table that refer to this one: a condition with one placeholder for the value, and one that holds
    /// where there is any.
    case member(String, any: String = "1")
    /// The same for names or ids of companies, which are folded unless they are ids; every record has one.
    case company(String)
}

extension Selection {
    /// Adds a condition on a column.
    mutating func add(_ comparison: ComparisonOperator, _ column: Column) {
        switch column {
        case .plain(let sql): compare(comparison, low: sql, high: sql) { SQLValue($0, fold: false) }
        case .name(let sql): compare(comparison, low: sql, high: sql) { SQLValue($0, fold: true) }
        case .address(let sql):
            compare(comparison, low: sql, high: sql) { value in
                SQLValue(value.text.flatMap(CanonicalURL.init)?.text)
            }
        case .interval(let low, let high): compare(comparison, low: low, high: high) { SQLValue($0, fold: false) }
        case .bits(let sql, let cases): compare(comparison, bits: sql, cases)
        case .member(let sql, let any): compare(comparison, member: sql, any: any) { SQLValue($0, fold: false) }
        case .company(let sql):
            compare(comparison, member: sql, any: "1") { value in
                SQLValue(value, fold: value.text?.hasPrefix(RecordKind.company.prefix) == false)
            }
        }
    }

    private mutating func compare(
        _ comparison: ComparisonOperator, low: String, high: String, _ value: (FilterValue) -> SQLValue
    ) {
        func values(_ given: [FilterValue]) -> [SQLValue] { given.map(value) }
        switch comparison {
        case .isAny(let given): add("\(high) IN (\(Self.places(given.count)))", values(given))
        case .isNone(let given):
            add("(\(high) IS NULL OR \(high) NOT IN (\(Self.places(given.count))))", values(given))
        case .atLeast(let value): add("\(low) >= ?", values([value]))
        case .above(let value): add("\(low) > ?", values([value]))
        case .atMost(let value): add("\(high) <= ?", values([value]))
        case .below(let value): add("\(high) < ?", values([value]))
        case .isNull(let isNull): add("\(high) IS \(isNull ? "" : "NOT ")NULL")
        }
    }

    private mutating func compare(_ comparison: ComparisonOperator, bits: String, _ cases: [String]) {
        func mask(_ given: [FilterValue]) -> SQLValue {
            .int(given.reduce(0) { $0 | (cases.firstIndex(of: $1.text ?? "").map { 1 << $0 } ?? 0) })
        }
        switch comparison {
        case .isAny(let given): add("\(bits) & ? <> 0", [mask(given)])
        case .isNone(let given): add("\(bits) & ? = 0", [mask(given)])
        case .isNull(let isNull): add("\(bits) \(isNull ? "=" : "<>") 0")
        default: add("0")
        }
    }

    private mutating func compare(
        _ comparison: ComparisonOperator, member: String, any existence: String, _ value: (FilterValue) -> SQLValue
    ) {
        func any(_ given: [FilterValue]) -> String {
            given.isEmpty ? "0" : "(" + given.map { _ in member }.joined(separator: " OR ") + ")"
        }
        switch comparison {
        case .isAny(let given): add(any(given), given.map(value))
        case .isNone(let given): add("NOT \(any(given))", given.map(value))
        case .isNull(let isNull): add(isNull ? "NOT \(existence)" : existence)
        default: add("0")
        }
    }
}

/// A comparison apart from its field, so that one piece of code serves the fields of all kinds.
enum ComparisonOperator {
    case isAny([FilterValue])
    case isNone([FilterValue])
    case atLeast(FilterValue)
    case above(FilterValue)
    case atMost(FilterValue)
    case below(FilterValue)
    case isNull(Bool)

    /// The comparison of a condition.
    init<Field>(_ condition: Condition<Field>) {
        switch condition.comparison {
        case .isAny(let values): self = .isAny(values)
        case .isNone(let values): self = .isNone(values)
        case .atLeast(let value): self = .atLeast(value)
        case .above(let value): self = .above(value)
        case .atMost(let value): self = .atMost(value)
        case .below(let value): self = .below(value)
        case .isNull(let isNull): self = .isNull(isNull)
        }
    }
}

extension FilterValue {
    /// The text that it is.
    var text: String? {
        if case .text(let value) = self { value } else { nil }
    }
}

extension SQLValue {
    /// A filter's value, names folded.
    init(_ value: FilterValue, fold: Bool) {
        switch value {
        case .integer(let value): self = .int(value)
        case .text(let value): self = .text(fold ? TextKeys.name(value) : value)
        }
    }
}
