/// What was read for the words of a trigger, for its other entries: many words have several, which follow each other. It is
/// good for the groups of one reader of frames.
final class TriggerMemory {
    private var voted: (tokens: Range<Int>, votes: ObjectVotes)?
    private var placed: Trigger?
    private var places: [FrameSolver.Place] = []

    /// What the nouns around a trigger say, counted once for its words.
    func votes(_ trigger: Trigger, _ count: () -> ObjectVotes) -> ObjectVotes {
        if let voted, voted.tokens == trigger.tokens { return voted.votes }
        let votes = count()
        voted = (trigger.tokens, votes)
        return votes
    }

    /// The places of the groups around a trigger, found once for entries that stand alike.
    func places(_ trigger: Trigger, _ find: () -> [FrameSolver.Place]) -> [FrameSolver.Place] {
        if let placed, placed.standsLike(trigger) { return places }
        places = find()
        placed = trigger
        return places
    }
}

extension Trigger {
    /// Whether another entry at the same words leads to the same places (``SlotReader``).
    fileprivate func standsLike(_ other: Trigger) -> Bool {
        tokens == other.tokens && voice == other.voice && features == other.features && tail == other.tail
            && (entry.strength == .strong) == (other.entry.strength == .strong)
    }
}
