import Model

/// Renders what each stage saw in a text: sentence by sentence what the lexicons, literals, names and triggers are, then
/// what was made of it.
struct Trace {
    let reader: LanguageReader
    let tables: Tables
    let passes: Passes

    var document: Document { passes.document }
    var entities: Entities { passes.entities }

    /// The whole trace.
    func text() -> String {
        var text = TraceText()
        text.line(
            0,
            "language \(reader.language), published \(passes.extraction.published?.text ?? "unknown"), "
                + "\(document.bytes.count) bytes, \(document.tokens.count) tokens, "
                + "\(document.sentences.count) sentences, \(document.paragraphs.count) paragraphs")
        addEntities(to: &text)
        let events = addSentences(to: &text)
        addEvents(events, to: &text)
        addReview(to: &text)
        addDeals(to: &text)
        addRecords(to: &text)
        return text.text
    }

    /// Words as they stand, on one line.
    func quote(_ tokens: Range<Int>) -> String {
        "\"" + document.text(tokens).split(whereSeparator: \.isWhitespace).joined(separator: " ") + "\""
    }

    /// A name with its place in the text.
    func name(_ entity: Int) -> String {
        entities.all[entity].name
    }

    private func addEntities(to text: inout TraceText) {
        text.head("entities")
        var mentions: [[EntityMention]] = Array(repeating: [], count: entities.all.count)
        for mention in entities.mentions { mentions[mention.entity].append(mention) }
        for (index, entity) in entities.all.enumerated() {
            var facts = [entity.kind.rawValue]
            if let sort = entity.sort { facts.append("sort \(sort)") }
            if let row = entity.catalogueRow { facts.append("catalogue row \(row)") }
            if !entity.also.isEmpty { facts.append("also " + entity.also.joined(separator: ", ")) }
            if let parent = entity.parent { facts.append("parent " + name(parent)) }
            if let employer = entity.affiliation { facts.append("employer " + name(employer)) }
            facts.append("\(mentions[index].count) mentions")
            text.line(1, "\(index) \(entity.name): " + facts.joined(separator: ", "))
        }
    }
}
