/// A set of tokens of a text: a bit each, from the first one to the last.
struct TokenSet: Sendable {
    private var bits: [Bool]
    private let first: Int

    /// An empty set of tokens of a range.
    init(in range: Range<Int>) {
        bits = Array(repeating: false, count: range.count)
        first = range.lowerBound
    }

    /// Whether a token is in it.
    @inline(__always)
    func contains(_ token: Int) -> Bool {
        let place = token - first
        return place >= 0 && place < bits.count && bits[place]
    }

    /// Puts a token in; one outside the range is left out.
    mutating func insert(_ token: Int) {
        let place = token - first
        if place >= 0, place < bits.count { bits[place] = true }
    }

    /// Puts the tokens of a range in.
    mutating func insert(_ tokens: Range<Int>) {
        for token in tokens { insert(token) }
    }

    /// Its tokens in order.
    var sorted: [Int] { bits.indices.filter { bits[$0] }.map { $0 + first } }
}
