import Foundation
import Testing

/// The rows of a folder of `Tests/Fixtures` whose `.tsv` files begin with their language: a text, what it tells ("-" for
/// nothing), and `open` where the engine cannot read it yet.
struct FixtureTable {
    struct Row: Sendable, CustomTestStringConvertible {
        let language: String
        let text: String
        /// What the text tells, in the order of the alphabet.
        let told: [String]
        let isOpen: Bool

        var testDescription: String { text }
    }

    let rows: [Row]

    /// Reads a folder; `separator` stands between what one text tells.
    init(_ folder: String, separator: String) {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/\(folder)")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        rows = files.filter { $0.hasSuffix(".tsv") }.sorted().flatMap { file in
            let text = (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
            return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
                Self.row($0, language: String(file.prefix(2)), separator)
            }
        }
    }

    private static func row(_ line: Substring, language: String, _ separator: String) -> Row {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        let told = columns.count > 1 && columns[1] != "-" ? columns[1].components(separatedBy: separator) : []
        return Row(
            language: language, text: columns[0], told: told.sorted(),
            isOpen: columns.count > 2 && columns[2] == "open")
    }
}
