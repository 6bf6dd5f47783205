import Glibc
import HTTPCore
import Testing

@testable import HTTPServer

/// The end: nothing that was sent is lost.
struct ShutdownTests {
    private let get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"

    @Test func `what is in flight is answered with close, idle ones get their end, new ones are refused`() async throws
    {
        let server = try TestServer()
        let idle = try server.client()
        try idle.send(get)
        #expect(try idle.answer()?.closes == false)
        let busy = try server.client()
        try busy.send("GET /gate HTTP/1.1\r\nHost: h\r\n\r\n")
        await server.gate.arrival()
        server.server.shutdown(grace: .seconds(20), deadline: .seconds(30))
        try idle.send(get)
        #expect(try idle.answer()?.closes == true)
        #expect(try idle.answer() == nil)
        server.gate.open()
        let answer = try busy.answer()
        #expect(answer?.text == "gate" && answer?.closes == true)
        try await server.ended()
        #expect(throws: Client.Failure.self) { try Client(port: server.port) }
    }

    @Test func `an idle connection is half-closed after the grace`() async throws {
        let server = try TestServer()
        let idle = try server.client()
        try idle.send(get)
        #expect(try idle.answer()?.text == "ok")
        server.server.shutdown(grace: .milliseconds(20), deadline: .seconds(20))
        #expect(try idle.answer() == nil)
        try await server.ended()
    }

    @Test func `what is not done at the deadline is cut and its task is cancelled`() async throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send("GET /gate HTTP/1.1\r\nHost: h\r\n\r\n")
        await server.gate.arrival()
        server.server.shutdown(grace: .zero, deadline: .milliseconds(30))
        #expect(try client.answer() == nil)
        try await server.ended()
        // Its handler comes back after the loop has ended: nothing to answer, nothing to crash on.
        server.gate.open()
    }

    @Test func `connections made before the stop are answered, though nobody had accepted them`() async throws {
        for _ in 0..<20 {
            let server = try TestServer { $0.loops = 2 }
            let clients = try (0..<8).map { _ in try server.client() }
            server.server.shutdown(grace: .seconds(5), deadline: .seconds(20))
            for client in clients { try client.send(get) }
            for client in clients { #expect(try client.answer()?.closes == true) }
            try await server.ended()
        }
    }

    @Test func `a cancelled run ends, and a server that was shut down does not start`() async throws {
        var configuration = ServerConfiguration()
        configuration.address = .tcp(host: "127.0.0.1", port: 0)
        configuration.loops = 1
        let server = Server(configuration: configuration, handler: Router([]))
        try server.bind()
        let task = Task { try await server.run() }
        task.cancel()
        try await task.value
        let other = Server(configuration: configuration, handler: Router([]))
        try other.bind()
        other.shutdown()
        try await other.run()
        #expect(other.port == nil)
    }

    @Test func `a passed socket is taken when it is for this process, and its queue is left to the next one`() async {
        await #expect(processExitsWith: .success) {
            let passed = try Listener.tcp(host: "127.0.0.1", port: 0, backlog: 16)
            setenv("LISTEN_FDS", "1", 1)
            let taken = try Listener.inherited(first: passed.descriptor)
            guard taken.count == 1, taken[0].port == passed.port, taken[0].isInherited else { exit(2) }
            setenv("LISTEN_PID", "1", 1)
            if (try? Listener.inherited(first: passed.descriptor)) != nil { exit(3) }
            setenv("LISTEN_PID", "\(getpid())", 1)
            let loop = try EventLoop(
                ServerConfiguration(), listeners: taken, handler: Router([]), system: LinuxSystem(),
                census: Census(bound: nil),
                capacity: 10)
            LoopThread.start(loop) {}
            loop.askToStop(grace: .zero, deadline: .zero)
            // The socket still listens: a connection waits in its queue instead of being refused.
            _ = try Client(port: passed.port ?? 0)
        }
    }

    @Test func `fifty starts and stops leave no descriptor behind`() async {
        await #expect(processExitsWith: .success) {
            func descriptors() -> Int {
                guard let folder = opendir("/proc/self/fd") else { return -1 }
                defer { closedir(folder) }
                var count = 0
                while readdir(folder) != nil { count += 1 }
                return count
            }
            func serve() async throws {
                let server = try TestServer { $0.loops = 2 }
                let client = try server.client()
                try client.send("GET /task HTTP/1.1\r\nHost: h\r\n\r\n")
                guard try client.answer()?.text == "task" else { exit(2) }
                try await server.stop()
            }
            try await serve()
            var before = descriptors()
            // What the runtime opens for itself on a busy machine it opens once; what is left behind grows with every fifty.
            for _ in 0..<3 {
                for _ in 0..<50 { try await serve() }
                let now = descriptors()
                if now == before { return }
                before = now
            }
            exit(3)
        }
    }
}
