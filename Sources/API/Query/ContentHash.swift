/// A 64-bit hash of bytes that is the same on every machine and in every run; not for secrets.
struct ContentHash: Hashable, Sendable {
    /// The hash.
    let value: UInt64

    /// The hash of some bytes: eight at a time are mixed in by a multiplication and a shift, as in MurmurHash.
    init(_ bytes: [UInt8]) {
        let factor: UInt64 = 0x9FB2_1C65_1E98_DF25
        var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
        bytes.withUnsafeBytes { raw in
            var index = 0
            while index + 8 <= raw.count {
                hash =
                    (hash ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))) &* factor
                hash ^= hash >> 29
                index += 8
            }
            while index < raw.count {
                hash = (hash ^ UInt64(raw[index])) &* factor
                hash ^= hash >> 29
                index += 1
            }
        }
        hash = (hash ^ hash >> 32) &* factor
        value = hash ^ hash >> 29
    }

    /// Sixteen hexadecimal digits.
    var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
