import Glibc
import HTTPCore

extension EventLoop {
    /// Connections with requests at hand that go on between two looks at the sockets.
    private static let turnsAtOnce = 2

    /// Reads what came and goes as far as it leads.
    func readable(_ connection: Connection) {
        if connection.isLingering { return dropInput(connection) }
        let count = system.receive(connection.descriptor, readBuffer)
        switch count {
        case 1...:
            connection.progress += count
            let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(readBuffer)[..<count])
            take(connection, bytes.assumingMemoryBound(to: UInt8.self))
        case 0 where connection.hasEnded:
            unwatch(connection)
        case 0:
            connection.hasEnded = true
            connection.state.receiveEnd()
            takePending(connection)
        case Int(-EAGAIN), Int(-EINTR): break
        default: return close(connection, .failed(Int32(-count)))
        }
        settle(connection)
    }

    /// A hang-up of a peer whose end was seen already would be reported over and over.
    private func unwatch(_ connection: Connection) {
        _ = system.control(poller, .remove, connection.descriptor, [], 0)
        connection.isWatched = false
        connection.interest = []
    }

    /// Works on fresh bytes where they are; only what is left over is kept.
    private func take(_ connection: Connection, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard connection.pending.isEmpty else {
            connection.pending.append(contentsOf: bytes)
            return takePending(connection)
        }
        let used = drive(connection, bytes.span)
        if used < bytes.count, !connection.isClosed { connection.pending = Array(bytes[used...]) }
    }

    /// Works on the bytes that were kept.
    func takePending(_ connection: Connection) {
        let bytes = connection.pending
        connection.pending = []
        let used = drive(connection, bytes.span)
        guard used < bytes.count, !connection.isClosed else { return }
        connection.pending = used == 0 ? bytes : Array(bytes[used...])
    }

    /// Lets the state machine eat, and does what it says; returns the number of bytes eaten.
    private func drive(_ connection: Connection, _ input: Span<UInt8>) -> Int {
        var offset = 0
        let firstAnswer = connection.answers
        while mayAdvance(connection) {
            if connection.answers - firstAnswer >= limits.pipelineDepth {
                yieldTurn(connection)
                break
            }
            var used = 0
            let action = connection.state.advance(input.extracting(offset..<input.count), consumed: &used)
            offset += used
            switch action {
            case .needsInput: return offset
            case .request(let request): dispatch(connection, request)
            case .announced(let request): admit(connection, request)
            case .part(let part): connection.exchange?.channel?.push(part)
            case .partsEnd: connection.exchange?.channel?.finish(.success(()))
            case .refuse(let error): refuse(connection, error)
            case .end:
                if connection.exchange == nil { finishClosing(connection, .finished) }
                return offset
            }
        }
        return offset
    }

    /// Requests wait while one is being answered, while a slow reader has not taken what it asked for, and while the
    /// handler of a streamed content has not caught up.
    private func mayAdvance(_ connection: Connection) -> Bool {
        if scratch.count >= limits.pendingOutputBytes { flush(connection) }
        guard connection.isOpen else { return false }
        guard connection.output.byteCount < limits.pendingOutputBytes else {
            connection.isHeld = true
            return false
        }
        return !(connection.exchange?.channel?.isFull ?? false)
    }

    /// Whether more may be read from the socket.
    func wantsInput(_ connection: Connection) -> Bool {
        if connection.isLingering { return true }
        guard connection.isOpen, !connection.hasEnded, !connection.hasTurn else { return false }
        return connection.pending.count < limits.pendingInputBytes
            && connection.output.byteCount < limits.pendingOutputBytes
            && !(connection.exchange?.channel?.isFull ?? false)
    }

    func yieldTurn(_ connection: Connection) {
        guard !connection.hasTurn else { return }
        connection.hasTurn = true
        turns.append(connection)
    }

    /// Goes on with the connections that gave way, a few at a time: with all of them, a flood of pipelined requests on
    /// hundreds of connections would keep a single good request waiting for one turn of each.
    func takeTurns() {
        guard !turns.isEmpty else { return }
        let batch = turns.prefix(Self.turnsAtOnce)
        turns.removeFirst(batch.count)
        for connection in batch where !connection.isClosed {
            connection.hasTurn = false
            takePending(connection)
            settle(connection)
        }
    }

    /// Asks the handler what is to be done with the content.
    private func admit(_ connection: Connection, _ request: HTTPRequest) {
        var request = request
        request.peer = connection.peer
        let policy = handler.bodyPolicy(for: request)
        do throws(ProtocolError) {
            switch policy {
            case .collect(let limit):
                try letIn(connection, limit, isStreamed: false)
            case .stream(let limit):
                try letIn(connection, limit, isStreamed: true)
                let channel = BodyChannel(capacity: limits.pendingInputBytes) { [weak self, weak connection] in
                    guard let connection else { return }
                    self?.perform { $0.resume(connection) }
                }
                request.body = .stream(RequestBodyStream { try await channel.next() })
                startTask(connection, request, channel: channel)
            case .refuse(let response):
                answer(connection, request, response)
            }
        } catch {
            refuse(connection, error)
        }
    }

    private func letIn(_ connection: Connection, _ limit: Int, isStreamed: Bool) throws(ProtocolError) {
        if try connection.state.admit(limit: limit, isStreamed: isStreamed) {
            scratch.append(contentsOf: ResponseWriter.continueLine)
        }
    }

    /// Goes on after a pause: the answer is out, the output drained, or the content was taken.
    func resume(_ connection: Connection) {
        guard !connection.isClosed else { return }
        if !connection.hasTurn { takePending(connection) }
        settle(connection)
    }

    /// Reads a closing connection to its end, so that the peer sees the last answer and not a reset.
    private func dropInput(_ connection: Connection) {
        let count = system.receive(connection.descriptor, readBuffer)
        if count == Int(-EAGAIN) || count == Int(-EINTR) { return }
        connection.progress += max(0, count)
        if count <= 0 || connection.progress > limits.lingerBytes { endLinger(connection) }
    }
}
