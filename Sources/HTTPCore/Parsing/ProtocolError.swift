/// Why a request is refused below the application. After each the answer is sent and the connection closed, since
/// nothing behind a broken message can be told apart from a smuggled one (RFC 9112 sections 2.2, 6.3 and 11.2).
public enum ProtocolError: Error, Hashable, Sendable, CaseIterable {
    case badLineEnd
    case badRequestLine
    case badTarget
    case badVersion
    case unsupportedVersion
    case badFieldLine
    case badHost
    case badContentLength
    case badTransferEncoding
    case unknownTransferCoding
    case badChunk
    case badTrailer
    case lineTooLong
    case headTooLarge
    case bodyTooLarge
    case expectationFailed
    case incomplete
    case headTooSlow
    case bodyTooSlow

    /// The status of the answer.
    public var status: HTTPStatus {
        switch self {
        case .unsupportedVersion: .versionNotSupported
        case .unknownTransferCoding: .notImplemented
        case .lineTooLong: .uriTooLong
        case .headTooLarge: .headTooLarge
        case .bodyTooLarge: .contentTooLarge
        case .expectationFailed: .expectationFailed
        case .headTooSlow, .bodyTooSlow: .requestTimeout
        default: .badRequest
        }
    }

    /// What is wrong, for the client's reader: lowercase, no full stop.
    public var detail: String {
        switch self {
        case .badLineEnd: "a line must end with CR LF, and neither byte may stand alone"
        case .badRequestLine: "the first line must be: method, one space, target, one space, version"
        case .badTarget: "the request target is not a valid path or http URL"
        case .badVersion: "the protocol version must be HTTP/1.0 or HTTP/1.1"
        case .unsupportedVersion: "only HTTP/1.0 and HTTP/1.1 are spoken here"
        case .badFieldLine: "a field must be a token, a colon directly behind it, and a value without control bytes"
        case .badHost: "exactly one Host field with a valid host and port is needed"
        case .badContentLength: "Content-Length must be one decimal number, given once"
        case .badTransferEncoding: "Transfer-Encoding must be chunked, given once, in HTTP/1.1, without Content-Length"
        case .unknownTransferCoding: "the only transfer coding understood is chunked"
        case .badChunk: "the chunked content is malformed"
        case .badTrailer: "the trailer section is malformed or holds a field that it may not hold"
        case .lineTooLong: "the request line is too long"
        case .headTooLarge: "the header section has too many bytes or fields"
        case .bodyTooLarge: "the content is larger than this resource takes"
        case .expectationFailed: "the only expectation understood is 100-continue"
        case .incomplete: "the connection was ended in the middle of the request"
        case .headTooSlow: "the request head took too long to arrive"
        case .bodyTooSlow: "the content arrived too slowly"
        }
    }

    /// The answer that says so.
    public var response: HTTPResponse {
        var response = HTTPResponse.problem(status, detail: detail)
        response.closesConnection = true
        return response
    }
}
