/// A set of tokens of one sentence. It holds on to no memory, so that it may be handed about at the cost of its words.
struct SentenceSet: TokenBits, Sendable {
    private var words = InlineArray<7, UInt64>(repeating: 0)
    let first: Int
    let count: Int

    /// The most tokens that it may have: more than any sentence.
    static let capacity = 7 * 64

    /// An empty set of tokens of a sentence.
    init(in sentence: Range<Int>) {
        first = sentence.lowerBound
        count = min(sentence.count, Self.capacity)
    }

    @inline(__always)
    func word(_ index: Int) -> UInt64 { words[index] }

    /// Puts a token in; one outside the sentence is left out.
    @inline(__always)
    mutating func insert(_ token: Int) {
        let place = token - first
        guard place >= 0, place < count else { return }
        words[place >> 6] |= 1 << UInt64(place & 63)
    }

    /// Puts the tokens of a range in.
    mutating func insert(_ tokens: Range<Int>) {
        for token in tokens { insert(token) }
    }

    /// Takes out those that another set of the same sentence holds.
    mutating func subtract(_ other: SentenceSet) {
        for index in words.indices { words[index] &= ~other.words[index] }
    }
}
