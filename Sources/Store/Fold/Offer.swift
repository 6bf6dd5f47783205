import Model

/// What a source offers as the value of a field, and how much that weighs.
struct Offer<Value: Hashable> {
    /// The value; `nil` where the source says that there is none.
    var value: Value?
    /// The source, an index into the record's sources.
    var source: Int
    /// Weights, the first that differs decides: editors before articles, firm before loose, precise before vague,
    /// recent before old.
    var weights: [Int]

    /// The offer that weighs most.
    static func best(_ offers: [Offer]) -> Offer? {
        offers.max { $0.weights.lexicographicallyPrecedes($1.weights) }
    }
}

/// How exactly a value is given, for the choice between sources.
enum Precision {
    /// 3 for a figure, 2 for a narrow interval, 1 for an order of magnitude or an open end.
    static func of(_ bounds: Bounds?) -> Int {
        guard let bounds else { return 0 }
        if bounds.isExact { return 3 }
        guard let min = bounds.min, let max = bounds.max else { return 1 }
        return max / 2 <= min ? 2 : 1
    }

    /// The number of things that a term says.
    static func of(_ term: Term?) -> Int {
        guard let term else { return 0 }
        return (term.months == nil ? 0 : 4) + (term.end?.text.utf8.count ?? 0) / 4 + (term.start?.text.utf8.count ?? 0)
            / 4
    }

    /// How firm what a source reports is: nothing weighs as much as a contract.
    static func firmness(_ status: DealStatus?) -> Int {
        switch status {
        case .signed, .completed: 2
        case .intent: 1
        default: 0
        }
    }
}

/// Whether two sources agree on a field.
enum Agreement {
    static func of(_ left: Money, _ right: Money) -> Bool {
        left.currency == right.currency && left.amount.overlaps(right.amount)
    }

    static func of(_ left: Term, _ right: Term) -> Bool {
        func clash<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
            if let left, let right { left != right } else { false }
        }
        func same(_ left: PartialDate?, _ right: PartialDate?) -> Bool {
            guard let left, let right else { return true }
            return left.text.hasPrefix(right.text) || right.text.hasPrefix(left.text)
        }
        return !clash(left.months, right.months) && same(left.start, right.start) && same(left.end, right.end)
    }
}
