/// The kinds of records that have ids; the raw value stands in the file.
enum RecordKind: Int, CaseIterable, Sendable {
    case deal = 1
    case company = 2
    case relationship = 3
    case estimate = 4
    case statement = 5
    case allocation = 6

    /// What its ids begin with.
    var prefix: String {
        switch self {
        case .deal: "deal_"
        case .company: "co_"
        case .relationship: "rel_"
        case .estimate: "est_"
        case .statement: "stm_"
        case .allocation: "alc_"
        }
    }
}

/// A record by kind and number, as tables refer to it.
struct RecordRef: Hashable, Sendable, Comparable {
    let kind: RecordKind
    let number: Int

    static func < (left: RecordRef, right: RecordRef) -> Bool {
        (left.kind.rawValue, left.number) < (right.kind.rawValue, right.number)
    }
}

/// Makes opaque ids: a prefix and eighty random bits in Crockford's base 32 (https://www.crockford.com/base32.html).
enum Identifier {
    /// A new id.
    static func mint(_ prefix: String) -> String {
        var bits = UInt64.random(in: .min ... .max)
        var text = prefix
        for index in 0..<16 {
            if index == 8 { bits = UInt64.random(in: .min ... .max) }
            text.unicodeScalars.append(Unicode.Scalar(alphabet[Int(bits & 31)]))
            bits >>= 5
        }
        return text
    }

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}
