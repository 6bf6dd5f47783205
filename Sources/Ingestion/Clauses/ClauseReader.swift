/// Reads the small words of sentences: what clauses are made of.
struct ClauseReader: Sendable {
    private var words: [ClauseWord] = []
    private var wordForms: FormLexicon
    private var slots: [Slot] = []
    private var slotForms = FormLexicon(.preposition)
    private var participleEndings: [[UInt8]] = []
    private var participles = WordSet()

    /// Compiles the tables of clause words and prepositions into the gazetteer.
    init(
        _ tables: Tables, _ paradigms: Paradigms, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        var (names, places) = (ColumnWords<ClauseWord>(), ColumnWords<Slot>())
        let rows = try tables.own("clause_words")
        wordForms = FormLexicon(.clauseWord, count: rows.count)
        for row in rows {
            if row.has(Self.filler, in: 2) { gazetteer.addFiller(row[0]) }
            let word = try names.value(of: 2, in: row, ClauseWord.init)
            try wordForms.add(column: 0, paradigm: 1, row: words.count, from: row, paradigms, &gazetteer)
            words.append(word)
        }
        for row in try tables.own("prepositions") {
            let slot = try places.value(of: 1, in: row, Slot.init)
            try slotForms.add(column: 0, row: slots.count, from: row, paradigms, &gazetteer)
            slots.append(slot)
        }
        for row in try tables.own("participle_endings") {
            switch row[0] {
            case "ending": participleEndings = row.list(1).map { Array($0.utf8) }
            case "word": participles = WordSet(row.list(1).map(Folding.hash))
            default: throw row.unknown(row[0])
            }
        }
    }

    /// What the table calls an adverb that may stand between the words of a trigger too.
    private static let filler = "filler"

    /// Whether a word may be a participle, by its ending.
    private func isParticiple(_ token: Token, _ bytes: [UInt8]) -> Bool {
        guard token.kind == .word, !token.capitalised else { return false }
        if participles.contains(token.hash) { return true }
        let word = bytes[Int(token.start)..<Int(token.end)]
        return participleEndings.contains { word.count > $0.count + 1 && word.suffix($0.count).elementsEqual($0) }
    }

    /// The marks of a text's tokens.
    func marks(of document: Document, _ entities: Entities) -> ClauseMarks {
        var scan = ClauseScan(document, entities)
        // Several words that are an adverb together ("en outre", "so far") are passed over, and hold no preposition.
        var adverbs: [Range<Int>] = []
        for hit in document.hits(of: .clauseWord) where wordForms.features(hit, in: document) != nil {
            scan.add(words[hit.row], at: hit.first)
            if words[hit.row] == .plural { scan.plurals.append(hit.tokens) }
            if words[hit.row] == .adverb, hit.tokens.count > 1 { adverbs.append(hit.tokens) }
        }
        for hit in document.hits(of: .preposition) where slotForms.features(hit, in: document) != nil {
            for token in hit.tokens { scan.slots[token] = slots[hit.row] }
        }
        for tokens in adverbs {
            for token in tokens {
                scan.add(.adverb, at: token)
                scan.slots[token] = nil
            }
        }
        // "tandis que" begins a clause, whatever "que" is alone.
        for hit in document.hits(of: .clauseWord) where hit.tokens.count > 1 && words[hit.row] == .subordinate {
            for token in hit.tokens { scan.slots[token] = nil }
        }
        for index in document.tokens.indices.dropFirst(2) where document.tokens[index - 1].kind == .comma {
            if isParticiple(document.tokens[index], document.bytes) { scan.asides.insert(index) }
        }
        return scan.marks()
    }
}
