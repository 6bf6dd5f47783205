import HTTPCore
import Testing

struct HTTPFieldsTests {
    @Test func `names compare without case and lines keep their order`() {
        let fields: HTTPFields = ["Accept": "a", "X": "1", "accept": "b"]
        #expect(fields["ACCEPT"] == "a" && fields["none"] == nil && fields.count == 3)
        #expect(fields.values(of: "accept") == ["a", "b"])
        #expect(fields.pairs.map(\.name) == ["Accept", "X", "accept"])
        #expect(fields.bytes(of: "x").map(Array.init) == Array("1".utf8))
    }

    @Test(arguments: [
        ("", "v"), ("a b", "v"), ("a:", "v"), ("a", "b\r\nc: d"), ("a", "b\u{0}"), ("a", "\u{7f}"), ("é", "v"),
    ])
    func `a name or value that would break the message is refused`(name: String, value: String) {
        var fields = HTTPFields()
        let (isAppended, isSet) = (fields.append(name, value), fields.set(name, value))
        #expect(!isAppended && !isSet && fields.isEmpty)
    }

    @Test func `set replaces every line of the name`() {
        var fields: HTTPFields = ["a": "1", "b": "2", "A": "3"]
        fields.set("a", "4")
        #expect(fields == ["b": "2", "a": "4"])
        fields.remove("B")
        #expect(fields == ["A": "4"] && fields.contains("a"))
    }

    @Test func `a list runs over lines and skips what is empty`() {
        let fields: HTTPFields = ["Accept": "a, b ,,\tc", "x": "y", "accept": ",d \t"]
        #expect(fields.list(of: "accept") == ["a", "b", "c", "d"])
    }

    @Test func `methods, statuses and addresses have their names`() {
        #expect(HTTPMethod(name: "GET") == .get && HTTPMethod(name: "get") == .other("get"))
        #expect(HTTPMethod.other("X").name == "X" && "\(HTTPMethod.delete)" == "DELETE")
        #expect(HTTPStatus(99) == .internalServerError && HTTPStatus(599).reason.isEmpty)
        #expect(HTTPStatus(201).reason == "Created" && HTTPStatus(308).reason == "Permanent Redirect")
        #expect("\(PeerAddress.ipv4(0x7f00_0001, port: 80))" == "127.0.0.1:80")
        #expect("\(PeerAddress.ipv6(0, 1, port: 80))" == "[0:0:0:0:0:0:0:1]:80")
        #expect(PeerAddress.ipv6(0, 0xffff_7f00_0001, port: 1).isLoopback && PeerAddress.ipv6(0, 1, port: 1).isLoopback)
        #expect(!PeerAddress.ipv4(0x0a00_0001, port: 1).isLoopback && PeerAddress.local.isLoopback)
        #expect(!PeerAddress.ipv6(1, 1, port: 1).isLoopback && PeerAddress.local.description == "local")
    }

    @Test func `every refusal has a 4xx or 5xx status, words and a closing answer`() {
        for error in ProtocolError.allCases {
            #expect((400..<600).contains(error.status.code) && !error.detail.isEmpty && !error.status.reason.isEmpty)
            #expect(error.response.closesConnection)
            #expect(error.response.fields["content-type"] == "application/problem+json")
        }
    }

    @Test func `a detail that would break the JSON is left out`() {
        guard case .bytes(let bytes) = HTTPResponse.problem(.badRequest, detail: "a\"b").body else {
            return #expect(Bool(false), "no body")
        }
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400}")
    }
}
