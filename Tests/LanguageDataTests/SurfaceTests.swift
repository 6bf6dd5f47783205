import LanguageData
import Testing

/// In the tables whose words stand for one thing each, no form has two ids. (Words of estimates may be of several
/// classes, and a trigger may have several frames: there the context decides.)
@Suite struct SurfaceTests {
    /// A table with the columns that hold its id and its forms.
    struct Shape: Sendable, CustomTestStringConvertible {
        let table: String
        let ids: [Int]
        let forms: Int

        var testDescription: String { table }
    }

    static let shapes = [
        Shape(table: "months", ids: [0], forms: 1), Shape(table: "weekdays", ids: [0], forms: 1),
        Shape(table: "units", ids: [0], forms: 3), Shape(table: "durations", ids: [0, 1], forms: 2),
        Shape(table: "currencies", ids: [0], forms: 1), Shape(table: "magnitudes", ids: [1], forms: 2),
        Shape(table: "processors", ids: [0], forms: 1), Shape(table: "purposes", ids: [0], forms: 1),
        Shape(table: "negation", ids: [1], forms: 0), Shape(table: "status", ids: [2], forms: 0),
        Shape(table: "objects", ids: [2, 3], forms: 0), Shape(table: "prepositions", ids: [1], forms: 0),
        Shape(table: "bounds", ids: [0], forms: 2),
    ]

    /// Forms that may mean two things, each with what they are.
    static let allowed = ["fr objects fusion": "of atoms, a source of power, or of companies"]

    private func rows(_ file: String) -> [[String]] {
        guard let found = LanguageData.files.first(where: { $0.name == file }) else { return [] }
        return found.text.description.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test(arguments: shapes)
    func `no form has two ids`(_ shape: Shape) {
        let languages = Set(LanguageData.files.compactMap { $0.name.split(separator: "/").first.map(String.init) })
            .subtracting(["common"]).sorted()
        for language in languages {
            var ids: [String: String] = [:]
            for row in rows("\(language)/\(shape.table).tsv") where shape.forms < row.count {
                let id = shape.ids.map { $0 < row.count ? row[$0] : "" }.joined(separator: " ")
                for form in row[shape.forms].split(separator: ";").map({ $0.lowercased() })
                where !form.isEmpty {
                    if let other = ids[form], other != id, Self.allowed["\(language) \(shape.table) \(form)"] == nil {
                        Issue.record("\(language)/\(shape.table): \"\(form)\" is \(other) and \(id)")
                    }
                    ids[form] = id
                }
            }
        }
    }
}
