/// Reads one JSON text, strictly as RFC 8259 has it.
///
/// Nothing is repaired: duplicate names, lone surrogates, unescaped controls, invalid UTF-8, a byte order mark and
/// anything behind the value are errors, each with the offset of the byte that decides.
struct JSONReader {
    /// Levels of arrays and objects that are followed; a body of this service needs five.
    static let depthLimit = 32

    /// What is read.
    let bytes: [UInt8]
    /// The next byte.
    var index = 0

    /// The value of a JSON text.
    static func read(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw JSONSyntaxError(reason: .byteOrderMark, offset: 0) }
        if let offset = UTF8Check.firstInvalid(in: bytes) {
            throw JSONSyntaxError(reason: .invalidUTF8, offset: offset)
        }
        var reader = JSONReader(bytes: bytes)
        reader.skipSpace()
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.index == bytes.count else { throw reader.error(.trailingBytes) }
        return value
    }

    func error(_ reason: JSONSyntaxError.Reason) -> JSONSyntaxError {
        JSONSyntaxError(
            reason: index < bytes.count || reason != .unexpectedByte ? reason : .unexpectedEnd, offset: index)
    }

    var byte: UInt8 {
        index < bytes.count ? bytes[index] : 0
    }

    mutating func skipSpace() {
        while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        switch byte {
        case 0x7B: return try object(depth: depth + 1)
        case 0x5B: return try array(depth: depth + 1)
        case 0x22: return .string(try string())
        case 0x2D, 0x30...0x39: return .number(try number())
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        default: throw error(.unexpectedByte)
        }
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        guard depth <= Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit)) }
        var members: [JSONMember] = []
        var names: Set<String> = []
        index += 1
        skipSpace()
        if byte == 0x7D {
            index += 1
            return .object([])
        }
        while true {
            guard byte == 0x22 else { throw error(.unexpectedByte) }
            let start = index
            let name = try string()
            guard names.insert(name).inserted else {
                throw JSONSyntaxError(reason: .duplicateName(name), offset: start)
            }
            skipSpace()
            guard byte == 0x3A else { throw error(.unexpectedByte) }
            index += 1
            skipSpace()
            members.append(JSONMember(name: name, value: try value(depth: depth)))
            if try endsList(with: 0x7D) { return .object(members) }
        }
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
        guard depth <= Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit)) }
        var items: [JSONValue] = []
        index += 1
        skipSpace()
        if byte == 0x5D {
            index += 1
            return .array([])
        }
        while true {
            items.append(try value(depth: depth))
            if try endsList(with: 0x5D) { return .array(items) }
        }
    }

    /// Reads a comma and the space around it (false), or the closing bracket (true).
    private mutating func endsList(with bracket: UInt8) throws(JSONSyntaxError) -> Bool {
        skipSpace()
        guard byte == 0x2C || byte == bracket, index < bytes.count else { throw error(.unexpectedByte) }
        let ends = byte == bracket
        index += 1
        if !ends { skipSpace() }
        return ends
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        for expected in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) {
            guard index < bytes.count, bytes[index] == expected else { throw error(.unexpectedByte) }
            index += 1
        }
        return value
    }

    private mutating func number() throws(JSONSyntaxError) -> String {
        let start = index
        func isDigit(_ at: Int) -> Bool { at < bytes.count && (0x30...0x39).contains(bytes[at]) }
        if byte == 0x2D { index += 1 }
        guard isDigit(index) else { throw JSONSyntaxError(reason: .badNumber, offset: start) }
        if byte == 0x30, isDigit(index + 1) { throw JSONSyntaxError(reason: .badNumber, offset: start) }
        while isDigit(index) { index += 1 }
        if byte == 0x2E {
            index += 1
            guard isDigit(index) else { throw JSONSyntaxError(reason: .badNumber, offset: start) }
            while isDigit(index) { index += 1 }
        }
        if byte == 0x65 || byte == 0x45 {
            index += 1
            if byte == 0x2B || byte == 0x2D { index += 1 }
            guard isDigit(index) else { throw JSONSyntaxError(reason: .badNumber, offset: start) }
            while isDigit(index) { index += 1 }
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }
}
