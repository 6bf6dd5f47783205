/// A parameter that a route takes: what the check of requests, the API description and the documentation are made of.
struct Parameter: Sendable {
    /// What its values are.
    enum Kind: Hashable, Sendable {
        /// Any text that is not blank.
        case text
        /// Two or more names between commas.
        case names
        /// An http or https address.
        case url
        /// A language tag.
        case language
        /// One of these words.
        case choice([String])
        /// Several of these words, between commas.
        case choices([String])
        /// A whole number in this range.
        case integer(ClosedRange<Int>)
        /// A decimal number from zero, kept as a whole number of thousandths.
        case thousandths
        /// A day, or a month or year for the days in it.
        case day
        /// A moment (RFC 3339), or a day for its first moment in UTC.
        case moment
        /// `true` or `false`.
        case flag
        /// 1 to 255 visible characters of ASCII, blanks between them.
        case key
    }

    /// What may follow the name behind two underscores.
    enum Operator: String, CaseIterable, Sendable {
        case gte, gt, lte, lt, not, `in`, isnull

        /// The operators of what has an order.
        static let ordered: [Operator] = [.gte, .gt, .lte, .lt, .not, .in, .isnull]
        /// The operators of what has none.
        static let unordered: [Operator] = [.not, .in, .isnull]
    }

    /// The name.
    let name: String
    /// What its values are.
    let kind: Kind
    /// What it does, for people.
    let summary: String
    /// Whether it may stand several times, each value being an alternative.
    var repeats = false
    /// The operators that it knows beside equality.
    var operators: [Operator] = []

    /// A parameter that stands at most once.
    static func single(_ name: String, _ kind: Kind, _ summary: String) -> Parameter {
        Parameter(name: name, kind: kind, summary: summary)
    }

    /// A parameter whose values are alternatives.
    static func several(_ name: String, _ kind: Kind, _ summary: String) -> Parameter {
        Parameter(name: name, kind: kind, summary: summary, repeats: true)
    }

    /// A field that can be compared.
    static func field(_ name: String, _ kind: Kind, _ summary: String) -> Parameter {
        let operators: [Operator] =
            switch kind {
            case .text, .choice, .url: Operator.unordered
            case .integer, .thousandths, .day, .moment: Operator.ordered
            case .choices, .flag, .names, .language, .key: []
            }
        return Parameter(name: name, kind: kind, summary: summary, repeats: kind != .flag, operators: operators)
    }

    /// Its names with and without operators.
    var spellings: [String] {
        [name] + operators.map { "\(name)__\($0.rawValue)" }
    }
}
