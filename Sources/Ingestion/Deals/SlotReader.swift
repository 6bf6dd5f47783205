/// Tells in which slot of a trigger a group of organisations stands, and how well. The readers of a sentence hold on to
/// the same one.
final class SlotReader {
    private let context: DealContext
    /// Where the triggers of the sentence stand.
    let triggers: TriggerPlaces
    /// The first token of each group of the sentence.
    let starts: SentenceSet

    var document: Document { context.document }
    var marks: ClauseMarks { context.marks }
    var entities: Entities { context.entities }
    var weights: ReadingWeights { context.lexicon.weights }
    var frames: Frames { context.lexicon.frames }
    /// The first token of each verb of the sentence.
    var verbs: SentenceSet { triggers.verbs }

    init(_ context: DealContext, _ triggers: TriggerPlaces, starts: SentenceSet) {
        self.context = context
        self.triggers = triggers
        self.starts = starts
    }

    /// A slot with what speaks against it, in the units of the frames' weights times ten.
    struct Reading {
        let slot: Slot
        var cost: Int
    }

    /// The readings of a group's place.
    func readings(of group: ArgumentGroup, for trigger: Trigger) -> SlotReadings {
        if isContrasted(group) || isPredicate(group, trigger) { return [] }
        // "servers with A's chips, under a contract": who makes them is nobody's partner.
        if group.isOfFittings, trigger.tokens.lowerBound > group.start { return [] }
        // "signed up as the anchor tenant": the words of the trigger itself mean nobody else.
        if let reference = group.reference, !reference.isOwned, trigger.tail?.overlaps(group.tokens) ?? false {
            return []
        }
        if let verb = group.verb { return verb == trigger.tokens.lowerBound ? clitic(group, trigger) : [] }
        if let readings = relativeOwner(group, trigger) { return readings }
        let absolute = isOfMoney(trigger) ? nil : absoluteVerb(of: group)
        if absolute == trigger.tokens.lowerBound, trigger.voice == .active {
            return trigger.entry.strength == .weak ? [] : [Reading(slot: .subject, cost: 0)]
        }
        let isBefore = group.tokens.lowerBound < trigger.tokens.lowerBound
        let near = isBefore ? group.tokens.upperBound : trigger.tokens.upperBound
        let far = isBefore ? trigger.tokens.lowerBound : group.start
        let isMaker = trigger.voice == .nominal && !isBefore && (group.slot == .by || group.slot == .led)
        var readings = isBefore ? before(group, trigger) : after(group, trigger)
        if !readings.isEmpty {
            var cost =
                isMaker
                ? min(weights[.makerReach], marks.distance(near, far))
                : distanceCost(near, far) + insertionCost(group, trigger)
            if isBefore, isOutside(group, trigger) { cost += weights[.outside] }
            if absolute != nil { cost += weights[.absolute] }
            if isBefore, hasNearerSubject(group, trigger) { cost += weights[.nearerSubject] }
            if isBefore, !group.isPossessive, isMadeBySomebody(trigger) { cost += weights[.besideMaker] }
            for index in readings.indices { readings[index].cost += cost }
        }
        if isBefore, let slot = antecedentSlot(group, trigger) {
            readings.append(
                Reading(slot: slot, cost: weights[.antecedent] + min(weights[.antecedentReach], far - near)))
        }
        if readings.isEmpty || !isBefore { readings += moved(group, trigger) }
        return readings
    }

    /// The readings of an object pronoun before its verb; "en" before a count is no company's.
    private func clitic(_ group: ArgumentGroup, _ trigger: Trigger) -> SlotReadings {
        let word = marks.words[group.tokens.lowerBound]
        // Of who gives something to somebody, "it" is the thing: "A l'a louée à B", "A en livrera à B".
        let frame = frames.all[trigger.entry.frame]
        func isThing(_ slot: Slot) -> Bool { frame.weight(.to, side: 0) > frame.weight(slot, side: 0) }
        if word.contains(.accusative) { return isThing(.object) ? [] : [Reading(slot: .object, cost: 5)] }
        if word.contains(.locative) { return [Reading(slot: .in, cost: 5), Reading(slot: .into, cost: 5)] }
        let isPartitive = isCount(trigger.tokens.upperBound)
        // "en acquérir pour 5 milliards" is about goods.
        if marks.slots[safe: trigger.tokens.upperBound] == .for, frame.types == [.acquisition] { return [] }
        if isPartitive, document.tokens[safe: trigger.tokens.upperBound + 1]?.kind != .percent { return [] }
        return isThing(.of) ? [] : [Reading(slot: .of, cost: 5)]
    }

    /// Whether a count begins at a token: "12 000", "une centaine".
    private func isCount(_ token: Int) -> Bool {
        guard token < document.tokens.count else { return false }
        return document.tokens[token].kind == .number
            || document.hit(at: token, .numberWord) != nil && document.hit(at: token + 1, .magnitude) != nil
    }

    /// Whether another verb stands between a trigger and a group behind it, or another noun of a deal governs the group.
    func isBehindVerb(_ group: ArgumentGroup, from trigger: Trigger) -> Bool {
        // "a loan from A and a contract with B": B is the contract's.
        if group.start > trigger.tokens.upperBound, triggers.nounEnds.contains(group.start) { return true }
        return triggers.governing.contains(from: trigger.tokens.upperBound, before: group.tokens.lowerBound)
    }

    /// Whether a relative word that is the trigger's subject stands between, about somebody else.
    private func isOutside(_ group: ArgumentGroup, _ trigger: Trigger) -> Bool {
        if trigger.voice == .nominal { return isOutsideOwner(group, trigger) }
        guard trigger.voice == .active else { return false }
        let end = group.tokens.upperBound
        guard end < trigger.tokens.lowerBound else { return false }
        for index in stride(from: trigger.tokens.lowerBound - 1, through: end, by: -1) {
            if marks.words[index].contains(.relative) { return index > end + 1 && marks.slots[index - 1] == nil }
            let isSmall = !marks.words[index].isDisjoint(with: [
                .have, .be, .dative, .accusative, .adverb, .will, .determiner,
            ])
            guard isSmall else { return false }
        }
        return false
    }

    /// Whether the owner of a noun is told by "whose" before it, and somebody else stands before that.
    private func isOutsideOwner(_ group: ArgumentGroup, _ trigger: Trigger) -> Bool {
        let end = group.tokens.upperBound
        let first = trigger.tokens.lowerBound
        for index in stride(from: first - 1, through: max(end, first - 4), by: -1)
        where marks.words[index].contains(.whose) {
            return index > end + 1
        }
        return false
    }

    private func distanceCost(_ near: Int, _ far: Int) -> Int {
        guard far > near else { return 0 }
        let crossed = verbs.count(from: near, before: far)
        return min(marks.distance(near, far), weights[.distanceCap]) + weights[.border] * marks.borders(near, far)
            + weights[.crossedVerb] * crossed
    }

    /// What stands in an insertion belongs to it, save for the noun that a relative clause is about.
    private func insertionCost(_ group: ArgumentGroup, _ trigger: Trigger) -> Int {
        let there = marks.insertions[group.tokens.lowerBound]
        let here = marks.insertions[trigger.tokens.lowerBound]
        guard there != here else { return 0 }
        if there >= 0, isAbout(Int(there), trigger) { return weights[.inAside] }
        return there >= 0 ? weights[.inInsertion] : weights[.outOfInsertion]
    }

    /// Whether an insertion is about a noun: it begins with a participle soon behind it, "an order for chips, placed by A".
    private func isAbout(_ insertion: Int, _ noun: Trigger) -> Bool {
        let end = noun.tokens.upperBound
        return noun.voice == .nominal && marks.asides.contains(insertion)
            && (0...Self.longestComplement).contains(insertion - end)
            && !verbs.contains(from: end, before: insertion)
            && !triggers.nounEnds.contains(from: end + 1, before: insertion)
    }

    /// How many words may stand between a noun and what is inserted about it.
    private static let longestComplement = 8

    private func before(_ group: ArgumentGroup, _ trigger: Trigger) -> SlotReadings {
        if group.modifies, group.slot != nil { return [] }
        // "picked by A to house B's machines": A has it done.
        if group.slot == .by, isAgent(trigger), isInfinitive(trigger, behind: group) { return [] }
        if group.slot == nil, isDative(group.tokens.lowerBound) {
            return [Reading(slot: .to, cost: 0), Reading(slot: .indirect, cost: 0)]
        }
        if let slot = group.slot, group.share == nil || trigger.voice == .nominal || trigger.voice == .reduced {
            if group.isPossessive, trigger.voice == .nominal {
                return [Reading(slot: .owner, cost: weights[.ownerWithPreposition])]
            }
            // "a customer of A, B buys": what "of" tells belongs to a noun before the verb, not to it.
            let isOfNoun = slot == .of && trigger.voice == .active && group.share == nil && !isFirst(group)
            if isOfNoun { return leader(group, trigger) }
            if trigger.voice == .reduced, describes(trigger, group) { return [Reading(slot: .object, cost: 0)] }
            guard isFronted(group) else {
                return [Reading(slot: slot, cost: weights[.behindOtherVerb])] + leader(group, trigger)
            }
            let whole = Reading(slot: slot, cost: weights[.fronted])
            // "two halls of A's site have been let": whose it is that the verb moves.
            let isOwner = trigger.voice == .passive && (slot == .of || slot == .at) && group.share == nil
            let owner: SlotReadings = isOwner ? [Reading(slot: .owner, cost: weights[.ownerWithPreposition])] : []
            return [whole] + owner + leader(group, trigger)
        }
        if trigger.voice == .nominal { return beforeNoun(group, trigger) }
        if group.isPossessive {
            // "A's campus will be built by B": for A, or what A has.
            let isOfGoods = trigger.voice == .passive && group.ownsGoods
            let cost = weights[.ownerBehind]
            return (isOfGoods ? [Reading(slot: .goods, cost: cost), Reading(slot: .for, cost: cost)] : []) + [
                Reading(slot: .subject, cost: weights[.possessiveVerbSubject]), Reading(slot: .owner, cost: 0),
            ]
        }
        let possession = group.modifies ? weights[.possession] : 0
        let shared = isObjectBefore(group, trigger) || isOfOpening(group, trigger) ? weights[.objectBefore] : 0
        switch trigger.voice {
        case .passive:
            return stake(group) + [
                Reading(slot: .object, cost: possession + shared),
                Reading(slot: .indirect, cost: weights[.passiveIndirect]),
            ]
        case .reduced:
            if group.modifies { return [] }
            guard followsGoods(trigger, behind: group) else {
                return [Reading(slot: .object, cost: weights[.reducedObject])]
            }
            return [
                Reading(slot: .owner, cost: weights[.ownerBehind]), Reading(slot: .from, cost: weights[.ownerBehind]),
            ]
        default: return [Reading(slot: .subject, cost: possession + shared)]
        }
    }

    /// Whether a participle stands right behind a name and a comma, whatever stands before the name: "of A, bought last year".
    func describes(_ participle: Trigger, _ group: ArgumentGroup) -> Bool {
        let end = group.tokens.upperBound
        return group.slot == .of && group.start + 1 == group.tokens.lowerBound
            && end + 1 == participle.tokens.lowerBound && document.tokens[end].kind == .comma
    }

    /// Whether a group opens its sentence.
    private func isFirst(_ group: ArgumentGroup) -> Bool {
        document.sentence(of: group.start).lowerBound == group.start
    }

    /// Whether a noun of goods stands right before a participle, and a group before that: "A gives up two sites, bought by B".
    private func followsGoods(_ participle: Trigger, behind group: ArgumentGroup) -> Bool {
        let first = participle.tokens.lowerBound
        let end = first > 0 && document.tokens[first - 1].kind == .comma ? first - 1 : first
        return (max(group.tokens.upperBound, end - Self.longestGoods)..<max(group.tokens.upperBound, end)).contains {
            document.hit(at: $0, .object)?.end == end
        }
    }

    /// How many words a noun of goods may have.
    private static let longestGoods = 3

    /// What stands before a noun; a maker of goods is no party of it: "96 racks of A chips, for delivery".
    private func beforeNoun(_ group: ArgumentGroup, _ trigger: Trigger) -> SlotReadings {
        if group.isPossessive {
            return [Reading(slot: .owner, cost: 0), Reading(slot: .subject, cost: weights[.possessiveSubject])]
        }
        let distance = trigger.tokens.lowerBound - group.tokens.upperBound
        if distance <= 3, !verbs.contains(from: group.tokens.upperBound, before: trigger.tokens.lowerBound) {
            return [
                Reading(slot: group.mentions.count > 1 ? .link : .compound, cost: 0),
                Reading(slot: .subject, cost: weights[.nounSubject]),
            ]
        }
        return group.modifies ? [] : [Reading(slot: .subject, cost: weights[.nounSubject])]
    }

    /// Whether a group is the object of another verb before the trigger, which shares that verb's subject: "A bought B and
    /// was turned away by C".
    private func isObjectBefore(_ group: ArgumentGroup, _ trigger: Trigger) -> Bool {
        let first = group.tokens.lowerBound
        guard let verb = verbs.last(before: first), first - verb <= Self.longestObject,
            marks.insertions[verb] == marks.insertions[first], marks.borders(verb, first) == 0,
            starts.contains(from: verb - Self.longestSubject, before: verb)
        else { return false }
        let between = group.tokens.upperBound..<max(group.tokens.upperBound, trigger.tokens.lowerBound)
        return between.contains { marks.words[$0].contains(.and) && marks.insertions[$0] == marks.insertions[first] }
            && !between.contains { !marks.words[$0].isDisjoint(with: [.relative, .subordinate]) }
    }

    /// How far behind its verb an object may begin, and how far before it a subject.
    private static let (longestObject, longestSubject) = (3, 20)

    /// Whether a pronoun is the indirect object of the verb behind it: "lui livre", "il nous livre".
    private func isDative(_ token: Int) -> Bool {
        if marks.words[token].contains(.dative) { return true }
        guard token > 0, !marks.words[token].isDisjoint(with: [.first, .second]),
            marks.words[token].isDisjoint(with: .determiner),
            marks.words[token - 1].isDisjoint(with: [.subordinate, .relative, .but, .and])
        else { return false }
        let before = document.tokens[token - 1]
        return before.kind == .word && before.sentence == document.tokens[token].sentence
            && (before.capitalised || document.hit(at: token - 1, .pronoun) != nil)
    }

    /// Whether a group is the indirect object that stands before its verb.
    func isDative(_ group: ArgumentGroup, of trigger: Trigger) -> Bool {
        let first = group.tokens.lowerBound
        guard trigger.voice == .active, (1...Self.longestVerb).contains(trigger.tokens.lowerBound - first),
            isDative(first)
        else { return false }
        return !verbs.contains(from: first + 1, before: trigger.tokens.lowerBound)
    }

    /// How far before its verb a pronoun may stand: "lui en a".
    private static let longestVerb = 4

    /// Whether no verb of its clause stands before a group, save one that only carries a noun: "signed with A a …".
    private func isFronted(_ group: ArgumentGroup) -> Bool {
        guard let verb = verbs.last(before: group.start) else { return true }
        return triggers.light.contains(verb) || marks.borders(verb, group.start) > 0
    }

    /// "A reçu 40 millions de B": behind a figure that is a verb's object, "of" is "from".
    private func source(_ group: ArgumentGroup, _ trigger: Trigger) -> SlotReadings {
        guard group.followsFigure, group.slot == .of, group.share == nil, trigger.voice == .active else { return [] }
        return [Reading(slot: .from, cost: weights[.goodsOwner])]
    }

    /// Whether nothing but pronouns and auxiliaries stand between a relative word and the verb: its subject follows.
    private func isInverted(_ trigger: Trigger) -> Bool {
        for index in stride(from: trigger.tokens.lowerBound - 1, through: max(0, trigger.tokens.lowerBound - 4), by: -1)
        {
            let word = marks.words[index]
            if word.contains(.inverting) { return true }
            if word.contains(.dative), index > 0, marks.words[index - 1].contains(.relative) { return true }
            // "à laquelle ont souscrit A et B".
            if word.contains(.relative), index > 0, marks.slots[index - 1] != nil { return true }
            guard word.contains(.dative) || word.contains(.have) || word.contains(.be) else { return false }
        }
        return false
    }

    /// "the deal that A and B struck": the subject of the relative clause about a noun.
    private func behindNoun(_ group: ArgumentGroup, _ trigger: Trigger) -> SlotReadings {
        let end = trigger.tokens.upperBound
        let start = group.tokens.lowerBound
        guard (0...6).contains(start - end), !verbs.contains(from: end, before: start) else { return [] }
        let relative = (end..<start).first { marks.words[$0].contains(.relative) }
        // "a round in which A and B had a share": who is in it gives.
        if let relative, (marks.slots[relative] ?? marks.slots[relative - 1]) == .in,
            frames.all[trigger.entry.frame].types == [.investment]
        {
            return [Reading(slot: .by, cost: weights[.relativeSubject])]
        }
        return relative != nil
            ? [
                Reading(slot: .subject, cost: weights[.relativeSubject]),
                Reading(slot: .owner, cost: weights[.relativeSubject]),
            ] : []
    }

    /// What a possessive before a noun of goods may be: "the chipmaker's accelerators".
    private func goods(of group: ArgumentGroup, _ trigger: Trigger) -> SlotReadings {
        guard group.ownsGoods, !(group.reference?.isPronoun ?? false), group.mentions.first?.form != .pronoun else {
            return []
        }
        let compound = Reading(slot: .compound, cost: weights[.goodsOwner])
        // "…, running on X's chips" tells of something else than the subject.
        let isAside =
            trigger.features.contains(.gerund) && document.tokens[safe: trigger.tokens.lowerBound - 1]?.kind == .comma
        if trigger.voice == .nominal || isAside { return [compound] }
        return [compound, Reading(slot: .goods, cost: weights[.goodsOwner])]
    }

    /// Whether only a comma stands between a verb and a name, which begins the next clause: "A buys, B sells".
    func isCut(_ group: ArgumentGroup, from trigger: Trigger) -> Bool {
        let end = trigger.tokens.upperBound
        return trigger.voice == .active && group.start == end + 1 && document.tokens[end].kind == .comma
    }

    private func after(_ group: ArgumentGroup, _ trigger: Trigger) -> SlotReadings {
        if group.modifies {
            if trigger.tail?.lowerBound == group.tokens.upperBound { return [Reading(slot: .indirect, cost: 0)] }
            let isBuying = trigger.voice != .nominal && trigger.entry.strength == .strong
            return isBuying ? [Reading(slot: .compound, cost: 0)] : []
        }
        // "met … à la disposition de X".
        if let tail = trigger.tail, group.slot == .of, group.start == tail.upperBound, !group.isPossessive {
            return [Reading(slot: .indirect, cost: 0)]
        }
        if let slot = group.slot {
            if trigger.voice == .passive || trigger.voice == .reduced, slot == .by || slot == .led {
                return [Reading(slot: .subject, cost: 0), Reading(slot: .by, cost: 0)]
            }
            if slot == .like, isAgentOfPassive(group, trigger) { return [Reading(slot: .by, cost: 0)] }
            if slot == .by, isAgent(trigger),
                triggers.nounEnds.contains(from: trigger.tokens.upperBound, before: group.start)
            {
                return []
            }
            guard group.isPossessive else {
                return [Reading(slot: slot, cost: 0)] + stake(group) + governed(group, trigger) + source(group, trigger)
            }
            let goods = goods(of: group, trigger)
            if group.isOfFittings { return goods }
            let whole = Reading(slot: slot, cost: weights[.possessivePreposition])
            if trigger.voice == .nominal { return goods + [whole] }
            return goods + [Reading(slot: .owner, cost: weights[.ownerBehind]), whole]
        }
        if group.isPossessive, trigger.voice != .nominal {
            return goods(of: group, trigger) + [Reading(slot: .owner, cost: 0)]
        }
        if group.isPossessive { return [] }
        guard trigger.voice != .nominal else { return behindNoun(group, trigger) }
        if let tail = trigger.tail, (0...1).contains(group.start - tail.upperBound) {
            return [Reading(slot: .object, cost: 0), Reading(slot: .indirect, cost: 0)]
        }
        if group.followsNoun { return [Reading(slot: .of, cost: 0)] }
        if trigger.voice == .passive { return [Reading(slot: .object, cost: weights[.passiveObject])] }
        if isInverted(trigger) { return [Reading(slot: .subject, cost: weights[.inverted])] }
        if isCut(group, from: trigger) { return [] }
        if isOwnUnit(group, behind: trigger) { return [Reading(slot: .object, cost: 0)] }
        if group.start - trigger.tokens.upperBound <= 2 {
            return [Reading(slot: .object, cost: 0), Reading(slot: .indirect, cost: 0)]
        }
        let isFar = marks.borders(trigger.tokens.upperBound, group.start) > 0
        return (isFar ? [] : [Reading(slot: .object, cost: weights[.farObject])]) + [
            Reading(slot: .subject, cost: weights[.lateSubject])
        ]
    }
}
