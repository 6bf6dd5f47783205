import Model

/// Who a text is speaking of, and what deals it has told so far: finds whom a noun, a pronoun or nothing at all means
/// where a frame wants a party.
struct Discourse {
    /// Who the text speaks of.
    let cast: Cast
    /// Who was on which side of the complete events of the sentences before, latest last.
    private var told: [Part] = []
    /// How many events were told so far.
    private var count = 0
    /// A bit for each entity of ``told``, which few may share: most that are asked for are none of them.
    private var toldMask: UInt64 = 0

    private var weights: ReadingWeights { cast.weights }

    init(_ cast: Cast) {
        self.cast = cast
    }

    /// Somebody on a side of an event.
    private struct Part {
        /// The number of the event.
        let event: Int
        let entity: Int
        let side: Int
        let role: Role
        let type: DealType
    }

    /// Takes note of what a sentence told.
    mutating func note(_ events: [DealEvent]) {
        guard !events.isEmpty else { return }
        if told.isEmpty { told.reserveCapacity(Self.memory) }
        for index in events.indices {
            let type = events[index].type
            for side in 0...1 {
                let role = type.role(ofSide: side)
                for argument in events[index].sides[side] {
                    told.append(Part(event: count, entity: argument.entity, side: side, role: role, type: type))
                }
            }
            count += 1
        }
        let forgotten = told.firstIndex { $0.event >= count - Self.memory } ?? told.count
        if forgotten > 0 { told.removeFirst(forgotten) }
        toldMask = told.reduce(0) { $0 | Self.bit($1.entity) }
    }

    private static func bit(_ entity: Int) -> UInt64 { 1 << UInt64(entity & 63) }

    /// Whether somebody may be on a side of the events that are remembered.
    private func mayBeTold(_ entity: Int) -> Bool { toldMask & Self.bit(entity) != 0 }

    /// How many events are remembered.
    private static let memory = 24

    /// What the search for a party is for.
    struct Place {
        let type: DealType
        /// 0 or 1.
        let side: Int
        /// Entities that it cannot be: the other side.
        var excluding = Others.nobody
        /// Whether it is for whoever buys the electricity of a site that the sentence names: "supplies the campus".
        var isOfSite = false
    }

    struct Answer {
        let entity: Int
        let score: Int
        /// How much less speaks for the next one.
        let margin: Int
    }

    /// The one of some candidates (``Cast/candidates(_:before:)``) that is most likely meant, or `nil` where nobody is.
    func answer(_ reference: Reference?, among candidates: [Cast.Candidate], at place: Place) -> Answer? {
        var best: (entity: Int, score: Int)?
        var second = Int.min
        for candidate in candidates {
            guard let score = score(candidate, reference, place) else { continue }
            if score > best?.score ?? .min {
                second = best?.score ?? .min
                best = (candidate.entity, score)
            } else {
                second = max(second, score)
            }
        }
        guard var best else { return nil }
        // Of words that can mean only one, a distance matters less.
        if reference != nil, second == .min, best.score >= -weights[.recency] {
            best.score = max(best.score, weights[.likelyAnswer])
        }
        guard best.score >= 0 else { return nil }
        return Answer(entity: best.entity, score: best.score, margin: second == .min ? 100 : best.score - second)
    }
}

extension Discourse {
    private func score(_ candidate: Cast.Candidate, _ reference: Reference?, _ place: Place) -> Int? {
        let entity = candidate.entity
        // An owner may have become one by this very deal.
        let mayOwn = place.type == .acquisition || place.type == .investment
        guard !place.excluding.contains(entity), mayOwn || !isFamily(entity, place.excluding) else { return nil }
        return candidate.score + habit(entity, place) + roleScore(entity, reference, place) + weights[.discoursePrior]
            * cast.priors.weight(entity, place.type, side: place.side)
            + (place.isOfSite && isHost(entity) ? weights[.sameRole] : 0)
    }

    /// Whether somebody let the data center that the text told of last: the electricity for it is theirs to buy.
    private func isHost(_ entity: Int) -> Bool {
        told.last { $0.type == .datacenter && $0.side == 1 }?.entity == entity
    }

    /// What the part that the words give somebody, or the deals told before, say for an entity.
    private func roleScore(_ entity: Int, _ reference: Reference?, _ place: Place) -> Int {
        guard mayBeTold(entity) else {
            guard let reference else { return told.isEmpty ? 0 : -weights[.stranger] }
            return reference.roles.isEmpty ? 0 : -weights[.noSuchRole]
        }
        guard let reference, !reference.roles.isEmpty else {
            return told.contains { $0.entity == entity && $0.event >= count - 3 } ? weights[.toldOf] : 0
        }
        var last: Int?
        for index in told.indices where told[index].entity == entity && reference.roles.contains(told[index].role) {
            // Of one event, its first side.
            if let last, told[last].event == told[index].event { continue }
            last = index
        }
        guard let last else { return -weights[.noSuchRole] }
        let part = told[last]
        let isTheirs = told.contains { other in
            other.event == part.event && other.side != part.side
                && (other.entity == reference.owner || place.excluding.contains(other.entity))
        }
        return isTheirs ? weights[.sameRoleWith] : weights[.sameRole]
    }

    /// How often the article has told that somebody is on such a side.
    private func habit(_ entity: Int, _ place: Place) -> Int {
        guard mayBeTold(entity) else { return 0 }
        let role = place.type.role(ofSide: place.side)
        var times = 0
        var last = -1
        for part in told where part.entity == entity && part.role == role && part.event != last {
            last = part.event
            times += 1
        }
        return min(weights[.habitCap], weights[.habit] * times)
    }

    /// Whether an entity owns one of several, or belongs to one.
    private func isFamily(_ entity: Int, _ others: Others) -> Bool {
        others.contains { cast.entities.all[$0].parent == entity || cast.entities.all[entity].parent == $0 }
    }
}

extension Discourse {
    /// Settles whom a sentence is about that opens with a noun for a part in a deal, or with a pronoun behind such a one: "the
    /// buyer", "sa cible".
    func settleTopic(of sentence: Range<Int>) {
        guard let opening = cast.opening(of: sentence) else { return }
        let number = Int(cast.document.tokens[opening.tokens.lowerBound].sentence)
        if opening.isPronoun {
            guard opening.antecedent == cast.entities.topics[number], let topic = cast.settledTopic(before: number)
            else {
                return
            }
            cast.settle(topic, asTopicOf: number)
        } else if let player = cast.isNamed(behind: opening) ? nil : player(opening) {
            cast.settle(player, asTopicOf: number)
        }
    }

    /// Who last played the part that a noun names first, in a deal with its owner where it has one; a buyer is rather of a
    /// company than of goods.
    private func player(_ noun: Reference) -> Int? {
        for role in noun.roles {
            let part = told.last { part in
                part.role == role && part.entity != noun.owner
                    && noun.candidates?.contains { $0.entity == part.entity } ?? true
                    && (noun.owner == nil
                        || told.contains { $0.event == part.event && $0.side != part.side && $0.entity == noun.owner })
            }
            if let part { return part.entity }
        }
        return nil
    }
}
