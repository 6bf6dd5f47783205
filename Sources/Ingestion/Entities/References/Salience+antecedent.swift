// Whom a common noun plainly means.

extension Salience {
    /// Whom a common noun means: of those that it fits, whom the text is about, else the only one known to be such.
    ///
    /// `words` are those that tell which one, `reporter` is who says so.
    func antecedent(
        noun: CompanyNoun, home: Home?, mustBeKnown: Bool, points: Bool, words: [Int], reporter: Int?, at token: Int,
        lexicon: EntityLexicon, entities: Entities
    ) -> Int? {
        let maySame = beginsClause(token)
        var fitting = recent.reversed().filter {
            fits($0, noun: noun, home: home, lexicon: lexicon, entities: entities)
        }
        // Whoever speaks hardly says "the Norwegian lender" of itself; who is named for the first time speaks of another.
        if let reporter, fitting.count > 1, home != nil || noun.sort != "company" || traces[reporter].count == 1 {
            fitting.removeAll { $0 == reporter }
        }
        if let home, home.isExact {
            let there = fitting.filter { entities.all[$0].home?.meets(home) ?? false }
            if !there.isEmpty { fitting = there }
        }
        if isOpening(token), let first = headlined(entities), fitting.contains(first) { return first }
        if !words.isEmpty {
            let called = recent.reversed().filter { entity in
                entity != reporter && isCalled(entity, by: words, lexicon, entities)
                    && fits(entity, noun: nil, home: home, lexicon: lexicon, entities: entities)
            }
            if called.count == 1 { return called[0] }
            if !called.isEmpty { fitting = called }
        }
        let exact = fitting.filter { entities.all[$0].sort == noun.sort && noun.sort != "company" }
        let sure = fitting.filter { isSure($0, noun: noun, home: home, lexicon: lexicon, entities: entities) }
        // Of one that is called by a plain noun, and known to be such, whom the paragraph speaks of.
        let spokenOf =
            words.count < 2 && maySame && document.tokens[token].paragraph == previousParagraph
            ? current ?? previous : nil
        if exact.count == 1, home == nil, spokenOf.map({ !sure.contains($0) }) ?? true { return exact[0] }
        if sure.count == 1 { return sure[0] }
        if points, let last = fitting.first, last == recent.last { return last }
        if mustBeKnown { return nil }
        let candidates = sure.isEmpty ? fitting : sure
        let topic = current ?? owner
        // A paragraph that begins with such a word is about whom the whole text is about, or the paragraph before.
        if topic == nil, document.tokens[token].paragraph != previousParagraph, maySame {
            if let head = heads.before, head == headlined(entities), candidates.contains(head) { return head }
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

    /// Whether a token opens the first sentence behind the headline.
    private func isOpening(_ token: Int) -> Bool {
        document.tokens[token].paragraph == 1 && document.sentence(of: token).lowerBound == token
            && !document.isHeadline(token) && document.isHeadline(token - 1)
    }

    /// The company that the headline names first.
    private func headlined(_ entities: Entities) -> Int? {
        entities.organisations(in: document.sentences[0]).first?.entity
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
