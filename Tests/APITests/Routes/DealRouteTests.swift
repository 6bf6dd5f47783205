import HTTPCore
import Model
import Testing

@testable import API

@Suite struct DealRouteTests {
    static let scenarios: [Scenario] = [
        Scenario(
            name: "all deals", target: "/deals", status: 200,
            has: [#"{"data":[{"id":"deal_1""#, #"{"id":"deal_2""#, #"],"next":null,"count":2}"#],
            answers: ["content-type": "application/json", "etag": "", "vary": "accept, accept-encoding"]),
        Scenario(
            name: "by party", target: "/deals?party=Lumen", status: 200, has: ["deal_1", #""count":1}"#],
            lacks: ["deal_2"]),
        Scenario(
            name: "alternatives", target: "/deals?party=Lumen&party=Orion", status: 200, has: ["deal_1", "deal_2"]),
        Scenario(
            name: "by role", target: "/deals?customer=Borealis", status: 200,
            has: [#"{"data":[],"next":null,"count":0}"#]),
        Scenario(
            name: "between", target: "/deals?between=Orion,Borealis", status: 200, has: ["deal_2"], lacks: ["deal_1"]),
        Scenario(
            name: "fields", target: "/deals?fields=id,status&party=Lumen", status: 200,
            has: [#"{"data":[{"id":"deal_1","status":"signed"}],"next""#]),
        Scenario(
            name: "facets", target: "/deals?facets=type&party=Lumen", status: 200,
            has: [
                #""facets":{"type":[{"value":"compute","count":1,"selected":false,"#
                    + #""url":"/deals?facets=type&party=Lumen&type=compute"}]}"#
            ]),
        Scenario(
            name: "one deal", target: "/deals/deal_1", status: 200, has: [#"{"id":"deal_1""#], answers: ["etag": ""]),
        Scenario(name: "one company", target: "/companies/co_1", status: 200, has: [#""name":"Lumen""#]),
        Scenario(name: "companies", target: "/companies", status: 200, has: [#""count":3"#]),
        Scenario(
            name: "history", target: "/deals/deal_1/history", status: 200,
            has: [#"{"id":"deal_1","data":[{"version":1,"#, #""article":"art_1","record":{"id":"deal_1""#]),
        Scenario(name: "allocations", target: "/allocations?unit=gpu", status: 200, has: [#""count":0"#]),
        Scenario(name: "relationships", target: "/relationships?predicate=investor_in", status: 200),
        Scenario(name: "estimates", target: "/estimates?value__gte=5", status: 200),
        Scenario(name: "statements", target: "/statements?speaker=X", status: 200),
        Scenario(name: "articles", target: "/articles?published__gte=2025", status: 200),
        Scenario(name: "health", target: "/healthz", status: 200, has: ["ok"]),
        Scenario(name: "health with anything behind it", target: "/healthz?x=1", status: 200),
        Scenario(name: "readiness", target: "/readyz", status: 200, has: [#""writes":true"#]),
        Scenario(name: "HEAD", method: .head, target: "/deals", status: 200, answers: ["etag": ""]),
        Scenario(name: "an escaped path", target: "/%64eals/deal_1", status: 200),
    ]

    static let refusals: [Scenario] = [
        Scenario(
            name: "unknown parameter", target: "/deals?partie=Lumen", status: 400,
            has: [#""type":"/docs#unknown-parameter""#, #""parameter":"partie""#, "the nearest is party"]),
        Scenario(
            name: "unknown operator", target: "/deals?value__ge=5", status: 400, has: ["the nearest is value__gt"]),
        Scenario(
            name: "unknown value", target: "/deals?status=sined", status: 400,
            has: [#""parameter":"status""#, "the nearest is signed"]),
        Scenario(
            name: "several faults", target: "/deals?limit=0&status=x&as_of=never", status: 400,
            has: [#""parameter":"limit""#, #""parameter":"status""#, #""parameter":"as_of""#, "from 1 to 500"]),
        Scenario(name: "limit too large", target: "/deals?limit=501", status: 400),
        Scenario(name: "limit twice", target: "/deals?limit=5&limit=6", status: 400, has: ["only once"]),
        Scenario(name: "a broken escape", target: "/deals?party=%4", status: 400, has: ["hexadecimal"]),
        Scenario(name: "bytes that are no text", target: "/deals?party=%FF", status: 400, has: ["UTF-8"]),
        Scenario(name: "an empty value", target: "/deals?party=", status: 400, has: ["nothing is not some text"]),
        Scenario(name: "half a pair", target: "/deals?between=Lumen", status: 400, has: ["between"]),
        Scenario(name: "a foreign cursor", target: "/deals?cursor=abc", status: 400, has: [#""parameter":"cursor""#]),
        Scenario(name: "unknown deal", target: "/deals/deal_9", status: 404),
        Scenario(name: "a deal before it was", target: "/deals/deal_1?as_of=2020-01-01", status: 404),
        Scenario(name: "unknown company", target: "/companies/x", status: 404),
        Scenario(name: "unknown path", target: "/dealz", status: 404, has: [#""type":"/docs#not-found""#]),
        Scenario(name: "wrong method", method: .put, target: "/deals", status: 405, answers: ["allow": ""]),
    ]

    @Test(arguments: scenarios)
    func `records are shown`(scenario: Scenario) async {
        await Bench.filled().check(scenario)
    }

    @Test(arguments: refusals)
    func `a question that cannot be answered is refused with the nearest that can`(scenario: Scenario) async {
        await Bench.filled().check(scenario)
    }

    @Test func `pages follow one another to the end`() async throws {
        let bench = await Bench.filled()
        let first = await bench.send(.get, "/deals?limit=1")
        let value = try JSONReader.read(Array(await first.text().utf8))
        let next = try #require(value["next"]?.text)
        #expect(value["count"]?.integer == 2)
        #expect(first.fields["link"] == "<\(next)>; rel=\"next\"")
        let second = await bench.send(.get, next)
        let text = await second.text()
        #expect(text.contains("deal_2"))
        #expect(text.contains(#""next":null,"count":2"#))
        let elsewhere = await bench.send(.get, next + "&type=compute")
        #expect(elsewhere.status == .badRequest)
    }

    @Test func `a tag that the caller has is answered with 304`() async {
        let bench = await Bench.filled()
        for target in ["/deals", "/deals/deal_1", "/companies", "/articles/art_1", "/deals/deal_1/history", "/healthz"]
        {
            let first = await bench.send(.get, target)
            let tag = first.fields["etag"] ?? ""
            let again = await bench.send(.get, target, [("if-none-match", "\"x\", W/\(tag)")])
            #expect(again.status == .notModified, "\(target)")
            #expect(again.fields["etag"] == tag)
            let other = await bench.send(.get, target, [("if-none-match", "\"x\"")])
            #expect(other.status == .ok)
        }
    }

    @Test func `a repeated question is answered without the store until something is written`() async {
        let bench = await Bench.filled()
        let first = await bench.send(.get, "/deals?party=Lumen")
        let second = await bench.send(.get, "/deals?party=Lumen")
        #expect(await first.text() == second.text())
        #expect(bench.store.questions == 1)
        _ = await bench.send(.post, "/articles", [], "Lumen buys compute from Vega for 7 dollars.")
        let third = await bench.send(.get, "/deals?party=Lumen")
        #expect(await third.text().contains("Vega"))
        #expect(bench.store.questions == 2)
    }

    @Test func `a question about one company is asked again only when its deals have changed`() async {
        let bench = await Bench.filled()
        let targets = ["/deals?party=Lumen", "/deals?party=Lumen&type=compute&limit=1", "/deals"]
        for target in targets { _ = await bench.send(.get, target) }
        let asked = bench.store.questions
        _ = await bench.send(.post, "/articles", [], "Vega buys compute from Altair for 7 dollars.")
        for target in targets.dropLast() { _ = await bench.send(.get, target) }
        #expect(bench.store.questions == asked)
        #expect(await bench.send(.get, "/deals").text().contains("Altair"))
        #expect(bench.store.questions == asked + 1)
        _ = await bench.send(.post, "/articles", [], "Lumen buys compute from Altair for 8 dollars.")
        for (target, count) in zip(targets, [2, 2, 4]) {
            #expect(await bench.send(.get, target).text().contains("\"count\":\(count)"), "\(target)")
        }
    }

    @Test func `a question about several companies, or none that is known, is asked again after any write`() async {
        let bench = await Bench.filled()
        let targets = ["/deals?party=Lumen&party=Borealis", "/deals?party=Altair", "/deals?q=altair"]
        for target in targets { _ = await bench.send(.get, target) }
        let asked = bench.store.questions
        _ = await bench.send(.post, "/articles", [], "Vega buys compute from Altair for 7 dollars.")
        for target in targets { _ = await bench.send(.get, target) }
        #expect(bench.store.questions == asked + targets.count)
        #expect(await bench.send(.get, "/deals?party=Altair").text().contains("Vega"))
    }

    @Test func `a merged record answers with the place of the one that stands for it`() async {
        let bench = await Bench.filled()
        bench.store.state.withLock { $0.merged = ["co_8": "co_1", "deal_8": "deal_1"] }
        for (target, place) in [
            ("/companies/co_8", "/companies/co_1"),
            ("/deals/deal_8?as_of=2025-12-01", "/deals/deal_1?as_of=2025-12-01"),
            ("/deals/deal_8/history", "/deals/deal_1/history"),
        ] {
            let answer = await bench.send(.get, target)
            #expect(answer.status == .permanentRedirect)
            #expect(answer.fields["location"] == place)
        }
    }
}
