import HTTPCore

/// What a connection made of some bytes: one line for each request or refusal.
struct Trace: Equatable, CustomStringConvertible {
    var lines: [String] = []

    var description: String { lines.joined(separator: " | ") }

    /// Feeds bytes in pieces and lets every request be answered at once, as a driver does.
    init(_ bytes: [UInt8], pieces: [Int], end: Bool = true, limit: Int = 1 << 20, limits: ParserLimits = ParserLimits())
    {
        var state = ConnectionState(limits: limits)
        var pending: [UInt8] = []
        var position = 0
        for count in pieces {
            pending += bytes[position..<min(bytes.count, position + count)]
            position = min(bytes.count, position + count)
            drive(&state, &pending, limit)
        }
        if end {
            state.receiveEnd()
            drive(&state, &pending, limit)
        }
    }

    /// Feeds all bytes at once.
    init(_ text: String, end: Bool = true, limit: Int = 1 << 20) {
        let bytes = Array(text.utf8)
        self.init(bytes, pieces: [bytes.count], end: end, limit: limit)
    }

    private mutating func drive(_ state: inout ConnectionState, _ pending: inout [UInt8], _ limit: Int) {
        while true {
            var consumed = 0
            let action = state.advance(pending.span, consumed: &consumed)
            pending.removeFirst(consumed)
            switch action {
            case .needsInput: return
            case .end:
                if lines.last != "end" { lines.append("end") }
                return
            case .request(let request):
                lines.append(Self.line(request))
                state.answered(closing: !state.persists(after: HTTPResponse(.ok)))
            case .announced(let request): admit(&state, request, limit)
            case .part, .partsEnd: lines.append("unexpected part")
            case .refuse(let error): lines.append("\(error.status.code) \(error)")
            }
        }
    }

    private mutating func admit(_ state: inout ConnectionState, _ request: HTTPRequest, _ limit: Int) {
        do throws(ProtocolError) {
            if try state.admit(limit: limit, isStreamed: false) { lines.append("100") }
        } catch {
            lines.append("\(error.status.code) \(error)")
        }
    }

    private static func line(_ request: HTTPRequest) -> String {
        let query = request.query.map { "?\($0)" } ?? ""
        let fields = request.fields.pairs.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
        let body = request.body.bytes
        let checksum = body.reduce(into: UInt64(14_695_981_039_346_656_037)) {
            $0 = ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        return
            "\(request.method) \(request.path)\(query) \(request.authority ?? "-") [\(fields)] \(body.count):\(checksum)"
    }
}
