import Model

/// Sums that a coming year marks as somebody's expectation, where no narrower rule reads them.
extension EstimateSentence {
    /// "will build a 700 million euro campus by 2028", "spending will peak at X in 2027": a sum with a year that is not
    /// over, in a clause that speaks of spending, of a market or of intentions and of nobody who gets the money. It is
    /// not sure: a deal that has the sum keeps it.
    func dated(_ index: Int, _ value: Money) -> Reading? {
        let place = literals[index].tokens
        guard let published = published?.civil.year, !literals[index].isOrder, let span = span(of: place),
            span.to >= published, isNear(span.tokens, place)
        else { return nil }
        let clause = clause(around: place)
        guard !found.contains(where: { $0.word.tellsOther && clause.overlaps($0.tokens) && !isOfMarket($0) }),
            !isOther(place, unless: false, orNamesMarket: true), !isRevenue(place), !isChange(place),
            !hasReceiver(behind: place, in: clause),
            let sign = sign(of: place, in: clause, isComing: span.to > published)
        else { return nil }
        let attribution = found.first { $0.word == .source }.flatMap { attributed(behind: $0.tokens.upperBound) }
        let isForecast = attribution != nil || sign.word == .forecast || sign.word == .market
        let source =
            attribution ?? planner(before: place.lowerBound) ?? trailingSpeaker ?? owner(of: sign.tokens.lowerBound)
            ?? speakers.first { $0.tokens.lowerBound >= place.upperBound }.map { EstimateSource($0) }
            ?? preceding(place)?.source
        let isMarket = sign.word == .market || found.contains { $0.word == .market && clause.overlaps($0.tokens) }
        guard source != nil || isMarket else { return nil }
        var reading = reading(
            index, value, source, sign.tokens, isOwnPlan: !isForecast,
            from: isForecast ? clause.lowerBound : place.upperBound)
        reading.isSure = false
        return reading
    }

    /// What tells that money will be spent: the nearest such word of the clause, else of what stands before the sum.
    /// In a year that has begun it must look ahead.
    private func sign(of place: Range<Int>, in clause: Range<Int>, isComing: Bool) -> Word? {
        let signs = found.filter { word in
            switch word.word {
            case .plan, .dedicate, .future, .forecast: true
            case .market, .capex, .spend, .build: isComing
            default: false
            }
        }
        let near = signs.filter { clause.overlaps($0.tokens) }
            .min { distance($0.tokens, place) < distance($1.tokens, place) }
        let sign = near ?? signs.last { $0.tokens.upperBound <= place.lowerBound }
        // "will collect 8 billion": what will be is spending only where something says so.
        let isSpent =
            preceding(place) != nil
            || found.contains {
                [.market, .capex, .spend, .build, .dedicate].contains($0.word) && clause.overlaps($0.tokens)
            }
        return sign?.word == .future && !isSpent ? topic(before: clause) : sign
    }

    /// "Its outlay on chips, he added, will come to X": spending is spoken of before what is put in between commas.
    private func topic(before clause: Range<Int>) -> Word? {
        let before = found.filter { $0.tokens.upperBound < clause.lowerBound }
        guard !before.contains(where: \.word.tellsOther) else { return nil }
        return before.last { [.market, .capex].contains($0.word) }
    }

    /// Whether another company stands behind the sum in its clause, as whoever gets the money does.
    private func hasReceiver(behind place: Range<Int>, in clause: Range<Int>) -> Bool {
        guard place.upperBound < clause.upperBound else { return false }
        return !isRelative(behind: place)
            && entities.organisations(in: place.upperBound..<clause.upperBound).contains { mention in
                !mention.possessive
                    && !found.contains {
                        [.source, .agent, .owner].contains($0.word) && $0.tokens.upperBound == mention.tokens.lowerBound
                    }
            }
    }

    /// Whether what is said of a sum begins behind it: "the 5 billion that".
    func isRelative(behind place: Range<Int>) -> Bool {
        found.contains { $0.word == .relative && (0...1).contains($0.tokens.lowerBound - place.upperBound) }
    }

    /// Whether a year is that of a sum: it stands in its clause, behind it before a semicolon, or opens the sentence.
    private func isNear(_ year: Range<Int>, _ place: Range<Int>) -> Bool {
        if year.lowerBound >= place.upperBound {
            return !(place.upperBound..<year.lowerBound).contains { document.semicolons.contains($0) }
        }
        return year.lowerBound - tokens.lowerBound <= Self.opening || clause(around: place).contains(year.lowerBound)
    }

    /// How far from the start of a sentence the year stands that opens it: "In the year 2027".
    private static let opening = 3

    /// What the sentence before said last, in the same paragraph.
    private func preceding(_ place: Range<Int>) -> Reading? {
        earlier.flatMap {
            document.tokens[$0.valueTokens.lowerBound].paragraph == document.tokens[place.lowerBound].paragraph
                ? $0 : nil
        }
    }

    /// "Its rival is planning X", behind a sentence that told an estimate: a sum that goes on with it.
    func followed(_ index: Int, _ value: Money) -> Reading? {
        let place = literals[index].tokens
        guard let earlier = preceding(place), !literals[index].isOrder, !isPast(place) else { return nil }
        let clause = clause(around: place)
        let isOther = found.contains { $0.word.tellsOther && clause.overlaps($0.tokens) }
        guard !isOther, !self.isOther(place, unless: false), !hasReceiver(behind: place, in: clause) else { return nil }
        let sign = found.last { word in
            [.plan, .forecast, .capex, .figure, .dedicate].contains(word.word)
                && (word.tokens.upperBound <= place.lowerBound || word.word == .forecast)
        }
        guard let sign else { return nil }
        let source = planner(before: place.lowerBound) ?? trailingSpeaker ?? earlier.source
        var next = reading(
            index, value, source, earlier.subject, isOwnPlan: earlier.isOwnPlan && sign.word != .forecast,
            from: place.upperBound)
        next.isSure = false
        return next
    }

    /// The part of the sentence around a place that no comma, colon or the like parts from it.
    func clause(around place: Range<Int>) -> Range<Int> {
        func parts(_ token: Int) -> Bool {
            let kind = document.tokens[token].kind
            guard kind == .comma || kind == .colon || kind == .dash else { return false }
            return !document.hasDigits(rightBehind: token)
        }
        var (start, end) = (place.lowerBound, place.upperBound)
        while start > tokens.lowerBound, !parts(start - 1) { start -= 1 }
        while end < tokens.upperBound, !parts(end) { end += 1 }
        return start..<end
    }
}
