import Model
import Testing

@testable import Ingestion

/// Every language has sentences for its triggers, and each tells the deal that stands beside it.
struct TriggerExampleTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let language: String
        let place: String
        let lemma: String
        let frame: String
        let deal: String
        let sentence: String

        var testDescription: String { "\(place) \(sentence)" }
    }

    private static let files = LanguageFiles(TestEngine.files)

    static let examples: [Example] = files.languages.flatMap { language in
        files.rows(of: "\(language)/examples.tsv").map { row in
            Example(
                language: language, place: "\(row.file):\(row.line)", lemma: row[0], frame: row[1], deal: row[2],
                sentence: row[3])
        }
    }

    private static let headlines = ["en": "What happened this week", "fr": "Ce qui s'est passé cette semaine"]

    @Test(arguments: examples)
    func `an example tells its deal, by its trigger`(_ example: Example) throws {
        let headline = Self.headlines[example.language] ?? "…"
        let text = Array("\(headline)\n\n\(example.sentence)\n".utf8)
        let tables = Self.files.tables(for: example.language)
        let passes = try Self.reader(example.language).passes(over: text, published: Day("2026-05-12"))
        let deals = passes.extraction.deals.map { Self.text(of: $0.record) }
        #expect(
            deals == [Self.sorted(example.deal)],
            "\(example.place): see dealtracker extract --trace --lang \(example.language) for the sentence")
        let rows = try tables.own("triggers")
        // What two companies and a figure tell has no row.
        let events = try Self.events(passes, example.language).filter { $0.trigger.row >= 0 }
        let isTold = events.contains { event in
            let row = rows[event.trigger.row]
            return row[0] == example.lemma && row[3] == example.frame
                && example.deal.hasPrefix(event.type.rawValue + " ")
        }
        let told = events.map { rows[$0.trigger.row][0] + " " + rows[$0.trigger.row][3] }
        #expect(isTold, "\(example.place): told by \(told), not by \(example.lemma) \(example.frame)")
    }

    @Test(arguments: files.languages)
    func `each frame has an example for every part of speech of its triggers`(_ language: String) throws {
        let tables = Self.files.tables(for: language)
        let examples = Set(Self.examples.filter { $0.language == language }.map { "\($0.lemma)\t\($0.frame)" })
        var lemmas: [String: [String]] = [:]
        var covered: Set<String> = []
        for row in try tables.own("triggers") where TriggerEntry.Strength(rawValue: row[4])?.tells == true {
            let group = "frame \(row[3]), \(row[2])"
            lemmas[group, default: []].append(row[0])
            if examples.contains("\(row[0])\t\(row[3])") { covered.insert(group) }
        }
        for group in lemmas.keys.sorted() where !covered.contains(group) {
            let some = lemmas[group]?.prefix(5).joined(separator: ", ") ?? ""
            Issue.record(
                """
                \(language)/examples.tsv has no sentence for \(group). Add a line: one of its lemmas (\(some)), a tab, \
                the frame, a tab, the deal (such as: compute signed Larkmoor AI>Tarnwick Cloud), a tab, the sentence.
                """)
        }
    }

    // MARK: - Reading

    private static let readers: [String: Result<LanguageReader, LexiconError>] = Dictionary(
        uniqueKeysWithValues: files.languages.map { language in
            (language, Result { () throws(LexiconError) in try LanguageReader(files.tables(for: language)) })
        })

    private static func reader(_ language: String) throws -> LanguageReader {
        try #require(readers[language]).get()
    }

    private static func events(_ passes: Passes, _ language: String) throws -> [DealEvent] {
        try reader(language).dealReader.events(
            of: passes.document, entities: passes.entities, literals: passes.literals, excluded: passes.estimated,
            published: passes.extraction.published)
    }

    /// The deal of an example with the companies of a side in order.
    private static func sorted(_ deal: String) -> String {
        let parts = deal.split(separator: " ", maxSplits: 2).map(String.init)
        let sides = parts[parts.count - 1].split(separator: ">").map { side in
            side.split(separator: "+").sorted().joined(separator: "+")
        }
        return (parts.dropLast() + [sides.joined(separator: ">")]).joined(separator: " ")
    }

    /// A deal as the tables write it.
    private static func text(of deal: Deal) -> String {
        let sides = deal.type.roles.map { role in
            deal.parties.filter { $0.role == role }.map(\.company).sorted().joined(separator: "+")
        }
        return "\(deal.type.rawValue) \(deal.status.rawValue) \(sides.joined(separator: ">"))"
    }
}
