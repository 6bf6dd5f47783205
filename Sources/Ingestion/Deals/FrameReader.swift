import Model

/// Reads what one trigger of a sentence tells.
struct FrameReader {
    let context: DealContext
    let groups: [ArgumentGroup]
    let sentence: Range<Int>
    let solver: FrameSolver
    let surroundings: StatusReader.Surroundings

    private struct Choice {
        var solution: FrameSolver.Solution
        var type: DealType
        var frame: Frame
        var total: Int
    }

    /// What became of a trigger.
    enum Verdict {
        /// With both sides, else with the one side that is found.
        case event(DealEvent)
        case rejected(Rejection)
    }

    /// Why a trigger tells nothing.
    enum Rejection: String {
        case figureless = "needs a figure beside it, there is none"
        case standing = "tells how things are, and no figure or date stands beside it"
        case voiceless = "no noun around it speaks for a type of its frame"
        case unsure = "the nouns around it say too little for its one type"
        case alone = "no group fills a side well enough"
        case vague = "a general word that no noun of an alliance stands beside"
    }

    /// The event of a trigger; `nil` where it tells none.
    func event(_ trigger: Trigger) -> DealEvent? {
        guard case .event(let event) = verdict(trigger) else { return nil }
        return event
    }

    /// What a trigger tells, or why it tells nothing.
    func verdict(_ trigger: Trigger) -> Verdict {
        let figures = self.figures(near: trigger)
        let frame = context.lexicon.frames.all[trigger.entry.frame]
        let isStanding =
            (frame.isStanding || isRelative(trigger)) && self.isStanding(trigger) || isOwned(trigger, frame)
        let strength = trigger.entry.strength
        if !figures.any, isStanding { return .rejected(.standing) }
        if !figures.any, strength == .weak || strength == .figure { return .rejected(.figureless) }
        let votes = self.votes(trigger)
        let isVoted = frame.types.contains { votes[$0] > 0 }
        if !isVoted, strength == .voted || strength == .weak { return .rejected(.voiceless) }
        if strength == .weak, frame.types.count == 1, votes[frame.types[0]] < Self.sure { return .rejected(.unsure) }
        guard let best = choice(trigger, frame, votes, neighbours(of: trigger)) else { return .rejected(.alone) }
        if best.type == .partnership, frame.isGeneric, votes[.partnership] == 0 { return .rejected(.vague) }
        return .event(event(trigger, best, votes, figures))
    }

    private func event(
        _ trigger: Trigger, _ best: Choice, _ votes: ObjectVotes, _ figures: (money: Int?, any: Bool)
    ) -> DealEvent {
        let status = StatusReader(document: context.document, marks: context.marks, words: context.lexicon.status)
            .reading(of: trigger, in: sentence, surroundings)
        let isEarlier = best.type == .investment && !status.isExplicit && hasPastDate(near: trigger)
        return DealEvent(
            type: best.type, sides: best.solution.sides.map(arguments),
            status: isEarlier ? .init(status: .completed, isExplicit: true, isUnreal: status.isUnreal) : status,
            trigger: trigger,
            frame: best.frame, sentence: sentence, score: best.total, votes: votes[best.type], allVotes: votes,
            money: figures.money, hasFigure: figures.any)
    }

    private func choice(
        _ trigger: Trigger, _ frame: Frame, _ votes: ObjectVotes, _ groups: [ArgumentGroup]
    ) -> Choice? {
        let places = solver.places(of: groups, trigger)
        var full: Choice?
        var half: Choice?
        func consider(_ frame: Frame, _ type: DealType, _ bonus: Int) {
            let more = bonus > 0 || frame.types.count == 1 ? bonus : -Self.unvoted
            if let solution = solver.solve(frame, type, places), solution.score >= Self.threshold {
                let total = solution.score + more
                if total > full?.total ?? .min {
                    full = Choice(solution: solution, type: type, frame: frame, total: total)
                }
            } else if full == nil, let solution = solver.half(frame, type, places) {
                let total = solution.score + more
                if total > half?.total ?? .min {
                    half = Choice(solution: solution, type: type, frame: frame, total: total)
                }
            }
        }
        for type in trigger.entry.type.map({ [$0] }) ?? frame.types {
            consider(frame, type, min(100, votes[type] * 4))
        }
        for (type, other) in frame.typeFrames.sorted(by: { $0.key.index < $1.key.index }) where votes[type] > 0 {
            consider(context.lexicon.frames.all[other], type, min(100, votes[type] * 4))
        }
        if let other = frame.organisationFrame, hasOrganisation(trigger) {
            let frame = context.lexicon.frames.all[other]
            consider(frame, frame.fallback, Self.itself + min(30, votes[frame.fallback] * 3))
        }
        return full ?? half
    }

    /// Whether an organisation itself is the object: directly behind the word, or before a passive.
    private func hasOrganisation(_ trigger: Trigger) -> Bool {
        groups.contains { group in
            guard !group.modifies, !group.isPossessive else { return false }
            if trigger.voice == .passive {
                return group.slot == nil && (0...12).contains(trigger.tokens.lowerBound - group.tokens.upperBound)
            }
            guard group.tokens.lowerBound >= trigger.tokens.upperBound else { return false }
            guard group.slot == .of || (group.slot == nil && trigger.voice != .nominal) else { return false }
            return (0...2).contains(group.start - trigger.tokens.upperBound)
        }
    }

    /// What speaks for a takeover where an organisation itself is the object.
    private static let itself = 50

    /// What the nouns must say for the one type of an ambiguous word.
    private static let sure = 8

    /// The groups nearest to a trigger: no sentence of people's making has more on a side.
    func neighbours(of trigger: Trigger) -> [ArgumentGroup] {
        let split = groups.partitioningIndex { $0.tokens.lowerBound >= trigger.tokens.lowerBound }
        return Array(groups[max(0, split - Self.reach)..<min(groups.count, split + Self.reach)])
    }

    private static let reach = 10

    /// What a type loses that no noun speaks for.
    private static let unvoted = 20

    /// What the parties of an event need, in tenths of a frame's weight.
    private static let threshold = 100

    /// Whether a trigger states how things are, not what happened: a plain present, save in a headline.
    private func isStanding(_ trigger: Trigger) -> Bool {
        let first = trigger.tokens.lowerBound
        guard trigger.entry.part != .noun, !context.document.isHeadline(first) else { return false }
        let isPlanned = VoiceReader.isPlanned(first, context.document, context.marks)
        return trigger.features.contains(.present) && !isPlanned
    }

    /// Whether an alliance is spoken of as something that somebody has: "its partnership with …".
    private func isOwned(_ trigger: Trigger, _ frame: Frame) -> Bool {
        guard trigger.entry.part == .noun, frame.types == [.partnership] else { return false }
        let first = trigger.tokens.lowerBound
        return (max(sentence.lowerBound, first - 3)..<first).contains { token in
            context.document.hit(at: token, .pronoun) != nil
                && (token + 1..<first).allSatisfy { context.document.tokens[$0].kind == .word }
        }
    }

    /// Whether a trigger stands in a relative clause.
    private func isRelative(_ trigger: Trigger) -> Bool {
        let first = trigger.tokens.lowerBound
        return (max(sentence.lowerBound, first - 6)..<first).contains {
            !context.marks.words[$0].isDisjoint(with: [.relative, .whose])
        }
    }

    func votes(_ trigger: Trigger) -> ObjectVotes {
        var votes = ObjectVotes(context.nouns(in: sentence), around: trigger.tokens, context.marks)
        let paragraph = context.document.paragraphs[Int(context.document.tokens[sentence.lowerBound].paragraph)]
        let before = max(paragraph.lowerBound, sentence.lowerBound - Self.neighbourhood)
        let after = min(paragraph.upperBound, sentence.upperBound + Self.neighbourhood)
        votes.add(around: context.nouns(in: before..<sentence.lowerBound))
        votes.add(around: context.nouns(in: sentence.upperBound..<max(after, sentence.upperBound)))
        addLiterals(to: &votes, trigger)
        return votes
    }

    /// How far the nouns of other sentences count, in tokens.
    private static let neighbourhood = 40

    /// Capacities and counts tell a little of what moves.
    private func addLiterals(to votes: inout ObjectVotes, _ trigger: Trigger) {
        let first = context.literals.partitioningIndex { $0.tokens.lowerBound >= sentence.lowerBound }
        for literal in context.literals[first...].prefix(while: { $0.tokens.lowerBound < sentence.upperBound })
        where literal.kind == .power && isNear(literal.tokens.lowerBound, trigger) {
            votes[.datacenter] += 3
            votes[.compute] += 2
            votes[.power] += 3
        }
    }

    /// The sum nearest to a trigger, and whether any figure or date stands in its clause.
    func figures(near trigger: Trigger) -> (money: Int?, any: Bool) {
        var money: (index: Int, cost: Int)?
        var any = sentence.contains { context.document.tokens[$0].kind == .number && isNear($0, trigger) }
        let first = context.literals.partitioningIndex { $0.tokens.lowerBound >= sentence.lowerBound }
        for index in first..<context.literals.count {
            let literal = context.literals[index]
            guard literal.tokens.lowerBound < sentence.upperBound else { break }
            guard !context.excluded.contains(index), literal.kind != .number else { continue }
            any = any || isNear(literal.tokens.lowerBound, trigger)
            guard literal.kind == .money, literal.per == nil else { continue }
            let here = literal.tokens.lowerBound
            let cost =
                abs(here - trigger.tokens.lowerBound) + 8 * context.marks.borders(here, trigger.tokens.lowerBound)
            if cost < money?.cost ?? .max { money = (index, cost) }
        }
        return (money?.index, any)
    }

    /// Whether a date of more than two months before the article stands beside a trigger: that money has been paid.
    private func hasPastDate(near trigger: Trigger) -> Bool {
        guard let published = context.published else { return false }
        let first = context.literals.partitioningIndex { $0.tokens.lowerBound >= sentence.lowerBound }
        return context.literals[first...].prefix { $0.tokens.lowerBound < sentence.upperBound }.contains { literal in
            guard literal.kind == .date, let days = literal.days else { return false }
            return days.upperBound < published.adding(days: -Self.longAgo) && isNear(literal.tokens.lowerBound, trigger)
        }
    }

    private static let longAgo = 60

    private func isNear(_ token: Int, _ trigger: Trigger) -> Bool {
        let first = trigger.tokens.lowerBound
        return context.marks.borders(token, first) <= 3 && abs(token - first) <= 40
            && context.marks.insertions[token] == context.marks.insertions[first]
    }

    private func arguments(_ groups: [ArgumentGroup]) -> [DealEvent.Argument] {
        var seen: Set<Int> = []
        return groups.flatMap(\.mentions).filter { seen.insert($0.entity).inserted }.map {
            DealEvent.Argument(entity: $0.entity, tokens: $0.tokens, form: $0.form)
        }
    }
}
