import HTTPCore
import Testing

/// The connection as a value: every row of its table, with no socket.
struct ConnectionStateTests {
    private func count(_ text: String, _ prefix: String) -> Int {
        Trace(text).lines.count { $0.hasPrefix(prefix) }
    }

    private func advance(_ state: inout ConnectionState, _ text: String) -> (ConnectionState.Action, Int) {
        var consumed = 0
        let action = state.advance(Array(text.utf8).span, consumed: &consumed)
        return (action, consumed)
    }

    @Test func `pipelined requests come out in order`() {
        let lines = Trace(
            "GET /1 HTTP/1.1\r\nHost: h\r\n\r\nPOST /2 HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nxGET /3 HTTP/1.1\r\nHost: h\r\n\r\n"
        ).lines
        #expect(
            lines.map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
                "GET /1", "POST /2", "GET /3", "end",
            ])
    }

    @Test(arguments: [
        "Connection: close", "connection: CLOSE", "Connection: keep-alive, close",
        "Connection: keep-alive\r\nConnection: x,\tclose ,y",
        "Connection: close\r\nConnection: keep-alive",
    ])
    func `nothing behind a request that says close is read`(field: String) {
        let text = "GET / HTTP/1.1\r\nHost: h\r\n\(field)\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n"
        #expect(count(text, "GET") == 1)
    }

    @Test func `words that only look like close keep the connection`() {
        let text =
            "GET / HTTP/1.1\r\nHost: h\r\nConnection: xclose, closed, clos\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n"
        #expect(count(text, "GET") == 2)
    }

    @Test func `HTTP 1_0 closes unless it asks to be kept`() {
        #expect(count("GET / HTTP/1.0\r\n\r\nGET / HTTP/1.0\r\n\r\n", "GET") == 1)
        #expect(count("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\nGET / HTTP/1.0\r\n\r\n", "GET") == 2)
        #expect(count("GET / HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\nGET / HTTP/1.0\r\n\r\n", "GET") == 1)
    }

    @Test(arguments: [
        "GET / HTTP/1.1\r\nHost: h\r\nX : y\r\n\r\n", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1,1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
    ])
    func `nothing behind a malformed request is read`(text: String) {
        let lines = Trace(text + "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n").lines
        #expect(lines.count == 2 && lines[0].hasPrefix("400") && lines[1] == "end")
    }

    @Test(arguments: [
        "G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: h\r\n\r",
        "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhell",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n",
        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
    ])
    func `a request cut short by the end is 400, never whole`(text: String) {
        #expect(Trace(text).lines.last { $0 != "end" } == "400 incomplete")
        #expect(Trace(text, end: false).lines.isEmpty)
    }

    @Test func `the end between requests is no error, and a request before it is answered`() {
        #expect(Trace("").lines == ["end"])
        #expect(Trace("\r\n\r\n").lines == ["end"])
        #expect(count("GET / HTTP/1.1\r\nHost: h\r\n\r\n", "GET") == 1)
    }

    @Test func `100 is sent when a content is awaited, and only then`() {
        let expect = "Host: h\r\nExpect: 100-Continue\r\n"
        #expect(count("POST / HTTP/1.1\r\n\(expect)Content-Length: 1\r\n\r\nx", "100") == 1)
        #expect(count("POST / HTTP/1.1\r\n\(expect)Content-Length: 0\r\n\r\n", "100") == 0)
        #expect(count("GET / HTTP/1.1\r\n\(expect)\r\n", "100") == 0)
        #expect(count("POST / HTTP/1.0\r\n\(expect)Content-Length: 1\r\n\r\nx", "100") == 0)
        #expect(count("POST / HTTP/1.1\r\n\(expect)Expect: 100-continue\r\nContent-Length: 1\r\n\r\nx", "417") == 1)
        #expect(count("POST / HTTP/1.1\r\nHost: h\r\nExpect: x\r\nContent-Length: 1\r\n\r\nx", "417") == 1)
        #expect(
            Trace("POST / HTTP/1.1\r\n\(expect)Content-Length: 9\r\n\r\n", limit: 8).lines == [
                "413 bodyTooLarge", "end",
            ])
    }

    @Test func `requests wait while one is answered`() {
        var state = ConnectionState()
        let text = "GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n"
        guard case (.request, let used) = advance(&state, text) else { return #expect(Bool(false), "no request") }
        let rest = String(text.utf8.dropFirst(used)) ?? ""
        guard case (.needsInput, 0) = advance(&state, rest) else { return #expect(Bool(false), "read on") }
        #expect(state.expectation(pending: rest.utf8.count) == .nothing)
        state.answered(closing: false)
        guard case (.request(let second), _) = advance(&state, rest) else { return #expect(Bool(false), "no second") }
        #expect(second.path == "/2")
    }

    @Test func `what is expected of the peer follows the phase`() {
        var state = ConnectionState()
        #expect(state.expectation(pending: 0) == .request)
        _ = advance(&state, "POST /")
        #expect(state.expectation(pending: 6) == .head)
        _ = advance(&state, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n")
        #expect(state.expectation(pending: 0) == .body)
        _ = try? state.admit(limit: 10, isStreamed: false)
        #expect(state.isReadingBody)
        _ = advance(&state, "ab")
        #expect(state.expectation(pending: 0) == .nothing)
        #expect(state.contentBytes == 2)
    }

    @Test func `a streamed content comes in parts and ends`() throws {
        var state = ConnectionState()
        _ = advance(&state, "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
        _ = try state.admit(limit: 10, isStreamed: true)
        guard case (.part(let first), _) = advance(&state, "3\r\nabc\r\n") else {
            return #expect(Bool(false), "no part")
        }
        #expect(first == Array("abc".utf8))
        guard case (.part(let last), _) = advance(&state, "1\r\nd\r\n0\r\n\r\nGET") else {
            return #expect(Bool(false), "none")
        }
        #expect(last == Array("d".utf8))
        guard case (.partsEnd, 0) = advance(&state, "GET") else { return #expect(Bool(false), "no end") }
        #expect(state.persists(after: HTTPResponse(.ok)))
    }

    @Test func `an answer before a streamed content has ended closes`() throws {
        var state = ConnectionState()
        _ = advance(&state, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n")
        _ = try state.admit(limit: 10, isStreamed: true)
        _ = advance(&state, "abc")
        state.answered(closing: false)
        #expect(state.isClosing)
    }

    @Test func `a refused announcement closes without reading`() {
        var state = ConnectionState()
        _ = advance(&state, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n")
        #expect(!state.persists(after: HTTPResponse(.unauthorized)))
        state.answered(closing: true)
        guard case (.end, 9) = advance(&state, "GET / HTT") else { return #expect(Bool(false), "read on") }
    }

    @Test func `the last allowed request closes, as does an answer that says so`() {
        var state = ConnectionState(requests: 1)
        _ = advance(&state, "GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        #expect(!state.persists(after: HTTPResponse(.ok)))
        var other = ConnectionState()
        _ = advance(&other, "GET / HTTP/1.1\r\nHost: h\r\n\r\n")
        var response = HTTPResponse(.ok)
        #expect(other.persists(after: response))
        response.closesConnection = true
        #expect(!other.persists(after: response))
    }
}
