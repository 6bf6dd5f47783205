/// The words of a column, cut at spaces where they lie: no memory is taken for them.
struct RowWords: Sequence, IteratorProtocol {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    /// The words of some bytes.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    @inline(__always)
    mutating func next() -> UnsafeBufferPointer<UInt8>? {
        while place < bytes.count, bytes[place] == 0x20 { place &+= 1 }
        guard place < bytes.count else { return nil }
        let start = place
        while place < bytes.count, bytes[place] != 0x20 { place &+= 1 }
        return UnsafeBufferPointer(rebasing: bytes[start..<place])
    }
}

extension WordSet {
    /// The words that the first column of a table lists.
    init(_ rows: [Row]) {
        self.init()
        for row in rows { row.forEachPart(of: 0) { insert(Folding.hash($0)) } }
    }
}

extension Int32 {
    /// A whole number of at most nine digits, with a minus or without; `nil` for anything else.
    init?(digits bytes: UnsafeBufferPointer<UInt8>) {
        let isNegative = bytes.first == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        guard (1...9).contains(bytes.count - start) else { return nil }
        var value: Int32 = 0
        for index in start..<bytes.count {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int32(digit)
        }
        self = isNegative ? -value : value
    }
}
