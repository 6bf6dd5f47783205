import HTTPCore
import Testing

@testable import API

@Suite struct EditRouteTests {
    static let patch = [("content-type", "application/merge-patch+json"), ("if-match", "*")]
    static let json = [("content-type", "application/json")]
    static let deal =
        #"{"type":"investment","status":"signed","parties":[{"company":"A","role":"investor"},"#
        + #"{"company":"B","role":"investee"}],"value":{"min":5,"max":null,"currency":"usd"},"power_mw":37.5}"#

    static let scenarios: [Scenario] = [
        Scenario(
            name: "a patch", method: .patch, target: "/deals/deal_1?reason=typo", fields: patch,
            body: #"{"status":"cancelled"}"#, status: 200, has: [#""status":"cancelled""#, #""version":2"#],
            answers: ["etag": ""]),
        Scenario(
            name: "a review", method: .patch, target: "/deals/deal_1", fields: patch, body: #"{"review":"confirmed"}"#,
            status: 200, has: [#""review":"confirmed""#]),
        Scenario(
            name: "a patch without If-Match", method: .patch, target: "/deals/deal_1", body: "{}", status: 428,
            has: [#""header":"If-Match""#]),
        Scenario(
            name: "a patch of an old version", method: .patch, target: "/deals/deal_1",
            fields: [("if-match", "\"0-0\"")], body: #"{"status":"signed"}"#, status: 412, has: ["version 1"]),
        Scenario(
            name: "a patch of nothing", method: .patch, target: "/deals/deal_7", fields: patch, body: "{}", status: 404),
        Scenario(
            name: "a patch of what is made by the service", method: .patch, target: "/deals/deal_1", fields: patch,
            body: #"{"id":"x","statuz":"signed"}"#, status: 422,
            has: [#""pointer":"/id""#, #""pointer":"/statuz""#, "the nearest that can is status"]),
        Scenario(
            name: "a patch with impossible parts", method: .patch, target: "/deals/deal_1", fields: patch,
            body: #"{"value":{"min":9,"max":5,"currency":"XXX"},"parties":null,"power_mw":-1,"announced_on":"soon","#
                + #""term":{"months":"two"},"purposes":["fun"],"allocations":[{"unit":"gpu"}]}"#,
            status: 422,
            has: [
                #""pointer":"/value/currency""#, #""pointer":"/parties""#, #""pointer":"/power_mw""#,
                #""pointer":"/announced_on""#, #""pointer":"/term/months""#, #""pointer":"/purposes""#,
                #""pointer":"/allocations/0/stage""#,
            ]),
        Scenario(
            name: "a patch that is no object", method: .patch, target: "/deals/deal_1", fields: patch, body: "[]",
            status: 422),
        Scenario(
            name: "a patch of another type", method: .patch, target: "/deals/deal_1",
            fields: [("content-type", "text/plain"), ("if-match", "*")], body: "{}", status: 415,
            answers: ["accept-patch": ""]),
        Scenario(
            name: "a new deal", method: .post, target: "/deals", fields: json, body: deal, status: 201,
            has: [#""type":"investment""#, #""currency":"USD""#, #""power_mw":37.5"#],
            answers: ["location": "/deals/deal_3"]),
        Scenario(
            name: "a new deal without parties", method: .post, target: "/deals", fields: json,
            body: #"{"type":"compute","status":"signed"}"#, status: 422, has: [#""pointer":"/parties""#]),
        Scenario(
            name: "a new deal with a foreign role", method: .post, target: "/deals", fields: json,
            body: deal.replacing("investment", with: "power"), status: 422, has: ["role"]),
        Scenario(name: "a new deal of nothing", method: .post, target: "/deals", fields: json, status: 422),
        Scenario(name: "a retraction", method: .delete, target: "/deals/deal_1", status: 204),
        Scenario(
            name: "a retraction of an old version", method: .delete, target: "/deals/deal_1",
            fields: [("if-match", "\"x\"")], status: 412),
        Scenario(
            name: "a merge", method: .post, target: "/deals/deal_2/merge", fields: json, body: #"{"into":"deal_1"}"#,
            status: 200, has: [#""id":"deal_1""#], answers: ["content-location": "/deals/deal_1"]),
        Scenario(
            name: "a merge with itself", method: .post, target: "/deals/deal_2/merge", fields: json,
            body: #"{"into":"deal_2"}"#, status: 409),
        Scenario(
            name: "a merge with nothing", method: .post, target: "/deals/deal_2/merge", fields: json, body: "{}",
            status: 422, has: [#""pointer":"/into""#]),
        Scenario(
            name: "a split", method: .post, target: "/deals/deal_1/split", fields: json,
            body: #"{"articles":["art_1"]}"#, status: 201),
        Scenario(
            name: "a split of nothing", method: .post, target: "/deals/deal_1/split", fields: json,
            body: #"{"articles":[]}"#, status: 422),
        Scenario(
            name: "a company", method: .patch, target: "/companies/co_1", fields: patch,
            body: #"{"name":"Lumen Labs","aliases":["Lumen"]}"#, status: 200,
            has: [#""name":"Lumen Labs","aliases":["Lumen"]"#]),
        Scenario(
            name: "a merged company", method: .post, target: "/companies/co_2/merge", fields: json,
            body: #"{"into":"co_1"}"#, status: 200, has: [#""id":"co_1""#]),
        Scenario(name: "a company that was not merged", method: .post, target: "/companies/co_2/unmerge", status: 404),
        Scenario(name: "reading again", method: .post, target: "/articles/art_1/reextract", status: 200),
    ]

    @Test(arguments: scenarios)
    func `records are corrected`(scenario: Scenario) async {
        await Bench.filled().check(scenario)
    }

    @Test func `of two editors with the same tag one wins and the other is told`() async {
        let bench = await Bench.filled()
        let tag = await bench.send(.get, "/deals/deal_1").fields["etag"] ?? ""
        let first = await bench.send(.patch, "/deals/deal_1", [("if-match", tag)], #"{"review":"confirmed"}"#)
        let second = await bench.send(.patch, "/deals/deal_1", [("if-match", tag)], #"{"review":"rejected"}"#)
        #expect(first.status == .ok)
        #expect(second.status == .preconditionFailed)
        let third = first.fields["etag"] ?? ""
        #expect(await bench.send(.patch, "/deals/deal_1", [("if-match", third)], "{}").status == .ok)
    }

    @Test func `the reason of an edit is handed on`() async {
        let bench = await Bench.filled()
        _ = await bench.send(.patch, "/deals/deal_1?reason=a%20typo", Self.patch, #"{"review":"confirmed"}"#)
        #expect(bench.store.state.withLock { $0.edits.first?.hasPrefix("edit local a typo") } == true)
    }

    @Test func `a merge patch follows RFC 7396`() throws {
        let cases = [
            (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#), (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
            (#"{"a":"b"}"#, #"{"a":null}"#, "{}"), (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
            (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#), ("[1]", "[2]", "[2]"),
            (#"{"a":"foo"}"#, "null", "null"), ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
        ]
        for (target, patch, result) in cases {
            let merged = MergePatch.apply(
                try JSONReader.read(Array(patch.utf8)), to: try JSONReader.read(Array(target.utf8)))
            #expect(merged == (try JSONReader.read(Array(result.utf8))))
        }
    }
}
