// Nouns for several who act as one: "a pool of A and B", "un consortium emmené par A".

extension ArgumentReader {
    /// The preposition of a group and where it stands; of those whom a collective noun stands for, that of the noun.
    func place(of mentions: [EntityMention]) -> (Slot?, Int) {
        let (slot, start) = preposition(before: mentions[0].tokens.lowerBound)
        guard slot == .led || (slot == .of && mentions.count > 1), let noun = collective(before: start) else {
            return (slot, start)
        }
        return preposition(before: noun)
    }

    /// The collective noun before a preposition, over what describes it: "pool bancaire composé de".
    private func collective(before start: Int) -> Int? {
        guard marks.present.contains(.collective) else { return nil }
        let sentence = document.sentence(of: start)
        for token in stride(from: start - 1, through: max(sentence.lowerBound, start - Self.longestDescription), by: -1)
        {
            if marks.words[token].contains(.collective) { return token }
            let isPlain = document.tokens[token].kind == .word && !marks.words[token].contains(.determiner)
            guard isPlain || marks.slots[token] == .of else { return nil }
        }
        return nil
    }

    /// How many words may stand between a collective noun and those whom it stands for: "of Asian banks led by".
    private static let longestDescription = 5

    /// The preposition of a name where that before it belongs to something else: to the noun that the name stands beside,
    /// "le spécialiste du refroidissement A", or to goods that it says whose they are, "at a campus owned by A".
    func described(_ place: (slot: Slot?, start: Int), _ name: Int) -> (Slot?, Int) {
        if place.slot == .held {
            let first = sequence(first: place.start) { $0 > 0 && marks.slots[$0 - 1] == .held ? $0 - 1 : nil }
            return (first.contains { goods.contains($0 - 1) } ? .at : .like, place.start)
        }
        guard place.slot == .of, let noun = companyNoun(before: place.start, name) else {
            return (place.slot, place.start)
        }
        return preposition(before: noun)
    }

    /// The noun for a company that a name stands beside, over what describes it; none stands right before the name.
    private func companyNoun(before start: Int, _ name: Int) -> Int? {
        let plain = start + 1..<max(start + 1, name)
        guard plain.contains(where: { marks.words[$0].isEmpty }), plain.allSatisfy(isDescription),
            !plain.contains(where: { document.hit(at: $0, .companyNoun) != nil })
        else { return nil }
        let first = max(document.sentence(of: start).lowerBound, start - Self.longestDescription)
        for token in stride(from: start - 1, through: first, by: -1) {
            if document.hit(at: token, .companyNoun) != nil { return token }
            guard isDescription(token) || marks.slots[token] == .of else { return nil }
        }
        return nil
    }

    /// Whether a token is a plain word, or an article.
    private func isDescription(_ token: Int) -> Bool {
        document.tokens[token].kind == .word && marks.slots[token] == nil && !verbs.contains(token)
            && entities.mention(at: token) == nil
            && (marks.words[token].isEmpty || marks.words[token].contains(.determiner))
    }
}
