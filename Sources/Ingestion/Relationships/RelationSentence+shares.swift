import Model

/// What share of a company somebody owns.
extension RelationSentence {
    /// A share in percent from which a company is a subsidiary.
    static let half = 50
    static let whole = 100

    /// The share that a range tells, in percent; `nil` where it tells none.
    func share(in range: Range<Int>) -> Int? {
        for token in range where token < tokens.upperBound {
            if isStop(token) || isComma(token) && !isDecimal(token) { return nil }
            if word(at: token) == .most { return Self.whole }
            if word(at: token) == .part || word(at: token) == .rest { return 1 }
            if kind(at: token) == .percent || word(at: token) == .percent { return number(before: token) }
        }
        return nil
    }

    /// Whether a participle of owning is told with a share that makes nobody a subsidiary: "détenu à 20 % par B".
    func isMinor(behind place: Range<Int>) -> Bool {
        let end = first(from: place.upperBound)?.tokens.lowerBound ?? place.upperBound
        let start = max(tokens.lowerBound, place.lowerBound - 3)
        let behind = share(in: place.upperBound..<min(end, place.upperBound + Self.reach))
        let verb = place.lowerBound - 1
        var before = [.percent, .part].contains(word(at: verb)) ? share(in: start..<place.lowerBound) : nil
        // "22 percent of which belongs to B".
        if let whose = lastWord(.whose, before: place.lowerBound, within: 2) {
            let start = max(tokens.lowerBound, whose - Self.apposition)
            let comma = (start..<whose).last { isComma($0) }
            before = share(in: (comma.map { $0 + 1 } ?? start)..<whose)
        }
        return (behind ?? before).map { $0 < Self.half } ?? false
    }

    func hasPercent(in range: Range<Int>) -> Bool {
        range.contains { kind(at: $0) == .percent || word(at: $0) == .percent }
    }

    /// The whole part of the number before a sign of percent; a small one where it is written in words.
    private func number(before token: Int) -> Int {
        var index = token - 1
        while index > tokens.lowerBound,
            kind(at: index) == .number || kind(at: index) == .comma || kind(at: index) == .stop
        {
            index -= 1
        }
        guard index + 1 < token, kind(at: index + 1) == .number else { return 1 }
        let number = document.tokens[index + 1]
        var value = 0
        for byte in document.bytes[Int(number.start)..<Int(number.end)].prefix(3) where (0x30...0x39).contains(byte) {
            value = value * 10 + Int(byte) - 0x30
        }
        return value
    }

    private func isDecimal(_ token: Int) -> Bool {
        token > tokens.lowerBound && token + 1 < tokens.upperBound && kind(at: token - 1) == .number
            && kind(at: token + 1) == .number
    }

    /// "most of the shares", "la majorité du capital".
    func isMostOfCapital(_ range: Range<Int>) -> Bool {
        range.contains { word(at: $0) == .most } && isOfCapital(range)
    }

    /// Whether a share is one of "the stock", or of nothing that is named.
    func isOfCapital(_ range: Range<Int>) -> Bool {
        for token in range {
            if [.capital, .part, .rest].contains(word(at: token)) { return true }
            if isStop(token) || isComma(token) && !isDecimal(token) { return false }
        }
        return false
    }

    /// "A, of the B group, said", "A, du groupe B, se tait".
    func isOfGroup(_ name: EntityMention, _ group: EntityMention) -> Bool {
        let gap = name.tokens.upperBound..<group.tokens.lowerBound
        guard name.form == .name, group.form == .name, !name.possessive, !group.possessive,
            name.entity != group.entity, (3...4).contains(gap.count), isComma(gap.lowerBound),
            word(at: gap.lowerBound + 1) == .of,
            gap.dropFirst(2).allSatisfy({ word(at: $0) == .determiner || word(at: $0) == .capital })
        else { return false }
        let end = group.tokens.upperBound
        let isBefore = word(at: gap.upperBound - 1) == .capital
        let close = !isBefore && end < tokens.upperBound && word(at: end) == .capital ? end + 1 : end
        return (isBefore || close > end) && (close >= tokens.upperBound || isComma(close) || isStop(close))
    }

    /// "A, a B company, said", "A, likewise a B company": funds and the like call companies theirs that they only back.
    func isCompany(_ name: EntityMention, of owner: EntityMention) -> Bool {
        let gap = name.tokens.upperBound..<owner.tokens.lowerBound
        let end = owner.tokens.upperBound
        guard name.form == .name, owner.form == .name, !name.possessive, !owner.possessive, (2...3).contains(gap.count),
            isComma(gap.lowerBound), word(at: gap.upperBound - 1) == .determiner, !isDefinite(gap.upperBound - 1),
            gap.count == 2 || word(at: gap.lowerBound + 1) == .adverb,
            end < tokens.upperBound, document.hit(at: end, .companyNoun)?.end == end + 1, endsPhrase(end + 1),
            !cues.contains(where: { $0.lowerBound == end })
        else { return false }
        return !["fund", "bank", "investor", "vc"].contains(entities.all[owner.entity].sort ?? "")
    }

    /// "60 percent owned by A and 40 percent by B": whoever owns the rest.
    func shareholders(behind matches: [RelationMatch], _ place: Range<Int>) -> [(RelationMatch, RelationReading)] {
        guard let last = matches.last, last.complement.tokens.lowerBound >= place.upperBound,
            let next = mentions.first(where: {
                $0.tokens.lowerBound >= last.complement.tokens.upperBound && $0.form == .name
            }), !next.possessive, next.entity != last.bearer.entity
        else { return [] }
        let whole = last.complement.tokens.upperBound..<next.tokens.lowerBound
        // "to A, which consolidates it, and for 30 percent to B".
        let start = whole.last { word(at: $0) == .and } ?? whole.lowerBound
        let gap = start..<whole.upperBound
        guard gap.count <= 2 * Self.apposition, whole.count <= 2 * Self.reach, hasAnd(gap),
            gap.contains(where: { word(at: $0) == .by || word(at: $0) == .to }),
            let share = share(in: gap), gap.contains(where: { kind(at: $0) == .number })
        else { return [] }
        let isWhole = share >= Self.half
        let reading = RelationReading(
            predicate: isWhole ? .subsidiaryOf : .investorIn, isInverse: !isWhole,
            rule: RelationCue.Form.participle.rawValue,
            tokens: place)
        return pairs([last.bearer], [next]).map { ($0, reading) }
    }
}
