import HTTPCore

extension EventLoop {
    /// Sets the deadline that fits what the connection waits for now; the same wait keeps its deadline.
    func setDeadline(_ connection: Connection) {
        guard !connection.isClosed else { return }
        let wanted = deadlineKind(connection)
        let current = deadlines.kind(of: connection.descriptor)
        if wanted == current, connection.deadlineAnswers == connection.answers { return }
        connection.deadlineAnswers = connection.answers
        guard let wanted else { return deadlines.clear(connection.descriptor) }
        connection.progress = 0
        deadlines.set(connection.descriptor, wanted, now: now)
    }

    private func deadlineKind(_ connection: Connection) -> DeadlineKind? {
        if connection.isLingering { return .linger }
        if !connection.output.isEmpty { return .write }
        switch connection.state.expectation(pending: connection.pending.count) {
        case .request: return connection.answers == 0 ? .firstByte : .idle
        case .head: return .head
        // A handler that does not read its content is not the peer's fault.
        case .body: return connection.exchange?.channel?.isFull ?? false ? nil : .body
        case .nothing: return nil
        }
    }

    func expireDeadlines() {
        resumeAccept()
        while let (descriptor, kind) = deadlines.popExpired(now: now) {
            guard let connection = connection(UInt32(descriptor)) else { continue }
            expire(connection, kind)
        }
    }

    private func expire(_ connection: Connection, _ kind: DeadlineKind) {
        switch kind {
        case .linger: return endLinger(connection)
        case .firstByte, .idle: finishClosing(connection, .timedOut)
        case .head: refuse(connection, .headTooSlow)
        case .body:
            if !keepsRate(connection, limits.bodyRatePeriod) {
                connection.state.close()
                refuse(connection, .bodyTooSlow)
            }
        case .write:
            if !keepsRate(connection, limits.writeStallTimeout) { return close(connection, .timedOut) }
        }
        settle(connection)
    }

    /// Whether enough bytes moved since the deadline was set.
    private func keepsRate(_ connection: Connection, _ period: Duration) -> Bool {
        let wanted = Double(limits.bodyBytesPerSecond) * Double(period.nanoseconds) / 1e9
        return Double(connection.progress) >= wanted
    }
}
