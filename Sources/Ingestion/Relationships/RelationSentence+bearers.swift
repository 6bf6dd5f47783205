/// Who bears what a noun or participle says: whoever stands before it, as its subject or in apposition.
extension RelationSentence {
    /// Who bears a noun or participle that begins before a token: "A, the N", "A is the N", "A, one of the N", "A and B,
    /// the Ns".
    func bearer(before index: Int, _ number: RelationCue.Number) -> [EntityMention]? {
        if let head = apposedHead(before: index) { return number == .plural ? coordinated(endingWith: head) : [head] }
        guard var last = last(before: index), !last.possessive else { return nil }
        // "A, the British chip designer backed by B": the name that the noun explains.
        if last.form != .name, let name = self.last(before: last.tokens.lowerBound), name.form == .name,
            last.tokens.lowerBound - name.tokens.upperBound <= Self.apposition, isComma(name.tokens.upperBound),
            (name.tokens.upperBound + 1..<last.tokens.lowerBound).allSatisfy(isFiller), !isComma(last.tokens.upperBound)
        {
            last = name
        }
        let gap = last.tokens.upperBound..<index
        // "A, a subsidiary of B and a rival of C": A.
        if word(at: gap.lowerBound) == .and, gap.dropFirst().allSatisfy(isFiller), let head = described(by: last) {
            return [head]
        }
        // "A is its client and B its rival": the second verb is left out.
        if let link = predicateLink(before: index), link >= last.tokens.upperBound || last.form != .name {
            if word(at: link) == .among, link == gap.lowerBound || isComma(link - 1) {
                return coordinated(endingWith: last)
            }
            let subject = subjects(before: link..<link + 1)
            return subject.isEmpty ? nil : subject
        }
        guard gap.count <= Self.reach, !gap.contains(where: isStop), opens(gap) || gap.isEmpty else { return nil }
        if gap.dropFirst().contains(where: isComma), !isChain(gap) { return nil }
        if gap.contains(where: { [.whose, .which, .it].contains(word(at: $0)) }) { return nil }
        guard number == .plural else { return [last] }
        // "X, of A, its clients": one is no plural.
        let several = coordinated(endingWith: last)
        return several.count > 1 || last.form != .name ? several : nil
    }

    /// "A, the market's leader and a rival", "A, B's neighbour and its supplier": whom an apposition of several nouns
    /// describes, where nobody but owners is named in it.
    private func apposedHead(before index: Int) -> EntityMention? {
        let start = max(tokens.lowerBound, index - Self.reach)
        guard let comma = (start..<index).last(where: { !isFiller($0) && word(at: $0) != .and }), isComma(comma),
            (comma + 1..<index).contains(where: { word(at: $0) == .and }), word(at: comma + 1) != .and,
            let head = last(before: comma), head.tokens.upperBound == comma, head.form == .name, !head.possessive,
            !mentions.contains(where: {
                $0.tokens.lowerBound > comma && $0.tokens.upperBound <= index && !$0.possessive && $0.form == .name
            })
        else { return nil }
        return head
    }

    /// "A, another British name, a subsidiary of B": two phrases with an article each.
    private func isChain(_ gap: Range<Int>) -> Bool {
        let commas = gap.filter(isComma)
        return commas.count == 2 && commas[1] - commas[0] <= Self.apposition
            && word(at: commas[0] + 1) == .determiner
            && (commas[0] + 1..<commas[1]).allSatisfy(isFiller)
    }

    /// The copula or "one of" that makes a noun a predicate: "is also the largest", "remains".
    func predicateLink(before index: Int) -> Int? {
        var found: Int?
        var token = index - 1
        var end = index - Self.apposition - 2
        while token >= max(tokens.lowerBound, end) {
            let word = word(at: token)
            if word == .copula || word == .among { found = token }
            // "is, before the sale, the main shareholder".
            if found == nil, isComma(token), let start = aside(endingWith: token) {
                end -= token - start
                token = start - 1
                continue
            }
            guard isFiller(token) || word == .copula || word == .among || isSince(token) else { break }
            token -= 1
        }
        return found
    }

    /// "since 2024", "depuis 2024".
    private func isSince(_ token: Int) -> Bool {
        word(at: token) == .at && token + 1 < tokens.upperBound && kind(at: token + 1) == .number
    }

    /// Where a few words between two commas begin that name nobody, and stand behind a copula.
    private func aside(endingWith comma: Int) -> Int? {
        let start = max(tokens.lowerBound, comma - Self.apposition - 1)
        guard let open = (start..<comma).last(where: isComma), open > tokens.lowerBound, word(at: open - 1) == .copula,
            !mentions.contains(where: { $0.tokens.lowerBound > open && $0.tokens.lowerBound < comma })
        else { return nil }
        return open
    }

    /// Whether a gap begins with the mark of an apposition.
    func opens(_ gap: Range<Int>) -> Bool {
        guard let first = gap.first else { return false }
        return isComma(first) || kind(at: first) == .openBracket || kind(at: first) == .dash
    }
}
