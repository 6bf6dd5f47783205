import Model

/// A linear model that says of two companies in a sentence what deal they have, or none. `scripts/fit-review` fits it to
/// annotated articles; the tables `review` hold its weights: template, parts, and the weights of its classes, in hundredths.
struct ReviewModel: Sendable {
    /// The sums of weights by class: none, the types in their order, and whether the first named is on the first side.
    typealias Scores = SIMD16<Int32>

    /// Keys and weights, by hash; a key of 0 is an empty place.
    private var keys: [UInt64] = []
    private var weights: [SIMD16<Int16>] = []
    private var mask = 0

    /// The place of the class that says who is on which side.
    static let direction = DealType.allCases.count + 1

    /// The letters of the classes in the tables.
    private static let letters = Array("nchdpifasw".utf8)

    /// Whether the language has weights of its own words.
    let isFitted: Bool

    /// Reads the tables.
    ///
    /// - Throws: ``LexiconError`` for an unknown template or class, or a weight that is no number.
    init(_ tables: Tables) throws(LexiconError) {
        let own = try tables.own("review")
        let common = try tables.common("review")
        isFitted = !own.isEmpty
        guard isFitted else { return }
        var size = 1
        while size < 2 * (own.count + common.count) { size *= 2 }
        mask = size - 1
        keys = [UInt64](repeating: 0, count: size)
        weights = [SIMD16<Int16>](repeating: .zero, count: size)
        for row in common { try insert(row) }
        for row in own { try insert(row) }
    }

    private mutating func insert(_ row: Row) throws(LexiconError) {
        var hash = ReviewHash.of(row.bytes(0))
        guard ReviewTemplate.isSeed(hash) else { throw row.unknown(row[0]) }
        for part in row.bytes(1).split(separator: 0x20) { hash = ReviewHash.join(hash, ReviewHash.of(part)) }
        var place = Int(truncatingIfNeeded: hash) & mask
        while keys[place] != 0 { place = (place + 1) & mask }
        keys[place] = hash
        for part in row.bytes(2).split(separator: 0x20) {
            guard let letter = part.first, let column = Self.letters.firstIndex(of: letter),
                let weight = Self.integer(part.dropFirst())
            else { throw row.unknown(row[2]) }
            weights[place][column] = weight
        }
    }

    /// A whole number of at most four digits, with a sign or without.
    private static func integer(_ bytes: ArraySlice<UInt8>) -> Int16? {
        let isNegative = bytes.first == UInt8(ascii: "-")
        let digits = isNegative ? bytes.dropFirst() : bytes
        guard (1...4).contains(digits.count) else { return nil }
        var value: Int16 = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int16(byte - 0x30)
        }
        return isNegative ? -value : value
    }

    /// The weights of a feature; zero for one that it does not know.
    @inline(__always)
    func weights(of hash: UInt64) -> SIMD16<Int16>? {
        var place = Int(truncatingIfNeeded: hash) & mask
        while keys[place] != 0 {
            if keys[place] == hash { return weights[place] }
            place = (place + 1) & mask
        }
        return nil
    }

    /// How likely each class is, in thousandths: none first, then the types.
    func probabilities(_ scores: Scores) -> Scores {
        let classes = 0..<Self.direction
        let most = classes.reduce(Int32.min) { max($0, scores[$1]) }
        var shares = Scores.zero
        for place in classes { shares[place] = Int32(Self.exponential(Int(most) - Int(scores[place]))) }
        let sum = shares.wrappedSum()
        for place in classes { shares[place] = Int32(Int(shares[place]) * 1000 / Int(sum)) }
        return shares
    }

    /// Of the shares of all classes, those of the types.
    static func types(_ shares: Scores) -> SIMD8<Int32> {
        var types = SIMD8<Int32>.zero
        for place in types.indices { types[place] = shares[place + 1] }
        return types
    }

    /// A million times e to the power of -x / 800: scores are hundredths times eighths.
    static func exponential(_ x: Int) -> Int {
        let place = x / 100
        guard place + 1 < powers.count else { return 0 }
        return powers[place] + (powers[place + 1] - powers[place]) * (x % 100) / 100
    }

    /// e to the power of 0, -1/8, -2/8, …, in millionths.
    private static let powers: [Int] = {
        var power = 1.0
        return (0...112).map { _ in
            defer { power *= 0.882_496_902_584_595_4 }
            return Int(power * 1_000_000)
        }
    }()
}

/// Adds up what a model says of the features of a candidate.
struct ReviewScore: ReviewSink {
    let model: ReviewModel
    var scores = ReviewModel.Scores.zero

    func key(_ template: ReviewTemplate) -> UInt64 { template.seed }

    func key(_ key: UInt64, _ part: UInt64) -> UInt64 { ReviewHash.join(key, part) }

    @inline(__always)
    mutating func add(_ key: UInt64, _ value: Int) {
        guard let weights = model.weights(of: key) else { return }
        scores &+= SIMD16<Int32>(truncatingIfNeeded: weights) &* Int32(value)
    }
}
