import Foundation
import Ingestion
import LanguageData
import Model

/// Measures the engine on one core, in processor time; ``usage`` tells how it is called.
@main
struct BenchExtract {
    private static let usage = """
        usage: bench-extract [--quick] [--articles N] [--mixtures N] FOLDER…

        Measures the engine on one core, with the .txt files of the first folder that has some. The bars stand beside
        the figures; the exit code is 1 when one is missed.

          --quick       only start-up, digest and speed
          --articles N  how many articles are read while memory is watched (100000)
          --mixtures N  how many made-up texts are read (1000)
        """

    static func main() throws {
        var arguments = Array(CommandLine.arguments.dropFirst())
        var report = Report()
        if arguments.contains("--help") || arguments.contains("-h") { return report.note(usage) }
        let count = option("--articles", in: &arguments) ?? 100_000
        let seeds = option("--mixtures", in: &arguments) ?? 1000
        let isQuick = arguments.contains("--quick")
        arguments.removeAll { $0 == "--quick" }
        guard !arguments.isEmpty, !arguments.contains(where: { $0.hasPrefix("-") }) else {
            fail(usage)
        }
        guard let articles = try Articles(firstOf: arguments) else {
            fail("bench-extract: no .txt files in \(arguments.joined(separator: ", "))")
        }
        let engine = try startUp(&report)
        report.note("articles of \(articles.folder): \(articles.texts.count), \(articles.bytes) bytes")
        report.note("digest of their records: \(digest(engine, articles))")
        speed(engine, articles, &report)
        if !isQuick {
            growth(engine, articles, count, &report)
            try Robustness(engine: engine).run(seeds, &report)
            Scaling(engine: engine, articles: articles).run(&report)
        }
        exit(report.missed == 0 ? 0 : 1)
    }

    /// Ends the program over how it was called.
    private static func fail(_ words: String) -> Never {
        FileHandle.standardError.write(Data((words + "\n").utf8))
        exit(64)
    }

    /// Takes an option with its number out of the arguments.
    private static func option(_ name: String, in arguments: inout [String]) -> Int? {
        guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return nil }
        defer { arguments.removeSubrange(place...place + 1) }
        return Int(arguments[place + 1])
    }

    /// From the bytes in the binary to an engine that reads every language.
    private static func startUp(_ report: inout Report) throws -> Engine {
        var engine: Engine?
        var best = Double.infinity
        for _ in 0..<5 {
            let time = try Clock.measure {
                let files = LanguageFiles(
                    LanguageData.files.map { file in
                        let bytes = UnsafeBufferPointer(
                            start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)
                        return (name: file.name, text: Array(bytes))
                    })
                engine = try Engine(files)
            }
            best = min(best, time)
        }
        report.add("start-up, all languages, ms", best * 1000, atMost: 60)
        guard let engine else { throw CocoaError(.featureUnsupported) }
        return engine
    }

    /// A hash of all that is read in the articles (FNV-1a): the same before and after a change that only makes it faster.
    private static func digest(_ engine: Engine, _ articles: Articles) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for text in articles.texts {
            for byte in "\(engine.read(text, published: try? Day("2026-03-01"), language: nil))".utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
        }
        return String(hash, radix: 16)
    }

    private static func speed(_ engine: Engine, _ articles: Articles, _ report: inout Report) {
        var best = Double.infinity
        var rounds = 0
        var spent = 0.0
        while spent < 3 || rounds < 5 {
            let time = Clock.measure {
                for text in articles.texts { _ = engine.read(text, published: nil, language: nil) }
            }
            best = min(best, time)
            spent += time
            rounds += 1
        }
        let mean = spent / Double(rounds)
        report.add("articles a second", Double(articles.texts.count) / mean)
        report.add("MB/s, best round", Double(articles.bytes) / best / 1e6)
        report.add("MB/s", Double(articles.bytes) / mean / 1e6, atLeast: 5)
    }

    /// The memory after a tenth of the articles and after all: what one leaves behind would show.
    private static func growth(_ engine: Engine, _ articles: Articles, _ count: Int, _ report: inout Report) {
        func read(_ range: Range<Int>) {
            for index in range {
                _ = engine.read(articles.texts[index % articles.texts.count], published: nil, language: nil)
            }
        }
        read(0..<count / 10)
        let early = Memory.resident
        read(count / 10..<count)
        let late = Memory.resident
        report.add("resident after \(count) articles, MB", Double(late) / 1e6)
        report.add("bytes more for each article since \(count / 10)", Double(late - early) / Double(count), atMost: 10)
    }
}
