/// What an inflected form may be; a form that is several ("signed": past, participle) has several.
struct WordFeatures: OptionSet, Sendable {
    let rawValue: UInt16

    static let infinitive = WordFeatures(rawValue: 1 << 0)
    static let present = WordFeatures(rawValue: 1 << 1)
    static let past = WordFeatures(rawValue: 1 << 2)
    static let participle = WordFeatures(rawValue: 1 << 3)
    static let gerund = WordFeatures(rawValue: 1 << 4)
    static let future = WordFeatures(rawValue: 1 << 5)
    static let conditional = WordFeatures(rawValue: 1 << 6)
    static let imperfect = WordFeatures(rawValue: 1 << 7)
    static let singular = WordFeatures(rawValue: 1 << 8)
    static let plural = WordFeatures(rawValue: 1 << 9)
    static let feminine = WordFeatures(rawValue: 1 << 10)
    static let masculine = WordFeatures(rawValue: 1 << 11)

    /// The forms that a clause can be built on without an auxiliary.
    static let finite: WordFeatures = [.present, .past, .future, .conditional, .imperfect]

    /// The feature that a data file names, or `nil` for an unknown word.
    init?(name: String) {
        guard let known = Self.names.first(where: { $0.name == name }) else { return nil }
        self = known.feature
    }

    /// The features that a column names.
    ///
    /// - Throws: ``LexiconError`` for an unknown one.
    init(_ row: Row, _ column: Int) throws(LexiconError) {
        self = []
        for word in row.list(column) {
            guard let feature = WordFeatures(name: word) else { throw row.unknown(word) }
            insert(feature)
        }
    }

    /// All of them with the names that data files use.
    static let names: [(name: String, feature: WordFeatures)] = [
        ("infinitive", .infinitive), ("present", .present), ("past", .past), ("participle", .participle),
        ("gerund", .gerund), ("future", .future), ("conditional", .conditional), ("imperfect", .imperfect),
        ("singular", .singular), ("plural", .plural), ("feminine", .feminine), ("masculine", .masculine),
    ]

    init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// The names of what it holds.
    var names: [String] { Self.names.filter { contains($0.feature) }.map(\.name) }
}
