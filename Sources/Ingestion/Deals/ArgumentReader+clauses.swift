// Names that only seem to go on a list: they begin the next clause.

extension ArgumentReader {
    /// Whether a name behind a comma and "and" is the subject of what follows, and no second member of a list: "has a contract
    /// with A, and B said", "bought A, and in May B and C signed". Two names that are a list have no comma before "and".
    func beginsClause(_ index: Int, behind gap: Range<Int>, _ mentions: ArraySlice<EntityMention>) -> Bool {
        let first = mentions[index - 1].tokens.lowerBound
        guard let and = gap.first(where: { marks.words[$0].contains(.and) }), and > gap.lowerBound,
            document.tokens[and - 1].kind == .comma, marks.insertions[and] == marks.insertions[first],
            isBehindHead(first)
        else { return false }
        var end = mentions[index].tokens.upperBound
        // The subject may be a list of its own.
        var next = index + 1
        while next < mentions.endIndex, mentions[next].tokens.lowerBound - end <= Self.longestLink,
            (end..<mentions[next].tokens.lowerBound).contains(where: { marks.words[$0].contains(.and) })
        {
            end = mentions[next].tokens.upperBound
            next += 1
        }
        while marks.words[safe: end]?.contains(.adverb) ?? false { end += 1 }
        guard end < document.tokens.count, document.tokens[end].sentence == document.tokens[first].sentence else {
            return false
        }
        return triggers.finite.contains(end) || !marks.words[end].isDisjoint(with: [.say, .have, .be, .will])
    }

    /// Whether a preposition governs a name, or a verb of its sentence stands before it: it is no subject that opens it.
    private func isBehindHead(_ first: Int) -> Bool {
        preposition(before: first).0 != nil
            || verbs.contains(from: document.sentence(of: first).lowerBound, before: first)
    }

    /// How many tokens stand between two names that "and" joins: "A and its B".
    private static let longestLink = 3
}
