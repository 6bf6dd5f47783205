import CLinux
import Glibc
public import HTTPCore

/// An HTTP/1.1 server: one thread with an epoll loop for each core, no other threads.
///
/// ```swift
/// let server = Server(configuration: ServerConfiguration(), handler: router)
/// try await server.run()      // returns after `shutdown()`
/// ```
public final class Server: Sendable {
    private struct State {
        var loops: [EventLoop] = []
        var listeners: [Listener] = []
        var port: UInt16?
        var addresses: [String] = []
        var isShutDown = false
        /// Loops that have not ended.
        var running = 0
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let configuration: ServerConfiguration
    private let handler: any HTTPHandler
    private let system: any SystemCalls
    private let state = Locked(State())

    /// A server that does not listen yet.
    public convenience init(configuration: ServerConfiguration, handler: any HTTPHandler) {
        self.init(configuration: configuration, handler: handler, system: LinuxSystem())
    }

    init(configuration: ServerConfiguration, handler: any HTTPHandler, system: any SystemCalls) {
        self.configuration = configuration
        self.handler = handler
        self.system = system
    }

    /// The TCP port that is listened at; `nil` before ``bind()`` and for other sockets.
    public var port: UInt16? { state.withLock { $0.port } }

    /// The addresses that are listened at; empty before ``bind()``.
    public var addresses: [String] { state.withLock { $0.addresses } }

    /// Begins to listen; connections wait until ``run()`` takes them. A second call does nothing.
    ///
    /// - Throws: ``ServerError`` when an address cannot be had.
    public func bind() throws(ServerError) {
        if state.withLock({ !$0.loops.isEmpty }) { return }
        let count = max(1, configuration.loops ?? Int(clinux_core_count()))
        let shared = try makeListeners(count)
        let capacity = max(1, connectionBound() / count)
        let census = Census(bound: configuration.limits.connectionsPerAddress)
        var loops: [EventLoop] = []
        for index in 0..<count {
            let own = shared.filter { !$0.isReusable } + (shared.first?.isReusable == true ? [shared[index]] : [])
            loops.append(
                try EventLoop(
                    configuration, listeners: own, handler: handler, system: system, census: census, capacity: capacity)
            )
        }
        let addresses = shared.first?.isReusable == true ? [shared[0].address] : shared.map(\.address)
        state.withLock { state in
            (state.loops, state.listeners, state.port) = (loops, shared, shared.first?.port)
            state.addresses = addresses
        }
        for address in addresses { configuration.onEvent?(.listening(address)) }
    }

    /// Starts to serve and returns at once; ``run()`` waits for the end. A second call does nothing, nor does one after
    /// ``shutdown(grace:deadline:)``: a server serves once.
    ///
    /// - Throws: ``ServerError`` when an address cannot be had.
    public func start() throws(ServerError) {
        if state.withLock({ $0.isShutDown }) { return }
        try bind()
        let loops = state.withLock { state in
            guard state.running == 0, !state.isShutDown else { return [EventLoop]() }
            state.running = state.loops.count
            return state.loops
        }
        for loop in loops { LoopThread.start(loop) { self.loopEnded() } }
    }

    /// Serves until ``shutdown(grace:deadline:)`` or until the task is cancelled, and returns when every connection is
    /// closed.
    ///
    /// - Throws: ``ServerError`` when an address cannot be had.
    public func run() async throws(ServerError) {
        try start()
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if state.running > 0 { state.waiters.append(continuation) }
                    return state.running == 0
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            shutdown()
        }
    }

    private func loopEnded() {
        let waiters = state.withLock { state -> [CheckedContinuation<Void, Never>] in
            state.running -= 1
            guard state.running == 0 else { return [] }
            for listener in state.listeners where !listener.isReusable { close(listener.descriptor) }
            defer { state = State(isShutDown: true) }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Ends ``run()`` with nothing lost: connections that were made are answered with `Connection: close`, idle ones are
    /// half-closed after `grace`, and what is left at `deadline` is cut. Both count from now.
    public func shutdown(grace: Duration = .seconds(2), deadline: Duration = .seconds(10)) {
        let before = state.withLock { state in
            defer { if state.running == 0 { state = State(isShutDown: true) } }
            state.isShutDown = true
            return state
        }
        if before.running > 0 {
            for loop in before.loops { loop.askToStop(grace: grace, deadline: deadline) }
        } else {
            // Bound and never started: nobody else gives these back.
            for loop in before.loops { loop.stop() }
            for listener in before.listeners { close(listener.descriptor) }
        }
    }

    private func makeListeners(_ count: Int) throws(ServerError) -> [Listener] {
        let unsent = configuration.limits.unsentBytes
        switch configuration.address {
        case .inherited: return try Listener.inherited(unsentBytes: unsent)
        case .unix(let path): return [try Listener.unix(path: path, backlog: configuration.backlog)]
        case .tcp(let host, let port):
            if port != 0 { try Listener.checkFree(host: host, port: port) }
            var listeners = [
                try Listener.tcp(host: host, port: port, backlog: configuration.backlog, unsentBytes: unsent)
            ]
            while listeners.count < count {
                let port = listeners[0].port ?? port
                listeners.append(
                    try Listener.tcp(host: host, port: port, backlog: configuration.backlog, unsentBytes: unsent))
            }
            return listeners
        }
    }

    /// The bound on connections: as configured, else by the descriptor limit, which is raised as far as it may be.
    private func connectionBound() -> Int {
        var limit = rlimit()
        let descriptors = Int32(RLIMIT_NOFILE.rawValue)
        guard getrlimit(__rlimit_resource_t(UInt32(descriptors)), &limit) == 0 else {
            return configuration.limits.connections ?? 1024
        }
        if limit.rlim_cur < limit.rlim_max {
            limit.rlim_cur = min(limit.rlim_max, 1 << 20)
            _ = setrlimit(__rlimit_resource_t(UInt32(descriptors)), &limit)
        }
        let available = Int(limit.rlim_cur)
        return min(configuration.limits.connections ?? .max, available - min(256, available / 2))
    }
}
