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

    /// Whether a date follows a sum directly, over a preposition.
    func hasDate(behind money: Int) -> Bool {
        let end = context.literals[money].tokens.upperBound
        return context.literals[(money + 1)...].prefix(2).contains { literal in
            literal.kind == .date && (0...2).contains(literal.tokens.lowerBound - end)
        }
    }
}
