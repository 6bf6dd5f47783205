import HTTPCore
import Synchronization
import Testing

@testable import API

@Suite struct LimitTests {
    /// A clock that goes when it is told to.
    private final class Clock: Sendable {
        let now = Mutex(5_000_000)

        func advance(seconds: Int) {
            now.withLock { $0 += seconds * 1_000_000 }
        }
    }

    @Test func `requests over the rate are refused until it allows the next`() async {
        let clock = Clock()
        var configuration = APIConfiguration()
        configuration.rateLimit = RateLimit(requests: 3, seconds: 60)
        configuration.monotonic = { clock.now.withLock { $0 } }
        let bench = Bench(configuration)
        for left in [2, 1, 0] {
            let answer = await bench.send(.get, "/deals")
            #expect(answer.status == .ok)
            #expect(answer.fields["ratelimit"]?.hasPrefix("\"default\";r=\(left);") == true)
            #expect(answer.fields["ratelimit-policy"] == "\"default\";q=3;w=60")
        }
        await bench.check(Scenario(name: "", target: "/deals", status: 429, answers: ["retry-after": "20"]))
        clock.advance(seconds: 19)
        await bench.check(Scenario(name: "", target: "/deals", status: 429, answers: ["retry-after": "1"]))
        clock.advance(seconds: 1)
        await bench.check(Scenario(name: "", target: "/deals", status: 200))
        await bench.check(Scenario(name: "", target: "/deals", status: 429))
        clock.advance(seconds: 600)
        for _ in 0..<3 { await bench.check(Scenario(name: "", target: "/deals", status: 200)) }
        await bench.check(Scenario(name: "", target: "/deals", status: 429))
    }

    @Test func `health and preflights are answered at any rate`() async {
        var configuration = APIConfiguration()
        configuration.rateLimit = RateLimit(requests: 1, seconds: 60)
        configuration.monotonic = { 0 }
        configuration.cors = CORSPolicy(origins: ["https://app.example"])
        let bench = Bench(configuration)
        let asking = [("origin", "https://app.example"), ("access-control-request-method", "PATCH")]
        for _ in 0..<3 {
            await bench.check(Scenario(name: "", target: "/healthz", status: 200))
            await bench.check(Scenario(name: "", target: "/readyz", status: 200))
            let preflight = await bench.send(.options, "/deals/deal_1", asking)
            #expect(preflight.status == .noContent)
        }
        await bench.check(Scenario(name: "", target: "/deals", status: 200, answers: ["ratelimit": ""]))
        await bench.check(Scenario(name: "", target: "/deals", status: 429, answers: ["retry-after": "60"]))
    }

    @Test func `guesses at a token are counted, whatever they would do`() async {
        var configuration = APIConfiguration()
        configuration.rateLimit = RateLimit(requests: 2, seconds: 60)
        configuration.monotonic = { 0 }
        configuration.tokens = { [AccessToken(name: "w", secret: "right", scope: .write)] }
        let bench = Bench(configuration)
        let guess = [("authorization", "Bearer wrong")]
        for (method, status) in [(HTTPMethod.post, 401), (.get, 401), (.post, 429), (.get, 429)] {
            await bench.check(
                Scenario(
                    name: "\(method)", method: method, target: method == .get ? "/deals" : "/articles", fields: guess,
                    body: method == .get ? "" : "Text.", status: status, answers: ["ratelimit-policy": ""]))
        }
        await bench.check(
            Scenario(
                name: "the token itself", method: .post, target: "/articles",
                fields: [("authorization", "Bearer right")], body: "Text.", status: 201))
    }

    @Test func `callers are counted apart`() {
        let limiter = RateLimiter(RateLimit(requests: 1, seconds: 1))
        #expect(limiter.take("a", now: 0).isAllowed)
        #expect(limiter.take("b", now: 0).isAllowed)
        #expect(!limiter.take("a", now: 0).isAllowed)
    }

    @Test func `no rate is limited unless it is configured`() async {
        let bench = Bench()
        let answer = await bench.send(.get, "/healthz")
        #expect(!answer.fields.contains("ratelimit"))
        #expect(!answer.fields.contains("access-control-allow-origin"))
    }

    @Test func `pages of configured origins may read, others may not`() async {
        var configuration = APIConfiguration()
        configuration.cors = CORSPolicy(origins: ["https://app.example"])
        let bench = Bench(configuration)
        let own = await bench.send(.get, "/deals", [("origin", "https://app.example")])
        #expect(own.fields["access-control-allow-origin"] == "https://app.example")
        #expect(own.fields["vary"] == "accept, origin")
        let foreign = await bench.send(.get, "/deals", [("origin", "https://evil.example")])
        #expect(foreign.status == .ok)
        #expect(!foreign.fields.contains("access-control-allow-origin"))
        let preflight = await bench.send(
            .options, "/deals", [("origin", "https://app.example"), ("access-control-request-method", "POST")])
        #expect(preflight.status == .noContent)
        #expect(preflight.fields["access-control-allow-methods"]?.contains("POST") == true)
        #expect(preflight.fields["access-control-max-age"] == "600")
    }

    @Test func `a write with a known key is answered again and not done again`() async {
        let bench = await Bench.filled()
        let fields = [("content-type", "application/json"), ("idempotency-key", "k1")]
        let body = EditRouteTests.deal
        let first = await bench.send(.post, "/deals", fields, body)
        let again = await bench.send(.post, "/deals", fields, body)
        #expect(first.status == .created)
        #expect(again.status == .created)
        #expect(again.fields["idempotent-replayed"] == "true")
        #expect(await first.text() == again.text())
        #expect(bench.store.state.withLock { $0.deals.count } == 3)
        await bench.check(
            Scenario(
                name: "", method: .post, target: "/deals", fields: fields, body: body + " ", status: 422, has: ["used"])
        )
        let other = [("content-type", "application/json"), ("idempotency-key", String(repeating: "k", count: 256))]
        await bench.check(Scenario(name: "", method: .post, target: "/deals", fields: other, body: body, status: 400))
    }

    @Test func `a write that failed inside may be tried again with its key`() async {
        let bench = Bench()
        let fields = [("idempotency-key", "k")]
        bench.store.fail(.queueFull)
        #expect(await bench.send(.post, "/articles", fields, "Text.").status == .serviceUnavailable)
        bench.store.fail(nil)
        #expect(await bench.send(.post, "/articles", fields, "Text.").status == .created)
    }

    @Test func `a key in use is a conflict, and keys end after a day`() {
        let keys = IdempotencyKeys()
        func state(_ now: Int) -> String {
            switch keys.claim("k", for: ContentHash([1]), now: now) {
            case .new: "new"
            case .running: "running"
            case .done: "done"
            case .reused: "reused"
            }
        }
        #expect(state(0) == "new")
        #expect(state(1) == "running")
        keys.finish("k", HTTPResponse(.noContent))
        #expect(state(2) == "done")
        #expect(state(86_400_000_000) == "new")
    }
}
