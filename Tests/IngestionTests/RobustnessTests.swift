import Foundation
import Glibc
import Model
import Testing

@testable import Ingestion

/// Any text is read, in time that grows with its length alone, to the same records every time.
struct RobustnessTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    private func read(_ text: [UInt8], _ language: String?) throws -> Extraction {
        try TestEngine.get().read(text, published: Day("2026-03-05"), language: language)
    }

    /// The processor time of this thread, in seconds: the machine's other work does not count.
    private func time(_ work: () throws -> Void) rethrows -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        try work()
        return now() - start
    }

    @Test(arguments: [
        ("fr", "Le rival Pi i le\ngroupe"), ("en", "Orvane, a rival of Pi, and the\ngroup"),
        ("en", "Orvane sells to Pi and its\nlandlord is a rival of the\nlab"),
    ])
    func `a word for a company does not reach over the end of its sentence`(language: String, text: String) throws {
        let found = try read(Array(text.utf8), language)
        let lines = text.utf8.split(separator: 0x0A).map(\.count)
        #expect(found.mentions.allSatisfy { $0.span.end - $0.span.start <= lines.max() ?? 0 })
        #expect(!found.mentions.contains { $0.text.contains("\n") })
    }

    @Test(arguments: 0..<24 as Range<UInt64>)
    func `mixtures of all that hurts are read, also where they are no UTF-8`(_ seed: UInt64) throws {
        var text = AdversarialTexts.mixture(bytes: 1500, seed: seed)
        if seed % 3 == 0 { AdversarialTexts.damage(&text, seed: seed) }
        let found = try read(text, seed % 2 == 0 ? "en" : "fr")
        let evidence =
            found.deals.flatMap(\.evidence) + found.relationships.flatMap(\.evidence)
            + found.estimates.flatMap(\.evidence) + found.statements.flatMap(\.evidence)
        for span in evidence.map(\.span) + found.mentions.map(\.span) { #expect(span.end <= text.count) }
        for finding in found.deals { #expect((0...1000).contains(finding.confidence)) }
    }

    @Test(arguments: AdversarialTexts.pieces.map(\.piece))
    func `a repeated piece costs the same for each byte, however often it stands there`(_ piece: String) throws {
        _ = try TestEngine.get()
        func cost(_ bytes: Int, rounds: Int) throws -> Double {
            let text = AdversarialTexts.text(piece, bytes: bytes)
            let times = try (0..<rounds).map { _ in try time { _ = try read(text, "en") } }
            return (times.min() ?? 0) / Double(text.count)
        }
        let (short, long) = (try cost(2_000, rounds: 3), try cost(20_000, rounds: 1))
        // A quadratic rule would make it ten times as much.
        #expect(long < short * 4 + 200e-9, "\(short * 1e9) and \(long * 1e9) ns a byte")
    }

    @Test(arguments: [AdversarialTexts.manyNames, AdversarialTexts.rivals])
    func `a text in which every name is new costs the same for each byte`(_ text: @Sendable (Int) -> [UInt8]) throws {
        _ = try TestEngine.get()
        func cost(_ bytes: Int) throws -> Double {
            let text = text(bytes)
            return try time { _ = try read(text, "en") } / Double(text.count)
        }
        let (short, long) = (try cost(3_000), try cost(100_000))
        #expect(long < short * 4, "\(short * 1e9) and \(long * 1e9) ns a byte")
    }

    @Test func `the same records come out in any order and on any thread`() async throws {
        var texts: [[UInt8]] = []
        for folder in ["articles", "no-deals"] {
            let folder = Self.fixtures.appending(path: folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            where name.hasSuffix(".txt") {
                texts.append([UInt8](try Data(contentsOf: folder.appending(path: name))))
            }
        }
        let expected = try texts.map { "\(try read($0, nil))" }
        let several = texts
        try await withThrowingTaskGroup(of: [(Int, String)].self) { group in
            for task in 0..<4 as Range<UInt64> {
                group.addTask {
                    var random = SeededGenerator(seed: task)
                    let order = several.indices.shuffled(using: &random)
                    return try order.map { ($0, "\(try self.read(several[$0], nil))") }
                }
            }
            for try await answers in group {
                for (index, answer) in answers { #expect(answer == expected[index]) }
            }
        }
    }

    @Test func `entries stand in one sentence, literals in one paragraph`() throws {
        let text = Array(
            "It costs $5\n\nbillion dollars more in the third\n\nquarter of 2026. It is set\n\nto buy Arm".utf8)
        let literals = try TestEngine.get().literals(in: text, language: "en", reference: nil)
        #expect(!literals.isEmpty)
        for literal in literals {
            #expect(!text[literal.span.start..<literal.span.end].contains(0x0A))
        }
        let files = LanguageFiles(TestEngine.files)
        let document = try LanguageReader(files.tables(for: "en")).document(text)
        for hit in document.hits {
            #expect(document.tokens[hit.first].sentence == document.tokens[hit.end - 1].sentence)
        }
    }
}
