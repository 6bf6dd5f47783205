// What the places of names in lists, titles and beside other names tell.

extension NameWeigher {
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

    // MARK: Behind a comma

    /// ", who teaches at": a person; ", to banks": nothing about the name.
    func isNoApposition(_ first: Int, _ evidence: inout NameEvidence) -> Bool {
        if cues[first].contains(.personRelative) {
            evidence.person += 3
            return true
        }
        return cues[first].contains(.objectPrep) && cues[first].isDisjoint(with: [.genitive, .origin])
    }

    /// ", a Danish utility" tells a company, ", du cabinet Contoso" somebody who works for one.
    func weighClass(_ noun: CompanyNoun, behind first: Int, _ range: Range<Int>, _ evidence: inout NameEvidence) {
        if cues[first].contains(.at), wordCount(range) > 1, speaks(range) || noun.sort == "analyst" {
            evidence.person += 4
            return
        }
        evidence.organisation += 5
        if evidence.sort == nil || noun.sort != "company" { evidence.sort = noun.sort }
    }

    /// "the bank's former head": the noun only says whose.
    func isOwner(_ noun: Hit) -> Bool {
        noun.end < tokens.count && tokens[noun.end].kind == .possessive
    }
}
