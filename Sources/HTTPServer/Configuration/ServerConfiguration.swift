public import HTTPCore

/// How a server listens, how many loops it runs and what it puts up with.
public struct ServerConfiguration: Sendable {
    /// Where to listen. Default 127.0.0.1:8080.
    public var address: ListenAddress = .tcp(host: "127.0.0.1", port: 8080)
    /// Event loops, one thread each. Default: one per core that the process may run on.
    public var loops: Int?
    /// Connections that may wait to be accepted, on each loop. Default 1024; the kernel caps it at `net.core.somaxconn`.
    public var backlog = 1024
    /// What is accepted from peers.
    public var limits = ServerLimits()
    /// Told of what happens. Called on the loops: it must be quick and must not block.
    public var onEvent: (@Sendable (ServerEvent) -> Void)?

    /// The defaults.
    public init() {}
}

/// What a server accepts from its peers, in bytes, counts and durations.
public struct ServerLimits: Sendable {
    /// Bounds of request heads and bodies, applied by the parser.
    public var parser = ParserLimits()
    /// Time from the accept to the first byte. Default 30 s; nginx gives 60 s. A silent connection costs less than 1 KB and is
    /// shed first when room is needed.
    public var firstByteTimeout: Duration = .seconds(30)
    /// Time from the first byte of a head to its end. Default 10 s: a slow-loris holds a slot that long and no longer;
    /// Apache's mod_reqtimeout gives 20 s, nginx 60 s.
    public var headTimeout: Duration = .seconds(10)
    /// Least rate of a body, in bytes a second, measured over ``bodyRatePeriod``. Default 500 (mod_reqtimeout's MinRate).
    public var bodyBytesPerSecond = 500
    /// Span over which the body rate is measured. Default 5 s.
    public var bodyRatePeriod: Duration = .seconds(5)
    /// Span in which a peer must take ``bodyBytesPerSecond`` a second of a waiting answer. Default 30 s; nginx gives 60 s
    /// between any two writes.
    public var writeStallTimeout: Duration = .seconds(30)
    /// Time that a connection may stay open between requests. Default 60 s; nginx 75 s.
    public var idleTimeout: Duration = .seconds(60)
    /// Time in which a closing connection is read to its end, so that the peer gets the last answer instead of a reset
    /// (RFC 9112 section 9.6). Default 1 s.
    public var lingerTimeout: Duration = .seconds(1)
    /// Bytes that are read and dropped meanwhile. Default 16 MiB: a client that has pumped megabytes into the socket buffers
    /// before it looks for the 413 would lose it to a reset with 64 KiB. Nothing of it is kept.
    public var lingerBytes = 16 << 20
    /// Requests on one connection before it is closed. Default 100,000: lets a balancer spread anew, now and then.
    public var requestsPerConnection = 100_000
    /// Open connections in all. Default: the process's descriptor limit less a reserve of an eighth, 256 at most.
    public var connections: Int?
    /// Open connections of one address. Default: no bound, since all of a reverse proxy's come from one.
    public var connectionsPerAddress: Int?
    /// Bytes of answers that may wait for a slow reader before no more of its requests are read. Default 64 KiB.
    public var pendingOutputBytes = 64 << 10
    /// Bytes of answers that the kernel may hold unsent for a connection (TCP_NOTSENT_LOWAT). Default 128 KiB. Without it a
    /// slow reader holds up to `net.ipv4.tcp_wmem`, 4 MiB, and a thousand of them leave no memory for anybody's segments.
    public var unsentBytes = 128 << 10
    /// Requests of one connection answered in a row before other connections get their turn. Default 128.
    public var pipelineDepth = 128
    /// Bytes of a streamed body that may wait for the handler, and of requests that may wait behind one that is being
    /// answered. Default 64 KiB.
    public var pendingInputBytes = 64 << 10

    /// The defaults.
    public init() {}
}
