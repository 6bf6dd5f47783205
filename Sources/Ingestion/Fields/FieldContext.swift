import Model

/// What every reader of a field looks at.
struct FieldContext: Sendable {
    let document: Document
    let entities: Entities
    let literals: [Literal]
    let candidates: [DealCandidate]
    let scopes: DealScopes
    let published: Day?
    /// Literals that an estimate took.
    let excluded: Set<Int>

    /// The literals of some kinds, as indexes in text order.
    func literals(of kinds: Literal.Kind...) -> [Int] {
        literals.indices.filter { kinds.contains(literals[$0].kind) && !literals[$0].tokens.isEmpty }
    }

    /// The stretch between the neighbours of the `place`-th of some literals.
    func limits(_ indexes: [Int], _ place: Int) -> Range<Int> {
        let tokens = literals[indexes[place]].tokens
        let low = place > 0 ? min(literals[indexes[place - 1]].tokens.upperBound, tokens.lowerBound) : 0
        let high =
            place + 1 < indexes.count
            ? max(literals[indexes[place + 1]].tokens.lowerBound, tokens.upperBound) : document.tokens.count
        return low..<high
    }

    /// Whether a stretch stands between quotation marks.
    func isQuoted(_ tokens: Range<Int>) -> Bool {
        document.tokens[tokens.lowerBound].flags.contains(.quoted)
    }
}

/// A field's value with the words that it rests on.
struct Reading<Value: Sendable>: Sendable {
    var value: Value
    var tokens: Range<Int>
    var rule: String
    var score: Int
}

extension DealType {
    /// Whether it lasts.
    var hasTerm: Bool {
        switch self {
        case .compute, .hardware, .datacenter, .power, .financing, .partnership: true
        case .investment, .acquisition: false
        }
    }

    /// Whether it may be about electrical capacity, or about what capacity is for.
    var hasCapacity: Bool {
        switch self {
        case .compute, .hardware, .datacenter, .power, .partnership: true
        case .investment, .acquisition, .financing: false
        }
    }

    /// Whether it may move processors.
    var movesProcessors: Bool {
        switch self {
        case .compute, .hardware, .datacenter, .partnership, .financing: true
        case .investment, .acquisition, .power: false
        }
    }
}
