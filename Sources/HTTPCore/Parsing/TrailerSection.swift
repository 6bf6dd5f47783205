/// Reads the trailer section, checks it as fields are checked, and forgets it: nothing in it is merged into the header
/// (RFC 9110 section 6.5.1).
struct TrailerSection: Sendable {
    /// Fields that frame, route or authorise a message or say what its content is; none may come behind the content
    /// (RFC 9110 section 6.5.1).
    private static let refused: [StaticString] = [
        "content-length", "transfer-encoding", "host", "connection", "keep-alive", "proxy-connection", "te", "trailer",
        "upgrade", "expect", "max-forwards", "content-type", "content-encoding", "content-range", "authorization",
        "proxy-authorization", "cookie", "range", "cache-control",
    ]

    private var line: [UInt8] = []
    private var byteCount = 0
    private var fieldCount = 0

    /// Takes the next byte.
    ///
    /// - Returns: whether it ended the section.
    /// - Throws: ``ProtocolError/badTrailer`` or ``ProtocolError/headTooLarge``.
    mutating func take(_ byte: UInt8, _ limits: ParserLimits) throws(ProtocolError) -> Bool {
        byteCount += 1
        guard byteCount <= limits.headBytes else { throw .headTooLarge }
        guard byte == 10 else {
            // A CR must be followed by its LF at once.
            if line.last == 13 { throw .badTrailer }
            line.append(byte)
            return false
        }
        guard line.popLast() == 13 else { throw .badTrailer }
        if line.isEmpty { return true }
        fieldCount += 1
        guard fieldCount <= limits.fieldCount else { throw .headTooLarge }
        try check()
        line.removeAll(keepingCapacity: true)
        return false
    }

    private func check() throws(ProtocolError) {
        let bytes = line.span
        guard let slot = try? FieldLine.parse(bytes, 0..<bytes.count) else { throw .badTrailer }
        for name in Self.refused where bytes.equals(slot.name, lowercase: name) { throw .badTrailer }
    }
}
