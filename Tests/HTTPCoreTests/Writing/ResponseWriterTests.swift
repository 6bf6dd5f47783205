import HTTPCore
import Testing

struct ResponseWriterTests {
    private func head(
        _ response: HTTPResponse, _ method: HTTPMethod = .get, _ version: HTTPVersion = .http11, persists: Bool = true
    ) -> String {
        var out: [UInt8] = []
        let context = ResponseWriter.Context(method: method, version: version, persists: persists)
        ResponseWriter.writeHead(of: response, context, date: HTTPDate.bytes(unixSeconds: 0), to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    private static let date = "date: Thu, 01 Jan 1970 00:00:00 GMT\r\n"

    @Test func `a head has the status, Date, the length and the fields`() {
        #expect(
            head(.text(.ok, "hé"))
                == "HTTP/1.1 200 OK\r\n\(Self.date)content-length: 3\r\ncontent-type: text/plain; charset=utf-8\r\n\r\n"
        )
        #expect(head(HTTPResponse(.notFound)) == "HTTP/1.1 404 Not Found\r\n\(Self.date)content-length: 0\r\n\r\n")
    }

    @Test(arguments: [204, 304])
    func `a status that forbids content has no length`(code: Int) {
        let response = HTTPResponse(HTTPStatus(code), body: .bytes([1]))
        #expect(!head(response).contains("content-length"))
        let context = ResponseWriter.Context(method: .get, version: .http11, persists: true)
        #expect(!ResponseWriter.sendsContent(response, context))
    }

    @Test func `HEAD announces what GET would send and sends none`() {
        #expect(head(.text(.ok, "abc"), .head).contains("content-length: 3"))
        let context = ResponseWriter.Context(method: .head, version: .http11, persists: true)
        #expect(!ResponseWriter.sendsContent(.text(.ok, "abc"), context))
    }

    @Test func `a stream is chunked, of its length, or ended by the close`() {
        let parts = AsyncStream<[UInt8]> { $0.finish() }
        let unknown = HTTPResponse(.ok, body: .stream(ResponseStream(parts)))
        #expect(head(unknown).contains("transfer-encoding: chunked"))
        #expect(!head(unknown, .get, .http10).contains("chunked"))
        #expect(head(HTTPResponse(.ok, body: .stream(ResponseStream(parts, length: 7)))).contains("content-length: 7"))
    }

    @Test func `the connection's fate is said`() {
        #expect(head(HTTPResponse(.ok), persists: false).contains("connection: close"))
        #expect(head(HTTPResponse(.ok), .get, .http10).contains("connection: keep-alive"))
        #expect(!head(HTTPResponse(.ok)).contains("connection"))
    }

    @Test func `framing fields of the handler are left out`() {
        let fields: HTTPFields = [
            "Content-Length": "9", "transfer-encoding": "chunked", "Connection": "x", "Date": "now", "keep-alive": "1",
            "x": "y",
        ]
        let text = head(HTTPResponse(.ok, fields: fields))
        #expect(text == "HTTP/1.1 200 OK\r\n\(Self.date)content-length: 0\r\nx: y\r\n\r\n")
    }

    @Test(arguments: [(1, "1\r\n"), (15, "f\r\n"), (16, "10\r\n"), (255, "ff\r\n"), (4096, "1000\r\n")])
    func `chunks are in hexadecimal`(count: Int, start: String) {
        var out: [UInt8] = []
        ResponseWriter.writeChunk([UInt8](repeating: 120, count: count), to: &out)
        #expect(out.starts(with: Array(start.utf8)) && out.count == start.utf8.count + count + 2)
    }

    @Test func `an empty chunk is not written, since it would end the content`() {
        var out: [UInt8] = []
        ResponseWriter.writeChunk([], to: &out)
        #expect(out.isEmpty)
    }

    @Test(arguments: [UInt64(3), 4])
    func `what is chunked comes back the same`(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        for _ in 0..<200 {
            var (wire, content): ([UInt8], [UInt8]) = ([], [])
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                let part = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
                content += part
                ResponseWriter.writeChunk(part, to: &wire)
            }
            wire += ResponseWriter.lastChunk
            var decoder = ChunkedDecoder(limit: 1000)
            var decoded: [UInt8] = []
            let used = try decoder.decode(wire.span, into: &decoded)
            #expect(decoded == content && used == wire.count && decoder.isDone)
        }
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (2_147_483_648, "Tue, 19 Jan 2038 03:14:08 GMT"),
        (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"), (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
        (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"), (-5, "Thu, 01 Jan 1970 00:00:00 GMT"),
    ])
    func `dates are written as HTTP has them`(seconds: Int, text: String) {
        #expect(HTTPDate.text(unixSeconds: seconds) == text)
    }
}
