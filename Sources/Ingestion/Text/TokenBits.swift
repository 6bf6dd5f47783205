/// A set of tokens with a bit for each of a range, in words of 64.
protocol TokenBits {
    /// The first token of the range, and how many it has.
    var first: Int { get }
    var count: Int { get }

    /// The bits of 64 tokens; none outside the range is set.
    func word(_ index: Int) -> UInt64
}

extension TokenBits {
    /// Whether a token is in it.
    @inline(__always)
    func contains(_ token: Int) -> Bool {
        let place = token - first
        guard place >= 0, place < count else { return false }
        return word(place >> 6) & (1 << UInt64(place & 63)) != 0
    }

    /// The first one from a token on, before another.
    @inline(__always)
    func first(from low: Int, before high: Int = .max) -> Int? {
        let places = places(low, high)
        var index = places.lowerBound >> 6
        while index << 6 < places.upperBound {
            let bits = bits(index, places)
            if bits != 0 { return first + index << 6 + bits.trailingZeroBitCount }
            index += 1
        }
        return nil
    }

    /// The last one before a token, from another on.
    @inline(__always)
    func last(from low: Int = 0, before high: Int) -> Int? {
        let places = places(low, high)
        var index = (places.upperBound - 1) >> 6
        while index >= places.lowerBound >> 6 {
            let bits = bits(index, places)
            if bits != 0 { return first + index << 6 + 63 - bits.leadingZeroBitCount }
            index -= 1
        }
        return nil
    }

    /// Whether one stands from a token on, before another.
    @inline(__always)
    func contains(from low: Int, before high: Int) -> Bool {
        first(from: low, before: high) != nil
    }

    /// How many stand from a token on, before another.
    @inline(__always)
    func count(from low: Int, before high: Int) -> Int {
        let places = places(low, high)
        var index = places.lowerBound >> 6
        var sum = 0
        while index << 6 < places.upperBound {
            sum += bits(index, places).nonzeroBitCount
            index += 1
        }
        return sum
    }

    /// The places of the tokens from one on, before another.
    @inline(__always)
    private func places(_ low: Int, _ high: Int) -> Range<Int> {
        let start = min(max(low - first, 0), count)
        return start..<max(start, min(high - first, count))
    }

    /// Those of a word of bits that lie among some places.
    @inline(__always)
    private func bits(_ index: Int, _ places: Range<Int>) -> UInt64 {
        let base = index << 6
        var bits = word(index)
        if places.lowerBound > base { bits &= UInt64.max << UInt64(places.lowerBound - base) }
        if places.upperBound < base + 64 { bits &= ~(UInt64.max << UInt64(places.upperBound - base)) }
        return bits
    }
}
