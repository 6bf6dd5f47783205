/// A set of tokens of a text: a bit each, from the first one to the last. One of few tokens takes no memory of its own,
/// nor does one that is empty.
struct TokenSet: TokenBits, Sendable {
    /// The first 128 tokens: as many as almost any sentence has.
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    /// Those behind them.
    private var rest: [UInt64] = []
    let first: Int
    let count: Int

    /// An empty set of tokens of a range.
    init(in range: Range<Int>) {
        first = range.lowerBound
        count = range.count
    }

    /// Whether nothing is in it.
    var isEmpty: Bool { low | high == 0 && rest.allSatisfy { $0 == 0 } }

    @inline(__always)
    func word(_ index: Int) -> UInt64 {
        if index < 2 { return index == 0 ? low : high }
        return index - 2 < rest.count ? rest[index - 2] : 0
    }

    /// Puts a token in; one outside the range is left out.
    mutating func insert(_ token: Int) {
        let place = token - first
        guard place >= 0, place < count else { return }
        let bit: UInt64 = 1 << UInt64(place & 63)
        switch place >> 6 {
        case 0: low |= bit
        case 1: high |= bit
        case let index:
            if rest.isEmpty { rest = .filled(with: 0, count: (count + 63) / 64 - 2) }
            rest[index - 2] |= bit
        }
    }

    /// Puts the tokens of a range in.
    mutating func insert(_ tokens: Range<Int>) {
        for token in tokens { insert(token) }
    }

    /// Takes out those that another set of the same range holds.
    mutating func subtract(_ other: TokenSet) {
        low &= ~other.low
        high &= ~other.high
        for index in rest.indices where index < other.rest.count { rest[index] &= ~other.rest[index] }
    }
}

/// A set of rows of a table, made like one of tokens.
typealias RowSet = TokenSet
/// A set of entities of a text, by index.
typealias EntitySet = TokenSet
/// A set of literals of a text, by index.
typealias LiteralSet = TokenSet
