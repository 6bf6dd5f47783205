import Model

// Several deals that one word tells.

extension FrameReader {
    /// "Two contracts, one with A (2 billion), the other with B (3 billion)": an event for each of those with whom.
    func parts(of trigger: Trigger) -> [DealEvent] {
        guard trigger.voice == .nominal, trigger.features.contains(.plural) else { return [] }
        let others = groups.filter { $0.slot == .with && $0.start >= trigger.tokens.upperBound }
        guard others.count > 1 else { return [] }
        return others.enumerated().compactMap { place, group in
            var part = self
            part.groups = groups.filter { $0.slot != .with || $0.tokens == group.tokens }
            part.memory = TriggerMemory()
            guard var event = part.event(trigger) else { return nil }
            let end = place + 1 < others.count ? others[place + 1].start : sentence.upperBound
            event.money = context.literals.indices.first { index in
                let literal = context.literals[index]
                return literal.kind == .money && (group.tokens.upperBound..<end).contains(literal.tokens.lowerBound)
            }
            event.hasFigure = event.hasFigure || event.money != nil
            return event
        }
    }

    /// "ordered 11.9 billion in March and 4 billion in May": the further sums of a verb, each with a day or month of its own.
    func furtherOrders(of event: DealEvent) -> [DealEvent] {
        guard event.trigger.voice != .nominal, event.type != .acquisition, let money = event.money,
            hasDate(behind: money)
        else { return [] }
        let sums = context.literals.indices.filter { index in
            let literal = context.literals[index]
            return literal.kind == .money && index != money && literal.per == nil
                && (event.trigger.tokens.upperBound..<sentence.upperBound).contains(literal.tokens.lowerBound)
                && isNear(literal.tokens.lowerBound, event.trigger) && hasDate(behind: index)
        }
        return sums.map { index in
            var further = event
            further.money = index
            further.isCounted = true
            return further
        }
    }

    /// "A will invest 10 billion in B, and C 5 billion"; "bought 10 million of racks from A and 5 million of switches from B":
    /// the further deals of a verb that is not said again, each with a sum of its own.
    func gapped(_ event: DealEvent) -> [DealEvent] {
        guard event.trigger.voice == .active, event.isComplete, event.type != .partnership else { return [] }
        let end = event.trigger.tokens.upperBound
        let first = context.literals.partitioningIndex { $0.tokens.lowerBound >= end }
        let sums = context.literals[first...].prefix { $0.tokens.lowerBound < sentence.upperBound }
        return sums.indices.compactMap { index in
            guard context.literals[index].kind == .money, index != event.money, context.literals[index].per == nil,
                let (side, group) = gap(at: context.literals[index].tokens, event)
            else { return nil }
            var further = event
            further.sides[side] = arguments([group])
            further.money = index
            further.isCounted = true
            return further
        }
    }

    /// The group that stands beside a further sum as the subject or an argument of the verb stands beside it.
    private func gap(at sum: Range<Int>, _ event: DealEvent) -> (side: Int, group: ArgumentGroup)? {
        let first = event.trigger.tokens.lowerBound
        for group in groups where group.tokens.lowerBound > first && !group.isPossessive && group.reference == nil {
            guard !group.mentions.contains(where: { event.names($0.entity) }) else { continue }
            for side in 0...1 {
                guard let argument = event.sides[side].first, event.sides[side].count == 1 else { continue }
                let isSubject = argument.tokens.upperBound <= first && group.slot == nil
                let end = context.marks.behindAside(at: group.tokens.upperBound)
                if isSubject, end == sum.lowerBound, isJoined(group.tokens.lowerBound) {
                    return (side, group)
                }
                let own = groups.first { $0.tokens.overlaps(argument.tokens) }
                guard let own, own.start > first, own.slot != nil, own.slot == group.slot, isJoined(sum.lowerBound),
                    own.tokens.upperBound <= sum.lowerBound, (0...Self.gap).contains(group.start - sum.upperBound),
                    !solver.slots.verbs.contains(from: sum.upperBound, before: group.start)
                else { continue }
                return (side, group)
            }
        }
        return nil
    }

    /// How many words may stand between a further sum and the preposition of its company.
    private static let gap = 6

    /// Whether "and" or a comma stands before a token.
    private func isJoined(_ token: Int) -> Bool {
        guard token > sentence.lowerBound else { return false }
        return context.marks.words[token - 1].contains(.and) || context.document.tokens[token - 1].kind == .comma
            || context.document.tokens[token - 1].kind == .colon
    }

    /// Whether a date follows a sum directly, over a preposition.
    func hasDate(behind money: Int) -> Bool {
        let end = context.literals[money].tokens.upperBound
        return context.literals.indices[(money + 1)...].prefix(2).contains { index in
            context.literals[index].kind == .date
                && (0...2).contains(context.literals[index].tokens.lowerBound - end)
        }
    }
}
