import Model

/// Reads the alliance that comes with money: what is told of it names one of the two of a deal told just before, or neither.
/// "À la clé, un partenariat dans la 6G", "it also entered into a partnership with the start-up".
struct AllianceReader {
    let context: DealContext

    /// The alliance that a half tells, with the other one of those whom the last deal was about.
    func completed(
        _ half: DealEvent, after told: @autoclosure () -> [DealEvent], _ groups: [ArgumentGroup]
    ) -> DealEvent? {
        guard half.type == .partnership, half.frame.types == [.partnership], half.entities.count == 1,
            let deal = deal(told(), before: half.trigger), half.entities.allSatisfy(deal.names),
            isNew(half.trigger), isOfSame(deal, groups)
        else { return nil }
        return alliance(half, of: deal)
    }

    /// The alliances that the nouns of a sentence tell which name nobody.
    func events(
        in sentence: Range<Int>, after told: [DealEvent], beside here: [DealEvent], _ groups: [ArgumentGroup]
    ) -> [DealEvent] {
        guard !told.isEmpty || !here.isEmpty else { return [] }
        return context.document.hits(in: sentence, .trigger).compactMap { hit in
            let entry = context.lexicon.triggers.entry(hit.row)
            guard entry.part == .noun, entry.strength == .strong, !entry.hasTail, !context.isQuoted(hit.first),
                context.lexicon.frames.all[entry.frame].types == [.partnership],
                !here.contains(where: { $0.trigger.tokens.overlaps(hit.tokens) || $0.type == .partnership })
            else { return nil }
            let noun = Trigger(
                tokens: hit.tokens, entry: entry, features: .singular, voice: .nominal, row: hit.row)
            guard isNew(noun), let deal = deal(told + here, before: noun), isOfSame(deal, groups) else { return nil }
            let status = StatusReader(
                document: context.document, marks: context.marks, words: context.status,
                weights: context.lexicon.weights
            ).reading(of: noun, in: sentence, .init())
            guard !status.isUnreal, status.status != .cancelled else { return nil }
            var event = deal
            event.trigger = noun
            event.status = status
            event.frame = context.lexicon.frames.all[entry.frame]
            event.sentence = sentence
            return alliance(event, of: deal)
        }
    }

    /// Whether words tell of an alliance that was not spoken of before: a verb of its making, or an indefinite article.
    func isNew(_ trigger: Trigger) -> Bool {
        let first = trigger.tokens.lowerBound
        guard !context.document.isHeadline(first) else { return false }
        guard trigger.voice == .nominal else { return trigger.voice == .active }
        return (max(0, first - Self.longestEpithet)..<first).contains { token in
            context.document.tokens[token].sentence == context.document.tokens[first].sentence
                && (context.marks.words[token].contains(.ordinal)
                    || context.marks.words[token].contains(.determiner)
                        && context.document.hit(at: token, .numberWord) != nil)
        }
    }

    /// The deal in money told last of two who are alone in it.
    private func deal(_ told: [DealEvent], before trigger: Trigger) -> DealEvent? {
        let before = told.lazy.filter {
            $0.trigger.tokens.upperBound <= trigger.tokens.lowerBound && $0.type == .investment && $0.hops == 0
        }
        guard let last = before.last?.sentence.lowerBound else { return nil }
        let deal = before.filter { $0.sentence.lowerBound == last }.max { $0.score < $1.score }
        return deal.flatMap { deal in deal.sides.allSatisfy { $0.count == 1 } ? deal : nil }
    }

    /// Whether a sentence names nobody but those of a deal.
    private func isOfSame(_ deal: DealEvent, _ groups: [ArgumentGroup]) -> Bool {
        groups.allSatisfy { group in group.mentions.allSatisfy { deal.names($0.entity) } }
    }

    private func alliance(_ event: DealEvent, of deal: DealEvent) -> DealEvent {
        var event = event
        event.type = .partnership
        event.sides = deal.sides
        event.votes = context.lexicon.weights[.partnershipBeside]
        event.allVotes[.partnership] = max(event.allVotes[.partnership], event.votes)
        event.money = nil
        event.hasFigure = false
        event.isFurther = true
        event.isPast = false
        event.hops = 1
        return event
    }

    /// How many words may stand between the article and its noun: "a broad commercial".
    private static let longestEpithet = 4
}
