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

    /// Where what follows goes on behind ", of Leeds,", ", à Malmö,": where a company is, before what it is.
    func endOfWhence(_ preposition: Int, _ sentence: Range<Int>) -> Int? {
        guard !cues[preposition].isDisjoint(with: [.belongs, .locative, .origin]),
            cues[preposition].isDisjoint(with: [.fronts])
                || cues[preposition].contains(.locative)
        else { return nil }
        var at = preposition + 1
        while at < min(sentence.upperBound, preposition + Self.longestWhence),
            finder.isNamePart(at) || tokens[at].kind == .hyphen
        { at += 1 }
        guard at > preposition + 1, at + 1 < sentence.upperBound, tokens[at].kind == .comma else { return nil }
        return cues[at + 1].isDisjoint(with: [.article, .definite]) ? nil : at + 1
    }

    /// How many tokens such a place has at most, with its preposition.
    private static let longestWhence = 5

    /// Whether a word stands alone between signs behind a company and "of": "Contoso Compute, of Guelph, buys".
    func isWhence(_ range: Range<Int>) -> Bool {
        let link = range.lowerBound - 1
        guard link > 2, isPlain(range), cues[link].contains(.genitive), cues[link].isDisjoint(with: [.contracted]),
            tokens[link - 1].kind == .comma, finder.isNamePart(link - 2), range.upperBound < tokens.count,
            tokens[range.upperBound].kind == .comma || tokens[range.upperBound].kind == .stop
        else { return false }
        return lexicon.head(tokens[link - 2], at: .last)?.kind == .organisation && !speaks(link - 2..<link - 1)
            && !isListed(link, range.upperBound)
    }

    /// "d'Onde Capital, de X, de Granit": whether what is before and behind has the same preposition.
    private func isListed(_ link: Int, _ end: Int) -> Bool {
        if tokens[end].kind == .comma, end + 1 < tokens.count, cues[end + 1].contains(.genitive) { return true }
        var at = link - 2
        while at > 0, link - at < Self.longestAside, finder.isNamePart(at) || tokens[at].kind == .hyphen { at -= 1 }
        return cues[at].contains(.genitive) && tokens[at].sentence == tokens[link].sentence
    }

    /// The longest aside, in tokens.
    private static let longestAside = 10
}
