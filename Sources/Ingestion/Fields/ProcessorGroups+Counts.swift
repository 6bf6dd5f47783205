import Model

extension ProcessorGroups {
    /// The number behind a group that counts it: "H200s, 4,000 of them", "GB300 chips (18,000 in all)".
    func count(behind end: Int, before limit: Int) -> Int? {
        for literal in context.literals(in: end..<max(end, min(limit, end + Self.countBehind)))
        where context.literals[literal].kind == .number {
            let tokens = context.literals[literal].tokens
            guard tokens.upperBound <= limit, context.literals[literal].max ?? context.literals[literal].min ?? 0 >= 2
            else { return nil }
            let isTallied =
                stages.matches(in: tokens.upperBound..<min(limit, tokens.upperBound + 1), of: document).contains {
                    $0.role == .tally
                }
                || stages.matches(in: max(end, tokens.lowerBound - 3)..<tokens.lowerBound, of: document).contains {
                    $0.role == .tally && $0.tokens.upperBound == tokens.lowerBound
                }
            return isTallied || isApposed(tokens, behind: end) ? literal : nil
        }
        return nil
    }

    /// Whether a number stands alone behind a group: "GB300s, about 13,000, for its halls", "MI355X (2,400)".
    private func isApposed(_ tokens: Range<Int>, behind end: Int) -> Bool {
        guard tokens.upperBound < document.tokens.count, (1...2).contains(tokens.lowerBound - end) else { return false }
        switch (document.tokens[end].kind, document.tokens[tokens.upperBound].kind) {
        case (.comma, .comma), (.comma, .stop), (.openBracket, .closeBracket): return true
        default: return false
        }
    }

    /// Whether the words between a unit and a product only say that the one is of the other; a maker may stand between.
    func isSort(_ gap: Range<Int>) -> Bool {
        guard !gap.isEmpty, gap.count <= Self.sortReach else { return false }
        return stages.matches(in: gap.lowerBound..<gap.lowerBound + 1, of: document).contains { cue in
            cue.role == .sort && cue.tokens.upperBound <= gap.upperBound
                && (cue.tokens.upperBound..<gap.upperBound).allSatisfy {
                    isTaken[$0] || document.tokens[$0].kind == .possessive || document.tokens[$0].kind == .hyphen
                }
        }
    }

    /// Gives what several groups say of one thing to one: the count and product of "16,384 GPUs, all of them GB300s",
    /// the unit of "AI200 and AI250 racks". What each of several holds is not counted.
    func join(_ groups: inout [ProcessorGroup]) {
        for index in groups.indices.dropLast().reversed() {
            let gap = document.gap(between: groups[index].tokens, groups[index + 1].tokens)
            if isPlain(groups[index]), groups[index].count != nil, groups[index + 1].count == nil,
                groups[index + 1].product != nil || groups[index + 1].unknown != nil, gap.count <= Self.alikeReach,
                stages.matches(in: gap, of: document).contains(where: { $0.role == .alike })
            {
                groups[index + 1].count = groups[index].count
                groups.remove(at: index)
            } else if groups[index].product != nil, groups[index].kind == nil, groups[index + 1].product != nil,
                let kind = groups[index + 1].kind, isCoordinated(gap)
            {
                groups[index].kind = kind
            }
        }
        for index in groups.indices {
            guard let count = groups[index].count else { continue }
            let start = context.literals[count].tokens.lowerBound
            let floor = index > 0 ? min(groups[index - 1].tokens.upperBound, start) : 0
            let ceiling = index + 1 < groups.count ? groups[index + 1].tokens.lowerBound : document.tokens.count
            let tokens = min(start, groups[index].tokens.lowerBound)..<groups[index].tokens.upperBound
            let matches = stages.matches(at: tokens, of: document, limits: floor..<max(ceiling, tokens.upperBound))
            if matches.contains(where: { $0.role == .apiece }),
                context.literals[count].max ?? 0 <= Self.mostApiece
            {
                groups[index].count = nil
            }
        }
    }

    /// Whether a group is a bare word for processors.
    private func isPlain(_ group: ProcessorGroup) -> Bool { group.product == nil && group.unknown == nil }

    /// Whether two things are only joined: a comma or a word like "and" stands between.
    private func isCoordinated(_ gap: Range<Int>) -> Bool {
        guard !gap.isEmpty, gap.count <= 2 else { return false }
        if gap.count == 1, document.tokens[gap.lowerBound].kind == .comma { return true }
        return stages.matches(in: gap, of: document).contains { $0.role == .joined && $0.tokens == gap }
    }

    /// How many tokens behind a group a number may begin that counts it.
    private static let countBehind = 6
    /// How many tokens may stand between a unit and what it is of.
    private static let sortReach = 6
    /// How many tokens may stand between a count and what all of it is.
    private static let alikeReach = 6
    /// How many processors one machine holds at most.
    private static let mostApiece = 576.0
}
