import HTTPCore
import Testing

@testable import API

@Suite struct BatchRouteTests {
    static let type = [("content-type", "application/x-ndjson")]

    private func lines(_ answer: HTTPResponse) async throws -> [JSONValue] {
        try await answer.text().split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
    }

    @Test func `a batch is answered line by line in order, and one bad line stops nothing`() async throws {
        let bench = Bench()
        let body = [
            #"{"text":"Lumen buys compute from Borealis for 5 dollars."}"#, "{oops", "", #"{"title":"x"}"#,
            #"{"text":"Lumen buys compute from Borealis for 5 dollars."}"#, #"{"text":"No deal."}"#,
        ].joined(separator: "\r\n")
        let answer = await bench.send(.post, "/articles", Self.type, body)
        #expect(answer.status == .ok)
        #expect(answer.fields["content-type"] == "application/x-ndjson")
        let answers = try await lines(answer)
        #expect(answers.map { $0["line"]?.integer } == [1, 2, 4, 5, 6])
        #expect(answers[0]["id"]?.text == answers[3]["id"]?.text)
        #expect(answers[1]["type"]?.text == "/docs#invalid-json")
        #expect(answers[1]["status"]?.integer == 400)
        #expect(answers[2]["status"]?.integer == 422)
        #expect(answers[4]["status"]?.text == "created")
        #expect(bench.store.state.withLock { $0.articles.count } == 2)
    }

    @Test func `many lines keep their order`() async throws {
        let bench = Bench()
        let body = (1...200).map { #"{"text":"Story \#($0)."}"# }.joined(separator: "\n")
        let answers = try await lines(await bench.send(.post, "/articles", Self.type, body))
        #expect(answers.map { $0["line"]?.integer } == Array(1...200))
        #expect(bench.store.state.withLock { $0.articles.count } == 200)
    }

    @Test func `a line over the limit is passed over and the rest is taken`() async throws {
        var configuration = APIConfiguration()
        configuration.articleLimit = 100
        let long = #"{"text":"\#(String(repeating: "x", count: 200))"}"#
        let body = [#"{"text":"One."}"#, long, #"{"text":"Three."}"#].joined(separator: "\n") + "\n"
        let answers = try await lines(await Bench(configuration).send(.post, "/articles", Self.type, body))
        #expect(answers.map { $0["status"] } == [.string("created"), .number("413"), .string("created")])
    }

    @Test func `a dry batch stores nothing`() async throws {
        let bench = Bench()
        let answers = try await lines(
            await bench.send(.post, "/articles?dry_run=true", Self.type, #"{"text":"One."}"#))
        #expect(answers.first?["dry_run"] == .bool(true))
        #expect(bench.store.state.withLock { $0.articles.isEmpty })
    }

    @Test func `an empty batch is refused`() async {
        await Bench().check(
            Scenario(name: "", method: .post, target: "/articles", fields: Self.type, status: 422, has: ["empty"]))
    }

    @Test func `lines do not depend on how their bytes arrive`() {
        let bytes = Array("one\ntwo\r\n\nthree is too long\nlast".utf8)
        let expected: [LineSplitter.Line] = [
            .text(Array("one".utf8)), .text(Array("two".utf8)), .text([]), .tooLong, .text(Array("last".utf8)),
        ]
        for size in 1...bytes.count {
            var splitter = LineSplitter(limit: 8)
            var lines: [LineSplitter.Line] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                lines += splitter.add(Array(bytes[start..<min(start + size, bytes.count)]))
            }
            #expect(lines + splitter.end() == expected, "parts of \(size)")
        }
    }
}
