import Glibc
import HTTPCore
import Testing

@testable import HTTPServer

/// Time limits, bounds on connections, and backpressure, each by its own setting.
struct LimitTests {
    private let get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"

    private func reasons(_ server: TestServer) -> [CloseReason] {
        server.recorded.compactMap { if case .closed(_, let reason) = $0 { reason } else { nil } }
    }

    @Test func `a head that takes too long is 408`() async throws {
        let server = try TestServer { $0.limits.headTimeout = .milliseconds(30) }
        let client = try server.client()
        try client.send("GET / HTTP/1.1\r\nHost: h\r\nX: ")
        let answer = try client.answer()
        #expect(answer?.status == 408 && answer?.closes == true)
        #expect(try client.answer() == nil)
        try await server.stop()
    }

    @Test func `a head's time is counted from its first byte, however its bytes drip`() async throws {
        let system = FaultySystem()
        let server = try TestServer(system: system)
        let client = try server.client()
        try client.send("GET / HTTP/1.1\r\nHost: h\r\n")
        let other = try server.client()
        try other.send(get)
        _ = try other.answer()
        for _ in 0..<3 {
            system.advance(4)
            try? client.send("X")
            try other.send(get)
            _ = try other.answer()
        }
        #expect(try client.answer()?.status == 408)
        try await server.stop()
    }

    @Test func `a silent connection and an idle one are closed without an answer`() async throws {
        let server = try TestServer {
            $0.limits.firstByteTimeout = .milliseconds(30)
            $0.limits.idleTimeout = .milliseconds(30)
        }
        let silent = try server.client()
        #expect(try silent.answer() == nil)
        let idle = try server.client()
        try idle.send(get)
        #expect(try idle.answer()?.text == "ok")
        #expect(try idle.answer() == nil)
        try await server.stop()
        #expect(reasons(server) == [.timedOut, .timedOut])
    }

    @Test func `a content below the least rate is 408, and one above it is not`() async throws {
        let server = try TestServer {
            $0.limits.bodyRatePeriod = .milliseconds(40)
            $0.limits.bodyBytesPerSecond = 100_000
        }
        let slow = try server.client()
        try slow.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nx")
        #expect(try slow.answer()?.status == 408)
        let fast = try server.client()
        let body = TestServer.pattern(1_000_000)
        try fast.send(Array("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: \(body.count)\r\n\r\n".utf8) + body)
        #expect(try fast.answer()?.body.count == body.count)
        try await server.stop()
    }

    @Test func `a reader that takes nothing is cut, with no more than its bound in memory`() async throws {
        let server = try TestServer { $0.limits.writeStallTimeout = .milliseconds(40) }
        let client = try Client(port: server.port, receiveBuffer: 4096)
        try? client.send(String(repeating: "GET /big/20000 HTTP/1.1\r\nHost: h\r\n\r\n", count: 500))
        let probe = try server.client()
        try probe.send(get)
        #expect(try probe.answer()?.text == "ok")
        await server.event { if case .closed(_, .timedOut) = $0 { true } else { false } }
        let rest = (try? client.rest().count) ?? 0
        #expect(rest < 400_000)
        try await server.stop()
        #expect(reasons(server).contains(.timedOut))
        let finished = server.recorded.count { if case .finished = $0 { true } else { false } }
        #expect(finished < 501)
    }

    @Test func `beyond the bound on connections the longest idle one gives way, or the new one where none is`()
        async throws
    {
        let server = try TestServer { $0.limits.connections = 2 }
        let first = try server.client()
        try first.send(get)
        #expect(try first.answer()?.text == "ok")
        let second = try server.client()
        try second.send("GET /gate HTTP/1.1\r\nHost: h\r\n\r\n")
        await server.gate.arrival()
        let third = try server.client()
        try third.send("GET /gate HTTP/1.1\r\nHost: h\r\n\r\n")
        await server.gate.arrival(of: 2)
        #expect(try first.answer() == nil)
        let fourth = try server.client()
        try? fourth.send(get)
        #expect((try? fourth.answer()) ?? nil == nil)
        server.gate.open()
        #expect(try second.answer()?.text == "gate")
        #expect(try third.answer()?.text == "gate")
        try await server.stop()
        #expect(server.recorded.contains { if case .turnedAway(_, .tooMany) = $0 { true } else { false } })
    }

    @Test(arguments: [0, 1])
    func `a request that has come is answered before its connection gives way`(emptyReads: Int) async throws {
        let system = FaultySystem()
        var configuration = ServerConfiguration()
        configuration.address = .tcp(host: "127.0.0.1", port: 0)
        configuration.loops = 1
        configuration.limits.connections = 2
        let route = Route(.get, "/", immediately: { _ in .text(.ok, "ok") })
        let server = Server(configuration: configuration, handler: Router([route]), system: system)
        try server.bind()
        // All of them wait when the server begins to accept, so that none is served before the bound is reached.
        let client = try Client(port: server.port ?? 0)
        try client.send(get)
        let others = try (0..<6).map { _ in try Client(port: server.port ?? 0) }
        system.arm(.receive, .error(EAGAIN), at: emptyReads)
        try server.start()
        #expect(try client.answer()?.text == "ok")
        #expect(try others[0].answer() == nil)
        server.shutdown(grace: .zero, deadline: .zero)
        try await server.run()
    }

    @Test func `connections of one address are bounded where that is set, and counted out`() async throws {
        let server = try TestServer { $0.limits.connectionsPerAddress = 1 }
        let first = try server.client()
        try first.send(get)
        #expect(try first.answer()?.text == "ok")
        let second = try server.client()
        try? second.send(get)
        #expect((try? second.answer()) ?? nil == nil)
        try first.send("GET / HTTP/1.0\r\n\r\n")
        #expect(try first.answer()?.closes == true)
        #expect(try first.answer() == nil)
        let third = try server.client()
        try third.send(get)
        #expect(try third.answer()?.text == "ok")
        try await server.stop()
        #expect(server.recorded.contains { if case .turnedAway(_, .tooManyFromAddress) = $0 { true } else { false } })
    }

    @Test func `the last request of a connection is told so, and a long pipeline is answered in full`() async throws {
        let server = try TestServer {
            $0.limits.requestsPerConnection = 300
            $0.limits.pipelineDepth = 7
        }
        let client = try server.client()
        try client.send(String(repeating: get, count: 301))
        for number in 1...300 {
            let answer = try client.answer()
            #expect(answer?.text == "ok" && answer?.closes == (number == 300))
        }
        #expect(try client.answer() == nil)
        try await server.stop()
    }

    @Test func `a step of the clock by a day ends no connection that is being answered`() async throws {
        let system = FaultySystem()
        let server = try TestServer(system: system)
        let client = try server.client()
        try client.send("GET /gate HTTP/1.1\r\nHost: h\r\n\r\n")
        await server.gate.arrival()
        system.advance(86_400)
        let other = try server.client()
        try other.send(get)
        #expect(try other.answer()?.text == "ok")
        server.gate.open()
        #expect(try client.answer()?.text == "gate")
        try await server.stop()
    }
}
