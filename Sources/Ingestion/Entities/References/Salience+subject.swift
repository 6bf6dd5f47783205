// Whom a sentence is about.

extension Salience {
    /// Whether a mention may be what its sentence is about: no preposition governs it, and nothing but small words
    /// or an introduction up to a comma stands before it.
    func isSubject(_ words: Range<Int>, _ entities: Entities) -> Bool {
        guard !document.tokens[words.lowerBound].flags.contains(.quoted) else { return false }
        let sentence = document.sentence(of: words.lowerBound)
        let isBeforeVerb = startsVerb(words.upperBound)
        var at = words.lowerBound - 1
        while at >= sentence.lowerBound {
            let token = document.tokens[at]
            if token.kind == .comma || token.kind == .dash {
                return isBeforeVerb || !hasMention(sentence.lowerBound..<at, entities)
                    || at == words.lowerBound - 1 && isTitle(sentence.lowerBound..<at, entities)
                        && isClosed(words.upperBound)
            }
            if token.kind == .colon { return isBeforeVerb || isSemicolon(at) && isApposed(words, entities) }
            if isBeforeVerb, token.kind == .word, at < words.lowerBound - 1 { break }
            // "chez qui X", "with whom X": its clause has its subject behind the relative word.
            if at == words.lowerBound - 1, at > sentence.lowerBound, cues[at].contains(.who),
                cues[at - 1].contains(.objectPrep) || cues[at - 1].contains(.locative)
            {
                return true
            }
            if token.kind == .word, cues[at].contains(.objectPrep) || cues[at].contains(.locative) { return false }
            if token.kind == .word, cues[at].contains(.actVerb) { return false }
            at -= 1
        }
        return true
    }

    /// Whether words only tell what somebody named behind them is to a company: "X's largest shareholder, Y,".
    private func isTitle(_ words: Range<Int>, _ entities: Entities) -> Bool {
        let names = entities.organisations(in: words)
        guard names.count == 1, let name = names.first,
            name.possessive || name.tokens.lowerBound > 0 && cues[name.tokens.lowerBound - 1].contains(.belongs)
        else { return false }
        return words.allSatisfy { token in
            document.tokens[token].kind != .comma && !cues[token].contains(.actVerb) && !cues[token].contains(.who)
        }
    }

    /// Whether a comma ends a name.
    private func isClosed(_ end: Int) -> Bool {
        end < document.tokens.count && document.tokens[end].kind == .comma
    }

    /// Whether a comma stands right behind a name that opens its clause, and no other name behind that: "; X, the cable
    /// maker, contributes".
    private func isApposed(_ words: Range<Int>, _ entities: Entities) -> Bool {
        let end = words.upperBound
        return isClosed(end) && !hasMention(end + 1..<end + 2, entities)
    }

    private func hasMention(_ range: Range<Int>, _ entities: Entities) -> Bool {
        !entities.organisations(in: range).isEmpty
    }

    /// Whether another organisation is joined to it: "X and Y", "X and the Danish bank Y", "X and its owner".
    func isJoined(_ mention: EntityMention, _ entities: Entities) -> Bool {
        let end = mention.tokens.upperBound
        guard end + 1 < document.tokens.count else { return false }
        // "X, Y and Z", but "X, Y's rival," is one.
        if document.tokens[end].kind == .comma {
            return entities.organisations(in: end + 1..<end + 2).contains { !$0.possessive }
        }
        guard cues[end].contains(.conjunction), document.tokens[end].kind == .word, !cues[end].contains(.who) else {
            return false
        }
        for at in end + 1..<min(end + 1 + Self.longestJoint, document.tokens.count) {
            if !entities.organisations(in: at..<at + 1).isEmpty || document.hit(at: at, .companyNoun) != nil {
                return true
            }
            guard document.tokens[at].kind == .word, !cues[at].contains(.actVerb), !cues[at].contains(.objectPrep),
                !cues[at].contains(.who)
            else { return false }
        }
        return false
    }

    /// How many words may stand before the second of two that are joined.
    private static let longestJoint = 5
}
