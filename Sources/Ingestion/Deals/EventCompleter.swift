import Model

/// Completes events of which a sentence names one side only: by another such event beside it ("A delivered what B had
/// ordered"), or by the parties of a deal told just before.
struct EventCompleter {
    let context: DealContext
    /// Complete events of the last sentences, latest last.
    private(set) var recent: [DealEvent] = []
    /// Events of the sentence before that tell who raised money, but not from whom.
    private(set) var raised: [DealEvent] = []
    /// Events of the last sentences of which one side was not told.
    var open: [DealEvent] = []

    var weights: ReadingWeights { context.lexicon.weights }
    private var alliances: AllianceReader { AllianceReader(context: context) }

    init(context: DealContext) {
        self.context = context
    }

    /// How many sentences back a party is looked for.
    static let reach = 2

    /// The events of a sentence, completed; those that stay half are left out. `groups` are all that it names.
    mutating func complete(
        _ events: [DealEvent], beside groups: [ArgumentGroup], in sentence: Range<Int>, _ discourse: Discourse
    ) -> [DealEvent] {
        let isWhole = events.indices.allSatisfy { events[$0].isComplete }
        var complete = events
        var halves: [DealEvent] = []
        if !isWhole {
            complete = events.indices.filter { events[$0].isComplete }.map { events[$0] }
            for half in events.indices where !events[half].isComplete {
                // A word that tells a deal of two named in its sentence, and no less surely, tells no other one.
                let isTold = complete.indices.contains { told in
                    complete[told].trigger.tokens == events[half].trigger.tokens
                        && complete[told].score >= events[half].score
                }
                if !isTold { halves.append(events[half]) }
            }
        }
        for half in halves {
            let event =
                within(half, halves, complete, groups, sentence) ?? continued(half, complete)
                ?? named(half, complete, groups, discourse) ?? ofSomebody(half, discourse)
            if let event { complete.append(event) }
        }
        settleGuarantees(&complete, in: sentence, groups)
        if let first = sentence.first, !recent.isEmpty {
            let number = context.document.tokens[first].sentence
            recent.drop { Int(number - context.document.tokens[$0.sentence.lowerBound].sentence) > Self.reach }
        }
        complete.add(
            FurtherReader(context: context).events(in: sentence, after: recent, beside: complete, groups))
        complete.add(alliances.events(in: sentence, after: recent, beside: complete, groups))
        let (enough, enoughAlone) = (weights[.completed], weights[.completedAlone])
        complete.add(parts(in: sentence, groups))
        let left = halves.indices.filter { half in
            !complete.indices.contains { complete[$0].trigger.tokens == halves[half].trigger.tokens }
        }
        raised = left.map { halves[$0] }.filter { $0.type.isFunding && $0.sides[0].isEmpty && $0.money != nil }
        note(left.map { halves[$0] }, in: sentence)
        complete.drop { $0.hops > 0 && $0.score < ($0.frame.types.count > 1 ? enough : enoughAlone) }
        recent.add(complete)
        return complete
    }

    /// Sets straight whom the guarantees of a sentence are for; the sum that is guaranteed is not the price of what the debtor
    /// owes.
    private func settleGuarantees(_ complete: inout [DealEvent], in sentence: Range<Int>, _ groups: [ArgumentGroup]) {
        guard complete.indices.contains(where: { complete[$0].frame.isGuarantee }) else { return }
        complete = complete.map { event in
            let isOwedTo =
                event.frame.isGuarantee && event.hops == 0
                && groups.contains { $0.slot == .to && event.sides[1].first?.tokens == $0.mentions.first?.tokens }
            return isOwedTo ? owing(event, in: sentence, groups) ?? event : event
        }
        let guarantees = complete.filter { $0.frame.isGuarantee && $0.trigger.voice == .active && $0.money != nil }
        if !guarantees.isEmpty {
            complete.removeAll { event in
                event.type.isSupply
                    && guarantees.contains { $0.money == event.money && !$0.shares(with: event, side: 0) }
            }
        }
    }

    /// A half completed by what its sentence and the events just told say of it.
    private func within(
        _ half: DealEvent, _ halves: [DealEvent], _ here: [DealEvent], _ groups: [ArgumentGroup], _ sentence: Range<Int>
    ) -> DealEvent? {
        if let event = repeated(half, here) ?? joined(half, halves) ?? round(half, here) { return event }
        if let event = titled(half, groups) ?? raised(half) ?? owing(half, in: sentence, groups) { return event }
        return guaranteed(half, here) ?? alliances.completed(half, after: recent + here, groups)
    }

    /// What was told just before once more, of somebody else: "B signed another", "B en a signé une autre".
    private func repeated(_ half: DealEvent, _ here: [DealEvent]) -> DealEvent? {
        guard half.trigger.voice == .active, isOnceMore(half.trigger), let one = half.entities.first,
            half.entities.count == 1, let event = told(here, where: { $0.hops == 0 }), !event.names(one)
        else { return nil }
        func leaning(_ side: Int) -> Int {
            let isSubject = event.sides[side][0].tokens.lowerBound < event.sides[1 - side][0].tokens.lowerBound
            return 2 * prior(one, event.type, side) + (isSubject ? 1 : 0)
        }
        let side = leaning(0) > leaning(1) ? 0 : 1
        var complete = half
        complete.type = event.type
        complete.frame = event.frame
        complete.sides[side] = half.sides[0] + half.sides[1]
        complete.sides[1 - side] = event.sides[1 - side]
        complete.score = event.score - weights[.completion]
        if !half.status.isExplicit { complete.status = event.status }
        complete.hops = 1
        return complete
    }

    /// The event told last, in a sentence or just before it, of which something holds.
    func told(_ here: [DealEvent], where holds: (DealEvent) -> Bool) -> DealEvent? {
        here.last(where: holds) ?? recent.last(where: holds)
    }

    /// Whether a verb's object only tells that it is done once more.
    private func isOnceMore(_ verb: Trigger) -> Bool {
        let words = context.marks.words
        // Whoever is only after the same order has none.
        if context.status.marks(in: verb.tokens).contains(where: { $0.mark == .status(.rumored) }) { return false }
        if verb.tokens.contains(where: { words[$0].contains(.again) }) { return true }
        let next = verb.tokens.upperBound
        guard next < words.count, words[next].contains(.again) else { return false }
        // "putting in another $250 million": a sum of its own.
        let sum = context.literals.partitioningIndex { $0.tokens.lowerBound > next }
        return sum == context.literals.count || context.literals[sum].tokens.lowerBound != next + 1
    }

    /// A half with the other side from another half of its sentence.
    private func joined(_ half: DealEvent, _ halves: [DealEvent]) -> DealEvent? {
        let side = half.sides[0].isEmpty ? 0 : 1
        for other in halves where !other.sides[side].isEmpty && other.trigger.tokens != half.trigger.tokens {
            guard !other.shares(with: half), Self.isAlike(half, other) else { continue }
            // What is sold and rented back is a loan, whatever else is said of it.
            let isBest = half.frame.isSale == other.frame.isSale ? half.score >= other.score : half.frame.isSale
            var event = isBest ? half : other
            event.sides[side] = other.sides[side]
            event.sides[1 - side] = half.sides[1 - side]
            event.score = half.score + other.score - weights[.completion]
            if half.status.isExplicit { event.status = half.status }
            return event
        }
        return nil
    }

    /// A half of a sentence that tells nothing else, with the only others that it names, where their kinds play such a
    /// part: "A closed its round of $50m; B and C led the charge".
    private func named(
        _ half: DealEvent, _ here: [DealEvent], _ groups: [ArgumentGroup], _ discourse: Discourse
    ) -> DealEvent? {
        guard here.isEmpty, half.hasFigure, half.trigger.entry.strength == .strong, half.type != .partnership,
            half.score >= weights[.halfToComplete]
        else {
            return nil
        }
        let side = half.sides[0].isEmpty ? 0 : 1
        let others = groups.filter { group in
            !group.mentions.isEmpty && !group.modifies && group.slot != .like && !half.names(anyOf: group)
        }
        func mayStand(_ group: ArgumentGroup) -> Bool {
            group.slot.map { half.frame.weight($0, side: side) > 0 } ?? true
        }
        guard let other = others.first, mayStand(other),
            others.allSatisfy({ $0.names(allOf: other) && other.names(allOf: $0) }),
            other.mentions.allSatisfy({
                !discourse.cast.bystanders.contains($0.entity) && prior($0.entity, half.type, side) > 0
            })
        else { return nil }
        var complete = half
        complete.sides[side] = other.mentions.map { .init(entity: $0.entity, tokens: $0.tokens, form: $0.form) }
        complete.hops = 1
        return complete
    }

    /// A half with the other side from a deal told in its sentence or just before.
    private func continued(_ half: DealEvent, _ here: [DealEvent]) -> DealEvent? {
        let isNamed = half.trigger.entry.part == .noun || half.trigger.tail != nil
        guard hasFigure(half) || isNamed, half.score >= weights[.halfToComplete] else {
            return nil
        }
        for index in here.indices.reversed() { if let event = continued(half, here[index]) { return event } }
        for index in recent.indices.reversed() { if let event = continued(half, recent[index]) { return event } }
        return nil
    }

    /// A half with the other side from a deal.
    private func continued(_ half: DealEvent, _ event: DealEvent) -> DealEvent? {
        let side = half.sides[0].isEmpty ? 0 : 1
        for found in 0...1 where event.sides[found].contains(where: { half.names($0.entity) }) {
            // A party keeps its side in a deal of that type; a stake or a guarantee may go either way.
            let isSame = Self.isAlike(event.type, half.type) && found == 1 - side
            let isReturn = half.type.isFunding
            guard isSame || (isReturn && event.type.isSupply) else { continue }
            let rest = event.sides[1 - found].filter { !half.names($0.entity) }
            guard !rest.isEmpty else { continue }
            var complete = half
            complete.sides[side] = rest
            complete.score -= weights[.completion]
            complete.hops = 1
            return complete
        }
        return nil
    }

    /// A guarantee of what somebody owes who is named behind it first: "$1.4 billion of B's rent", "the rent that B owes C".
    private func owing(_ half: DealEvent, in sentence: Range<Int>, _ groups: [ArgumentGroup]) -> DealEvent? {
        guard half.frame.isGuarantee, half.hasFigure, half.trigger.voice == .active else { return nil }
        let end = half.trigger.tokens.upperBound
        // "What B owes to C" is guaranteed to C, and owed by B.
        let creditor = half.sides[1].first?.tokens.lowerBound ?? sentence.upperBound
        let debtor = groups.first { group in
            guard group.start >= end, !group.mentions.isEmpty, !group.modifies,
                group.isDisjoint(from: .some(half.entities)),
                group.tokens.upperBound < creditor, context.marks.borders(end, group.start) <= Self.newClause
            else { return false }
            return group.isPossessive || group.slot == .by || group.slot == .of
                || group.slot == nil && context.marks.words[group.start - 1].contains(.relative)
        }
        guard let debtor, debtor.mentions.allSatisfy({ prior($0.entity, .financing, 1) > weights[.never] }) else {
            return nil
        }
        var complete = half
        complete.sides[1] = debtor.mentions.map { .init(entity: $0.entity, tokens: $0.tokens, form: $0.form) }
        return complete
    }

    /// The border of a relative clause.
    private static let newClause = 2

    /// A guarantee of the rent that the customer of a deal told just before will pay: "Google backs the rent with 1.4 billion".
    private func guaranteed(_ half: DealEvent, _ here: [DealEvent]) -> DealEvent? {
        guard half.frame.isGuarantee, half.sides[1].isEmpty, half.hasFigure,
            let event = (recent + here).last(where: { event in
                // "backs the rent that B will pay C": the rent may be told behind the guarantee.
                let isBefore = event.trigger.tokens.lowerBound < half.trigger.tokens.lowerBound
                return (event.type == .datacenter || event.type == .compute) && event.hops == 0
                    && (isBefore || event.sentence == half.sentence)
            }), !event.shares(with: half)
        else { return nil }
        var complete = half
        complete.sides[1] = event.sides[0]
        complete.hops = 1
        return complete
    }

    /// Whether a figure stands beside the trigger of a half, or the sentence has a sum for it further off: "enlarged a facility as
    /// well: to $700 million".
    func hasFigure(_ half: DealEvent) -> Bool { half.hasFigure || half.money != nil }

    /// Whether the end of a contract is told: its noun alone shows that there was one.
    private func isEnded(_ half: DealEvent) -> Bool {
        half.trigger.voice == .nominal && half.status.isExplicit && half.status.status == .cancelled
    }

    /// A half with whom the text is speaking of on the other side, as the type for which most speaks.
    private func ofSomebody(_ half: DealEvent, _ discourse: Discourse) -> DealEvent? {
        guard half.score >= weights[.halfToComplete], hasFigure(half) || isEnded(half) else { return nil }
        let side = half.sides[0].isEmpty ? 0 : 1
        let isPlain =
            !half.frame.isNamed || (half.type.isSupply && half.votes >= weights[.promise])
            || isFinancier(half, discourse) || isShare(half, discourse)
        // Of what was paid, who paid is whom the text is speaking of; who put money into a round is not.
        let isPaid = half.trigger.voice == .passive && half.frame.weight(.subject, side: 0) >= 10
        guard side == 1 ? isPlain : !half.type.isFunding || isPaid else { return nil }
        let types = half.frame.types.count > 1 && half.trigger.entry.type == nil ? half.frame.types : [half.type]
        let isEither = half.frame.isSymmetric && half.frame.types.contains(.partnership)
        let candidates = discourse.cast.candidates(nil, before: half.trigger.tokens.lowerBound)
        guard !candidates.isEmpty else { return nil }
        var best: Somebody?
        let told = types.lazy.filter { $0.isSupply == half.type.isSupply }.max { half.allVotes[$0] < half.allVotes[$1] }
        for type in types where type.isSupply == half.type.isSupply && (side == 1 || isPaid || !type.isFunding) {
            if let told, isTold(told, rather: type, half, side) { continue }
            // "a contract with A": which side A is on, the kinds of both tell.
            for other in isEither && type.isSupply ? [side, 1 - side] : [side] {
                guard let found = somebody(half, type, other, discourse, candidates) else { continue }
                if found.weight > best?.weight ?? .min { best = found }
            }
        }
        guard let best,
            let mention = context.entities.mentions(in: 0..<half.trigger.tokens.lowerBound).last(where: {
                $0.entity == best.answer.entity
            })
        else { return nil }
        var complete = half
        complete.sides[1 - best.side] = half.sides[1 - side]
        complete.sides[best.side] = [.init(entity: best.answer.entity, tokens: mention.tokens, form: .nominal)]
        complete.type = best.type
        complete.score += min(weights[.completion], best.answer.score / 2) - weights[.completion]
        complete.hops = 2
        return complete
    }

    /// Whether the nouns surely say that something else than a type moves, and the kind of the side that is named does not.
    private func isTold(_ told: DealType, rather type: DealType, _ half: DealEvent, _ side: Int) -> Bool {
        let votes = half.allVotes[told]
        guard votes >= weights[.toldGoods], half.allVotes[type] * 2 < votes else { return false }
        return prior(ofAnyIn: half, type, 1 - side) - prior(ofAnyIn: half, told, 1 - side) < weights[.toldKinds]
    }

    /// Whether the one side of a half are those whose business it is to put money into others.
    private func isFinancier(_ half: DealEvent, _ discourse: Discourse) -> Bool {
        half.type.isFunding && !half.sides[0].isEmpty
            && half.sides[0].allSatisfy { argument in
                argument.entity != discourse.cast.protagonist
                    && prior(argument.entity, half.type, 0) >= weights[.financier]
            }
    }

    /// Whether what somebody else than the article's protagonist pays for are shares: "had agreed to put in 2 billion of equity".
    private func isShare(_ half: DealEvent, _ discourse: Discourse) -> Bool {
        half.frame.types == [.investment] && !half.names(discourse.cast.protagonist ?? -1)
    }

    /// Whom the text may be speaking of on a side of a half, and what speaks for it.
    private struct Somebody {
        let type: DealType
        let side: Int
        let answer: Discourse.Answer
        let weight: Int
    }

    private func somebody(
        _ half: DealEvent, _ type: DealType, _ side: Int, _ discourse: Discourse, _ candidates: [Cast.Candidate]
    ) -> Somebody? {
        let place = Discourse.Place(
            type: type, side: side, excluding: .some(half.entities),
            isOfSite: type == .power && side == 0
                && context.nouns(in: half.sentence).contains { $0.type == .datacenter })
        guard let answer = discourse.answer(nil, among: candidates, at: place),
            answer.score >= weights[.likelySomebody],
            prior(answer.entity, type, side) >= 0
        else { return nil }
        let known = prior(ofAnyIn: half, type, 1 - side)
        let weight =
            answer.score + weights[.prior] * (known + prior(answer.entity, type, side))
            + min(weights[.voteCap], half.allVotes[type] * weights[.voteUnit])
        return Somebody(type: type, side: side, answer: answer, weight: weight)
    }

    /// The most that the kind of somebody in a half says for a side of a deal.
    private func prior(ofAnyIn half: DealEvent, _ type: DealType, _ side: Int) -> Int {
        var most: Int?
        for arguments in half.sides {
            for argument in arguments { most = max(most ?? .min, prior(argument.entity, type, side)) }
        }
        return most ?? 0
    }

    func prior(_ entity: Int, _ type: DealType, _ side: Int) -> Int {
        context.priors.weight(entity, type, side: side)
    }

    /// Whether two halves may tell one deal; what is sold and rented back is a loan.
    private static func isAlike(_ one: DealEvent, _ other: DealEvent) -> Bool {
        if isAlike(one.type, other.type) { return true }
        return one.type == .financing && other.type.isSupply && !one.frame.types.contains(.compute)
            && one.frame.id != other.frame.id && one.frame.isSale
    }

    private static func isAlike(_ one: DealType, _ other: DealType) -> Bool {
        one == other || (one.isSupply && other.isSupply)
    }
}

extension DealType {
    /// Those in which a customer gets something from a provider, in order.
    static let supplies = allCases.filter(\.isSupply)

    /// Whether a customer gets something from a provider.
    var isSupply: Bool {
        switch self {
        case .compute, .hardware, .datacenter, .power: true
        case .investment, .financing, .acquisition, .partnership: false
        }
    }

    /// Whether somebody puts money into a company, as a share or as a debt.
    var isFunding: Bool { self == .investment || self == .financing }
}
