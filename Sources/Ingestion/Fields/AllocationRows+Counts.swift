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

    /// "which ordered 60,000 of them": a number that counts the product named last.
    func addCountsOfNamed() {
        let taken = Set(groups.compactMap(\.count))
        for literal in context.literals(of: .number) where !taken.contains(literal) {
            let tokens = context.literals[literal].tokens
            let behind = tokens.upperBound..<min(context.document.tokens.count, tokens.upperBound + 2)
            guard let bounds = context.literals[literal].bounds, bounds.leading >= 2,
                bounds.leading < Self.mostNamed,
                stages.matches(in: behind, of: context.document).contains(where: {
                    $0.role == .tally && $0.tokens.lowerBound == behind.lowerBound
                }),
                !groups.contains(at: behind.lowerBound..<behind.upperBound + 2),
                let named = named(before: tokens.lowerBound),
                let claim = claim(on: tokens), claim.isTold,
                !rows[claim.deal].contains(where: { $0.count != nil })
            else { continue }
            let matches = stages.matches(at: tokens, of: context.document, limits: 0..<context.document.tokens.count)
            guard !isAside(named, matches, claim) else { continue }
            rows[claim.deal].append(
                AllocationRow(
                    product: named.product?.name ?? named.unknown, vendor: named.product?.vendor,
                    unit: named.product?.unit ?? .accelerator, count: bounds,
                    stage: isOption(matches, tokens) ? .option : .committed, tokens: tokens, rule: "allocation.named",
                    score: claim.score, isUnknown: named.unknown != nil))
        }
    }

    /// From how many on a number counts no processors.
    private static var mostNamed: Int64 { 100_000_000 }

    /// The last group with a name before a token, of the same paragraph or the one before it.
    private func named(before token: Int) -> ProcessorGroup? {
        let end = groups.partitioningIndex { $0.tokens.lowerBound >= token }
        let last = groups[..<end].suffix(2).last { $0.product != nil || $0.unknown != nil }
        return last.flatMap { group in
            let there = context.document.tokens[group.tokens.lowerBound]
            return context.document.tokens[token].paragraph - there.paragraph <= 1 ? group : nil
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

extension [ProcessorGroup] {
    /// Whether a group begins in a token range.
    fileprivate func contains(at range: Range<Int>) -> Bool {
        let first = partitioningIndex { $0.tokens.lowerBound >= range.lowerBound }
        return first < count && self[first].tokens.lowerBound < range.upperBound
    }
}
