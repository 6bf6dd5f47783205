import Model

/// Says how far a deal has come: a multinomial logistic regression over what the rules say and the words around, which
/// `scripts/fit-status` fits to annotated articles. The tables `status_review` hold its weights in hundredths.
struct StatusModel: Sendable {
    /// The weights of a feature by status, in the order of ``order``.
    typealias Weights = SIMD8<Int32>

    private var weights: WordMap<Weights>
    /// Whether the language has weights of its own words; the rules decide where it has none.
    let isFitted: Bool

    /// The statuses in the order of the weights.
    private static let order: [DealStatus] = [.rumored, .intent, .signed, .completed, .cancelled]

    /// The place of the status that a letter stands for in the tables.
    private static func place(_ letter: UInt8) -> Int? {
        switch Unicode.Scalar(letter) {
        case "r": 0
        case "i": 1
        case "s": 2
        case "c": 3
        case "x": 4
        default: nil
        }
    }

    /// Reads the tables: a template, its parts, and the weights by status ("s40 x-12").
    ///
    /// - Throws: ``LexiconError`` for an unknown template or status, or a weight that is no number.
    init(_ tables: Tables) throws(LexiconError) {
        let own = try tables.own("status_review")
        isFitted = !own.isEmpty
        guard isFitted else {
            weights = WordMap()
            return
        }
        let common = try tables.common("status_review")
        weights = WordMap(minimumCapacity: common.count + own.count)
        try add(common)
        try add(own)
    }

    private mutating func add(_ rows: [Row]) throws(LexiconError) {
        var template: UInt64?
        for row in rows {
            var hash = row.key(0)
            // Rows of a template follow each other.
            guard hash == template || StatusFeatures.Template.seeds.contains(hash) else { throw row.unknown(row[0]) }
            template = hash
            row.withBytes(of: 1) { for part in RowWords($0) { hash = ReviewHash.join(hash, ReviewHash.of(part)) } }
            guard let own = row.withBytes(of: 2, Self.weights) else { throw row.unknown(row[2]) }
            weights[hash] = own
        }
    }

    /// The weights of a row; `nil` where one is none, or of no status.
    private static func weights(_ bytes: UnsafeBufferPointer<UInt8>) -> Weights? {
        var weights = Weights.zero
        for word in RowWords(bytes) {
            guard let place = place(word[0]), let weight = Int32(digits: UnsafeBufferPointer(rebasing: word[1...])),
                abs(weight) <= heaviest
            else { return nil }
            weights[place] = weight
        }
        return weights
    }

    /// What a weight is at most: so much that a sum of hundreds of them fits.
    private static let heaviest: Int32 = 9999

    /// The likeliest status of a deal; `told` is what the rules say.
    func status(of candidate: DealCandidate, told: DealStatus, _ document: Document, _ entities: Entities) -> DealStatus
    {
        guard isFitted else { return told }
        var sum = Weights.zero
        StatusFeatures(document: document, entities: entities).visit(candidate, told: told) { template, parts in
            let hash = parts.reduce(StatusFeatures.Template.seeds[template.rawValue], ReviewHash.join)
            if let weights = weights[hash] { sum &+= weights }
        }
        var best = Self.order.firstIndex(of: told) ?? 0
        for place in Self.order.indices where sum[place] > sum[best] { best = place }
        return Self.order[best]
    }
}
