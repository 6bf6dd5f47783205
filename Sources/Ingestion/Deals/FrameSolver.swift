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
        let readings: [SlotReader.Reading]
        /// Whether another verb stands between it and the trigger.
        let isBehindVerb: Bool
        /// What speaks against a party of its names whose kind is not known, or that a pronoun stands for.
        let doubt: Int
        /// Those whom its reference may mean.
        let candidates: [Cast.Candidate]

        init(_ group: ArgumentGroup, of trigger: Trigger, _ slots: SlotReader, _ cast: Cast) {
            self.group = group
            readings = slots.readings(of: group, for: trigger)
            isBehindVerb = slots.isBehindVerb(group, from: trigger)
            let isUnknown = group.mentions.allSatisfy { cast.entities.all[$0.entity].sort == nil }
            let isPronoun = group.mentions.contains { $0.form == .pronoun }
            doubt = (isPronoun ? cast.weights[.pronoun] : 0) + (isUnknown ? cast.weights[.unknown] : 0)
            candidates = group.reference.map { cast.candidates($0, before: group.tokens.lowerBound) } ?? []
        }
    }

    /// The places of some groups.
    func places(of groups: some Sequence<ArgumentGroup>, _ trigger: Trigger) -> [Place] {
        groups.map { Place($0, of: trigger, slots, cast) }
    }

    /// What the place of each group speaks for the sides of a frame, whatever the type: one list for each side.
    func scores(_ frame: Frame, _ places: [Place]) -> [[Int?]] {
        (0...1).map { side in besideMakers(places, places.map { score($0, frame, side: side) }) }
    }

    /// The scores of the places on a side, less those of makers that only name the goods where a preposition names the
    /// party: "ordered AMD processors from B".
    private func besideMakers(_ places: [Place], _ scores: [Int?]) -> [Int?] {
        let isNamed = zip(places, scores).contains { place, score in
            guard let slot = place.group.slot, let score else { return false }
            return Self.sources.contains(slot) && !place.group.modifies && score >= weights[.source]
        }
        guard isNamed else { return scores }
        return zip(places, scores).map { place, score in
            place.group.modifies ? score.map { $0 - weights[.makerBeside] } : score
        }
    }

    private static let sources: Set<Slot> = [.from, .at, .to, .with]

    /// The best assignment of groups to the sides of a frame, read as a deal of a type.
    func solve(_ frame: Frame, _ type: DealType, _ places: [Place], _ scores: [[Int?]]) -> Solution? {
        let best = pair(type, places, scores)
        let split = self.split(frame, type, places, scores)
        if let split, split.score > best?.score ?? .min { return split }
        guard let best else { return nil }
        var sides = [[best.firstGroup(places)], [best.secondGroup(places)]]
        for index in places.indices where index != best.first && index != best.second && frame.gathers {
            let place = places[index]
            guard let score = scores[0][index], place.group.reference == nil, !place.isBehindVerb,
                whole(place, score, type, side: 0) >= weights[.joins], place.group.isDisjoint(from: sides[1][0])
            else { continue }
            sides[0].append(place.group)
        }
        return Solution(sides: sides, score: best.score)
    }

    /// Whether a solution leaves out whom the verb itself names as its indirect object: "lui réserve".
    func leavesOut(_ solution: Solution, _ places: [Place], _ trigger: Trigger) -> Bool {
        places.contains { place in
            slots.isDative(place.group, of: trigger)
                && !solution.sides.contains { $0.contains { $0.tokens == place.group.tokens } }
        }
    }

    /// The two groups that are the two sides best.
    private func pair(_ type: DealType, _ places: [Place], _ scores: [[Int?]]) -> Pair? {
        let lefts = places.indices.map { index in scores[0][index].flatMap { names(places[index], $0, type, side: 0) } }
        let rights = places.indices.map { index in scores[1][index].flatMap { names(places[index], $0, type, side: 1) }
        }
        var best: Pair?
        for first in places.indices {
            guard let left = scores[0][first] else { continue }
            let one = places[first]
            for second in places.indices where second != first {
                guard let right = scores[1][second] else { continue }
                let other = places[second]
                // "with A and with B" names two deals of somebody else.
                if one.group.slot == .with, other.group.slot == .with { continue }
                guard !one.group.tokens.overlaps(other.group.tokens) else { continue }
                if one.group.reference == nil, other.group.reference == nil {
                    guard let left = lefts[first], let right = rights[second], left + right > best?.score ?? .min,
                        one.group.isDisjoint(from: other.group)
                    else { continue }
                    best = Pair(first: first, second: second, score: left + right)
                } else if let bids = bids((one, left), (other, right), type) {
                    let score = bids.first.score + bids.second.score
                    guard score > best?.score ?? .min else { continue }
                    best = Pair(
                        first: first, second: second, score: score,
                        meanings: [bids.first.meaning(one.group), bids.second.meaning(other.group)])
                }
            }
        }
        return best
    }

    /// The places of two groups that are the two sides.
    private struct Pair {
        let first: Int
        let second: Int
        let score: Int
        /// The groups with what their references mean, where one of them has one.
        var meanings: [ArgumentGroup] = []

        func firstGroup(_ places: [Place]) -> ArgumentGroup { meanings.first ?? places[first].group }
        func secondGroup(_ places: [Place]) -> ArgumentGroup { meanings.last ?? places[second].group }
    }

    /// The one side that is found where the other is not, with a strong place for it.
    func half(_ frame: Frame, _ type: DealType, _ places: [Place], _ scores: [[Int?]]) -> Solution? {
        var best: (index: Int, bid: Bid, side: Int)?
        for index in places.indices {
            for side in 0...1 {
                guard let score = scores[side][index],
                    let bid = bid(places[index], score, type, side: side, against: [])
                else { continue }
                if bid.score > best?.bid.score ?? .min { best = (index, bid, side) }
            }
        }
        guard let best, best.bid.score >= weights[.alone] else { return nil }
        let group = best.bid.meaning(places[best.index].group)
        guard best.side == 0 else { return Solution(sides: [[], [group]], score: best.bid.score) }
        let others = places.indices.filter { index in
            let place = places[index]
            guard frame.gathers, place.group.reference == nil, !place.isBehindVerb, let score = scores[0][index],
                place.group.isDisjoint(from: group)
            else { return false }
            return whole(place, score, type, side: 0) >= weights[.joins]
        }
        return Solution(sides: [[group] + others.map { places[$0].group }, []], score: best.bid.score)
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
    private func split(_ frame: Frame, _ type: DealType, _ places: [Place], _ scores: [[Int?]]) -> Solution? {
        guard frame.isSymmetric else { return nil }
        var best: (left: Int, solution: Solution)?
        for (place, score) in zip(places, scores[0]) where place.group.mentions.count > 1 {
            guard let score else { continue }
            let left = whole(place, score, type, side: 0)
            guard left > best?.left ?? .min, let parted = part(place.group, type) else { continue }
            let right = parted.1.mentions.map { priors.weight($0.entity, type, side: 1) }.max() ?? 0
            best = (
                left,
                Solution(sides: [[parted.0], [parted.1]], score: left + weights[.together] + weights[.prior] * right)
            )
        }
        return best?.solution
    }

    /// The members of a group by the side that their kind suits; the last is the second side where nothing tells.
    private func part(_ group: ArgumentGroup, _ type: DealType) -> (ArgumentGroup, ArgumentGroup)? {
        let leaning = group.mentions.map { mention in
            priors.weight(mention.entity, type, side: 0) - priors.weight(mention.entity, type, side: 1)
        }
        var second = group.mentions.count - 1
        for index in leaning.indices where leaning[index] < leaning[second] { second = index }
        var left = group
        var right = group
        right.mentions = [group.mentions[second]]
        left.mentions.removeAll { $0.entity == group.mentions[second].entity }
        return left.mentions.isEmpty ? nil : (left, right)
    }
}

extension Frame {
    /// Whether several groups of a sentence may be on its first side: the investors of a round, the banks of a loan.
    var gathers: Bool {
        weight(.led, side: 0) >= 9
    }
}
