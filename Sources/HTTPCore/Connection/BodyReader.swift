/// Reads one content by its framing, and keeps it or passes it on.
struct BodyReader: Sendable {
    private enum Measure: Sendable {
        case length(remaining: Int)
        case chunked(ChunkedDecoder)
    }

    private var measure = Measure.length(remaining: 0)
    /// The decoded bytes that were not handed on yet.
    private(set) var collected: [UInt8] = []
    /// The bytes decoded so far.
    private(set) var byteCount = 0

    /// A reader of no content.
    init() {}

    /// A reader of a content that `framing` delimits.
    ///
    /// - Throws: ``ProtocolError/bodyTooLarge`` when the announced length is above the limit.
    init(_ framing: Framing, limit: Int, limits: ParserLimits) throws(ProtocolError) {
        switch framing {
        case .none: break
        case .length(let length):
            guard length <= limit else { throw .bodyTooLarge }
            measure = .length(remaining: length)
        case .chunked: measure = .chunked(ChunkedDecoder(limit: limit, limits: limits))
        }
    }

    /// Whether the content has ended.
    var isDone: Bool {
        switch measure {
        case .length(let remaining): remaining == 0
        case .chunked(let decoder): decoder.isDone
        }
    }

    /// Reads on and returns the number of bytes consumed.
    ///
    /// - Throws: what ``ChunkedDecoder`` throws.
    mutating func read(_ input: Span<UInt8>) throws(ProtocolError) -> Int {
        let before = collected.count
        defer { byteCount += collected.count - before }
        switch measure {
        case .length(let remaining):
            let count = min(remaining, input.count)
            // What was announced is not reserved: memory follows the bytes that came.
            input.extracting(0..<count).withUnsafeBufferPointer { collected.append(contentsOf: $0) }
            measure = .length(remaining: remaining - count)
            return count
        case .chunked(var decoder):
            measure = .length(remaining: 0)
            let count = try decoder.decode(input, into: &collected)
            measure = .chunked(decoder)
            return count
        }
    }

    /// Hands over what was collected.
    mutating func take() -> [UInt8] {
        let bytes = collected
        collected = []
        return bytes
    }
}
