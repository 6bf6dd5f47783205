// How a run of capitalised words is cut at the names of the catalogue.

extension NameRunFinder {
    /// Cuts a run at the names of the catalogue that it holds; returns where the text goes on.
    mutating func split(_ run: Range<Int>) -> Int {
        var at = run.lowerBound
        var start = at
        while at < run.upperBound {
            if let hit = knownName(at: at), accepts(hit, in: run, from: start) {
                if let joined = joinedEnd(start, hit, run) {
                    addUnknown(start..<joined)
                    at = joined
                } else {
                    addUnknown(start..<at)
                    append(hit.tokens, Self.source(hit))
                    at = hit.end
                }
                start = at
            } else if at > start, beginsPerson(at, run) {
                addUnknown(start..<at)
                start = at
                at += 1
            } else {
                at += 1
            }
        }
        if start < run.upperBound { addUnknown(start..<run.upperBound) }
        return max(at, run.upperBound)
    }

    /// A function with a capital between a company and a person: "Contoso President Jane Doe".
    private func beginsPerson(_ at: Int, _ run: Range<Int>) -> Bool {
        guard document.hit(at: at, .function) != nil || lexicon.titles.contains(tokens[at].hash) else { return false }
        guard at + 1 < run.upperBound else { return false }
        return lexicon.firstNames.contains(tokens[at + 1].hash)
            || tokens[at].flags.contains(.allCapitals) && run.upperBound - at == 3 && knownName(at: at + 1) == nil
                && lexicon.head(tokens[at + 2], at: .last) == nil
    }

    /// Whether a catalogue entry holds here: not a common word at the head of a sentence, not a person's last name.
    private func accepts(_ hit: Hit, in run: Range<Int>, from start: Int) -> Bool {
        if isWithinFirm(hit, run) { return false }
        if hit.end < run.upperBound, tokens[hit.end].kind == .hyphen, hit.end + 1 < run.upperBound,
            hit.layer != .company
        {
            return false
        }
        guard hit.layer != .product || !beginsPersonName(hit, run) else { return false }
        guard hit.layer == .company, hit.tokens.count == 1 else { return true }
        if hit.first > start, isNameWord(hit.first - 1, from: start) { return false }
        if cues[hit.first].intersection([.small, .ordinary]) != [], isSentenceHead(hit.first) {
            return isNamedElsewhere(hit)
        }
        if hit.first > start, lexicon.firstNames.contains(tokens[hit.first - 1].hash) { return false }
        return true
    }

    /// A word that may be the first part of a longer name: no title, function or common word.
    private func isNameWord(_ index: Int, from start: Int) -> Bool {
        guard tokens[index].kind == .word, strippedStart(start..<index + 1) <= index else { return false }
        return isNamePart(index) && knownName(at: index) == nil
            && cues[index].intersection([.notName, .demonym, .ordinary]) == []
            && document.hit(at: index, .function) == nil && lexicon.head(tokens[index], at: .last) == nil
    }

    /// "Rubin" in "Vera Jones" is no product.
    private func beginsPersonName(_ hit: Hit, _ run: Range<Int>) -> Bool {
        guard hit.tokens.count == 1 else { return false }
        if hit.first > run.lowerBound, lexicon.firstNames.contains(tokens[hit.first - 1].hash) { return true }
        return lexicon.firstNames.contains(tokens[hit.first].hash) && hit.end < run.upperBound
            && tokens[hit.end].kind == .word && knownName(at: hit.end) == nil
    }

    /// Whether "&" stands beside it, or an unknown word behind what elsewhere is a product: then the whole is one name.
    private func isWithinFirm(_ hit: Hit, _ run: Range<Int>) -> Bool {
        if hit.layer != .company, hit.layer != .place, hit.tokens.count == 1, hit.end < run.upperBound,
            isNamePart(hit.end), knownName(at: hit.end) == nil, !tokens[hit.end].flags.contains(.mixed),
            cues[hit.end].isEmpty
        {
            return hit.layer == .product || hit.layer == .brand || isNameBehindTitle(hit)
        }
        let before = hit.first > run.lowerBound && tokens[hit.first - 1].kind == .symbol
        let behind = hit.end < run.upperBound && tokens[hit.end].kind == .symbol
        return before || behind
    }

    /// "Contoso Hesap" where Contoso is a paper: one word of a name behind the title, and no person's.
    private func isNameBehindTitle(_ hit: Hit) -> Bool {
        document.hit(at: hit.end, .function) == nil && !lexicon.titles.contains(tokens[hit.end].hash)
            && !lexicon.firstNames.contains(tokens[hit.end].hash) && tokens[hit.end].kind == .word
            && tokens[hit.end].spaced && !tokens[hit.end].flags.contains(.sentenceStart)
    }

    /// Whether a word stands where any word has a capital.
    func isSentenceHead(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.flags.contains(.sentenceStart) { return true }
        guard index > 0 else { return true }
        if titleCase, document.isHeadline(index) { return true }
        let before = tokens[index - 1].kind
        if before == .colon { return document.bytes[Int(tokens[index - 1].start)] != UInt8(ascii: ";") }
        return before == .openQuote || before == .straightQuote || before == .dash
    }

    /// Whether the same entry stands inside a sentence too, or its verb follows.
    private func isNamedElsewhere(_ hit: Hit) -> Bool {
        if hit.end < tokens.count, cues[hit.end].contains(.actVerb) { return true }
        return namedInside.contains(hit.row)
    }

    /// The end of a longer unknown name that holds a catalogue entry: "Contoso Ventures", "Boston Power Company",
    /// "Fondation Contoso"; `nil` where the entry stands alone.
    private func joinedEnd(_ start: Int, _ hit: Hit, _ run: Range<Int>) -> Int? {
        guard hit.layer == .company || hit.layer == .place else { return nil }
        if strippedStart(start..<hit.first) < hit.first {
            return joinsBefore(start, hit) ? longEnd(hit, run) ?? hit.end : nil
        }
        if companyNounEnds(at: hit.first), hit.layer == .place { return run.upperBound }
        return longEnd(hit, run)
    }

    /// Whether the words before a catalogue entry belong to the same name.
    private func joinsBefore(_ start: Int, _ hit: Hit) -> Bool {
        let first = strippedStart(start..<hit.first)
        guard first < hit.first else { return false }
        if cues[hit.first - 1].contains(.headLink) || lexicon.head(tokens[first], at: .first) != nil { return true }
        return hit.layer == .place || lexicon.firstNames.contains(tokens[hit.first - 1].hash)
    }

    /// The end of a name that goes on behind a catalogue entry.
    private func longEnd(_ hit: Hit, _ run: Range<Int>) -> Int? {
        if hit.layer == .company, lexicon.head(tokens[hit.first], at: .first)?.takesComplement == true,
            let end = complementName(hit.end, of: hit.first)
        {
            return end
        }
        var end = hit.end
        while end < run.upperBound, end - hit.end < 5 {
            if let next = knownName(at: end), next.layer != .place { return nil }
            end += 1
        }
        while end - 1 > hit.end, lexicon.legalSuffixes.contains(tokens[end - 1].hash) { end -= 1 }
        guard end > hit.end, tokens[end - 1].kind == .word, tokens[hit.end].kind == .word else { return nil }
        if cues[hit.end].contains(.headLink), lexicon.head(tokens[hit.first], at: .first)?.takesComplement == true {
            return run.upperBound
        }
        if let head = lexicon.head(tokens[end - 1], at: .last) {
            return head.kind == .organisation || head.kind == .government || hit.layer == .place ? end : nil
        }
        let next = cues[hit.end]
        guard hit.layer == .place, next.intersection([.small, .notName, .demonym]) == [],
            !next.contains(.ordinary) || !isSentenceHead(hit.first),
            !next.contains(.headLink), document.hit(at: hit.end, .function) == nil,
            !lexicon.titles.contains(tokens[hit.end].hash), !lexicon.firstNames.contains(tokens[hit.end].hash)
        else { return nil }
        return end
    }

    /// The first token of a range that may begin a name.
    private func strippedStart(_ range: Range<Int>) -> Int {
        var first = range.lowerBound
        while first < range.upperBound {
            if tokens[first].kind != .word {
                first += 1
                continue
            }
            let cue = cues[first]
            if joinsByHyphen(first, range) { break }
            let drop: Bool
            if let function = document.hit(at: first, .function), function.end < range.upperBound {
                first = function.end
                continue
            } else if lexicon.titles.contains(tokens[first].hash), range.count > 1 {
                drop = true
            } else if cue.contains(.demonym) {
                drop = dropsDemonym(first, range)
            } else if isPeopleBeforeName(first, range) {
                drop = true
            } else {
                drop =
                    cue.contains(.small) || dropsNoName(first, range) || dropsOrdinary(first, range)
                    || isTrade(first, range)
            }
            guard drop else { break }
            first += 1
        }
        return first
    }

    /// "Entre-Deux Contoso": a small word with a capital that a hyphen joins to the next one inside a sentence.
    private func joinsByHyphen(_ first: Int, _ range: Range<Int>) -> Bool {
        first + 2 < range.upperBound && tokens[first + 1].kind == .hyphen && cues[first].contains(.small)
            && tokens[first].capitalised && isNamePart(first + 2) && !isSentenceHead(first)
    }

    /// "le Rochelais Contoso": a people that no table has, behind an article and before a name.
    private func isPeopleBeforeName(_ first: Int, _ range: Range<Int>) -> Bool {
        guard first > 0, cues[first - 1].contains(.peopled), first + 1 < range.upperBound, cues[first].isEmpty,
            lexicon.isPeople(tokens[first], document.bytes),
            tokens[first].flags.isDisjoint(with: [.allCapitals, .innerCapital])
        else { return false }
        return tokens[first + 1].kind == .word && isNamePart(first + 1) && cues[first + 1].isEmpty
            && lexicon.head(tokens[first], at: .first) == nil && lexicon.head(tokens[first + 1], at: .last) == nil
    }

    /// "Gulf Business Machines", "the Scottish National Investment Bank": common words with an organisation word at the end
    /// are a name only with the people before them.
    private func needsDemonym(_ first: Int, _ range: Range<Int>) -> Bool {
        let last = range.upperBound - 1
        guard last - first >= 2, lexicon.head(tokens[last], at: .last)?.kind == .organisation else { return false }
        return (first + 1..<last).allSatisfy { isNamePart($0) && knownName(at: $0) == nil && isGeneric($0) }
    }

    /// The name of a people is dropped, unless an organisation word follows, or a name that no table has and no article
    /// stands before the whole: "from Gulf Heron Cloud".
    private func dropsDemonym(_ first: Int, _ range: Range<Int>) -> Bool {
        let next = first + 1
        guard next < range.upperBound, tokens[next].kind == .word, !cues[next].contains(.notName) else { return true }
        if range.upperBound - first == 2, lexicon.head(tokens[next], at: .last) != nil { return false }
        if needsDemonym(first, range), !(titleCase && document.isHeadline(first)) { return false }
        return document.isHeadline(first)
            || first > 0 && (cues[first - 1].contains(.determiner) || tokens[first - 1].kind == .hyphen)
            || !cues[next].isEmpty || document.hit(at: next, .function) != nil
            || lexicon.titles.contains(tokens[next].hash) || lexicon.firstNames.contains(tokens[next].hash)
            || knownName(at: next) != nil
    }

    /// A common word at the head of a sentence is dropped, unless the whole ends or begins as names of organisations do.
    private func dropsOrdinary(_ first: Int, _ range: Range<Int>) -> Bool {
        guard cues[first].contains(.ordinary), isSentenceHead(first) else { return false }
        if standsInside(first, before: range.upperBound) { return false }
        if beginsFirm(first, range) { return false }
        guard range.upperBound - first >= 3, let head = lexicon.head(tokens[range.upperBound - 1], at: .last) else {
            return true
        }
        return head.kind != .organisation
    }

    /// "Énergie Contoso", "Fonds du Contoso": an organisation word before a name that no table has.
    private func beginsFirm(_ first: Int, _ range: Range<Int>) -> Bool {
        guard range.count > 1, lexicon.head(tokens[first], at: .first)?.kind == .organisation else { return false }
        let next = nameBehindLink(first + 1, first) ?? first + 1
        return next < range.upperBound && tokens[next].kind == .word && knownName(at: next) == nil
            && document.hit(at: next, .function) == nil && cues[next].isEmpty
    }

    /// What a company is, before its name at the head of a sentence: "Glassmaker Contoso".
    private func isTrade(_ first: Int, _ range: Range<Int>) -> Bool {
        guard isSentenceHead(first), first + 1 < range.upperBound, tokens[first + 1].kind == .word,
            lexicon.head(tokens[first], at: .first) == nil, lexicon.head(tokens[first + 1], at: .last) == nil,
            let noun = document.hit(at: first, .companyNoun)
        else { return false }
        return noun.tokens.count == 1 && noun.form == CompanyNoun.Number.singular.rawValue
    }

    /// "AI", "GPU": no name at the start, unless an organisation word makes one of it ("AI Partnership").
    private func dropsNoName(_ first: Int, _ range: Range<Int>) -> Bool {
        guard cues[first].contains(.notName) else { return false }
        if isCompass(first), !isSentenceHead(first), first + 1 < range.upperBound, isNamePart(first + 1),
            tokens[first + 1].kind == .word, cues[first + 1].isEmpty, knownName(at: first + 1) == nil
        {
            return false
        }
        if companyNounEnds(at: first + 1) || lexicon.head(tokens[first], at: .last) == nil { return true }
        return range.count == 1 || lexicon.head(tokens[range.upperBound - 1], at: .last) == nil || isSentenceHead(first)
            || cues[range.upperBound - 1].contains(.notName)
    }

    private mutating func addUnknown(_ range: Range<Int>) {
        if titleCase, document.isHeadline(range.lowerBound) { return }
        let first = strippedStart(range)
        var end = range.upperBound
        while end > first, tokens[end - 1].kind != .word || dropsAtEnd(end - 1, of: first) { end -= 1 }
        guard first < end, !isNoName(first..<end) else { return }
        append(first..<(end == range.upperBound ? openEnd(first, end) : end), .unknown)
    }

    private func dropsAtEnd(_ index: Int, of first: Int) -> Bool {
        if closes(index, of: first) { return false }
        if index > first, tokens[index - 1].kind == .symbol { return false }
        if index > first, lexicon.legalSuffixes.contains(tokens[index].hash) { return true }
        if index > first, tokens[index - 1].kind == .hyphen { return false }
        return !isNamePart(index) || (cues[index].contains(.notName) && lexicon.head(tokens[index], at: .last) == nil)
    }

    /// A single letter, a legal form alone, or a common word in capitals is no name.
    private func isNoName(_ range: Range<Int>) -> Bool {
        guard range.count == 1 else { return false }
        let token = tokens[range.lowerBound]
        if token.end - token.start == 1 || lexicon.legalSuffixes.contains(token.hash) { return true }
        return token.flags.contains(.allCapitals) && !cues[range.lowerBound].intersection([.ordinary, .small]).isEmpty
    }
}
