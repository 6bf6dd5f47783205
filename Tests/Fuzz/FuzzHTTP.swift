import HTTPCore

/// libFuzzer's entry: the first byte chooses what is fuzzed, the second how the rest is cut into pieces.
///
/// Oracles: nothing traps; the outcome does not depend on the pieces; what is accepted, a second and naive reader accepts
/// too; what is written is read back the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count >= 2 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: bytes + 2, count: count - 2))
    let cut = Int(bytes[1])
    switch bytes[0] & 3 {
    case 0: checkConnection(input, cut, ParserLimits())
    case 1: checkConnection(input, cut, tightLimits)
    case 2: checkChunks(input, cut)
    default: checkQuery(input)
    }
    return 0
}

private let tightLimits = {
    var limits = ParserLimits()
    (limits.requestLineBytes, limits.headBytes, limits.fieldCount) = (40, 120, 4)
    (limits.chunkExtensionBytes, limits.leadingEmptyLines) = (8, 1)
    return limits
}()

/// What happened on a connection, request by request.
private enum Outcome: Equatable {
    case request(String)
    case refused(ProtocolError)
    case sentContinue
    case end
}

private func checkConnection(_ input: [UInt8], _ cut: Int, _ limits: ParserLimits) {
    let whole = outcomes(input, step: max(1, input.count), limits)
    precondition(outcomes(input, step: cut % 17 + 1, limits) == whole, "the outcome depends on the pieces")
    precondition(outcomes(input, step: cut % 251 + 1, limits) == whole, "the outcome depends on the pieces")
    if case .request = whole.first { precondition(NaiveReader.acceptsFirstHead(input), "a naive reader refuses this") }
}

private func outcomes(_ input: [UInt8], step: Int, _ limits: ParserLimits) -> [Outcome] {
    var state = ConnectionState(limits: limits)
    var found: [Outcome] = []
    var (pending, position): ([UInt8], Int) = ([], 0)
    while true {
        if position < input.count {
            pending += input[position..<min(input.count, position + step)]
            position += step
        } else {
            state.receiveEnd()
        }
        if !drive(&state, &pending, &found) { return found }
    }
}

/// Whether there is more to be had.
private func drive(_ state: inout ConnectionState, _ pending: inout [UInt8], _ found: inout [Outcome]) -> Bool {
    while true {
        var consumed = 0
        let action = state.advance(pending.span, consumed: &consumed)
        pending.removeFirst(consumed)
        switch action {
        case .needsInput: return true
        case .end:
            found.append(.end)
            return false
        case .refuse(let error): found.append(.refused(error))
        case .request(let request):
            found.append(.request("\(request.method) \(request.path) \(request.query ?? "-") \(request.body.bytes)"))
            state.answered(closing: !state.persists(after: HTTPResponse(.ok)))
        case .announced:
            do throws(ProtocolError) {
                if try state.admit(limit: 300, isStreamed: false) { found.append(.sentContinue) }
            } catch {
                found.append(.refused(error))
            }
        case .part, .partsEnd: preconditionFailure("a collected content came in parts")
        }
    }
}

/// Any bytes as a chunked content, in pieces and whole; and as content that is chunked and read back.
private func checkChunks(_ input: [UInt8], _ cut: Int) {
    precondition(
        decoded(input, step: max(1, input.count)) == decoded(input, step: cut % 29 + 1), "depends on the pieces")
    var wire: [UInt8] = []
    for start in stride(from: 0, to: input.count, by: cut + 1) {
        ResponseWriter.writeChunk(Array(input[start..<min(input.count, start + cut + 1)]), to: &wire)
    }
    wire += ResponseWriter.lastChunk
    precondition(decoded(wire, step: 7) == .success(input), "what was written is not what is read")
}

private func decoded(_ input: [UInt8], step: Int) -> Result<[UInt8], ProtocolError> {
    var decoder = ChunkedDecoder(limit: 1 << 16)
    var output: [UInt8] = []
    do throws(ProtocolError) {
        for start in stride(from: 0, to: input.count, by: step) where !decoder.isDone {
            _ = try decoder.decode(Array(input[start..<min(input.count, start + step)]).span, into: &output)
        }
    } catch {
        return .failure(error)
    }
    return .success(output)
}

private func checkQuery(_ input: [UInt8]) {
    let text = String(decoding: input, as: UTF8.self)
    _ = try? QueryItem.parse(text)
    _ = RoutePattern(text)
    let back = try? PercentDecoding.decode(PercentDecoding.encode(text))
    precondition(back == text, "what was encoded is not what is decoded")
    _ = Router([]).respondNow(to: HTTPRequest(method: .get, target: text))
}
