/// Checks `*( BWS ";" BWS token [ BWS "=" BWS ( token / quoted-string ) ] )` up to the CR (RFC 9112 section 7.1.1).
///
/// Transitions: between -> beforeName (";") -> name -> afterName (BWS) -> beforeValue ("=") -> value | quoted -> between.
/// Blanks are let through only where an extension goes on behind them: `5 CR LF` with a blank before CR is refused.
struct ChunkExtension: Sendable {
    private enum State: Sendable {
        case between, blankBetween, beforeName, name, afterName, beforeValue, value, quoted, quotedPair
    }

    private var state = State.between

    /// Takes the next byte.
    ///
    /// - Returns: whether it was the CR that ends the line.
    /// - Throws: ``ProtocolError/badChunk`` for a byte that the grammar does not allow there.
    mutating func take(_ byte: UInt8) throws(ProtocolError) -> Bool {
        switch state {
        case .between, .name, .value:
            if byte == 13 { return true }
            try takeWithin(byte)
        case .blankBetween, .afterName: try takeBehindBlank(byte)
        case .beforeName:
            if ByteClass.isToken(byte) { state = .name } else if !ByteClass.isBlank(byte) { throw .badChunk }
        case .beforeValue:
            if byte == UInt8(ascii: "\"") {
                state = .quoted
            } else if ByteClass.isToken(byte) {
                state = .value
            } else if !ByteClass.isBlank(byte) {
                throw .badChunk
            }
        case .quoted, .quotedPair: try takeQuoted(byte)
        }
        return false
    }

    private mutating func takeWithin(_ byte: UInt8) throws(ProtocolError) {
        if byte == UInt8(ascii: ";") {
            state = .beforeName
        } else if ByteClass.isBlank(byte) {
            state = state == .name ? .afterName : .blankBetween
        } else if state == .name, byte == UInt8(ascii: "=") {
            state = .beforeValue
        } else if state == .between || !ByteClass.isToken(byte) {
            throw .badChunk
        }
    }

    private mutating func takeBehindBlank(_ byte: UInt8) throws(ProtocolError) {
        if byte == UInt8(ascii: ";") {
            state = .beforeName
        } else if state == .afterName, byte == UInt8(ascii: "=") {
            state = .beforeValue
        } else if !ByteClass.isBlank(byte) {
            throw .badChunk
        }
    }

    /// quoted-string (RFC 9110 section 5.6.4).
    private mutating func takeQuoted(_ byte: UInt8) throws(ProtocolError) {
        guard ByteClass.isFieldValue(byte) else { throw .badChunk }
        if state == .quotedPair {
            state = .quoted
        } else if byte == UInt8(ascii: "\\") {
            state = .quotedPair
        } else if byte == UInt8(ascii: "\"") {
            state = .between
        }
    }
}
