import HTTPCore

/// Any bytes on a connection: heads, contents, pipelined requests. The first byte chooses the limits and how the rest is
/// cut into pieces.
enum ConnectionTarget {
    /// What happened on a connection, request by request.
    private enum Outcome: Equatable {
        case request(String, body: [UInt8])
        case refused(ProtocolError)
        case sentContinue
        case end
    }

    private static let tightLimits = {
        var limits = ParserLimits()
        (limits.requestLineBytes, limits.headBytes, limits.fieldCount) = (40, 120, 4)
        (limits.chunkExtensionBytes, limits.leadingEmptyLines) = (8, 1)
        return limits
    }()

    static func check(_ bytes: [UInt8]) {
        guard let cut = bytes.first.map(Int.init) else { return }
        let (input, limits) = (Array(bytes[1...]), cut & 1 == 0 ? ParserLimits() : tightLimits)
        let whole = outcomes(input, step: max(1, input.count), isStreamed: false, limits)
        for step in [1, cut % 17 + 1, cut % 251 + 1] {
            let pieces = outcomes(input, step: step, isStreamed: false, limits)
            precondition(pieces == whole, "the outcome depends on the pieces")
        }
        let streamed = outcomes(input, step: cut % 17 + 1, isStreamed: true, limits)
        precondition(streamed == whole, "streaming changes the outcome")
        if case .request(_, let body) = whole.first {
            guard let naive = NaiveReader.firstRequest(of: input) else {
                preconditionFailure("a naive reader refuses this")
            }
            precondition(naive == body, "a naive reader sees another content")
        }
    }

    private static func outcomes(
        _ input: [UInt8], step: Int, isStreamed: Bool, _ limits: ParserLimits
    ) -> [Outcome] {
        var driver = Driver(state: ConnectionState(limits: limits), isStreamed: isStreamed)
        var position = 0
        while true {
            if position < input.count {
                driver.pending += input[position..<min(input.count, position + step)]
                position += step
            } else {
                driver.state.receiveEnd()
            }
            if !driver.drive() { return driver.found }
        }
    }

    /// Does what the state machine says, as the event loop would.
    private struct Driver {
        var state: ConnectionState
        let isStreamed: Bool
        var pending: [UInt8] = []
        var found: [Outcome] = []
        private var announced: HTTPRequest?
        private var streamed: [UInt8] = []

        init(state: ConnectionState, isStreamed: Bool) {
            (self.state, self.isStreamed) = (state, isStreamed)
        }

        /// Whether there is more to be had.
        mutating func drive() -> Bool {
            while true {
                var consumed = 0
                let bytes = pending
                let action = state.advance(bytes.span, consumed: &consumed)
                pending.removeFirst(consumed)
                switch action {
                case .needsInput: return true
                case .end:
                    found.append(.end)
                    return false
                case .refuse(let error): found.append(.refused(error))
                case .request(let request): answer(request, request.body.bytes)
                case .announced(let request): admit(request)
                case .part(let part):
                    precondition(isStreamed && !part.isEmpty, "a part that nobody waits for")
                    streamed += part
                case .partsEnd:
                    guard let request = announced else { preconditionFailure("the end of no content") }
                    answer(request, streamed)
                    streamed = []
                }
            }
        }

        private mutating func admit(_ request: HTTPRequest) {
            announced = request
            do throws(ProtocolError) {
                if try state.admit(limit: 300, isStreamed: isStreamed) { found.append(.sentContinue) }
            } catch {
                found.append(.refused(error))
            }
        }

        private mutating func answer(_ request: HTTPRequest, _ body: [UInt8]) {
            found.append(.request("\(request.method) \(request.path) \(request.query ?? "-")", body: body))
            let persists = state.persists(after: HTTPResponse(.ok))
            state.answered(closing: !persists)
        }
    }
}
