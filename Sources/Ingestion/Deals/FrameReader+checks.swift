import Model

// What shows that a word tells no deal, or none that is known.

extension FrameReader {
    /// Whether a trigger states how things are, not what happened: a plain present, save in a headline.
    func isStanding(_ trigger: Trigger) -> Bool {
        let first = trigger.tokens.lowerBound
        guard trigger.entry.part != .noun, !context.document.isHeadline(first) else { return false }
        let isPlanned = VoiceReader.isPlanned(first, context.document, context.marks)
        return trigger.features.contains(.present) && !isPlanned
    }

    /// Whether an alliance is spoken of as something that somebody has: "its partnership with …".
    func isOwned(_ trigger: Trigger, _ frame: Frame) -> Bool {
        guard trigger.entry.part == .noun, frame.types == [.partnership] else { return false }
        let first = trigger.tokens.lowerBound
        // "breaks off its alliance with …".
        let places = solver.slots.triggers
        if let verb = solver.slots.verbs.last(before: first), places.light.contains(verb),
            first - verb <= Self.longestLight
        {
            return false
        }
        return (max(sentence.lowerBound, first - 3)..<first).contains { token in
            context.document.hit(at: token, .pronoun) != nil
                && (token + 1..<first).allSatisfy { context.document.tokens[$0].kind == .word }
        }
    }

    /// How far before its noun such a verb may begin: "met fin à son".
    private static let longestLight = 5

    /// Whether a venture or alliance only tells what the company before it is: "X, a joint venture of A and B".
    func isDescription(_ trigger: Trigger, _ frame: Frame) -> Bool {
        guard trigger.voice == .nominal, frame.types == [.partnership] else { return false }
        var index = trigger.tokens.lowerBound - 1
        while index > sentence.lowerBound, trigger.tokens.lowerBound - index <= 4,
            context.document.tokens[index].kind == .word || context.document.tokens[index].kind == .possessive,
            context.marks.slots[index] == nil
        { index -= 1 }
        guard index > sentence.lowerBound, context.document.tokens[index].kind == .comma,
            let before = context.entities.mention(at: index - 1)
        else { return false }
        let isOfSomebody = groups.contains { (0...2).contains($0.start - trigger.tokens.upperBound) && $0.slot != nil }
        return isOfSomebody && context.entities.all[before.entity].kind == .organisation
    }

    /// Whether a stake is what a verb before it gives away: "sold its stake in X to Y".
    func isSold(_ trigger: Trigger, _ frame: Frame) -> Bool {
        guard trigger.voice == .nominal, frame.types == [.investment] else { return false }
        let first = trigger.tokens.lowerBound
        guard let verb = solver.slots.triggers.partings.last(before: first), first - verb <= Self.longestSale else {
            return false
        }
        return context.marks.borders(verb, first) <= Self.borderOfAside
            && !solver.slots.verbs.contains(from: verb + 1, before: first)
    }

    /// How far behind its verb the stake may stand ("sold to Y, for 40 million, its stake"), and the border that an aside makes.
    private static let (longestSale, borderOfAside) = (14, 2)

    /// Whether a person is the object of a verb of trade: "hired Jane Doe".
    func isOfPerson(_ trigger: Trigger, _ frame: Frame) -> Bool {
        guard trigger.voice == .active, frame.isSupply,
            let object = context.entities.mention(at: trigger.tokens.upperBound), object.form == .name,
            !object.possessive
        else { return false }
        return context.entities.all[object.entity].kind == .person
            && context.document.tokens[safe: object.tokens.upperBound]?.kind != .possessive
    }

    /// Whether a trigger is asked about: it stands in the last part of a sentence that asks ("A bought B: why?" tells it).
    func isAsked(_ trigger: Trigger) -> Bool {
        guard let last = sentence.last, context.document.tokens[last].kind == .stop,
            context.document.bytes[Int(context.document.tokens[last].start)] == UInt8(ascii: "?")
        else { return false }
        return !(trigger.tokens.upperBound..<last).contains { context.document.tokens[$0].kind == .colon }
    }

    /// Whether only the kinds of companies tell the type of a word that fits every one: no alliance, and no stake or loan
    /// without a sum ("X signs Y").
    func isUnspoken(_ type: DealType, _ frame: Frame, _ votes: ObjectVotes, _ money: Int?) -> Bool {
        frame.isGeneric && votes[type] == 0 && (type == .partnership || type.isFunding && money == nil)
    }

    /// Whether a general noun in the plural ("contracts") is all that speaks for a deal of parties that are not named
    /// beside it.
    func isVague(_ trigger: Trigger, _ frame: Frame, _ solution: FrameSolver.Solution) -> Bool {
        guard trigger.voice == .nominal, frame.isGeneric, trigger.features.contains(.plural),
            !trigger.features.contains(.singular)
        else { return false }
        let before = max(sentence.lowerBound, trigger.tokens.lowerBound - 3)..<trigger.tokens.lowerBound
        if before.contains(where: { context.document.tokens[$0].kind == .number || isCounted($0) }) { return false }
        // "it is in talks with A about 12 MW".
        let isTalk = trigger.entry.status != nil && figures(near: trigger).any
        if isTalk, solution.sides.joined().contains(where: { $0.slot == .with && $0.reference == nil }) { return false }
        return solution.sides.contains { $0.isEmpty } || solution.sides.joined().contains { $0.slot == nil }
    }

    /// "It is not A that buys B": a denial before a party, and a relative word behind it.
    func isDeniedCleft(_ trigger: Trigger, _ solution: FrameSolver.Solution) -> Bool {
        solution.sides.joined().contains { group in
            let end = group.tokens.upperBound
            guard end < trigger.tokens.lowerBound,
                (end..<min(end + 2, trigger.tokens.lowerBound)).contains(where: {
                    context.marks.words[$0].contains(.relative)
                })
            else { return false }
            let before = max(sentence.lowerBound, group.start - 3)..<group.start
            return context.status.marks(in: before).contains {
                $0.mark == .not
            }
        }
    }

    /// Whether a noun or pronoun stands for a party.
    func isGuessed(_ solution: FrameSolver.Solution) -> Bool {
        solution.sides.joined().contains { $0.reference != nil }
    }

    /// Whether a trigger stands in the headline or the first two paragraphs.
    func isLede(_ trigger: Trigger) -> Bool {
        context.document.tokens[trigger.tokens.lowerBound].paragraph <= 2
    }

    /// Whether a word is a number: "two contracts".
    func isCounted(_ token: Int) -> Bool {
        context.document.hit(at: token, .numberWord) != nil
    }

    /// Whether a trigger stands in a relative clause.
    func isRelative(_ trigger: Trigger) -> Bool {
        let first = trigger.tokens.lowerBound
        return (max(sentence.lowerBound, first - 6)..<first).contains {
            !context.marks.words[$0].isDisjoint(with: [.relative, .whose])
        }
    }
}
