import Model

/// Finds the parties of a trigger's frame among the organisations of its sentence.
struct FrameSolver {
    let slots: SlotReader
    var discourse: Discourse

    var cast: Cast { discourse.cast }
    var entities: Entities { cast.entities }
    var priors: PartyPriors { cast.priors }
    var weights: ReadingWeights { cast.weights }

    /// The parties with what speaks for them, in tenths of a frame's weight.
    struct Solution {
        var sides: [[ArgumentGroup]]
        var score: Int
    }

    /// A group with the slots of a trigger that it may stand in: what every frame and type of the trigger is tried with.
    final class Place {
        let group: ArgumentGroup
        let readings: SlotReadings
        /// Whether another verb stands between it and the trigger.
        let isBehindVerb: Bool
        /// What speaks against a party of its names whose kind is not known, or that a pronoun stands for.
        let doubt: Int
        /// Whether it is the indirect object that stands before the trigger: "lui réserve".
        let isDative: Bool
        /// Those whom its reference may mean.
        fileprivate(set) var candidates: [Cast.Candidate]

        init(_ group: ArgumentGroup, of trigger: Trigger, _ slots: SlotReader, _ cast: Cast) {
            self.group = group
            readings = slots.readings(of: group, for: trigger)
            isBehindVerb = slots.isBehindVerb(group, from: trigger)
            isDative = slots.isDative(group, of: trigger)
            let isUnknown = group.mentions.allSatisfy { cast.entities.all[$0.entity].sort == nil }
            let isPronoun = group.mentions.contains { $0.form == .pronoun }
            doubt = (isPronoun ? cast.weights[.pronoun] : 0) + (isUnknown ? cast.weights[.unknown] : 0)
            candidates = group.reference.map { cast.candidates($0, before: group.tokens.lowerBound) } ?? []
        }
    }

    /// What the place of a group speaks for the sides of a frame, whatever the type; `nil` where it says too little.
    struct Score {
        let first: Int?
        let second: Int?

        subscript(side: Int) -> Int? { side == 0 ? first : second }
    }

    /// Groups as the sides of a frame, by their places; the same place twice is a group that holds both sides.
    struct Match {
        var first: Int?
        var second: Int?
        /// Whom the references of the groups mean, where they have some.
        var meanings: (first: Int?, second: Int?)
        let score: Int
    }

    /// The places of some groups.
    func places(of groups: ArraySlice<ArgumentGroup>, _ trigger: Trigger) -> [Place] {
        let places = groups.indices.map { Place(groups[$0], of: trigger, slots, cast) }
        if trigger.features.contains(.infinitive), let index = places.firstIndex(where: \.isDative), index > 0,
            places[index - 1].group.slot == .with
        {
            // "A is in talks with B to sell it C": whom A is in talks with.
            let heads = places[..<index].filter { $0.group.slot == nil }
            places[index].candidates.removeAll { candidate in
                heads.contains { $0.group.mentions.contains { $0.entity == candidate.entity } }
            }
        }
        return places
    }

    /// What the place of each group speaks for the sides of a frame, whatever the type.
    func scores(_ frame: Frame, _ places: [Place]) -> [Score] {
        besideMakers(
            frame, places,
            places.map { Score(first: score($0, frame, side: 0), second: score($0, frame, side: 1)) })
    }

    /// The scores of the places, on each side less for makers that only name the goods where a preposition names the
    /// party, or the verb has a subject that is one: "ordered AMD processors from B", "B will deliver AMD processors".
    private func besideMakers(_ frame: Frame, _ places: [Place], _ scores: [Score]) -> [Score] {
        func cost(_ side: Int) -> Int {
            let isSubject = frame.weight(.subject, side: side) >= Self.plainSubject
            let isNamed = places.indices.contains { index in
                guard let score = scores[index][side] else { return false }
                return (places[index].namesSource || isSubject && places[index].isSubject) && score >= weights[.source]
            }
            return isNamed ? weights[.makerBeside] : 0
        }
        guard places.contains(where: \.namesMaker) else { return scores }
        let (first, second) = (cost(0), cost(1))
        return places.indices.map { index in
            guard places[index].namesMaker else { return scores[index] }
            return Score(
                first: scores[index].first.map { $0 - first }, second: scores[index].second.map { $0 - second })
        }
    }

    /// From which weight on the subject of a frame is surely the party of a side.
    private static let plainSubject = 9

    /// The best assignment of groups to the sides of a frame, read as a deal of a type.
    func match(_ frame: Frame, _ type: DealType, _ places: [Place], _ scores: [Score]) -> Match? {
        let best = pair(type, places, scores)
        guard let split = split(frame, type, places, scores), split.score > best?.score ?? .min else { return best }
        return split
    }

    /// The one side that is found where the other is not, with a strong place for it.
    func half(_ type: DealType, _ places: [Place], _ scores: [Score]) -> Match? {
        var best: Match?
        for index in places.indices {
            for side in 0...1 {
                guard let score = scores[index][side],
                    let bid = bid(places[index], score, type, side: side, against: .nobody),
                    bid.score > best?.score ?? .min
                else { continue }
                best =
                    side == 0
                    ? Match(first: index, meanings: (bid.entity, nil), score: bid.score)
                    : Match(second: index, meanings: (nil, bid.entity), score: bid.score)
            }
        }
        return best.flatMap { $0.score >= weights[.alone] ? $0 : nil }
    }

    /// Whether a match leaves out whom the verb itself names as its indirect object: "lui réserve".
    func leavesOut(_ match: Match, _ frame: Frame, _ type: DealType, _ places: [Place], _ scores: [Score]) -> Bool {
        guard places.contains(where: \.isDative) else { return false }
        let named = solution(match, frame, type, places, scores).sides.joined()
        return places.contains { place in
            place.isDative && !named.contains { $0.tokens == place.group.tokens }
        }
    }

    /// The groups of a match, with those who stand beside its first side.
    func solution(_ match: Match, _ frame: Frame, _ type: DealType, _ places: [Place], _ scores: [Score]) -> Solution {
        if let first = match.first, first == match.second {
            let group = places[first].group
            let parted = part(group, at: parting(group, type))
            return Solution(sides: [[parted.0], [parted.1]], score: match.score)
        }
        func group(_ index: Int, _ entity: Int?) -> ArgumentGroup {
            guard let entity else { return places[index].group }
            return places[index].group.meaning(entity)
        }
        let first = match.first.map { group($0, match.meanings.first) }
        let second = match.second.map { group($0, match.meanings.second) }
        var sides = [first.map { [$0] } ?? [], second.map { [$0] } ?? []]
        if let first, frame.gathers {
            for index in places.indices where index != match.first && index != match.second {
                let place = places[index]
                guard let score = scores[index].first, place.group.reference == nil, !place.isBehindVerb,
                    whole(place, score, type, side: 0) >= weights[.joins],
                    place.group.isDisjoint(from: second ?? first)
                else { continue }
                sides[0].append(place.group)
            }
        }
        return Solution(sides: sides, score: match.score)
    }
}

extension FrameSolver {
    /// The two groups that are the two sides best.
    private func pair(_ type: DealType, _ places: [Place], _ scores: [Score]) -> Match? {
        guard scores.contains(where: { $0.second != nil }) else { return nil }
        var best: Match?
        for first in places.indices {
            guard let left = scores[first].first else { continue }
            let one = places[first]
            let name = names(one, left, type, side: 0)
            for second in places.indices where second != first {
                guard let right = scores[second].second else { continue }
                let other = places[second]
                // "with A and with B" names two deals of somebody else.
                if one.group.slot == .with, other.group.slot == .with { continue }
                guard !one.group.tokens.overlaps(other.group.tokens) else { continue }
                if one.group.reference == nil, other.group.reference == nil {
                    guard let name, let right = names(other, right, type, side: 1), name + right > best?.score ?? .min,
                        one.group.isDisjoint(from: other.group)
                    else { continue }
                    best = Match(first: first, second: second, meanings: (nil, nil), score: name + right)
                } else if let bids = bids((one, left), (other, right), type) {
                    let score = bids.first.score + bids.second.score
                    guard score > best?.score ?? .min else { continue }
                    best = Match(
                        first: first, second: second, meanings: (bids.first.entity, bids.second.entity), score: score)
                }
            }
        }
        return best
    }

    /// What the place of a group speaks for a side, in tenths of a frame's weight; `nil` where it says too little,
    /// whatever the kind of the group.
    private func score(_ place: Place, _ frame: Frame, side: Int) -> Int? {
        var best: Int?
        for reading in place.readings {
            let weight = frame.weight(reading.slot, side: side)
            guard weight > 0 else { continue }
            best = max(best ?? .min, weight * 10 - reading.cost)
        }
        return best.flatMap { $0 >= weights[.least] ? $0 : nil }
    }

    /// Both sides in one group: "A and B signed", "between A and B".
    private func split(_ frame: Frame, _ type: DealType, _ places: [Place], _ scores: [Score]) -> Match? {
        guard frame.isSymmetric else { return nil }
        var best: (left: Int, match: Match)?
        for index in places.indices where places[index].group.mentions.count > 1 {
            guard let score = scores[index].first else { continue }
            let left = whole(places[index], score, type, side: 0)
            guard left > best?.left ?? .min else { continue }
            let group = places[index].group
            let second = group.mentions[parting(group, type)].entity
            guard group.mentions.contains(where: { $0.entity != second }) else { continue }
            let right = priors.weight(second, type, side: 1)
            let whole = left + weights[.together] + weights[.prior] * right
            best = (left, Match(first: index, second: index, meanings: (nil, nil), score: whole))
        }
        return best?.match
    }

    /// The member of a group that is the second side: the one whose kind suits it most; the last where nothing tells.
    private func parting(_ group: ArgumentGroup, _ type: DealType) -> Int {
        func leaning(_ index: Int) -> Int {
            let entity = group.mentions[index].entity
            return priors.weight(entity, type, side: 0) - priors.weight(entity, type, side: 1)
        }
        var second = group.mentions.count - 1
        // "A and B merge": of two that become one, the first is named first.
        if type == .acquisition { return second }
        for index in group.mentions.indices where leaning(index) < leaning(second) { second = index }
        return second
    }

    /// A group without the one member that is the second side, and that one.
    private func part(_ group: ArgumentGroup, at second: Int) -> (ArgumentGroup, ArgumentGroup) {
        var left = group
        var right = group
        right.mentions = [group.mentions[second]]
        left.mentions.removeAll { $0.entity == group.mentions[second].entity }
        return (left, right)
    }
}

extension FrameSolver.Place {
    /// Whether a preposition names it as whom something is had from, or goes to.
    fileprivate var namesSource: Bool {
        switch group.slot {
        case .from, .at, .to, .with: !group.modifies
        default: false
        }
    }

    /// Whether it stands as the subject of a verb.
    fileprivate var isSubject: Bool {
        group.slot == nil && !namesMaker && readings.contains { $0.slot == .subject }
    }

    /// Whether it only names the goods before or behind it: "AMD processors", "des processeurs AMD".
    fileprivate var namesMaker: Bool { group.modifies || group.followsNoun && group.slot == nil }
}

extension Frame {
    /// Whether several groups of a sentence may be on its first side: the investors of a round, the banks of a loan.
    var gathers: Bool {
        weight(.led, side: 0) >= 9
    }
}
