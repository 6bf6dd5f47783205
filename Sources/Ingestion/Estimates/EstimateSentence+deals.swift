/// Sums of a verb of spending that somebody else gets: deals.
extension EstimateSentence {
    /// Whether the money of a verb goes to another company: one that stands between the verb and the sum behind a
    /// preposition ("invest in it: X up to 5 billion", "réserve auprès des deux associés, pour 6 milliards"), or that got
    /// an earlier sum of the same verb ("invests 10 billion in A, and X 5 billion").
    func isSpentOnCompany(_ verb: Range<Int>, _ index: Int, _ last: Reading?) -> Bool {
        let gap = verb.upperBound..<max(verb.upperBound, literals[index].tokens.lowerBound)
        if found.contains(where: { $0.word == .party && gap.overlaps($0.tokens) && !isYear($0.tokens.upperBound) }) {
            return true
        }
        // "will lend X 3 billion".
        if !gap.isEmpty, isSomebody(gap.lowerBound) { return true }
        if gap.contains(where: { isSomebody($0 + 1) && document.hit(at: $0, .preposition) != nil }) { return true }
        let earlier = range.last { $0 < index && literals[$0].kind == .money && gap.overlaps(literals[$0].tokens) }
        guard let earlier else { return false }
        return earlier != last?.literal && !isOld(earlier)
    }

    /// "up to 10 billion in its customer", "30 million more in the chip designer X": a company, or words for one, close
    /// behind the sum.
    func goesIntoCompany(behind end: Int) -> Bool {
        found.contains { word in
            guard word.word == .into, (0...3).contains(word.tokens.lowerBound - end) else { return false }
            let start = word.tokens.upperBound
            return word.tokens.lowerBound - end <= 1 && isSomebody(start) || isDescribed(start)
        }
    }

    /// Whether a noun for a company stands at a token or behind its article, with the name of one behind it.
    private func isDescribed(_ start: Int) -> Bool {
        let end = min(tokens.upperBound, start + Self.descriptorReach)
        guard let name = entities.organisations(in: start..<end).first, name.form == .name, !name.possessive else {
            return false
        }
        return document.hits(in: start..<min(name.tokens.lowerBound, start + 3), .companyNoun).contains { hit in
            hit.end <= name.tokens.lowerBound
        } && !(start..<name.tokens.lowerBound).contains { document.tokens[$0].kind == .comma }
    }

    /// How long the words before a company's name are: "the German maker of electrical gear".
    private static let descriptorReach = 9

    /// Whether a company, or a noun or small word for one, begins at a token and possesses nothing.
    private func isSomebody(_ token: Int) -> Bool {
        if let reference = entities.reference(at: token) { return !reference.possessive }
        if let mention = entities.mentions(in: token..<token + 1).first {
            return entities.all[mention.entity].kind == .organisation && !mention.possessive
        }
        return found.contains { $0.word == .person && $0.tokens.lowerBound == token }
    }

    /// "X expects that landlords will have to borrow Y by 2030", "évalue à Y la dette que les promoteurs émettront en
    /// 2027": the word for what a whole trade will owe, raise or buy, where no company is named and a year is.
    func paymentOfOthers(behind cue: Word?, _ place: Range<Int>) -> Range<Int>? {
        guard let start = cue?.tokens.upperBound, start <= place.lowerBound, hasFutureYear,
            let payment = found.first(where: {
                $0.word == .payment && $0.tokens.lowerBound >= start && distance($0.tokens, place) <= Self.sumReach
            }),
            entities.organisations(in: start..<max(payment.tokens.upperBound, place.upperBound)).isEmpty
        else { return nil }
        let isDescribed =
            payment.tokens.lowerBound >= place.upperBound
            ? found.contains { $0.word == .relative && $0.tokens.lowerBound == payment.tokens.upperBound }
            : isOfOthers(start..<place.lowerBound)
        return isDescribed ? payment.tokens : nil
    }

    /// "hopes for 9 billion of sales": what comes in.
    func isRevenue(_ place: Range<Int>) -> Bool {
        found.contains { $0.word == .sales && distance($0.tokens, place) <= 2 }
    }

    private func isYear(_ token: Int) -> Bool {
        token < tokens.upperBound && document.tokens[token].kind == .number
    }
}
