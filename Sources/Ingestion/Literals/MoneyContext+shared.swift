/// Names and signs that several currencies share: whose "dollars" and "crowns" a text speaks of.
extension MoneyContext {
    // MARK: - Names

    /// Resolves bare names of currencies: "dirhams" are those that a fuller name before has told, else those of the country
    /// that the text names most, by itself or by the company that it is about.
    func nameShared(_ literals: inout [Literal]) {
        var known: [String: String] = [:]
        for index in literals.indices {
            guard literals[index].kind == .money, let unit = literals[index].unit else { continue }
            guard isBareName(literals[index]), let places = lexicon.sharedCurrencies[unit] else {
                for family in lexicon.families[unit] ?? [] where known[family] == nil { known[family] = unit }
                continue
            }
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
        if let home, let code = lexicon.ownCurrencies[unit]?[home.country] { counts[code, default: 0] += home.count }
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

    /// Resolves "$" and "dollars" by themselves: those that the text says all its sums are in, else those of the place where
    /// it was written.
    func nameDollars(_ literals: inout [Literal]) {
        if let stated = statedDollar(literals) {
            for index in literals.indices where isDollar(literals[index], orName: true) {
                literals[index].unit = stated
            }
        } else if let home = homeDollar(), !literals.contains(where: { $0.unit == home.code && isPrefixed($0) }) {
            for index in literals.indices where isDollar(literals[index], orName: home.isBracketed) {
                literals[index].unit = home.code
            }
        }
    }

    /// "(Tous les montants sont en dollars canadiens.)": the dollar that a sentence without a sum names by its full name.
    private func statedDollar(_ literals: [Literal]) -> String? {
        for hit in document.hits(in: document.tokens.indices, .currency)
        where hit.tokens.count > 1 && hit.first > 0 && lexicon.currencies[hit.row].isWord {
            guard let code = lexicon.currencies[hit.row].code, lexicon.dollars.contains(code),
                lexicon.roles[document.numbers[hit.first - 1]].contains(.at)
            else { continue }
            let sentence = document.sentence(of: hit.first)
            let next = literals.partitioningIndex { $0.tokens.lowerBound >= sentence.lowerBound }
            let hasSum = next < literals.count && literals[next].tokens.lowerBound < sentence.upperBound
            if !hasSum { return code }
        }
        return nil
    }

    /// The dollar of the place in the dateline ("(Montréal)", "TORONTO —"), where that is not the US dollar.
    private func homeDollar() -> (code: String, isBracketed: Bool)? {
        guard document.paragraphs.count > 1 else { return nil }
        let first = document.paragraphs[1].prefix(Self.dateline)
        guard let place = first.first(where: { lexicon.dollarPlaces[document.tokens[$0].hash] != nil }) else {
            return nil
        }
        let flags = document.tokens[place].flags
        guard flags.contains(.bracketed) || flags.contains(.allCapitals) else { return nil }
        return lexicon.dollarPlaces[document.tokens[place].hash].map { ($0, flags.contains(.bracketed)) }
    }

    /// How far into the first paragraph a dateline reaches.
    private static let dateline = 4

    /// Whether a bare "$" names the currency of a sum, or also the word by itself.
    private func isDollar(_ literal: Literal, orName: Bool) -> Bool {
        literal.kind == .money && literal.unit == "USD"
            && (orName && isBareName(literal)
                || literal.tokens.contains { token in
                    document.tokens[token].kind == .currencySign
                        && document.hit(at: token, .currency)?.end == token + 1
                })
    }

    private func isPrefixed(_ literal: Literal) -> Bool {
        literal.kind == .money && document.tokens[literal.tokens.lowerBound].kind == .word
            && document.hit(at: literal.tokens.lowerBound, .currency) != nil
    }
}
