import HTTPCore

@testable import HTTPServer

/// A running server with the routes that the tests need.
final class TestServer: Sendable {
    let server: Server
    /// Lets the answers of `/gate` go.
    let gate = Gate()
    let port: UInt16
    private let task: Task<Void, any Error>

    init(system: any SystemCalls = LinuxSystem(), _ configure: (inout ServerConfiguration) -> Void = { _ in }) throws {
        var configuration = ServerConfiguration()
        configuration.address = .tcp(host: "127.0.0.1", port: 0)
        configuration.loops = 1
        configuration.limits.lingerTimeout = .milliseconds(20)
        configure(&configuration)
        let log = Log()
        configuration.onEvent = { log.add($0) }
        self.log = log
        let server = Server(configuration: configuration, handler: Router(Self.routes(gate)), system: system)
        // Its threads serve from here on, whatever the tests' own thread pool is doing.
        try server.start()
        self.server = server
        port = server.port ?? 0
        task = Task { try await server.run() }
    }

    private let log: Log

    /// Keeps events and wakes who waits for one.
    final class Log: Sendable {
        private let events = Locked<[ServerEvent]>([])
        private let waiters = Locked<[CheckedContinuation<Void, Never>]>([])

        func add(_ event: ServerEvent) {
            events.withLock { $0.append(event) }
            let waiting = waiters.withLock { waiters in
                defer { waiters = [] }
                return waiters
            }
            for waiter in waiting { waiter.resume() }
        }

        var all: [ServerEvent] { events.withLock { $0 } }

        func wait(for matches: @Sendable (ServerEvent) -> Bool) async {
            while !all.contains(where: matches) {
                await withCheckedContinuation { continuation in
                    waiters.withLock { $0.append(continuation) }
                    // An event between the look and the waiting would be missed.
                    if all.contains(where: matches) {
                        let waiting = waiters.withLock { waiters in
                            defer { waiters = [] }
                            return waiters
                        }
                        for waiter in waiting { waiter.resume() }
                    }
                }
            }
        }
    }

    /// Waits until an event has happened.
    func event(_ matches: @Sendable (ServerEvent) -> Bool) async { await log.wait(for: matches) }

    var recorded: [ServerEvent] { log.all }

    func client() throws -> Client { try Client(port: port) }

    func stop(grace: Duration = .zero, deadline: Duration = .zero) async throws {
        server.shutdown(grace: grace, deadline: deadline)
        try await task.value
    }

    /// Waits for the end of a stop that has begun.
    func ended() async throws { try await task.value }

    /// Contents that are the same storage in every answer.
    static let fixed = [pattern(20_000), pattern(100_000)]

    private static func routes(_ gate: Gate) -> [Route] {
        [
            Route(.get, "/fixed/0", immediately: { _ in HTTPResponse(.ok, body: .bytes(fixed[0])) }),
            Route(.get, "/fixed/1", immediately: { _ in HTTPResponse(.ok, body: .bytes(fixed[1])) }),
            Route(.get, "/", immediately: { _ in .text(.ok, "ok") }),
            Route(.get, "/task", answer: { _ in .text(.ok, "task") }),
            Route(.get, "/peer", immediately: { .text(.ok, $0.peer.host) }),
            Route(
                .get, "/thread",
                answer: { _ in
                    let before = currentThread()
                    await Task.yield()
                    return .text(.ok, before == currentThread() ? "same" : "other")
                }),
            Route(
                .get, "/gate",
                answer: { _ in
                    await gate.pass()
                    return .text(.ok, "gate")
                }),
            Route(
                .get, "/big/{size}",
                immediately: { request in
                    let size = request.parameters["size"].flatMap(Int.init) ?? 0
                    return HTTPResponse(.ok, contentType: "text/plain", pattern(size))
                }),
            Route(
                .get, "/stream/{count}",
                answer: { request in
                    let count = request.parameters["count"].flatMap(Int.init) ?? 0
                    return HTTPResponse(.ok, body: .stream(ResponseStream(parts(count))))
                }),
            Route(
                .get, "/short",
                answer: { _ in HTTPResponse(.ok, body: .stream(ResponseStream(parts(2), length: 9999))) }),
            Route(
                .get, "/endless",
                answer: { _ in
                    HTTPResponse(.ok, body: .stream(ResponseStream(Endless(gate: gate))))
                }),
            Route(
                .get, "/silent", answer: { _ in HTTPResponse(.ok, body: .stream(ResponseStream(Silent(gate: gate)))) }),
            Route(
                .post, "/echo", body: .collect(limit: 4 << 20),
                answer: {
                    HTTPResponse(.ok, contentType: "text/plain", $0.body.bytes)
                }),
            Route(.post, "/small", body: .collect(limit: 10), immediately: { .text(.ok, "\($0.body.bytes.count)") }),
            Route(.post, "/refused", body: .refuse(.text(.unauthorized, "no")), answer: { _ in .text(.ok, "never") }),
            Route(.post, "/count", body: .stream(limit: 8 << 20), answer: { await count($0, gate) }),
            Route(.post, "/early", body: .stream(limit: 8 << 20), answer: { _ in .text(.ok, "early") }),
        ]
    }

    private static func count(_ request: HTTPRequest, _ gate: Gate) async -> HTTPResponse {
        guard case .stream(let stream) = request.body else { return .text(.ok, "no stream") }
        var count = 0
        do {
            for try await part in stream { count += part.count }
            return .text(.ok, "\(count)")
        } catch {
            gate.note("\(error)")
            return .text(.badRequest, "\(error)")
        }
    }

    /// Bytes whose order shows: a block of 251 different ones, again and again.
    static func pattern(_ size: Int) -> [UInt8] {
        let block = [UInt8](0..<251)
        var bytes: [UInt8] = []
        while bytes.count < size { bytes += block }
        return Array(bytes[..<size])
    }

    static func parts(_ count: Int) -> AsyncStream<[UInt8]> {
        AsyncStream { stream in
            for index in 0..<count { stream.yield(Array("part \(index)\n".utf8)) }
            stream.finish()
        }
    }
}

/// A stream that never ends and notes when nobody holds it any more.
struct Endless: AsyncSequence, Sendable {
    let gate: Gate

    final class AsyncIterator: AsyncIteratorProtocol {
        private let gate: Gate

        init(gate: Gate) { self.gate = gate }

        deinit { gate.note("let go") }

        func next() async throws -> [UInt8]? { [UInt8](repeating: 120, count: 32 << 10) }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(gate: gate) }
}

/// A stream that gives one part, waits until its task is cancelled, notes that, and ends.
struct Silent: AsyncSequence, Sendable {
    let gate: Gate

    struct AsyncIterator: AsyncIteratorProtocol {
        let gate: Gate
        private var hasBegun = false

        init(gate: Gate) { self.gate = gate }

        mutating func next() async throws -> [UInt8]? {
            if !hasBegun {
                hasBegun = true
                return Array("part".utf8)
            }
            await withTaskCancellationHandler { [gate] in
                await gate.pass()
            } onCancel: { [gate] in
                gate.note("cancelled")
                gate.open()
            }
            return nil
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(gate: gate) }
}

/// Holds answers back until it is opened, and collects notes.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var waiters: [CheckedContinuation<Void, Never>] = []
        var arrivals: [CheckedContinuation<Void, Never>] = []
        var arrived = 0
        var notes: [String] = []
        var readers: [CheckedContinuation<String, Never>] = []
    }

    private let state = Locked(State())

    /// Waits for the gate to open.
    func pass() async {
        await withCheckedContinuation { continuation in
            let (isOpen, arrivals) = state.withLock { state in
                state.arrived += 1
                if !state.isOpen { state.waiters.append(continuation) }
                defer { state.arrivals = [] }
                return (state.isOpen, state.arrivals)
            }
            for arrival in arrivals { arrival.resume() }
            if isOpen { continuation.resume() }
        }
    }

    /// Waits until a number of requests have come to the gate.
    func arrival(of number: Int = 1) async {
        while state.withLock({ $0.arrived }) < number {
            await withCheckedContinuation { continuation in
                let isHere = state.withLock { state in
                    if state.arrived < number { state.arrivals.append(continuation) }
                    return state.arrived >= number
                }
                if isHere { continuation.resume() }
            }
        }
    }

    func open() {
        let waiters = state.withLock { state in
            state.isOpen = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    func note(_ text: String) {
        let reader = state.withLock { state -> CheckedContinuation<String, Never>? in
            if state.readers.isEmpty { state.notes.append(text) }
            return state.readers.popLast()
        }
        reader?.resume(returning: text)
    }

    /// The next note.
    func nextNote() async -> String {
        await withCheckedContinuation { continuation in
            let note = state.withLock { state -> String? in
                if state.notes.isEmpty { state.readers.append(continuation) }
                return state.notes.isEmpty ? nil : state.notes.removeFirst()
            }
            if let note { continuation.resume(returning: note) }
        }
    }
}
