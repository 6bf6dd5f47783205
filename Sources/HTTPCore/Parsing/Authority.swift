/// Host and optional port, as in the Host field (RFC 9110 section 7.2, RFC 3986 section 3.2).
enum Authority {
    /// Whether a range is a reg-name, IPv4 address or bracketed IPv6 address, then optionally ":" and a port up to 65535,
    /// which may be empty. No user information, no empty name, no empty label: "..", ".a" and "a..b" name no host.
    static func isValid(_ input: Span<UInt8>, _ range: Range<Int>, needsPort: Bool = false) -> Bool {
        guard !range.isEmpty else { return false }
        var end = range.lowerBound
        if input[end] == UInt8(ascii: "[") {
            while end < range.upperBound, input[end] != UInt8(ascii: "]") { end += 1 }
            guard end < range.upperBound, isIPv6(input, (range.lowerBound + 1)..<end) else { return false }
            end += 1
        } else {
            while end < range.upperBound, input[end] != UInt8(ascii: ":") { end += 1 }
            guard isName(input, range.lowerBound..<end) else { return false }
        }
        if end == range.upperBound { return !needsPort }
        guard input[end] == UInt8(ascii: ":") else { return false }
        return isPort(input, (end + 1)..<range.upperBound, mayBeEmpty: !needsPort)
    }

    private static func isPort(_ input: Span<UInt8>, _ range: Range<Int>, mayBeEmpty: Bool) -> Bool {
        guard mayBeEmpty || !range.isEmpty else { return false }
        var value = 0
        for index in range {
            guard ByteClass.isDigit(input[index]) else { return false }
            value = value * 10 + Int(input[index] - 0x30)
            if value > 65535 { return false }
        }
        return true
    }

    private static func isName(_ input: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        var labelLength = 0
        for index in range {
            guard ByteClass.isRegName(input[index]) else { return false }
            if input[index] == UInt8(ascii: ".") {
                if labelLength == 0 { return false }
                labelLength = 0
            } else {
                labelLength += 1
            }
        }
        return input.hasSoundEscapes(range)
    }

    /// Eight groups of up to four hexadecimal digits, the last two possibly as IPv4, with one "::" for one group or more.
    private static func isIPv6(_ input: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var (groups, hasGap, index) = (0, false, range.lowerBound)
        if range.count >= 2, input[index] == UInt8(ascii: ":"), input[index + 1] == UInt8(ascii: ":") {
            (hasGap, index) = (true, index + 2)
        }
        while index < range.upperBound {
            let start = index
            while index < range.upperBound, ByteClass.hexValue(input[index]) != nil { index += 1 }
            if index < range.upperBound, input[index] == UInt8(ascii: ".") {
                return isIPv4(input, start..<range.upperBound) && (hasGap ? groups < 6 : groups == 6)
            }
            guard (1...4).contains(index - start) else { return false }
            groups += 1
            if index == range.upperBound { break }
            guard input[index] == UInt8(ascii: ":"), index + 1 < range.upperBound else { return false }
            index += 1
            if input[index] == UInt8(ascii: ":") {
                if hasGap { return false }
                (hasGap, index) = (true, index + 1)
            }
        }
        return hasGap ? groups < 8 : groups == 8
    }

    private static func isIPv4(_ input: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var (parts, value, digits) = (1, 0, 0)
        for index in range {
            if input[index] == UInt8(ascii: ".") {
                if digits == 0 { return false }
                (parts, value, digits) = (parts + 1, 0, 0)
            } else {
                guard ByteClass.isDigit(input[index]), digits == 0 || value > 0 else { return false }
                (value, digits) = (value * 10 + Int(input[index] - 0x30), digits + 1)
                if value > 255 { return false }
            }
        }
        return parts == 4 && digits > 0
    }
}
