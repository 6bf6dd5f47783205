/// What an article's other sums say about a sum: which dollar a bare "$" is, which currency a bare "3 billion" has.
struct MoneyContext {
    let document: Document
    let tables: Shared<LiteralLexicon>
    /// The country (ISO 3166) of the company that the text is about, and how often it speaks of it.
    var home: (country: String, count: Int)?

    var lexicon: LiteralLexicon { tables.value }

    /// Resolves the sums of a text in place.
    func resolve(_ literals: inout [Literal]) {
        nameDollars(&literals)
        nameShared(&literals)
        addCurrencies(&literals)
    }

    // MARK: - Sums without a currency

    /// A million or more of nothing that is named, after a sum of money, is money too: "of which 180 million in debt".
    private func addCurrencies(_ literals: inout [Literal]) {
        guard let usual = usualCurrency(literals) else { return }
        var last: Int?
        for index in literals.indices {
            // A sum in brackets only converts the one before it.
            if literals[index].kind == .money, last == nil || !isBracketed(literals[index]) { last = index }
            guard literals[index].kind == .number, let sum = last,
                let figure = literals[index].max ?? literals[index].min,
                figure >= Self.least, isBare(literals[index]),
                figure >= Self.surely || near(literals[sum], literals[index])
            else { continue }
            literals[index].kind = .money
            literals[index].unit =
                sentence(literals[sum]) == sentence(literals[index]) ? literals[sum].unit : usual
            literals[index].rule = "literal.money.implied"
        }
    }

    /// The smallest sum that is written without its currency, and the one that is hardly ever a count.
    private static let (least, surely) = (1_000_000.0, 10_000_000.0)

    /// The currency of most sums that are no conversions; of several the first.
    private func usualCurrency(_ literals: [Literal]) -> String? {
        var counts: [(unit: String, count: Int)] = []
        for index in literals.indices where literals[index].kind == .money {
            guard let unit = literals[index].unit else { continue }
            let weight = isBracketed(literals[index]) ? 1 : 4
            if let place = counts.firstIndex(where: { $0.unit == unit }) {
                counts[place].count += weight
            } else {
                counts.append((unit, weight))
            }
        }
        return counts.reduce(nil as (unit: String, count: Int)?) { best, next in
            best.map { next.count > $0.count ? next : $0 } ?? next
        }?.unit
    }

    private func sentence(_ literal: Literal) -> Int32 {
        document.tokens[literal.tokens.lowerBound].sentence
    }

    private func isBracketed(_ literal: Literal) -> Bool {
        document.tokens[literal.tokens.lowerBound].flags.contains(.bracketed)
    }

    /// Whether a sum stands in the same paragraph or the one before.
    private func near(_ sum: Literal, _ number: Literal) -> Bool {
        let paragraphs =
            document.tokens[number.tokens.lowerBound].paragraph - document.tokens[sum.tokens.lowerBound].paragraph
        return paragraphs <= 1
    }

    /// Whether a scale word ends the number and no noun follows it.
    private func isBare(_ literal: Literal) -> Bool {
        let end = literal.tokens.upperBound
        guard !document.hits(in: literal.tokens, .magnitude).isEmpty else { return false }
        guard end < document.tokens.count else { return true }
        let next = document.tokens[end]
        switch next.kind {
        case .word:
            let roles = lexicon.roles[document.numbers[end]]
            return !roles.contains(.of)
                && (lexicon.smallWords.contains(next.hash) || roles.contains(.at) || next.flags.contains(.elision))
        case .stop, .comma, .colon, .closeBracket, .openBracket, .closeQuote, .straightQuote, .dash: return true
        default: return false
        }
    }
}
