import Model

/// The years that a sentence names: "in 2028", "by 2030", "between 2026 and 2027", "this year".
struct YearSpan {
    /// The first year; `nil` where open ("by 2030").
    let from: Int?
    /// The last year.
    let to: Int
    let tokens: Range<Int>
    /// How many years are told where it is so: "the next three years" end in the fourth.
    var length: Int?

    /// How many years it has; `nil` where it is open.
    var count: Int? { length ?? from.map { to - $0 + 1 } }

    /// Years that a forecast may be about.
    private static let plausible = 2015...2070

    /// The spans of a sentence, in order.
    static func spans(
        in document: Document, _ sentence: Range<Int>, literals: ArraySlice<Literal>,
        words: [EstimateSentence.Word], published: Day?, earlier: Int?
    ) -> [YearSpan] {
        guard words.contains(where: \.word.mayNameYears) || sentence.contains(where: { year(document, $0) != nil })
        else { return [] }
        let sums = literals.indices.compactMap { index in
            switch literals[index].kind {
            case .money, .power, .quantity: literals[index].tokens
            case .number, .date, .duration: nil
            }
        }
        // "PARIS, 20 January 2026 -" is when it was written, no year of a plan.
        let days = literals.indices.compactMap { index in
            let isBefore = published.map { literals[index].days?.upperBound ?? $0 <= $0 } ?? false
            return literals[index].grain == .day && isBefore ? literals[index].tokens : nil
        }
        // "up to $5bn in 2027": the bound of a sum is none of a year.
        let words = words.filter { word in word.word == .yearAfter || !sums.contains { $0.overlaps(word.tokens) } }
        var spans: [YearSpan] = []
        for token in sentence {
            guard let year = year(document, token), !sums.contains(where: { $0.contains(token) }),
                !days.contains(where: { $0.contains(token) })
            else { continue }
            func isLed(by word: EstimateWord) -> Bool {
                words.contains {
                    $0.word == word && $0.tokens.upperBound <= token && token - $0.tokens.upperBound <= 5
                }
            }
            let now = isLed(by: .now) ? published.map(\.civil.year) : nil
            if let length = length(from: token, literals, words) {
                spans.append(YearSpan(from: year, to: year + length - 1, tokens: token..<token + 1))
                continue
            }
            let first =
                now ?? firstOfStretch(to: year, token, literals, words, document, published)
                ?? (isLed(by: .until) ? nil : year)
            if let last = spans.last, last.to < year, joins(last.tokens.upperBound..<token, document, words) {
                spans[spans.count - 1] = YearSpan(
                    from: last.from ?? last.to, to: year, tokens: last.tokens.lowerBound..<token + 1)
            } else {
                spans.append(YearSpan(from: first.map { min($0, year) }, to: year, tokens: token..<token + 1))
            }
        }
        if let year = published?.civil.year {
            addNamed(to: &spans, words, sentence, document, published: year, earlier: earlier)
            addAhead(to: &spans, words, literals, published: year)
        }
        return spans.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Adds the years that words name: "this year", "the year after".
    private static func addNamed(
        to spans: inout [YearSpan], _ words: [EstimateSentence.Word], _ sentence: Range<Int>, _ document: Document,
        published: Int, earlier: Int?
    ) {
        for word in words {
            let before = spans.last { $0.tokens.upperBound <= word.tokens.lowerBound }
            let after =
                switch word.word {
                case .yearAfter: (before?.to ?? earlier ?? published) + 1
                case .another: isLast(word, in: sentence, document) ? before.map { $0.to + 1 } : nil
                case .then: last(before: word.tokens.lowerBound, document, published: published)
                default: nil as Int?
                }
            // "the year 2027" names another, and so does "the year to June 2027".
            let end = word.tokens.upperBound
            let isEnded = words.contains { $0.word == .join && $0.tokens.lowerBound == end }
            let isNumbered = (end..<min(sentence.upperBound, isEnded ? end + 3 : end + 1)).contains {
                year(document, $0) != nil
            }
            guard !isNumbered, let named = after ?? year(word.word, published: published) else { continue }
            let isUntil = words.contains {
                word.word == .decadeEnd || word.word == .then
                    || $0.word == .until && $0.tokens.upperBound <= word.tokens.lowerBound
                        && word.tokens.lowerBound - $0.tokens.upperBound <= 5
            }
            spans.append(YearSpan(from: isUntil ? nil : named, to: named, tokens: word.tokens))
        }
    }

    /// Whether no word follows in a sentence, or a mark before it.
    private static func isLast(_ word: EstimateSentence.Word, in sentence: Range<Int>, _ document: Document) -> Bool {
        let next = word.tokens.upperBound
        return next >= sentence.upperBound || [.stop, .comma, .colon, .dash].contains(document.tokens[next].kind)
    }

    /// The coming year that stands last before a token in its paragraph: the one that "by then" means.
    private static func last(before token: Int, _ document: Document, published: Int) -> Int? {
        let paragraph = document.tokens[token].paragraph
        return (max(0, token - memory)..<token).reversed().lazy
            .filter { document.tokens[$0].paragraph == paragraph }
            .compactMap { year(document, $0) }.first { $0 >= published }
    }

    /// How many tokens back a year is remembered.
    private static let memory = 80

    /// The first year of "the five years to 2030"; that of publication, where so many years lie between: "over four years, to
    /// 2030".
    private static func firstOfStretch(
        to last: Int, _ token: Int, _ literals: ArraySlice<Literal>, _ words: [EstimateSentence.Word],
        _ document: Document, _ published: Day?
    ) -> Int? {
        guard
            let join = words.last(where: {
                [.join, .until].contains($0.word) && $0.tokens.upperBound == token
            })
        else { return nil }
        let start = join.tokens.lowerBound
        let isParted = start > 0 && document.tokens[start - 1].kind == .comma
        let end = isParted ? start - 1 : start
        let length = literals.first { $0.kind == .duration && $0.tokens.upperBound == end }.flatMap(years)
        guard let length else { return nil }
        return isParted && published.map(\.civil.year) == last - length ? last - length : last - length + 1
    }

    /// How many years "the five years from 2026" are, where the year stands at a token.
    private static func length(
        from token: Int, _ literals: ArraySlice<Literal>, _ words: [EstimateSentence.Word]
    ) -> Int? {
        guard let from = words.last(where: { $0.word == .from && $0.tokens.upperBound == token }) else { return nil }
        return literals.first { $0.kind == .duration && $0.tokens.upperBound == from.tokens.lowerBound }.flatMap(years)
    }

    /// Adds years that begin with the one of publication: "the next three years", "la prochaine décennie".
    private static func addAhead(
        to spans: inout [YearSpan], _ words: [EstimateSentence.Word], _ literals: ArraySlice<Literal>, published: Int
    ) {
        for word in words {
            if word.word == .decadeAhead {
                spans.append(YearSpan(from: published, to: published + 10, tokens: word.tokens, length: 10))
            }
            guard word.word == .ahead else { continue }
            let length = literals.first { literal in
                literal.tokens.upperBound == word.tokens.lowerBound && literal.kind != .money
                    || literal.tokens.lowerBound == word.tokens.upperBound && literal.kind == .duration
            }
            guard let length, let count = years(length) else { continue }
            let start = min(word.tokens.lowerBound, length.tokens.lowerBound)
            let tokens = start..<max(word.tokens.upperBound, length.tokens.upperBound)
            spans.append(YearSpan(from: published, to: published + count, tokens: tokens, length: count))
        }
    }

    /// How many years a length of time has, or the number before "next years" of some languages; `nil` for other
    /// literals and for a range.
    static func years(_ literal: Literal) -> Int? {
        guard literal.kind == .number || literal.kind == .duration && literal.unit == "year",
            let count = literal.max, literal.min == count, stretches.contains(count), count == count.rounded()
        else { return nil }
        return Int(count)
    }

    /// How many years a plan may be told for.
    private static let stretches = 2.0...30

    private static func year(_ document: Document, _ token: Int) -> Int? {
        let here = document.tokens[token]
        guard here.kind == .number, here.end - here.start == 4 else { return nil }
        var value = 0
        for byte in document.bytes[Int(here.start)..<Int(here.end)] { value = value * 10 + Int(byte) - 0x30 }
        return plausible.contains(value) ? value : nil
    }

    /// The year that words mean when they are published in another.
    private static func year(_ word: EstimateWord, published year: Int) -> Int? {
        switch word {
        case .thisYear: year
        case .nextYear: year + 1
        case .decadeEnd: (year / 10 + 1) * 10
        default: nil
        }
    }

    private static func joins(
        _ gap: Range<Int>, _ document: Document, _ words: [EstimateSentence.Word]
    ) -> Bool {
        guard gap.count == 1, let token = gap.first else { return false }
        let kind = document.tokens[token].kind
        return kind == .hyphen || kind == .dash || words.contains { $0.word == .join && $0.tokens == gap }
    }
}
