/// The content of a request.
public enum RequestBody: Sendable {
    /// No content, or content of length 0.
    case empty
    /// The whole content, within the limit of the route.
    case bytes([UInt8])
    /// Content that arrives while the handler runs; see ``BodyPolicy/stream(limit:)``.
    case stream(RequestBodyStream)

    /// The collected bytes; empty for ``empty`` and for ``stream(_:)``.
    public var bytes: [UInt8] {
        if case .bytes(let bytes) = self { bytes } else { [] }
    }
}

/// The parts of a streamed request content. May be iterated once.
///
/// While nobody asks for the next part, at most a bounded number of bytes is read from the peer.
public struct RequestBodyStream: AsyncSequence, Sendable {
    public typealias Element = [UInt8]

    private let nextPart: @Sendable () async throws -> [UInt8]?

    /// A stream whose parts come from `next`; `nil` ends it.
    public init(next: @escaping @Sendable () async throws -> [UInt8]?) {
        nextPart = next
    }

    /// Asks for one part after the other.
    public struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let nextPart: @Sendable () async throws -> [UInt8]?

        /// The next part, `nil` after the last.
        ///
        /// - Throws: ``RequestBodyError`` when the content ends early or breaks a rule.
        public mutating func next() async throws -> [UInt8]? {
            try await nextPart()
        }
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(nextPart: nextPart)
    }
}

/// Why a streamed content ended before its end. The connection is closed after the answer.
public enum RequestBodyError: Error, Hashable, Sendable {
    /// The peer went away: what came so far is not the whole content.
    case disconnected
    /// The content broke the protocol, its limit or its deadline.
    case refused(ProtocolError)
}
