// Who does what a verb tells, and who only stands near it.

extension SlotReader {
    /// Where the gerund begins whose subject a group is behind "with" and a comma: "raised $2bn, with A taking half of it".
    func absoluteVerb(of group: ArgumentGroup) -> Int? {
        guard group.slot == .with, group.start > 0, document.tokens[group.start - 1].kind == .comma,
            !group.isPossessive, !group.modifies
        else { return nil }
        let end = group.tokens.upperBound
        return (end...end + 1).first { verb in
            triggers.gerunds.contains(verb) && (verb == end || marks.words[safe: end]?.contains(.adverb) ?? false)
        }
    }

    /// Whether all deals of a trigger's frame move money: who joins in may stand behind "with" whatever it does.
    func isOfMoney(_ trigger: Trigger) -> Bool {
        frames.all[trigger.entry.frame].types.allSatisfy(\.isFunding)
    }

    /// Whether the subject of an active verb does what its frame tells, so that "by" behind it names nobody who does: "lends
    /// A$2bn for the purchase of B by C".
    func isAgent(_ trigger: Trigger) -> Bool {
        guard trigger.voice == .active, trigger.entry.part == .verb, !trigger.entry.isCausative else { return false }
        let frame = frames.all[trigger.entry.frame]
        return (0...1).contains { side in
            frame.weight(.subject, side: side) >= Self.surely && frame.weight(.by, side: side) >= Self.surely
        }
    }

    /// Whether "by" and a name stand behind a noun, in its own clause: "the purchase of A by B" is no purchase of those whose
    /// verb stands before it.
    func isMadeBySomebody(_ noun: Trigger) -> Bool {
        guard noun.voice == .nominal else { return false }
        let end = noun.tokens.upperBound
        let last = min(end + Self.longestNoun, document.sentence(of: noun.tokens.lowerBound).upperBound - 1)
        guard let by = (end..<max(end, last)).first(where: { marks.slots[$0] == .by }) else { return false }
        return starts.contains(from: by + 1, before: by + 3) && marks.borders(end, by) == 0
            && !verbs.contains(from: end, before: by)
    }

    /// How many words may stand between a noun and its "by".
    private static let longestNoun = 5
    /// The weight from which on a slot surely names a side.
    private static let surely = 8

    /// Whether "to" and an infinitive stand right behind a group: "picked by A to house".
    func isInfinitive(_ verb: Trigger, behind group: ArgumentGroup) -> Bool {
        let end = group.tokens.upperBound
        return end + 1 == verb.tokens.lowerBound && marks.words[end].contains(.to)
    }

    /// Whether a group stands right behind a passive and its "by", where both together are a preposition too: "will be built
    /// by A", but not "a campus built by A".
    func isAgentOfPassive(_ group: ArgumentGroup, _ verb: Trigger) -> Bool {
        verb.voice == .passive && marks.slots[verb.tokens.upperBound - 1] == .like
            && verb.tokens.contains(group.start - 1)
    }

    /// Whether another group stands right before an active verb as its subject, with nothing but auxiliaries between: "A has
    /// a contract, and B will buy".
    func hasNearerSubject(_ group: ArgumentGroup, _ verb: Trigger) -> Bool {
        let first = verb.tokens.lowerBound
        let isObject: ClauseWord = [.dative, .accusative, .genitive, .locative]
        guard verb.voice == .active, group.slot == nil, let head = starts.last(before: first),
            head >= group.tokens.upperBound, marks.slots[head - 1] == nil, marks.words[head].isDisjoint(with: isObject)
        else { return false }
        let isAuxiliary: ClauseWord = [.have, .be, .will, .adverb]
        return (head + 1..<first).allSatisfy { token in
            document.tokens[token].kind == .word
                && (document.tokens[token].capitalised || !marks.words[token].isDisjoint(with: isAuxiliary))
        }
    }
}
