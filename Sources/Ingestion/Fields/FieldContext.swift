import Model

/// What every reader of a field looks at. It never changes, and all readers hold on to the same one.
final class FieldContext: Sendable {
    let document: Document
    let entities: Entities
    let literals: [Literal]
    let candidates: [DealCandidate]
    let scopes: DealScopes
    let published: Day?
    /// Literals that an estimate took.
    let excluded: LiteralSet

    init(
        document: Document, entities: Entities, literals: [Literal], candidates: [DealCandidate], scopes: DealScopes,
        published: Day?, excluded: LiteralSet
    ) {
        self.document = document
        self.entities = entities
        self.literals = literals
        self.candidates = candidates
        self.scopes = scopes
        self.published = published
        self.excluded = excluded
    }

    /// Whether some deal is of a type that fits: where none is, a field that only such deals have is not looked for.
    func tells(_ fits: (DealType) -> Bool) -> Bool { candidates.indices.contains { fits(candidates[$0].type) } }

    /// The literals of some kinds, as indexes in text order.
    func literals(of kinds: Literal.Kind...) -> [Int] {
        var found: [Int] = []
        for index in literals.indices where kinds.contains(literals[index].kind) && !literals[index].tokens.isEmpty {
            if found.isEmpty { found.reserveCapacity(literals.count - index) }
            found.append(index)
        }
        return found
    }

    /// The literals that begin in a token range, as indexes.
    func literals(in range: Range<Int>) -> Range<Int> {
        func first(from token: Int) -> Int {
            var low = 0
            var high = literals.count
            while low < high {
                let middle = (low + high) / 2
                if literals[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return first(from: range.lowerBound)..<first(from: range.upperBound)
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

    /// Whether a stretch stands beside a sum of somebody's forecast or plan, in a sentence that tells no deal.
    func isForecast(_ tokens: Range<Int>) -> Bool {
        let index = Int(document.tokens[tokens.lowerBound].sentence)
        guard !excluded.isEmpty, scopes.tellings[index].isEmpty else { return false }
        return literals(in: document.sentences[index]).contains(where: excluded.contains)
    }

    /// Whether a stretch is part of what somebody says: it stands between quotation marks with several other words.
    func isQuoted(_ tokens: Range<Int>) -> Bool {
        guard document.tokens[tokens.lowerBound].flags.contains(.quoted) else { return false }
        var low = tokens.lowerBound
        while low > 0, tokens.lowerBound - low < Self.phrase, document.tokens[low - 1].flags.contains(.quoted) {
            low -= 1
        }
        var high = tokens.upperBound
        while high < document.tokens.count, high - tokens.upperBound < Self.phrase,
            document.tokens[high].flags.contains(.quoted)
        {
            high += 1
        }
        return high - low >= Self.phrase
    }

    /// From how many words on a quotation is what somebody says, not a term.
    private static let phrase = 8
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
