import Model

/// Finds the parties of a trigger's frame among the organisations of its sentence.
struct FrameSolver {
    let entities: Entities
    let slots: SlotReader
    let priors: RolePriors

    /// The parties with what speaks for them, in tenths of a frame's weight.
    struct Solution {
        var sides: [[ArgumentGroup]]
        var score: Int
    }

    /// A group with the slots of a trigger that it may stand in.
    struct Place {
        let group: ArgumentGroup
        let readings: [SlotReader.Reading]
        let isUnknown: Bool
        let isPronoun: Bool
        /// Of each mention, what speaks for its kind on the sides of the types.
        let priors: [[Int]]
    }

    /// The places of some groups: what every frame and type of a trigger is tried with.
    func places(of groups: [ArgumentGroup], _ trigger: Trigger) -> [Place] {
        groups.map { group in
            Place(
                group: group, readings: slots.readings(of: group, for: trigger),
                isUnknown: group.mentions.allSatisfy { entities.all[$0.entity].sort == nil },
                isPronoun: group.mentions.contains { $0.form == .pronoun },
                priors: group.mentions.map { priors.weights(of: entities.all[$0.entity]) })
        }
    }

    /// The best assignment of groups to the sides of a frame, read as a deal of a type.
    func solve(_ frame: Frame, _ type: DealType, _ places: [Place]) -> Solution? {
        let groups = places.map(\.group)
        let scores = (0...1).map { side in places.map { score($0, frame, type, side: side) } }
        var best: (first: Int, second: Int, score: Int)?
        for first in groups.indices {
            guard let left = scores[0][first] else { continue }
            for second in groups.indices where second != first {
                guard let right = scores[1][second], !shares(groups[first], groups[second]) else { continue }
                // "with A and with B" names two deals of somebody else.
                if groups[first].slot == .with, groups[second].slot == .with { continue }
                if left + right > best?.score ?? .min { best = (first, second, left + right) }
            }
        }
        let split = self.split(frame, type, places)
        if let split, split.score > best?.score ?? .min { return split }
        guard let best else { return nil }
        var sides = [[groups[best.first]], [groups[best.second]]]
        for index in groups.indices where index != best.first && index != best.second {
            guard let more = scores[0][index], more >= Self.joins, frame.gathers else { continue }
            guard !shares(groups[index], groups[best.second]) else { continue }
            sides[0].append(groups[index])
        }
        return Solution(sides: sides, score: best.score)
    }

    /// What the place of a group must speak for it, whatever its kind.
    private static let least = 20

    /// What a further group of the first side needs.
    private static let joins = 25

    /// The one side that is found where the other is not, with a strong place for it.
    func half(_ frame: Frame, _ type: DealType, _ places: [Place]) -> Solution? {
        var best: (group: Int, side: Int, score: Int)?
        for index in places.indices {
            for side in 0...1 {
                guard let score = score(places[index], frame, type, side: side) else { continue }
                if score > best?.score ?? .min { best = (index, side, score) }
            }
        }
        guard let best, best.score >= Self.alone else { return nil }
        return Solution(
            sides: best.side == 0 ? [[places[best.group].group], []] : [[], [places[best.group].group]],
            score: best.score)
    }

    /// What one side needs without the other.
    private static let alone = 55

    private func score(_ place: Place, _ frame: Frame, _ type: DealType, side: Int) -> Int? {
        var best: Int?
        for reading in place.readings {
            let weight = frame.weight(reading.slot, side: side)
            guard weight > 0 else { continue }
            best = max(best ?? .min, weight * 10 - reading.cost)
        }
        guard let best, best >= Self.least else { return nil }
        var prior: Int?
        for list in place.priors { prior = max(prior ?? .min, RolePriors.weight(list, type, side: side)) }
        return best + 8 * (prior ?? 0) + (place.isPronoun ? -8 : 0) - (place.isUnknown ? 12 : 0)
    }

    /// Both sides in one group: "A and B signed", "between A and B".
    private func split(_ frame: Frame, _ type: DealType, _ places: [Place]) -> Solution? {
        guard frame.isSymmetric else { return nil }
        var best: Solution?
        for place in places where place.group.mentions.count > 1 {
            guard let left = score(place, frame, type, side: 0) else { continue }
            let parted = part(place.group, type)
            guard left > best?.score ?? .min, let parted else { continue }
            best = Solution(sides: [[parted.0], [parted.1]], score: left + 40)
        }
        return best
    }

    /// The members of a group by the side that their kind suits; the last is the second side where nothing tells.
    private func part(_ group: ArgumentGroup, _ type: DealType) -> (ArgumentGroup, ArgumentGroup)? {
        let leaning = group.mentions.map { mention in
            priors.weight(entities.all[mention.entity], type, side: 0)
                - priors.weight(entities.all[mention.entity], type, side: 1)
        }
        var second = group.mentions.count - 1
        for index in leaning.indices where leaning[index] < leaning[second] { second = index }
        var left = group
        var right = group
        right.mentions = [group.mentions[second]]
        left.mentions.removeAll { $0.entity == group.mentions[second].entity }
        return left.mentions.isEmpty ? nil : (left, right)
    }

    private func shares(_ one: ArgumentGroup, _ other: ArgumentGroup) -> Bool {
        one.mentions.contains { mention in other.mentions.contains { $0.entity == mention.entity } }
    }
}

extension Frame {
    /// Whether several groups of a sentence may be on its first side: the investors of a round, the banks of a loan.
    var gathers: Bool {
        weight(.led, side: 0) > 0
    }
}
