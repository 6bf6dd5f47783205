/// Where the triggers of a sentence stand. The readers of the sentence hold on to the same one.
final class TriggerPlaces: Sendable {
    /// The first token of each verb.
    let verbs: SentenceSet
    /// Those of them that may carry a noun of a deal.
    let light: SentenceSet
    /// Those that carry none, and those of them that are no participles.
    let heavy: SentenceSet
    let governing: SentenceSet
    /// All but the participles.
    let finite: SentenceSet
    /// Those of them that are participles behind a noun.
    let participles: SentenceSet
    /// Those of them that are gerunds.
    let gerunds: SentenceSet
    /// Those of them that say that somebody parts with something.
    let partings: SentenceSet
    /// The tokens of verbs of several words, and what belongs to verbs behind other words.
    let phrases: SentenceSet
    /// The token behind each noun of a deal.
    let nounEnds: SentenceSet

    init(_ triggers: [Trigger], in sentence: Range<Int>, _ frames: Frames) {
        let none = SentenceSet(in: sentence)
        var (verbs, light, participles, partings) = (none, none, none, none)
        var (phrases, nounEnds, gerunds) = (none, none, none)
        for trigger in triggers {
            guard trigger.voice != .nominal else {
                nounEnds.insert(trigger.tokens.upperBound)
                continue
            }
            let frame = frames.all[trigger.entry.frame]
            let first = trigger.tokens.lowerBound
            verbs.insert(first)
            if trigger.entry.strength == .light || frame.isGeneric { light.insert(first) }
            if trigger.voice == .reduced { participles.insert(first) }
            if trigger.features.contains(.gerund) { gerunds.insert(first) }
            if frame.isParting { partings.insert(first) }
            if trigger.tokens.count > 1 { phrases.insert(trigger.tokens) }
            if let tail = trigger.tail { phrases.insert(tail) }
        }
        (self.verbs, self.light, self.participles, self.partings) = (verbs, light, participles, partings)
        (self.phrases, self.nounEnds, self.gerunds) = (phrases, nounEnds, gerunds)
        var (heavy, finite) = (verbs, verbs)
        heavy.subtract(light)
        finite.subtract(participles)
        (self.heavy, self.finite) = (heavy, finite)
        heavy.subtract(participles)
        governing = heavy
    }
}
