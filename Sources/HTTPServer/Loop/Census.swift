import HTTPCore

/// Counts the open connections of each address over all loops; idle where no bound is set.
final class Census: Sendable {
    private let bound: Int?
    private let counts = Locked<[String: Int]>([:])

    /// A census with a bound for one address, or none.
    init(bound: Int?) { self.bound = bound }

    /// Counts a connection in; `false` when its address has as many as it may.
    func enter(_ peer: PeerAddress) -> Bool {
        guard let bound, peer != .local else { return true }
        return counts.withLock { counts in
            let count = counts[peer.host, default: 0]
            if count >= bound { return false }
            counts[peer.host] = count + 1
            return true
        }
    }

    /// Counts a connection out.
    func leave(_ peer: PeerAddress) {
        guard bound != nil, peer != .local else { return }
        counts.withLock { counts in
            let count = counts[peer.host, default: 1] - 1
            counts[peer.host] = count > 0 ? count : nil
        }
    }
}
