/// An answer. `Date`, `Content-Length`, `Transfer-Encoding` and `Connection` are the writer's: set here, they are ignored.
public struct HTTPResponse: Sendable {
    /// The status.
    public var status: HTTPStatus
    /// The header fields.
    public var fields: HTTPFields
    /// The content; not sent in answer to HEAD and with status 204 and 304.
    public var body: ResponseBody
    /// Whether the connection is closed after this answer, whatever the request said.
    public var closesConnection = false

    /// An answer.
    public init(_ status: HTTPStatus, fields: HTTPFields = HTTPFields(), body: ResponseBody = .empty) {
        self.status = status
        self.fields = fields
        self.body = body
    }

    /// An answer with content of a media type.
    public init(_ status: HTTPStatus, contentType: String, _ bytes: [UInt8]) {
        self.init(status, fields: ["content-type": contentType], body: .bytes(bytes))
    }

    /// A `text/plain` answer in UTF-8.
    public static func text(_ status: HTTPStatus, _ text: String) -> HTTPResponse {
        HTTPResponse(status, contentType: "text/plain; charset=utf-8", Array(text.utf8))
    }

    /// An `application/problem+json` answer of type `about:blank` (RFC 9457), for what is refused below the application.
    ///
    /// `detail` is quoted as it is: it must hold neither quotes, backslashes nor control bytes; where it does it is
    /// left out.
    public static func problem(_ status: HTTPStatus, detail: String) -> HTTPResponse {
        let isPlain = detail.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        let member = isPlain ? ",\"detail\":\"\(detail)\"" : ""
        let json = "{\"type\":\"about:blank\",\"title\":\"\(status.reason)\",\"status\":\(status.code)\(member)}"
        return HTTPResponse(status, contentType: "application/problem+json", Array(json.utf8))
    }
}

extension HTTPFields: ExpressibleByDictionaryLiteral {
    /// Fields from a literal; a pair that ``append(_:_:)`` refuses is left out.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init()
        for (name, value) in elements { append(name, value) }
    }
}
