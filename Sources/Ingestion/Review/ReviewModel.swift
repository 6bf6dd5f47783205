import Model

/// A linear model that says of two companies in a sentence what deal they have, or none. `scripts/fit-review` fits it to
/// annotated articles; the tables `review` hold its weights: template, parts, and the weights of its classes, in hundredths.
struct ReviewModel: Sendable {
    /// The sums of weights by class: none, the types in their order, and whether the first named is on the first side.
    typealias Scores = SIMD16<Int32>

    /// Keys by hash, 0 where there is none, each with the place of its weights: of most features, which no row has, nothing
    /// but a key is looked at.
    private var keys: [UInt64] = []
    private var places: [Int32] = []
    private var weights: [Scores] = []
    private var mask = 0
    /// The beginnings of the hashes of features, by template.
    private let seeds = ReviewTemplate.seeds

    /// The place of the class that says who is on which side.
    static let direction = DealType.allCases.count + 1

    /// Whether the language has weights of its own words.
    let isFitted: Bool

    /// The model of a language's own rows and those that all share.
    init(own: ReviewRows, common: ReviewRows) {
        isFitted = !own.hashes.isEmpty
        guard isFitted else { return }
        weights = common.weights + own.weights
        var size = 1
        while size < 2 * weights.count { size *= 2 }
        mask = size - 1
        keys = .filled(with: 0, count: size)
        places = .filled(with: 0, count: size)
        insert(common.hashes, from: 0)
        insert(own.hashes, from: common.hashes.count)
    }

    /// Puts in features, whose weights begin at a place.
    private mutating func insert(_ hashes: [UInt64], from first: Int) {
        for (index, hash) in hashes.enumerated() {
            var place = Int(truncatingIfNeeded: hash) & mask
            while keys[place] != 0 { place = (place + 1) & mask }
            keys[place] = hash
            places[place] = Int32(first + index)
        }
    }

    /// The beginning of the hashes of a template's features.
    @inline(__always)
    func seed(_ template: ReviewTemplate) -> UInt64 { seeds[Int(template.rawValue)] }

    /// The weights of a feature; `nil` for one that it does not know.
    @inline(__always)
    func weights(of hash: UInt64) -> Scores? {
        var place = Int(truncatingIfNeeded: hash) & mask
        while keys[place] != 0 {
            if keys[place] == hash { return weights[Int(places[place])] }
            place = (place + 1) & mask
        }
        return nil
    }

    /// The weights of a feature for each of some words together, or only of those that name no party.
    func weights(
        _ template: ReviewTemplate, ofEach items: ArraySlice<ReviewWords.Item>, isOfParties: Bool
    ) -> Scores {
        let seed = seed(template)
        return items.withUnsafeBufferPointer { items in
            var sum = Scores.zero
            for item in items where isOfParties || item.entity < 0 {
                if let weights = weights(of: ReviewHash.join(seed, item.stem)) { sum &+= weights }
            }
            return sum
        }
    }

    /// The weights of a feature for each two words in a row together, or only of those that both name no party.
    func weights(
        _ template: ReviewTemplate, ofEachTwo items: ArraySlice<ReviewWords.Item>, isOfParties: Bool
    ) -> Scores {
        let seed = seed(template)
        return items.withUnsafeBufferPointer { items in
            var sum = Scores.zero
            for index in 1..<Swift.max(1, items.count) {
                let (one, other) = (items[index - 1], items[index])
                guard isOfParties || one.entity < 0 && other.entity < 0 else { continue }
                if let weights = weights(of: ReviewHash.join(ReviewHash.join(seed, one.stem), other.stem)) {
                    sum &+= weights
                }
            }
            return sum
        }
    }

    /// How likely each class is, in thousandths: none first, then the types.
    func probabilities(_ scores: Scores) -> Scores {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: Self.direction) { shares in
            var most = Int.min
            withUnsafeBytes(of: scores) { bytes in
                let scores = bytes.bindMemory(to: Int32.self)
                for place in 0..<Self.direction { most = max(most, Int(scores[place])) }
                for place in 0..<Self.direction {
                    shares.initializeElement(at: place, to: Self.exponential(most &- Int(scores[place])))
                }
            }
            let sum = shares.reduce(0, &+)
            var thousandths = Scores.zero
            for place in 0..<Self.direction {
                thousandths[place] = Int32(truncatingIfNeeded: shares[place] &* 1000 / sum)
            }
            return thousandths
        }
    }

    /// Whether no deal at all is so much likelier than any type that all of them together have less than a tenth: then nobody
    /// asks for their shares.
    func isPlainlyNone(_ scores: Scores) -> Bool {
        withUnsafeBytes(of: scores) { bytes in
            let scores = bytes.bindMemory(to: Int32.self)
            var most = Int.min
            for place in 1..<Self.direction { most = max(most, Int(scores[place])) }
            return Int(scores[0]) - most >= Self.plain
        }
    }

    /// By how much a class must be heavier than each of the eight others to have ten times as much as all: e to the power of
    /// 4.5 is 90.
    private static let plain = 3600

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
    /// The weights of what counts wholly, which is most, and of the rest with their values.
    private var whole = ReviewModel.Scores.zero
    private var rest = ReviewModel.Scores.zero

    init(model: ReviewModel) {
        self.model = model
    }

    /// Goes back to the sums of another one.
    @inline(__always)
    mutating func restart(from base: ReviewScore) { (whole, rest) = (base.whole, base.rest) }

    /// The sums, in eighths.
    var scores: ReviewModel.Scores {
        @inline(__always) get { rest &+ whole &* 8 }
    }

    @inline(__always)
    func key(_ template: ReviewTemplate) -> UInt64 { model.seed(template) }

    @inline(__always)
    func key(_ key: UInt64, _ part: UInt64) -> UInt64 { ReviewHash.join(key, part) }

    @inline(__always)
    mutating func add(_ key: UInt64, _ value: Int) {
        guard let weights = model.weights(of: key) else { return }
        take(weights, value)
    }

    mutating func add(
        _ template: ReviewTemplate, each items: ArraySlice<ReviewWords.Item>, isOfParties: Bool, _ value: Int
    ) {
        take(model.weights(template, ofEach: items, isOfParties: isOfParties), value)
    }

    mutating func add(
        _ template: ReviewTemplate, eachTwo items: ArraySlice<ReviewWords.Item>, isOfParties: Bool, _ value: Int
    ) {
        take(model.weights(template, ofEachTwo: items, isOfParties: isOfParties), value)
    }

    @inline(__always)
    private mutating func take(_ weights: ReviewModel.Scores, _ value: Int) {
        if value == 8 { whole &+= weights } else { rest &+= weights &* Int32(truncatingIfNeeded: value) }
    }
}
