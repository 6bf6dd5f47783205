import Foundation
import Ingestion
import LanguageData
import Testing

/// What must hold for every language, by its tables alone.
@Suite struct LanguageDataTests {
    private struct Table {
        let folder: String
        let name: String
        let lines: [String]
    }

    private var tables: [Table] {
        LanguageData.files.compactMap { file in
            let parts = file.name.split(separator: "/").map(String.init)
            guard parts.count == 2 else { return nil }
            return Table(
                folder: parts[0], name: parts[1],
                lines: file.text.description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
    }

    private var languages: [String] {
        Set(tables.map(\.folder)).subtracting(["common"]).sorted()
    }

    private func facts(_ table: Table) -> [[String]] {
        table.lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func `French and English are there`() {
        #expect(languages == ["en", "fr"])
    }

    @Test func `every language has the same tables`() {
        let names = languages.map { language in Set(tables.filter { $0.folder == language }.map(\.name)) }
        for other in names { #expect(other == names[0], "\(other.symmetricDifference(names[0]))") }
    }

    @Test func `no language is at once one that can be read and one that cannot`() throws {
        let others = try #require(tables.first { $0.folder == "common" && $0.name == "other_languages.tsv" })
        #expect(Set(facts(others).map { $0[0] }).isDisjoint(with: languages))
    }

    @Test func `the documentation names every table`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/LANGUAGES.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        for table in tables where table.folder != "common" {
            #expect(text.contains("`\(table.name.dropLast(4))`"), "\(table.name)")
        }
    }

    @Test func `every table begins by saying what it holds`() {
        for table in tables { #expect(table.lines.first?.hasPrefix("#") == true, "\(table.folder)/\(table.name)") }
    }

    @Test func `no line has space at its end, a carriage return or a byte order mark`() {
        for table in tables {
            for (number, line) in table.lines.enumerated()
            where line.hasSuffix(" ") || line.contains("\r") || line.contains("\u{FEFF}") {
                Issue.record("\(table.folder)/\(table.name):\(number + 1)")
            }
        }
    }

    @Test func `no fact stands twice in a table`() {
        for table in tables {
            var seen: Set<[String]> = []
            for fact in facts(table) where !seen.insert(fact).inserted {
                Issue.record("\(table.folder)/\(table.name): \(fact)")
            }
        }
    }

    @Test func `the engine compiles all of it`() throws {
        _ = try Engine(LanguageFiles(LanguageData.files.map { (name: $0.name, text: Array($0.text.description.utf8)) }))
    }

    @Test func `the ids of the catalogue are unique and parents are in it`() throws {
        let companies = try #require(tables.first { $0.name == "companies.tsv" })
        let rows = facts(companies)
        let ids = rows.map { $0[0] }
        #expect(Set(ids).count == ids.count)
        #expect(ids.count >= 400)
        for row in rows where row.count > 5 && !row[5].isEmpty { #expect(Set(ids).contains(row[5]), "\(row[0])") }
        for row in rows { #expect(row.count >= 12 && !row[11].isEmpty, "\(row[0]) has no source") }
    }

    @Test func `head offices are in places that the tables know, in the country of the company`() throws {
        let companies = try #require(tables.first { $0.name == "companies.tsv" })
        let places = try #require(tables.first { $0.name == "places.tsv" })
        let known = Set(facts(places).map { $0[0] + " " + $0[1] })
        var seats = 0
        for row in facts(companies) where row.count > 12 && !row[12].isEmpty {
            seats += 1
            let towns = row[12].split(separator: ";")
            #expect(towns.count <= 4 && towns.allSatisfy { known.contains("\($0) \(row[6])") }, "\(row[0]): \(row[12])")
        }
        #expect(seats >= 1000)
    }
}
