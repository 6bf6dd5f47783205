import Model

/// Sides that a noun names before the company: "its landlord, X", "found a customer for all of it: X".
extension EventCompleter {
    /// A half with the company of its sentence that a noun says plays the other part.
    func titled(_ half: DealEvent, _ groups: [ArgumentGroup]) -> DealEvent? {
        let side = half.sides[0].isEmpty ? 0 : 1
        guard half.type != .partnership, half.hasFigure || half.trigger.entry.strength == .strong else { return nil }
        let role = half.type.role(ofSide: side)
        guard
            let group = groups.first(where: { group in
                !group.mentions.isEmpty && !group.isPossessive && !group.modifies && !half.names(anyOf: group)
                    && isTitled(group, role, in: half.sentence)
                    && group.mentions.allSatisfy { prior($0.entity, half.type, side) >= 0 }
            })
        else { return nil }
        var complete = half
        complete.sides[side] = group.mentions.map { .init(entity: $0.entity, tokens: $0.tokens, form: $0.form) }
        complete.hops = 1
        return complete
    }

    /// Whether a noun for a part in a deal stands right before a name, with what describes it at most between, or anywhere
    /// before the colon that introduces the name.
    private func isTitled(_ group: ArgumentGroup, _ role: Role, in sentence: Range<Int>) -> Bool {
        let first = group.tokens.lowerBound
        guard group.slot == nil, first > sentence.lowerBound else { return false }
        let isIntroduced = context.document.tokens[first - 1].kind == .colon
        let reach = isIntroduced ? Self.longestAnnouncement : Self.longestTitle
        for token in stride(from: first - 1, through: max(sentence.lowerBound, first - reach), by: -1) {
            let kind = context.document.tokens[token].kind
            guard kind == .word || kind == .comma || kind == .hyphen || isIntroduced else { return false }
            if !isIntroduced, context.entities.mention(at: token) != nil { return false }
            if let noun = context.document.hit(at: token, .companyNoun),
                context.lexicon.companyNouns[noun.row].roles.contains(role)
            {
                return true
            }
        }
        return false
    }

    /// How many words may stand between a noun and the name that it tells of: "its landlord, the former miner X"; and
    /// between a noun and the colon behind what is said of it.
    private static let (longestTitle, longestAnnouncement) = (7, 24)
}
