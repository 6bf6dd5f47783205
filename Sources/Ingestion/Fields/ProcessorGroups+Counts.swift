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
        let first = gap.first { !isTaken[$0] } ?? gap.lowerBound
        return stages.matches(in: first..<first + 1, of: document).contains { cue in
            cue.role == .sort && cue.tokens.upperBound <= gap.upperBound
                && (cue.tokens.upperBound..<gap.upperBound).allSatisfy {
                    isTaken[$0] || document.tokens[$0].kind == .possessive || document.tokens[$0].kind == .hyphen
                }
        }
    }

    /// Gives what several groups say of one thing to one: the count and product of "16,384 GPUs, all of them GB300s",
    /// the unit of "AI200 and AI250 racks".
    func join(_ groups: inout [ProcessorGroup]) {
        for index in groups.indices.dropLast().reversed() {
            let gap = document.gap(between: groups[index].tokens, groups[index + 1].tokens)
            if isPlain(groups[index]), groups[index].count != nil, groups[index + 1].count == nil,
                groups[index + 1].product != nil || groups[index + 1].unknown != nil, gap.count <= Self.alikeReach,
                stages.matches(in: gap, of: document).contains(where: { $0.role == .alike }) || isSuch(gap)
            {
                groups[index + 1].count = groups[index].count
                groups.remove(at: index)
            } else if !isPlain(groups[index]), groups[index].count == nil, isPlain(groups[index + 1]),
                groups[index + 1].count != nil, isRestated(gap, groups[index + 1])
            {
                groups[index].count = groups[index + 1].count
                groups.remove(at: index + 1)
            } else if groups[index].product != nil, groups[index].kind == nil, groups[index + 1].product != nil,
                let kind = groups[index + 1].kind, isCoordinated(gap)
            {
                groups[index].kind = kind
            }
        }
    }

    /// Whether a comma and words for what things are stand between two groups: "16 384 GPU, des GB300".
    private func isSuch(_ gap: Range<Int>) -> Bool {
        guard let comma = gap.first, gap.count > 1, document.tokens[comma].kind == .comma else { return false }
        return stages.matches(in: comma + 1..<gap.upperBound, of: document).contains {
            $0.role == .such && $0.tokens == comma + 1..<gap.upperBound
        }
    }

    /// Whether the words between a product and a count only say that they tell the same: ", soit", ", or".
    private func isRestated(_ gap: Range<Int>, _ counted: ProcessorGroup) -> Bool {
        guard let count = counted.count, counted.vendor == nil else { return false }
        switch counted.kind {
        case .unit(.gpu), .unit(.accelerator), .chip, .processor: break
        default: return false
        }
        let words = gap.lowerBound..<min(gap.upperBound, context.literals[count].tokens.lowerBound)
        guard (1...3).contains(words.count) else { return false }
        return stages.matches(in: words, of: document).contains {
            $0.role == .restated && $0.tokens.upperBound == words.upperBound
        }
    }

    /// Whether a group is a bare word for processors.
    private func isPlain(_ group: ProcessorGroup) -> Bool { group.product == nil && group.unknown == nil }

    /// Whether two things are only joined: a comma or a word like "and" stands between.
    func isCoordinated(_ gap: Range<Int>) -> Bool {
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
}
