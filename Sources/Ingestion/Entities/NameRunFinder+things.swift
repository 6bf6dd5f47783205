// Names that the text itself says are a product's or a project's.

extension NameRunFinder {
    /// "an assistant called X", "un modèle baptisé « X »".
    func isNamedThing(_ first: Int) -> Bool {
        var at = first - 1
        while at > 0, tokens[at].kind == .openQuote || tokens[at].kind == .straightQuote { at -= 1 }
        guard at > 1, cues[at].contains(.named) else { return false }
        if tokens[at - 1].kind == .comma { at -= 1 }
        return thing(endingAt: at, in: tokens[first].sentence) != nil
    }

    /// "its coding agent, X,", "Tailspin's own campus, X.": a name between signs behind what belongs to somebody.
    func isOwnThing(_ range: Range<Int>) -> Bool {
        let comma = range.lowerBound - 1
        guard comma > 1, tokens[comma].kind == .comma, range.upperBound < tokens.count,
            tokens[range.upperBound].kind == .comma || tokens[range.upperBound].kind == .stop,
            let noun = thing(endingAt: comma, in: tokens[range.lowerBound].sentence)
        else { return false }
        let isNew = document.hit(at: noun, .companyNoun) == nil
        return (max(0, noun - 3)..<noun).contains {
            tokens[$0].sentence == tokens[noun].sentence
                && (cues[$0].contains(.owns) || tokens[$0].kind == .possessive || isNew && cues[$0].contains(.article))
        }
    }

    /// The noun of a product or project that ends right before a token, an adjective or a complement behind it included;
    /// `nil` where a company's noun stands there.
    private func thing(endingAt end: Int, in sentence: Int32) -> Int? {
        for at in stride(from: end - 1, through: max(0, end - 4), by: -1) {
            guard tokens[at].sentence == sentence, tokens[at].kind == .word else {
                return nil
            }
            if !cues[at].isDisjoint(with: [.productNoun, .projectNoun]) { return at }
            if document.hit(at: at, .companyNoun) != nil || document.hit(at: at, .function) != nil { return nil }
        }
        return nil
    }
}
