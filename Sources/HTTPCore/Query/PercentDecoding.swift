/// Percent escapes (RFC 3986 section 2.1).
public enum PercentDecoding {
    /// The text that escaped bytes stand for.
    ///
    /// - Parameter plusIsSpace: whether `+` means a space, as it does in a form's query and nowhere else.
    /// - Throws: ``QueryError/brokenEscape`` or ``QueryError/invalidUTF8``.
    public static func decode<Bytes: Collection<UInt8>>(
        _ bytes: Bytes, plusIsSpace: Bool = false
    ) throws(QueryError) -> String {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index != bytes.endIndex {
            let byte = bytes[index]
            index = bytes.index(after: index)
            if byte == UInt8(ascii: "%") {
                decoded.append(try escaped(bytes, &index))
            } else {
                decoded.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        guard let text = String(validating: decoded, as: UTF8.self) else { throw .invalidUTF8 }
        return text
    }

    /// The text that an escaped path segment or value stands for.
    ///
    /// - Throws: ``QueryError/brokenEscape`` or ``QueryError/invalidUTF8``.
    public static func decode(_ text: String) throws(QueryError) -> String {
        try decode(text.utf8)
    }

    /// The text with all but unreserved bytes escaped, fit for a path segment or a query value.
    public static func encode(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if ByteClass.isUnreserved(byte) {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(digits[Int(byte >> 4)])
                encoded.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func escaped<Bytes: Collection<UInt8>>(
        _ bytes: Bytes, _ index: inout Bytes.Index
    ) throws(QueryError) -> UInt8 {
        var value: UInt8 = 0
        for _ in 0..<2 {
            guard index != bytes.endIndex, let digit = ByteClass.hexValue(bytes[index]) else { throw .brokenEscape }
            value = value << 4 | digit
            index = bytes.index(after: index)
        }
        return value
    }
}
