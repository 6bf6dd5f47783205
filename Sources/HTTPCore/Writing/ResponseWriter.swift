/// Writes answers in wire form (RFC 9112 sections 4 and 6). The bytes are appended to a buffer of the caller.
public enum ResponseWriter {
    /// What the head says about the content's end.
    public enum ContentFraming: Hashable, Sendable {
        /// Neither length nor coding: there is no content, or the close ends it.
        case unsaid
        /// `Content-Length`.
        case length(Int)
        /// `Transfer-Encoding: chunked`.
        case chunked
    }

    /// What stands around the answer.
    public struct Context: Sendable {
        /// The method of the request.
        public let method: HTTPMethod
        /// The version of the request.
        public let version: HTTPVersion
        /// Whether the connection is kept.
        public let persists: Bool

        /// A context.
        public init(method: HTTPMethod, version: HTTPVersion, persists: Bool) {
            self.method = method
            self.version = version
            self.persists = persists
        }
    }

    /// The interim answer to `Expect: 100-continue` (RFC 9110 section 15.2.1).
    public static let continueLine: [UInt8] = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    /// The last chunk, without trailers.
    public static let lastChunk: [UInt8] = Array("0\r\n\r\n".utf8)

    /// How the content of an answer is framed.
    public static func framing(of response: HTTPResponse, _ context: Context) -> ContentFraming {
        if response.status.forbidsBody { return .unsaid }
        switch response.body {
        case .empty: return .length(0)
        case .bytes(let bytes): return .length(bytes.count)
        case .stream(let stream):
            if let length = stream.length { return .length(length) }
            return context.version == .http11 ? .chunked : .unsaid
        }
    }

    /// Whether the content is sent: never in answer to HEAD, nor with 204 and 304 (RFC 9112 section 6.3).
    public static func sendsContent(_ response: HTTPResponse, _ context: Context) -> Bool {
        context.method != .head && !response.status.forbidsBody
    }

    /// Appends the head.
    ///
    /// - Parameter date: the 29 bytes of ``HTTPDate/bytes(unixSeconds:)``: every answer has a Date
    ///   (RFC 9110 section 6.6.1).
    public static func writeHead(
        of response: HTTPResponse, _ context: Context, date: [UInt8], to out: inout [UInt8]
    ) {
        appendStatusLine(response.status, to: &out)
        append("date: ", to: &out)
        out.append(contentsOf: date)
        switch framing(of: response, context) {
        case .unsaid: break
        case .length(let length):
            append("\r\ncontent-length: ", to: &out)
            appendDecimal(length, to: &out)
        case .chunked: append("\r\ntransfer-encoding: chunked", to: &out)
        }
        if !context.persists {
            append("\r\nconnection: close", to: &out)
        } else if context.version == .http10 {
            append("\r\nconnection: keep-alive", to: &out)
        }
        append("\r\n", to: &out)
        appendFields(response.fields, to: &out)
        append("\r\n", to: &out)
    }

    /// Appends one chunk; an empty one would end the content and is left out.
    public static func writeChunk(_ bytes: [UInt8], to out: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        appendHexadecimal(bytes.count, to: &out)
        append("\r\n", to: &out)
        out.append(contentsOf: bytes)
        append("\r\n", to: &out)
    }

    private static func appendStatusLine(_ status: HTTPStatus, to out: inout [UInt8]) {
        if status.code == 200 { return append("HTTP/1.1 200 OK\r\n", to: &out) }
        append("HTTP/1.1 ", to: &out)
        appendDecimal(status.code, to: &out)
        out.append(0x20)
        out.append(contentsOf: status.reason.utf8)
        append("\r\n", to: &out)
    }

    /// The fields as they are, but for those that this writer answers for.
    private static func appendFields(_ fields: HTTPFields, to out: inout [UInt8]) {
        for slot in fields.slots where !isReserved(fields, slot) {
            out.append(contentsOf: fields.storage[Int(slot.nameStart)..<Int(slot.nameEnd)])
            append(": ", to: &out)
            out.append(contentsOf: fields.storage[Int(slot.valueStart)..<Int(slot.valueEnd)])
            append("\r\n", to: &out)
        }
    }

    private static func isReserved(_ fields: HTTPFields, _ slot: HTTPFields.Slot) -> Bool {
        switch slot.nameEnd - slot.nameStart {
        case 4: fields.matches(slot, "date")
        case 10: fields.matches(slot, "connection") || fields.matches(slot, "keep-alive")
        case 14: fields.matches(slot, "content-length")
        case 17: fields.matches(slot, "transfer-encoding")
        default: false
        }
    }

    private static func append(_ text: StaticString, to out: inout [UInt8]) {
        text.withUTF8Buffer { out.append(contentsOf: $0) }
    }

    private static func appendDecimal(_ value: Int, to out: inout [UInt8]) {
        if value >= 10 { appendDecimal(value / 10, to: &out) }
        out.append(UInt8(value % 10) + 0x30)
    }

    private static func appendHexadecimal(_ value: Int, to out: inout [UInt8]) {
        if value >= 16 { appendHexadecimal(value / 16, to: &out) }
        let digit = UInt8(value % 16)
        out.append(digit < 10 ? digit + 0x30 : digit + 0x57)
    }
}
