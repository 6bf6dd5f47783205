import Model

/// Small trees that say together how likely a deal is: each adds a weight that a few questions lead to.
///
/// `scripts/fit-review` grows them by gradient boosting and writes the table `review_trees`. A tree is a weight, in thousandths
/// of a logit, or a measure and a bound, with the tree for at most so much and that for more behind them:
/// `share 340 -120 quieter 2 310 45`.
struct ReviewTrees: Sendable {
    /// A question, or a weight.
    private struct Node {
        /// What is asked for.
        var measure: Int32 = 0
        /// What it must be more than. Nothing is more than that of a weight, which leads to itself.
        var bound = Int32.max
        /// Where the answer for at most the bound stands; that for more stands behind it.
        var next: Int32
        var weight: Int32 = 0
    }

    /// Where a tree begins, and how many questions its longest way has.
    private struct Root {
        let place: Int32
        let depth: Int32
    }

    private var nodes: [Node] = []
    private var roots: [Root] = []
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
                let place = add(1)
                let depth = row.withBytes(of: 1) { bytes in
                    var words = RowWords(bytes)
                    let depth = read(&words, at: place, depth: 0)
                    return words.next() == nil ? depth : nil
                }
                guard let depth else { throw row.unknown(row[1]) }
                roots.append(Root(place: Int32(place), depth: Int32(depth)))
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

    /// Adds so many nodes, and says where they begin.
    private mutating func add(_ count: Int) -> Int {
        let first = nodes.count
        for place in first..<first + count { nodes.append(Node(next: Int32(place))) }
        return first
    }

    /// Reads the tree that the next words make, and says how many questions its longest way has; `nil` where they make none.
    private mutating func read(_ words: inout RowWords, at place: Int, depth: Int) -> Int? {
        guard let word = words.next(), depth < Self.deepest else { return nil }
        guard let measure = Self.places[ReviewHash.of(word)] else {
            guard let weight = Int32(digits: word) else { return nil }
            nodes[place].weight = weight
            return 0
        }
        guard let bound = words.next().flatMap(Int32.init(digits:)) else { return nil }
        let next = add(2)
        nodes[place] = Node(measure: measure, bound: bound, next: Int32(next))
        guard let less = read(&words, at: next, depth: depth + 1),
            let more = read(&words, at: next + 1, depth: depth + 1)
        else { return nil }
        return 1 + max(less, more)
    }

    /// What all trees add for some measures. Every deal that a text may tell asks two hundred of them: each is gone through to
    /// the depth of its longest way, since steps that jump on no answer cost less than jumps that nobody can foresee. They go
    /// without checks, as ``read(_:at:depth:)`` makes only measures and places that are there.
    private func sum(_ measures: [Int32]) -> Int {
        precondition(measures.count == ReviewMeasure.count)
        return measures.withUnsafeBufferPointer { measures in
            nodes.withUnsafeBufferPointer { nodes in
                var sum = 0
                for root in roots {
                    var place = Int(root.place)
                    for _ in 0..<root.depth {
                        // Negative where the measure is more: then its sign is the step to the node behind.
                        let gap = Int(nodes[place].bound) &- Int(measures[Int(nodes[place].measure)])
                        place = Int(nodes[place].next) &- (gap >> (Int.bitWidth - 1))
                    }
                    sum &+= Int(nodes[place].weight)
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
