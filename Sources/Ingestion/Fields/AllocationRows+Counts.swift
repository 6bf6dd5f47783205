import Model

extension AllocationRows {
    /// "with an option on 60,000 more": a number that counts what was counted before.
    func addBareCounts() {
        let taken = Set(groups.compactMap(\.count))
        let numbers = context.literals(of: .number)
        for place in numbers.indices where !taken.contains(numbers[place]) {
            let literal = context.literals[numbers[place]]
            guard let bounds = literal.bounds, bounds.leading >= 2, !isCounting(literal) else { continue }
            let matches = stages.matches(
                at: literal.tokens, of: context.document, limits: context.limits(numbers, place))
            guard !matches.isEmpty, let claim = claim(on: literal.tokens),
                let at = lastCounted(claim.deal, before: literal.tokens)
            else {
                continue
            }
            let last = rows[claim.deal][at]
            if matches.contains(where: { $0.role == .reduced && $0.isBefore && $0.distance <= 1 }) {
                rows[claim.deal][at].count = (try? Bounds(min: bounds.leading, max: bounds.leading)) ?? bounds
                continue
            }
            guard matches.contains(where: { $0.role == .more && $0.distance <= 2 }),
                isOption(matches, literal.tokens)
            else { continue }
            var row = last
            row.count = bounds
            row.stage = .option
            row.tokens = literal.tokens
            row.rule = "allocation.more"
            rows[claim.deal].append(row)
        }
    }

    /// Whether a number counts a noun of its own: a word for processors stands right behind it.
    private func isCounting(_ literal: Literal) -> Bool {
        literal.tokens.upperBound < context.document.tokens.count
            && context.document.hit(at: literal.tokens.upperBound, .processor) != nil
    }

    /// The last counted row of a deal before some tokens, at most a few sentences back.
    private func lastCounted(_ deal: Int, before tokens: Range<Int>) -> Int? {
        let sentence = context.document.tokens[tokens.lowerBound].sentence
        return rows[deal].lastIndex {
            $0.count != nil && $0.tokens.lowerBound < tokens.lowerBound
                && sentence - context.document.tokens[$0.tokens.lowerBound].sentence <= 3
        }
    }

    /// "with an option to double that number".
    func addDoubles() {
        let all = 0..<context.document.tokens.count
        for match in stages.matches(in: all, of: context.document) where match.role == .double {
            guard let claim = claim(on: match.tokens), let at = lastCounted(claim.deal, before: match.tokens) else {
                continue
            }
            var row = rows[claim.deal][at]
            row.stage = .option
            row.tokens = match.tokens
            row.rule = "allocation.double"
            rows[claim.deal].append(row)
        }
    }
}
