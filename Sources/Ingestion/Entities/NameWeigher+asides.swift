// What stands between a name and its verb.

extension NameWeigher {
    /// Whether a verb of companies stands behind what says where a name is from, or an aside in brackets: "X of Norway
    /// will", "X (Oslo) achètera".
    func isActVerbBehindAside(_ end: Int) -> Bool {
        let verb = tokens[end].kind == .openBracket ? endOfBrackets(end) : endOfOrigin(end)
        guard let verb, verb < tokens.count, tokens[verb].sentence == tokens[end].sentence else { return false }
        return cues[verb].contains(.actVerb)
    }

    private func endOfBrackets(_ open: Int) -> Int? {
        let reach = open..<min(tokens.count, open + Self.longestAside)
        return reach.first { tokens[$0].kind == .closeBracket }.map { $0 + 1 }
    }

    /// Behind "of Norway", "in Leeds".
    private func endOfOrigin(_ preposition: Int) -> Int? {
        guard !cues[preposition].isDisjoint(with: [.belongs, .locative, .origin]),
            let place = document.hit(at: preposition + 1, .place), !lexicon.isDemonym(place: place.row)
        else { return nil }
        return place.end
    }

    /// The longest aside, in tokens.
    private static let longestAside = 10
}
