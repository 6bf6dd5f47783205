import Model

// What the place of a sum says of a word.

extension FrameReader {
    /// Whether a sum of money is the subject of a verb: it stands before it with nobody between, or right behind a verb whose
    /// clause a preposition opens ("into A went €20m").
    func hasSumAsSubject(_ trigger: Trigger) -> Bool {
        let (first, end) = (trigger.tokens.lowerBound, trigger.tokens.upperBound)
        let next = context.literals.partitioningIndex { $0.tokens.lowerBound >= first }
        if let literal = context.literals[safe: next], literal.kind == .money, literal.tokens.lowerBound - end <= 1,
            context.marks.slots[sentence.lowerBound] != nil
        {
            return true
        }
        guard next > 0, context.literals[next - 1].kind == .money else { return false }
        let gap = context.literals[next - 1].tokens.upperBound..<first
        return gap.lowerBound > sentence.lowerBound && gap.count <= Self.longestSubject
            && !groups.contains { gap.contains($0.tokens.lowerBound) && $0.slot == nil }
            && !solver.slots.verbs.contains(from: gap.lowerBound, before: gap.upperBound)
    }

    /// Whether a verb tells a deal only of money that it moves: "put", "pour", with no share beside it.
    func isOfMoney(_ trigger: Trigger, _ frame: Frame) -> Bool {
        frame.isNamed && frame.types.contains(.investment) && trigger.voice == .active
            && !groups.contains { $0.share != nil && isNear($0.start, trigger) }
    }

    /// Whether a sum stands right before a noun for money that somebody puts into a company: "a $450m bet on B".
    func isSized(_ trigger: Trigger, _ frame: Frame, _ money: Int?) -> Bool {
        guard let money, trigger.voice == .nominal, frame.types == [.investment], frame.isNamed else { return false }
        return context.literals[money].tokens.upperBound == trigger.tokens.lowerBound
    }

    /// Whether a company stands right before a verb as its subject, with an auxiliary or adverb at most between.
    func hasSubjectBeside(_ trigger: Trigger) -> Bool {
        groups.contains { group in
            group.slot == nil && !group.modifies && !group.isPossessive
                && (0...2).contains(trigger.tokens.lowerBound - group.tokens.upperBound)
                && (group.tokens.upperBound..<trigger.tokens.lowerBound).allSatisfy {
                    !context.marks.words[$0].isDisjoint(with: [.have, .adverb])
                }
        }
    }

    /// How many words may stand between a sum and its verb: "the €20m of fresh capital have".
    private static let longestSubject = 8

    /// Whether nothing or only an aside stands in a gap: "$2bn, debt included, for B", "2bn in cash for B".
    private func isAside(_ gap: Range<Int>) -> Bool {
        if gap.allSatisfy({ context.marks.slots[$0] == .for }) { return true }
        guard gap.count <= Self.longestAside else { return false }
        let isClosed =
            context.document.tokens[gap.lowerBound].kind == .comma
            && context.document.tokens[gap.upperBound - 1].kind == .comma
        return isClosed || context.marks.slots[gap.lowerBound] == .in && context.nouns(in: gap).isEmpty
    }

    /// How many tokens an aside behind a sum has, at most.
    private static let longestAside = 6

    /// Whether a sum that begins within some words behind a verb is its object, and buys no goods: "accorde 3 milliards à B",
    /// not "3 milliards de puces".
    func hasSumAsObject(_ trigger: Trigger, within words: Int = 2) -> Bool {
        guard trigger.voice == .active, let sum = literal(behind: trigger, within: words),
            context.literals[sum].kind == .money, context.literals[sum].per == nil
        else { return false }
        let tokens = context.literals[sum].tokens
        guard !(trigger.tokens.upperBound..<tokens.lowerBound).contains(where: { context.marks.slots[$0] != nil })
        else { return false }
        let end = tokens.upperBound
        return !context.nouns(in: end..<max(end, min(end + Self.longestGoods, sentence.upperBound))).contains { noun in
            noun.type.isSupply
                && (noun.governor.map { $0.slot == .of || $0.slot == .in || $0.token < end } ?? true)
        }
    }

    /// Whether a word may tell of a stake too: "apporte".
    func mayInvest(_ trigger: Trigger) -> Bool {
        let first = trigger.tokens.lowerBound
        return context.document.hits(in: first..<first + 1, .trigger).contains {
            let entry = context.lexicon.triggers.entry($0.row)
            return entry.strength.tells && !entry.hasTail
                && context.lexicon.frames.all[entry.frame].types == [.investment]
        }
    }

    /// Whether a verb that awards contracts gives money for nothing that its clause names: "accorde 3 milliards à B".
    func isGift(_ trigger: Trigger, _ frame: Frame) -> Bool {
        let end = trigger.tokens.upperBound
        guard frame.isSupply, frame.weight(.subject, side: 0) >= 10, frame.weight(.to, side: 1) >= 10 else {
            return false
        }
        return !context.nouns(in: end..<min(end + Self.longestGift, sentence.upperBound)).contains {
            $0.type.isSupply && context.marks.borders(end, $0.tokens.lowerBound) == 0
        }
    }

    /// Within how many words a verb that gives money tells what for.
    private static let longestGift = 20
    /// How many words behind a sum tell what it buys: "de nouvelles puces", "worth of the latest accelerators".
    private static let longestGoods = 8

    /// Whether a verb of paying has a sum and, right behind it, a company itself as what is paid for: "paid $2bn for B".
    func isPriceOfCompany(_ trigger: Trigger, _ frame: Frame) -> Bool {
        guard frame.types == [.acquisition], trigger.voice == .active, trigger.entry.strength == .weak else {
            return false
        }
        let near = neighbours(of: trigger)
        // Those who pay together rather pay for shares.
        let isJoint = near.contains { group in
            group.tokens.upperBound <= trigger.tokens.lowerBound && group.slot == nil && group.mentions.count > 1
        }
        return !isJoint
            && near.contains { group in
                guard group.slot == .for, !group.modifies, !group.isPossessive, !(group.reference?.isPronoun ?? false),
                    group.start > trigger.tokens.upperBound,
                    group.mentions.allSatisfy({ context.entities.all[$0.entity].kind == .organisation })
                else { return false }
                let next = context.literals.partitioningIndex { $0.tokens.lowerBound >= group.start }
                guard next > 0, context.literals[next - 1].kind == .money else { return false }
                let sum = context.literals[next - 1].tokens
                return isAside(sum.upperBound..<group.start)
                    && (0...2).contains(sum.lowerBound - trigger.tokens.upperBound)
            }
    }
}
