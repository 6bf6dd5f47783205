import HTTPCore
import Synchronization

extension EventLoop {
    /// Answers a whole request: at once where the handler can, else by a task on this loop.
    func dispatch(_ connection: Connection, _ request: HTTPRequest) {
        var request = request
        request.peer = connection.peer
        if let response = handler.respondNow(to: request) {
            answer(connection, request, response)
        } else {
            startTask(connection, request, channel: nil)
        }
    }

    func startTask(_ connection: Connection, _ request: HTTPRequest, channel: BodyChannel?) {
        let exchange = Exchange(request, started: onEvent == nil ? now : system.monotonicNanoseconds())
        exchange.channel = channel
        connection.exchange = exchange
        let handler = handler
        exchange.task = Task(executorPreference: self) {
            let response = await handler.respond(to: request)
            await self.deliver(connection, exchange, response)
        }
    }

    /// Answers a request that was read in this very step.
    func answer(_ connection: Connection, _ request: HTTPRequest, _ response: HTTPResponse) {
        let exchange = Exchange(request, started: onEvent == nil ? now : system.monotonicNanoseconds())
        begin(connection, exchange, response)
        if case .stream(let stream) = response.body, sendsContent(connection, response) {
            connection.exchange = exchange
            exchange.task = Task(executorPreference: self) {
                await self.send(connection, exchange, stream)
                self.resume(connection)
            }
        } else {
            finish(connection, exchange, isComplete: true)
        }
    }

    /// Sends the answer of a task. Runs on the loop, since the task prefers it.
    private func deliver(_ connection: Connection, _ exchange: Exchange, _ response: HTTPResponse) async {
        guard connection.exchange === exchange, !connection.isClosed else { return }
        begin(connection, exchange, response)
        if case .stream(let stream) = response.body, sendsContent(connection, response) {
            await send(connection, exchange, stream)
        } else {
            finish(connection, exchange, isComplete: true)
        }
        resume(connection)
    }

    /// Writes the head, and the content where it is at hand.
    private func begin(_ connection: Connection, _ exchange: Exchange, _ response: HTTPResponse) {
        // A stream of unknown length for HTTP/1.0 is ended by the close alone (RFC 9112 section 6.3, rule 8).
        let isEndedByClose = isUnframedStream(connection, response)
        let isKept = !isEndedByClose && !isStopping.load(ordering: .acquiring)
        let persists = isKept && connection.state.persists(after: response)
        let context = context(connection, persists)
        exchange.persists = persists
        exchange.status = response.status
        exchange.hasBegun = true
        connection.answers += 1
        let before = scratch.count
        if date.isEmpty { refreshDate() }
        ResponseWriter.writeHead(of: response, context, date: date, to: &scratch)
        exchange.responseBytes = scratch.count - before
        guard case .bytes(let bytes) = response.body, ResponseWriter.sendsContent(response, context) else { return }
        exchange.responseBytes += bytes.count
        if bytes.count <= Self.joinedBytes {
            scratch.append(contentsOf: bytes)
        } else {
            flush(connection, with: bytes)
        }
    }

    private func isUnframedStream(_ connection: Connection, _ response: HTTPResponse) -> Bool {
        guard case .stream(let stream) = response.body, connection.state.version == .http10 else { return false }
        return stream.length == nil && sendsContent(connection, response)
    }

    private func context(_ connection: Connection, _ persists: Bool) -> ResponseWriter.Context {
        ResponseWriter.Context(method: connection.state.method, version: connection.state.version, persists: persists)
    }

    private func sendsContent(_ connection: Connection, _ response: HTTPResponse) -> Bool {
        ResponseWriter.sendsContent(response, context(connection, true))
    }

    /// The answer is out, or as far out as it will get.
    private func finish(_ connection: Connection, _ exchange: Exchange, isComplete: Bool) {
        if let onEvent {
            onEvent(
                .finished(
                    RequestRecord(
                        peer: connection.peer, method: exchange.method, path: exchange.path, status: exchange.status,
                        requestBytes: connection.state.contentBytes, responseBytes: exchange.responseBytes,
                        duration: .nanoseconds(system.monotonicNanoseconds() - exchange.started),
                        isComplete: isComplete)))
        }
        exchange.channel?.finish(.failure(.disconnected))
        connection.exchange = nil
        guard !connection.isClosed else { return }
        connection.state.answered(closing: !exchange.persists || !isComplete)
        if connection.state.isClosing { connection.stage = .closing(isComplete ? .finished : .cut) }
    }

    /// Answers what broke the protocol, and closes.
    func refuse(_ connection: Connection, _ error: ProtocolError) {
        emit(.refused(connection.peer, error))
        if let exchange = connection.exchange {
            // A streamed content: its handler is told, and what it answers is the last answer.
            exchange.channel?.finish(.failure(error == .incomplete ? .disconnected : .refused(error)))
            return
        }
        var response = handler.refusal(of: error)
        response.closesConnection = true
        connection.answers += 1
        if date.isEmpty { refreshDate() }
        ResponseWriter.writeHead(of: response, context(connection, false), date: date, to: &scratch)
        if case .bytes(let bytes) = response.body, sendsContent(connection, response) {
            scratch.append(contentsOf: bytes)
        }
        connection.state.close()
        connection.stage = .closing(.finished)
    }
}

extension EventLoop {
    /// What ends a streamed answer early.
    private enum StreamFailure: Error { case disconnected, wrongLength }

    /// Sends the parts of a streamed answer, each when the one before has been taken.
    private func send(_ connection: Connection, _ exchange: Exchange, _ stream: ResponseStream) async {
        let isChunked = stream.length == nil && connection.state.version == .http11
        var isComplete = true
        do {
            let next = stream.start()
            var remaining = stream.length ?? .max
            settle(connection)
            while let part = try await next() {
                guard part.count <= remaining else { throw StreamFailure.wrongLength }
                remaining -= part.count
                try await send(part, isChunked: isChunked, connection, exchange)
            }
            if stream.length != nil, remaining > 0 { throw StreamFailure.wrongLength }
            if isChunked, !connection.isClosed {
                scratch.append(contentsOf: ResponseWriter.lastChunk)
                exchange.responseBytes += ResponseWriter.lastChunk.count
            }
        } catch {
            isComplete = false
        }
        if connection.exchange === exchange { finish(connection, exchange, isComplete: isComplete) }
    }

    private func send(
        _ part: [UInt8], isChunked: Bool, _ connection: Connection, _ exchange: Exchange
    ) async throws {
        guard !connection.isClosed else { throw StreamFailure.disconnected }
        let before = scratch.count
        if isChunked { ResponseWriter.writeChunk(part, to: &scratch) } else { scratch.append(contentsOf: part) }
        exchange.responseBytes += scratch.count - before
        settle(connection)
        guard !connection.isClosed else { throw StreamFailure.disconnected }
        guard !connection.output.isEmpty else { return }
        let isThere = await withCheckedContinuation { exchange.waiter = $0 }
        if !isThere { throw StreamFailure.disconnected }
    }
}
