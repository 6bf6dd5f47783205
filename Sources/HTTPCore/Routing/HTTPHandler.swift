/// What answers requests. Called on the event loop that owns the connection.
public protocol HTTPHandler: Sendable {
    /// What is done with the content that this head announces; asked before one byte of it is read, and only when there
    /// is some. The request's `body` is still empty.
    func bodyPolicy(for request: HTTPRequest) -> BodyPolicy

    /// An answer that needs no waiting, or `nil` to be asked through ``respond(to:)``.
    ///
    /// Runs on the loop's own thread without a task: it must not block.
    func respondNow(to request: HTTPRequest) -> HTTPResponse?

    /// The answer.
    func respond(to request: HTTPRequest) async -> HTTPResponse

    /// The answer to a request that broke the protocol or a limit; the connection is closed after it in any case.
    func refusal(of error: ProtocolError) -> HTTPResponse
}

/// What is done with a request's content.
public enum BodyPolicy: Sendable {
    /// Content of up to `limit` bytes is read first and handed over as ``RequestBody/bytes(_:)``; more is 413.
    case collect(limit: Int)
    /// The handler starts at once and reads the content as ``RequestBody/stream(_:)``; more than `limit` bytes is 413.
    case stream(limit: Int)
    /// The content is not read: this is answered and the connection closed.
    case refuse(HTTPResponse)
}

extension HTTPHandler {
    /// Nothing is answered without ``respond(to:)``.
    public func respondNow(to request: HTTPRequest) -> HTTPResponse? { nil }

    /// At most 1 MiB is collected.
    public func bodyPolicy(for request: HTTPRequest) -> BodyPolicy { .collect(limit: 1 << 20) }

    /// A problem document with the error's own words.
    public func refusal(of error: ProtocolError) -> HTTPResponse { error.response }
}
