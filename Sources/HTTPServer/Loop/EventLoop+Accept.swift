import Glibc
import HTTPCore

extension EventLoop {
    /// Connections accepted before others get their turn.
    private static let acceptBatch = 64
    /// How long accepting rests when there is no descriptor and nothing to shed: long enough not to spin.
    private static let acceptPause: Int64 = 100_000_000
    /// Pauses in a row, one second together, after which waiting connections are turned away.
    private static let pausesBeforeTurningAway = 10
    /// Connections of a kind that are looked at in search of one that is idle.
    private static let shedAttempts = 16

    func watchListeners() {
        for (index, listener) in listeners.enumerated() where listener.descriptor >= 0 {
            // A socket that several loops watch wakes one of them.
            let events: PollEvents = listener.isReusable ? .input : [.input, .exclusive]
            _ = system.control(poller, .add, listener.descriptor, events, Self.listenerKey + UInt64(index))
        }
    }

    func unwatchListeners() {
        for listener in listeners where listener.descriptor >= 0 {
            _ = system.control(poller, .remove, listener.descriptor, [], 0)
        }
    }

    func acceptAll(_ listener: Listener) {
        guard listener.descriptor >= 0 else { return }
        // An accept that finds nothing is dear, since the kernel makes a socket and a file before it looks: so many are
        // accepted as wait, and one where that cannot be told (or is told wrongly), since the poller asks again.
        let waiting = system.waiting(listener.descriptor)
        for _ in 0..<min(max(1, Int(waiting)), Self.acceptBatch) {
            if !acceptOne(listener) { return }
        }
    }

    /// Takes one connection; whether it is worth to try for the next at once.
    func acceptOne(_ listener: Listener) -> Bool {
        var (descriptor, peer) = system.accept(listener.descriptor)
        if Self.isExhaustion(-descriptor), shedOldest() { (descriptor, peer) = system.accept(listener.descriptor) }
        switch -descriptor {
        case ..<1: break
        case EINTR, ECONNABORTED, EPROTO: return true
        case let number where Self.isExhaustion(number):
            pauseAccept(listener)
            return false
        default: return false
        }
        if connectionCount >= capacity, !shedOldest() {
            turnAway(descriptor, peer, .tooMany)
        } else if !census.enter(peer) {
            turnAway(descriptor, peer, .tooManyFromAddress)
        } else {
            welcome(descriptor, peer)
        }
        return true
    }

    /// Whether an error says that there is no descriptor or no memory for a connection.
    private static func isExhaustion(_ number: Int32) -> Bool {
        switch number {
        case EMFILE, ENFILE, ENOBUFS, ENOMEM: true
        default: false
        }
    }

    private func welcome(_ descriptor: Int32, _ peer: PeerAddress) {
        acceptPauses = 0
        serial = serial == 0x7fff_ffff ? 1 : serial + 1
        let connection = Connection(descriptor: descriptor, serial: serial, peer: peer, limits: limits)
        while connections.count <= Int(descriptor) { connections.append(nil) }
        connections[Int(descriptor)] = connection
        connectionCount += 1
        emit(.accepted(peer))
        // The first request has mostly come by now: it is answered without a round through the poller.
        readable(connection)
    }

    private func turnAway(_ descriptor: Int32, _ peer: PeerAddress?, _ reason: TurnedAwayReason) {
        emit(.turnedAway(peer, reason))
        _ = system.close(descriptor)
    }

    /// No descriptor was left and nothing was idle: accepting pauses, since the poller would report the same connections again
    /// at once. They wait in the kernel's queue; when no place has come free for long, they are turned away by means of the
    /// reserve, rather than left to hang.
    private func pauseAccept(_ listener: Listener) {
        if acceptPauses >= Self.pausesBeforeTurningAway { turnAwayAll(listener) }
        guard acceptResumesAt == nil, drain == nil else { return }
        acceptPauses += 1
        emit(.acceptPaused)
        unwatchListeners()
        acceptResumesAt = now + Self.acceptPause
    }

    private func turnAwayAll(_ listener: Listener) {
        guard reserve >= 0 else { return }
        _ = Glibc.close(reserve)
        for _ in 0..<Self.acceptBatch {
            let (descriptor, peer) = system.accept(listener.descriptor)
            if descriptor < 0 { break }
            turnAway(descriptor, peer, .outOfDescriptors)
        }
        reserve = Self.openReserve()
    }

    func resumeAccept() {
        guard let time = acceptResumesAt, time <= now else { return }
        acceptResumesAt = nil
        if reserve < 0 { reserve = Self.openReserve() }
        if drain == nil {
            watchListeners()
            emit(.acceptResumed)
        }
    }

    /// Closes the connection that has been idle for longest: those that have had their last answer first, then kept ones,
    /// then those that never sent a byte, then those that dawdle over a head.
    ///
    /// Each is read once more before: a request that has come meanwhile is served, since its sender cannot know that the
    /// connection was about to go.
    private func shedOldest() -> Bool {
        for kind in [DeadlineKind.linger, .idle, .firstByte, .head] {
            for _ in 0..<Self.shedAttempts {
                guard let descriptor = deadlines.oldest(kind), let connection = connection(UInt32(descriptor)) else {
                    break
                }
                readable(connection)
                if connection.isClosed { return true }
                guard deadlines.oldest(kind) == descriptor else { continue }
                close(connection, .shed)
                return true
            }
        }
        return false
    }
}
