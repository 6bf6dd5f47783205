extension Trace {
    /// Every sentence with what was seen in it; gives the events of all of them.
    func addSentences(to text: inout TraceText) -> [DealEvent] {
        guard let context = reader.dealReader.context(of: passes) else {
            for index in document.sentences.indices { addWords(index, nil, to: &text) }
            return []
        }
        var all: [DealEvent] = []
        var index = 0
        EventReader(context).visit { sentence, events in
            addWords(index, context, to: &text)
            if let sentence { addTriggers(sentence, to: &text) }
            for event in events { text.line(1, "event", [self.event(event)]) }
            all += events
            index += 1
        }
        return all
    }

    private func addWords(_ index: Int, _ context: DealContext?, to text: inout TraceText) {
        let sentence = document.sentences[index]
        let bytes = document.byteRange(sentence) ?? (0, 0)
        let paragraph = document.tokens[sentence.lowerBound].paragraph
        let place = paragraph == 0 ? "headline" : "paragraph \(paragraph)"
        text.head("sentence \(index), \(place), tokens \(sentence), bytes \(bytes.start)..<\(bytes.end)")
        text.line(1, document.text(sentence).split(whereSeparator: \.isWhitespace).joined(separator: " "))
        text.line(1, "tokens", sentence.compactMap(token), separator: " ")
        text.line(1, "lexicon", hits(in: sentence))
        text.line(1, "literals", literals(in: sentence))
        text.line(1, "mentions", mentions(in: sentence))
        if let topic = entities.topics[index] { text.line(1, "about", [entities.all[topic].name]) }
        guard let context else { return }
        text.line(
            1, "goods", context.nouns(in: sentence).map { "\(quote($0.tokens)) \($0.type.rawValue) \($0.weight)" })
        text.line(1, "clauses", clauses(in: sentence, context.marks))
        let marks = context.status.marks(in: sentence)
        text.line(1, "status", marks.map { "\(quote($0.tokens)) \(name(of: $0.mark))" })
    }

    private func name(of mark: StatusWords.Mark) -> String {
        if case .status(let status) = mark { status.rawValue } else { "\(mark)" }
    }

    /// A token where the scanner saw more in it than a plain word.
    private func token(_ index: Int) -> String? {
        let token = document.tokens[index]
        var facts: [String] = token.kind == .word ? [] : ["\(token.kind)"]
        for (flag, name) in Self.flags where token.flags.contains(flag) { facts.append(name) }
        guard !facts.isEmpty else { return nil }
        return "\(document.text(index..<index + 1))[\(facts.joined(separator: ","))]"
    }

    private static let flags: [(Token.Flags, String)] = [
        (.allCapitals, "capitals"), (.innerCapital, "inner"), (.mixed, "mixed"), (.dotted, "dotted"),
        (.elision, "elision"), (.quoted, "quoted"), (.bracketed, "bracketed"),
    ]

    private func hits(in sentence: Range<Int>) -> [String] {
        Layer.allCases.compactMap { layer in
            var found: [Range<Int>] = []
            for hit in document.hits(in: sentence, layer) where found.last != hit.tokens { found.append(hit.tokens) }
            return found.isEmpty ? nil : "\(layer) " + found.map(quote).joined(separator: ", ")
        }
    }

    private func literals(in sentence: Range<Int>) -> [String] {
        passes.literals.indices.filter { sentence.contains(passes.literals[$0].tokens.lowerBound) }.map { index in
            literal(passes.literals[index]) + (passes.estimated.contains(index) ? " taken by an estimate" : "")
        }
    }

    /// A literal with its value and rule.
    func literal(_ literal: Literal) -> String {
        var words = "\(quote(literal.tokens)) \(literal.kind.rawValue)"
        if let days = literal.days {
            words += " \(days.lowerBound.text)..\(days.upperBound.text)"
        } else {
            words += " \(literal.min.map { "\($0)" } ?? "")..\(literal.max.map { "\($0)" } ?? "")"
        }
        if let unit = literal.unit { words += " " + unit }
        if let per = literal.per { words += " per " + per }
        if literal.isOrder { words += " (order of magnitude)" }
        return words + " " + literal.rule
    }

    private func mentions(in sentence: Range<Int>) -> [String] {
        entities.mentions(in: sentence).map { mention in
            "\(quote(mention.tokens)) \(mention.form)\(mention.possessive ? " possessive" : "") = \(name(mention.entity))"
        }
    }

    private func clauses(in sentence: Range<Int>, _ marks: ClauseMarks) -> [String] {
        sentence.compactMap { index in
            var facts = ClauseWord.names.filter { marks.words[index].contains($0.word) }.map(\.name)
            if let slot = marks.slots[index] { facts.append("slot \(slot.rawValue)") }
            if marks.insertions[index] == Int32(index) { facts.append("opens an insertion") }
            return facts.isEmpty ? nil : "\(quote(index..<index + 1)) " + facts.joined(separator: ", ")
        }
    }
}
