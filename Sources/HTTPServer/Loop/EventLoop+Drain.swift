import CLinux
import Glibc
import HTTPCore
import Synchronization

/// How far a graceful stop is.
struct Drain: Sendable {
    /// When the listening sockets are closed: connections that were being made meanwhile are still taken.
    let closesListeners: Int64
    /// When kept connections that ask nothing are half-closed.
    let closesIdle: Int64
    /// When all is cut.
    let cutsAll: Int64
    var listenersAreClosed = false
    var idleIsClosed = false

    /// The next time at which something is to be done.
    var nextStep: Int64 {
        if !listenersAreClosed { return closesListeners }
        return idleIsClosed ? cutsAll : closesIdle
    }
}

extension EventLoop {
    /// Time in which handshakes that had begun may end: a slow peer's round trip.
    private static let handshakeTime: Int64 = 50_000_000

    var isFinished: Bool {
        guard let drain, drain.listenersAreClosed else { return false }
        return connectionCount == 0
    }

    /// Asks for a graceful stop, from any thread.
    func askToStop(grace: Duration, deadline: Duration) {
        isStopping.store(true, ordering: .releasing)
        perform { $0.beginDrain(grace: grace, deadline: deadline) }
    }

    /// Begins a graceful stop: new connections are no longer made, what was made is taken and answered with
    /// `Connection: close`, idle ones are half-closed after the grace, and all is cut at the deadline.
    private func beginDrain(grace: Duration, deadline: Duration) {
        guard drain == nil else { return }
        now = system.monotonicNanoseconds()
        let idle = now + grace.nanoseconds
        drain = Drain(
            closesListeners: min(idle, now + Self.handshakeTime), closesIdle: idle,
            cutsAll: max(idle, now + deadline.nanoseconds))
        for listener in listeners {
            if let path = listener.path { unlink(path) }
            // What waits in a supervisor's socket is for the next process.
            if listener.isInherited { continue }
            if listener.port != nil { _ = clinux_drop_handshakes(listener.descriptor) }
        }
        if listeners.contains(where: \.isInherited) { unwatchListeners() }
    }

    func advanceDrain() {
        guard var drain else { return }
        if !drain.listenersAreClosed, now >= drain.closesListeners {
            closeListeners()
            drain.listenersAreClosed = true
        }
        if !drain.idleIsClosed, now >= drain.closesIdle {
            drain.idleIsClosed = true
            closeIdle()
        }
        self.drain = drain
        if now >= drain.cutsAll { cutAll() }
    }

    private func closeListeners() {
        for listener in listeners {
            while !listener.isInherited, acceptOne(listener) {}
            _ = system.control(poller, .remove, listener.descriptor, [], 0)
            if listener.isReusable { _ = Glibc.close(listener.descriptor) }
        }
    }

    private func closeIdle() {
        for kind in [DeadlineKind.idle, .firstByte] {
            for descriptor in deadlines.all(kind) {
                guard let connection = connection(UInt32(descriptor)) else { continue }
                finishClosing(connection, .stopped)
                settle(connection)
            }
        }
    }

    private func cutAll() {
        for connection in connections.compactMap({ $0 }) { close(connection, .stopped) }
    }

    /// Refuses messages from now on, and brings the jobs that are there to an end.
    func stop() {
        let rest = inbox.withLock { inbox in
            inbox.isStopped = true
            defer { inbox.messages = [] }
            return inbox.messages
        }
        for case .job(let job) in rest { jobs.append(job) }
        while !jobs.isEmpty { runJobs() }
        pinnedBodies.removeAll()
        owner.store(0, ordering: .releasing)
        for descriptor in [poller, waker, reserve] where descriptor >= 0 { _ = Glibc.close(descriptor) }
    }
}
