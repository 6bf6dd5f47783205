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
        var more: Int32
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
                let words = row[1].split(separator: " ").map(String.init)
                roots.append(Int32(nodes.count))
                let end = try insert(row, words, from: 0, depth: 0)
                guard end == words.count else { throw row.unknown(row[1]) }
            default: throw row.unknown(row[0])
            }
        }
    }

    private static func number(_ row: Row, _ word: String) throws(LexiconError) -> Int32 {
        guard let number = Int32(word) else { throw row.unknown(word) }
        return number
    }

    private static let places = Dictionary(
        uniqueKeysWithValues: zip(ReviewMeasure.names, 0...).map { ($0, Int32($1)) })

    /// Reads a tree from a word on, and says where it ends.
    private mutating func insert(
        _ row: Row, _ words: [String], from start: Int, depth: Int
    ) throws(LexiconError) -> Int {
        guard start < words.count, depth < Self.deepest else { throw row.unknown(row[1]) }
        guard let measure = Self.places[words[start]] else {
            nodes.append(Node(measure: -1, value: try Self.number(row, words[start]), more: 0))
            return start + 1
        }
        guard start + 1 < words.count else { throw row.unknown(row[1]) }
        let place = nodes.count
        nodes.append(Node(measure: measure, value: try Self.number(row, words[start + 1]), more: 0))
        let middle = try insert(row, words, from: start + 2, depth: depth + 1)
        nodes[place].more = Int32(nodes.count)
        return try insert(row, words, from: middle, depth: depth + 1)
    }

    /// How likely a deal with such measures is, in thousandths.
    func share(_ measures: [Int32]) -> Int {
        var sum = bias
        for root in roots {
            var place = Int(root)
            while nodes[place].measure >= 0 {
                let isMore = measures[Int(nodes[place].measure)] > nodes[place].value
                place = isMore ? Int(nodes[place].more) : place + 1
            }
            sum += Int(nodes[place].value)
        }
        // A logit as the linear model counts them.
        let (less, more) = (ReviewModel.exponential(max(0, sum) * 4 / 5), ReviewModel.exponential(max(0, -sum) * 4 / 5))
        return 1000 * more / (less + more)
    }
}
