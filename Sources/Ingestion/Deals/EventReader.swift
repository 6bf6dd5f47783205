import Model

/// What a text offers to its triggers.
struct DealContext {
    let document: Document
    let entities: Entities
    let literals: [Literal]
    /// Literals that an estimate took, by index.
    let excluded: Set<Int>
    /// The day of publication.
    let published: Day?
    let marks: ClauseMarks
    let lexicon: DealLexicon
    /// The nouns of goods, by first token.
    let nouns: [ObjectNoun]

    func isQuoted(_ token: Int) -> Bool {
        document.tokens[token].flags.contains(.quoted)
    }

    /// The nouns of goods that begin in a token range.
    func nouns(in range: Range<Int>) -> ArraySlice<ObjectNoun> {
        let first = nouns.partitioningIndex { $0.tokens.lowerBound >= range.lowerBound }
        let end = nouns.partitioningIndex { $0.tokens.lowerBound >= range.upperBound }
        return nouns[first..<end]
    }
}

/// Reads what the triggers of a text tell, sentence by sentence.
struct EventReader {
    let context: DealContext
    /// Tokens of nouns of goods.
    private let goods: TokenSet
    /// Tokens of dates and other literals.
    private let figures: TokenSet
    /// Whether headline or first paragraph rest on unnamed people.
    private let isRumour: Bool

    /// The longest sentence that is read, in tokens.
    private static let window = 400

    /// Whether a lexicon holds words that dates and durations are made of.
    private static func isDate(_ layer: Layer) -> Bool {
        switch layer {
        case .month, .weekday, .calendar, .duration: true
        default: false
        }
    }

    init(_ context: DealContext) {
        self.context = context
        var goods = TokenSet(in: context.document.tokens.indices)
        for noun in context.nouns where noun.type != .acquisition && noun.type != .partnership {
            goods.insert(noun.tokens)
        }
        self.goods = goods
        var figures = TokenSet(in: context.document.tokens.indices)
        for literal in context.literals { figures.insert(literal.tokens) }
        for hit in context.document.hits where Self.isDate(hit.layer) { figures.insert(hit.tokens) }
        self.figures = figures
        let head = context.document.paragraphs.prefix(2).last?.upperBound ?? 0
        isRumour = context.lexicon.status.marks(in: 0..<head, of: context.document, context.marks)
            .contains { $0.mark == .hearsay }
    }

    /// The events of the whole text, in its order; those of one side only are completed where possible.
    func events() -> [DealEvent] {
        var events: [DealEvent] = []
        visit { events += $1 }
        return events
    }

    /// Reads the text: hands out each sentence with its triggers, where it has any, and its events once completed.
    func visit(_ body: (_ sentence: TriggerSentence?, _ events: [DealEvent]) -> Void) {
        var completer = EventCompleter(context: context)
        var several: [EntityMention] = []
        for sentence in context.document.sentences {
            let range = sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + Self.window)
            let found = self.sentence(range, &several)
            let events = found.map { $0.triggers.compactMap($0.frames.event) } ?? []
            body(found, completer.complete(events, in: range))
        }
    }

    /// A sentence with its triggers; `several` are the companies last named together, for the plurals that mean them.
    private func sentence(_ sentence: Range<Int>, _ several: inout [EntityMention]) -> TriggerSentence? {
        let (document, marks, entities) = (context.document, context.marks, context.entities)
        let triggers = context.lexicon.triggers.triggers(of: document, in: sentence, marks, entities)
        let verbs = triggers.filter { $0.voice != .nominal }
        var starts = TokenSet(in: sentence)
        var phrases = TokenSet(in: sentence)
        for verb in verbs {
            starts.insert(verb.tokens.lowerBound)
            if verb.tokens.count > 1 { phrases.insert(verb.tokens) }
        }
        let reader = ArgumentReader(
            document: document, entities: entities, marks: marks, verbs: starts, goods: goods,
            phrases: phrases, figures: figures)
        var groups = reader.groups(in: sentence).filter { !context.isQuoted($0.tokens.lowerBound) }
        if several.count > 1 {
            groups += plurals(in: sentence).map { reader.group(at: $0, for: several) }
            groups.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        }
        if let group = groups.first(where: { $0.mentions.count > 1 }) { several = group.mentions }
        guard !groups.isEmpty, triggers.contains(where: { $0.entry.strength.tells }) else { return nil }
        let slots = SlotReader(
            document: document, marks: marks, verbs: starts.sorted,
            lightVerbs: Set(verbs.filter { isLight($0) }.map(\.tokens.lowerBound)))
        let frames = FrameReader(
            context: context, groups: groups, sentence: sentence,
            solver: FrameSolver(entities: entities, slots: slots, priors: context.lexicon.priors),
            surroundings: surroundings(of: sentence, triggers))
        let telling = triggers.filter { $0.entry.strength.tells && !context.isQuoted($0.tokens.lowerBound) }
        return TriggerSentence(triggers: telling, frames: frames)
    }

    private func plurals(in sentence: Range<Int>) -> ArraySlice<Range<Int>> {
        let plurals = context.marks.plurals
        let first = plurals.partitioningIndex { $0.lowerBound >= sentence.lowerBound }
        let end = plurals.partitioningIndex { $0.lowerBound >= sentence.upperBound }
        return plurals[first..<end].filter { tokens in
            context.entities.mention(at: tokens.lowerBound) == nil && !context.isQuoted(tokens.lowerBound)
        }[...]
    }

    private func surroundings(of sentence: Range<Int>, _ triggers: [Trigger]) -> StatusReader.Surroundings {
        let frames = context.lexicon.frames.all
        let paragraph = context.document.paragraphs[Int(context.document.tokens[sentence.lowerBound].paragraph)]
        let before = max(paragraph.lowerBound, sentence.lowerBound - 100)
        let status = context.lexicon.status
        return StatusReader.Surroundings(
            isRumour: isRumour,
            isPlan: status.marks(in: before..<sentence.upperBound, of: context.document, context.marks)
                .contains { $0.mark == .status(.intent) },
            hasContract: triggers.contains { $0.voice == .nominal && frames[$0.entry.frame].isGeneric })
    }

    private func isLight(_ trigger: Trigger) -> Bool {
        trigger.entry.strength == .light || context.lexicon.frames.all[trigger.entry.frame].isGeneric
    }
}

/// The triggers of a sentence with what reads them.
struct TriggerSentence {
    /// Those that may tell a deal.
    let triggers: [Trigger]
    let frames: FrameReader
}

extension Array {
    /// The first index whose element is in the second part; the array must be parted so.
    func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
