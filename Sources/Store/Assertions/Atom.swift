/// The values that assertions hold: null, whole numbers, texts, and flat lists of them, written as JSON.
enum Atom: Hashable, Sendable {
    case null
    case int(Int)
    case text(String)

    /// An integer, or null.
    init(_ value: Int?) {
        self = value.map(Atom.int) ?? .null
    }

    /// A text, or null.
    init(_ value: String?) {
        self = value.map(Atom.text) ?? .null
    }

    /// The integer that it is.
    var int: Int? {
        if case .int(let value) = self { value } else { nil }
    }

    /// The text that it is.
    var text: String? {
        if case .text(let value) = self { value } else { nil }
    }

    /// One value as JSON.
    static func encode(_ atom: Atom) -> String {
        var result: [UInt8] = []
        atom.append(to: &result)
        return String(decoding: result, as: UTF8.self)
    }

    /// A list as JSON.
    static func encode(_ atoms: [Atom]) -> String {
        var result: [UInt8] = [UInt8(ascii: "[")]
        for index in atoms.indices {
            if index > 0 { result.append(UInt8(ascii: ",")) }
            atoms[index].append(to: &result)
        }
        result.append(UInt8(ascii: "]"))
        return String(decoding: result, as: UTF8.self)
    }

    /// The values of a list, or the one value, that ``encode(_:)`` wrote; `nil` for anything else.
    static func decode(_ json: String) -> [Atom]? {
        var scanner = AtomScanner(bytes: Array(json.utf8))
        return scanner.all()
    }

    private func append(to result: inout [UInt8]) {
        switch self {
        case .null: result.append(contentsOf: "null".utf8)
        case .int(let value): result.append(contentsOf: String(value).utf8)
        case .text(let value):
            result.append(UInt8(ascii: "\""))
            for byte in value.utf8 {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                    result.append(UInt8(ascii: "\\"))
                    result.append(byte)
                } else if byte < 0x20 {
                    result.append(contentsOf: "\\u00".utf8)
                    result.append(contentsOf: ((byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8)
                } else {
                    result.append(byte)
                }
            }
            result.append(UInt8(ascii: "\""))
        }
    }
}

/// Reads what ``Atom/encode(_:)`` writes, and no more of JSON than that.
private struct AtomScanner {
    let bytes: [UInt8]
    var index = 0

    mutating func all() -> [Atom]? {
        guard peek == UInt8(ascii: "[") else {
            guard let atom = one(), index == bytes.count else { return nil }
            return [atom]
        }
        index += 1
        var atoms: [Atom] = []
        while peek != UInt8(ascii: "]") {
            if !atoms.isEmpty {
                guard peek == UInt8(ascii: ",") else { return nil }
                index += 1
            }
            guard let atom = one() else { return nil }
            atoms.append(atom)
        }
        return index + 1 == bytes.count ? atoms : nil
    }

    private var peek: UInt8? {
        index < bytes.count ? bytes[index] : nil
    }

    private mutating func one() -> Atom? {
        switch peek {
        case UInt8(ascii: "n"):
            guard bytes[index...].starts(with: "null".utf8) else { return nil }
            index += 4
            return .null
        case UInt8(ascii: "\""): return text()
        default:
            let start = index
            while let byte = peek, byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) { index += 1 }
            return Int(String(decoding: bytes[start..<index], as: UTF8.self)).map(Atom.int)
        }
    }

    private mutating func text() -> Atom? {
        index += 1
        var value: [UInt8] = []
        while let byte = peek, byte != UInt8(ascii: "\"") {
            index += 1
            guard byte == UInt8(ascii: "\\") else {
                value.append(byte)
                continue
            }
            guard let escaped = peek else { return nil }
            index += 1
            if escaped == UInt8(ascii: "u") {
                guard index + 4 <= bytes.count,
                    let code = UInt8(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
                else { return nil }
                value.append(code)
                index += 4
            } else {
                value.append(escaped)
            }
        }
        guard peek != nil else { return nil }
        index += 1
        return .text(String(decoding: value, as: UTF8.self))
    }
}
