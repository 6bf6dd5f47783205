// How far a run of capitalised words goes.

extension NameRunFinder {
    /// The longest run that is looked at, in tokens.
    private static let longest = 16

    /// The token behind the run of names that begins here, connectors inside included.
    func runEnd(from first: Int) -> Int {
        var end = first + 1
        while end < tokens.count, end - first < Self.longest, tokens[end].sentence == tokens[first].sentence {
            guard let next = continuation(first, end) else { break }
            end = next
        }
        return end
    }

    /// Where the run goes on behind `end`, or `nil`.
    private func continuation(_ first: Int, _ end: Int) -> Int? {
        if isNamePart(end) { return end + 1 }
        switch tokens[end].kind {
        case .hyphen:
            guard end + 1 < tokens.count, tokens[end + 1].kind == .word else { return nil }
            if isNamePart(end + 1) { return end + 2 }
            if end + 3 < tokens.count, tokens[end + 2].kind == .hyphen, isNamePart(end + 3) { return end + 4 }
            return cues[end + 1].contains(.compoundTail) || !isPersonLike(first, end) ? nil : end + 2
        case .symbol where isAmpersand(end):
            return end + 1 < tokens.count && isNamePart(end + 1) ? end + 2 : nil
        case .closeQuote where !tokens[end].spaced && endsInPluralPossessive(end):
            return end + 2
        case .stop where isInitial(end - 1) && !tokens[end].spaced:
            return end + 1 < tokens.count && isNamePart(end + 1) ? end + 2 : nil
        case .word:
            return afterConnectors(first, end)
        default: return nil
        }
    }

    /// A lower-case part behind a hyphen belongs to a name such as "Jun-seo".
    private func isPersonLike(_ first: Int, _ end: Int) -> Bool {
        lexicon.firstNames.contains(tokens[end - 1].hash) || end - first >= 2
    }

    /// "Teachers' Fund": an apostrophe behind an s, with a name word behind it.
    private func endsInPluralPossessive(_ mark: Int) -> Bool {
        document.bytes[Int(tokens[mark - 1].end) - 1] | 0x20 == 0x73 && mark + 1 < tokens.count
            && tokens[mark + 1].spaced && isNamePart(mark + 1) && !tokens[mark].flags.contains(.quoted)
            && !tokens[mark - 1].flags.contains(.quoted)
    }

    private func isInitial(_ index: Int) -> Bool {
        tokens[index].kind == .word && tokens[index].end - tokens[index].start == 1
    }

    private func isAmpersand(_ index: Int) -> Bool {
        document.bytes[Int(tokens[index].start)] == 0x26
    }

    /// Steps over "de", "van der", "of", "and" to the next name word, where they join.
    private func afterConnectors(_ first: Int, _ end: Int) -> Int? {
        var at = end
        while at < tokens.count, at - end < 3, tokens[at].kind == .word, !isNamePart(at) {
            let cue = cues[at]
            guard joins(cue, first, end, firm: at + 1) else { return nil }
            at += 1
        }
        guard at > end, at < tokens.count, tokens[at].sentence == tokens[first].sentence, isNamePart(at) else {
            return nil
        }
        return at + 1
    }

    private func joins(_ cue: NameCues, _ first: Int, _ end: Int, firm: Int) -> Bool {
        if cue.contains(.joinsFirm) { return firm < tokens.count && cues[firm].contains(.firmTail) }
        if cue.contains(.link) { return true }
        guard cue.contains(.headLink) else { return false }
        let isPerson = end - first == 1 && lexicon.firstNames.contains(tokens[first].hash)
        return isPerson || opensWithHead(first, end)
    }

    /// Whether an organisation word that takes "of" begins the run, or ends it so far ("School of").
    private func opensWithHead(_ first: Int, _ end: Int) -> Bool {
        (first..<end).contains { index in
            guard let head = lexicon.head(tokens[index], at: .first), head.takesComplement else { return false }
            return index == first || index == end - 1 || cues[index - 1].contains(.small)
        }
    }

    // MARK: Small words inside names

    /// The end of a name that goes on in small letters behind its organisation word: "Institut Contoso de
    /// conjoncture", "Caisse ouest-africaine d'investissement".
    func openEnd(_ first: Int, _ end: Int) -> Int {
        guard lexicon.head(tokens[first], at: .first)?.opens == true || companyNounEnds(at: first) else { return end }
        var at = end
        if end == first + 1, let next = adjectiveEnd(at) { at = next }
        if let next = complementEnd(at) { return next }
        return at
    }

    /// Whether a common noun for a company stands right before: "l'association Contoso".
    func companyNounEnds(at first: Int) -> Bool {
        (max(0, first - 4)..<first).contains { document.hit(at: $0, .companyNoun)?.end == first }
    }

    /// The end of an adjective in small letters, told by its ending.
    private func adjectiveEnd(_ at: Int) -> Int? {
        var at = at
        guard isPlainWord(at) else { return nil }
        while at + 2 < tokens.count, tokens[at + 1].kind == .hyphen { at += 2 }
        guard isPlainWord(at), lexicon.isAdjective(tokens[at], document.bytes) else { return nil }
        return at + 1
    }

    /// The end of "de l'énergie", "d'investissement", "du pneu": one noun in small letters, then no name.
    private func complementEnd(_ at: Int) -> Int? {
        var at = at
        guard at < tokens.count, tokens[at].kind == .word, cues[at].contains(.headLink) else { return nil }
        while at < tokens.count, tokens[at].kind == .word, cues[at].contains(.headLink) { at += 1 }
        if at < tokens.count, isNamePart(at) { return knownName(at: at)?.layer == .company ? nil : at + 1 }
        guard isPlainWord(at), !cues[at].contains(.small), !lexicon.isInfinitive(tokens[at], document.bytes) else {
            return nil
        }
        var end = at + 1
        if let adjective = adjectiveEnd(end) { end = adjective }
        return end
    }

    private func isPlainWord(_ at: Int) -> Bool {
        at < tokens.count && tokens[at].kind == .word && !tokens[at].capitalised && !tokens[at].flags.contains(.elision)
    }
}
