import Model

/// Plans that are changed: which figure is the old one, and which the new.
extension EstimateSentence {
    /// "raised its budget to X", "raises from X to Y its budget": a verb that changes a plan, and what it changes.
    func revised(_ place: Range<Int>) -> Word? {
        found.last { word in
            [.market, .figure].contains(word.word)
                && (changedBy(word, before: place)
                    || (0...3).contains(word.tokens.lowerBound - place.upperBound) && isRevised(place)
                        && !isChange(place))
        }
    }

    /// Whether a verb that changes plans stands directly before a sum.
    private func isRevised(_ place: Range<Int>) -> Bool {
        found.contains { $0.word == .revise && (0...1).contains(place.lowerBound - $0.tokens.upperBound) }
    }

    /// Whether a verb that changes plans stands before a noun for one, and the sum in reach behind both.
    private func changedBy(_ noun: Word, before place: Range<Int>) -> Bool {
        noun.tokens.upperBound <= place.lowerBound
            && found.contains {
                $0.word == .revise && $0.tokens.upperBound <= noun.tokens.lowerBound
                    && place.lowerBound - $0.tokens.upperBound <= Self.sumReach
            }
    }

    /// Whether a word for another kind of sum ("raised") only changes a plan here: "raised its budget to X".
    func changesPlan(_ word: Word, _ place: Range<Int>) -> Bool {
        found.contains { $0.word == .revise && $0.tokens.overlaps(word.tokens) }
            && found.contains { noun in
                [.market, .capex, .figure].contains(noun.word) && noun.tokens.lowerBound >= word.tokens.upperBound
                    && noun.tokens.upperBound <= place.lowerBound
            }
    }

    /// Whether the sum before is the new figure: "to X from Y".
    private func isTarget(before index: Int) -> Bool {
        guard let last = range.last(where: { $0 < index && literals[$0].kind == .money }) else { return false }
        let place = literals[last].tokens
        return literals[index].tokens.lowerBound - place.upperBound <= 3 && isEnd(place)
    }

    /// Whether "up to X" is what a plan was raised to: "up to X from Y".
    private func isChanged(_ index: Int) -> Bool {
        guard let next = range.first(where: { $0 > index && literals[$0].kind == .money }) else { return false }
        let gap = literals[index].tokens.upperBound..<literals[next].tokens.lowerBound
        return gap.count == 1 && found.contains { $0.word == .from && $0.tokens == gap }
    }

    /// Whether something grows or shrinks to a sum.
    private func isEnd(_ place: Range<Int>) -> Bool {
        found.contains {
            [.join, .into, .until].contains($0.word)
                && ($0.tokens.upperBound == place.lowerBound
                    || $0.tokens.overlaps(place)
                        && $0.tokens.lowerBound <= place.lowerBound + 1)
        }
    }

    /// Whether "up to", and no other word for a bound, begins a sum.
    private func isReached(_ place: Range<Int>) -> Bool {
        found.contains { [.join, .into, .until].contains($0.word) && $0.tokens.overlaps(place) }
    }

    /// "cuts X of costs": whether a sum is by how much something changes.
    func isChange(_ place: Range<Int>) -> Bool {
        found.contains { $0.word == .revise && $0.tokens.upperBound == place.lowerBound } && !begins(place)
    }

    /// The old figure of a revised plan: "from $420bn", "against an earlier guess of"; not where a coming year follows.
    func isOld(_ index: Int) -> Bool {
        let place = literals[index].tokens
        // What a company spends in the year that has begun may stand beside what it plans.
        let year = (published?.civil.year ?? 0) + (found.contains { $0.word == .capex } ? 1 : 0)
        if spans.contains(where: {
            (0...1).contains($0.tokens.lowerBound - place.upperBound) && $0.from == $0.to && $0.to >= year
        }) {
            return false
        }
        let isReplaced = isFormer(index) && isToldAnew(index)
        return isReplaced
            || found.contains { word in
                let gap = place.lowerBound - word.tokens.upperBound
                return word.word == .old && (0...3).contains(gap)
                    || word.word == .from && gap == 0 && (hasTarget(index) || isTarget(before: index))
            }
    }

    /// "prévoyait en juillet X", "had promised X": whether a sum is one that was planned once.
    func isFormer(_ index: Int) -> Bool {
        let place = literals[index].tokens
        return found.contains {
            $0.word == .former && (0...Self.formerReach).contains(place.lowerBound - $0.tokens.upperBound)
        }
    }

    /// How far behind the verb the sum stands that was planned once: "prévoyait en juillet".
    private static let formerReach = 3

    /// Whether the sentence has another sum than one that was planned once.
    private func isToldAnew(_ index: Int) -> Bool {
        range.contains { $0 != index && literals[$0].kind == .money && !isFormer($0) }
    }

    /// Whether a verb of the past tells what a sum has been: "came to X".
    func isPast(_ place: Range<Int>) -> Bool {
        !hasFutureYear
            && found.contains { $0.word == .past && (0...1).contains(place.lowerBound - $0.tokens.upperBound) }
    }

    /// Whether the next sum is one that another grows or shrinks to: "from X to Y".
    private func hasTarget(_ index: Int) -> Bool {
        guard let next = range.first(where: { $0 > index && literals[$0].kind == .money }) else { return false }
        let place = literals[next].tokens
        return found.contains { $0.word == .join && $0.tokens.upperBound == place.lowerBound }
    }

    /// The sum; of "from X to Y" behind a verb that changes a plan, the new end, and of "up to Y" too. A range of
    /// figures stays one.
    func money(_ index: Int) -> Money? {
        let literal = literals[index]
        guard let bounds = literal.bounds, let unit = literal.unit, let currency = try? Currency(unit) else {
            return nil
        }
        let isNew =
            bounds.min != nil
            ? changes(literal.tokens) || isStep(literal.tokens)
            : isReached(literal.tokens) && (isRevised(literal.tokens) || isChanged(index))
        guard isNew, let high = bounds.max else { return Money(opened(bounds, literal.tokens), currency) }
        return (try? Bounds(min: high, max: high)).map { Money($0, currency) }
    }

    /// "rises by X to Y": whether a range begins with how much something grows or shrinks.
    private func isStep(_ place: Range<Int>) -> Bool {
        found.contains { $0.word == .agent && $0.tokens.upperBound == place.lowerBound }
    }

    /// The bounds of a sum behind a verb that opens one end: "will top 5 billion", "ne franchira pas 5 milliards".
    private func opened(_ bounds: Bounds, _ place: Range<Int>) -> Bounds {
        guard let figure = bounds.min, bounds.max ?? figure == figure else { return bounds }
        let verb = found.last { word in
            [.above, .below].contains(word.word) && word.tokens.lowerBound < place.upperBound
                && place.lowerBound - word.tokens.upperBound <= 1
        }
        guard let verb else { return bounds }
        let (low, high) = verb.word == .above ? (figure, nil) : (nil, figure)
        return (try? Bounds(min: low, max: high)) ?? bounds
    }

    /// Whether "from" begins a range of sums.
    private func begins(_ place: Range<Int>) -> Bool {
        (place.lowerBound - 1...place.lowerBound).contains { token in
            found.contains { $0.word == .from && $0.tokens.contains(token) }
        }
    }

    /// Whether a range of sums says what a plan was and what it is: it begins with "from", and a verb that changes plans
    /// stands before it with no other sum between.
    private func changes(_ place: Range<Int>) -> Bool {
        guard begins(place) else { return false }
        let verb = found.last { word in
            [.revise, .band].contains(word.word) && word.tokens.upperBound <= place.lowerBound
                && place.lowerBound - word.tokens.upperBound <= Self.sumReach
        }
        guard let verb, verb.word == .revise else { return false }
        return !literals[range].contains {
            $0.kind == .money && $0.tokens.lowerBound >= verb.tokens.upperBound
                && $0.tokens.upperBound <= place.lowerBound
        }
    }
}
