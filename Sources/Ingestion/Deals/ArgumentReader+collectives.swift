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
}
