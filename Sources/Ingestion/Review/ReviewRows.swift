/// The rows of a table `review`: features by their hashes, with their weights.
struct ReviewRows: Sendable {
    private(set) var hashes: [UInt64] = []
    private(set) var weights: [ReviewModel.Scores] = []

    /// Reads a table.
    ///
    /// - Throws: ``LexiconError`` for an unknown template or class, or a weight that is no number.
    init(_ rows: [Row]) throws(LexiconError) {
        hashes.reserveCapacity(rows.count)
        weights.reserveCapacity(rows.count)
        var template: UInt64?
        for row in rows {
            var hash = row.key(0)
            // Rows of a template follow each other.
            guard hash == template || ReviewTemplate.isSeed(hash) else { throw row.unknown(row[0]) }
            template = hash
            row.withBytes(of: 1) { for part in RowWords($0) { hash = ReviewHash.join(hash, ReviewHash.of(part)) } }
            guard let own = row.withBytes(of: 2, Self.weights) else { throw row.unknown(row[2]) }
            hashes.append(hash)
            weights.append(own)
        }
    }

    /// The weights of a row; `nil` where one is none, or of no class.
    private static func weights(_ bytes: UnsafeBufferPointer<UInt8>) -> ReviewModel.Scores? {
        var scores = ReviewModel.Scores.zero
        let isRead = withUnsafeMutableBytes(of: &scores) { scores in
            let scores = scores.bindMemory(to: Int32.self)
            var index = 0
            while index < bytes.count {
                guard bytes[index] != 0x20 else {
                    index &+= 1
                    continue
                }
                guard let column = column(bytes[index]) else { return false }
                index &+= 1
                let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
                if isNegative { index &+= 1 }
                let first = index
                var weight: Int32 = 0
                while index < bytes.count, bytes[index] != 0x20 {
                    guard bytes[index] &- 0x30 < 10, weight <= heaviest else { return false }
                    weight = weight &* 10 &+ Int32(bytes[index] &- 0x30)
                    index &+= 1
                }
                guard index > first, weight <= heaviest else { return false }
                scores[column] = isNegative ? -weight : weight
            }
            return true
        }
        return isRead ? scores : nil
    }

    /// What a weight is at most: so much that a sum of thousands of them fits.
    private static let heaviest: Int32 = 9999

    /// The place of the class that a letter stands for in the tables.
    @inline(__always)
    private static func column(_ letter: UInt8) -> Int? {
        switch Unicode.Scalar(letter) {
        case "n": 0
        case "c": 1
        case "h": 2
        case "d": 3
        case "p": 4
        case "i": 5
        case "f": 6
        case "a": 7
        case "s": 8
        case "w": ReviewModel.direction
        default: nil
        }
    }
}
