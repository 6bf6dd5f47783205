import Model

/// Small trees that say together how likely a deal is: each adds a weight that a few questions lead to.
///
/// `scripts/fit-review` grows them by gradient boosting and writes the table `review_trees`. A tree is a weight, in thousandths
/// of a logit, or a measure and a bound, with the tree for at most so much and that for more behind them:
/// `share 340 -120 quieter 2 310 45`.
struct ReviewTrees: Sendable {
    /// A question, or a weight where `measure` is negative.
    private struct Node {
        var measure: Int32
        /// The bound, or the weight.
        var value: Int32
        /// Where the tree for more begins; that for at most the bound comes next.
        var more: Int32 = 0
    }

    private var nodes: [Node] = []
    /// Where each tree begins.
    private var roots: [Int32] = []
    /// What every deal has, in thousandths of a logit.
    private var bias = 0
    /// From when on a deal is told that frames did not tell, and one that they told is kept, in thousandths.
    private(set) var tell = 1001
    private(set) var keep = 0
    /// By how much another type must be likelier than that of the frames, in thousandths.
    private(set) var retype = 0

    /// The most questions on one way.
    private static let deepest = 40

    /// Reads the table.
    ///
    /// - Throws: ``LexiconError`` for a row that is none of `tell`, `keep`, `retype`, `bias` and `tree`, and for a tree that
    ///   is cut off or names an unknown measure.
    init(_ rows: [Row]) throws(LexiconError) {
        for row in rows {
            switch row[0] {
            case "tell": tell = Int(try Self.number(row, row[1]))
            case "keep": keep = Int(try Self.number(row, row[1]))
            case "retype": retype = Int(try Self.number(row, row[1]))
            case "bias": bias = Int(try Self.number(row, row[1]))
            case "tree":
                roots.append(Int32(nodes.count))
                let isWhole = row.withBytes(of: 1) { bytes in
                    var words = RowWords(bytes)
                    return insert(&words, depth: 0) && words.next() == nil
                }
                guard isWhole else { throw row.unknown(row[1]) }
            default: throw row.unknown(row[0])
            }
        }
    }

    private static func number(_ row: Row, _ word: String) throws(LexiconError) -> Int32 {
        guard let number = Int32(word) else { throw row.unknown(word) }
        return number
    }

    /// The places of the measures, by the hashes of their names.
    private static let places = WordMap<Int32>(
        zip(ReviewMeasure.names, 0...).map { (key: ReviewHash.of($0), value: Int32($1)) })

    /// Reads the tree that the next words make; `false` where they make none.
    private mutating func insert(_ words: inout RowWords, depth: Int) -> Bool {
        guard let word = words.next(), depth < Self.deepest else { return false }
        guard let measure = Self.places[ReviewHash.of(word)] else {
            guard let weight = Int32(digits: word) else { return false }
            nodes.append(Node(measure: -1, value: weight))
            return true
        }
        guard let bound = words.next().flatMap(Int32.init(digits:)) else { return false }
        let place = nodes.count
        nodes.append(Node(measure: measure, value: bound))
        guard insert(&words, depth: depth + 1) else { return false }
        nodes[place].more = Int32(nodes.count)
        return insert(&words, depth: depth + 1)
    }

    /// What all trees add for some measures. Every deal that a text may tell asks two hundred of them, so that the steps go
    /// without checks: ``insert(_:depth:)`` makes only measures and places that are there.
    private func sum(_ measures: [Int32]) -> Int {
        precondition(measures.count == ReviewMeasure.count)
        return measures.withUnsafeBufferPointer { measures in
            nodes.withUnsafeBufferPointer { nodes in
                var sum = 0
                for root in roots {
                    var place = Int(root)
                    var node = nodes[place]
                    while node.measure >= 0 {
                        place = measures[Int(node.measure)] > node.value ? Int(node.more) : place &+ 1
                        node = nodes[place]
                    }
                    sum &+= Int(node.value)
                }
                return sum
            }
        }
    }

    /// How likely a deal with such measures is, in thousandths.
    func share(_ measures: [Int32]) -> Int {
        let sum = bias + sum(measures)
        // A logit as the linear model counts them.
        let (less, more) = (ReviewModel.exponential(max(0, sum) * 4 / 5), ReviewModel.exponential(max(0, -sum) * 4 / 5))
        return 1000 * more / (less + more)
    }
}
