import Foundation
import Testing

@Suite struct CommandTests {
    private let binary = RunningService.binary.path
    private let fixtures = RunningService.package.appending(path: "Tests/Fixtures")

    @Test func `extract prints one object with the deal and its evidence`() throws {
        let file = fixtures.appending(path: "articles/en-a.txt").path
        let result = try run(binary, ["extract", "--published", "2026-02-18", file])
        #expect(result.status == 0)
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(object?["lang"] as? String == "en")
        #expect(object?["published"] as? String == "2026-02-18")
        let text = try Data(contentsOf: URL(fileURLWithPath: file))
        for deal in try #require(object?["deals"] as? [[String: Any]]) {
            let evidence = try #require(deal["evidence"] as? [[String: Any]])
            #expect(!evidence.isEmpty)
            for item in evidence {
                let start = try #require(item["start"] as? Int)
                let end = try #require(item["end"] as? Int)
                #expect(String(decoding: text[start..<end], as: UTF8.self) == item["quote"] as? String)
            }
        }
    }

    @Test func `the trace shows what each stage saw, and every rule of it is explained`() throws {
        let file = fixtures.appending(path: "articles/en-a.txt").path
        let trace = try run(binary, ["extract", "--trace", "--published", "2026-02-18", file])
        #expect(trace.status == 0)
        for part in ["== entities", "== sentence 0, headline", "lexicon ", "trigger ", "== deals: ", "== statements: "]
        {
            #expect(trace.output.contains(part), "\(part)")
        }
        let known = try run(binary, ["explain", "--list"])
        #expect(known.status == 0)
        #expect(known.output.contains("deal.frame.buy\n") && known.output.contains("quote.marks\n"))
        let rule = try run(binary, ["explain", "deal.frame.buy"])
        #expect(rule.status == 0)
        #expect(rule.output.contains("common/frames.tsv: ") && rule.output.contains("en/triggers.tsv: "))
        let wrong = try run(binary, ["explain", "deal.frame.bux"])
        #expect(wrong.errors.contains("did you mean 'deal.frame.buy'"))
    }

    @Test func `extract answers a text in no language that it reads without records`() throws {
        let text = "Die Firma hat mit ihrem Partner einen Vertrag über neue Rechenzentren geschlossen.\n"
        let result = try run(binary, ["extract", "-"], input: text)
        #expect(result.status == 0)
        #expect(result.output.contains("language-unsupported"))
    }

    /// Calls that are wrong, with the exit code that tells how.
    static let wrongCalls: [([String], Int32)] = [
        (["extract", "--published", "soon", "-"], 64), (["extract", "/nowhere/at/all.txt"], 74),
        (["serve", "--config", "/nowhere/at/all.yaml"], 74), (["fly"], 64), (["extract", "--bogus"], 64),
        (["explain"], 64), (["explain", "--list", "quote.marks"], 64), (["explain", "deal.frame.fly"], 65),
    ]

    @Test(arguments: wrongCalls)
    func `a wrong call says so with its exit code`(arguments: [String], status: Int32) throws {
        let result = try run(binary, arguments, input: "")
        #expect(result.status == status, "\(result.errors)")
        #expect(!result.errors.isEmpty)
    }

    @Test func `extract refuses bytes that are no text, with the offset`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).txt")
        try Data([0x61, 0x62, 0xC3, 0x28]).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try run(binary, ["extract", file.path])
        #expect(result.status == 65)
        #expect(result.errors.contains("byte 2"))
    }

    @Test func `ingest stores a folder once`() throws {
        let store = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + end) } }
        let folder = fixtures.appending(path: "no-deals").path
        let first = try run(binary, ["ingest", "--database", store, folder])
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.hasPrefix("16 articles stored, 0 known"))
        let second = try run(binary, ["ingest", "--database", store, folder])
        #expect(second.output.hasPrefix("0 articles stored, 16 known"))
    }

    @Test func `query asks the store what the API answers`() throws {
        let store = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + end) } }
        let article = fixtures.appending(path: "sample-article.json").path
        #expect(try run(binary, ["ingest", "--database", store, article]).status == 0)
        let table = try run(binary, ["query", "deals", "--party", "OpenAI", "--database", store])
        #expect(table.output.contains("Nordlys Compute (provider)"))
        let wrong = try run(binary, ["query", "deals", "--partty", "OpenAI", "--database", store])
        #expect(wrong.status == 65)
        #expect(wrong.errors.contains("party"))
        let sound = try run(binary, ["check", "--database", store])
        #expect(sound.status == 0 && sound.output.hasSuffix("sound\n"))
        let copy = store + ".copy"
        defer { try? FileManager.default.removeItem(atPath: copy) }
        #expect(try run(binary, ["backup", "--database", store, copy]).status == 0)
        #expect(try run(binary, ["rebuild", "--database", store]).status == 0)
        let before = try run(binary, ["export", "--database", copy]).output
        #expect(!before.isEmpty)
        #expect(try run(binary, ["export", "--database", store]).output == before)
    }

    @Test func `help names every command`() throws {
        let help = try run(binary, ["--help"]).output
        for name in [
            "serve", "extract", "explain", "ingest", "query", "migrate", "check", "backup", "rebuild", "token",
        ] {
            #expect(help.contains(name))
        }
    }
}
