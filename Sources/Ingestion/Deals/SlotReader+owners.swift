// Whose goods a relative clause about them tells.

extension SlotReader {
    /// "Occupies the three halls that A is finishing", "la grappe que A exploite": the subject of a relative clause about the
    /// goods behind a trigger is whose they are.
    func relativeOwner(_ group: ArgumentGroup, _ trigger: Trigger) -> SlotReadings? {
        let (end, first) = (trigger.tokens.upperBound, group.tokens.lowerBound)
        guard group.slot == nil, !group.isPossessive, !group.modifies, first > end,
            first - end <= Self.longestOwned, let relative = relativeBefore(first, behind: end),
            let goods = goodsEnding(at: relative, behind: end),
            !triggers.finite.contains(from: end, before: goods)
        else { return nil }
        let distance = min(weights[.makerReach], marks.distance(end, goods))
        let cost = weights[.goodsOwner] + distance
        let compound = Reading(slot: .compound, cost: cost)
        return trigger.voice == .nominal ? [compound] : [compound, Reading(slot: .goods, cost: cost)]
    }

    /// The relative word before a subject, with nothing but its article or title between them, or with a pronoun of the verb
    /// that stands before its subject: "que lui livre A"; none that is a subject itself.
    private func relativeBefore(_ first: Int, behind end: Int) -> Int? {
        guard marks.words[first].isDisjoint(with: [.dative, .accusative]) else { return nil }
        var isPlain = true
        var hasPronoun = false
        for index in stride(from: first - 1, through: max(end, first - Self.longestSubjectTitle), by: -1) {
            let word = marks.words[index]
            if word.contains(.relative) {
                return word.isDisjoint(with: [.who, .whose]) && (isPlain || hasPronoun) ? index : nil
            }
            guard document.tokens[index].kind == .word, marks.slots[index] == nil else { return nil }
            hasPronoun = hasPronoun || word.contains(.dative)
            let isTitle = word.contains(.determiner) || document.hit(at: index, .companyNoun) != nil
            isPlain = isPlain && isTitle
        }
        return nil
    }

    /// Where a noun of goods begins that ends right before a token, an adjective or a complement behind it included.
    private func goodsEnding(at relative: Int, behind end: Int) -> Int? {
        for index in stride(from: relative - 1, through: max(end, relative - Self.longestComplementOfGoods), by: -1) {
            guard document.tokens[index].kind == .word, !starts.contains(index) else { return nil }
            if document.hit(at: index, .object) != nil { return index }
        }
        return nil
    }

    /// How far behind its trigger the owner of what it moves may stand, how many words a title before a name has, and how many
    /// words may stand between goods and the clause about them.
    private static let (longestOwned, longestSubjectTitle, longestComplementOfGoods) = (24, 4, 5)

    /// Whether a possessive and a noun for a company lead up to a name that a verb before it has for its object: "sells to B
    /// its unit A".
    func isOwnUnit(_ group: ArgumentGroup, behind trigger: Trigger) -> Bool {
        let first = group.tokens.lowerBound
        return trigger.voice == .active && group.slot == nil && first >= trigger.tokens.upperBound + 2
            && first - trigger.tokens.upperBound <= Self.farthestUnit
            && document.hit(at: first - 1, .companyNoun) != nil
            && entities.mention(at: first - 2)?.possessive ?? false
            && !verbs.contains(from: trigger.tokens.upperBound, before: first)
    }

    /// How far behind its verb such a name may stand: "cède à B, pour 60 millions d'euros, sa filiale A".
    private static let farthestUnit = 14
}
