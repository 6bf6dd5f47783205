import Model

/// What each rule that evidence names reads, from the table `rules` and the tables that it points to.
public struct RuleBook: Sendable {
    private let files: LanguageFiles
    private var rules: [String: Rule] = [:]
    /// Every id, in the order of the table.
    public private(set) var ids: [String] = []

    private struct Rule: Sendable {
        /// What stands for the braces of the id, `""` where it has none.
        let value: String
        let row: Row
    }

    /// Reads the rules of some language data.
    ///
    /// - Throws: ``LexiconError`` for a missing table or an id whose braces hold an unknown word.
    public init(_ files: LanguageFiles) throws(LexiconError) {
        self.files = files
        let tables = files.tables(for: "common")
        let frames = try tables.common("frames").map { $0[0] }
        for row in try tables.common("rules") {
            let pattern = try row.required(0, "id")
            guard let brace = pattern.firstIndex(of: "{") else {
                add(pattern, Rule(value: "", row: row))
                continue
            }
            for value in try Self.values(of: pattern[brace...], frames, row) {
                add(pattern[..<brace] + value, Rule(value: value, row: row))
            }
        }
    }

    private mutating func add(_ id: String, _ rule: Rule) {
        if rules.updateValue(rule, forKey: id) == nil { ids.append(id) }
    }

    private static func values(
        of brace: Substring, _ frames: [String], _ row: Row
    ) throws(LexiconError) -> [String] {
        switch brace {
        case "{frame}": frames
        case "{purpose}": Purpose.allCases.map(\.rawValue)
        case "{predicate}": Relationship.Predicate.allCases.map(\.rawValue)
        default: throw row.unknown(String(brace))
        }
    }

    /// What a rule reads, as text for people; `nil` for an unknown id.
    public func explanation(of id: String) -> String? {
        guard let rule = rules[id] else { return nil }
        var text = TraceText()
        text.line(0, id)
        text.line(1, "reads", [rule.row[2]])
        text.line(1, "example", [rule.row[3]])
        for part in rule.row.list(1) {
            for place in places(part, rule.value) { text.line(1, "table", [place]) }
        }
        return text.text
    }

    /// The rows of a table that a rule rests on: file and lines, and their first words.
    private func places(_ part: String, _ value: String) -> [String] {
        let pieces = part.split(separator: "?", maxSplits: 1).map(String.init)
        let names = pieces[0].hasPrefix("/") ? files.languages.map { $0 + pieces[0] } : [pieces[0]]
        let conditions = pieces.count > 1 ? pieces[1].split(separator: "&").map(String.init) : []
        return names.compactMap { name in
            let all = files.rows(of: name + ".tsv")
            let rows = all.filter { row in conditions.allSatisfy { Self.holds($0, value, row) } }
            guard !rows.isEmpty else { return nil }
            guard !conditions.isEmpty else { return "\(name).tsv, \(rows.count) rows" }
            let lines = rows.prefix(Self.shown).map { row in "\(row.line) \(Self.short(row))" }
            let more = rows.count > Self.shown ? ", and \(rows.count - Self.shown) more" : ""
            return "\(name).tsv: " + lines.joined(separator: ", ") + more
        }
    }

    /// Whether a column of a row is, or lists, a value.
    private static func holds(_ condition: String, _ value: String, _ row: Row) -> Bool {
        let parts = condition.split(separator: "=").map(String.init)
        guard parts.count == 2, let column = Int(parts[0]) else { return false }
        return row.list(column).contains(parts[1] == "*" ? value : parts[1])
    }

    /// The longest column of a row: its words; the first where the row is short.
    private static func short(_ row: Row) -> String {
        let forms = row.columns.first { $0.contains(";") } ?? row[0]
        let parts = forms.split(separator: ";").map(String.init)
        return parts.prefix(3).joined(separator: "; ") + (parts.count > 3 ? "; …" : "")
    }

    /// How many rows of a table are shown.
    private static let shown = 12
}
