/// Weighs the words in a name and around it.
struct NameWeigher {
    let finder: NameRunFinder

    var document: Document { finder.document }
    var tokens: [Token] { finder.document.tokens }
    var lexicon: EntityLexicon { finder.lexicon }
    var cues: [NameCues] { finder.cues }

    /// What one place says about the name that stands there.
    func evidence(of run: NameRun) -> NameEvidence {
        var evidence = NameEvidence()
        let first = run.tokens.lowerBound
        if isLabel(run.tokens) || isNumberedHead(run.tokens) { return evidence }
        evidence.inside = !finder.isSentenceHead(first) || wordCount(run.tokens) > 1
        weighForm(run.tokens, &evidence)
        weighBefore(run, &evidence)
        weighBehind(run.tokens, &evidence)
        if evidence.inside {
            evidence.hint += isOneWord(run.tokens) ? 1 : 2
        } else if finder.isLowerCaseElsewhere(first) || !cues[first].isDisjoint(with: [.ordinary, .small])
            || lexicon.isCommon(tokens[first], document.bytes)
        {
            evidence.organisation -= 3
        } else {
            evidence.organisation += 1
        }
        return evidence
    }

    /// Whether the tokens between two names do no more than join them.
    func joins(_ gap: Range<Int>) -> Bool {
        guard !gap.isEmpty, gap.count <= 4, gap.contains(where: { cues[$0].contains(.conjunction) }) else {
            return false
        }
        return gap.allSatisfy { index in
            tokens[index].kind == .comma
                || tokens[index].kind == .word
                    && !cues[index].isDisjoint(with: [.conjunction, .belongs, .determiner])
        }
    }

    // MARK: The name itself

    private func weighForm(_ range: Range<Int>, _ evidence: inout NameEvidence) {
        let first = tokens[range.lowerBound]
        let last = tokens[range.upperBound - 1]
        let words = wordCount(range)
        if let head = head(of: range) {
            if words > 1 || first.kind == .number {
                evidence.add(head.kind, head.kind != .place ? 6 : 3)
            } else {
                weighBare(head, &evidence)
            }
            evidence.sort = head.sort
            // "Contoso Data Hills": no hills.
            if head.kind == .place, holdsHead(range.dropFirst().dropLast()) { evidence.organisation += 6 }
        }
        if words > 1, words < 5, lexicon.firstNames.contains(first.hash), !endsInGoods(range) {
            evidence.person += 1
            evidence.firstName = 4
        }
        if words > 1,
            first.flags.contains(.dotted) || isDottedInitial(range.lowerBound)
                || isInitial(range.lowerBound + 1) && !isJoinedBySign(range)
        {
            evidence.person += 4
        }
        if words > 2, words < 5, isCapitalLink(range.lowerBound + 1), head(of: range) == nil {
            evidence.person += lexicon.firstNames.contains(first.hash) || !isArabic(range.lowerBound + 1) ? 4 : 0
        }
        if isDateline(range) { evidence.place += 8 }
        if tokens[range].contains(where: { $0.kind == .symbol }) { evidence.organisation += 4 }
        if tokens[range].contains(where: { $0.flags.contains(.innerCapital) && !$0.flags.contains(.allCapitals) }) {
            evidence.organisation += 3
        }
        if words == 1, first.flags.contains(.allCapitals), first.end - first.start < 7 {
            evidence.organisation += evidence.inside ? 1 : 2
        }
        if holdsSmallLink(range) { evidence.place += 5 }
        if last.flags.contains(.mixed) { evidence.other += modelNumber(last) }
        if isFollowedByNumber(range) { evidence.other += 5 }
        if range.upperBound < tokens.count, isSuffix(range.upperBound) { evidence.organisation += 9 }
        if words == 1, lexicon.isFirm(first, document.bytes), !finder.isLowerCaseElsewhere(range.lowerBound) {
            evidence.organisation += 4
        }
    }

    /// "Jean Servers", "Jean Turbines": a word for goods or for a company ends it, as hardly a person's name ("Park").
    private func endsInGoods(_ range: Range<Int>) -> Bool {
        let last = tokens[range.upperBound - 1]
        let layers = document.layers(at: range.upperBound - 1)
        if layers & Layer.product.mask != 0 { return false }
        let isGoods = layers & Layer.object.mask != 0 && last.end - last.start >= Self.shortestGoods
        return isGoods || layers & (Layer.processor.mask | Layer.companyNoun.mask) != 0
            || lexicon.isFirm(last, document.bytes)
    }

    /// How long a noun of goods at least is that ends no person's name, in bytes.
    private static let shortestGoods = 5

    /// Whether some word tells an organisation where it ends a name.
    private func holdsHead(_ words: Range<Int>) -> Bool {
        words.contains { lexicon.head(tokens[$0], at: .last)?.kind == .organisation && tokens[$0].capitalised }
    }

    /// Capitals at the head of a paragraph with a dash soon behind them: "DAVOS, Switzerland —".
    private func isDateline(_ range: Range<Int>) -> Bool {
        let first = range.lowerBound
        guard tokens[first].flags.contains(.allCapitals), tokens[first].paragraph > 0 else { return false }
        var start = first
        while start > 0, first - start < 4, tokens[start - 1].paragraph == tokens[first].paragraph { start -= 1 }
        guard first - start <= 3 else { return false }
        return tokens[first..<min(tokens.count, first + Self.dateline)].contains { $0.kind == .dash }
    }

    /// The longest dateline, in tokens.
    private static let dateline = 12

    /// "Portet-sur-X": the names of towns.
    private func holdsSmallLink(_ range: Range<Int>) -> Bool {
        range.dropFirst(2).contains { index in
            tokens[index].kind == .word && !tokens[index].capitalised && tokens[index - 1].kind == .hyphen
                && index + 1 < range.upperBound && tokens[index + 1].kind == .hyphen
        }
    }

    /// An organisation word that stands alone is hardly a name.
    private func weighBare(_ head: OrganisationHead, _ evidence: inout NameEvidence) {
        if head.kind == .organisation { evidence.organisation -= 3 } else { evidence.add(head.kind, 4) }
    }

    /// "X-3", "X 2".
    private func isFollowedByNumber(_ range: Range<Int>) -> Bool {
        let end = range.upperBound
        guard end < tokens.count else { return false }
        if tokens[end].kind == .hyphen { return end + 1 < tokens.count && tokens[end + 1].kind == .number }
        guard tokens[end].kind == .number, tokens[end].end - tokens[end].start == 1, wordCount(range) == 1 else {
            return false
        }
        return end + 1 < tokens.count && tokens[end + 1].kind != .word && tokens[end + 1].kind != .number
    }

    /// The organisation word that decides: the last one of the name, else the first.
    func head(of range: Range<Int>) -> OrganisationHead? {
        firmOfComplement(range) ?? lexicon.head(tokens[range.upperBound - 1], at: .last)
            ?? lexicon.head(tokens[range.lowerBound], at: .first) ?? headOfComplement(range)
    }

    func wordCount(_ range: Range<Int>) -> Int {
        tokens[range].count { $0.kind == .word }
    }

    /// "Contoso E&C".
    private func isJoinedBySign(_ range: Range<Int>) -> Bool {
        tokens[range].contains { $0.kind == .symbol }
    }

    private func isInitial(_ index: Int) -> Bool {
        tokens[index].end - tokens[index].start == 1 && tokens[index].capitalised
    }

    /// "J. Smith", but "G Squared".
    private func isDottedInitial(_ index: Int) -> Bool {
        isInitial(index) && tokens[index + 1].kind == .stop
    }

    /// How much letters and digits look like the model of a product: "KX2" a little, "MI450" and "GB300s" more.
    private func modelNumber(_ token: Token) -> Int {
        let bytes = document.bytes[Int(token.start)..<Int(token.end)]
        let digits = bytes.count { $0 >= 0x30 && $0 <= 0x39 }
        let letters = bytes.count - digits
        guard let last = bytes.last, letters <= 4 || digits >= 3 else { return 0 }
        let endsInDigits = last >= 0x30 && last <= 0x39
        return digits >= 2 ? 6 : endsInDigits ? 3 : 1
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
        let isEmployer = cue.contains(.at) && functionPrecedes(before) && !isOffice(before)
        if isEmployer { evidence.organisation += 6 }
        if cue.contains(.locative), !isEmployer { weighLocative(before, run.tokens, &evidence) }
        if cue.contains(.objectPrep) { evidence.hint += 1 }
        if cue.contains(.demonym) { evidence.organisation += isPeople(before) ? 6 : 3 }
        if cue.contains(.definite), isPlain(run.tokens) { evidence.organisation -= 3 }
        if isOfCountry(before) {
            evidence.organisation += 3
        } else if cue.contains(.owns) || tokens[before].kind == .possessive {
            evidence.other += 2
        }
        if (tokens[before].kind == .number || document.hit(at: before, .numberWord) != nil) && !isYear(before) {
            evidence.other += 4
        }
        if isWith(cue) { evidence.organisation += 3 }
        if cue.contains(.contracted), isPlain(run.tokens) { weighContracted(&evidence) }
        if cue.contains(.article), run.tokens.count == 1 { evidence.organisation -= 3 }
        if !isEmployer { weighNounOf(first, &evidence) }
        weighNameOf(run.tokens, &evidence)
        if isWhence(run.tokens) { evidence.place += 5 }
        weighOwnThing(run.tokens, &evidence)
        weighBehindSign(run.tokens, &evidence)
    }

    /// "du Larzac", "aux Mauges": regions and rivers have articles, companies of one word hardly.
    private func weighContracted(_ evidence: inout NameEvidence) {
        evidence.organisation -= 3
        evidence.place += 2
    }

    /// One word that is no acronym.
    func isPlain(_ range: Range<Int>) -> Bool {
        range.count == 1 && !tokens[range.lowerBound].flags.contains(.allCapitals)
            && !tokens[range.lowerBound].flags.contains(.innerCapital)
    }

    /// "the developer X", "le quotidien X", "analyst X", "Contoso's boss, X".
    private func weighNoun(endingAt first: Int, _ evidence: inout NameEvidence) {
        let before = first - 1
        let maker = makerNoun(endingAt: first)
        let noun = companyNoun(endingAt: first) ?? maker
        let isEmployer = noun != nil && isBehindPreposition(first)
        let isFunction = !isEmployer && (ends(.function, at: first) || isBehindComma(first))
        let isEither =
            isFunction && noun != nil && ends(.function, at: first) && !lexicon.firstNames.contains(tokens[first].hash)
        // "the owner, X,"
        let isPart =
            isFunction && noun == nil && ends(.function, at: before) && companyNoun(endingAt: before) != nil
        if isPart, !lexicon.firstNames.contains(tokens[first].hash) { evidence.organisation += 3 }
        if isFunction { evidence.person += isEither || isPart ? 3 : 4 }
        if let noun {
            evidence.organisation += isEither ? 3 : isFunction ? 1 : 5
            if evidence.sort == nil || noun.sort != "company" { evidence.sort = noun.sort }
        }
        let cue = cues[before]
        if cue.contains(.mediaNoun) { evidence.media += 3 }
        if let owned = ownedFirm(before) {
            evidence.organisation += 5
            evidence.sort = evidence.sort ?? owned.sort
        } else if cue.contains(.placeNoun) {
            evidence.place += 4
        }
        if cue.contains(.projectNoun), companyNoun(endingAt: first) == nil { evidence.other += 4 }
        if cue.contains(.productNoun), noun == nil { evidence.other += 3 }
    }

    /// "of the broker X", "chez le courtier X": a firm, although a person may be called so.
    private func isBehindPreposition(_ first: Int) -> Bool {
        for at in stride(from: first - 2, through: max(0, first - 6), by: -1) {
            guard tokens[at].kind == .word || tokens[at].kind == .hyphen else { return false }
            if cues[at].contains(.at) { return true }
        }
        return false
    }

    /// "its founder, X,".
    private func isBehindComma(_ first: Int) -> Bool {
        guard first > 1, tokens[first - 1].kind == .comma else { return false }
        return ends(.function, at: first - 1) || isBehindOffice(first - 1)
    }

    /// "its director of policy, X,", "la présidente du groupe, X,".
    func isBehindOffice(_ comma: Int) -> Bool {
        let start = max(document.sentence(of: comma).lowerBound + 1, comma - Self.longestOffice)
        for at in stride(from: comma - 2, through: start, by: -1) {
            guard [.word, .hyphen, .possessive].contains(tokens[at].kind) else { return false }
            guard let function = document.hit(at: at, .function), function.end < comma else { continue }
            return document.hit(at: at, .companyNoun) == nil
                && !cues[function.end].isDisjoint(with: [.genitive, .belongs, .contracted])
                && (!cues[at - 1].isDisjoint(with: [.definite, .owns]) || tokens[at - 1].kind == .possessive)
        }
        return false
    }

    /// The longest name of an office with what it is of, in tokens.
    private static let longestOffice = 16

    /// "the city of X", "le comté texan de X", "près de X", "le réassureur de X", "Contoso of X".
    private func weighNounOf(_ first: Int, _ evidence: inout NameEvidence) {
        let before = first - 1
        guard before > 0 else { return }
        // "a competitor from X" is at home there, "un concurrent de X" is a company's.
        if cues[before].contains(.origin), let noun = companyNoun(endingAt: before),
            !noun.isRelational || !cues[before].contains(.genitive)
        {
            evidence.place += 5
        }
        guard cues[before].contains(.belongs) else { return }
        for at in stride(from: before - 1, through: max(0, before - 2), by: -1) {
            guard tokens[at].kind == .word, tokens[at].sentence == tokens[first].sentence else { return }
            if cues[at].contains(.placeNoun) || cues[at].contains(.locative), at == before - 1 { evidence.place += 4 }
            if cues[at].contains(.placeNoun), at < before - 1 { evidence.place += 4 }
            if cues[at].contains(.projectNoun) { evidence.place += 2 }
            if let noun = companyNoun(endingAt: at + 1), cues[before].contains(.genitive) {
                if noun.isRelational { evidence.organisation += 2 } else { evidence.place += 5 }
                return
            }
        }
    }

    /// "a start-up called X" against "a campus called X".
    private func weighNaming(_ index: Int, _ evidence: inout NameEvidence) {
        if finder.isNamedThing(index + 1) {
            evidence.other += 5
            return
        }
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

    func ends(_ layer: Layer, at end: Int) -> Bool {
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
}
