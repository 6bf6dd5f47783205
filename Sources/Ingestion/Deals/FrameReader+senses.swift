import Model

// What shows that a word has another sense than its frame's, or tells a habit.

extension FrameReader {
    /// Whether what stands behind a verb, or the form of a noun, shows that a trigger has another sense.
    func isOtherSense(_ trigger: Trigger, _ frame: Frame, _ money: Int?) -> Bool {
        if trigger.voice == .nominal {
            return isTurnover(trigger, frame) || isCommented(trigger, frame)
                || money == nil && isOwed(trigger, frame)
        }
        return isOnExchange(trigger) || isOfPower(trigger, frame) || isOfAccounts(trigger)
            || isComment(trigger, frame) || givesMoney(trigger, frame) || isSpeech(trigger)
    }

    /// Whether what a verb of supply hands to somebody is only a sum: "provides $60 million to B".
    private func givesMoney(_ trigger: Trigger, _ frame: Frame) -> Bool {
        frame.isSupply && frame.weight(.subject, side: 0) == 0 && hasSumAsObject(trigger)
            && groups.contains { $0.slot == .to && isNear($0.start, trigger) || solver.slots.isDative($0, of: trigger) }
    }

    /// Whether the sum that banks promise buys no goods: they lend it.
    func isGivenByBank(_ trigger: Trigger, _ type: DealType, _ solution: FrameSolver.Solution) -> Bool {
        guard type.isSupply, !solution.sides[0].isEmpty, !solution.sides[1].isEmpty else {
            return false
        }
        return solution.sides[0].allSatisfy { group in
            !group.mentions.isEmpty && group.mentions.allSatisfy { context.entities.all[$0.entity].sort == "bank" }
        } && hasSumAsObject(trigger, within: Self.longestObject)
    }

    /// Whether a trigger only belongs to words for unnamed sources: "close to the talks".
    func isOfSources(_ trigger: Trigger) -> Bool {
        let tokens = trigger.tokens
        return trigger.voice == .nominal
            && context.status.marks(in: sentence).contains {
                $0.mark == .hearsay && $0.tokens.lowerBound < tokens.lowerBound
                    && $0.tokens.upperBound >= tokens.upperBound
            }
    }

    /// Whether a clause is its object: what somebody "lets slip that" or "guarantees that" moves nothing.
    private func isSpeech(_ trigger: Trigger) -> Bool {
        let (first, end) = (trigger.tokens.lowerBound, trigger.tokens.upperBound)
        guard trigger.voice == .active, trigger.tail == nil, end + 1 < sentence.upperBound,
            context.marks.words[end].contains(.what) || context.marks.words[end].contains(.inverting)
        else { return false }
        // "n'apporte que 3 millions" only says no more.
        return !context.status.marks(in: max(sentence.lowerBound, first - Self.longestLead)..<first).contains {
            $0.mark == .particle
        }
    }

    /// Whether somebody goes on doing what a trigger tells, or does it in a plain present of what moves: a habit.
    func isHabit(_ trigger: Trigger, _ frame: Frame) -> Bool {
        guard trigger.entry.part != .noun else { return false }
        let first = trigger.tokens.lowerBound
        let goesOn = (max(sentence.lowerBound, first - Self.longestLead)..<first).contains {
            context.marks.words[$0].contains(.continue) && context.marks.borders($0, first) == 0
        }
        if goesOn || isOfOwnGoods(trigger, frame) { return true }
        let isTrade = frame.fallback.isSupply && !frame.types.contains(.partnership)
        return (isTrade || frame.types == [.partnership]) && !isLede(trigger)
            && trigger.entry.status == nil && isStanding(trigger)
    }

    /// Whether a plain present says where somebody buys what it needs: "buys its chips from", "achète ses puces à"; the first
    /// sentence of a text tells its news.
    private func isOfOwnGoods(_ trigger: Trigger, _ frame: Frame) -> Bool {
        guard frame.fallback == .hardware, !frame.isStanding, trigger.voice == .active, trigger.entry.status == nil,
            isStanding(trigger)
        else { return false }
        let start = sentence.lowerBound
        guard start > 0, context.document.tokens[start].paragraph == context.document.tokens[start - 1].paragraph else {
            return false
        }
        let end = trigger.tokens.upperBound
        return (end..<min(end + 3, sentence.upperBound)).contains {
            context.document.hit(at: $0, .pronoun) != nil && $0 + 1 < sentence.upperBound
                && context.document.tokens[$0 + 1].kind == .word && context.marks.slots[$0 + 1] == nil
        }
    }

    /// How many words may stand between "continues" and its verb.
    private static let longestLead = 3

    /// Whether its object is a bare percentage: what a share does on the exchange ("cédait 3 % à Francfort").
    private func isOnExchange(_ trigger: Trigger) -> Bool {
        guard trigger.voice == .active, let share = literal(behind: trigger, within: Self.longestBound),
            context.literals[share].unit == "percent",
            (trigger.tokens.upperBound..<context.literals[share].tokens.lowerBound).allSatisfy({ token in
                context.marks.slots[token].map { $0 == .like } ?? true
            })
        else { return false }
        let isOfAntecedent = groups.contains {
            $0.share != nil && solver.slots.antecedentSlot($0, trigger) == .of
        }
        if isOfAntecedent { return false }
        let end = context.literals[share].tokens.upperBound
        guard end < sentence.upperBound else { return true }
        if context.marks.slots[end] == .of || context.marks.slots[end] == .for { return false }
        let next = end..<min(end + 3, sentence.upperBound)
        if context.nouns(in: next).contains(where: { $0.type == .investment || $0.type == .acquisition }) {
            return false
        }
        return !groups.contains {
            $0.slot != nil && next.contains($0.start) && context.marks.borders(end, $0.start) == 0
        }
    }

    /// Whether a verb of money has a capacity for its object: "put up a 2-gigawatt campus".
    private func isOfPower(_ trigger: Trigger, _ frame: Frame) -> Bool {
        guard trigger.voice == .active, frame.types == [.investment],
            let object = literal(behind: trigger, within: Self.longestObject), context.literals[object].kind == .power
        else { return false }
        return !(trigger.tokens.upperBound..<context.literals[object].tokens.lowerBound).contains {
            context.marks.slots[$0] == .in || context.marks.slots[$0] == .into
        }
    }

    /// Whether its object is what a company's books show: "a réalisé un chiffre d'affaires de 70 millions".
    private func isOfAccounts(_ trigger: Trigger) -> Bool {
        guard trigger.voice == .active, context.marks.present.contains(.accounts) else { return false }
        let end = trigger.tokens.upperBound
        for index in end..<min(end + Self.longestSum, sentence.upperBound) {
            if context.marks.words[index].contains(.accounts) { return true }
            guard context.document.tokens[index].kind != .comma, context.marks.words[index].isDisjoint(with: .relative),
                context.nouns(in: index..<index + 1).isEmpty, context.entities.mention(at: index) == nil
            else { return false }
        }
        return false
    }

    /// Whether a verb of money has a deal for its object, and no sum: "supports the offer".
    private func isComment(_ trigger: Trigger, _ frame: Frame) -> Bool {
        let noun = trigger.tokens.upperBound + 1
        guard trigger.voice == .active, frame.types == [.investment], noun < sentence.upperBound,
            context.marks.words[noun - 1].contains(.determiner)
        else { return false }
        return context.document.hits(in: noun..<noun + 1, .trigger).contains { hit in
            let entry = context.lexicon.triggers.entry(hit.row)
            let object = context.lexicon.frames.all[entry.frame]
            return entry.part == .noun && (object.isGeneric || object.types == [.acquisition])
        }
    }

    /// Whether a general noun is the object of a verb that only says what somebody holds of the deal.
    private func isCommented(_ trigger: Trigger, _ frame: Frame) -> Bool {
        let verb = trigger.tokens.lowerBound - 2
        guard frame.isGeneric, verb >= sentence.lowerBound, context.marks.words[verb + 1].contains(.determiner) else {
            return false
        }
        return context.document.hits(in: verb..<verb + 1, .trigger).contains { hit in
            let entry = context.lexicon.triggers.entry(hit.row)
            return hit.end == verb + 1 && entry.part == .verb && entry.strength == .weak
                && context.lexicon.frames.all[entry.frame].types == [.investment]
        }
    }

    /// Whether a noun of selling means turnover: "62% of the sales of B".
    private func isTurnover(_ trigger: Trigger, _ frame: Frame) -> Bool {
        frame.isParting && trigger.features.contains(.plural) && !trigger.features.contains(.singular)
    }

    /// Whether a debt is only spoken of as one that somebody has: "takes on its debt".
    private func isOwed(_ trigger: Trigger, _ frame: Frame) -> Bool {
        let first = trigger.tokens.lowerBound
        guard frame.types == [.financing], first > sentence.lowerBound,
            context.document.hit(at: first - 1, .pronoun) != nil
        else { return false }
        return !groups.contains { group in
            group.slot != nil && (0...2).contains(group.start - trigger.tokens.upperBound)
        }
    }

    /// Whether a company only puts money into what is its own ("in its factory"), or into a country.
    func isOwnMeans(_ frame: Frame, _ type: DealType, _ solution: FrameSolver.Solution) -> Bool {
        guard type == .investment || type == .acquisition, !solution.sides[1].isEmpty else { return false }
        return solution.sides[1].allSatisfy { group in
            let isGovernment = group.mentions.allSatisfy { context.entities.all[$0.entity].kind == .government }
            return isGovernment && !group.mentions.isEmpty || frame.isNamed && ownsMeans(group)
        }
    }

    /// Whether a group is a possessive before a noun of goods: "its campus".
    private func ownsMeans(_ group: ArgumentGroup) -> Bool {
        let end = group.tokens.upperBound
        guard group.isPossessive, group.tokens.count == 1,
            context.document.hit(at: group.tokens.lowerBound, .pronoun) != nil, end < sentence.upperBound
        else { return false }
        return context.nouns(in: end..<min(end + 2, sentence.upperBound)).contains { $0.type.isSupply }
    }

    /// Whether money is only sought, and nobody is named who would give it: "hopes to raise 2 billion".
    func isSought(_ frame: Frame, _ event: DealEvent, _ solution: FrameSolver.Solution) -> Bool {
        guard frame.raises, event.status.status == .intent || event.status.status == .rumored else { return false }
        return solution.sides[0].allSatisfy { $0.slot == nil || $0.slot == .of }
    }

    /// Whether what banks would supply is a loan: "obtained a commitment for a loan from B".
    func isOfBanks(_ trigger: Trigger, _ type: DealType, _ solution: FrameSolver.Solution) -> Bool {
        guard type.isSupply, !solution.sides[1].isEmpty else { return false }
        return solution.sides[1].allSatisfy { group in
            let goods = trigger.tokens.upperBound..<max(trigger.tokens.upperBound, group.start)
            return group.mentions.allSatisfy { context.entities.all[$0.entity].sort == "bank" }
                && context.nouns(in: goods).contains { $0.type == .financing }
        }
    }

    /// Whether what somebody would house are only goods with their maker's name: "will house 9,000 Nvidia chips".
    func isHoused(_ frame: Frame, _ solution: FrameSolver.Solution) -> Bool {
        frame.holds && !solution.sides[0].isEmpty && solution.sides[0].allSatisfy { $0.modifies || $0.followsNoun }
    }

    /// Whether a participle only tells what hardware is made of: "racks filled with A's chips", "des baies garnies de puces de A".
    func isFitted(_ trigger: Trigger, _ frame: Frame) -> Bool {
        let (first, end) = (trigger.tokens.lowerBound, trigger.tokens.upperBound)
        guard trigger.voice == .reduced, frame.isSupply, frame.weight(.subject, side: 1) >= 10,
            first > sentence.lowerBound, context.places.wares.contains(first - 1), end < sentence.upperBound
        else { return false }
        let slot = context.marks.slots[end - 1] ?? context.marks.slots[end]
        return slot == .of || slot == .with
    }

    /// Whether a licence is an authority's, which permits something: "needs a licence from the regulator".
    func isPermit(_ frame: Frame, _ solution: FrameSolver.Solution) -> Bool {
        frame.isLicence
            && solution.sides.joined().contains { group in
                group.mentions.contains { context.entities.all[$0.entity].kind == .government }
            }
    }

    /// The first literal that begins within some words behind a verb, by index.
    func literal(behind trigger: Trigger, within words: Int) -> Int? {
        let end = trigger.tokens.upperBound
        let index = context.literals.partitioningIndex { $0.tokens.lowerBound >= end }
        guard index < context.literals.count, context.literals[index].tokens.lowerBound - end < words,
            context.literals[index].tokens.lowerBound < sentence.upperBound,
            context.marks.borders(end, context.literals[index].tokens.lowerBound) == 0
        else { return nil }
        return index
    }

    /// How far behind a verb a percentage may begin: "gagne un peu plus de 3 %".
    private static let longestBound = 5
    /// How far behind a verb the head of its object may stand.
    private static let longestObject = 8
    /// How far behind it a sum may end: "l'an passé 80 millions d'euros de recettes".
    private static let longestSum = 12
}
