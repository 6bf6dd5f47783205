/// Classes of bytes that the grammars of RFC 9110, 9112 and 3986 are made of; each test is two shifts and a mask.
enum ByteClass {
    /// A set of ASCII bytes as 128 bits.
    struct ASCIISet {
        private let low: UInt64
        private let high: UInt64

        init(_ characters: StaticString) {
            var (low, high): (UInt64, UInt64) = (0, 0)
            characters.withUTF8Buffer { bytes in
                for byte in bytes where byte < 64 { low |= 1 << UInt64(byte) }
                for byte in bytes where byte >= 64 { high |= 1 << UInt64(byte - 64) }
            }
            (self.low, self.high) = (low, high)
        }

        @inline(__always)
        func contains(_ byte: UInt8) -> Bool {
            byte < 128 && ((byte < 64 ? low : high) >> UInt64(byte & 63)) & 1 == 1
        }
    }

    /// tchar (RFC 9110 section 5.6.2).
    private static let token = ASCIISet(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    /// unreserved, sub-delims and `:@/?%` (RFC 3986), the only bytes of a request target.
    private static let target = ASCIISet(
        "-._~!$&'()*+,;=:@/?%0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    /// unreserved, sub-delims and `%`: reg-name (RFC 3986 section 3.2.2).
    private static let regName = ASCIISet(
        "-._~!$&'()*+,;=%0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

    /// unreserved (RFC 3986 section 2.3).
    private static let unreserved = ASCIISet(
        "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

    @inline(__always)
    static func isToken(_ byte: UInt8) -> Bool { token.contains(byte) }

    @inline(__always)
    static func isTarget(_ byte: UInt8) -> Bool { target.contains(byte) }

    @inline(__always)
    static func isRegName(_ byte: UInt8) -> Bool { regName.contains(byte) }

    @inline(__always)
    static func isUnreserved(_ byte: UInt8) -> Bool { unreserved.contains(byte) }

    /// field-vchar, SP or HTAB (RFC 9110 section 5.5): no other control byte, no DEL.
    @inline(__always)
    static func isFieldValue(_ byte: UInt8) -> Bool { (byte >= 0x20 && byte != 0x7f) || byte == 9 }

    /// OWS is SP and HTAB, nothing else (RFC 9110 section 5.6.3).
    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 9 }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// The value of a hexadecimal digit, `nil` for any other byte.
    @inline(__always)
    static func hexValue(_ byte: UInt8) -> UInt8? {
        if byte &- 0x30 < 10 { return byte &- 0x30 }
        let letter = byte | 0x20
        return letter &- 0x61 < 6 ? letter &- 0x61 &+ 10 : nil
    }

    /// The byte with an ASCII capital made small.
    @inline(__always)
    static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// The bytes without SP and HTAB at either end.
    static func trimmed<C: BidirectionalCollection<UInt8>>(_ bytes: C) -> C.SubSequence {
        var slice = bytes[...]
        while let first = slice.first, isBlank(first) { slice = slice.dropFirst() }
        while let last = slice.last, isBlank(last) { slice = slice.dropLast() }
        return slice
    }
}
