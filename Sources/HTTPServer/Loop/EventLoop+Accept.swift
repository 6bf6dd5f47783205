import Glibc
import HTTPCore

extension EventLoop {
    /// Connections accepted before others get their turn.
    private static let acceptBatch = 64
    /// How long accepting rests when there is no descriptor and nothing to shed: long enough not to spin.
    private static let acceptPause: Int64 = 100_000_000
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
        for _ in 0..<Self.acceptBatch where acceptOne(listener) {
            continue
        }
    }

    /// Takes one connection; whether it is worth to try for the next at once.
    func acceptOne(_ listener: Listener) -> Bool {
        let (descriptor, peer) = system.accept(listener.descriptor)
        switch -descriptor {
        case ..<1: break
        case EINTR, ECONNABORTED, EPROTO: return true
        case EMFILE, ENFILE, ENOBUFS, ENOMEM: return makeRoom(listener)
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

    private func welcome(_ descriptor: Int32, _ peer: PeerAddress) {
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

    /// No descriptor was left: an idle connection gives way; failing that, the waiting one is turned away by means of
    /// the reserve, and accepting pauses, since the poller would report the same connection again at once.
    private func makeRoom(_ listener: Listener) -> Bool {
        if shedOldest() { return true }
        if reserve >= 0 {
            _ = Glibc.close(reserve)
            let (descriptor, peer) = system.accept(listener.descriptor)
            if descriptor >= 0 { turnAway(descriptor, peer, .outOfDescriptors) }
            reserve = Self.openReserve()
        }
        if acceptResumesAt == nil, drain == nil {
            emit(.acceptPaused)
            unwatchListeners()
            acceptResumesAt = now + Self.acceptPause
        }
        return false
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
