// Which of the readings of a sentence are told.

extension EventReader {
    /// The events without those of general words for what somebody sells: "A is in talks with B about the sale of C" tells of
    /// B and C alone.
    static func withoutTalks(_ events: [DealEvent]) -> [DealEvent] {
        func isTalk(_ event: DealEvent) -> Bool {
            event.frame.isGeneric && event.isComplete
                && events.contains { sale in
                    sale.frame.isParting && sale.isComplete && !sale.type.isSupply
                        && sale.sides[0].allSatisfy { event.names($0.entity) }
                        && !sale.sides[1].contains { event.names($0.entity) }
                }
        }
        return events.count > 1 && events.contains(where: isTalk) ? events.filter { !isTalk($0) } : events
    }

    /// The events without those readings of a word for which the nouns say far less than for another reading of it; one
    /// that a figure alone bears out must have the better place too, and where nouns hardly speak, the places decide.
    static func likely(_ events: [DealEvent]) -> [DealEvent] {
        func isUnlikely(_ place: Int) -> Bool {
            let strength = events[place].trigger.entry.strength
            guard strength == .voted || strength == .weak || strength == .figure else { return false }
            let (tokens, type) = (events[place].trigger.tokens, events[place].type)
            return events.indices.contains { other in
                events[other].trigger.tokens == tokens && events[other].type != type && events[other].isComplete
                    && events[place].votes * 2 <= events[other].votes
                    && (strength != .figure && events[other].votes > Self.fewVotes
                        || events[place].score < events[other].score)
            }
        }
        guard events.count > 1, events.indices.contains(where: isUnlikely) else { return events }
        return events.indices.filter { !isUnlikely($0) }.map { events[$0] }
    }

    /// Up to which number the votes of nouns say little.
    private static let fewVotes = 2
}
