import Glibc
import HTTPCore
import Testing

@testable import HTTPServer

/// System calls that fail, one at a time, at every number: the server answers right or closes, and goes on serving.
struct FaultTests {
    /// The answers of a visit on one connection; `nil` when the connection ended before an answer was whole.
    private func visit(_ server: TestServer) -> [Client.Answer?] {
        guard let client = try? server.client() else { return [nil] }
        let body = TestServer.pattern(100_000)
        let head = "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: \(body.count)\r\n\r\n"
        let rest =
            "GET /fixed/1 HTTP/1.1\r\nHost: h\r\n\r\nGET /stream/3 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
        guard (try? client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")) != nil else { return [nil] }
        let first = try? client.answer()
        guard first != nil, (try? client.send(Array(head.utf8) + body + Array(rest.utf8))) != nil else {
            return [first ?? nil, nil]
        }
        return [first] + (0..<3).map { _ in (try? client.answer()) ?? nil }
    }

    private func check(_ answers: [Client.Answer?], isWhole: Bool, _ label: String) {
        let expected = [
            Array("ok".utf8), TestServer.pattern(100_000), TestServer.fixed[1],
            Array("part 0\npart 1\npart 2\n".utf8),
        ]
        for (answer, body) in zip(answers, expected) {
            guard let answer else {
                #expect(!isWhole, "\(label): cut")
                return
            }
            // As one value: the difference of two large arrays takes the test library minutes.
            let isRight = answer.body == body
            #expect(isRight, "\(label): wrong content")
        }
        #expect(!isWhole || answers.count == 4, "\(label): cut short")
    }

    /// How many calls of a kind an untroubled visit makes.
    private func calls(_ call: FaultySystem.Call) async throws -> Int {
        let system = FaultySystem()
        let server = try TestServer(system: system)
        system.arm(call, .short, at: .max - 1000)
        check(visit(server), isWhole: true, "untroubled")
        try await server.stop()
        return system.count(call)
    }

    @Test(arguments: [
        (FaultySystem.Call.receive, FaultySystem.Fault.error(EINTR)), (.receive, .error(EAGAIN)), (.receive, .short),
        (.send, .error(EINTR)), (.send, .error(EAGAIN)), (.send, .short), (.accept, .error(EINTR)),
        (.accept, .error(EAGAIN)),
        (.accept, .error(ECONNABORTED)), (.wait, .error(EINTR)), (.shutdown, .error(ENOTCONN)), (.close, .error(EINTR)),
    ])
    func `a fault that passes changes no answer`(call: FaultySystem.Call, fault: FaultySystem.Fault) async throws {
        let system = FaultySystem()
        let server = try TestServer(system: system)
        let count = min(60, try await calls(call) + 2)
        for number in 1...count {
            system.arm(call, fault, at: number)
            check(visit(server), isWhole: true, "\(call) \(fault) at \(number)")
        }
        system.arm(call, fault, at: 1, times: call == .shutdown || call == .close ? .max : 5)
        check(visit(server), isWhole: true, "\(call) \(fault) five times")
        try await server.stop()
    }

    @Test func `every read and write of a single byte changes no answer`() async throws {
        let system = FaultySystem()
        let server = try TestServer(system: system)
        system.arm(.receive, .short, at: 1, times: 3000)
        check(visit(server), isWhole: true, "short reads")
        system.arm(.send, .short, at: 1, times: 3000)
        check(visit(server), isWhole: true, "short writes")
        try await server.stop()
    }

    @Test(arguments: [
        (FaultySystem.Call.receive, ECONNRESET), (.receive, ETIMEDOUT), (.send, ECONNRESET), (.send, EPIPE),
        (.send, ENOBUFS),
        (.control, ENOMEM), (.control, ENOSPC), (.accept, EMFILE), (.accept, ENFILE), (.accept, ENOMEM),
    ])
    func `a fault that ends a connection leaves the server serving`(call: FaultySystem.Call, number: Int32) async throws
    {
        let system = FaultySystem()
        let server = try TestServer(system: system)
        let count = min(40, max(2, try await calls(call)))
        for first in 1...count {
            system.arm(call, .error(number), at: first)
            check(visit(server), isWhole: false, "\(call) \(number) at \(first)")
            system.arm(call, .error(number), at: .max - 1)
            check(visit(server), isWhole: true, "after \(call) \(number) at \(first)")
        }
        try await server.stop()
    }

    @Test func `without descriptors accepting pauses, others are served, and it goes on`() async throws {
        let system = FaultySystem()
        let server = try TestServer(system: system)
        let busy = try server.client()
        try busy.send("GET /gate HTTP/1.1\r\nHost: h\r\n\r\n")
        await server.gate.arrival()
        system.arm(.accept, .error(EMFILE), at: 1, times: 6)
        let late = try server.client()
        try late.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        server.gate.open()
        #expect(try busy.answer()?.text == "gate")
        #expect(try late.answer()?.text == "ok")
        check(visit(server), isWhole: true, "after the pause")
        try await server.stop()
        let kinds = server.recorded.map { "\($0)" }
        #expect(kinds.contains("acceptPaused") && kinds.contains("acceptResumed"))
    }

    @Test func `a connection is turned away when no descriptor has come free for a second`() async throws {
        let system = FaultySystem()
        let server = try TestServer(system: system)
        let busy = try server.client()
        try busy.send("GET /gate HTTP/1.1\r\nHost: h\r\n\r\n")
        await server.gate.arrival()
        system.arm(.accept, .error(EMFILE), at: 1, times: 11)
        let late = try server.client()
        await server.event { if case .turnedAway(_, .outOfDescriptors) = $0 { true } else { false } }
        #expect(try late.answer() == nil)
        server.gate.open()
        #expect(try busy.answer()?.text == "gate")
        check(visit(server), isWhole: true, "afterwards")
        try await server.stop()
    }

    @Test func `an idle connection gives way when descriptors run out`() async throws {
        let system = FaultySystem()
        let server = try TestServer(system: system)
        let idle = try server.client()
        try idle.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(try idle.answer()?.text == "ok")
        system.arm(.accept, .error(EMFILE), at: 1)
        check(visit(server), isWhole: true, "after shedding")
        #expect(try idle.answer() == nil)
        try await server.stop()
        #expect(server.recorded.contains { if case .closed(_, .shed) = $0 { true } else { false } })
    }
}
