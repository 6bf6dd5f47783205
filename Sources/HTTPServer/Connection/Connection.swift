import HTTPCore

/// One accepted connection. Touched on the thread of its loop only, hence `@unchecked`.
final class Connection: @unchecked Sendable {
    /// How far a connection is on its way out.
    ///
    /// open -> closing (an answer said so) -> lingering (written, half-closed, read to its end) -> closed;
    /// any -> closed (reset, timed out, shed).
    enum Stage {
        case open
        case closing(CloseReason)
        case lingering(CloseReason)
        case closed
    }

    let descriptor: Int32
    /// Tells this connection from an earlier one with the same descriptor.
    let serial: UInt32
    let peer: PeerAddress
    var state: ConnectionState
    var stage = Stage.open
    /// Bytes received and not consumed.
    var pending: [UInt8] = []
    var output = OutputQueue()
    /// The request that is being answered by a task.
    var exchange: Exchange?
    /// What the poller watches for.
    var interest: PollEvents = []
    /// Whether the poller knows the descriptor.
    var isWatched = false
    /// Whether the peer has sent its end.
    var hasEnded = false
    /// Whether bytes are at hand that wait for the next round, since others are to have their turn.
    var hasTurn = false
    /// Whether requests at hand wait for the output to drain.
    var isHeld = false
    /// Answers begun; tells one wait for a request from the next.
    var answers = 0
    var deadlineAnswers = -1
    /// Bytes of content read, or of output taken, since the deadline was set; in lingering, bytes dropped.
    var progress = 0

    init(descriptor: Int32, serial: UInt32, peer: PeerAddress, limits: ServerLimits) {
        self.descriptor = descriptor
        self.serial = serial
        self.peer = peer
        state = ConnectionState(limits: limits.parser, requests: limits.requestsPerConnection)
    }

    /// The number given to the poller.
    var key: UInt64 { UInt64(serial) << 32 | UInt64(UInt32(bitPattern: descriptor)) }

    var isOpen: Bool { if case .open = stage { true } else { false } }
    /// Whether the sending direction is ended when the output is out.
    var isEnding: Bool { if case .closing = stage { true } else { false } }
    var isClosed: Bool { if case .closed = stage { true } else { false } }
    var isLingering: Bool { if case .lingering = stage { true } else { false } }
}

/// A request that a task answers. Touched on the thread of its loop only, hence `@unchecked`.
final class Exchange: @unchecked Sendable {
    var task: Task<Void, Never>?
    /// Where the content goes while it is streamed.
    var channel: BodyChannel?
    /// Waits for the output to drain; gets whether the connection is still there.
    var waiter: CheckedContinuation<Bool, Never>?
    let started: Int64
    let method: HTTPMethod
    let path: String
    var status = HTTPStatus.ok
    var responseBytes = 0
    /// Whether the connection is kept after the answer, as its head said.
    var persists = true
    /// Whether the head of the answer was written.
    var hasBegun = false

    init(_ request: HTTPRequest, started: Int64) {
        self.started = started
        method = request.method
        path = request.path
    }
}
