import Model

/// What a text offers to its triggers. It never changes, and all readers of deals hold on to the same one.
final class DealContext: Sendable {
    let document: Document
    let entities: Entities
    let literals: [Literal]
    /// Literals that an estimate took, by index.
    let excluded: LiteralSet
    /// The day of publication.
    let published: Day?
    let marks: ClauseMarks
    /// Whom "we" and "you" mean.
    let speakers: SpeakerReader
    let lexicon: DealLexicon
    /// The nouns of goods, by first token.
    let nouns: [ObjectNoun]
    /// The companies of the catalogue that the text names, by row.
    let makers: EntityRows
    /// What the kinds of the entities say for the sides of deals.
    let priors: PartyPriors
    /// The words of status.
    let status: StatusMarks
    /// Where goods and figures stand.
    let places: ContentPlaces

    init(
        document: Document, entities: Entities, literals: [Literal], excluded: LiteralSet, published: Day?,
        marks: ClauseMarks, speakers: SpeakerReader, lexicon: DealLexicon
    ) {
        self.document = document
        self.entities = entities
        self.literals = literals
        self.excluded = excluded
        self.published = published
        self.marks = marks
        self.speakers = speakers
        self.lexicon = lexicon
        makers = entities.byRow
        priors = PartyPriors(lexicon.priors, of: entities)
        nouns = lexicon.objects.nouns(of: document, entities, marks, makers: makers)
        status = lexicon.status.marks(of: document, marks, entities)
        places = ContentPlaces(document, entities, literals, nouns)
    }

    func isQuoted(_ token: Int) -> Bool {
        document.tokens[token].flags.contains(.quoted)
    }

    /// The percentage or fraction before the preposition at a token, in percent: "a fifth of X", "9% of the shares of X".
    func share(before token: Int) -> Double? {
        let next = literals.partitioningIndex { $0.tokens.lowerBound >= token }
        guard next > 0, let value = literals[next - 1].min ?? literals[next - 1].max else { return nil }
        let end = literals[next - 1].tokens.upperBound
        // "a 20 percent interest in X": what a single word is that a percentage leads up to, the preposition tells.
        let isPlain =
            token - end == 1 && marks.slots[token] == .in && marks.slots[end] == nil && marks.words[end].isEmpty
        guard token - end <= Self.longestShare, isPlain || (end..<max(end, token)).allSatisfy(isShareWord) else {
            return nil
        }
        if literals[next - 1].unit == "percent" { return value }
        return literals[next - 1].kind == .number && value < 1 ? value * 100 : nil
    }

    /// The percentage that begins at a token.
    func share(from token: Int) -> Double? {
        let index = literals.partitioningIndex { $0.tokens.lowerBound >= token }
        guard index < literals.count, literals[index].tokens.lowerBound == token else { return nil }
        return literals[index].unit == "percent" ? literals[index].min ?? literals[index].max : nil
    }

    /// How many words may stand between a percentage and the company: "of the share capital".
    private static let longestShare = 4

    private func isShareWord(_ token: Int) -> Bool {
        if marks.slots[token] == .of || marks.words[token].contains(.determiner) { return true }
        return nouns(in: token..<token + 1).contains { $0.type == .investment }
    }

    /// The literals that begin in a token range.
    func literals(in range: Range<Int>) -> ArraySlice<Literal> { literals[literalIndices(in: range)] }

    /// The indices of the literals that begin in a token range.
    func literalIndices(in range: Range<Int>) -> Range<Int> {
        let first = literals.partitioningIndex { $0.tokens.lowerBound >= range.lowerBound }
        var end = first
        while end < literals.count, literals[end].tokens.lowerBound < range.upperBound { end += 1 }
        return first..<end
    }

    /// The nouns of goods that begin in a token range.
    func nouns(in range: Range<Int>) -> ArraySlice<ObjectNoun> {
        let first = nouns.partitioningIndex { $0.tokens.lowerBound >= range.lowerBound }
        var end = first
        while end < nouns.count, nouns[end].tokens.lowerBound < range.upperBound { end += 1 }
        return nouns[first..<end]
    }
}

/// Reads what the triggers of a text tell, sentence by sentence.
struct EventReader {
    let context: DealContext
    /// The triggers of each sentence that may tell of somebody, whatever they tell.
    let triggers: [[Trigger]]
    /// Whether headline or first paragraph rest on unnamed people.
    private let isRumour: Bool

    /// The longest sentence that is read, in tokens.
    private static let window = 400

    init(_ context: DealContext) {
        self.context = context
        let entries = context.lexicon.triggers
        triggers = context.document.sentences.map { sentence in
            let range = sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + Self.window)
            guard Self.meansSomebody(range, context) || Self.heading(of: range, context) != nil else { return [] }
            return entries.triggers(of: context, in: range)
        }
        let head = context.document.paragraphs.prefix(2).last?.upperBound ?? 0
        isRumour = context.status.marks(in: 0..<head)
            .contains { $0.mark == .hearsay }
    }

    /// The events of the whole text, in its order; those of one side only are completed where possible.
    func events() -> [DealEvent] {
        var events: [DealEvent] = []
        visit { events.add($1) }
        return events
    }

    /// Reads the text: hands out each sentence with its triggers, where it has any, and its events once completed.
    func visit(_ body: (_ sentence: TriggerSentence?, _ events: [DealEvent]) -> Void) {
        var completer = EventCompleter(context: context)
        var discourse = Discourse(Cast(context))
        var several = Several()
        for sentence in context.document.sentences {
            let range = sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + Self.window)
            discourse.settleTopic(of: range)
            let found = self.sentence(
                range, &several, discourse, Self.heading(of: range, context),
                isRoundOpen: completer.hasOpenRound(before: range))
            let events = completer.complete(
                found?.events ?? [], beside: found?.frames.groups ?? [], in: range, discourse)
            discourse.note(events)
            if let pair = Self.pair(events) { several.note(pair) }
            body(found, events)
        }
    }

    /// The company that opens the paragraph of a sentence with its name alone: "Vistra. Twenty years; 2,609 MW."
    private static func heading(of sentence: Range<Int>, _ context: DealContext) -> EntityMention? {
        let paragraph = context.document.paragraphs[Int(context.document.tokens[sentence.lowerBound].paragraph)]
        let first = context.document.sentence(of: paragraph.lowerBound)
        guard first.lowerBound != sentence.lowerBound, first.count <= longestHeading else { return nil }
        let named = context.entities.organisations(in: first)
        guard named.count == 1, let name = named.first, name.form == .name, first.count - name.tokens.count <= 2 else {
            return nil
        }
        return name
    }

    /// The longest name that opens a paragraph, in tokens.
    private static let longestHeading = 7

    /// The two that a sentence tells a deal of.
    private static func pair(_ events: [DealEvent]) -> [EntityMention]? {
        guard let last = events.indices.last(where: { events[$0].hops == 0 }) else { return nil }
        let sides = events[last].sides
        guard sides[0].count == 1, sides[1].count == 1 else { return nil }
        return sides.joined().map { EntityMention(entity: $0.entity, tokens: $0.tokens, form: $0.form) }
    }

    /// A sentence with its triggers; `several` are the companies last named together, for the plurals that mean them.
    private func sentence(
        _ sentence: Range<Int>, _ several: inout Several, _ discourse: Discourse, _ heading: EntityMention?,
        isRoundOpen: Bool
    ) -> TriggerSentence? {
        guard heading != nil || Self.meansSomebody(sentence, context) else { return nil }
        let triggers = triggers(in: sentence)
        let places = TriggerPlaces(triggers, in: sentence, context.lexicon.frames)
        let reader = ArgumentReader(context: context, triggers: places)
        let groups = groups(in: sentence, reader, triggers, &several, heading)
        let own = context.speakers.mentions(in: sentence, quoted: true, context.document, context.marks)
        guard !groups.isEmpty || !own.isEmpty else { return nil }
        var heads = SentenceSet(in: sentence)
        for group in groups { heads.insert(group.tokens.lowerBound) }
        let slots = SlotReader(context, places, starts: heads)
        let surroundings = surroundings(of: sentence, triggers, isRoundOpen: isRoundOpen)
        func frameReader(_ groups: [ArgumentGroup]) -> FrameReader {
            FrameReader(
                context: context, groups: groups, sentence: sentence,
                solver: FrameSolver(slots: slots, discourse: discourse), surroundings: surroundings)
        }
        var frames = frameReader(groups)
        func tells(_ trigger: Trigger) -> Bool {
            trigger.entry.strength.tells && !context.isQuoted(trigger.tokens.lowerBound)
        }
        let telling = triggers.allSatisfy(tells) ? triggers : triggers.filter(tells)
        var events: [DealEvent] = []
        for trigger in telling {
            let parts = frames.parts(of: trigger)
            events.add(parts)
            guard parts.isEmpty, let event = frames.event(trigger) else { continue }
            events.append(event)
            events.add(frames.furtherOrders(of: event))
            events.add(frames.gapped(event))
            // "which B will pay its supplier": who that is may stand in the same sentence.
            if event.isComplete, event.score >= context.lexicon.weights[.sureEvent] {
                frames.solver.discourse.note([event])
            }
        }
        events.add(spoken(triggers, of: own, in: sentence, reader, frameReader))
        events = MakerReader(context: context).withoutMakers(Self.likely(Self.withoutTalks(events)))
        let pairs = PairReader(
            context: context, groups: groups, sentence: sentence, surroundings: frames.surroundings)
        events.add(
            pairs.events(beside: events, isParting: places.partings.contains(from: sentence.lowerBound, before: .max)))
        if let heading, events.isEmpty, let event = pairs.event(of: heading) { events.append(event) }
        return TriggerSentence(triggers: telling, frames: consume frames, events: events)
    }

    /// Whether a sentence names somebody, or has a word that may mean somebody: no other one tells a deal.
    private static func meansSomebody(_ sentence: Range<Int>, _ context: DealContext) -> Bool {
        !context.entities.mentions(in: sentence).isEmpty || !context.entities.references(in: sentence).isEmpty
            || sentence.contains { !context.marks.words[$0].isDisjoint(with: pronouns) }
    }

    private static let pronouns: ClauseWord = [.first, .second, .plural, .accusative, .genitive, .locative]

    /// The triggers of a sentence.
    private func triggers(in sentence: Range<Int>) -> [Trigger] {
        var triggers = triggers[Int(context.document.tokens[sentence.lowerBound].sentence)]
        triggers.drop { trigger in
            // The won of "1.1 trillion won" is nobody's win.
            if trigger.voice != .nominal, isInSum(trigger.tokens.lowerBound) { return true }
            return context.lexicon.frames.all[trigger.entry.frame].isOfSum && !isBesideSum(trigger)
        }
        return triggers
    }

    /// The groups of a sentence outside quotation marks.
    private func groups(
        in sentence: Range<Int>, _ reader: ArgumentReader, _ triggers: [Trigger], _ several: inout Several,
        _ heading: EntityMention?
    ) -> [ArgumentGroup] {
        var groups = reader.groups(in: sentence)
        groups.drop { context.isQuoted($0.tokens.lowerBound) || isSource($0) || isPartOfAdjective($0) }
        let joint = plurals(in: sentence).compactMap { words -> ArgumentGroup? in
            let isTwo = context.marks.words[words.lowerBound].contains(.two)
            let two = isTwo ? Several.two(of: groups, before: words) : nil
            // "A has let a hall to B, the two said": both have been named.
            if two != nil, isAttribution(words) { return nil }
            let meant = two ?? several.meant(two: isTwo)
            return meant.isEmpty ? nil : reader.group(at: words, for: meant)
        }
        add(joint, to: &groups)
        let list = groups.indices.first { index in
            groups[index].mentions.count > 1 && (groups[index].slot == nil || groups[index].slot == .between)
        }
        if let list { several.note(groups[list].mentions) }
        for index in groups.indices {
            let slot = groups[index].slot
            if slot == .in || slot == .of && !ownsThings(groups[index]) {
                groups[index].share = context.share(before: groups[index].start)
            } else {
                groups[index].share = relativeShare(behind: groups[index].tokens.upperBound, groups)
            }
        }
        add(brands(in: sentence).map(reader.group), to: &groups)
        let asked = context.speakers.mentions(in: sentence, quoted: false, context.document, context.marks)
        add(CliticReader(context: context).groups(before: triggers), to: &groups)
        add(asked.map(reader.group), to: &groups)
        return groups.isEmpty ? heading.map { [reader.group($0)] } ?? [] : groups
    }

    /// Whether a group owns something else than its capital: "70% of A's wind farm" is no share of A.
    private func ownsThings(_ group: ArgumentGroup) -> Bool {
        let end = group.tokens.upperBound
        return group.ownsGoods
            && !context.nouns(in: end..<end + Self.longestPossession).contains { $0.type == .investment }
    }

    /// How many words behind a possessive may name what is owned.
    private static let longestPossession = 4

    /// Adds groups to those of a sentence, which stay in order.
    private func add(_ more: [ArgumentGroup], to groups: inout [ArgumentGroup]) {
        guard !more.isEmpty else { return }
        groups += more
        groups.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// The services of clouds that stand for their companies: "booked $250m of Contoso Cloud".
    private func brands(in sentence: Range<Int>) -> [EntityMention] {
        guard !context.document.hits(of: .brand).isEmpty else { return [] }
        return context.entities.mentions(in: sentence).compactMap { mention in
            let first = mention.tokens.lowerBound
            guard context.entities.all[mention.entity].kind == .product, !context.isQuoted(first),
                let brand = context.document.hit(at: first, .brand), let maker = context.makers[brand.row],
                context.entities.all[maker].sort == "cloud",
                first == sentence.lowerBound || context.document.tokens[first - 1].kind != .possessive
            else { return nil }
            return EntityMention(entity: maker, tokens: mention.tokens, form: .descriptor)
        }
    }

    private func plurals(in sentence: Range<Int>) -> ArraySlice<Range<Int>> {
        let plurals = context.marks.plurals
        let first = plurals.partitioningIndex { $0.lowerBound >= sentence.lowerBound }
        let end = plurals.partitioningIndex { $0.lowerBound >= sentence.upperBound }
        return plurals[first..<end].filter { tokens in
            context.entities.mention(at: tokens.lowerBound) == nil && !context.isQuoted(tokens.lowerBound)
        }[...]
    }

    private func surroundings(
        of sentence: Range<Int>, _ triggers: [Trigger], isRoundOpen: Bool
    ) -> StatusReader.Surroundings {
        let frames = context.lexicon.frames.all
        let paragraph = context.document.paragraphs[Int(context.document.tokens[sentence.lowerBound].paragraph)]
        let before = max(paragraph.lowerBound, sentence.lowerBound - 100)
        return StatusReader.Surroundings(
            isRumour: isRumour,
            isPlan: context.status.marks(in: before..<sentence.upperBound)
                .contains { $0.mark == .status(.intent) },
            isDenied: isDenied(behind: sentence),
            hasContract: triggers.contains { $0.voice == .nominal && frames[$0.entry.frame].isGeneric },
            isRoundOpen: isRoundOpen)
    }

    /// Whether the next sentence only says no: "It has not."
    private func isDenied(behind sentence: Range<Int>) -> Bool {
        guard let last = sentence.last else { return false }
        let next = Int(context.document.tokens[last].sentence) + 1
        guard next < context.document.sentences.count else { return false }
        let range = context.document.sentences[next]
        guard !context.isQuoted(range.lowerBound) else { return false }
        let isOfThem =
            context.document.hit(at: range.lowerBound, .pronoun) != nil
            || context.marks.words[range.lowerBound].contains(.plural)
        if isOfThem, range.count <= Self.longestRebuttal,
            context.status.marks(in: range).contains(where: { $0.mark == .deny })
        {
            return true
        }
        let end = range.first {
            context.document.tokens[$0].kind == .stop || context.document.tokens[$0].kind == .colon
        }
        let head = range.lowerBound..<(end ?? range.upperBound)
        guard head.count <= Self.longestDenial, context.document.hit(at: range.lowerBound, .pronoun) != nil else {
            return false
        }
        return context.status.marks(in: head).contains { $0.mark == .not }
    }

    /// How many words a sentence has that only says no.
    private static let longestDenial = 5
    /// How many tokens a sentence has that denies what the one before it reports.
    private static let longestRebuttal = 14
}

/// The triggers of a sentence with what reads them.
struct TriggerSentence {
    /// Those that may tell a deal.
    let triggers: [Trigger]
    let frames: FrameReader
    /// What they tell, before it is completed.
    let events: [DealEvent]
}
