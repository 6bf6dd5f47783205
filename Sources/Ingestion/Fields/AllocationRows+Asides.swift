import Model

extension AllocationRows {
    /// Whether a group is something that the deal does not move: what somebody had before, has elsewhere, or what the
    /// goods are only compared with.
    func isAside(
        _ group: ProcessorGroup, _ matches: [CueTable<StageRole>.Match], _ claim: DealScopes.Claim
    ) -> Bool {
        matches.contains { match in
            switch match.role {
            case .whole, .against: true
            // "HBM4 memory for its MI450 chips".
            case .memory:
                match.isBefore && group.kind != .unit(.wafer) && context.candidates[claim.deal].type == .hardware
            case .from: match.isBefore && match.distance <= 1 && group.count == nil
            // A sentence that tells the deal may speak of the past as well: there the word stands right before.
            case .aside: !claim.isTold || (match.isBefore && match.distance <= 1)
            default: false
            }
        }
    }

    /// Whether the sentence says before some tokens that something is only possible, however far away: "pourra, sur
    /// simple demande, en obtenir".
    func isPossible(before tokens: Range<Int>) -> Bool {
        let sentence = context.document.sentence(of: tokens.lowerBound)
        let floor = max(sentence.lowerBound, context.document.semicolons.last(before: tokens.lowerBound) ?? 0)
        let before = max(floor, tokens.lowerBound - Self.verbReach)..<tokens.lowerBound
        return stages.matches(in: before, of: context.document)
            .contains { $0.role == .option || $0.role == .might }
    }

    /// Whether a row counts a part of what the deal moves, told behind it: "the first 10,000 of the cards".
    func isPart(_ row: AllocationRow, _ matches: [CueTable<StageRole>.Match], _ deal: Int) -> Bool {
        guard let count = row.count, !matches.contains(where: { $0.role == .more }) else { return false }
        return rows[deal].contains { $0.isSame(row) && $0.count.map { $0.leading > count.leading } ?? false }
    }

    /// Whether a sentence that tells no deal goes on about what one brings: it speaks of a contract, of what it holds or
    /// of the future, or has no verb.
    func isComing(_ tokens: Range<Int>, _ matches: [CueTable<StageRole>.Match]) -> Bool {
        let document = context.document
        if matches.contains(where: { [.coming, .option, .might, .more].contains($0.role) }) { return true }
        let sentence = document.sentence(of: tokens.lowerBound)
        let low = max(sentence.lowerBound, tokens.lowerBound - Self.verbReach)
        let before = tokens.lowerBound - 1
        if before > sentence.lowerBound, [before, before - 1].contains(where: { document.tokens[$0].kind == .colon }) {
            return true
        }
        if document.isItem(paragraphOf: tokens.lowerBound) { return true }
        return (low..<min(sentence.upperBound, tokens.upperBound + Self.verbReach)).contains { index in
            let token = document.tokens[index]
            return token.kind == .word && !token.capitalised
                && lexicon.isFuture(document.bytes[Int(token.start)..<Int(token.end)])
        }
    }

    /// How many tokens before or behind a group its verb may stand.
    private static var verbReach: Int { 20 }
}
