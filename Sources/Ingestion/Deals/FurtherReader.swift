import Model

/// Reads what is told of a further deal of the two whom the last one was about, and who are not named again: "a second lease,
/// of 45 MW, was signed on Monday for $38m", "un premier, de 1,2 milliard, court depuis l'an dernier".
struct FurtherReader {
    let context: DealContext

    /// The words for one of several deals, with the noun behind them where there is one.
    private struct Phrase {
        let tokens: Range<Int>
        /// The noun of a deal, or `nil` where the words stand alone.
        let noun: TriggerEntry?
        let row: Int
    }

    /// The further deals that a sentence tells, each with a figure of its own. `told` are the deals told last, `here` those
    /// that the sentence tells otherwise, `groups` all that it names.
    func events(
        in sentence: Range<Int>, after told: [DealEvent], beside here: [DealEvent], _ groups: [ArgumentGroup]
    ) -> [DealEvent] {
        guard let last = told.last?.sentence.lowerBound, sentence.contains(where: isOrdinal) else { return [] }
        let latest = told.lazy.filter { $0.sentence.lowerBound == last }
        guard let event = latest.max(by: { $0.score < $1.score }), !isOneOfThoseTold(event), isOfSame(event, groups)
        else { return [] }
        var events: [DealEvent] = []
        for token in sentence where isOrdinal(token) && !context.isQuoted(token) {
            guard let phrase = phrase(at: token, in: sentence, event),
                let figure = figure(behind: phrase.tokens.upperBound, in: sentence),
                !here.contains(where: { $0.money == figure || $0.trigger.tokens.overlaps(phrase.tokens) }),
                isAnother(figure, than: event), !isOpen(phrase.tokens.lowerBound, figure, sentence),
                let further = further(event, phrase, figure, in: sentence)
            else { continue }
            events.append(further)
        }
        return events
    }

    /// Whether a word for one of several ("second", "another") begins at a token.
    private func isOrdinal(_ token: Int) -> Bool {
        context.marks.words[token].contains(.ordinal)
    }

    /// The words for one of several deals that begin at a token: before a noun of such a deal, or alone where a contract was
    /// spoken of.
    private func phrase(at token: Int, in sentence: Range<Int>, _ event: DealEvent) -> Phrase? {
        let end = context.document.hit(at: token, .clauseWord)?.end ?? token + 1
        guard end < sentence.upperBound else { return nil }
        for first in end..<min(end + Self.longestEpithet, sentence.upperBound) {
            guard context.document.tokens[first].kind == .word, context.marks.slots[first] == nil else { break }
            if let (entry, hit) = noun(at: first, event) {
                return Phrase(tokens: token..<hit.end, noun: entry, row: hit.row)
            }
        }
        // "The first, worth …" may be the first of anything.
        guard context.marks.words[token].contains(.again) || end - token > 1, standsAlone(end, in: sentence),
            hasNoun(in: event.sentence, event) || hasNoun(in: sentence.lowerBound..<token, event)
        else { return nil }
        return Phrase(tokens: token..<end, noun: nil, row: event.trigger.row)
    }

    /// The noun at a token for deals such as one that was told.
    private func noun(at token: Int, _ event: DealEvent) -> (entry: TriggerEntry, hit: Hit)? {
        guard context.document.layers(at: token) & Layer.trigger.mask != 0 else { return nil }
        for hit in context.document.hits(at: token) where hit.layer == .trigger {
            let entry = context.lexicon.triggers.entry(hit.row)
            guard entry.part == .noun, entry.strength.tells, !entry.hasTail else { continue }
            if context.lexicon.frames.all[entry.frame].types.contains(event.type) { return (entry, hit) }
        }
        return nil
    }

    private func hasNoun(in tokens: Range<Int>, _ event: DealEvent) -> Bool {
        let (triggers, frames) = (context.lexicon.triggers, context.lexicon.frames)
        return tokens.contains { triggers.isNoun(of: event.type, at: $0, frames, context.document) }
    }

    /// Whether it is only said that there might be such a deal.
    private func isOpen(_ first: Int, _ figure: Int, _ sentence: Range<Int>) -> Bool {
        let end = min(sentence.upperBound, context.literals[figure].tokens.upperBound + Self.longestPredicate)
        return context.status.marks(in: first..<end).contains { place in
            switch place.mark {
            case .might, .would, .open, .not, .deny:
                context.marks.borders(first, place.tokens.lowerBound) < Self.newClause
            default: false
            }
        }
    }

    /// Whether the deal was told as several at once, of which the sentence may only count one.
    private func isOneOfThoseTold(_ event: DealEvent) -> Bool {
        event.sentence.contains { token in
            guard let hit = noun(at: token, event)?.hit else { return false }
            let features = WordFeatures(rawValue: hit.form)
            return features.contains(.plural) && !features.contains(.singular)
        }
    }

    /// Whether no noun stands at a token: a comma, a verb, or a preposition with a figure behind it.
    private func standsAlone(_ token: Int, in sentence: Range<Int>) -> Bool {
        if context.document.tokens[token].kind == .comma { return true }
        if !context.marks.words[token].isDisjoint(with: [.be, .have, .will, .relative]) { return true }
        guard context.marks.slots[token] != nil else { return false }
        let next = context.literals.partitioningIndex { $0.tokens.upperBound > token }
        return context.literals[safe: next].map { $0.tokens.lowerBound - token <= 1 } ?? false
    }

    /// The first sum, else the first capacity, in the clause behind a token.
    private func figure(behind token: Int, in sentence: Range<Int>) -> Int? {
        let first = context.literals.partitioningIndex { $0.tokens.lowerBound >= token }
        let end = min(sentence.upperBound, token + Self.longestClause)
        var capacity: Int?
        for index in first..<context.literals.count where !context.excluded.contains(index) {
            let literal = context.literals[index]
            let place = literal.tokens.lowerBound
            let isListed = context.document.tokens[place - 1].kind == .colon
            guard place < end, isListed || context.marks.borders(token, place) < Self.newClause,
                !context.marks.words[token..<place].contains(where: { $0.contains(.relative) })
            else { break }
            if literal.kind == .money, literal.per == nil { return index }
            if literal.kind == .power { capacity = capacity ?? index }
        }
        return capacity
    }

    /// Whether a sentence names nobody but those of a deal.
    private func isOfSame(_ event: DealEvent, _ groups: [ArgumentGroup]) -> Bool {
        groups.allSatisfy { group in
            group.modifies || group.followsNoun
                || group.mentions.allSatisfy {
                    event.names($0.entity) || context.entities.all[$0.entity].kind == .government
                }
        }
    }

    /// Whether a figure is none of those that a deal was told with.
    private func isAnother(_ figure: Int, than event: DealEvent) -> Bool {
        guard let bounds = context.literals[figure].bounds else { return false }
        return context.literals(in: event.sentence).allSatisfy { literal in
            literal.kind != context.literals[figure].kind || !(literal.bounds?.overlaps(bounds) ?? false)
        }
    }

    private func further(
        _ event: DealEvent, _ phrase: Phrase, _ figure: Int, in sentence: Range<Int>
    ) -> DealEvent? {
        var further = event
        further.trigger = Trigger(
            tokens: phrase.tokens, entry: phrase.noun ?? event.trigger.entry, features: .singular, voice: .nominal,
            row: phrase.row)
        further.status = StatusReader(
            document: context.document, marks: context.marks, words: context.status, weights: context.lexicon.weights
        ).reading(of: further.trigger, in: sentence, .init(hasContract: true))
        guard !further.status.isUnreal else { return nil }
        further.sentence = sentence
        further.money = context.literals[figure].kind == .money ? figure : nil
        further.hasFigure = true
        further.isPast = false
        further.isFurther = true
        further.hops = 1
        return further
    }

    /// How many words may stand before the noun ("a second large contract"), how far behind them a figure may, and how far
    /// behind that a verb.
    private static let (longestEpithet, longestClause, longestPredicate) = (3, 30, 6)
    /// The border of a clause behind which a figure is of something else.
    private static let newClause = 4
}
