import Glibc
import HTTPCore

extension EventLoop {
    /// Writes what is to be written now, with a large content behind it that is not copied; the rest waits its turn.
    func flush(_ connection: Connection, with content: [UInt8] = []) {
        guard !connection.isClosed else { return scratch.removeAll(keepingCapacity: true) }
        if connection.output.isEmpty {
            if !content.isEmpty, let file = pinnedBodies.file(for: content) {
                writeFile(connection, file, content)
            } else if !scratch.isEmpty || !content.isEmpty {
                writeDirectly(connection, content)
            }
        } else {
            connection.output.append(scratch)
            connection.output.append(content)
            writeQueued(connection)
        }
        // One large part must not be paid for ever after.
        scratch.removeAll(keepingCapacity: scratch.capacity <= Self.keptScratchBytes)
    }

    private func writeDirectly(_ connection: Connection, _ content: [UInt8]) {
        var count: Int
        repeat {
            count = scratch.withUnsafeBytes { first in
                content.withUnsafeBytes { system.send(connection.descriptor, first, $0, ends: connection.isEnding) }
            }
        } while count == Int(-EINTR)
        if count < 0, count != Int(-EAGAIN) { return close(connection, .failed(Int32(-count))) }
        let written = max(0, count)
        connection.progress += written
        connection.output.append(scratch, from: min(written, scratch.count))
        connection.output.append(content, from: max(0, written - scratch.count))
    }

    /// Writes the head, held back to share a segment with what follows, and the content by reference. Whatever does not go
    /// at once is queued as bytes.
    private func writeFile(_ connection: Connection, _ file: Int32, _ content: [UInt8]) {
        let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
        let headCount = scratch.withUnsafeBytes { system.send(connection.descriptor, $0, nothing, ends: true) }
        guard headCount == scratch.count else {
            if headCount > 0 { scratch.removeFirst(headCount) }
            return writeDirectly(connection, content)
        }
        let count = system.sendFile(connection.descriptor, file, content.count)
        if count < 0, count != Int(-EAGAIN), count != Int(-EINTR) {
            return close(connection, .failed(Int32(-count)))
        }
        connection.progress += headCount + max(0, count)
        connection.output.append(content, from: max(0, count))
    }

    private func writeQueued(_ connection: Connection) {
        var count: Int
        repeat {
            count = connection.output.write { system.send(connection.descriptor, $0, $1, ends: connection.isEnding) }
        } while count == Int(-EINTR)
        if count < 0, count != Int(-EAGAIN) { return close(connection, .failed(Int32(-count))) }
        connection.progress += max(0, count)
    }

    /// Ends a step: writes, closes what is to be closed, and sets what is watched and waited for.
    func settle(_ connection: Connection) {
        flush(connection)
        guard !connection.isClosed else { return }
        if connection.output.isEmpty {
            if case .closing(let reason) = connection.stage {
                finishClosing(connection, reason)
                if connection.isClosed { return }
            }
            if let exchange = connection.exchange, let waiter = exchange.waiter {
                exchange.waiter = nil
                waiter.resume(returning: true)
            }
        }
        if connection.isHeld, connection.output.byteCount < limits.pendingOutputBytes {
            connection.isHeld = false
            yieldTurn(connection)
        }
        watch(connection)
        setDeadline(connection)
    }

    private func watch(_ connection: Connection) {
        var wanted: PollEvents = wantsInput(connection) ? .input : []
        if !connection.output.isEmpty { wanted.insert(.output) }
        if connection.isWatched, wanted == connection.interest { return }
        // Errors and hang-ups are reported whatever is asked for, so a peer that is gone is not watched for nothing.
        if !connection.isWatched, wanted.isEmpty { return }
        let operation: PollOperation = connection.isWatched ? .change : .add
        let result = system.control(poller, operation, connection.descriptor, wanted, connection.key)
        if result < 0 { return close(connection, .failed(-result)) }
        connection.isWatched = true
        connection.interest = wanted
    }

    /// What was to be written is out: closes at once where the peer expects it and has sent nothing more, else reads to the
    /// end first (RFC 9112 section 9.6).
    func finishClosing(_ connection: Connection, _ reason: CloseReason) {
        if connection.hasEnded || (connection.state.peerCloses && connection.pending.isEmpty) {
            return close(connection, reason)
        }
        _ = system.shutdownSending(connection.descriptor)
        connection.stage = .lingering(reason)
        connection.pending = []
        connection.progress = 0
    }

    func endLinger(_ connection: Connection) {
        if case .lingering(let reason) = connection.stage { close(connection, reason) }
    }

    /// Gives everything back.
    func close(_ connection: Connection, _ reason: CloseReason) {
        guard !connection.isClosed else { return }
        var reason = reason
        if case .lingering(let first) = connection.stage { reason = first }
        connection.stage = .closed
        connection.pending = []
        connection.output = OutputQueue()
        deadlines.clear(connection.descriptor)
        connections[Int(connection.descriptor)] = nil
        connectionCount -= 1
        census.leave(connection.peer)
        // A closed descriptor leaves the poller by itself.
        _ = system.close(connection.descriptor)
        if let exchange = connection.exchange {
            connection.exchange = nil
            exchange.channel?.finish(.failure(.disconnected))
            exchange.task?.cancel()
            exchange.waiter?.resume(returning: false)
            exchange.waiter = nil
        }
        emit(.closed(connection.peer, reason))
    }
}
