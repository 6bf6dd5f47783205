/// Method, target and version, with exactly one space between them and nothing around (RFC 9112 section 3).
struct RequestLine: Sendable {
    let method: HTTPMethod
    let target: RequestTarget
    let version: HTTPVersion

    init(_ input: Span<UInt8>, _ line: Range<Int>) throws(ProtocolError) {
        var index = line.lowerBound
        while index < line.upperBound, ByteClass.isToken(input[index]) { index += 1 }
        let methodRange = line.lowerBound..<index
        guard !methodRange.isEmpty, index < line.upperBound, input[index] == 0x20 else { throw .badRequestLine }
        index += 1
        let targetStart = index
        while index < line.upperBound, input[index] != 0x20 { index += 1 }
        guard index > targetStart, index < line.upperBound else { throw .badRequestLine }
        version = try Self.version(input, (index + 1)..<line.upperBound)
        method = Self.method(input, methodRange)
        target = try RequestTarget(input, targetStart..<index, for: method)
    }

    /// Only "HTTP/" DIGIT "." DIGIT is a version (RFC 9112 section 2.3); a major version other than 1 is not spoken
    /// here, and a minor one above 1 is read as 1.1 (RFC 9110 section 2.5).
    private static func version(_ input: Span<UInt8>, _ range: Range<Int>) throws(ProtocolError) -> HTTPVersion {
        let start = range.lowerBound
        guard range.count == 8, input[start] == UInt8(ascii: "H"), input[start + 1] == UInt8(ascii: "T"),
            input[start + 2] == UInt8(ascii: "T"), input[start + 3] == UInt8(ascii: "P"),
            input[start + 4] == UInt8(ascii: "/"), ByteClass.isDigit(input[start + 5]),
            input[start + 6] == UInt8(ascii: "."), ByteClass.isDigit(input[start + 7])
        else { throw .badVersion }
        guard input[start + 5] == UInt8(ascii: "1") else { throw .unsupportedVersion }
        return input[start + 7] == UInt8(ascii: "0") ? .http10 : .http11
    }

    /// The common methods without making a string.
    private static func method(_ input: Span<UInt8>, _ range: Range<Int>) -> HTTPMethod {
        var packed: UInt64 = 0
        if range.count <= 8 {
            for index in range { packed = packed << 8 | UInt64(input[index]) }
        }
        switch packed {
        case 0x47_4554: return .get
        case 0x4845_4144: return .head
        case 0x504F_5354: return .post
        default: return HTTPMethod(name: input.text(range))
        }
    }
}

/// The request target in one of its four forms (RFC 9112 section 3.2).
struct RequestTarget: Sendable {
    let path: String
    let query: String?
    /// Host and port of the absolute and the authority form.
    let authority: String?

    init(_ input: Span<UInt8>, _ range: Range<Int>, for method: HTTPMethod) throws(ProtocolError) {
        if method == .connect {
            guard Authority.isValid(input, range, needsPort: true) else { throw .badTarget }
            authority = input.text(range)
            path = input.text(range)
            query = nil
        } else if input[range.lowerBound] == UInt8(ascii: "/") {
            authority = nil
            (path, query) = try Self.split(input, range)
        } else if range.count == 1, input[range.lowerBound] == UInt8(ascii: "*"), method == .options {
            (path, query, authority) = ("*", nil, nil)
        } else {
            let host = try Self.absoluteAuthority(input, range)
            authority = input.text(host)
            let rest = host.upperBound..<range.upperBound
            if rest.isEmpty {
                // OPTIONS for the server as a whole, as a proxy has to write it (RFC 9112 section 3.2.4).
                (path, query) = (method == .options ? "*" : "/", nil)
            } else {
                let parts = try Self.split(input, rest)
                (path, query) = (parts.path.isEmpty ? "/" : parts.path, parts.query)
            }
        }
    }

    private static func split(
        _ input: Span<UInt8>, _ range: Range<Int>
    ) throws(ProtocolError) -> (path: String, query: String?) {
        var mark: Int?
        for index in range {
            guard ByteClass.isTarget(input[index]) else { throw .badTarget }
            if mark == nil, input[index] == UInt8(ascii: "?") { mark = index }
        }
        guard input.hasSoundEscapes(range) else { throw .badTarget }
        guard let mark else { return (input.text(range), nil) }
        return (input.text(range.lowerBound..<mark), input.text((mark + 1)..<range.upperBound))
    }

    /// The authority of "http://" or "https://"; user information is refused (RFC 9110 section 4.2.4).
    private static func absoluteAuthority(
        _ input: Span<UInt8>, _ range: Range<Int>
    ) throws(ProtocolError) -> Range<Int> {
        let start = range.lowerBound
        let length: Int
        if range.count > 7, input.equals(start..<(start + 7), lowercase: "http://") {
            length = 7
        } else if range.count > 8, input.equals(start..<(start + 8), lowercase: "https://") {
            length = 8
        } else {
            throw .badTarget
        }
        var end = start + length
        while end < range.upperBound, input[end] != UInt8(ascii: "/"), input[end] != UInt8(ascii: "?") { end += 1 }
        guard Authority.isValid(input, (start + length)..<end) else { throw .badTarget }
        return (start + length)..<end
    }
}

extension HTTPRequest {
    /// A request of a parsed head.
    init(line: RequestLine, fields: HTTPFields) {
        method = line.method
        path = line.target.path
        query = line.target.query
        authority = line.target.authority
        version = line.version
        self.fields = fields
        body = .empty
        parameters = PathParameters()
        peer = .local
    }
}
