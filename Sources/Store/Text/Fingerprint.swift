/// Sixty-four bits of a text that change little when the text changes little (Charikar's simhash over runs of three
/// words): copies with another headline or a changed line are a few bits apart, different texts about half of them.
struct Fingerprint: Hashable, Sendable {
    /// The bits.
    let bits: UInt64

    /// A stored fingerprint.
    init(bits: UInt64) {
        self.bits = bits
    }

    /// The fingerprint of a text.
    init(of text: [UInt8]) {
        var counts = SIMD64<Int16>(repeating: 0)
        var first: UInt64 = 0
        var second: UInt64 = 0
        TextKeys.forEachWord(of: String(decoding: text, as: UTF8.self)) { word in
            let third = Self.hash(word)
            let run = Self.mix(first &* 3 &+ second &* 5 &+ third)
            counts &+= Self.signs(run)
            (first, second) = (second, third)
        }
        var bits: UInt64 = 0
        for index in 0..<64 where counts[index] > 0 { bits |= 1 << UInt64(index) }
        self.bits = bits
    }

    /// Whether the two texts are near-duplicates.
    func isNear(_ other: Fingerprint) -> Bool {
        (bits ^ other.bits).nonzeroBitCount <= Self.nearBits
    }

    /// How many bits copies may be apart: measured on copies with one changed line in ten (up to 12) against different
    /// articles about the same deal (from 19).
    static let nearBits = 12

    /// +1 where a bit is set, else -1.
    private static func signs(_ value: UInt64) -> SIMD64<Int16> {
        var result = SIMD64<Int16>(repeating: -1)
        for index in 0..<64 where value >> UInt64(index) & 1 == 1 { result[index] = 1 }
        return result
    }

    /// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The finaliser of SplitMix64: every bit of the input moves every bit of the output.
    private static func mix(_ value: UInt64) -> UInt64 {
        var value = value
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
