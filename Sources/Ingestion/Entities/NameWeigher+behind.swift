// What stands behind a name.

extension NameWeigher {
    func weighBehind(_ range: Range<Int>, _ evidence: inout NameEvidence) {
        let end = range.upperBound
        guard end < tokens.count, tokens[end].sentence == tokens[range.lowerBound].sentence else { return }
        let cue = cues[end]
        if tokens[end].kind == .possessive {
            if evidence.inside { evidence.hint += 1 } else { evidence.organisation += 2 }
        }
        let acts = cue.contains(.actVerb) || isActVerbBehindAside(end)
        if acts, head(of: range)?.kind != .place { evidence.organisation += 2 }
        weighSpeakerBefore(end, range, &evidence)
        weighThing(end, &evidence)
        if !cue.contains(.genitive) { weighThing(end + 1, &evidence) }
        if speaks(range) {
            evidence.organisation += 1
            if wordCount(range) >= 2 { evidence.person += 3 }
        }
        if tokens[end].kind == .comma || tokens[end].kind == .dash { weighApposition(end + 1, range, &evidence) }
        if tokens[end].kind == .openBracket, end + 2 < tokens.count, tokens[end + 2].kind == .closeBracket,
            tokens[end + 1].flags.contains(.allCapitals), wordCount(range) > 1
        {
            evidence.organisation += 4
        }
    }

    /// "the X campus", "the X wind farm", "Perry et X, deux centrales".
    private func weighThing(_ end: Int, _ evidence: inout NameEvidence) {
        guard end < tokens.count, tokens[end].kind == .word, !tokens[end].capitalised, tokens[end - 1].kind == .word
        else {
            return
        }
        if cues[end].contains(.projectNoun) { evidence.other += 3 }
        if cues[end].contains(.productNoun) { evidence.other += 3 }
    }

    /// Whether a noun is not the first part of a compound: "the state agency".
    private func endsNoun(_ at: Int) -> Bool {
        guard at + 1 < tokens.count, tokens[at + 1].kind == .word else {
            return at + 1 >= tokens.count || tokens[at + 1].kind != .hyphen
        }
        return !cues[at + 1].isEmpty && cues[at + 1].isDisjoint(with: [.productNoun, .projectNoun, .mediaNoun])
    }

    /// Whether a verb of speech stands beside a name.
    func speaks(_ range: Range<Int>) -> Bool {
        document.hit(at: range.upperBound, .speech) != nil || speechPrecedes(range.lowerBound)
    }

    private func speechPrecedes(_ index: Int) -> Bool {
        (max(0, index - 3)..<index).contains { document.hit(at: $0, .speech)?.end == index }
    }

    /// ", a Danish utility", ", loueur lillois de GPU", ", analyst at".
    private func weighApposition(_ first: Int, _ range: Range<Int>, _ evidence: inout NameEvidence) {
        let sentence = document.sentence(of: range.lowerBound)
        weighPlaceBehind(first, range, &evidence)
        // "In X, the miners": what follows is the subject.
        let before = range.lowerBound - 1
        if before == sentence.lowerBound, cues[before].contains(.locative) { return }
        if first < sentence.upperBound, isNoApposition(first, &evidence) { return }
        var at = first
        while at < min(first + 7, sentence.upperBound) {
            let token = tokens[at]
            guard token.kind == .word || token.kind == .hyphen || token.kind == .possessive,
                !cues[at].contains(.whereWord)
            else { break }
            if at > first, cues[at].contains(.determiner) { break }
            if let function = document.hit(at: at, .function), !isLongNoun(function) {
                let isAlsoNoun = document.hit(at: at, .companyNoun)?.end == function.end
                let isPerson = !isAlsoNoun || wordCount(range) > 1 && head(of: range) == nil
                // "X, a specialist": somebody or a company, where the first word is nobody's first name.
                let isOpen =
                    isAlsoNoun && isPerson && !isEmployed(function.end)
                    && !lexicon.firstNames.contains(tokens[range.lowerBound].hash)
                evidence.person += isOpen ? 3 : isPerson ? (wordCount(range) > 1 ? 5 : 2) : 0
                evidence.organisation += isOpen ? 3 : isPerson ? 0 : 4
                return
            }
            if cues[at].contains(.productNoun), at == first + 1 || cues[first].contains(.owns), !namesMaker(at) {
                evidence.other += 5
                weighVerbBehind(at, sentence, &evidence)
                return
            }
            if at == first + 1, isFromThere(at) { evidence.organisation += 3 }
            if at == first + 1, isMaker(at) {
                evidence.organisation += 5
                return
            }
            if let hit = document.hit(at: at, .companyNoun), !isOwner(hit) {
                weighClass(lexicon.nouns[hit.row], behind: first, range, &evidence)
                return
            }
            if cues[at].contains(.placeNoun), endsNoun(at) { evidence.place += 4 }
            if cues[at].contains(.projectNoun), endsNoun(at) { evidence.other += 4 }
            if at > first, cues[at].contains(.who) || cues[at].contains(.actVerb) { return }
            at += 1
        }
        weighVerbBehind(at, sentence, &evidence)
        guard first < tokens.count else { return }
        if let next = endOfWhence(first, sentence) {
            weighApposition(next, range, &evidence)
        } else if cues[first].contains(.at) {
            evidence.person += wordCount(range) == 2 ? 2 : 0
        }
    }

    /// Whether an employer follows what somebody is: "gestionnaire chez".
    private func isEmployed(_ end: Int) -> Bool {
        end < tokens.count && (isWith(cues[end]) || cues[end].isSuperset(of: [.at, .locative]))
    }

    /// "X, once the favourite, has": the verb behind an apposition.
    private func weighVerbBehind(_ from: Int, _ sentence: Range<Int>, _ evidence: inout NameEvidence) {
        var at = from
        while at < min(from + 8, sentence.upperBound), tokens[at].kind == .word { at += 1 }
        guard at + 1 < sentence.upperBound, tokens[at].kind == .comma, cues[at + 1].contains(.actVerb) else { return }
        evidence.organisation += 2
    }

    /// "X, Texas", "X, dans le Michigan", "X, where".
    private func weighPlaceBehind(_ first: Int, _ range: Range<Int>, _ evidence: inout NameEvidence) {
        guard first < tokens.count else { return }
        if range.lowerBound > 0, isWith(cues[range.lowerBound - 1]) { return }
        if isPlace(first), isOwnerPlace(first) {
            evidence.organisation += 2
        } else if isSeat(first) {
            evidence.place += 1
        } else if isPlace(first) || cues[first].contains(.locative) && (isPlace(first + 1) || isPlace(first + 2)) {
            evidence.place += wordCount(range) == 1 ? 4 : 2
        }
        if cues[first].contains(.whereWord) { evidence.place += 3 }
    }

    func isPlace(_ index: Int) -> Bool {
        guard let hit = document.hit(at: index, .place) else { return false }
        return !lexicon.isDemonym(place: hit.row)
    }
}
