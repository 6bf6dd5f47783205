import CLinux
import Glibc
import HTTPCore
import Synchronization

/// One thread with its own poller, listeners and connections.
///
/// All state but ``inbox``, ``owner`` and ``isStopping`` belongs to the thread that runs ``run()``, hence `@unchecked`.
/// The loop is a `TaskExecutor` (`EventLoop+Executor.swift`): handlers run on the thread that read their request.
final class EventLoop: @unchecked Sendable {
    /// What another thread asks of the loop.
    enum Message: Sendable {
        case job(UnownedJob)
        case perform(@Sendable (EventLoop) -> Void)
    }

    /// What other threads leave behind.
    struct Inbox: Sendable {
        var messages: [Message] = []
        var isStopped = false
        /// Whether the loop has been woken and has not looked yet.
        var isWoken = false
    }

    static let wakeKey = UInt64.max
    static let listenerKey = UInt64.max - 1024
    /// Bytes read at once; more stays in the kernel until the next round.
    static let readBytes = 64 << 10
    /// Contents up to this size are copied behind their head, so that both leave in one plain write.
    static let joinedBytes = 16 << 10

    /// The largest buffer for output that is kept.
    static let keptScratchBytes = 512 << 10

    let system: any SystemCalls
    let handler: any HTTPHandler
    let limits: ServerLimits
    let onEvent: (@Sendable (ServerEvent) -> Void)?
    let census: Census
    /// Open connections that this loop takes at most.
    let capacity: Int

    let inbox = Locked(Inbox())
    let owner = Atomic<UInt>(0)
    /// Whether a stop was asked for: known before the loop has come to the message that begins it, so that no request sent
    /// after that is answered as if the connection were kept.
    let isStopping = Atomic<Bool>(false)

    let poller: Int32
    let waker: Int32
    var listeners: [Listener]
    var connections: [Connection?] = []
    var connectionCount = 0
    var serial: UInt32 = 0
    var jobs: [UnownedJob] = []
    /// Connections with requests at hand that gave way to others.
    var turns: [Connection] = []
    var deadlines: DeadlineQueues
    let readBuffer = UnsafeMutableRawBufferPointer.allocate(byteCount: EventLoop.readBytes, alignment: 64)
    let eventBuffer = UnsafeMutableBufferPointer<PollEvent>.allocate(capacity: 256)
    /// What is to be written to the connection at hand.
    var scratch: [UInt8] = []
    var pinnedBodies = PinnedBodies()
    var now: Int64 = 0
    var date: [UInt8] = []
    var dateSecond = -1
    /// A descriptor in reserve: given up for a moment to turn a connection away when there is no other.
    var reserve: Int32 = -1
    var acceptResumesAt: Int64?
    /// Pauses of accepting since a connection was last taken.
    var acceptPauses = 0
    var drain: Drain?

    init(
        _ configuration: ServerConfiguration, listeners: [Listener], handler: any HTTPHandler, system: any SystemCalls,
        census: Census, capacity: Int
    ) throws(ServerError) {
        (self.handler, self.system, self.listeners, self.census) = (handler, system, listeners, census)
        (limits, onEvent, self.capacity) = (configuration.limits, configuration.onEvent, capacity)
        let limits = limits
        deadlines = DeadlineQueues { limits.span(of: $0).nanoseconds }
        poller = epoll_create1(Int32(EPOLL_CLOEXEC))
        waker = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
        guard poller >= 0, waker >= 0 else {
            let number = errno
            for descriptor in [poller, waker] where descriptor >= 0 { Glibc.close(descriptor) }
            throw .system(call: "epoll_create1", errno: number)
        }
        reserve = Self.openReserve()
        scratch.reserveCapacity(Self.joinedBytes * 2)
        _ = system.control(poller, .add, waker, .input, Self.wakeKey)
    }

    deinit {
        readBuffer.deallocate()
        eventBuffer.deallocate()
    }

    static func openReserve() -> Int32 { open("/dev/null", O_RDONLY | O_CLOEXEC) }

    /// Serves until the drain is over.
    func run() {
        owner.store(UInt(pthread_self()), ordering: .releasing)
        Self.blockPipeSignal()
        now = system.monotonicNanoseconds()
        watchListeners()
        while !isFinished {
            runJobs()
            takeTurns()
            let count = system.wait(poller, eventBuffer, waitMilliseconds())
            now = system.monotonicNanoseconds()
            refreshDate()
            for index in 0..<max(0, Int(count)) { handle(eventBuffer[index]) }
            expireDeadlines()
            advanceDrain()
        }
        stop()
    }

    private func handle(_ event: PollEvent) {
        if event.data == Self.wakeKey { return drainInbox() }
        if event.data >= Self.listenerKey { return acceptAll(listeners[Int(event.data - Self.listenerKey)]) }
        guard let connection = connection(UInt32(truncatingIfNeeded: event.data)), connection.key == event.data else {
            return
        }
        if event.events.contains(.output) { resume(connection) }
        if !connection.isClosed, !event.events.isDisjoint(with: [.input, .error, .hangUp]) { readable(connection) }
    }

    func connection(_ descriptor: UInt32) -> Connection? {
        Int(descriptor) < connections.count ? connections[Int(descriptor)] : nil
    }

    private func waitMilliseconds() -> Int32 {
        if !jobs.isEmpty || !turns.isEmpty { return 0 }
        var nearest = deadlines.earliest ?? .max
        if let resume = acceptResumesAt { nearest = min(nearest, resume) }
        if let drain { nearest = min(nearest, drain.nextStep) }
        if nearest == .max { return -1 }
        // Rounded up: a wait that ends a fraction too early would spin.
        return Int32(clamping: max(0, (nearest - now + 999_999) / 1_000_000))
    }

    func refreshDate() {
        let second = system.unixSeconds()
        if second != dateSecond { (dateSecond, date) = (second, HTTPDate.bytes(unixSeconds: second)) }
    }

    func emit(_ event: @autoclosure () -> ServerEvent) {
        if let onEvent { onEvent(event()) }
    }
}

extension Duration {
    /// The whole nanoseconds, within what 64 bits hold.
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflows ? .max / 2 : min(product, .max / 2) + attoseconds / 1_000_000_000
    }
}

extension ServerLimits {
    func span(of kind: DeadlineKind) -> Duration {
        switch kind {
        case .firstByte: firstByteTimeout
        case .idle: idleTimeout
        case .head: headTimeout
        case .body: bodyRatePeriod
        case .write: writeStallTimeout
        case .linger: lingerTimeout
        }
    }
}
