// What the places of names in lists, titles and beside other names tell.

extension NameWeigher {
    /// "Chapter four. The", "Page 14: to": a word and its number that head a paragraph.
    func isNumberedHead(_ range: Range<Int>) -> Bool {
        let (first, number) = (range.lowerBound, range.upperBound)
        guard range.count == 1, first > 0, tokens[first - 1].paragraph != tokens[first].paragraph,
            number + 1 < tokens.count, tokens[number + 1].paragraph == tokens[first].paragraph
        else { return false }
        switch tokens[number + 1].kind {
        case .colon, .stop, .dash:
            return tokens[number].kind == .number || document.hit(at: number, .numberWord) != nil
        case .comma: return document.hit(at: number, .numberWord) != nil
        default: return false
        }
    }

    /// Words in capitals that head an item: "CALLED OFF. The alliance of", "DENIED, twice."
    func isLabel(_ range: Range<Int>) -> Bool {
        let first = range.lowerBound
        guard tokens[range].allSatisfy({ $0.kind != .word || $0.flags.contains(.allCapitals) }) else { return false }
        var start = first
        while start > 0, tokens[start - 1].paragraph == tokens[first].paragraph {
            guard first - start < Self.longestLabel, tokens[start - 1].kind == .word,
                isCapital(start - 1)
            else { return false }
            start -= 1
        }
        var end = range.upperBound
        while end < tokens.count, end - range.upperBound < Self.longestLabel, tokens[end].kind == .word, isCapital(end)
        {
            end += 1
        }
        guard end < tokens.count, tokens[end].paragraph == tokens[first].paragraph, end + 1 < tokens.count,
            tokens[end + 1].paragraph == tokens[first].paragraph
        else { return false }
        switch tokens[end].kind {
        case .stop, .colon: return true
        case .comma:
            return document.sentence(of: first).upperBound - start <= Self.longestLabel
                && tokens[end + 1].kind == .word && !tokens[end + 1].capitalised
        default: return false
        }
    }

    /// How many words a label has at most before and behind a name in it.
    private static let longestLabel = 6

    private func isCapital(_ index: Int) -> Bool {
        tokens[index].flags.contains(.allCapitals) || tokens[index].end - tokens[index].start == 1
    }

    /// "Silica Labs of Kampala", "said Jane Doe of Corder Street": where a company is, or whom a person works for.
    func weighNameOf(_ range: Range<Int>, _ evidence: inout NameEvidence) {
        let link = range.lowerBound - 1
        guard link > 1, cues[link].contains(.genitive), finder.isNamePart(link - 1),
            tokens[link - 1].sentence == tokens[link].sentence
        else { return }
        let isFirm =
            lexicon.head(tokens[link - 1], at: .last)?.kind == .organisation
            || (max(0, link - 4)..<link).contains { document.hit(at: $0, .company)?.end == link }
        if isFirm, isPlain(range) {
            evidence.place += 4
        } else if !isFirm, wordCount(range) > 1, finder.isNamePart(link - 2), speaks(link - 2..<link) {
            evidence.organisation += 6
        }
    }

    /// "its coding agent, Contoso,", "Tailspin's own campus, Contoso.": what belongs to somebody.
    func weighOwnThing(_ range: Range<Int>, _ evidence: inout NameEvidence) {
        guard finder.isOwnThing(range) else { return }
        evidence.other += 5
    }

    /// "Jane Doe: “We": a headline with its speaker.
    func weighSpeakerBefore(_ end: Int, _ range: Range<Int>, _ evidence: inout NameEvidence) {
        guard tokens[end].kind == .colon, end + 1 < tokens.count, wordCount(range) > 1, head(of: range) == nil,
            tokens[end + 1].kind == .openQuote || tokens[end + 1].kind == .straightQuote
        else { return }
        evidence.person += 4
    }

    /// "Serre-Noire" is one word, "Selva Compute" two.
    func isOneWord(_ range: Range<Int>) -> Bool {
        !range.dropFirst().contains { tokens[$0].kind == .word && tokens[$0].spaced }
    }

    /// "Van" in "Ann Van Doe".
    func isCapitalLink(_ index: Int) -> Bool {
        cues[index].contains(.link) && tokens[index].capitalised
    }

    /// "la société d'État X": the noun for a company that the state owns, before its last word.
    func ownedFirm(_ state: Int) -> CompanyNoun? {
        guard state > 0, cues[state].contains(.placeNoun), tokens[state - 1].flags.contains(.elision),
            cues[state - 1].contains(.genitive)
        else {
            return nil
        }
        return companyNoun(endingAt: state - 1)
    }

    /// "X, le gestionnaire d'actifs": whether a longer noun for a company begins where a function does.
    func isLongNoun(_ function: Hit) -> Bool {
        document.hit(at: function.first, .companyNoun).map { $0.end > function.end } ?? false
    }

    /// "X, Brazil's maker of": whether a place with its possessive sign begins at a token.
    func isOwnerPlace(_ first: Int) -> Bool {
        document.hit(at: first, .place).map { $0.end < tokens.count && tokens[$0.end].kind == .possessive } ?? false
    }

    /// "X, à Rotterdam": whether a town follows the preposition behind which companies have their seats.
    func isSeat(_ preposition: Int) -> Bool {
        cues[preposition].isSuperset(of: [.locative, .at])
            && document.hit(at: preposition + 1, .place).map { lexicon.isTown(place: $0.row) } ?? false
    }

    /// "Banque du Vieux-Port": an organisation word at the head that "of" and a name follow.
    func firmOfComplement(_ range: Range<Int>) -> OrganisationHead? {
        guard range.count > 2, cues[range.lowerBound + 1].contains(.genitive),
            let head = lexicon.head(tokens[range.lowerBound], at: .first), head.takesComplement
        else { return nil }
        return head
    }

    /// "chez": a preposition that only people and companies follow.
    func isWith(_ cue: NameCues) -> Bool {
        cue.isSuperset(of: [.at, .belongs]) && cue.isDisjoint(with: [.genitive, .locative, .headLink, .link])
    }

    /// "Since 2024 X", "en 2025 X": a year with its preposition, which counts nothing.
    func isYear(_ number: Int) -> Bool {
        number > 0 && tokens[number].kind == .number && tokens[number].end - tokens[number].start == 4
            && (cues[number - 1].contains(.small) || document.hit(at: number - 1, .month) != nil)
    }

    /// "Al" in "Souk Al Contoso".
    func isArabic(_ link: Int) -> Bool {
        tokens[link].end - tokens[link].start == 2 && document.bytes[Int(tokens[link].end) - 1] == UInt8(ascii: "l")
    }

    /// "the chatbot maker", "the family company": whether a noun for a company or maker follows the noun of a product.
    func namesMaker(_ product: Int) -> Bool {
        let next = product + 1
        guard next < tokens.count, tokens[next].kind == .word else { return false }
        if let hit = document.hit(at: product, .companyNoun), hit.tokens.count > 1 { return true }
        return cues[next].contains(.maker) || document.hit(at: next, .companyNoun) != nil
    }

    /// "X, the maker of": a word for who makes or owns something, behind an article and before "of".
    func isMaker(_ word: Int) -> Bool {
        cues[word].contains(.maker) && document.hit(at: word, .companyNoun) == nil
            && document.hit(at: word, .function) == nil && word + 1 < tokens.count && cues[word + 1].contains(.genitive)
            && !cues[word - 1].isDisjoint(with: [.article, .definite])
    }

    /// "X, le norvégien que": a people as a noun, behind an article.
    func isFromThere(_ people: Int) -> Bool {
        guard cues[people].contains(.demonym), cues[people - 1].contains(.peopled), people + 1 < tokens.count else {
            return false
        }
        return tokens[people + 1].kind != .word
            || !cues[people + 1].isDisjoint(with: [.small, .who, .headLink, .conjunction])
    }

    /// "Courrier de la Marne": a word that ends other names, before "of" and a name.
    func headOfComplement(_ range: Range<Int>) -> OrganisationHead? {
        guard range.count > 2, cues[range.lowerBound + 1].contains(.genitive) else { return nil }
        return lexicon.head(tokens[range.lowerBound], at: .last)
    }

    /// "the mayor of", "le préfet de": who serves a place.
    func isOffice(_ link: Int) -> Bool {
        link > 0 && cues[link - 1].contains(.placeNoun)
    }

    /// "in X", "à X": a place, unless the verb before it says to whom: "livre 400 baies à X".
    func weighLocative(_ before: Int, _ range: Range<Int>, _ evidence: inout NameEvidence) {
        if cues[before].contains(.at), isReceiver(before) {
            evidence.organisation += 2
        } else if before > 0, cues[before - 1].contains(.stake) {
            evidence.organisation += 3
        } else if before > 0, endsSum(before - 1) {
            if cues[before].contains(.objectPrep) { evidence.organisation += 2 } else { evidence.place += 1 }
        } else {
            // "at CSX", "in Contoso's halls": acronyms and owners are companies more often than other names.
            let isOwner = range.upperBound < tokens.count && tokens[range.upperBound].kind == .possessive
            evidence.place += wordCount(range) == 1 && isPlain(range) && !isOwner ? 3 : 1
        }
    }

    /// The common noun for a company before what it makes and, maybe, where it is at home: "le fabricant suédois de pompes X".
    func makerNoun(endingAt end: Int) -> CompanyNoun? {
        let link = end - 2
        guard link > 1, tokens[link].sentence == tokens[end - 1].sentence, cues[link].contains(.genitive),
            cues[link].isDisjoint(with: [.contracted]), tokens[end - 1].kind == .word, !tokens[end - 1].capitalised,
            cues[end - 1].isDisjoint(with: [.small, .determiner])
        else { return nil }
        return companyNoun(endingAt: link)
            ?? (cues[link - 1].contains(.demonym) ? companyNoun(endingAt: link - 1) : nil)
    }

    /// "l'Autrichien X", "le Danois X": a people in capitals, behind an article.
    func isPeople(_ index: Int) -> Bool {
        index > 0 && tokens[index].capitalised && cues[index - 1].contains(.peopled)
    }

    /// "Indonesia's X": whether a known place with its possessive sign ends at a token.
    func isOfCountry(_ last: Int) -> Bool {
        guard tokens[last].kind == .possessive else { return false }
        return (max(0, last - Self.longestPlace)..<last).contains { document.hit(at: $0, .place)?.end == last }
    }

    /// The longest name of a place, in words.
    private static let longestPlace = 3

    /// Whether a sum of money ends at a token: "$75m into X".
    private func endsSum(_ last: Int) -> Bool {
        let start = max(document.sentence(of: last).lowerBound, last - Self.longestSum)
        return (start...last).contains { document.hit(at: $0, .currency) != nil }
            && (tokens[last].kind == .number || document.hit(at: last, .magnitude) != nil
                || document.hit(at: last, .currency) != nil)
    }

    /// How many tokens a sum of money has, at most.
    private static let longestSum = 4

    /// Whether a verb of giving stands before a preposition, and no other such preposition between.
    private func isReceiver(_ link: Int) -> Bool {
        let start = max(document.sentence(of: link).lowerBound, link - Self.receiverReach)
        for at in stride(from: link - 1, through: start, by: -1) {
            if cues[at].contains(.gives) { return true }
            if cues[at].isSuperset(of: [.locative, .at]) || tokens[at].kind == .comma { return false }
        }
        return false
    }

    /// How far before a preposition its verb may stand, in tokens.
    private static let receiverReach = 12

    /// "two funds, X and Y", "Contoso (X)": what a sign joins with the words before it.
    func weighBehindSign(_ range: Range<Int>, _ evidence: inout NameEvidence) {
        let sign = range.lowerBound - 1
        guard sign > 0, range.upperBound < tokens.count else { return }
        if tokens[sign].kind == .openBracket, tokens[range.upperBound].kind == .closeBracket, isPlain(range),
            finder.isNamePart(sign - 1)
        {
            evidence.place += 3
        }
        if tokens[sign].kind == .comma, !ends(.function, at: sign), !isBehindOffice(sign),
            let noun = companyNoun(endingAt: sign)
        {
            evidence.organisation += 4
            if evidence.sort == nil || noun.sort != "company" { evidence.sort = noun.sort }
        }
    }

    // MARK: Behind a comma

    /// ", who teaches at": a person; ", whose chips": a company; ", to banks": nothing about the name.
    func isNoApposition(_ first: Int, _ evidence: inout NameEvidence) -> Bool {
        if cues[first].contains(.personRelative) {
            evidence.person += 3
            return true
        }
        if !evidence.inside, cues[first].contains(.who) { evidence.organisation += 2 }
        if cues[first].isSuperset(of: [.who, .owns]) { return true }
        return cues[first].contains(.objectPrep) && cues[first].isDisjoint(with: [.genitive, .origin])
    }

    /// ", a Danish utility" tells a company, ", du cabinet Contoso" somebody who works for one.
    func weighClass(_ noun: CompanyNoun, behind first: Int, _ range: Range<Int>, _ evidence: inout NameEvidence) {
        if cues[first].contains(.at), wordCount(range) > 1, speaks(range) || noun.sort == "analyst" {
            evidence.person += 4
            return
        }
        evidence.organisation += evidence.inside ? 6 : 5
        if evidence.sort == nil || noun.sort != "company" { evidence.sort = noun.sort }
    }

    /// "the bank's former head": the noun only says whose.
    func isOwner(_ noun: Hit) -> Bool {
        noun.end < tokens.count && tokens[noun.end].kind == .possessive
    }
}
