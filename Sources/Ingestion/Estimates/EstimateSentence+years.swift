import Model

/// The years of a sum, and what a yearly sum makes in all of them.
extension EstimateSentence {
    /// The years of a sum: the span nearest to it, those behind it first.
    func setYears(_ reading: inout Reading, like last: Reading?) {
        let place = reading.valueTokens
        // The years of another sum count for this one only where it is told with it.
        let shared = last != nil ? spans.first { $0.tokens.lowerBound >= place.upperBound } : nil
        let only = spans.first { !isParted($0.tokens, place) && !isParted(place, $0.tokens) }
        guard let span = span(of: place) ?? (reading.isSure ? shared ?? only : nil) else {
            let isMeant = found.contains { $0.word == .sameYears }
            if reading.isOwnPlan || !reading.isSure || isMeant, let last = last ?? (isMeant ? earlier ?? recent : nil) {
                (reading.from, reading.to) = (last.from, last.to)
            }
            return
        }
        (reading.from, reading.to, reading.years) = (span.from, span.to, span.tokens)
    }

    /// The years that stand with a sum: the first behind it and before the next sum, else the last before it.
    func span(of place: Range<Int>) -> YearSpan? {
        let nextSum = literals[range].first { $0.kind == .money && $0.tokens.lowerBound >= place.upperBound }
        let behind = spans.first { span in
            span.tokens.lowerBound >= place.upperBound && !isParted(place, span.tokens)
                && (nextSum.map { span.tokens.lowerBound < $0.tokens.lowerBound } ?? true)
        }
        return behind ?? spans.last { $0.tokens.upperBound <= place.lowerBound && !isParted($0.tokens, place) }
    }

    /// Whether a semicolon stands between two places.
    private func isParted(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        (one.upperBound..<max(one.upperBound, other.lowerBound)).contains { document.semicolons.contains($0) }
    }

    /// "last year's market at X", "X last year": whether the year of a sum is over, and no verb before it says that it was
    /// promised then.
    func isOver(_ place: Range<Int>) -> Bool {
        found.contains { word in
            guard word.word == .lastYear else { return false }
            let gap = place.lowerBound - word.tokens.upperBound
            let verbs = gap >= 0 ? word.tokens.upperBound..<place.lowerBound : place.lowerBound - 2..<place.lowerBound
            return (word.tokens.lowerBound == place.upperBound || (0...Self.overReach).contains(gap))
                && !found.contains {
                    [.plan, .spend, .dedicate, .future, .forecast].contains($0.word) && verbs.overlaps($0.tokens)
                }
        }
    }

    /// How far behind the words for a year that is over its sum stands: "last year's market at".
    private static let overReach = 3

    var hasFutureYear: Bool {
        guard let year = published?.civil.year else { return !spans.isEmpty }
        return spans.contains { $0.to >= year }
    }

    /// "2 billion a year between 2026 and 2029", "2 milliards par an pendant cinq ans": what all these years make.
    func addUp(_ reading: inout Reading) {
        guard literals[reading.literal].per == "year", let count = countedYears(reading), count > 1 else { return }
        let amount = reading.value.amount
        guard let bounds = try? Bounds(min: amount.min.map { $0 * count }, max: amount.max.map { $0 * count }) else {
            return
        }
        reading.value = Money(bounds, reading.value.currency)
    }

    /// How many years a yearly sum is told for: those of its span, else of the length of time behind it.
    private func countedYears(_ reading: Reading) -> Int? {
        if let years = reading.years { return spans.first { $0.tokens == years }?.count }
        let end = reading.valueTokens.upperBound
        let length = literals[range].first { literal in
            literal.kind == .duration && (0...Self.sumReach).contains(literal.tokens.lowerBound - end)
        }
        return length.flatMap(YearSpan.years)
    }
}
