public import HTTPCore

/// What happened on a server; the access log and the metrics are made of these.
public enum ServerEvent: Sendable {
    /// A socket listens at this address (with the real port where 0 was asked for).
    case listening(String)
    /// A connection was accepted.
    case accepted(PeerAddress)
    /// A connection was not taken.
    case turnedAway(PeerAddress?, TurnedAwayReason)
    /// A request was refused below the application.
    case refused(PeerAddress, ProtocolError)
    /// An answer was handed to the kernel in full, or cut.
    case finished(RequestRecord)
    /// A connection was closed.
    case closed(PeerAddress, CloseReason)
    /// Accepting stopped for a while, since no descriptor was left.
    case acceptPaused
    /// Accepting went on.
    case acceptResumed
}

/// Why a connection was not taken.
public enum TurnedAwayReason: Hashable, Sendable {
    /// As many as ``ServerLimits/connections`` are open and none of them is idle.
    case tooMany
    /// As many as ``ServerLimits/connectionsPerAddress`` are open from this address.
    case tooManyFromAddress
    /// No descriptor was left.
    case outOfDescriptors
}

/// Why a connection was closed.
public enum CloseReason: Hashable, Sendable {
    /// The peer or the answer asked for it.
    case finished
    /// The peer reset it, or an operation on it failed with this error number.
    case failed(Int32)
    /// Nothing came within a time limit.
    case timedOut
    /// It was idle and its place was needed.
    case shed
    /// A streamed answer failed.
    case cut
    /// The server stopped.
    case stopped
}

/// One request and its answer.
public struct RequestRecord: Sendable {
    /// The other end.
    public let peer: PeerAddress
    /// The method.
    public let method: HTTPMethod
    /// The path as sent, without the query.
    public let path: String
    /// The answer's status.
    public let status: HTTPStatus
    /// Bytes of the request's content.
    public let requestBytes: Int
    /// Bytes of the answer, head included.
    public let responseBytes: Int
    /// From the request being whole to the answer being written or queued.
    public let duration: Duration
    /// Whether the answer was sent as a whole.
    public let isComplete: Bool
}
