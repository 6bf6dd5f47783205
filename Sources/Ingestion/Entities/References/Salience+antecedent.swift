// Whom a common noun plainly means.

extension Salience {
    /// Whom a common noun means: of those that it fits, whom the text is about, else the only one known to be such.
    func antecedent(
        noun: CompanyNoun, home: Home?, mustBeKnown: Bool, points: Bool, at token: Int, lexicon: EntityLexicon,
        entities: Entities
    ) -> Int? {
        let fitting = recent.reversed().filter {
            fits($0, noun: noun, home: home, lexicon: lexicon, entities: entities)
        }
        let exact = fitting.filter { entities.all[$0].sort == noun.sort && noun.sort != "company" }
        if exact.count == 1, home == nil { return exact[0] }
        let sure = fitting.filter { isSure($0, noun: noun, home: home, lexicon: lexicon, entities: entities) }
        if sure.count == 1 { return sure[0] }
        if points, let last = fitting.first, last == recent.last { return last }
        if mustBeKnown { return nil }
        let candidates = sure.isEmpty ? fitting : sure
        let topic = current ?? owner
        let maySame = beginsClause(token)
        // A paragraph that begins with such a word is about whom the whole text is about, or the paragraph before.
        if topic == nil, document.tokens[token].paragraph != previousParagraph, maySame {
            if let head = [entities.protagonist, heads.before].lazy.compactMap({ $0 }).first(where: candidates.contains)
            {
                return head
            }
        }
        if let topic, maySame, candidates.contains(topic) { return topic }
        if let previous, previous != topic, candidates.contains(previous) { return previous }
        if topic == nil, let lastTopic, lastTopic == recent.last, candidates.contains(lastTopic) { return lastTopic }
        guard !sure.isEmpty else { return nil }
        if topic == nil, maySame, let whole = entities.protagonist, sure.contains(whole) { return whole }
        return sure.first { $0 != topic || maySame }
    }

    /// Whether a clause may begin at a token, so that its subject may be who the sentence is about.
    private func beginsClause(_ token: Int) -> Bool {
        let before = token - 1
        guard before >= 0, document.tokens[before].sentence == document.tokens[token].sentence else { return true }
        switch document.tokens[before].kind {
        case .comma, .colon, .dash, .closeQuote, .straightQuote: return true
        case .word:
            return cues[before].contains(.who) || cues[before].contains(.conjunction)
                || (max(0, before - 3)...before).contains { document.hit(at: $0, .speech)?.end == token }
        default: return false
        }
    }
}
