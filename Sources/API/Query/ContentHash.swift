/// A 64-bit hash of bytes that is the same on every machine and in every run; not for secrets.
struct ContentHash: Hashable, Sendable {
    /// The hash.
    let value: UInt64

    /// The hash of some bytes: four lanes of eight bytes each are mixed by a multiplication and a shift, as in
    /// MurmurHash, so that the multiplications of one round overlap.
    init(_ bytes: [UInt8]) {
        let factor: UInt64 = 0x9FB2_1C65_1E98_DF25
        let seed = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
        func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
            let product = (hash ^ word) &* factor
            return product ^ product >> 29
        }
        value = bytes.withUnsafeBytes { raw in
            func word(_ at: Int) -> UInt64 {
                UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            }
            var (a, b, c, d) = (seed, seed ^ 1, seed ^ 2, seed ^ 3)
            var index = 0
            while index + 32 <= raw.count {
                a = mixed(a, word(index))
                b = mixed(b, word(index + 8))
                c = mixed(c, word(index + 16))
                d = mixed(d, word(index + 24))
                index += 32
            }
            var hash = mixed(mixed(mixed(a, b), c), d)
            while index < raw.count {
                hash = mixed(hash, UInt64(raw[index]))
                index += 1
            }
            return mixed(hash, hash >> 32)
        }
    }

    /// Sixteen hexadecimal digits.
    var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
