/// What the small words of a text are, token by token. It never changes, and all that read clauses hold on to the same one.
final class ClauseMarks: Sendable {
    let words: [ClauseWord]
    /// The preposition that a token is, or is part of.
    let slots: [Slot?]
    /// The words that stand for several companies named before, in order.
    let plurals: [Range<Int>]
    /// The first token of the insertion (bracket, relative clause between commas) that a token stands in, else -1.
    let insertions: [Int32]
    /// Participles behind a comma: an insertion that begins with one is about the noun before it.
    let asides: Set<Int>
    /// How many borders of clauses lie before each token, weighted.
    private let borders: [Int32]
    /// How many tokens outside insertions lie before each token.
    private let positions: [Int32]

    fileprivate init(_ scan: ClauseScan) {
        words = scan.words
        slots = scan.slots
        plurals = scan.plurals
        insertions = scan.insertions
        asides = scan.asides
        borders = scan.borders
        positions = scan.positions
    }

    /// How far two tokens lie from each other, insertions left out.
    func distance(_ one: Int, _ other: Int) -> Int {
        Int(abs(positions[one] - positions[other]))
    }

    /// The weight of the borders between two tokens.
    func borders(_ one: Int, _ other: Int) -> Int {
        Int(abs(borders[max(one, other)] - borders[min(one, other)]))
    }
}

/// Finds the borders and insertions of clauses by their small words.
struct ClauseScan {
    var words: [ClauseWord]
    var slots: [Slot?]
    var plurals: [Range<Int>] = []
    /// Participles behind a comma.
    var asides: Set<Int> = []
    fileprivate private(set) var borders: [Int32]
    fileprivate private(set) var insertions: [Int32]
    fileprivate private(set) var positions: [Int32]
    private let document: Document
    private let entities: Entities

    init(_ document: Document, _ entities: Entities) {
        let count = document.tokens.count
        self.document = document
        self.entities = entities
        words = Array(repeating: [], count: count)
        slots = Array(repeating: nil, count: count)
        borders = Array(repeating: 0, count: count + 1)
        insertions = Array(repeating: -1, count: count)
        positions = Array(repeating: 0, count: count + 1)
    }

    /// The marks, once the words are entered.
    mutating func marks() -> ClauseMarks {
        measure()
        return ClauseMarks(self)
    }

    private mutating func measure() {
        var sum: Int32 = 0
        var outer: Int32 = 0
        var position: Int32 = 0
        var insertion: Int32 = -1
        for (index, token) in document.tokens.enumerated() {
            if index > 0, token.sentence != document.tokens[index - 1].sentence { insertion = -1 }
            borders[index] = sum
            positions[index] = position
            sum += weight(token, index)
            if insertion >= 0, closesInsertion(token, index) {
                insertion = -1
                sum = outer
            }
            if opensInsertion(index) {
                // The comma before it is part of it.
                if insertion < 0 { outer = max(0, sum - 1) }
                insertion = Int32(index)
            }
            if insertion < 0 { position += 1 }
            insertions[index] = insertion
        }
        borders[document.tokens.count] = sum
        positions[document.tokens.count] = position
    }

    private func closesInsertion(_ token: Token, _ index: Int) -> Bool {
        switch token.kind {
        case .comma: weight(token, index) > 0
        case .closeBracket, .dash: true
        default: false
        }
    }

    private func weight(_ token: Token, _ index: Int) -> Int32 {
        // A sign inside a number ("1.1", "40,000") is no border.
        if let next = document.tokens[safe: index + 1], !next.spaced, next.kind == .number { return 0 }
        switch token.kind {
        case .comma: return 1
        case .colon: return 4
        case .dash: return 3
        case .stop: return 6
        case .openQuote, .closeQuote, .straightQuote: return 2
        default: break
        }
        if words[index].contains(.but) { return 3 }
        if words[index].contains(.subordinate), slots[index] == nil { return 3 }
        if words[index].contains(.relative) { return 2 }
        return 0
    }

    /// Whether an insertion begins at a token: a bracket, a relative clause or an apposition behind a comma.
    private func opensInsertion(_ index: Int) -> Bool {
        let token = document.tokens[index]
        if token.kind == .openBracket { return true }
        guard index > 1, document.tokens[index - 1].kind == .comma else { return false }
        if words[index].contains(.relative) || words[index].contains(.whose) { return true }
        // "X, in which Y holds a stake,".
        if slots[index] != nil, index + 1 < words.count, words[index + 1].contains(.relative) {
            return closesSoon(index)
        }
        if asides.contains(index) { return closesSoon(index) }
        guard words[index].contains(.determiner), entities.mention(at: index - 2) != nil else { return false }
        return closesSoon(index)
    }

    /// Whether a comma follows before the sentence ends, with no other name and no "and" in between.
    private func closesSoon(_ index: Int) -> Bool {
        for next in index..<min(index + Self.longestApposition, document.tokens.count) {
            let token = document.tokens[next]
            if token.kind == .comma, weight(token, next) > 0 { return true }
            if token.kind == .stop || token.kind == .colon || words[next].contains(.have) { return false }
        }
        return false
    }

    private static let longestApposition = 25
}
