import HTTPCore

/// Any bytes as a chunked content, whole and in pieces; and as content that is chunked and read back. The first byte says
/// how the rest is cut.
enum ChunksTarget {
    private struct Content: Equatable {
        let bytes: [UInt8]
        /// Bytes of the input that it took; `nil` when it has not ended.
        let end: Int?
    }

    static func check(_ bytes: [UInt8]) {
        guard let cut = bytes.first.map(Int.init) else { return }
        let input = Array(bytes[1...])
        let whole = decoded(input, step: max(1, input.count))
        for step in [1, cut % 29 + 1] { precondition(decoded(input, step: step) == whole, "depends on the pieces") }
        if case .success(let content) = whole, let end = content.end {
            guard let naive = NaiveReader.chunked(input[...]) else {
                preconditionFailure("a naive reader refuses this")
            }
            precondition(naive.content == content.bytes && naive.end == end, "a naive reader sees another content")
        }
        var wire: [UInt8] = []
        for start in stride(from: 0, to: input.count, by: cut + 1) {
            ResponseWriter.writeChunk(Array(input[start..<min(input.count, start + cut + 1)]), to: &wire)
        }
        wire += ResponseWriter.lastChunk
        let back = decoded(wire, step: 7)
        precondition(back == .success(Content(bytes: input, end: wire.count)), "what was written is not what is read")
    }

    private static func decoded(_ input: [UInt8], step: Int) -> Result<Content, ProtocolError> {
        var decoder = ChunkedDecoder(limit: 1 << 16)
        var (output, end): ([UInt8], Int) = ([], 0)
        do throws(ProtocolError) {
            for start in stride(from: 0, to: input.count, by: step) where !decoder.isDone {
                end += try decoder.decode(Array(input[start..<min(input.count, start + step)]).span, into: &output)
            }
        } catch {
            return .failure(error)
        }
        return .success(Content(bytes: output, end: decoder.isDone ? end : nil))
    }
}
