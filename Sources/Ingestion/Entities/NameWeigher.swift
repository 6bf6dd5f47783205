/// Weighs the words in a name and around it.
struct NameWeigher {
    let finder: NameRunFinder

    private var document: Document { finder.document }
    private var tokens: [Token] { finder.document.tokens }
    private var lexicon: EntityLexicon { finder.lexicon }
    private var cues: [NameCues] { finder.cues }

    /// What one place says about the name that stands there.
    func evidence(of run: NameRun) -> NameEvidence {
        var evidence = NameEvidence()
        evidence.inside = !finder.isSentenceHead(run.tokens.lowerBound)
        weighForm(run.tokens, &evidence)
        weighBefore(run, &evidence)
        weighBehind(run.tokens, &evidence)
        if evidence.inside { evidence.organisation += 1 }
        return evidence
    }

    // MARK: The name itself

    private func weighForm(_ range: Range<Int>, _ evidence: inout NameEvidence) {
        let first = tokens[range.lowerBound]
        let last = tokens[range.upperBound - 1]
        let words = wordCount(range)
        if let head = head(of: range) {
            evidence.add(head.kind, words == 1 ? 0 : head.kind != .place ? 6 : 3)
            evidence.sort = head.sort
        }
        if words > 1, words < 5, lexicon.firstNames.contains(first.hash) { evidence.person += 5 }
        if words > 1, first.flags.contains(.dotted) || isInitial(range.lowerBound + 1) { evidence.person += 3 }
        if tokens[range].contains(where: { $0.kind == .symbol }) { evidence.organisation += 4 }
        if tokens[range].contains(where: { $0.flags.contains(.innerCapital) && !$0.flags.contains(.allCapitals) }) {
            evidence.organisation += 3
        }
        if words == 1, first.flags.contains(.allCapitals), first.end - first.start < 7 { evidence.organisation += 1 }
        if last.flags.contains(.mixed), endsWithDigits(last) { evidence.other += 3 }
        if range.upperBound < tokens.count, isSuffix(range.upperBound) { evidence.organisation += 6 }
    }

    /// The organisation word that decides: the last one of the name, else the first.
    func head(of range: Range<Int>) -> OrganisationHead? {
        lexicon.head(tokens[range.upperBound - 1], at: .last) ?? lexicon.head(tokens[range.lowerBound], at: .first)
    }

    private func wordCount(_ range: Range<Int>) -> Int {
        tokens[range].count { $0.kind == .word }
    }

    private func isInitial(_ index: Int) -> Bool {
        tokens[index].end - tokens[index].start == 1 && tokens[index].capitalised
    }

    private func endsWithDigits(_ token: Token) -> Bool {
        let bytes = document.bytes[Int(token.start)..<Int(token.end)]
        return bytes.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count >= 2
    }

    /// Whether a legal form stands here, behind a comma or not.
    private func isSuffix(_ index: Int) -> Bool {
        let at = tokens[index].kind == .comma ? index + 1 : index
        guard at < tokens.count, tokens[at].kind == .word else { return false }
        return lexicon.legalSuffixes.contains(tokens[at].hash) && tokens[at].capitalised
    }

    // MARK: Before the name

    private func weighBefore(_ run: NameRun, _ evidence: inout NameEvidence) {
        if run.hasTitle { evidence.person += 8 }
        let first = run.tokens.lowerBound
        guard first > 0, tokens[first - 1].sentence == tokens[first].sentence else { return }
        let before = first - 1
        weighNoun(endingAt: first, &evidence)
        let cue = cues[before]
        if cue.contains(.named) { weighNaming(before, &evidence) }
        let follows = functionPrecedes(before)
        if cue.contains(.at) {
            if follows { evidence.organisation += 6 } else if !cue.contains(.belongs) { evidence.organisation += 1 }
        }
        if cue.contains(.locative) { evidence.place += cue.contains(.objectPrep) ? 1 : 2 }
        if cue.contains(.objectPrep) { evidence.organisation += 1 }
        weighNounOf(first, &evidence)
    }

    /// "the developer X", "le quotidien X", "analyst X", "Contoso's boss, X".
    private func weighNoun(endingAt first: Int, _ evidence: inout NameEvidence) {
        let before = first - 1
        let isFunction = ends(.function, at: first)
        if isFunction { evidence.person += 4 }
        if let noun = companyNoun(endingAt: first) {
            evidence.organisation += isFunction ? 1 : 5
            if evidence.sort == nil || noun.sort != "company" { evidence.sort = noun.sort }
        }
        let cue = cues[before]
        if cue.contains(.mediaNoun) { evidence.media += 3 }
        if cue.contains(.placeNoun) { evidence.place += 4 }
        if cue.contains(.projectNoun) { evidence.other += 4 }
        if cue.contains(.productNoun) { evidence.other += 2 }
    }

    /// "the city of X", "le projet de X".
    private func weighNounOf(_ first: Int, _ evidence: inout NameEvidence) {
        guard first > 1, cues[first - 1].contains(.belongs), tokens[first - 2].sentence == tokens[first].sentence else {
            return
        }
        if cues[first - 2].contains(.placeNoun) { evidence.place += 4 }
    }

    /// "a start-up called X" against "a campus called X".
    private func weighNaming(_ index: Int, _ evidence: inout NameEvidence) {
        let start = max(document.sentence(of: index).lowerBound, index - 5)
        for at in stride(from: index - 1, through: start, by: -1) {
            if document.hit(at: at, .companyNoun) != nil {
                evidence.organisation += 5
                return
            }
        }
        evidence.other += 3
    }

    /// The common noun for a company that ends right before a token.
    func companyNoun(endingAt end: Int) -> CompanyNoun? {
        for first in stride(from: end - 1, through: max(0, end - 6), by: -1) {
            if let hit = document.hit(at: first, .companyNoun), hit.end == end { return lexicon.nouns[hit.row] }
        }
        return nil
    }

    private func ends(_ layer: Layer, at end: Int) -> Bool {
        (max(0, end - 5)..<end).contains { document.hit(at: $0, layer)?.end == end }
    }

    /// Whether a function ends within four tokens before a preposition: "analyst at", "head of research at".
    private func functionPrecedes(_ index: Int) -> Bool {
        let start = max(document.sentence(of: index).lowerBound, index - 5)
        return (start..<index).contains { at in
            guard let hit = document.hit(at: at, .function) else { return false }
            return hit.end <= index && !tokens[hit.end..<index].contains { $0.kind != .word || $0.capitalised }
        }
    }

    // MARK: Behind the name

    private func weighBehind(_ range: Range<Int>, _ evidence: inout NameEvidence) {
        let end = range.upperBound
        guard end < tokens.count, tokens[end].sentence == tokens[range.lowerBound].sentence else { return }
        let cue = cues[end]
        if tokens[end].kind == .possessive { evidence.organisation += 1 }
        if cue.contains(.actVerb) { evidence.organisation += 2 }
        if cue.contains(.projectNoun) { evidence.other += 3 }
        if cue.contains(.productNoun) { evidence.other += 2 }
        if document.hit(at: end, .speech) != nil || speechPrecedes(range.lowerBound) {
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

    private func speechPrecedes(_ index: Int) -> Bool {
        (max(0, index - 3)..<index).contains { document.hit(at: $0, .speech)?.end == index }
    }

    /// ", a Danish utility", ", loueur lillois de GPU", ", analyst at".
    private func weighApposition(_ first: Int, _ range: Range<Int>, _ evidence: inout NameEvidence) {
        let sentence = document.sentence(of: range.lowerBound)
        var at = first
        while at < min(first + 7, sentence.upperBound) {
            let token = tokens[at]
            guard token.kind == .word || token.kind == .hyphen || token.kind == .possessive else { break }
            if let function = document.hit(at: at, .function) {
                let isAlsoNoun = document.hit(at: at, .companyNoun)?.end == function.end
                let isPerson = !isAlsoNoun || wordCount(range) > 1 && head(of: range) == nil
                evidence.person += isPerson ? 5 : 0
                evidence.organisation += isPerson ? 0 : 4
                return
            }
            if let hit = document.hit(at: at, .companyNoun) {
                evidence.organisation += 5
                let sort = lexicon.nouns[hit.row].sort
                if evidence.sort == nil || sort != "company" { evidence.sort = sort }
                return
            }
            if cues[at].contains(.placeNoun) { evidence.place += 4 }
            if cues[at].contains(.projectNoun) { evidence.other += 2 }
            if at > first, cues[at].contains(.who) || cues[at].contains(.actVerb) { return }
            at += 1
        }
        if document.hit(at: first, .place) != nil { evidence.place += 3 }
        if cues[first].contains(.at), first < tokens.count { evidence.person += wordCount(range) == 2 ? 2 : 0 }
    }
}
