import Model

/// Reads what the triggers of a text tell.
struct EventReader {
    let document: Document
    let entities: Entities
    let literals: [Literal]
    let excluded: Set<Int>
    let marks: ClauseMarks
    let lexicon: DealLexicon

    /// The longest sentence that is read, in tokens.
    private static let window = 400

    func events() -> [DealEvent] {
        let nouns = lexicon.objects.nouns(of: document)
        let figures = figureTokens()
        let goods = Set(nouns.filter { $0.type != .acquisition && $0.type != .partnership }.flatMap { $0.tokens })
        var events: [DealEvent] = []
        for sentence in document.sentences {
            let range = sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + Self.window)
            events += self.events(in: range, nouns, goods, figures)
        }
        return events
    }

    /// The tokens of dates and of other literals.
    private func figureTokens() -> Set<Int> {
        var tokens = Set(literals.flatMap { $0.tokens })
        for hit in document.hits where hit.layer == .month || hit.layer == .weekday { tokens.formUnion(hit.tokens) }
        return tokens
    }

    private func events(
        in sentence: Range<Int>, _ nouns: [ObjectNoun], _ goods: Set<Int>, _ figures: Set<Int>
    ) -> [DealEvent] {
        let triggers = lexicon.triggers.triggers(of: document, in: sentence, marks, entities)
        guard triggers.contains(where: { $0.entry.strength != .never }) else { return [] }
        let verbs = Set(triggers.filter { $0.voice != .nominal }.map(\.tokens.lowerBound))
        let reader = ArgumentReader(
            document: document, entities: entities, marks: marks, verbs: verbs, goods: goods, figures: figures)
        let groups = reader.groups(in: sentence).filter { !isQuoted($0.tokens.lowerBound) }
        guard !groups.isEmpty else { return [] }
        let slots = SlotReader(document: document, marks: marks, verbs: verbs.sorted())
        let solver = FrameSolver(entities: entities, slots: slots, priors: lexicon.priors)
        var events: [DealEvent] = []
        for trigger in triggers where trigger.entry.strength.tells {
            guard !isQuoted(trigger.tokens.lowerBound) else { continue }
            if let event = event(trigger, sentence, groups, solver, nouns) { events.append(event) }
        }
        return events
    }

    private func isQuoted(_ token: Int) -> Bool {
        document.tokens[token].flags.contains(.quoted)
    }

    private func event(
        _ trigger: Trigger, _ sentence: Range<Int>, _ groups: [ArgumentGroup], _ solver: FrameSolver,
        _ nouns: [ObjectNoun]
    ) -> DealEvent? {
        let figures = figures(near: trigger, in: sentence)
        if !figures.any, trigger.entry.strength == .weak || isStanding(trigger) { return nil }
        let votes = self.votes(trigger, sentence, nouns)
        let frame = lexicon.frames.all[trigger.entry.frame]
        let isVoted = frame.types.contains { votes[$0] > 0 }
        if !isVoted, trigger.entry.strength == .voted || trigger.entry.strength == .weak { return nil }
        var best: (solution: FrameSolver.Solution, type: DealType, frame: Frame, total: Int)?
        func consider(_ frame: Frame, _ type: DealType, _ bonus: Int) {
            guard let solution = solver.solve(trigger, frame, type, groups) else { return }
            let total = solution.score + (bonus > 0 ? bonus : -Self.unvoted)
            if total > best?.total ?? .min { best = (solution, type, frame, total) }
        }
        for type in types(trigger, frame) { consider(frame, type, min(100, votes[type] * 4)) }
        if let other = frame.organisationFrame, trigger.voice != .nominal {
            let frame = lexicon.frames.all[other]
            consider(frame, frame.fallback, min(30, votes[frame.fallback] * 3))
        }
        guard let best, best.solution.score >= Self.threshold else { return nil }
        let status = StatusReader(document: document, marks: marks, words: lexicon.status)
            .reading(of: trigger, in: sentence)
        return DealEvent(
            type: best.type, sides: best.solution.sides.map(arguments), status: status, trigger: trigger,
            frame: best.frame, sentence: sentence, score: best.total, votes: votes[best.type],
            money: figures.money, hasFigure: figures.any)
    }

    /// Whether a trigger states how things are, not what happened: a plain present, save in a headline.
    private func isStanding(_ trigger: Trigger) -> Bool {
        guard trigger.entry.part != .noun, !document.isHeadline(trigger.tokens.lowerBound) else { return false }
        let first = trigger.tokens.lowerBound
        let isInfinitive = first > 0 && !marks.words[first - 1].isDisjoint(with: [.to, .will])
        return trigger.features.contains(.present) && trigger.features.isDisjoint(with: .past) && !isInfinitive
    }

    /// What a type loses that no noun speaks for.
    private static let unvoted = 30

    /// What the parties of an event need, in tenths of a frame's weight.
    private static let threshold = 100

    private func types(_ trigger: Trigger, _ frame: Frame) -> [DealType] {
        if let type = trigger.entry.type { return [type] }
        return frame.types
    }

    private func votes(_ trigger: Trigger, _ sentence: Range<Int>, _ nouns: [ObjectNoun]) -> ObjectVotes {
        let inside = slice(nouns, sentence)
        var votes = ObjectVotes(inside, around: trigger.tokens, marks)
        if votes.isEmpty {
            let paragraph = Int(document.tokens[sentence.lowerBound].paragraph)
            votes = ObjectVotes(slice(nouns, document.paragraphs[paragraph]), around: trigger.tokens, marks)
        }
        return votes
    }

    private func slice(_ nouns: [ObjectNoun], _ range: Range<Int>) -> ArraySlice<ObjectNoun> {
        let first = nouns.partitioningIndex { $0.tokens.lowerBound >= range.lowerBound }
        let end = nouns.partitioningIndex { $0.tokens.lowerBound >= range.upperBound }
        return nouns[first..<end]
    }

    /// The sum nearest to a trigger, and whether any figure or date stands in its clause.
    private func figures(near trigger: Trigger, in sentence: Range<Int>) -> (money: Int?, any: Bool) {
        var money: (index: Int, cost: Int)?
        var any = sentence.contains { document.tokens[$0].kind == .number && isNear($0, trigger) }
        let first = literals.partitioningIndex { $0.tokens.lowerBound >= sentence.lowerBound }
        for index in first..<literals.count {
            let literal = literals[index]
            guard literal.tokens.lowerBound < sentence.upperBound else { break }
            guard !excluded.contains(index), literal.kind != .number else { continue }
            any = any || isNear(literal.tokens.lowerBound, trigger)
            guard literal.kind == .money, literal.per == nil else { continue }
            let here = literal.tokens.lowerBound
            let cost = abs(here - trigger.tokens.lowerBound) + 8 * marks.borders(here, trigger.tokens.lowerBound)
            if cost < money?.cost ?? .max { money = (index, cost) }
        }
        return (money?.index, any)
    }

    private func isNear(_ token: Int, _ trigger: Trigger) -> Bool {
        marks.borders(token, trigger.tokens.lowerBound) <= 3 && abs(token - trigger.tokens.lowerBound) <= 40
    }

    private func arguments(_ groups: [ArgumentGroup]) -> [DealEvent.Argument] {
        var seen: Set<Int> = []
        return groups.flatMap(\.mentions).filter { seen.insert($0.entity).inserted }.map {
            DealEvent.Argument(entity: $0.entity, tokens: $0.tokens, form: $0.form)
        }
    }
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
