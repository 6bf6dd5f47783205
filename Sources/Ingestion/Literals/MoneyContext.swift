/// What an article's other sums say about a sum: which dollar a bare "$" is, which currency a bare "3 billion" has.
struct MoneyContext {
    let document: Document
    let tables: Shared<LiteralLexicon>

    var lexicon: LiteralLexicon { tables.value }

    /// Resolves the sums of a text in place.
    func resolve(_ literals: inout [Literal]) {
        if let home = homeDollar(), !literals.contains(where: { $0.unit == home && isPrefixed($0) }) {
            for index in literals.indices where isBareDollar(literals[index]) { literals[index].unit = home }
        }
        nameShared(&literals)
        addCurrencies(&literals)
    }

    // MARK: - Names that several countries share

    /// Resolves bare names of currencies: "dirhams" are those of the country that the text names most.
    private func nameShared(_ literals: inout [Literal]) {
        var known: [String: String] = [:]
        for index in literals.indices {
            guard literals[index].kind == .money, let unit = literals[index].unit,
                let places = lexicon.sharedCurrencies[unit], isBareName(literals[index])
            else { continue }
            let own = known[unit] ?? usual(of: unit, places)
            known[unit] = own
            literals[index].unit = own
        }
    }

    /// Of the countries that share a currency's name, the currency of the one that is named most; by itself the name's own.
    private func usual(of unit: String, _ places: WordMap<String>) -> String {
        var counts: [String: Int] = [:]
        for token in document.tokens {
            if let code = places[token.hash] { counts[code, default: 0] += 1 }
        }
        let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return most.flatMap { $0.value > counts[unit] ?? 0 ? $0.key : nil } ?? unit
    }

    /// Whether one word names the currency of a sum, and no code or sign.
    private func isBareName(_ literal: Literal) -> Bool {
        document.hits(in: literal.tokens, .currency).contains { hit in
            let token = document.tokens[hit.first]
            return hit.tokens.count == 1 && token.kind == .word && !token.flags.contains(.allCapitals)
        }
    }

    // MARK: - Dollars

    /// The dollar of the place in the dateline ("(Montréal)", "TORONTO —"), where that is not the US dollar.
    private func homeDollar() -> String? {
        guard document.paragraphs.count > 1 else { return nil }
        let first = document.paragraphs[1].prefix(Self.dateline)
        guard let place = first.first(where: { lexicon.dollarPlaces[document.tokens[$0].hash] != nil }) else {
            return nil
        }
        let flags = document.tokens[place].flags
        guard flags.contains(.bracketed) || flags.contains(.allCapitals) else { return nil }
        return lexicon.dollarPlaces[document.tokens[place].hash]
    }

    /// How far into the first paragraph a dateline reaches.
    private static let dateline = 4

    private func isBareDollar(_ literal: Literal) -> Bool {
        literal.kind == .money && literal.unit == "USD"
            && literal.tokens.contains { token in
                document.tokens[token].kind == .currencySign && document.hit(at: token, .currency)?.end == token + 1
            }
    }

    private func isPrefixed(_ literal: Literal) -> Bool {
        literal.kind == .money && document.tokens[literal.tokens.lowerBound].kind == .word
            && document.hit(at: literal.tokens.lowerBound, .currency) != nil
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
