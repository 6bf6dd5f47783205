import Model

/// Joins quoted parts into statements and settles who spoke.
struct StatementBuilder {
    let document: Document
    let entities: Entities
    let parts: [QuotedPart]
    let reader: AttributionReader
    /// The last speaker, and the paragraph in which he spoke.
    private var previous: (entity: Int, paragraph: Int32, end: Int)?
    /// The quoted words of those who speak for a company.
    private(set) var voices: [Voice] = []

    init(document: Document, entities: Entities, parts: [QuotedPart], reader: AttributionReader) {
        self.document = document
        self.entities = entities
        self.parts = parts
        self.reader = reader
    }

    /// The fewest words of a statement.
    private static let fewestWords = 6

    private var tokens: [Token] { document.tokens }

    mutating func statements() -> [Finding<Statement>] {
        var findings: [Finding<Statement>] = []
        var index = 0
        while index < parts.count {
            if isTitle(parts[index]) {
                index += 1
                continue
            }
            var last = index
            var attribution = self.attribution(of: index)
            while last + 1 < parts.count, let joint = joint(last, last + 1) {
                attribution = joint.attribution ?? attribution
                last += 1
            }
            if last > index, attribution == nil { attribution = self.attribution(of: last) }
            if let finding = statement(index...last, attribution) { findings.append(finding) }
            index = last + 1
        }
        return findings
    }

    // MARK: Words

    private func statement(at range: ClosedRange<Int>, _ pieces: [Range<Int>]) -> String? {
        let texts = pieces.map { document.text($0) }.filter { !$0.isEmpty }
        return Self.hasWords(texts) ? texts.joined(separator: " ") : nil
    }

    /// Whether some texts have the words that a statement needs: no more of them is looked at.
    private static func hasWords(_ texts: [String]) -> Bool {
        var words = 0
        for text in texts {
            var isInside = false
            for scalar in text.unicodeScalars {
                if scalar.isSpace {
                    isInside = false
                } else if !isInside, scalar.isOfWord {
                    isInside = true
                    words += 1
                    if words >= fewestWords { return true }
                }
            }
        }
        return false
    }

    private mutating func statement(
        _ range: ClosedRange<Int>, _ found: Attribution?
    ) -> Finding<Statement>? {
        var attribution = found
        var pieces: [Range<Int>] = []
        for index in range {
            if let incise = incise(in: parts[index].words) {
                attribution = attribution ?? incise.attribution
                pieces.append(parts[index].words.lowerBound..<incise.tokens.lowerBound)
                pieces.append(incise.tokens.upperBound..<parts[index].words.upperBound)
            } else {
                pieces.append(parts[index].words)
            }
        }
        pieces.removeAll(where: \.isEmpty)
        let open = parts[range.lowerBound].open
        guard let speaker = speaker(attribution, open) else { return nil }
        let end = max(parts[range.upperBound].close, attribution?.tokens.upperBound ?? 0)
        previous = (speaker, tokens[open].paragraph, end)
        let entity = entities.all[speaker]
        if let company = entity.kind == .organisation ? speaker : entity.affiliation {
            voices += pieces.map { Voice(tokens: $0, company: company) }
        }
        guard let words = statement(at: range, pieces) else { return nil }
        let affiliation = entity.kind == .person ? entity.affiliation.map { entities.all[$0].name } : entity.name
        guard let record = try? Statement(speaker: entity.name, affiliation: affiliation, quote: words) else {
            return nil
        }
        let rule = attribution?.rule ?? "quote.speaker.previous"
        var evidence = pieces.compactMap { document.evidence(for: "/quote", $0, rule: "quote.marks") }
        if let who = attribution.flatMap({ document.evidence(for: "/speaker", $0.tokens, rule: rule) }) {
            evidence.append(who)
        }
        return Finding(record, evidence: evidence, confidence: attribution == nil ? 700 : 900)
    }

    /// `a note called "…"`: the words are a name.
    private func isTitle(_ part: QuotedPart) -> Bool {
        part.open > 0 && reader.lexicon.names(tokens[part.open - 1])
    }

    // MARK: Joining

    /// Whether the next part goes on with the same statement: nothing but who speaks stands between.
    private func joint(_ index: Int, _ next: Int) -> (attribution: Attribution?, Void)? {
        if parts[index].continues { return (nil, ()) }
        let between = parts[index].close + 1..<parts[next].open
        guard tokens[parts[index].close].paragraph == tokens[parts[next].open].paragraph else { return nil }
        if between.isEmpty { return (nil, ()) }
        if isIntroduced(next, behind: between.lowerBound) { return nil }
        guard between.count <= Self.longestIncise, sentences(in: between) <= 1, behind(next) == nil,
            incise(in: parts[next].words) == nil, let attribution = reader.behind(between),
            reader.verbCount(in: between) <= 1
        else { return nil }
        return (attribution, ())
    }

    /// Whether words of their own lead to a part: a sentence that begins behind the part before and goes on with it, or
    /// `et d'ajouter :`.
    private func isIntroduced(_ part: Int, behind start: Int) -> Bool {
        let last = parts[part].open - 1
        guard tokens[last].kind != .stop else { return false }
        let sentence = document.sentence(of: last).lowerBound
        let isOwn = sentence > start || sentence == start && tokens[start].kind == .word && endsSentence(before: start)
        guard tokens[last].kind == .colon, last > start else { return isOwn }
        return isOwn || reader.holdsInfinitive(start..<last) || reader.turns(start..<last)
    }

    /// Whether the quoted words before a token end a sentence: with a stop, not with the comma before "he said".
    private func endsSentence(before start: Int) -> Bool {
        start < 2 || tokens[start - 2].kind != .comma
    }

    /// The longest incise with its appositions, in tokens.
    private static let longestIncise = 50

    /// How many sentences end in a range, the one that goes on behind it not counted.
    private func sentences(in range: Range<Int>) -> Int {
        guard !range.isEmpty else { return 0 }
        return Int(tokens[range.upperBound - 1].sentence - tokens[range.lowerBound].sentence) + 1
    }

    // MARK: Who speaks

    private func attribution(of index: Int) -> Attribution? {
        let open = parts[index].open
        if open > 0, tokens[open - 1].kind == .colon { return before(index) ?? behind(index) }
        return behind(index) ?? before(index)
    }

    /// The words behind a part, up to the end of the sentence or the next part.
    private func behind(_ index: Int) -> Attribution? {
        let start = parts[index].close + 1
        guard start < tokens.count, !parts[index].continues else { return nil }
        let sentence = document.sentence(of: start)
        guard tokens[start].paragraph == tokens[parts[index].open].paragraph else { return nil }
        var end = sentence.upperBound
        if index + 1 < parts.count { end = min(end, parts[index + 1].open) }
        guard start < end else { return nil }
        if sentence.lowerBound == start, tokens[start].kind == .word {
            return end == sentence.upperBound ? ownSentence(start..<end) : nil
        }
        // In English the comma before a verb of speech stands inside the marks.
        let isTagged = tokens[parts[index].close - 1].kind == .comma
        return reader.behind(start..<end, isTagged: isTagged)
    }

    /// A sentence of its own that says no more than who spoke: `"Really?" Smith said.`
    private func ownSentence(_ range: Range<Int>) -> Attribution? {
        guard let verb = reader.firstVerb(in: range), range.upperBound - verb.end <= 2 else { return nil }
        return reader.behind(range)
    }

    /// The words of the sentence before a part.
    private func before(_ index: Int) -> Attribution? {
        let open = parts[index].open
        guard open > 0, tokens[open - 1].paragraph == tokens[open].paragraph || tokens[open - 1].kind == .colon else {
            return nil
        }
        var start = document.sentence(of: open).lowerBound
        if tokens[open - 1].kind == .colon { start = document.sentence(of: open - 1).lowerBound }
        if index > 0, parts[index - 1].close >= start { start = parts[index - 1].close + 1 }
        return start < open ? reader.before(start..<open) : nil
    }

    private func speaker(_ attribution: Attribution?, _ open: Int) -> Int? {
        guard let attribution else { return silentSpeaker(open) }
        switch attribution.speaker {
        case .named(let entity): return entity
        case .anonymous: return nil
        case .pronoun, .meant:
            return newcomer(open) ?? lastSpeaker(open) ?? topic(attribution, open) ?? lastPerson(before: open)
        }
    }

    /// The company that a paragraph without a person speaks of: "Le groupe a réagi. « … », a-t-il fait savoir".
    private func topic(_ attribution: Attribution, _ open: Int) -> Int? {
        guard case .pronoun = attribution.speaker else { return nil }
        let sentence = Int(tokens[open].sentence)
        let paragraph = document.paragraphs[Int(tokens[open].paragraph)]
        guard sentence > 0, sentence - 1 < entities.topics.count,
            document.sentences[sentence - 1].lowerBound >= paragraph.lowerBound,
            !entities.mentions(in: paragraph.lowerBound..<open).contains(where: reader.isPerson)
        else { return nil }
        return entities.topics[sentence - 1]
    }

    /// Somebody who was named since the last quotation of the paragraph.
    private func newcomer(_ open: Int) -> Int? {
        guard let previous, previous.paragraph == tokens[open].paragraph, previous.end < open else { return nil }
        return entities.mentions(in: previous.end..<open).last(where: reader.isPerson)?.entity
    }

    private func lastSpeaker(_ open: Int) -> Int? {
        guard let previous, previous.paragraph == tokens[open].paragraph else { return nil }
        return previous.entity
    }

    /// Somebody who was named at most three sentences before.
    private func lastPerson(before open: Int) -> Int? {
        let sentence = Int(tokens[open].sentence)
        let start = document.sentences[max(0, sentence - 3)].lowerBound
        return entities.mentions(in: start..<open).last(where: reader.isPerson)?.entity
    }

    /// A quotation that is a sentence of its own, without a word on who speaks: the speaker before, or the one person
    /// of the sentence before.
    private func silentSpeaker(_ open: Int) -> Int? {
        let sentence = document.sentence(of: open)
        guard sentence.lowerBound == open else { return nil }
        let previous = Int(tokens[open].sentence) - 1
        if previous >= 0, tokens[document.sentences[previous].lowerBound].paragraph == tokens[open].paragraph {
            let people = Set(entities.mentions(in: document.sentences[previous]).filter(reader.isPerson).map(\.entity))
            if people.count == 1 { return people.first }
        }
        return lastSpeaker(open)
    }

    // MARK: Incises inside the marks

    /// `, poursuit-elle,` within the quoted words, with its commas.
    private func incise(in words: Range<Int>) -> (tokens: Range<Int>, attribution: Attribution)? {
        for at in words where tokens[at].kind == .comma && at > words.lowerBound {
            guard at + 1 < words.upperBound, let verb = document.hit(at: at + 1, .speech) else { continue }
            var end = verb.end
            while end < min(words.upperBound, verb.end + 14), tokens[end].kind != .comma, !endsSentence(at: end) {
                end += 1
            }
            end = appositionEnd(nameEnd(end, from: verb.end, words), words)
            guard end == words.upperBound || tokens[end].kind == .comma || tokens[end].kind == .stop,
                let attribution = reader.behind(at..<end), names(attribution)
            else { continue }
            return (at..<min(end + 1, words.upperBound), attribution)
        }
        return nil
    }

    /// Whether a stop ends a sentence, and no short form.
    private func endsSentence(at index: Int) -> Bool {
        tokens[index].kind == .stop
            && (index + 1 == tokens.count || tokens[index + 1].sentence != tokens[index].sentence)
    }

    /// The end of the name behind the comma of `, souffle la présidente du groupe, X`.
    private func nameEnd(_ comma: Int, from verb: Int, _ words: Range<Int>) -> Int {
        guard comma + 1 < words.upperBound, tokens[comma].kind == .comma,
            document.hits(in: verb..<comma, .function).first(where: { _ in true }) != nil,
            let person = entities.mention(at: comma + 1), person.tokens.lowerBound == comma + 1, reader.isPerson(person)
        else { return comma }
        return min(person.tokens.upperBound, words.upperBound)
    }

    /// The end of a function or employer behind the speaker's name: `, plaide X, directrice de Y.`, `, plaide X, du cabinet Y,`
    private func appositionEnd(_ comma: Int, _ words: Range<Int>) -> Int {
        guard comma + 2 < words.upperBound,
            document.hit(at: comma + 1, .function) != nil || document.hit(at: comma + 2, .function) != nil
                || isEmployer(behind: comma)
        else { return comma }
        var end = comma + 1
        while end < min(words.upperBound, comma + 20), tokens[end].kind != .comma, tokens[end].kind != .stop {
            end += 1
        }
        return end
    }

    /// `X, du cabinet Y,`: whether an organisation is named close behind a comma that a person's name stands before.
    private func isEmployer(behind comma: Int) -> Bool {
        guard let person = entities.mention(at: comma - 1), reader.isPerson(person) else { return false }
        for at in comma + 1..<min(tokens.count, comma + 6) {
            if let mention = entities.mention(at: at) {
                return at > comma + 1 && mention.form == .name && entities.all[mention.entity].kind == .organisation
            }
            guard tokens[at].kind == .word, !tokens[at].capitalised else { return false }
        }
        return false
    }

    private func names(_ attribution: Attribution) -> Bool {
        switch attribution.speaker {
        case .named, .pronoun: true
        case .meant, .anonymous: false
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is white space.
    fileprivate var isSpace: Bool {
        value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
    }

    /// Whether it is a letter or a number.
    fileprivate var isOfWord: Bool {
        if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) || (0x30...0x39).contains(value) }
        return Character(self).isLetter || Character(self).isNumber
    }
}
