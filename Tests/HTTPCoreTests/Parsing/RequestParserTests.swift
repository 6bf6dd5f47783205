import HTTPCore
import Testing

/// What the parser takes and refuses, request by request. The host is `h` throughout.
struct RequestParserTests {
    /// The first line of the trace: what became of the first request.
    private func outcome(_ text: String, limit: Int = 1 << 20) -> String {
        Trace(text, limit: limit).lines.first ?? "nothing"
    }

    @Test(arguments: [
        ("GET / HTTP/1.1\r\nHost: h\r\n\r\n", "GET / h"),
        ("\r\n\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n", "GET / h"),
        ("GET /a?b=c&d HTTP/1.2\r\nhOST:\t h \r\n\r\n", "GET /a?b=c&d h"),
        ("GET /? HTTP/1.1\r\nHost: h\r\n\r\n", "GET /? h"),
        ("GET http://x.example:80/a HTTP/1.1\r\nHost: h\r\n\r\n", "GET /a x.example:80"),
        ("GET HTTPS://x HTTP/1.1\r\nHost: h\r\n\r\n", "GET / x"),
        ("GET http://x?q HTTP/1.1\r\nHost: h\r\n\r\n", "GET /?q x"),
        ("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", "OPTIONS * h"),
        ("OPTIONS http://x HTTP/1.1\r\nHost: h\r\n\r\n", "OPTIONS * x"),
        ("CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n", "CONNECT x:443 x:443"),
        ("SLUDGE / HTTP/1.1\r\nHost: h\r\n\r\n", "SLUDGE / h"),
        ("GET / HTTP/1.0\r\n\r\n", "GET / -"),
    ])
    func `a well-formed request line is read`(text: String, expected: String) {
        #expect(outcome(text).hasPrefix(expected), "\(outcome(text))")
    }

    @Test(arguments: [
        "GET /\r\nHost: h\r\n\r\n", "GET  / HTTP/1.1\r\nHost: h\r\n\r\n", " GET / HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1 \r\nHost: h\r\n\r\n", "GET\t/ HTTP/1.1\r\nHost: h\r\n\r\n", "G(T / HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.1\nHost: h\n\n", "GET / HTTP/1.1\rHost: h\r\n\r\n", "GET / HTTP/1.1\r\r\nHost: h\r\n\r\n",
        "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n", "GET /\u{0} HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET /é HTTP/1.1\r\nHost: h\r\n\r\n", "GET /#f HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET /[ HTTP/1.1\r\nHost: h\r\n\r\n", "GET a HTTP/1.1\r\nHost: h\r\n\r\n", "GET * HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET /%4 HTTP/1.1\r\nHost: h\r\n\r\n", "GET ftp://x/ HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET http:///x HTTP/1.1\r\nHost: h\r\n\r\n", "GET http://u@x/ HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET http://x:8y/ HTTP/1.1\r\nHost: h\r\n\r\n", "CONNECT x HTTP/1.1\r\nHost: h\r\n\r\n",
        "GET / HTTP/1.10\r\nHost: h\r\n\r\n", "GET / http/1.1\r\nHost: h\r\n\r\n", "GET / HTTP/2\r\nHost: h\r\n\r\n",
        "GET / HTTP 1.1\r\nHost: h\r\n\r\n", "\nGET / HTTP/1.1\r\nHost: h\r\n\r\n",
    ])
    func `a malformed request line is 400`(text: String) {
        #expect(outcome(text).hasPrefix("400"), "\(outcome(text))")
    }

    @Test(arguments: ["HTTP/2.0", "HTTP/0.9", "HTTP/3.1"])
    func `another major version is 505`(version: String) {
        #expect(outcome("GET / \(version)\r\nHost: h\r\n\r\n") == "505 unsupportedVersion")
    }

    @Test(arguments: [
        "X : b", "X A: b", "X", ": b", "X(: b", " X: b", "\tX: b", "X: a\u{0}b", "X: a\u{7f}", "X: a\u{1b}b", "X: a\rb",
        "X: a\r\n b", "X\r\n : b", "X: a\u{b}",
    ])
    func `a malformed field line is 400`(line: String) {
        #expect(outcome("GET / HTTP/1.1\r\nHost: h\r\n\(line)\r\n\r\n").hasPrefix("400"))
    }

    @Test func `field values keep their bytes and lose blanks at the ends`() {
        let trace = outcome(
            "GET / HTTP/1.1\r\nHost: h\r\nX-A: \t caf\u{e9} \tz\t \r\nX-E:\r\n!#$%&'*+-.^_`|~9: ok\r\n\r\n")
        #expect(trace.contains("[Host=h,X-A=caf\u{e9} \tz,X-E=,!#$%&'*+-.^_`|~9=ok]"))
    }

    @Test(arguments: [
        "h", "h:80", "h:", "H.Example", "a_b", "127.0.0.1", "h.", "[::1]", "[::1]:8080", "[2001:db8::1]",
        "[::ffff:1.2.3.4]",
        "[1:2:3:4:5:6:7:8]", "[1:2:3:4:5:6:1.2.3.4]", "a%20b", "h:65535",
    ])
    func `a valid Host is taken`(host: String) {
        #expect(outcome("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n").hasPrefix("GET / \(host) "))
    }

    @Test(arguments: [
        "", "u@h", "a:80:80", "[::1", "::1", "[::1]x", "[::1]:x", "[]", "[g::1]", "[1:2:3:4:5:6:7]", "[1::2::3]",
        "[:1]",
        "[1:]", "[1:2:3:4:5:6:7:8:9]", "[1:2:3:4:5:6:7::8]", "[12345::]", "[::1.2.3]", "[::1.2.3.256]", "[::01.2.3.4]",
        "[fe80::1%25eth0]", "a b", "a,b c", "a/b", "a\\b", "\"h\"", "<h>", "http://h", ":80", "h:65536",
        "h:99999999999999999999",
        "h:-1", "h:8x", "..", ".h", "a..b", "a%2", "a%zz", "é", "h?", "h#",
    ])
    func `an invalid Host is 400`(host: String) {
        let text = "GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n"
        #expect(outcome(text) == "400 badHost", "\(outcome(text))")
    }

    @Test func `HTTP 1_1 needs exactly one Host, and 1_0 at most one`() {
        #expect(outcome("GET / HTTP/1.1\r\n\r\n") == "400 badHost")
        #expect(outcome("GET / HTTP/1.1\r\nHost: h\r\nhost: h\r\n\r\n") == "400 badHost")
        #expect(outcome("GET / HTTP/1.0\r\nHost: h\r\nhost: h\r\n\r\n") == "400 badHost")
        #expect(outcome("GET http://h/ HTTP/1.1\r\n\r\n") == "400 badHost")
    }

    @Test func `limits are counted to the byte`() {
        let room = 8192 - "GET / HTTP/1.1".utf8.count
        let long = String(repeating: "a", count: room)
        #expect(outcome("GET /\(long) HTTP/1.1\r\nHost: h\r\n\r\n").hasPrefix("GET /aaa"))
        #expect(outcome("GET /a\(long) HTTP/1.1\r\nHost: h\r\n\r\n") == "414 lineTooLong")
        let head = 32768 - "GET / HTTP/1.1\r\nHost: h\r\nX: \r\n\r\n".utf8.count
        let value = String(repeating: "v", count: head)
        #expect(outcome("GET / HTTP/1.1\r\nHost: h\r\nX: \(value)\r\n\r\n").hasPrefix("GET / h"))
        #expect(outcome("GET / HTTP/1.1\r\nHost: h\r\nX: \(value)v\r\n\r\n") == "431 headTooLarge")
    }

    @Test func `100 fields are taken and 101 are not, and eight empty lines before a request`() {
        let fields = String(repeating: "X: y\r\n", count: 99)
        #expect(outcome("GET / HTTP/1.1\r\nHost: h\r\n\(fields)\r\n").hasPrefix("GET / h"))
        #expect(outcome("GET / HTTP/1.1\r\nHost: h\r\n\(fields)X: y\r\n\r\n") == "431 headTooLarge")
        let empty = String(repeating: "\r\n", count: 8)
        #expect(outcome("\(empty)GET / HTTP/1.1\r\nHost: h\r\n\r\n").hasPrefix("GET / h"))
        #expect(outcome("\(empty)\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n") == "400 badRequestLine")
    }

    @Test(arguments: ["\u{16}\u{3}\u{1}", " ", "\u{0}", "(", "\r\n\u{80}", "\r\n\r\n\t"])
    func `what begins like no request is refused at its first byte`(text: String) {
        #expect(Trace(text, end: false).lines == ["400 badRequestLine", "end"])
    }

    @Test(arguments: ["G", "\r", "\r\n", "\r\nG", ""])
    func `what may become a request is waited for`(text: String) {
        #expect(Trace(text, end: false).lines.isEmpty)
    }

    @Test func `an endless line is refused before it ends`() {
        let state = Trace(String(repeating: "x", count: 8194), end: false)
        #expect(state.lines.first == "414 lineTooLong")
        let head = Trace("GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 32768), end: false)
        #expect(head.lines.first == "431 headTooLarge")
    }
}
