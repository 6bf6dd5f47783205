/// Takes the chunked coding off a content, byte by byte at its seams (RFC 9112 section 7.1).
///
/// Transitions: size -> extension -> sizeLineFeed -> data -> dataCarriageReturn -> dataLineFeed -> size;
/// sizeLineFeed of a size of 0 -> trailer lines -> done. Any other byte at a seam is an error: a bare LF is never a line
/// end here.
public struct ChunkedDecoder: Sendable {
    private enum State: Sendable {
        case size, extensions, sizeLineFeed, data, dataCarriageReturn, dataLineFeed, trailer, done
    }

    private let limits: ParserLimits
    /// Decoded bytes that may still come.
    private var allowance: Int
    private var state = State.size
    private var size = 0
    private var digits = 0
    private var chunkExtension = ChunkExtension()
    private var extensionBytes = 0
    private var trailer = TrailerSection()

    /// A decoder of a content of up to `limit` decoded bytes.
    public init(limit: Int, limits: ParserLimits = ParserLimits()) {
        allowance = limit
        self.limits = limits
    }

    /// Whether the last chunk and the trailer section have been read.
    public var isDone: Bool { state == .done }

    /// Decodes what is there.
    ///
    /// - Parameter output: gets the decoded bytes.
    /// - Returns: the number of bytes consumed: all of them, unless the content ended before.
    /// - Throws: ``ProtocolError/badChunk``, ``ProtocolError/badTrailer``, ``ProtocolError/headTooLarge`` or
    ///   ``ProtocolError/bodyTooLarge``; the decoder must not be used after it.
    public mutating func decode(_ input: Span<UInt8>, into output: inout [UInt8]) throws(ProtocolError) -> Int {
        var index = 0
        while index < input.count, state != .done {
            if state == .data {
                let count = min(size, input.count - index)
                input.extracting(index..<(index + count)).withUnsafeBufferPointer { output.append(contentsOf: $0) }
                index += count
                size -= count
                if size == 0 { state = .dataCarriageReturn }
            } else {
                try take(input[index])
                index += 1
            }
        }
        return index
    }

    private mutating func take(_ byte: UInt8) throws(ProtocolError) {
        switch state {
        case .size: try takeSize(byte)
        case .extensions: try takeExtension(byte)
        case .sizeLineFeed:
            guard byte == 10 else { throw .badChunk }
            try startData()
        case .dataCarriageReturn:
            guard byte == 13 else { throw .badChunk }
            state = .dataLineFeed
        case .dataLineFeed:
            guard byte == 10 else { throw .badChunk }
            state = .size
        case .trailer:
            if try trailer.take(byte, limits) { state = .done }
        case .data, .done: break
        }
    }

    /// 1*HEXDIG, at most 16 of them and at most `Int.max`.
    private mutating func takeSize(_ byte: UInt8) throws(ProtocolError) {
        if let digit = ByteClass.hexValue(byte) {
            digits += 1
            guard digits <= 16, size <= Int.max >> 4 else { throw .badChunk }
            size = size << 4 | Int(digit)
            return
        }
        guard digits > 0 else { throw .badChunk }
        if byte == 13 {
            state = .sizeLineFeed
        } else {
            state = .extensions
            try takeExtension(byte)
        }
    }

    private mutating func takeExtension(_ byte: UInt8) throws(ProtocolError) {
        extensionBytes += 1
        guard extensionBytes <= limits.chunkExtensionBytes else { throw .badChunk }
        if try chunkExtension.take(byte) { state = .sizeLineFeed }
    }

    private mutating func startData() throws(ProtocolError) {
        guard size <= allowance else { throw .bodyTooLarge }
        allowance -= size
        state = size == 0 ? .trailer : .data
        digits = 0
        chunkExtension = ChunkExtension()
    }
}
