/// Reads the small words of sentences: what clauses are made of.
struct ClauseReader: Sendable {
    private var words: [ClauseWord] = []
    private var wordForms = FormLexicon(.clauseWord)
    private var slots: [Slot] = []
    private var slotForms = FormLexicon(.preposition)

    /// Compiles the tables of clause words and prepositions into the gazetteer.
    init(
        _ tables: Tables, _ paradigms: Paradigms, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        for row in try tables.own("clause_words") {
            guard let word = ClauseWord(name: row[2]) else { throw row.unknown(row[2]) }
            try wordForms.add(row[0], row[1], row: words.count, from: row, paradigms, &gazetteer)
            words.append(word)
        }
        for row in try tables.own("prepositions") {
            guard let slot = Slot(rawValue: row[1]) else { throw row.unknown(row[1]) }
            try slotForms.add(row[0], "", row: slots.count, from: row, paradigms, &gazetteer)
            slots.append(slot)
        }
    }

    /// The marks of a text's tokens.
    func marks(of document: Document, _ entities: Entities) -> ClauseMarks {
        var marks = ClauseMarks(count: document.tokens.count)
        for hit in document.hits {
            switch hit.layer {
            case .clauseWord:
                guard wordForms.features(hit, in: document) != nil else { continue }
                marks.words[hit.first].formUnion(words[hit.row])
                if words[hit.row] == .plural { marks.plurals.append(hit.tokens) }
            case .preposition:
                guard slotForms.features(hit, in: document) != nil else { continue }
                for token in hit.tokens { marks.slots[token] = slots[hit.row] }
            default: continue
            }
        }
        marks.measure(document, entities)
        return marks
    }
}

/// What the small words of a text are, token by token.
struct ClauseMarks: Sendable {
    var words: [ClauseWord]
    /// The preposition that a token is, or is part of.
    var slots: [Slot?]
    /// The words that stand for several companies named before, in order.
    var plurals: [Range<Int>] = []
    /// How many borders of clauses lie before each token, weighted.
    private(set) var borders: [Int32]
    /// The first token of the insertion (bracket, relative clause between commas) that a token stands in, else -1.
    private(set) var insertions: [Int32]

    /// How many tokens outside insertions lie before each token.
    private var positions: [Int32]

    /// How far two tokens lie from each other, insertions left out.
    func distance(_ one: Int, _ other: Int) -> Int {
        Int(abs(positions[one] - positions[other]))
    }

    init(count: Int) {
        words = Array(repeating: [], count: count)
        slots = Array(repeating: nil, count: count)
        borders = Array(repeating: 0, count: count + 1)
        insertions = Array(repeating: -1, count: count)
        positions = Array(repeating: 0, count: count + 1)
    }

    /// The weight of the borders between two tokens.
    func borders(_ one: Int, _ other: Int) -> Int {
        Int(abs(borders[max(one, other)] - borders[min(one, other)]))
    }

    fileprivate mutating func measure(_ document: Document, _ entities: Entities) {
        var sum: Int32 = 0
        var outer: Int32 = 0
        var position: Int32 = 0
        var insertion: Int32 = -1
        for (index, token) in document.tokens.enumerated() {
            if index > 0, token.sentence != document.tokens[index - 1].sentence { insertion = -1 }
            borders[index] = sum
            positions[index] = position
            sum += weight(token, index, document)
            if insertion >= 0, closesInsertion(token, index, document) {
                insertion = -1
                sum = outer
            }
            if opensInsertion(document, entities, index) {
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

    private func closesInsertion(_ token: Token, _ index: Int, _ document: Document) -> Bool {
        switch token.kind {
        case .comma: weight(token, index, document) > 0
        case .closeBracket, .dash: true
        default: false
        }
    }

    private func weight(_ token: Token, _ index: Int, _ document: Document) -> Int32 {
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
    private func opensInsertion(_ document: Document, _ entities: Entities, _ index: Int) -> Bool {
        let token = document.tokens[index]
        if token.kind == .openBracket { return true }
        guard index > 1, document.tokens[index - 1].kind == .comma else { return false }
        if words[index].contains(.relative) || words[index].contains(.whose) { return true }
        guard words[index].contains(.determiner), entities.mention(at: index - 2) != nil else { return false }
        return closesSoon(document, index)
    }

    /// Whether a comma follows before the sentence ends, with no other name and no "and" in between.
    private func closesSoon(_ document: Document, _ index: Int) -> Bool {
        for next in index..<min(index + Self.longestApposition, document.tokens.count) {
            let token = document.tokens[next]
            if token.kind == .comma, weight(token, next, document) > 0 { return true }
            if token.kind == .stop || words[next].contains(.have) { return false }
        }
        return false
    }

    private static let longestApposition = 25
}
