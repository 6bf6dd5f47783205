import Model

/// Completes events of which a sentence names one side only: by another such event beside it ("A delivered what B had
/// ordered"), or by the parties of a deal told just before.
struct EventCompleter {
    let context: DealContext
    /// Complete events of the last sentences, latest last.
    private var recent: [DealEvent] = []

    init(context: DealContext) {
        self.context = context
    }

    /// How many sentences back a party is looked for.
    private static let reach = 2
    /// What a completed event loses.
    private static let cost = 40

    /// The events of a sentence, completed; those that stay half are left out.
    mutating func complete(_ events: [DealEvent]) -> [DealEvent] {
        var complete = events.filter(\.isComplete)
        let halves = events.filter { !$0.isComplete }
        for half in halves {
            if let event = joined(half, halves) ?? continued(half, complete) { complete.append(event) }
        }
        if let sentence = events.first.map({ context.document.tokens[$0.sentence.lowerBound].sentence }) {
            recent.removeAll {
                Int(sentence - context.document.tokens[$0.sentence.lowerBound].sentence) > Self.reach
            }
        }
        recent += complete
        return complete
    }

    /// A half with the other side from another half of its sentence.
    private func joined(_ half: DealEvent, _ halves: [DealEvent]) -> DealEvent? {
        let side = half.sides[0].isEmpty ? 0 : 1
        for other in halves where !other.sides[side].isEmpty && other.trigger.tokens != half.trigger.tokens {
            guard other.entities.isDisjoint(with: half.entities), Self.isAlike(half.type, other.type) else { continue }
            var event = half.score >= other.score ? half : other
            event.sides[side] = other.sides[side]
            event.sides[1 - side] = half.sides[1 - side]
            event.score = half.score + other.score - Self.cost
            if half.status.isExplicit { event.status = half.status }
            return event
        }
        return nil
    }

    /// A half with the other side from a deal told in its sentence or just before.
    private func continued(_ half: DealEvent, _ here: [DealEvent]) -> DealEvent? {
        guard half.hasFigure || half.trigger.entry.part == .noun, half.score >= Self.least else { return nil }
        let side = half.sides[0].isEmpty ? 0 : 1
        for event in (recent + here).reversed() {
            for found in 0...1 where event.sides[found].contains(where: { half.entities.contains($0.entity) }) {
                // A party keeps its side in a deal of that type; a stake or a guarantee may go either way.
                let isSame = Self.isAlike(event.type, half.type) && found == 1 - side
                let isReturn = half.type == .investment || half.type == .financing
                guard isSame || (isReturn && event.type.isSupply) else { continue }
                let rest = event.sides[1 - found].filter { !half.entities.contains($0.entity) }
                guard !rest.isEmpty else { continue }
                var complete = half
                complete.sides[side] = rest
                complete.score -= Self.cost
                complete.hops = 1
                return complete
            }
        }
        return nil
    }

    /// What a half needs to be completed from another sentence.
    private static let least = 90

    private static func isAlike(_ one: DealType, _ other: DealType) -> Bool {
        one == other || (one.isSupply && other.isSupply)
    }
}

extension DealType {
    /// Whether a customer gets something from a provider.
    var isSupply: Bool { roles == [.customer, .provider] }
}
