// Who else is in a round or a loan that was told just before.

extension EventCompleter {
    /// Whether the sentence before another tells of a round in which its words may tell more investors.
    func hasOpenRound(before sentence: Range<Int>) -> Bool {
        guard let first = sentence.first else { return false }
        let number = context.document.tokens[first].sentence
        return !raised.isEmpty
            || recent.indices.contains { index in
                recent[index].type == .investment && recent[index].money != nil
                    && number - context.document.tokens[recent[index].sentence.lowerBound].sentence == 1
            }
    }

    /// Investors or lenders of what somebody raised in the sentence before: "A raised 40 million. B led the round".
    func raised(_ half: DealEvent) -> DealEvent? {
        guard half.sides[1].isEmpty, !half.hasFigure, half.trigger.entry.strength == .strong || half.frame.isOfRound
        else { return nil }
        // Whoever led a loan is told by the words of a round.
        let event = raised.last { event in
            (event.type == half.type || half.frame.isOfRound && event.type.isFunding) && !event.shares(with: half)
                && half.sides[0].allSatisfy { prior($0.entity, event.type, 0) >= prior($0.entity, event.type, 1) }
        }
        guard let event else { return nil }
        var complete = event
        complete.sides[0] = half.sides[0]
        complete.score += half.score - weights[.completion]
        complete.hops = 1
        return complete
    }

    /// Investors or lenders who take part in what was told just before: "A and B took part".
    func round(_ half: DealEvent, _ here: [DealEvent]) -> DealEvent? {
        guard half.sides[1].isEmpty, half.type.isFunding else { return nil }
        guard let event = told(here, where: { $0.type == half.type }) else { return nil }
        guard !event.shares(with: half), half.frame.id == event.frame.id || half.joinsOthers
        else { return nil }
        var complete = half
        complete.sides[1] = event.sides[1]
        if !isFurther(half, than: event) { complete.sides[0] += event.sides[0] }
        complete.score -= weights[.completion]
        complete.hops = 1
        return complete
    }

    /// Whether a loan or a second round has a sum of its own, other than what was told.
    private func isFurther(_ half: DealEvent, than event: DealEvent) -> Bool {
        guard let sum = half.money, let told = event.money, sum != told else { return false }
        let first = half.trigger.tokens.lowerBound
        return half.type == .financing
            || context.marks.words[max(0, first - Self.longestCount)..<first].contains { $0.contains(.ordinal) }
    }

    /// How far before a noun the word may stand that counts it: "un second gros tour".
    private static let longestCount = 3
}
