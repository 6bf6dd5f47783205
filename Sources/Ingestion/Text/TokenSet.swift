/// A set of tokens of a text: a bit each, from the first one to the last. An empty one takes no memory.
struct TokenSet: Sendable {
    private var bits: [UInt64] = []
    private let first: Int
    private let count: Int

    /// An empty set of tokens of a range.
    init(in range: Range<Int>) {
        first = range.lowerBound
        count = range.count
    }

    /// Whether a token is in it.
    @inline(__always)
    func contains(_ token: Int) -> Bool {
        let place = token - first
        return place >= 0 && place >> 6 < bits.count && bits[place >> 6] & (1 << UInt64(place & 63)) != 0
    }

    /// Puts a token in; one outside the range is left out.
    mutating func insert(_ token: Int) {
        let place = token - first
        guard place >= 0, place < count else { return }
        if bits.isEmpty { bits = Array(repeating: 0, count: (count + 63) / 64) }
        bits[place >> 6] |= 1 << UInt64(place & 63)
    }

    /// Puts the tokens of a range in.
    mutating func insert(_ tokens: Range<Int>) {
        for token in tokens { insert(token) }
    }

    /// Its tokens in order.
    var sorted: [Int] {
        var tokens: [Int] = []
        for (place, word) in bits.enumerated() {
            var rest = word
            while rest != 0 {
                tokens.append(first + place * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return tokens
    }
}
