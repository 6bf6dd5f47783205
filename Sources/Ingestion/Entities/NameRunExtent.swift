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
        case .symbol where isAmpersand(end) || isPlus(end):
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
            && !tokens[mark - 1].flags.contains(.quoted) && !endsFirm(mark - 1)
    }

    /// "Contoso Properties' halls": whether the word before the apostrophe is the last one of a firm's name.
    private func endsFirm(_ last: Int) -> Bool {
        last > 0 && tokens[last - 1].capitalised && isNamePart(last - 1)
            && lexicon.head(tokens[last], at: .last)?.kind == .organisation
    }

    private func isInitial(_ index: Int) -> Bool {
        tokens[index].kind == .word && tokens[index].end - tokens[index].start == 1
    }

    private func isAmpersand(_ index: Int) -> Bool {
        document.bytes[Int(tokens[index].start)] == 0x26
    }

    /// "Marwood+Fell": a plus sign without spaces around it.
    private func isPlus(_ index: Int) -> Bool {
        document.bytes[Int(tokens[index].start)] == UInt8(ascii: "+") && !tokens[index].spaced
            && index + 1 < tokens.count && !tokens[index + 1].spaced
    }

    /// Steps over "de", "van der", "of", "and" to the next name word, where they join.
    private func afterConnectors(_ first: Int, _ end: Int) -> Int? {
        var at = end
        while at < tokens.count, at - end < 3, !isNamePart(at) {
            // "al-Harbi"
            if tokens[at].kind == .hyphen, at > end, cues[at - 1].contains(.link) {
                at += 1
                continue
            }
            guard tokens[at].kind == .word else { break }
            let cue = cues[at]
            guard joins(cue, first, end, firm: at + 1) || takesComplement(first, end) else { return nil }
            at += 1
        }
        guard at > end, at < tokens.count, tokens[at].sentence == tokens[first].sentence, isNamePart(at) else {
            return nil
        }
        return isWhere(end, at) ? nil : at + 1
    }

    /// "in Bergen": a place that is no part of a name.
    private func isWhere(_ link: Int, _ name: Int) -> Bool {
        cues[link].contains(.locative) && !cues[link].contains(.link) && knownName(at: name)?.layer == .place
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
            if index == first || cues[index - 1].contains(.small) { return true }
            return index == end - 1 && (!isFirm(head) || (first..<index).allSatisfy(isGeneric))
        }
    }

    /// Whether what stands before an organisation word may name one for itself, so that "of" tells where it is: no school,
    /// association or office.
    private func isFirm(_ head: OrganisationHead) -> Bool {
        head.kind == .organisation && head.sort != "university" && head.sort != "association"
    }

    /// "National", "Savings", "Kuwait": a word that does not tell one organisation from others of its kind.
    func isGeneric(_ index: Int) -> Bool {
        tokens[index].kind != .word || !cues[index].isDisjoint(with: [.ordinary, .small, .demonym, .headLink])
            || lexicon.head(tokens[index], at: .first) != nil || lexicon.head(tokens[index], at: .last) != nil
            || lexicon.isAdjective(tokens[index], document.bytes) || lexicon.isCommon(tokens[index], document.bytes)
            || document.hit(at: index, .place) != nil || document.hit(at: index, .companyNoun) != nil
    }

    /// "Vents d'Albâtre", "Éoliennes des Mauges": whether a word that no table has as a name goes on with one behind a
    /// preposition and article. Behind a bare preposition most often a company's town follows.
    private func takesComplement(_ first: Int, _ end: Int) -> Bool {
        let word = end - 1
        guard cues[end].contains(.genitive), isCommonAsName(word),
            (first..<word).allSatisfy({ cues[$0].contains(.small) }),
            let name = nameBehindLink(end, word)
        else { return false }
        if isSentenceHead(word), !holdsAsSubject(word, name) { return false }
        let known = knownName(at: name)?.layer
        if known == .company || (known == .place && name == end + 1 && !isPluralWithArticle(word)) { return false }
        if cues[end].contains(.contracted) || name - end > 1 || isPluralWithArticle(word) { return true }
        return (tokens[end].flags.contains(.elision) || isPluralForm(word)) && !standsAlone.contains(tokens[word].hash)
    }

    /// A word with a capital that may be a common noun: no acronym, no word of a table.
    private func isCommonAsName(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.capitalised && token.flags.isDisjoint(with: [.allCapitals, .innerCapital, .mixed, .dotted])
            && cues[index].isDisjoint(with: [.small, .notName, .demonym]) && knownName(at: index) == nil
            && document.hit(at: index, .function) == nil && document.hit(at: index, .governmentNoun) == nil
            && !lexicon.titles.contains(token.hash) && token.end - token.start > 2
    }

    /// The word with a capital behind "du", "de la", "d'"; `nil` where something else follows.
    func nameBehindLink(_ link: Int, _ first: Int) -> Int? {
        var at = link
        while at < tokens.count, at - link < 2, tokens[at].kind == .word, cues[at].contains(.headLink),
            cues[at].contains(.genitive) == (at == link)
        { at += 1 }
        guard at > link, at < tokens.count, tokens[at].sentence == tokens[first].sentence, isNamePart(at) else {
            return nil
        }
        return at
    }

    /// At the head of a sentence: no common word, and its verb follows.
    private func holdsAsSubject(_ first: Int, _ name: Int) -> Bool {
        cues[first].isEmpty && !isLowerCaseElsewhere(first) && !lexicon.isCommon(tokens[first], document.bytes)
            && document.hit(at: first, .companyNoun) == nil && name + 1 < tokens.count
            && (cues[name + 1].contains(.actVerb) || isExplained(name))
    }

    /// "Vents du Sud, le producteur éolien": whether a comma and a common noun for a company stand behind a name.
    private func isExplained(_ name: Int) -> Bool {
        guard name + 3 < tokens.count, tokens[name + 1].kind == .comma else { return false }
        return (name + 2...name + 3).contains { document.hit(at: $0, .companyNoun) != nil }
    }

    /// "les Moulins", "aux Barrages".
    private func isPluralWithArticle(_ index: Int) -> Bool {
        index > 0 && cues[index - 1].contains(.determiner) && isPluralForm(index) && isPluralForm(index - 1)
    }

    private func isPluralForm(_ index: Int) -> Bool {
        let last = document.bytes[Int(tokens[index].end) - 1]
        return last == UInt8(ascii: "s") || last == UInt8(ascii: "x")
    }

    // MARK: Small words inside names

    /// The end of the name of a university or hospital that begins in small letters behind its article: "l'université de
    /// Contosie".
    func institutionEnd(_ at: Int) -> Int? {
        guard at > 0, at + 2 < tokens.count, cues[at + 1].contains(.genitive), cues[at + 1].contains(.headLink),
            tokens[at].kind == .word, !tokens[at].capitalised,
            !cues[at - 1].isDisjoint(with: [.definite, .contracted]),
            let head = lexicon.head(tokens[at], at: .first), head.kind == .organisation, head.isInstitution,
            let name = nameBehindLink(at + 1, at), isUnknownOrPlace(name)
        else { return nil }
        return knownName(at: name)?.end ?? runEnd(from: name)
    }

    /// The end of a name that goes on in small letters behind its organisation word: "Institut Contoso de
    /// conjoncture", "Caisse ouest-africaine d'investissement".
    func openEnd(_ first: Int, _ end: Int) -> Int {
        guard opensName(first, end) || (companyNounEnds(at: first) && !startsPlace(end)) else { return end }
        var at = end
        if end == first + 1, let next = adjectivesEnd(at) {
            at = next
            if isUnknownOrPlace(at), tokens[at].sentence == tokens[first].sentence { return runEnd(from: at) }
        }
        guard end == first + 1 || at < tokens.count && cues[at].contains(.genitive), let next = complementEnd(at) else {
            return at
        }
        // "the lab Contoso AI of Kaduna": where it is.
        if !opensName(first, end), end > first + 1, isNamePart(next - 1), next - at == 2,
            cues[at].isDisjoint(with: [.contracted])
        {
            return at
        }
        return nameEnd(behind: next, of: first) ?? next
    }

    /// The end of the name that a common noun in small letters goes on with inside a name: "de la mer Égée", "de crédit
    /// de Contoso", "de pension des cheminots du Gothard".
    private func nameEnd(behind noun: Int, of first: Int) -> Int? {
        guard noun < tokens.count, tokens[noun].sentence == tokens[first].sentence else { return nil }
        guard isPlainWord(noun - 1) else { return complementName(noun, of: first) }
        if tokens[noun].kind == .word, tokens[noun].spaced, isUnknownOrPlace(noun) {
            return knownName(at: noun)?.end ?? runEnd(from: noun)
        }
        if let end = complementName(noun, of: first, bare: true) { return end }
        // "de crédit et de développement de la Contosie"
        if cues[noun].contains(.joinsFirm), noun + 1 < tokens.count, cues[noun + 1].contains(.genitive),
            let next = complementEnd(noun + 1), isPlainWord(next - 1)
        {
            return complementName(next, of: first, bare: true)
        }
        guard cues[noun].contains(.genitive), let next = complementEnd(noun), isPlainWord(next - 1) else { return nil }
        return complementName(next, of: first, bare: true)
    }

    /// The end of up to three adjectives: "cantonale vaudoise", "minière et numérique".
    private func adjectivesEnd(_ first: Int) -> Int? {
        guard var end = adjectiveEnd(first) else { return nil }
        for _ in 0..<2 {
            guard end + 1 < tokens.count else { break }
            let next = cues[end].contains(.joinsFirm) ? end + 1 : end
            guard cues[next].isDisjoint(with: [.small, .locative]), let further = adjectiveEnd(next) else { break }
            end = further
        }
        return end
    }

    /// Whether a preposition of place or time begins at a token: "the designer Contoso in talks", "on Tuesday".
    private func startsPlace(_ token: Int) -> Bool {
        token < tokens.count && cues[token].contains(.headLink) && !cues[token].contains(.genitive)
    }

    /// Whether a name may go on in small letters behind its first word: an organisation word, or a common noun for a
    /// company with a capital inside a sentence.
    private func opensName(_ first: Int, _ end: Int) -> Bool {
        if lexicon.head(tokens[first], at: .first)?.opens == true { return true }
        guard end == first + 1, !isSentenceHead(first), let noun = document.hit(at: first, .companyNoun) else {
            return false
        }
        return !lexicon.nouns[noun.row].isRelational && noun.form == CompanyNoun.Number.singular.rawValue
    }

    /// The end of the name that an organisation word takes behind a preposition with an article: "du Velay" behind
    /// "Caisse d'épargne".
    ///
    /// - Parameter bare: whether the preposition needs no article.
    func complementName(_ link: Int, of first: Int, bare: Bool = false) -> Int? {
        guard link < tokens.count, let name = nameBehindLink(link, first), isUnknownOrPlace(name),
            bare || cues[link].contains(.contracted) || name - link > 1
        else { return nil }
        return knownName(at: name)?.end ?? runEnd(from: name)
    }

    private func isUnknownOrPlace(_ index: Int) -> Bool {
        guard index < tokens.count, isNamePart(index) else { return false }
        if isCompass(index) { return true }
        guard cues[index].isDisjoint(with: [.notName, .demonym]) else { return false }
        return knownName(at: index).map { $0.layer == .place } ?? true
    }

    /// "Nord", "Ouest".
    func isCompass(_ index: Int) -> Bool {
        cues[index].contains(.closes) && tokens[index].capitalised && !tokens[index].flags.contains(.allCapitals)
    }

    /// Whether a word that is no name itself ends one: "Contoso Nord", "Comptoir du Sud", "Contoso GPU".
    func closes(_ index: Int, of first: Int) -> Bool {
        guard index > first, cues[index].contains(.closes), tokens[index].capitalised else { return false }
        if isCompass(index) {
            // "le Grand Nord" is a region.
            if isNamePart(index - 1) { return !cues[index - 1].contains(.ordinary) }
            return !cues[index - 1].isDisjoint(with: [.headLink, .definite])
        }
        guard isNamePart(index - 1), knownName(at: index - 1).map({ $0.layer == .place }) ?? true,
            first == 0 || tokens[first - 1].kind != .number && cues[first - 1].isDisjoint(with: [.determiner])
        else { return false }
        // "a Contoso GPU cluster": the word goes with what follows.
        guard index + 1 < tokens.count, tokens[index + 1].kind == .word, !tokens[index + 1].capitalised else {
            return true
        }
        return !cues[index + 1].isEmpty
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
        guard isPlainWord(at), !cues[at].contains(.actVerb), document.hit(at: at, .speech) == nil,
            document.hit(at: at, .trigger) == nil
        else { return nil }
        let isAdjective = lexicon.isAdjective(tokens[at], document.bytes) || cues[at].contains(.demonym)
        return isAdjective || isClosingParticiple(at) ? at + 1 : nil
    }

    /// "appliqué" with nothing behind it that it could govern.
    private func isClosingParticiple(_ at: Int) -> Bool {
        guard lexicon.isParticiple(tokens[at], document.bytes) else { return false }
        guard at + 1 < tokens.count, tokens[at + 1].kind == .word else { return true }
        return cues[at + 1].isDisjoint(with: [.headLink, .locative, .objectPrep, .at])
            || cues[at + 1].contains(.actVerb)
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
