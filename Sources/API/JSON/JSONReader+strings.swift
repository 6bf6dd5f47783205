extension JSONReader {
    /// A string, from its opening quotation mark (RFC 8259 section 7).
    mutating func string() throws(JSONSyntaxError) -> String {
        index += 1
        var start = index
        var unescaped: [UInt8] = []
        while true {
            skipPlain()
            guard index < bytes.count else { throw error(.unexpectedEnd) }
            switch bytes[index] {
            case 0x22:
                index += 1
                if unescaped.isEmpty { return String(decoding: bytes[start..<index - 1], as: UTF8.self) }
                unescaped.append(contentsOf: bytes[start..<index - 1])
                return String(decoding: unescaped, as: UTF8.self)
            case 0x5C:
                unescaped.append(contentsOf: bytes[start..<index])
                try escape(into: &unescaped)
                start = index
            default:
                throw error(.controlInString)
            }
        }
    }

    /// Goes on to the next quotation mark, reverse solidus or control.
    private mutating func skipPlain() {
        index = bytes.withUnsafeBytes { raw in
            var at = index
            while at + 8 <= raw.count, !JSONEscape.needsEscape(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) {
                at += 8
            }
            while at < raw.count, raw[at] >= 0x20, raw[at] != 0x22, raw[at] != 0x5C { at += 1 }
            return at
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONSyntaxError) {
        let start = index
        guard index + 1 < bytes.count else { throw JSONSyntaxError(reason: .unexpectedEnd, offset: bytes.count) }
        index += 2
        switch bytes[start + 1] {
        case 0x22, 0x5C, 0x2F: text.append(bytes[start + 1])
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75:
            let scalar = try scalar(from: start)
            text.append(contentsOf: Array(String(scalar).utf8))
        default: throw JSONSyntaxError(reason: .badEscape, offset: start)
        }
    }

    /// The scalar of a `\u` escape, whose four digits come next; a high surrogate takes its low one with it.
    private mutating func scalar(from start: Int) throws(JSONSyntaxError) -> Unicode.Scalar {
        let unit = try unit(from: start)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xDC00, byte == 0x5C, index + 1 < bytes.count, bytes[index + 1] == 0x75 else {
            throw JSONSyntaxError(reason: .loneSurrogate, offset: start)
        }
        index += 2
        let low = try self.unit(from: start)
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw JSONSyntaxError(reason: .loneSurrogate, offset: start) }
        return scalar
    }

    private mutating func unit(from start: Int) throws(JSONSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard index < bytes.count else { throw error(.unexpectedEnd) }
            switch bytes[index] {
            case 0x30...0x39: value = value << 4 | UInt32(bytes[index] - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(bytes[index] - 0x37)
            case 0x61...0x66: value = value << 4 | UInt32(bytes[index] - 0x57)
            default: throw JSONSyntaxError(reason: .badEscape, offset: start)
            }
            index += 1
        }
        return value
    }
}
