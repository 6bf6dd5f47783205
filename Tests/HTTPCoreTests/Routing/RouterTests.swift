import HTTPCore
import Testing

struct RouterTests {
    private static let router = Router([
        Route(.get, "/deals", immediately: { _ in .text(.ok, "list") }),
        Route(.post, "/deals", body: .collect(limit: 10), answer: { .text(.created, "\($0.body.bytes.count)") }),
        Route(.get, "/deals/{id}", immediately: { .text(.ok, $0.parameters["id"] ?? "none") }),
        Route(.post, "/deals/merge", answer: { _ in .text(.ok, "merge") }),
        Route(
            .get, "/deals/{id}/history/{day}",
            answer: { .text(.ok, "\($0.parameters["id"] ?? "")-\($0.parameters["day"] ?? "")") }),
        Route(.patch, "/deals/{id}", body: .stream(limit: 5), answer: { _ in .text(.ok, "patched") }),
    ])

    private func answer(_ method: HTTPMethod, _ target: String) async -> (HTTPResponse, String) {
        let request = HTTPRequest(method: method, target: target)
        let response = await Self.router.respond(to: request)
        guard case .bytes(let bytes) = response.body else { return (response, "") }
        return (response, String(decoding: bytes, as: UTF8.self))
    }

    @Test(arguments: [
        (HTTPMethod.get, "/deals", "list"), (.head, "/deals", "list"), (.post, "/deals", "0"),
        (.get, "/deals/7?x=y", "7"),
        (.get, "/deals/a%2Fb", "a/b"), (.get, "/deals/merge", "merge"), (.get, "/%64eals", "list"),
        (.post, "/deals/merge", "merge"),
        (.get, "/deals/7/history/2026", "7-2026"), (.patch, "/deals/7", "patched"), (.get, "/deals/%7B", "{"),
    ])
    func `the route of a path answers`(method: HTTPMethod, target: String, expected: String) async {
        #expect(await answer(method, target).1 == expected)
    }

    @Test(arguments: [
        "/", "/deal", "/deals/", "/deals//history/x", "/deals/%ff", "/deals/%zz", "//deals", "/deals/7/history", "x",
    ])
    func `a path without a route is 404`(target: String) async {
        #expect(await answer(.get, target).0.status == .notFound)
    }

    @Test func `a method without a route is 405 and says what would do`() async {
        let (response, _) = await answer(.delete, "/deals/7")
        #expect(response.status == .methodNotAllowed && response.fields["allow"] == "GET, PATCH, HEAD, OPTIONS")
        #expect(await answer(.other("get"), "/deals").0.status == .methodNotAllowed)
    }

    @Test func `CONNECT and TRACE are 405 anywhere, and CONNECT closes`() async {
        #expect(await answer(.trace, "/nowhere").0.status == .methodNotAllowed)
        let (response, _) = await answer(.connect, "h:443")
        #expect(response.status == .methodNotAllowed && response.closesConnection && response.fields.contains("allow"))
    }

    @Test func `OPTIONS is answered with Allow, for a path and for the server`() async {
        let (response, _) = await answer(.options, "/deals")
        #expect(response.status == .noContent && response.fields["allow"] == "GET, POST, HEAD, OPTIONS")
        #expect(await answer(.options, "*").0.fields["allow"] == "GET, POST, PATCH, HEAD, OPTIONS")
        #expect(await answer(.options, "/nowhere").0.status == .notFound)
    }

    @Test func `content is bounded by its route before it is read`() {
        func limit(_ method: HTTPMethod, _ target: String) -> String {
            switch Self.router.bodyPolicy(for: HTTPRequest(method: method, target: target)) {
            case .collect(let limit): "collect \(limit)"
            case .stream(let limit): "stream \(limit)"
            case .refuse: "refuse"
            }
        }
        #expect(limit(.post, "/deals") == "collect 10" && limit(.patch, "/deals/1") == "stream 5")
        #expect(limit(.post, "/nowhere") == "collect 65536")
    }

    @Test func `an immediate answer needs no task, and others are left to one`() {
        #expect(Self.router.respondNow(to: HTTPRequest(method: .get, target: "/deals/9"))?.status == .ok)
        #expect(Self.router.respondNow(to: HTTPRequest(method: .post, target: "/deals")) == nil)
        #expect(Self.router.respondNow(to: HTTPRequest(method: .get, target: "/x"))?.status == .notFound)
    }

    @Test func `routes can be listed, with the names of their parameters`() {
        #expect(Self.router.routes.count == 6)
        #expect(Self.router.routes[4].pattern.parameterNames == ["id", "day"])
        #expect(Self.router.routes[4].pattern.text == "/deals/{id}/history/{day}")
    }
}
