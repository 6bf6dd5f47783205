import Model

// What people tell of their own companies.

extension EventReader {
    /// What quoted words tell of the company of who says them, with a figure: "We bought X for 40 million". `own` are the
    /// words for that company.
    func spoken(
        _ triggers: [Trigger], of own: [EntityMention], in sentence: Range<Int>, _ reader: ArgumentReader,
        _ frames: ([ArgumentGroup]) -> FrameReader
    ) -> [DealEvent] {
        guard !own.isEmpty else { return [] }
        let others = reader.groups(in: sentence).filter {
            context.isQuoted($0.tokens.lowerBound) && $0.reference == nil
        }
        let groups = (others + own.map(reader.group)).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        let spoken = frames(groups)
        return triggers.compactMap { trigger in
            guard trigger.entry.strength.tells, context.isQuoted(trigger.tokens.lowerBound),
                let event = spoken.event(trigger), event.isComplete, event.hasFigure
            else { return nil }
            let isOwn = event.sides.joined().contains { side in own.contains { $0.tokens == side.tokens } }
            return isOwn ? event : nil
        }
    }

    /// Whether a name is that of who reports, and no party: "X croit savoir que A rachète B".
    func isSource(_ group: ArgumentGroup) -> Bool {
        let end = group.tokens.upperBound
        guard group.slot == nil, !group.isPossessive, end < context.document.tokens.count else { return false }
        return context.status.marks(in: end..<min(end + 2, context.document.tokens.count)).contains {
            $0.mark == .hearsay && $0.tokens.lowerBound == end
                && context.marks.words[safe: $0.tokens.upperBound]?.contains(.inverting) ?? false
        }
    }
}
