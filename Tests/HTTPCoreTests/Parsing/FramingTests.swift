import HTTPCore
import Testing

/// Where a content ends, and every way to leave that in doubt. `T` stands for a target, a Host and the rest of the head.
struct FramingTests {
    private func post(_ fields: String, _ body: String, limit: Int = 1 << 20) -> [String] {
        Trace("POST / HTTP/1.1\r\nHost: h\r\n\(fields)\r\n\r\n\(body)", limit: limit).lines
    }

    private func sizes(_ fields: String, _ body: String) -> String {
        post(fields, body).map { $0.hasPrefix("POST") ? String($0.split(separator: " ").last ?? "") : $0 }
            .map { $0.split(separator: ":").first.map(String.init) ?? $0 }.joined(separator: " ")
    }

    @Test(arguments: [
        ("5", "hello", "5 end"), ("0", "", "0 end"), ("010", "helloworld", "10 end"), ("00", "", "0 end"),
        ("0000000000000000005", "hello", "5 end"),
    ])
    func `a decimal Content-Length is taken`(length: String, body: String, expected: String) {
        #expect(sizes("Content-Length: \(length)", body) == expected)
    }

    @Test(arguments: [
        "", "+5", "-5", "-0", "5.0", "0x5", "5 5", "5,5", "5, 5", ",", "5;x", "\"5\"", ":5", "f", "\u{665}",
        "9223372036854775808", "99999999999999999999", "00000000000000000005",
    ])
    func `any other Content-Length is 400`(length: String) {
        #expect(post("Content-Length: \(length)", "hello") == ["400 badContentLength", "end"])
    }

    @Test func `a second Content-Length is 400, even an equal one`() {
        #expect(post("Content-Length: 5\r\nContent-Length: 5", "hello") == ["400 badContentLength", "end"])
        #expect(post("Content-Length: 0\r\ncontent-length: 9", "GET / ...") == ["400 badContentLength", "end"])
    }

    @Test func `a length above the limit is 413 before a byte is read`() {
        #expect(post("Content-Length: 11", "", limit: 10) == ["413 bodyTooLarge", "end"])
        #expect(post("Content-Length: 9223372036854775807", "", limit: 10) == ["413 bodyTooLarge", "end"])
    }

    @Test(arguments: [
        ("chunked", "5 end"), ("CHUNKED", "5 end"), ("\tchunked \t", "5 end"),
        ("gzip", "501 unknownTransferCoding end"),
        ("identity", "501 unknownTransferCoding end"), ("xchunked", "501 unknownTransferCoding end"),
        ("gzip, chunked", "400 badTransferEncoding end"), ("chunked, chunked", "400 badTransferEncoding end"),
        ("chunked,", "400 badTransferEncoding end"), (",chunked", "400 badTransferEncoding end"),
        ("", "400 badTransferEncoding end"), ("chunked;q=1", "400 badTransferEncoding end"),
        ("chun ked", "400 badTransferEncoding end"), ("\"chunked\"", "400 badTransferEncoding end"),
        ("\u{b}chunked", "400 badFieldLine end"), ("chun\u{212a}ed", "400 badTransferEncoding end"),
    ])
    func `only chunked, once, is a transfer coding`(coding: String, expected: String) {
        #expect(sizes("Transfer-Encoding: \(coding)", "5\r\nhello\r\n0\r\n\r\n") == expected)
    }

    @Test func `a coding beside a length, twice, or in HTTP 1_0 is 400`() {
        let body = "0\r\n\r\n"
        for fields in [
            "Content-Length: 5\r\nTransfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: 5",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "Transfer-Encoding: gzip\r\nContent-Length: 5",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        ] {
            #expect(post(fields, body) == ["400 badTransferEncoding", "end"], "\(fields)")
        }
        #expect(
            Trace("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").lines
                == ["400 badTransferEncoding", "end"])
    }

    @Test(arguments: [
        "5\r\nhello\r\n0\r\n\r\n", "0005\r\nhello\r\n000\r\n\r\n", "5;a\r\nhello\r\n0;b=c\r\n\r\n",
        "5 ; a = b ;c\r\nhello\r\n0\r\n\r\n", "5;a=\"x;\\\"y\"\r\nhello\r\n0\r\n\r\n",
        "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
        "5\r\nhello\r\n0\r\nX-Sum: 1\r\nX-B:\r\n\r\n", "0000000000000005\r\nhello\r\n0\r\n\r\n",
    ])
    func `chunks, extensions and trailers are taken off`(body: String) {
        #expect(sizes("Transfer-Encoding: chunked", body) == "5 end")
    }

    @Test(arguments: [
        "x\r\nhello\r\n0\r\n\r\n", "\r\n", " 5\r\nhello\r\n0\r\n\r\n", "5 \r\nhello\r\n0\r\n\r\n",
        "0x5\r\nhello\r\n0\r\n\r\n",
        "+5\r\nhello\r\n0\r\n\r\n", "-5\r\nhello\r\n0\r\n\r\n", "5_0\r\nhello\r\n0\r\n\r\n", "5\nhello\r\n0\r\n\r\n",
        "5\rhello\r\n0\r\n\r\n", "5\r\nhello\n0\r\n\r\n", "5\r\nhelloX0\r\n\r\n", "5\r\nhello\rX0\r\n\r\n",
        "5\r\nhello\r\n\r\n0\r\n\r\n", "5\r\nhelloXX\r\n0\r\n\r\n", "5;\r\nhello\r\n0\r\n\r\n",
        "5;a=\r\nhello\r\n0\r\n\r\n",
        "5;a=\"x\r\nhello\r\n0\r\n\r\n", "5;a=\"x\"y\r\nhello\r\n0\r\n\r\n", "5;a b\r\nhello\r\n0\r\n\r\n",
        "5;a\nb\r\nhello\r\n0\r\n\r\n", "5;a\rb\r\nhello\r\n0\r\n\r\n", "5 a=b\r\nhello\r\n0\r\n\r\n",
        "00000000000000005\r\nhello\r\n0\r\n\r\n", "8000000000000000\r\nhello", "fffffffffffffffff\r\nhello",
        "5\u{0}\r\nhello",
    ])
    func `malformed chunks are 400`(body: String) {
        #expect(post("Transfer-Encoding: chunked", body) == ["400 badChunk", "end"])
    }

    @Test(arguments: [
        "X A: b\r\n\r\n", "X: a\n\r\n", "X: a\rb\r\n\r\n", " X: a\r\n\r\n", "Content-Length: 5\r\n\r\n",
        "Host: h\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n", "\n", "X: \u{0}\r\n\r\n", "\r\r\n",
    ])
    func `malformed trailers and framing fields in them are 400`(trailer: String) {
        #expect(post("Transfer-Encoding: chunked", "5\r\nhello\r\n0\r\n\(trailer)") == ["400 badTrailer", "end"])
    }

    @Test func `sums of chunks, extensions and trailers are bounded`() {
        #expect(post("Transfer-Encoding: chunked", "5\r\nhello\r\n6\r\n", limit: 10) == ["413 bodyTooLarge", "end"])
        let extensions = String(repeating: "1;" + String(repeating: "a", count: 100) + "\r\nx\r\n", count: 200)
        #expect(post("Transfer-Encoding: chunked", extensions) == ["400 badChunk", "end"])
        let long = "0\r\nX: " + String(repeating: "a", count: 32768)
        #expect(post("Transfer-Encoding: chunked", long) == ["431 headTooLarge", "end"])
        let many = "0\r\n" + String(repeating: "X: a\r\n", count: 101)
        #expect(post("Transfer-Encoding: chunked", many) == ["431 headTooLarge", "end"])
    }
}
