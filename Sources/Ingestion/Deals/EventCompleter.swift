import Model

/// Completes events of which a sentence names one side only: by another such event beside it ("A delivered what B had
/// ordered"), or by the parties of a deal told just before.
struct EventCompleter {
    let context: DealContext
    /// Complete events of the last sentences, latest last.
    private var recent: [DealEvent] = []

    /// The company that the article speaks of most.
    private let protagonist: Int?

    init(context: DealContext) {
        self.context = context
        protagonist = Self.protagonist(of: context)
    }

    /// The company with the most mentions, those of the headline and the first paragraph counted twice; it must have a
    /// quarter of all.
    private static func protagonist(of context: DealContext) -> Int? {
        var counts = [Int](repeating: 0, count: context.entities.all.count)
        for mention in context.entities.mentions where mention.form == .name || mention.form == .descriptor {
            guard context.entities.all[mention.entity].kind == .organisation else { continue }
            counts[mention.entity] += context.document.tokens[mention.tokens.lowerBound].paragraph <= 1 ? 2 : 1
        }
        guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return nil }
        return counts[best] * 4 >= counts.reduce(0, +) ? best : nil
    }

    /// The company that the last sentence is about: the first that is named in it.
    private var topic: EntityMention?

    /// The first company of a sentence.
    private func topic(of sentence: Range<Int>) -> EntityMention? {
        context.entities.mentions(in: sentence).first {
            context.entities.all[$0.entity].kind == .organisation && !context.isQuoted($0.tokens.lowerBound)
        }
    }

    /// How many sentences back a party is looked for.
    private static let reach = 2
    /// What a completed event needs.
    private static let enough = 95
    /// The same where its word leaves no choice of types, so that no noun can speak for one.
    private static let enoughAlone = 55
    /// What a completed event loses.
    private static let cost = 40

    /// The events of a sentence, completed; those that stay half are left out.
    mutating func complete(_ events: [DealEvent], in sentence: Range<Int>) -> [DealEvent] {
        var complete = events.filter(\.isComplete)
        let halves = events.filter { !$0.isComplete }
        for half in halves {
            if let event = joined(half, halves) ?? round(half, complete) ?? continued(half, complete)
                ?? ofProtagonist(half)
            {
                complete.append(event)
            }
        }
        if let first = sentence.first {
            let number = context.document.tokens[first].sentence
            recent.removeAll { Int(number - context.document.tokens[$0.sentence.lowerBound].sentence) > Self.reach }
        }
        complete.removeAll { $0.hops > 0 && $0.score < ($0.frame.types.count > 1 ? Self.enough : Self.enoughAlone) }
        recent += complete
        topic = self.topic(of: sentence) ?? topic
        return complete
    }

    /// A half with the other side from another half of its sentence.
    private func joined(_ half: DealEvent, _ halves: [DealEvent]) -> DealEvent? {
        let side = half.sides[0].isEmpty ? 0 : 1
        for other in halves where !other.sides[side].isEmpty && other.trigger.tokens != half.trigger.tokens {
            guard other.entities.isDisjoint(with: half.entities), Self.isAlike(half, other) else { continue }
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

    /// Investors or lenders who take part in what was told just before: "A and B took part".
    private func round(_ half: DealEvent, _ here: [DealEvent]) -> DealEvent? {
        guard half.sides[1].isEmpty, half.type == .investment || half.type == .financing else { return nil }
        guard let event = (recent + here).last(where: { $0.type == half.type }) else { return nil }
        guard event.entities.isDisjoint(with: half.entities), half.frame.id == event.frame.id || half.joinsOthers
        else { return nil }
        var complete = half
        complete.sides[1] = event.sides[1]
        complete.sides[0] += event.sides[0]
        complete.score -= Self.cost
        complete.hops = 1
        return complete
    }

    /// A half with the company that the article, or the sentence before, is about on the other side.
    private func ofProtagonist(_ half: DealEvent) -> DealEvent? {
        guard half.score >= Self.least, half.hasFigure else { return nil }
        let side = half.sides[0].isEmpty ? 0 : 1
        let isFunding = half.type == .investment || half.type == .financing
        guard side == 1 ? !half.frame.isNamed : !isFunding else { return nil }
        guard let place = place(of: protagonist, for: half, side) ?? topicPlace(for: half, side) else { return nil }
        var complete = half
        complete.sides[side] = [.init(entity: place.entity, tokens: place.tokens, form: .nominal)]
        complete.type = type(of: complete)
        complete.score -= Self.cost
        complete.hops = 2
        return complete
    }

    /// The type that nouns and the kinds of both parties speak for, of those that its frame may have.
    private func type(of event: DealEvent) -> DealType {
        guard event.frame.types.count > 1, event.trigger.entry.type == nil else { return event.type }
        func weight(_ type: DealType) -> Int {
            let priors = (0...1).reduce(0) { sum, side in
                sum + (event.sides[side].map { prior($0.entity, type, side) }.max() ?? 0)
            }
            return priors * 8 + min(100, event.allVotes[type] * 4)
        }
        return event.frame.types.max { weight($0) < weight($1) } ?? event.type
    }

    private func prior(_ entity: Int, _ type: DealType, _ side: Int) -> Int {
        context.lexicon.priors.weight(context.entities.all[entity], type, side: side)
    }

    private func topicPlace(for half: DealEvent, _ side: Int) -> EntityMention? {
        guard let topic, topic.entity != protagonist, suits(topic.entity, half, side) else { return nil }
        let here = context.document.tokens[half.sentence.lowerBound].paragraph
        return context.document.tokens[topic.tokens.lowerBound].paragraph == here ? topic : nil
    }

    private func place(of entity: Int?, for half: DealEvent, _ side: Int) -> EntityMention? {
        guard let entity, suits(entity, half, side) else { return nil }
        let before = context.entities.mentions(in: 0..<half.trigger.tokens.lowerBound).suffix(Self.memory)
        return before.last { $0.entity == entity && $0.form == .name }
    }

    /// How many mentions back the name of the protagonist is looked for.
    private static let memory = 200

    private func suits(_ entity: Int, _ half: DealEvent, _ side: Int) -> Bool {
        let company = context.entities.all[entity]
        guard !half.entities.contains(entity), company.parent.map({ !half.entities.contains($0) }) ?? true else {
            return false
        }
        return prior(entity, half.type, side) >= 0
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
    /// Whether a customer gets something from a provider.
    var isSupply: Bool { roles == [.customer, .provider] }
}
