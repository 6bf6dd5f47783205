/// What the small words of a text are, token by token. It never changes, and all that read clauses hold on to the same one.
final class ClauseMarks: Sendable {
    let words: [ClauseWord]
    /// All that stand somewhere in the text.
    let present: ClauseWord
    /// The preposition that a token is, or is part of.
    let slots: [Slot?]
    /// The words that stand for several companies named before, in order.
    let plurals: [Range<Int>]
    /// The first token of the insertion (bracket, relative clause between commas) that a token stands in, else -1.
    let insertions: [Int32]
    /// Participles behind a comma: an insertion that begins with one is about the noun before it.
    let asides: TokenSet
    /// How many borders of clauses lie before each token, weighted.
    private let borders: [Int32]
    /// How many tokens outside insertions lie before each token.
    private let positions: [Int32]

    fileprivate init(_ scan: ClauseScan) {
        words = scan.words
        present = scan.present
        slots = scan.slots
        plurals = scan.plurals
        insertions = scan.insertions
        asides = scan.asides
        borders = scan.borders
        positions = scan.positions
    }

    /// The token behind the insertion that begins at a token, or that token where none does: "A, whose chips sell, 5 billion".
    func behindAside(at token: Int) -> Int {
        guard token > 0, token + 1 < insertions.count, insertions[token + 1] != insertions[token - 1] else {
            return token
        }
        let level = insertions[token - 1]
        let end = min(insertions.count, token + Self.longestAside)
        guard let close = (token + 1..<end).first(where: { insertions[$0] == level }), close + 1 < insertions.count
        else { return token }
        // The comma that closes it.
        return words[close].isEmpty && slots[close] == nil ? close + 1 : close
    }

    /// How many tokens an insertion that is passed over has, at most.
    private static let longestAside = 16

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
    private(set) var words: [ClauseWord]
    private(set) var present: ClauseWord = []
    var slots: [Slot?]
    var plurals: [Range<Int>] = []
    /// Participles behind a comma.
    var asides: TokenSet
    fileprivate private(set) var borders: [Int32] = []
    fileprivate private(set) var insertions: [Int32] = []
    fileprivate private(set) var positions: [Int32] = []
    private let document: Document
    private let entities: Entities

    init(_ document: Document, _ entities: Entities) {
        let count = document.tokens.count
        self.document = document
        self.entities = entities
        asides = TokenSet(in: document.tokens.indices)
        words = .filled(with: [], count: count)
        slots = .filled(with: nil, count: count)
    }

    /// Enters what a token may be beside what it is entered as.
    mutating func add(_ word: ClauseWord, at token: Int) {
        words[token].formUnion(word)
        present.formUnion(word)
    }

    /// The marks, once the words are entered.
    mutating func marks() -> ClauseMarks {
        let count = document.tokens.count
        var (borders, positions) = (
            [Int32].filled(with: 0, count: count + 1), [Int32].filled(with: 0, count: count + 1)
        )
        var insertions = [Int32].filled(with: 0, count: count)
        borders.withUnsafeMutableBufferPointer { borders in
            positions.withUnsafeMutableBufferPointer { positions in
                insertions.withUnsafeMutableBufferPointer { measure(borders, $0, positions) }
            }
        }
        (self.borders, self.positions, self.insertions) = (borders, positions, insertions)
        return ClauseMarks(self)
    }

    private func measure(
        _ borders: UnsafeMutableBufferPointer<Int32>, _ insertions: UnsafeMutableBufferPointer<Int32>,
        _ positions: UnsafeMutableBufferPointer<Int32>
    ) {
        var sum: Int32 = 0
        var outer: Int32 = 0
        var position: Int32 = 0
        var insertion: Int32 = -1
        var sentence: Int32 = 0
        for index in document.tokens.indices {
            let kind = document.tokens[index].kind
            if document.tokens[index].sentence != sentence {
                sentence = document.tokens[index].sentence
                insertion = -1
            }
            borders[index] = sum
            positions[index] = position
            // Most of a text: words that mark nothing, with no comma before them.
            if kind == .word, words[index].isEmpty, !follows(.comma, index) {
                if insertion < 0 { position += 1 }
                insertions[index] = insertion
                continue
            }
            let weight = weight(kind, index)
            sum += weight
            if insertion >= 0, kind == .comma ? weight > 0 : kind == .closeBracket || kind == .dash {
                insertion = -1
                sum = outer
            }
            if opensInsertion(kind, index) {
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

    /// Whether a sign of a kind stands before a token.
    @inline(__always)
    private func follows(_ kind: Token.Kind, _ index: Int) -> Bool {
        index > 0 && document.tokens[index - 1].kind == kind
    }

    @inline(__always)
    private func weight(_ kind: Token.Kind, _ index: Int) -> Int32 {
        let weight = rawWeight(kind, index)
        return weight > 0 && isInNumber(index) ? 0 : weight
    }

    /// Whether a sign stands inside a number ("1.1", "40,000"): it is no border.
    private func isInNumber(_ index: Int) -> Bool {
        guard index + 1 < document.tokens.count else { return false }
        return document.tokens[index + 1].kind == .number && !document.tokens[index + 1].spaced
    }

    @inline(__always)
    private func rawWeight(_ kind: Token.Kind, _ index: Int) -> Int32 {
        switch kind {
        case .comma: return 1
        case .colon: return 4
        case .dash: return 3
        case .stop: return 6
        case .openQuote, .closeQuote, .straightQuote: return 2
        default: break
        }
        let word = words[index]
        guard !word.isDisjoint(with: [.but, .subordinate, .relative]) else { return 0 }
        if word.contains(.but) || word.contains(.subordinate) && slots[index] == nil { return 3 }
        return word.contains(.relative) ? 2 : 0
    }

    /// Whether an insertion begins at a token: a bracket, a relative clause or an apposition behind a comma.
    @inline(__always)
    private func opensInsertion(_ kind: Token.Kind, _ index: Int) -> Bool {
        if kind == .openBracket { return true }
        return index > 1 && follows(.comma, index) && opensAside(index)
    }

    /// Whether an insertion begins behind the comma before a token.
    private func opensAside(_ index: Int) -> Bool {
        if words[index].contains(.relative) || words[index].contains(.whose) { return true }
        // "X, in which Y holds a stake,".
        if slots[index] != nil, index + 1 < words.count, words[index + 1].contains(.relative) {
            return closesSoon(index)
        }
        if asides.contains(index) { return closesSoon(index) }
        guard words[index].contains(.determiner), let name = entities.mention(at: index - 2), name.form != .pronoun
        else {
            return false
        }
        return closesSoon(index)
    }

    /// Whether a comma follows before the sentence ends, with no other name and no "and" in between.
    private func closesSoon(_ index: Int) -> Bool {
        for next in index..<min(index + Self.longestApposition, document.tokens.count) {
            let kind = document.tokens[next].kind
            if kind == .comma, weight(kind, next) > 0 { return true }
            if kind == .stop || kind == .colon || words[next].contains(.have) { return false }
        }
        return false
    }

    private static let longestApposition = 25
}
