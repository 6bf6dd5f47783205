import Glibc
import HTTPCore
import Testing

@testable import HTTPServer

/// A live server on loopback, asked over sockets.
struct ServerTests {
    private func get(_ path: String, _ fields: String = "") -> String {
        "GET \(path) HTTP/1.1\r\nHost: h\r\n\(fields)\r\n"
    }

    private func post(_ path: String, _ body: [UInt8]) -> [UInt8] {
        Array("POST \(path) HTTP/1.1\r\nHost: h\r\nContent-Length: \(body.count)\r\n\r\n".utf8) + body
    }

    @Test func `requests on one connection are answered in order, at once or by a task`() async throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send(get("/") + get("/task") + "HEAD / HTTP/1.1\r\nHost: h\r\n\r\n" + get("/none") + get("/peer"))
        #expect(try client.answer()?.text == "ok")
        #expect(try client.answer()?.text == "task")
        #expect(try client.answer(to: "HEAD")?.head.contains("content-length: 2") == true)
        let missing = try client.answer()
        #expect(missing?.status == 404 && missing?.head.contains("application/problem+json") == true)
        #expect(try client.answer()?.text == "127.0.0.1")
        try await server.stop()
    }

    @Test func `a handler runs on the thread of its loop, also after a suspension`() async throws {
        let server = try TestServer { $0.loops = 2 }
        let client = try server.client()
        for _ in 0..<20 {
            try client.send(get("/thread"))
            #expect(try client.answer()?.text == "same")
        }
        try await server.stop()
    }

    @Test(arguments: [0, 1, 16_384, 16_385, 3_000_000])
    func `a large answer arrives whole, also at a slow reader`(size: Int) async throws {
        let server = try TestServer()
        let client = try Client(port: server.port, receiveBuffer: 4096)
        try client.send(get("/big/\(size)") + get("/"))
        let isWhole = try client.answer()?.body == TestServer.pattern(size)
        #expect(isWhole)
        #expect(try client.answer()?.text == "ok")
        try await server.stop()
    }

    @Test func `a content that is sent again and again stays the same, at a fast and a slow reader`() async throws {
        let server = try TestServer()
        for client in [try server.client(), try Client(port: server.port, receiveBuffer: 4096)] {
            try client.send(String(repeating: get("/fixed/0") + get("/fixed/1"), count: 20))
            for _ in 0..<20 {
                for content in TestServer.fixed {
                    let isWhole = try client.answer()?.body == content
                    #expect(isWhole)
                }
            }
        }
        try await server.stop()
    }

    @Test func `a content is collected, by length or by chunks`() async throws {
        let server = try TestServer()
        let client = try server.client()
        let body = TestServer.pattern(300_000)
        try client.send(post("/echo", body))
        let isWhole = try client.answer()?.body == body
        #expect(isWhole)
        try client.send(
            "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x\r\nde\r\n0\r\n\r\n")
        #expect(try client.answer()?.text == "abcde")
        try client.send("POST /echo HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
        #expect(try client.answer()?.status == 100)
        try client.send("hi")
        #expect(try client.answer()?.text == "hi")
        try await server.stop()
    }

    @Test func `a content over its route's limit is 413 before it is sent, and the answer survives the close`()
        async throws
    {
        let server = try TestServer()
        let client = try server.client()
        try client.send("POST /small HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 11\r\n\r\n")
        let answer = try client.answer()
        #expect(answer?.status == 413 && answer?.closes == true)
        try client.send([UInt8](repeating: 120, count: 30_000))
        #expect(try client.answer() == nil)
        let refused = try server.client()
        try refused.send("POST /refused HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello" + get("/"))
        #expect(try refused.answer()?.status == 401)
        #expect(try refused.answer() == nil)
        try await server.stop()
    }

    @Test func `a malformed request is answered and nothing behind it is`() async throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send("GET / HTTP/1.1\r\nHost: h\r\nX : y\r\n\r\n" + get("/"))
        let answer = try client.answer()
        #expect(answer?.status == 400 && answer?.closes == true && answer?.head.contains("date: ") == true)
        #expect(try client.answer() == nil)
        let refused = server.recorded.contains { if case .refused(_, .badFieldLine) = $0 { true } else { false } }
        #expect(refused)
        try await server.stop()
    }

    @Test func `a half-closed client is answered, and a request cut short is not taken`() async throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send(get("/task"))
        client.finish()
        #expect(try client.answer()?.text == "task")
        #expect(try client.answer() == nil)
        let cut = try server.client()
        try cut.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhel")
        cut.finish()
        #expect(try cut.answer()?.status == 400)
        try await server.stop()
    }

    @Test func `a streamed answer is chunked, or ended by the close, or cut when it is not whole`() async throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send(
            get("/stream/1000") + get("/stream/0") + "HEAD /stream/5 HTTP/1.1\r\nHost: h\r\n\r\n" + get("/"))
        #expect(try client.answer()?.text.hasSuffix("part 999\n") == true)
        #expect(try client.answer()?.text == "")
        #expect(try client.answer(to: "HEAD")?.status == 200)
        #expect(try client.answer()?.text == "ok")
        let old = try server.client()
        try old.send("GET /stream/2 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        let text = String(decoding: try old.rest(), as: UTF8.self)
        #expect(text.hasSuffix("\r\n\r\npart 0\npart 1\n") && text.contains("connection: close\r\n"))
        let short = try server.client()
        try short.send(get("/short"))
        #expect(throws: Client.Failure.self) { try short.answer() }
        try await server.stop()
    }

    @Test(arguments: [("/endless", "xxxx", "let go"), ("/silent", "part", "cancelled")])
    func `a streamed answer ends when its reader goes away`(path: String, part: String, note: String) async throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send(get(path))
        // A reset that comes before the request is read takes the request with it, and one that comes before the first
        // part ends the answer at that part.
        try client.wait(for: part)
        client.reset()
        _ = consume client
        #expect(await server.gate.nextNote() == note)
        try await server.stop()
    }

    @Test func `a streamed content is read part by part and may be answered early`() async throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send(post("/count", TestServer.pattern(3_000_000)) + Array(get("/").utf8))
        #expect(try client.answer()?.text == "3000000")
        #expect(try client.answer()?.text == "ok")
        try client.send("POST /early HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc")
        #expect(try client.answer()?.text == "early")
        #expect(try client.answer() == nil)
        try await server.stop()
    }

    @Test func `a streamed content that breaks off or breaks the rules is an error for its handler`() async throws {
        let server = try TestServer()
        let gone = try server.client()
        try gone.send("POST /count HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc")
        gone.finish()
        #expect(await server.gate.nextNote() == "disconnected")
        #expect(try gone.answer()?.status == 400)
        let bad = try server.client()
        try bad.send("POST /count HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n" + get("/"))
        #expect(await server.gate.nextNote() == "refused(HTTPCore.ProtocolError.badChunk)")
        #expect(try bad.answer()?.status == 400)
        #expect(try bad.answer() == nil)
        try await server.stop()
    }

    @Test func `Unix-domain sockets and IPv6 are served as well`() async throws {
        let path = "/tmp/http-test-\(getpid())-\(UInt32.random(in: 0 ... .max)).sock"
        let local = try TestServer { $0.address = .unix(path: path) }
        let client = try Client(path: path)
        try client.send(get("/peer"))
        #expect(try client.answer()?.text == "local")
        try await local.stop()
        #expect(access(path, F_OK) != 0)
        let six = try TestServer { $0.address = .tcp(host: "::1", port: 0) }
        let other = try Client(port6: six.port)
        try other.send(get("/peer"))
        #expect(try other.answer()?.text == "0:0:0:0:0:0:0:1")
        #expect(six.server.addresses == ["[::1]:\(six.port)"])
        try await six.stop()
    }

    @Test func `an address that cannot be had is an error with its cause`() async throws {
        let server = try TestServer()
        var configuration = ServerConfiguration()
        for address in [
            ListenAddress.tcp(host: "example.com", port: 1),
            .unix(path: "/nowhere/\(String(repeating: "x", count: 200))"),
            .unix(path: "/nowhere/x.sock"), .inherited,
        ] {
            configuration.address = address
            let other = Server(configuration: configuration, handler: Router([]))
            #expect(throws: ServerError.self, "\(address)") { try other.bind() }
        }
        try await server.stop()
    }

    @Test func `each request is recorded with its bytes`() async throws {
        let server = try TestServer()
        let client = try server.client()
        try client.send(post("/echo", [1, 2, 3]))
        let answer = try client.answer()
        try await server.stop()
        let records = server.recorded.compactMap { if case .finished(let record) = $0 { record } else { nil } }
        #expect(records.count == 1)
        #expect(records.first?.path == "/echo" && records.first?.method == .post && records.first?.status == .ok)
        #expect(records.first?.requestBytes == 3 && records.first?.isComplete == true)
        #expect(records.first?.responseBytes == (answer?.head.utf8.count ?? 0) + 4 + 3)
    }
}
