import HTTPCore
import Testing

struct HTTPHandlerTests {
    /// Nothing but what must be there.
    private struct Plain: HTTPHandler {
        func respond(to request: HTTPRequest) async -> HTTPResponse { HTTPResponse(.noContent) }
    }

    @Test func `a plain handler collects a mebibyte, answers by its task, and refuses with the error's words`() {
        let (handler, request) = (Plain(), HTTPRequest(method: .post, target: "/"))
        if handler.respondNow(to: request) != nil { Issue.record("answered at once") }
        guard case .collect(let limit) = handler.bodyPolicy(for: request) else {
            return #expect(Bool(false), "not collected")
        }
        #expect(limit == 1 << 20)
        let refusal = handler.refusal(of: .badHost)
        #expect(refusal.status == .badRequest && refusal.closesConnection)
    }
}
