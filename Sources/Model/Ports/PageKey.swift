/// Where a page ends: the ordering values of its last row. The next page holds what comes strictly behind it, whatever
/// was inserted meanwhile.
public struct PageKey: Hashable, Sendable {
    /// One ordering value.
    public enum Part: Hashable, Sendable {
        case null
        case integer(Int)
        case text(String)
    }

    /// The ordering values, most significant first, the last one unique.
    public var parts: [Part]

    /// A key.
    public init(_ parts: [Part]) {
        self.parts = parts
    }

    /// The key in letters, digits, `-`, `_` and `.`, as it can stand in a URL.
    public var token: String {
        parts.map { part in
            switch part {
            case .null: "n"
            case .integer(let value): "i\(value)"
            case .text(let value): "t" + value.utf8.map(Self.hexadecimal).joined()
            }
        }.joined(separator: ".")
    }

    /// The key that ``token`` wrote, or `nil` for anything else.
    public init?(token: String) {
        guard !token.isEmpty, token.utf8.count <= 2000 else { return nil }
        var parts: [Part] = []
        for piece in token.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            guard let part = Self.part(Array(piece)) else { return nil }
            parts.append(part)
        }
        self.parts = parts
        guard self.token == token else { return nil }
    }

    private static func part(_ bytes: [UInt8]) -> Part? {
        guard let first = bytes.first else { return nil }
        let rest = bytes.dropFirst()
        switch first {
        case UInt8(ascii: "n"): return rest.isEmpty ? .null : nil
        case UInt8(ascii: "i"): return Int(String(decoding: rest, as: UTF8.self)).map(Part.integer)
        case UInt8(ascii: "t"):
            guard rest.count.isMultiple(of: 2) else { return nil }
            var decoded: [UInt8] = []
            var index = rest.startIndex
            while index < rest.endIndex {
                guard let byte = UInt8(String(decoding: rest[index...index + 1], as: UTF8.self), radix: 16) else {
                    return nil
                }
                decoded.append(byte)
                index += 2
            }
            return String(validating: decoded, as: UTF8.self).map(Part.text)
        default: return nil
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
