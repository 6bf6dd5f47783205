/// Who bears what a noun or participle says: whoever stands before it, as its subject or in apposition.
extension RelationSentence {
    /// Who bears a noun or participle that begins before a token: "A, the N", "A is the N", "A, one of the N", "A and B,
    /// the Ns".
    func bearer(before index: Int, _ number: RelationCue.Number) -> [EntityMention]? {
        if let head = apposedHead(before: index) { return number == .plural ? coordinated(endingWith: head) : [head] }
        guard var last = last(before: index) else { return impliedBearer(before: index) }
        guard !last.possessive else { return nil }
        // "A (ABC), a rival of B": A.
        let open = last.tokens.lowerBound - 1
        if open > tokens.lowerBound, kind(at: open) == .openBracket, kind(at: last.tokens.upperBound) == .closeBracket,
            let name = self.last(before: open), name.tokens.upperBound == open
        {
            last = name
        }
        // "A, the British chip designer backed by B": the name that the noun explains.
        if last.form != .name, let name = self.last(before: last.tokens.lowerBound), name.form == .name,
            last.tokens.lowerBound - name.tokens.upperBound <= Self.apposition, isComma(name.tokens.upperBound),
            (name.tokens.upperBound + 1..<last.tokens.lowerBound).allSatisfy(isFiller), !isComma(last.tokens.upperBound)
        {
            last = name
        }
        var start = behindBracket(last.tokens.upperBound)
        // "The group of Jarry, controlled by B".
        if last.form == .nominal, word(at: start) == .of, let place = document.hit(at: start + 1, .place),
            place.end < index
        {
            start = place.end
        }
        // "owns a part of A too, a rival of B".
        if word(at: start) == .adverb, start + 1 < index, isComma(start + 1) { start += 1 }
        let gap = min(start, index)..<index
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
        // "X, of A, its clients": one is no plural; "A, the best known of the clients", "A, le premier des clients": it is.
        let several = companions(of: last) ?? coordinated(endingWith: last)
        let isOf = word(at: index - 1) == .of || word(at: index - 1) == .determiner && word(at: index - 2) == .of
        let isOneOf = isOf && gap.count > 2 && isDefinite(gap.lowerBound + 1)
        return several.count > 1 || last.form != .name || isOneOf ? several : nil
    }

    /// "A, the Turin fund, and the insurer B, shareholders of C": both, over what explains the first.
    private func companions(of last: EntityMention) -> [EntityMention]? {
        let start = max(tokens.lowerBound + 1, last.tokens.lowerBound - Self.apposition)
        guard last.form == .name, let and = (start..<max(start, last.tokens.lowerBound)).last(where: { !isFiller($0) }),
            word(at: and) == .and, isComma(and - 1), let first = self.last(before: and - 1), first.form == .name,
            !first.possessive, isComma(first.tokens.upperBound), first.tokens.upperBound < and - 1,
            isDefinite(first.tokens.upperBound + 1), and - first.tokens.upperBound <= Self.reach / 2
        else { return nil }
        return [first, last]
    }

    /// "It is a backer of B", "Il est aussi client de B": whom a small word means at the head of a sentence.
    private func impliedBearer(before index: Int) -> [EntityMention]? {
        guard let link = predicateLink(before: index), isPredicate(link + 1..<index) else { return nil }
        return subjects(before: link..<link + 1).nonEmpty
    }

    /// Whether a token is an article or the like before what is known: "the", "this", but not "a".
    func isDefinite(_ token: Int) -> Bool {
        switch word(at: token) {
        case .determiner: document.hit(at: token, .numberWord) == nil
        case .this: true
        default: false
        }
    }

    /// The token behind a bracket that follows a name, or that closes around it: "A (ABC), a rival", "the Agency (A), a
    /// client".
    func behindBracket(_ token: Int) -> Int {
        guard token < tokens.upperBound else { return token }
        if kind(at: token) == .closeBracket { return token + 1 }
        guard kind(at: token) == .openBracket else { return token }
        let end = (token..<min(token + Self.apposition + 1, tokens.upperBound)).first { kind(at: $0) == .closeBracket }
        return end.map { $0 + 1 } ?? token
    }

    /// "A, the market's leader and a rival", "A, B's neighbour and its supplier": whom an apposition of several nouns
    /// describes, where nobody but owners is named in it.
    private func apposedHead(before index: Int) -> EntityMention? {
        let start = max(tokens.lowerBound, index - Self.reach)
        guard
            let comma = (start..<index).last(where: {
                !isFiller($0) && word(at: $0) != .and && word(at: $0) != .among
            }), isComma(comma),
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
            guard isFiller(token) || word == .copula || word == .among || isSince(token) || isWithinCopula(token)
            else { break }
            token -= 1
        }
        return found
    }

    /// "is best known as": whether a token is the end of a longer form of being.
    private func isWithinCopula(_ token: Int) -> Bool {
        (max(tokens.lowerBound, token - 3)..<token).contains {
            word(at: $0) == .copula && (document.hit(at: $0, .relationWord)?.end ?? 0) > token
        }
    }

    /// "since 2024", "depuis 2024".
    func isSince(_ token: Int) -> Bool {
        word(at: token) == .at && token + 1 < tokens.upperBound && kind(at: token + 1) == .number
    }

    /// Where a few words between two commas begin that name nobody, and stand behind a copula.
    private func aside(endingWith comma: Int) -> Int? {
        let start = max(tokens.lowerBound, comma - Self.apposition - 1)
        guard let open = (start..<comma).last(where: isComma), open > tokens.lowerBound,
            let verb = (max(tokens.lowerBound, open - 3)..<open).last(where: { word(at: $0) != .adverb }),
            word(at: verb) == .copula,
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
