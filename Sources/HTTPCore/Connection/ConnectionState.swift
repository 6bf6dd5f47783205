/// What one connection is doing, as a value without input or output: bytes in, actions out.
///
/// | phase     | event                                  | action                    | next      |
/// | --------- | -------------------------------------- | ------------------------- | --------- |
/// | head      | bytes, head not whole                  | `needsInput`              | head      |
/// | head      | head whole, no content                 | `request`                 | answering |
/// | head      | head whole, content follows            | `announced`               | announced |
/// | announced | `admit`, within the limit              | (100 where it is awaited) | body      |
/// | announced | `admit`, above the limit               | throws `bodyTooLarge`     | closing   |
/// | announced | `answered`: refused by the handler     | close                     | closing   |
/// | body      | bytes, more to come, collected         | `needsInput`              | body      |
/// | body      | bytes, more to come, streamed          | `part`                    | body      |
/// | body      | last byte, collected                   | `request`                 | answering |
/// | body      | last byte, streamed                    | `part`, then `partsEnd`   | answering |
/// | body      | `answered`                             | close                     | closing   |
/// | answering | bytes                                  | `needsInput`, none taken  | answering |
/// | answering | `answered`, connection kept            | next                      | head      |
/// | answering | `answered`, not kept                   | close                     | closing   |
/// | any       | malformed, over a limit, or cut short  | `refuse`                  | closing   |
/// | head      | end, nothing begun                     | `end`                     | closing   |
/// | closing   | bytes                                  | `end`, all taken          | closing   |
///
/// Nothing behind a refused request, or behind one that closes, is ever read as a request (RFC 9112 section 9.6).
public struct ConnectionState: Sendable {
    /// What the driver does next.
    public enum Action: Sendable {
        /// Nothing until more bytes, the end, or ``ConnectionState/answered(closing:)``.
        case needsInput
        /// A whole request: answer it.
        case request(HTTPRequest)
        /// A head whose content follows: call ``ConnectionState/admit(limit:isStreamed:)``, or answer and close.
        case announced(HTTPRequest)
        /// A part of a streamed content.
        case part([UInt8])
        /// The streamed content is whole.
        case partsEnd
        /// Answer this error and close.
        case refuse(ProtocolError)
        /// Nothing more will come of the input: close when the answers are out.
        case end
    }

    /// What the peer is expected to do; time limits depend on it.
    public enum Expectation: Hashable, Sendable {
        /// To begin a request.
        case request
        /// To finish a head that it has begun.
        case head
        /// To send content.
        case body
        /// Nothing: it waits for an answer.
        case nothing
    }

    private enum Phase: Sendable {
        case head
        case announced
        case body(isStreamed: Bool)
        case partsEnd
        case answering
        case closing
    }

    private let limits: ParserLimits
    private var parser: RequestParser
    private var phase = Phase.head
    /// The head whose content is being read; kept apart from the phase, as is the reader, so that it changes in place.
    private var head: RequestHead?
    private var reader = BodyReader()
    private var keepsAlive = true
    /// Whether the peer said, by option or version, that it sends nothing behind the last request.
    public var peerCloses: Bool { !keepsAlive }
    private var hasEnded = false
    private var remainingRequests: Int
    /// The method of the request being answered.
    public private(set) var method = HTTPMethod.get
    /// The version of the request being answered.
    public private(set) var version = HTTPVersion.http11
    /// Decoded content bytes of the request being answered.
    public private(set) var contentBytes = 0

    /// A fresh connection that serves up to `requests` requests.
    public init(limits: ParserLimits = ParserLimits(), requests: Int = .max) {
        self.limits = limits
        parser = RequestParser(limits: limits)
        remainingRequests = requests
    }

    /// What the peer is expected to do now, given the number of bytes that wait to be consumed.
    public func expectation(pending: Int) -> Expectation {
        switch phase {
        case .head: pending > 0 ? .head : .request
        case .announced, .body: .body
        case .partsEnd, .answering, .closing: .nothing
        }
    }

    /// Whether the content of the current request is still being read.
    public var isReadingBody: Bool {
        if case .body = phase { true } else { false }
    }

    /// Whether nothing more is read as HTTP.
    public var isClosing: Bool {
        if case .closing = phase { true } else { false }
    }

    /// Goes on with the bytes at hand. Called again until it returns `needsInput` or `end`.
    ///
    /// - Parameters:
    ///   - input: every byte that was received and not consumed.
    ///   - consumed: set to the number of bytes that are done with.
    public mutating func advance(_ input: Span<UInt8>, consumed: inout Int) -> Action {
        consumed = 0
        do throws(ProtocolError) {
            switch phase {
            case .head: return try readHead(input, &consumed)
            case .body(let isStreamed): return try readBody(input, &consumed, isStreamed)
            case .partsEnd:
                phase = .answering
                return .partsEnd
            case .announced, .answering: return .needsInput
            case .closing:
                consumed = input.count
                return .end
            }
        } catch {
            close()
            consumed = input.count
            return .refuse(error)
        }
    }

    /// The peer will send no more. What it sent before is still answered; a request cut short is refused, never taken for
    /// whole (RFC 9112 section 8).
    public mutating func receiveEnd() { hasEnded = true }

    /// Lets the announced content in.
    ///
    /// - Returns: whether a `100 Continue` is to be sent now.
    /// - Throws: ``ProtocolError/bodyTooLarge`` when the announced length is above the limit; the answer is to be sent and
    ///   the connection closed.
    public mutating func admit(limit: Int, isStreamed: Bool) throws(ProtocolError) -> Bool {
        guard case .announced = phase, let head else { return false }
        do {
            reader = try BodyReader(head.framing, limit: limit, limits: limits)
        } catch {
            close()
            throw error
        }
        phase = .body(isStreamed: isStreamed)
        return head.expectsContinue
    }

    /// Whether the connection is kept after this answer; asked when the answer's head is written, and said there.
    public func persists(after response: HTTPResponse) -> Bool {
        if case .announced = phase { return false }
        return keepsAlive && remainingRequests > 0 && !response.closesConnection && !isClosing
    }

    /// The answer to the current request is complete.
    ///
    /// - Parameter closing: whether the answer said that the connection closes, or could not be finished.
    public mutating func answered(closing: Bool) {
        guard !closing, case .answering = phase else { return close() }
        phase = .head
    }

    /// Nothing more is read as HTTP.
    public mutating func close() {
        phase = .closing
        (head, reader) = (nil, BodyReader())
    }

    private mutating func readHead(_ input: Span<UInt8>, _ consumed: inout Int) throws(ProtocolError) -> Action {
        guard let head = try parser.parse(input) else {
            guard hasEnded else { return .needsInput }
            if parser.hasBegun(of: input.count) { throw .incomplete }
            close()
            consumed = input.count
            return .end
        }
        consumed = head.byteCount
        remainingRequests -= 1
        (method, version, keepsAlive, contentBytes) = (head.request.method, head.request.version, head.keepsAlive, 0)
        if head.framing == .none {
            phase = .answering
            return .request(head.request)
        }
        self.head = head
        phase = .announced
        return .announced(head.request)
    }

    private mutating func readBody(
        _ input: Span<UInt8>, _ consumed: inout Int, _ isStreamed: Bool
    ) throws(ProtocolError) -> Action {
        consumed = try reader.read(input)
        contentBytes = reader.byteCount
        let isDone = reader.isDone
        if !isDone, hasEnded, consumed == input.count { throw .incomplete }
        guard isDone || isStreamed else { return .needsInput }
        let bytes = reader.take()
        guard isDone else { return bytes.isEmpty ? .needsInput : .part(bytes) }
        reader = BodyReader()
        let request = head?.request
        head = nil
        if isStreamed {
            phase = bytes.isEmpty ? .answering : .partsEnd
            return bytes.isEmpty ? .partsEnd : .part(bytes)
        }
        phase = .answering
        guard var request else { throw .incomplete }
        request.body = bytes.isEmpty ? .empty : .bytes(bytes)
        return .request(request)
    }
}
