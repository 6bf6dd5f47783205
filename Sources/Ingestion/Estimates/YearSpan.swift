import Model

/// The years that a sentence names: "in 2028", "by 2030", "between 2026 and 2027", "this year".
struct YearSpan {
    /// The first year; `nil` where open ("by 2030").
    let from: Int?
    /// The last year.
    let to: Int
    let tokens: Range<Int>

    /// Years that a forecast may be about.
    private static let plausible = 2015...2070

    /// The spans of a sentence, in order.
    static func spans(
        in document: Document, _ sentence: Range<Int>, literals: ArraySlice<Literal>,
        words: [EstimateSentence.Word], published: Day?, earlier: Int?
    ) -> [YearSpan] {
        guard
            sentence.contains(where: { year(document, $0) != nil })
                || words.contains(where: { $0.word == .yearAfter || year($0.word, published: 0) != nil })
        else { return [] }
        let sums = literals.filter { $0.kind == .money || $0.kind == .power || $0.kind == .quantity }.map(\.tokens)
        // "PARIS, 20 January 2026 -" is when it was written, no year of a plan.
        let days = literals.filter { literal in
            literal.grain == .day && published.map { literal.days?.upperBound ?? $0 <= $0 } ?? false
        }.map(\.tokens)
        // "up to $5bn in 2027": the bound of a sum is none of a year.
        let words = words.filter { word in word.word == .yearAfter || !sums.contains { $0.overlaps(word.tokens) } }
        var spans: [YearSpan] = []
        for token in sentence {
            guard let year = year(document, token), !sums.contains(where: { $0.contains(token) }),
                !days.contains(where: { $0.contains(token) })
            else { continue }
            let isUntil = words.contains {
                $0.word == .until && $0.tokens.upperBound <= token && token - $0.tokens.upperBound <= 5
            }
            if let last = spans.last, last.to < year, joins(last.tokens.upperBound..<token, document, words) {
                spans[spans.count - 1] = YearSpan(
                    from: last.from ?? last.to, to: year, tokens: last.tokens.lowerBound..<token + 1)
            } else {
                spans.append(YearSpan(from: isUntil ? nil : year, to: year, tokens: token..<token + 1))
            }
        }
        if let year = published?.civil.year {
            addNamed(to: &spans, words, sentence, document, published: year, earlier: earlier)
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
            let after = word.word == .yearAfter ? (before?.to ?? earlier).map { $0 + 1 } : nil
            // "the year 2027" names another.
            let end = word.tokens.upperBound
            let isNumbered = end < sentence.upperBound && year(document, end) != nil
            guard !isNumbered, let named = after ?? year(word.word, published: published) else { continue }
            let isUntil = words.contains {
                word.word == .decadeEnd
                    || $0.word == .until && $0.tokens.upperBound <= word.tokens.lowerBound
                        && word.tokens.lowerBound - $0.tokens.upperBound <= 5
            }
            spans.append(YearSpan(from: isUntil ? nil : named, to: named, tokens: word.tokens))
        }
    }

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
