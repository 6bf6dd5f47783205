import HTTPCore
import Model
import Synchronization
import Testing

@testable import API

@Suite struct ArticleRouteTests {
    static let sentence = "Lumen buys compute from Borealis for 500 dollars."

    static let scenarios: [Scenario] = [
        Scenario(
            name: "plain text", method: .post, target: "/articles", fields: [("content-type", "text/plain")],
            body: sentence, status: 201,
            has: [
                #""id":"art_1","status":"created","language":"en","deals":[{"id":"deal_1","type":"compute""#,
                #""value":{"min":500,"max":500,"currency":"USD"}"#, #""warnings":[]"#, #""evidence":[{"field""#,
            ],
            answers: ["location": "/articles/art_1", "content-type": "application/json"]),
        Scenario(
            name: "no type, text", method: .post, target: "/articles", body: sentence, status: 201,
            has: [#""company":"Lumen""#]),
        Scenario(
            name: "form type, JSON", method: .post, target: "/articles",
            fields: [("content-type", "application/x-www-form-urlencoded")], body: #"{"text":"\#(sentence)"}"#,
            status: 201, has: [#""company":"Borealis""#]),
        Scenario(
            name: "form type, text with a brace", method: .post, target: "/articles",
            fields: [("content-type", "application/x-www-form-urlencoded")], body: "{\(sentence)", status: 201),
        Scenario(
            name: "JSON with all members", method: .post, target: "/articles",
            fields: [("content-type", "application/json; charset=utf-8")],
            body: #"{"title":"Head","text":"\#(sentence)","url":"https://a.example/1","published":"2025-11-03","#
                + #""language":"en-GB","source":"Gazette"}"#,
            status: 201, has: [#""announced_on":"2025-11-03""#]),
        Scenario(
            name: "dry run", method: .post, target: "/articles?dry_run=true", body: sentence, status: 200,
            has: [#""id":null,"status":"created","dry_run":true"#, #""company":"Lumen""#, #"{"name":"Lumen"}"#],
            lacks: ["deal_1"]),
        Scenario(
            name: "language not supported", method: .post, target: "/articles",
            fields: [("content-type", "application/json")], body: #"{"text":"Ein Satz.","language":"de"}"#, status: 201,
            has: [#""language":null,"deals":[]"#, #""code":"language-unsupported""#]),
    ]

    static let refusals: [Scenario] = [
        Scenario(name: "empty body", method: .post, target: "/articles", status: 422, has: ["the article is empty"]),
        Scenario(
            name: "empty JSON body", method: .post, target: "/articles", fields: [("content-type", "application/json")],
            status: 422, has: ["the article is empty"]),
        Scenario(
            name: "a compressed body", method: .post, target: "/articles", fields: [("content-encoding", "gzip")],
            body: "x", status: 415, has: ["gzip"]),
        Scenario(
            name: "half a day of publication", method: .post, target: "/articles?published=2025-11", body: sentence,
            status: 400, has: [#""parameter":"published""#]),
        Scenario(
            name: "an address of another kind", method: .post, target: "/articles",
            fields: [("content-type", "application/json")], body: #"{"text":"x","url":"javascript:alert(1)"}"#,
            status: 422, has: [#""pointer":"/url""#]),
        Scenario(
            name: "blank body", method: .post, target: "/articles", body: " \n\u{A0} ", status: 422,
            has: ["the article is empty"]),
        Scenario(
            name: "JSON without text", method: .post, target: "/articles",
            fields: [("content-type", "application/json")],
            body: #"{"title":"x"}"#, status: 422, has: [#""errors":[{"pointer":"","detail":"the member text or html"#]),
        Scenario(
            name: "JSON with a blank text", method: .post, target: "/articles",
            fields: [("content-type", "application/json")], body: #"{"text":"  "}"#, status: 422,
            has: [#""pointer":"/text""#]),
        Scenario(
            name: "JSON with an unknown member", method: .post, target: "/articles",
            fields: [("content-type", "application/json")], body: #"{"text":"x","titel":"y"}"#, status: 422,
            has: [#""pointer":"/titel""#, "the nearest is title"]),
        Scenario(
            name: "JSON with members of other kinds", method: .post, target: "/articles",
            fields: [("content-type", "application/json")], body: #"{"text":1,"published":"soon","language":"??"}"#,
            status: 422,
            has: [
                #""pointer":"/text","detail":"it must be a string"#, #""pointer":"/published""#,
                #""pointer":"/language""#,
            ]),
        Scenario(
            name: "JSON that is no object", method: .post, target: "/articles",
            fields: [("content-type", "application/json")], body: "[1]", status: 422, has: ["not an array"]),
        Scenario(
            name: "broken JSON", method: .post, target: "/articles", fields: [("content-type", "application/json")],
            body: #"{"text":"#, status: 400, has: ["ends at byte 8"]),
        Scenario(
            name: "other type", method: .post, target: "/articles", fields: [("content-type", "application/pdf")],
            body: "x", status: 415, has: ["application/pdf", "text/plain"]),
        Scenario(
            name: "no media type at all", method: .post, target: "/articles", fields: [("content-type", "nonsense")],
            body: "x", status: 415, has: ["nonsense"]),
        Scenario(
            name: "unknown charset", method: .post, target: "/articles",
            fields: [("content-type", "text/plain; charset=klingon")], body: "x", status: 415,
            has: ["klingon", "utf-8"]),
        Scenario(
            name: "NUL", method: .post, target: "/articles", body: "a\u{0}b", status: 422, has: ["NUL", "byte 1"]),
        Scenario(
            name: "unknown parameter", method: .post, target: "/articles?dryrun=true", body: sentence, status: 400,
            has: [#""parameter":"dryrun""#, "the nearest is dry_run"]),
        Scenario(
            name: "bad parameter", method: .post, target: "/articles?dry_run=yes", body: sentence, status: 400,
            has: [#""parameter":"dry_run","detail":"\"yes\" is not true or false"#]),
        Scenario(
            name: "unknown article", target: "/articles/art_9", status: 404, has: [#""type":"/docs#not-found""#]),
        Scenario(
            name: "wrong method", method: .delete, target: "/articles", status: 405, answers: ["allow": ""]),
    ]

    @Test(arguments: scenarios)
    func `an article is taken in every form`(scenario: Scenario) async {
        await Bench().check(scenario)
    }

    @Test(arguments: refusals)
    func `what cannot be taken is refused with a problem that helps`(scenario: Scenario) async {
        let bench = Bench()
        await bench.check(scenario)
        #expect(bench.store.state.withLock { $0.articles.isEmpty })
    }

    @Test func `a dry run stores nothing`() async {
        let bench = Bench()
        _ = await bench.send(.post, "/articles?dry_run=true", [], Self.sentence)
        #expect(bench.store.state.withLock { $0.articles.isEmpty })
    }

    @Test func `the same article again is known and changes nothing`() async {
        let bench = Bench()
        let first = await bench.send(.post, "/articles", [], Self.sentence)
        let second = await bench.send(.post, "/articles", [("content-type", "text/plain")], Self.sentence)
        let (one, two) = (await first.text(), await second.text())
        #expect(first.status == .created)
        #expect(second.status == .ok)
        #expect(two == one.replacing("created\",", with: "known\",", maxReplacements: 1))
        #expect(bench.store.state.withLock { $0.articles.count } == 1)
    }

    @Test func `invalid UTF-8 is refused with the offset of the byte`() async {
        let bytes = Array("Lumière".utf8.prefix(5)) + [0x72, 0x65]
        let answer = await Bench().send(.post, "/articles", [("content-type", "text/plain")], bytes: bytes)
        let text = await answer.text()
        #expect(answer.status == .badRequest)
        #expect(text.contains("offset 4"), "\(text)")
    }

    @Test func `a body over the limit is refused`() async {
        var configuration = APIConfiguration()
        configuration.articleLimit = 1 << 17
        let body = String(repeating: "x", count: 1 << 17 + 1)
        let answer = await Bench(configuration).send(.post, "/articles", [("content-type", "text/plain")], body)
        #expect(answer.status == .contentTooLarge)
        #expect(answer.fields["content-type"] == "application/problem+json")
    }

    @Test func `an article is shown with its text and records`() async {
        let bench = Bench()
        _ = await bench.send(.post, "/articles", [], Self.sentence)
        await bench.check(
            Scenario(
                name: "", target: "/articles/art_1", status: 200,
                has: [
                    #"{"id":"art_1","title":"#, #""deals":[{"id":"deal_1""#, #""companies":["#,
                    #""text":"Lumen buys compute from Borealis for 500 dollars."}"#,
                ], answers: ["etag": ""]))
    }

    @Test(
        arguments: [
            ("iso-8859-1", [0xE9, 0x20, 0xA0]), ("windows-1252", [0xE9, 0x20, 0xA0]),
            ("utf-16le", [0xE9, 0, 0x20, 0, 0xA0, 0]),
            ("UTF-16", [0xFF, 0xFE, 0xE9, 0, 0x20, 0, 0xA0, 0]), ("utf-16be", [0, 0xE9, 0, 0x20, 0, 0xA0]),
            ("\"utf-8\"", [0xC3, 0xA9, 0x20, 0xC2, 0xA0]), ("utf8", [0xEF, 0xBB, 0xBF, 0xC3, 0xA9, 0x20, 0xC2, 0xA0]),
        ] as [(String, [UInt8])])
    func `a declared charset is transcoded`(charset: String, bytes: [UInt8]) async {
        let bench = Bench()
        let type = "text/plain; charset=\(charset)"
        let answer = await bench.send(.post, "/articles", [("Content-Type", type)], bytes: bytes)
        #expect(answer.status == .created)
        #expect(bench.store.state.withLock { $0.articles.first?.article.text } == Array("é \u{A0}".utf8))
    }

    private final class Reported: Sendable {
        let errors = Mutex<[StoreError]>([])
    }

    @Test(arguments: [
        (StoreError.diskFull, 507), (.queueFull, 503), (.readOnly, 503), (.busy, 503), (.closed, 503), (.corrupt, 500),
        (.internal("secret cause"), 500),
    ])
    func `a failure of the store has one answer, and its cause stays inside`(failure: StoreError, status: Int) async {
        let reported = Reported()
        var configuration = APIConfiguration()
        configuration.onFailure = { error in reported.errors.withLock { $0.append(error) } }
        let bench = Bench(configuration)
        bench.store.fail(failure)
        await bench.check(
            Scenario(
                name: "", method: .post, target: "/articles", body: Self.sentence, status: status, lacks: ["secret"],
                answers: status == 503 ? ["retry-after": "1"] : [:]))
        // Who runs the service learns what only they can mend.
        #expect(reported.errors.withLock { $0 } == (status == 500 ? [failure] : []))
    }
}
