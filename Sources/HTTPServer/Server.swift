import CLinux
import Glibc
public import HTTPCore
import Synchronization

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
        var isStopping = false
    }

    private let configuration: ServerConfiguration
    private let handler: any HTTPHandler
    private let system: any SystemCalls
    private let state = Mutex(State())

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

    /// Serves until ``shutdown(grace:deadline:)`` or until the task is cancelled, and returns when every connection is closed.
    ///
    /// - Throws: ``ServerError`` when an address cannot be had.
    public func run() async throws(ServerError) {
        try bind()
        let loops = state.withLock { $0.loops }
        await withTaskCancellationHandler {
            await withTaskGroup(of: Void.self) { group in
                for loop in loops { group.addTask { await LoopThread.run(loop) } }
            }
        } onCancel: {
            shutdown()
        }
        state.withLock { state in
            for listener in state.listeners where !listener.isReusable { close(listener.descriptor) }
            state = State()
        }
    }

    /// Ends ``run()`` with nothing lost: connections that were made are answered with `Connection: close`, idle ones are
    /// half-closed after `grace`, and what is left at `deadline` is cut. Both count from now.
    public func shutdown(grace: Duration = .seconds(2), deadline: Duration = .seconds(10)) {
        for loop in state.withLock({ $0.loops }) {
            loop.perform { $0.beginDrain(grace: grace, deadline: deadline) }
        }
    }

    private func makeListeners(_ count: Int) throws(ServerError) -> [Listener] {
        switch configuration.address {
        case .inherited: return try Listener.inherited()
        case .unix(let path): return [try Listener.unix(path: path, backlog: configuration.backlog)]
        case .tcp(let host, let port):
            var listeners = [try Listener.tcp(host: host, port: port, backlog: configuration.backlog)]
            while listeners.count < count {
                let port = listeners[0].port ?? port
                listeners.append(try Listener.tcp(host: host, port: port, backlog: configuration.backlog))
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
