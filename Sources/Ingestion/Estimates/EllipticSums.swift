/// Figures that leave out what they count, as a sum before them told it: "65 billion in 2026, then 100 in 2028", "elle en
/// attend 17".
struct EllipticSums {
    let document: Document

    /// The greatest figure that is written so.
    private static let greatest = 1000.0
    /// How far before the figure the small word for what it counts stands.
    private static let reach = 4

    /// Makes sums of such figures of a sentence: of the currency and the scale of the sum before.
    func resolve(_ literals: inout [Literal], in range: Range<Int>, words: [EstimateSentence.Word], last: Int?) {
        var last = last
        for index in range {
            switch literals[index].kind {
            case .money: last = index
            // "300 people": a figure behind may be of these.
            case .quantity, .power: last = nil
            case .number where isLarge(literals, index) && isSpent(literals[index].tokens, words):
                guard let unit = currency(literals, last) else { continue }
                literals[index].kind = .money
                literals[index].unit = unit
                last = index
            case .number where !isBare(literals, index): last = nil
            default: break
            }
            guard let sum = last, isBare(literals, index), isSum(literals[index].tokens, words) else { continue }
            guard let scale = Self.scale(of: literals[sum]) else { continue }
            literals[index].kind = .money
            literals[index].unit = literals[sum].unit
            literals[index].min = literals[index].min.map { $0 * scale }
            literals[index].max = literals[index].max.map { $0 * scale }
            last = index
        }
    }

    /// Whether a figure with a word for its scale is greater than what is counted one by one.
    func isLarge(_ literals: [Literal], _ index: Int) -> Bool {
        literals[index].kind == .number && literals[index].max ?? literals[index].min ?? 0 >= Self.large
            && !document.hits(in: literals[index].tokens, .magnitude).isEmpty
    }

    /// The least figure that is a sum where spending or a year follows.
    private static let large = 100_000_000.0

    /// "600 milliards de dépenses", "900 millions d'ici à 2030": what follows a figure is spending or a year.
    private func isSpent(_ place: Range<Int>, _ words: [EstimateSentence.Word]) -> Bool {
        words.contains { word in
            guard word.tokens.lowerBound == place.upperBound else { return false }
            return word.word == .until
                || word.word == .owner
                    && words.contains { noun in
                        [.market, .capex].contains(noun.word)
                            && (0...1).contains(noun.tokens.lowerBound - word.tokens.upperBound)
                    }
        }
    }

    /// The currency of the sum before, else of the first of the text.
    private func currency(_ literals: [Literal], _ last: Int?) -> String? {
        last.flatMap { literals[$0].unit } ?? literals.first { $0.kind == .money }?.unit
    }

    /// Whether a figure counts nothing that is named behind it.
    func isBare(_ literals: [Literal], _ index: Int) -> Bool {
        guard literals[index].kind == .number, let figure = literals[index].max, figure < Self.greatest,
            document.tokens[literals[index].tokens.lowerBound].kind == .number
        else { return false }
        let next = literals[index].tokens.upperBound
        guard next < document.tokens.count else { return true }
        switch document.tokens[next].kind {
        case .word: return document.hit(at: next, .preposition) != nil || document.hit(at: next, .estimate) != nil
        case .stop, .comma, .colon, .closeBracket: return true
        default: return false
        }
    }

    /// Whether a small word before the verb stands for what the figure counts, or the figure goes on with a sum and has
    /// a year of its own.
    private func isSum(_ place: Range<Int>, _ words: [EstimateSentence.Word]) -> Bool {
        func isBefore(_ word: EstimateSentence.Word) -> Bool {
            (0...1).contains(place.lowerBound - word.tokens.upperBound)
        }
        if let verb = words.last(where: { isBefore($0) && $0.word.mayTell }), isMeant(by: verb, place, words) {
            return true
        }
        let isDated = words.contains {
            [.thisYear, .nextYear].contains($0.word) && $0.tokens.lowerBound == place.upperBound
        }
        if isDated,
            words.contains(where: { [.join, .old].contains($0.word) && $0.tokens.upperBound == place.lowerBound })
        {
            return true
        }
        let year = place.upperBound + 1
        return words.contains { $0.word == .join && $0.tokens.upperBound == place.lowerBound }
            && year < document.tokens.count && document.tokens[year].kind == .number
            && document.tokens[year].end - document.tokens[year].start == 4
            && document.tokens[place.upperBound].kind == .word
    }

    /// Whether a small word before a verb stands for money that is spent: not in "it earned 2 billion and hopes for 3".
    private func isMeant(
        by verb: EstimateSentence.Word, _ place: Range<Int>, _ words: [EstimateSentence.Word]
    ) -> Bool {
        let isOther =
            [.plan, .forecast].contains(verb.word)
            && words.contains { $0.word.tellsOther && $0.tokens.upperBound <= verb.tokens.lowerBound }
        return !isOther
            && words.contains { word in
                word.word == .partitive && word.tokens.upperBound <= verb.tokens.upperBound
                    && place.lowerBound - word.tokens.upperBound <= Self.reach
            }
    }

    /// The power of a thousand that a sum is told in.
    private static func scale(of sum: Literal) -> Double? {
        guard let figure = sum.min ?? sum.max else { return nil }
        return [1e12, 1e9, 1e6].first { figure >= $0 }
    }
}
