// Parties that stand behind their word by the order of the sentence.

extension SlotReader {
    /// The readings of a group that a turn of the sentence has moved behind a trigger.
    func moved(_ group: ArgumentGroup, _ trigger: Trigger) -> SlotReadings {
        guard group.tokens.lowerBound >= trigger.tokens.upperBound, group.slot == nil, !group.modifies else {
            return []
        }
        let sentence = document.sentence(of: trigger.tokens.lowerBound)
        var slots: [Slot] = []
        if let given = beneficiary(group, trigger, in: sentence) { return given }
        if let slot = cleft(group, trigger, in: sentence) {
            slots = [slot]
        } else if isSubject(group, behindOpening: trigger, in: sentence) {
            slots =
                switch trigger.voice {
                case .active: [.subject]
                case .passive, .reduced: [.object]
                case .nominal: [.owner, .subject]
                }
        } else if isInverted(group, trigger, in: sentence) {
            slots = [.subject]
        }
        var readings: SlotReadings = []
        for slot in slots { readings.append(Reading(slot: slot, cost: weights[.inverted])) }
        return readings
    }

    /// "Backed by a loan from B, A …", "Having bought B, A …": whether a group is the subject of the sentence, behind a phrase
    /// that opens it and holds the trigger, without a subject of its own.
    private func isSubject(_ group: ArgumentGroup, behindOpening trigger: Trigger, in sentence: Range<Int>) -> Bool {
        let (end, start) = (trigger.tokens.upperBound, group.tokens.lowerBound)
        if trigger.voice == .active, trigger.features.contains(.infinitive) { return false }
        let isOpening = trigger.tokens.lowerBound - sentence.lowerBound <= Self.longestOpening
        guard isOpening, start - end <= Self.longestPhrase, !group.isPossessive else { return false }
        let hasHead = (sentence.lowerBound..<trigger.tokens.upperBound).prefix(Self.longestHead).contains {
            marks.slots[$0] != nil || verbs.contains($0) && marks.slots[$0] == nil
        }
        guard hasHead, let comma = (end..<start).first(where: isComma), start - comma <= Self.longestTitle,
            !(comma + 1..<start).contains(where: { verbs.contains($0) || marks.slots[$0] != nil })
        else { return false }
        let phrase = sentence.lowerBound..<comma
        let names = phrase.filter(starts.contains)
        if trigger.voice == .nominal, names.isEmpty { return false }
        // "Talks with A have ended, B said": a clause is no phrase.
        let isClause = (end..<comma).contains { !marks.words[$0].isDisjoint(with: [.be, .have, .will, .relative]) }
        return !isClause && !names.contains { isBare($0, from: phrase.lowerBound) }
    }

    /// "A loan from A keeps B afloat", "the takeover by A values B at $2bn": the object of the verb whose subject is a noun of a
    /// deal in money with whoever pays beside it.
    private func beneficiary(_ group: ArgumentGroup, _ trigger: Trigger, in sentence: Range<Int>) -> SlotReadings? {
        let (end, start) = (trigger.tokens.upperBound, group.tokens.lowerBound)
        guard trigger.voice == .nominal, !group.isPossessive, start - end <= Self.longestPhrase,
            trigger.tokens.lowerBound - sentence.lowerBound <= Self.longestOpening,
            marks.slots[sentence.lowerBound] == nil,
            frames.all[trigger.entry.frame].types.allSatisfy({ $0.isFunding || $0 == .acquisition }),
            marks.borders(end, start) == 0, isVerbSlot(start - 1), !marks.words[start - 1].contains(.determiner)
        else { return nil }
        let hasPayer = (sentence.lowerBound..<start).contains { index in
            starts.contains(index) && !isBare(index, from: sentence.lowerBound)
        }
        let isFree = !triggers.finite.contains(from: end, before: start - 1)
        guard hasPayer, isFree else { return nil }
        return [
            Reading(slot: .owner, cost: weights[.inverted]), Reading(slot: .object, cost: weights[.inverted]),
        ]
    }

    /// Whether a plain word stands there: no name, no small word, no noun of goods.
    private func isVerbSlot(_ token: Int) -> Bool {
        document.tokens[token].kind == .word && !document.tokens[token].capitalised && marks.words[token].isEmpty
            && marks.slots[token] == nil && document.hit(at: token, .object) == nil
            && document.hit(at: token, .companyNoun) == nil
    }

    /// "Into the hands of A falls B": whether a group stands right behind a verb before which only prepositions name anybody.
    private func isInverted(_ group: ArgumentGroup, _ trigger: Trigger, in sentence: Range<Int>) -> Bool {
        let first = trigger.tokens.lowerBound
        guard trigger.voice == .active, marks.slots[sentence.lowerBound] != nil, !group.isPossessive,
            first - sentence.lowerBound <= Self.longestOpening,
            (0...2).contains(group.tokens.lowerBound - trigger.tokens.upperBound)
        else { return false }
        let heads = (sentence.lowerBound..<first).filter(starts.contains)
        return !heads.isEmpty && !heads.contains { isBare($0, from: sentence.lowerBound) }
            && !(sentence.lowerBound..<first).contains(where: isComma)
    }

    /// "What A bought is B", "the bank that lent A the money is B": the slot of the relative word at the head of the sentence,
    /// whom the group behind a form of "be" names.
    private func cleft(_ group: ArgumentGroup, _ trigger: Trigger, in sentence: Range<Int>) -> Slot? {
        let (first, start) = (trigger.tokens.lowerBound, group.tokens.lowerBound)
        guard trigger.voice != .nominal, first - sentence.lowerBound <= Self.longestOpening,
            start - trigger.tokens.upperBound <= Self.longestPhrase, isNamed(start, behind: trigger.tokens.upperBound)
        else { return nil }
        let head = sentence.lowerBound..<min(first, sentence.lowerBound + Self.longestHead)
        guard let word = head.first(where: { isRelative($0) || starts.contains($0) }), isRelative(word) else {
            return nil
        }
        if word > sentence.lowerBound, let slot = marks.slots[word - 1] { return slot }
        let hasSubject = starts.contains(from: word + 1, before: first)
        return hasSubject || trigger.voice == .passive ? .object : .subject
    }

    private func isRelative(_ token: Int) -> Bool { !marks.words[token].isDisjoint(with: [.relative, .what]) }

    /// Whether a form of "be" stands before what begins at a token, with a title at most between: "is the lender B".
    private func isNamed(_ start: Int, behind end: Int) -> Bool {
        let first = max(end, start - Self.longestTitle)
        guard first < start, let verb = (first..<start).last(where: { marks.words[$0].contains(.be) }) else {
            return false
        }
        return verb + 1 == start || marks.words[verb + 1].contains(.determiner)
    }

    /// A share of a company is a stake in it, whoever else stands beside the word: "sold 60% of its unit A".
    func stake(_ group: ArgumentGroup) -> SlotReadings {
        guard group.share != nil, group.slot == .of || group.slot == .in else { return [] }
        return [Reading(slot: .in, cost: -2 * weights[.share])]
    }

    /// "Rather than buy A, B leased": whether a group is the object of the phrase that opens a sentence, whose subject follows.
    func isOfOpening(_ group: ArgumentGroup, _ trigger: Trigger) -> Bool {
        let (first, comma) = (group.tokens.lowerBound, group.tokens.upperBound)
        let sentence = document.sentence(of: first)
        guard comma < trigger.tokens.lowerBound, isComma(comma), first - sentence.lowerBound <= Self.longestOpening,
            let verb = verbs.last(before: first), first - verb <= Self.longestTitle,
            verb >= sentence.lowerBound,
            !starts.contains(from: sentence.lowerBound, before: verb)
        else { return false }
        return starts.contains(from: comma + 1, before: min(comma + Self.longestTitle, trigger.tokens.lowerBound))
    }

    /// "Six banks, led by A, are lending": whoever leads those that nobody names is the subject.
    func leader(_ group: ArgumentGroup, _ trigger: Trigger) -> SlotReadings {
        let first = group.start
        let sentence = document.sentence(of: first)
        guard group.slot == .led, trigger.voice == .active, first - sentence.lowerBound <= Self.longestOpening,
            !(sentence.lowerBound..<first).contains(where: {
                starts.contains($0) || verbs.contains($0) && marks.slots[$0] != .led
            })
        else { return [] }
        return [Reading(slot: .subject, cost: -weights[.inInsertion] + weights[.relativeSubject])]
    }

    /// Whether no preposition governs the group that begins at a token.
    private func isBare(_ token: Int, from first: Int) -> Bool {
        !(max(first, token - Self.longestTitle)..<token).contains {
            marks.slots[$0] != nil && marks.slots[$0] != .like
        }
    }

    private func isComma(_ token: Int) -> Bool { document.tokens[token].kind == .comma }

    /// How many words may stand before the word of an opening phrase, and between it and the subject.
    private static let (longestOpening, longestPhrase) = (12, 24)
    /// Within how many words an opening shows what it is, and how many may stand between a comma and the name behind it.
    private static let (longestHead, longestTitle) = (5, 4)

    /// "invests in the data centers of X", "dans la filiale de X": what is put into a part of somebody is put into it.
    func governed(_ group: ArgumentGroup, _ trigger: Trigger) -> SlotReadings {
        guard group.slot == .of, trigger.voice == .active, group.share == nil else { return [] }
        let first = max(trigger.tokens.upperBound, group.start - Self.longestPart)
        for index in stride(from: group.start - 1, through: first, by: -1) {
            if let slot = marks.slots[index], slot == .in || slot == .into || slot == .at {
                return [Reading(slot: slot, cost: weights[.possessivePreposition])]
            }
            let isBroken =
                document.tokens[index].kind != .word || marks.borders(index, group.start) > 0
                || document.hit(at: index, .trigger) != nil
            if isBroken { return [] }
        }
        return []
    }

    /// How many words the name of a part may have, with its preposition: "dans les centres de données".
    private static var longestPart: Int { 6 }

    /// "A is the tenant of B": a noun behind "is" means the subject.
    func isPredicate(_ group: ArgumentGroup, _ trigger: Trigger) -> Bool {
        let first = group.tokens.lowerBound
        guard let reference = group.reference, !reference.isPronoun, !reference.isOwned, group.slot == nil, first > 0,
            trigger.voice != .passive || trigger.tokens.lowerBound > group.tokens.upperBound
        else { return false }
        return marks.words[first - 1].contains(.be)
    }
}
