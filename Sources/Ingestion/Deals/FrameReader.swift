import Model

/// Reads what one trigger of a sentence tells.
struct FrameReader {
    let context: DealContext
    var groups: [ArgumentGroup]
    let sentence: Range<Int>
    var solver: FrameSolver
    let surroundings: StatusReader.Surroundings
    var memory = TriggerMemory()

    var weights: ReadingWeights { context.lexicon.weights }

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
        case sold = "only names the stake that a verb says is given away"
        case sumless = "its subject or object is no sum of money"
        case described = "only tells what a company is, or is asked"
        case otherwise = "has another sense before its object"
        case own = "moves what is its own, or what such a company has not"
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
            || isHabit(trigger, frame)
        let strength = trigger.entry.strength
        if isOfSources(trigger) { return .rejected(.otherwise) }
        if isDescription(trigger, frame) || isAsked(trigger) || isOfPerson(trigger, frame) || isFitted(trigger, frame) {
            return .rejected(.described)
        }
        if frame.isOfSum, !hasSumAsSubject(trigger) { return .rejected(.sumless) }
        if frame.isPriced, !hasSubjectBeside(trigger) { return .rejected(.alone) }
        if isSold(trigger, frame) { return .rejected(.sold) }
        if isOtherSense(trigger, frame, figures.money) { return .rejected(.otherwise) }
        if !figures.any, isStanding { return .rejected(.standing) }
        let isOfRound = surroundings.isRoundOpen && isOfRound(trigger, frame)
        if !figures.any, !isOfRound, strength == .weak || strength == .figure { return .rejected(.figureless) }
        let votes = memory.votes(trigger) { self.votes(trigger) }
        if strength == .figure, figures.money == nil, isOfMoney(trigger, frame),
            !frame.types.contains(where: { votes[$0] >= weights[.promise] })
        {
            return .rejected(.sumless)
        }
        let isPrice = isPriceOfCompany(trigger, frame) || isSized(trigger, frame, figures.money)
        let isSum = hasSumAsObject(trigger)
        if isSum, isGift(trigger, frame) { return .rejected(.otherwise) }
        let isPaid = isSum && frame.types.allSatisfy(\.isFunding) && (strength == .weak || !mayInvest(trigger))
        let isVoted = isPrice || isPaid || isOfRound || frame.types.contains { votes[$0] > 0 }
        if !isVoted, strength == .voted || strength == .weak { return .rejected(.voiceless) }
        if strength == .weak, !isPrice, !isPaid, !isOfRound, frame.types.count == 1,
            votes[frame.types[0]] < weights[.sureVotes]
        {
            return .rejected(.unsure)
        }
        let neighbours = self.neighbours(of: trigger)
        guard let best = choice(trigger, frame, votes, neighbours, hasSum: figures.money != nil) else {
            return .rejected(.alone)
        }
        if isUnspoken(best.type, frame, votes, figures.money) || isVague(trigger, frame, best.solution) {
            return .rejected(.vague)
        }
        if !figures.any, isGuessed(best.solution), !isLede(trigger), trigger.entry.status == nil {
            return .rejected(.figureless)
        }
        if isOwnMeans(best.frame, best.type, best.solution) || isOfBanks(trigger, best.type, best.solution)
            || isHoused(best.frame, best.solution) || isPermit(best.frame, best.solution)
        {
            return .rejected(.own)
        }
        let event = event(trigger, best, votes, figures)
        return isSought(best.frame, event, best.solution) ? .rejected(.alone) : .event(event)
    }

    /// Whether a verb tells who is in a round that the sentence before told of: "B led it, and C joined"; whoever leads another
    /// life or joins the board does something else.
    private func isOfRound(_ trigger: Trigger, _ frame: Frame) -> Bool {
        guard frame.isOfRound, trigger.voice != .nominal else { return false }
        let next = trigger.tokens.upperBound
        guard trigger.voice == .active, sentence.contains(next) else { return true }
        // "took part in a conference": of something else than the round.
        if context.marks.slots[next] != nil, context.document.hit(at: next + 1, .numberWord) != nil {
            return context.nouns(in: next..<next + Self.longestObject).contains { $0.type == .investment }
        }
        let isIndefinite = context.document.hit(at: next, .numberWord) != nil
        guard isIndefinite || context.marks.words[next].contains(.determiner) else { return true }
        return frame.weight(.object, side: 0) == 0 && !isIndefinite
            || context.nouns(in: next..<next + Self.longestObject).contains { $0.type == .investment }
    }

    /// How many tokens the noun of a round may stand behind its verb.
    private static let longestObject = 4

    private func event(
        _ trigger: Trigger, _ best: Choice, _ votes: ObjectVotes, _ figures: (money: Int?, any: Bool)
    ) -> DealEvent {
        let status = StatusReader(
            document: context.document, marks: context.marks, words: context.status, weights: weights
        )
        .reading(of: trigger, in: sentence, surroundings)
        let isUnreal = status.isUnreal || isDeniedCleft(trigger, best.solution)
        let isPast = hasPastDate(near: trigger)
        // A part that gives no control is a stake, whatever the verb.
        let share = best.solution.sides[1].compactMap(\.share).first
        let isPart = best.type == .acquisition && share ?? 100 <= 50
        let isWhole = best.type == .investment && share ?? 0 > 50
        let given: DealType = isGivenByBank(trigger, best.type, best.solution) ? .financing : best.type
        let type: DealType = isPart ? .investment : isWhole ? .acquisition : given
        return DealEvent(
            type: type, sides: best.solution.sides.map { arguments($0) },
            status: .init(
                status: status.status, isExplicit: status.isExplicit, isUnreal: isUnreal),
            trigger: trigger, frame: best.frame, sentence: sentence, score: best.total, votes: votes[type],
            allVotes: votes,
            money: figures.money, hasFigure: figures.any, isPast: isPast)
    }

    /// What the nouns say for a type; of many, in proportion.
    private func bonus(_ type: DealType, _ votes: ObjectVotes) -> Int {
        votes[type] * weights[.voteUnit] * weights[.voteCap] / max(weights[.voteCap], votes.most * weights[.voteUnit])
    }

    private func choice(
        _ trigger: Trigger, _ frame: Frame, _ votes: ObjectVotes, _ groups: ArraySlice<ArgumentGroup>, hasSum: Bool
    ) -> Choice? {
        let places = memory.places(trigger) { solver.places(of: groups, trigger) }
        var options = Options()
        let scores = solver.scores(frame, places)
        if let type = trigger.entry.type {
            options.consider(frame, type, bonus(type, votes), places, scores, by: solver)
        } else if !isSaleOfCompany(trigger, frame) {
            for type in frame.types { options.consider(frame, type, bonus(type, votes), places, scores, by: solver) }
        }
        let isGiving = frame.isSupply && !frame.types.contains(.investment) && frame.weight(.subject, side: 1) >= 10
        let isLoan = isGiving && hasSumAsObject(trigger)
        for (type, other) in frame.typeFrames
        where votes[type] > 0 && isFirm(type, frame, votes) || isLoan && type == .financing {
            let frame = context.lexicon.frames.all[other]
            options.consider(frame, type, bonus(type, votes), places, solver.scores(frame, places), by: solver)
        }
        // "in talks to buy it for $2bn": where nothing else is for sale, a company.
        let mayBePronoun = hasSum && votes[.datacenter] < weights[.sureVotes] && votes[.hardware] < weights[.sureVotes]
        if let other = frame.organisationFrame, hasOrganisation(trigger, mayBePronoun) {
            let frame = context.lexicon.frames.all[other]
            options.consider(
                frame, frame.fallback,
                weights[.itself] + min(weights[.itselfVoteCap], votes[frame.fallback] * weights[.itselfVoteUnit]),
                places, solver.scores(frame, places), by: solver)
        }
        return options.best(of: places, by: solver)
    }

    /// Whether money is surely what a verb of supply moves: its nouns say more than those of all goods.
    private func isFirm(_ type: DealType, _ frame: Frame, _ votes: ObjectVotes) -> Bool {
        !frame.isSupply || !type.isFunding
            || votes[type] >= weights[.sureVotes] && frame.types.allSatisfy { votes[$0] < votes[type] }
    }

    /// The readings of a trigger by the frames and types that it may have: the best with both sides, and with one.
    private struct Options {
        private struct Option {
            let match: FrameSolver.Match
            let type: DealType
            let frame: Frame
            let scores: [FrameSolver.Score]
        }

        private var full: Option?
        private var half: Option?
        /// What speaks for them.
        private var totals = (full: Int.min, half: Int.min)

        mutating func consider(
            _ frame: Frame, _ type: DealType, _ bonus: Int, _ places: [FrameSolver.Place],
            _ scores: [FrameSolver.Score],
            by solver: FrameSolver
        ) {
            let more = bonus > 0 || frame.types.count == 1 ? bonus : -solver.weights[.unvoted]
            if let match = solver.match(frame, type, places, scores), match.score >= solver.weights[.threshold] {
                guard !solver.leavesOut(match, frame, type, places, scores) else { return }
                let total = match.score + more
                guard total > totals.full else { return }
                full = Option(match: match, type: type, frame: frame, scores: scores)
                totals.full = total
            } else if totals.full == .min, let match = solver.half(type, places, scores) {
                let total = match.score + more
                guard total > totals.half else { return }
                half = Option(match: match, type: type, frame: frame, scores: scores)
                totals.half = total
            }
        }

        /// The best with its groups.
        func best(of places: [FrameSolver.Place], by solver: FrameSolver) -> Choice? {
            if let full { return Self.choice(full, totals.full, places, solver) }
            if let half { return Self.choice(half, totals.half, places, solver) }
            return nil
        }

        @inline(__always)
        private static func choice(
            _ option: Option, _ total: Int, _ places: [FrameSolver.Place], _ solver: FrameSolver
        ) -> Choice {
            Choice(
                solution: solver.solution(option.match, option.frame, option.type, places, option.scores),
                type: option.type, frame: option.frame, total: total)
        }
    }

    /// Whether an organisation itself is the object: directly behind the word, or before a passive.
    private func hasOrganisation(_ trigger: Trigger, _ mayBePronoun: Bool) -> Bool {
        groups.contains { group in
            let isThing = (group.reference?.isPronoun ?? false) && group.share == nil
            guard !group.modifies, !group.isPossessive else { return false }
            if isThing {
                return mayBePronoun && trigger.voice == .active && group.slot == nil
                    && group.tokens.lowerBound == trigger.tokens.upperBound
            }
            if trigger.voice == .passive {
                return (group.slot == nil || group.share != nil)
                    && (0...12).contains(trigger.tokens.lowerBound - group.tokens.upperBound)
            }
            let isDescribed = trigger.voice == .reduced && group.slot == nil
            if isDescribed && (0...1).contains(trigger.tokens.lowerBound - group.tokens.upperBound)
                || trigger.voice == .reduced && solver.slots.describes(trigger, group)
                || solver.slots.isRelativeObject(group, of: trigger)
            {
                return true
            }
            guard group.tokens.lowerBound >= trigger.tokens.upperBound else { return false }
            if solver.slots.moved(group, trigger).contains(where: { $0.slot == .object }) { return true }
            guard group.slot == .of || (group.slot == nil && trigger.voice != .nominal),
                !solver.slots.isCut(group, from: trigger)
            else { return false }
            return (0...2).contains(group.start - trigger.tokens.upperBound)
                || solver.slots.isOwnUnit(group, behind: trigger)
        }
    }

    /// Whether a verb of selling has a company for its object, and somebody whom it goes to: "sells its unit A to B".
    private func isSaleOfCompany(_ trigger: Trigger, _ frame: Frame) -> Bool {
        guard frame.isParting, frame.organisationFrame != nil, trigger.voice == .active else { return false }
        let end = trigger.tokens.upperBound
        let isSold = groups.contains { group in
            group.slot == nil && !group.modifies && !group.isPossessive && group.reference == nil
                && group.tokens.lowerBound >= end
                && ((0...2).contains(group.start - end) || solver.slots.isOwnUnit(group, behind: trigger))
        }
        return isSold && groups.contains { $0.slot == .to && $0.start >= end && isNear($0.start, trigger) }
    }

    /// The groups nearest to a trigger: no sentence of people's making has more on a side.
    func neighbours(of trigger: Trigger) -> ArraySlice<ArgumentGroup> {
        let split = groups.partitioningIndex { $0.tokens.lowerBound >= trigger.tokens.lowerBound }
        return groups[max(0, split - Self.reach)..<min(groups.count, split + Self.reach)]
    }

    private static let reach = 10

    func arguments(_ groups: [ArgumentGroup]) -> [DealEvent.Argument] {
        var arguments: [DealEvent.Argument] = []
        let most = groups.indices.reduce(0) { $0 + groups[$1].mentions.count }
        if most > 0 { arguments.reserveCapacity(most) }
        for index in groups.indices {
            for mention in groups[index].mentions where !arguments.contains(where: { $0.entity == mention.entity }) {
                arguments.append(.init(entity: mention.entity, tokens: mention.tokens, form: mention.form))
            }
        }
        return arguments
    }
}
