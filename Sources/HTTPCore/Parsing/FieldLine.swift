/// One field line: a token, a colon directly behind it, and a value between optional blanks (RFC 9112 section 5).
enum FieldLine {
    /// Where name and value stand.
    ///
    /// - Throws: ``ProtocolError/badFieldLine`` for a line led by a blank (obs-fold, section 5.2), a blank before the colon
    ///   (section 5.1), no name, no colon, or a control byte in the value (RFC 9110 section 5.5).
    static func parse(_ input: Span<UInt8>, _ line: Range<Int>) throws(ProtocolError) -> HTTPFields.Slot {
        var index = line.lowerBound
        while index < line.upperBound, ByteClass.isToken(input[index]) { index += 1 }
        guard index > line.lowerBound, index < line.upperBound, input[index] == UInt8(ascii: ":") else {
            throw .badFieldLine
        }
        let name = line.lowerBound..<index
        let value = input.trimmed((index + 1)..<line.upperBound)
        for position in value {
            guard ByteClass.isFieldValue(input[position]) else { throw .badFieldLine }
        }
        return HTTPFields.Slot(
            nameStart: Int32(name.lowerBound), nameEnd: Int32(name.upperBound),
            valueStart: Int32(value.lowerBound), valueEnd: Int32(value.upperBound))
    }
}

extension HTTPFields.Slot {
    var name: Range<Int> { Int(nameStart)..<Int(nameEnd) }
    var value: Range<Int> { Int(valueStart)..<Int(valueEnd) }
}
