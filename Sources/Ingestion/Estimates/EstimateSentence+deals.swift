/// Sums of a verb of spending that somebody else gets: deals.
extension EstimateSentence {
    /// Whether the money goes to a company or buys a part of one: then it is a deal.
    func takesCompany(behind place: Range<Int>) -> Bool {
        if found.contains(where: { $0.word == .equity && distance($0.tokens, place) <= 3 }) { return true }
        // "in its halls" is its own.
        let next = entities.organisations(in: place.upperBound..<tokens.upperBound).first { mention in
            !(mention.form == .pronoun && mention.possessive)
                && !found.contains { [.market, .capex].contains($0.word) && $0.tokens.overlaps(mention.tokens) }
                && !found.contains { $0.word == .agent && $0.tokens.upperBound == mention.tokens.lowerBound }
        }
        if hasParty(behind: place) || goesIntoCompany(behind: place.upperBound) { return true }
        guard let next, !isRelative(behind: place) else { return false }
        let gap = place.upperBound..<next.tokens.lowerBound
        // "on 20,000 of X's chips".
        let isCounted = literals[range].contains { $0.kind != .money && gap.overlaps($0.tokens) && $0.kind != .date }
        return gap.count <= (isCounted ? 7 : 4)
            && !gap.contains {
                [.comma, .colon, .stop].contains(document.tokens[$0].kind) && !document.hasDigits(rightBehind: $0)
            }
            && !found.contains { [.market, .capex, .source].contains($0.word) && gap.overlaps($0.tokens) }
            && !spans.contains { gap.overlaps($0.tokens) }
    }

    /// "chips from X", "a campus with X": another company takes part, in the same breath.
    private func hasParty(behind place: Range<Int>) -> Bool {
        let end = min(tokens.upperBound, place.upperBound + Self.sumReach)
        for mention in entities.organisations(in: place.upperBound..<end) {
            let gap = place.upperBound..<mention.tokens.lowerBound
            let isClosed = gap.contains { token in
                let isGroup = token + 1 < tokens.upperBound && document.tokens[token + 1].kind == .number
                return document.tokens[token].kind == .colon || document.tokens[token].kind == .comma && !isGroup
            }
            if isClosed || found.contains(where: { $0.word == .source && gap.overlaps($0.tokens) }) { return false }
            let isParty = found.contains { word in
                word.word == .party && gap.overlaps(word.tokens)
                    && (0...2).contains(mention.tokens.lowerBound - word.tokens.upperBound)
                    && !isSpentAt(word.tokens, place)
            }
            if isParty { return true }
        }
        return false
    }

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
    func isSomebody(_ token: Int) -> Bool {
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
            ? found.contains { word in
                word.word == .relative && word.tokens.lowerBound == payment.tokens.upperBound
                    || word.word == .future && (0...1).contains(payment.tokens.lowerBound - word.tokens.upperBound)
            }
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

    /// Whether somebody is paid a sum: it is the price of something ("10 halls for X"), or words in its part of the sentence
    /// say how or for what ("X in return for", "X, payable d'avance").
    func isPaid(_ place: Range<Int>) -> Bool {
        found.contains { word in
            switch word.word {
            case .price:
                isCounted(behind: word.tokens, place)
                    || word.tokens.upperBound == place.lowerBound
                        && !found.contains {
                            [.market, .capex].contains($0.word)
                                && (0...2).contains($0.tokens.lowerBound - place.upperBound)
                        }
                        && !found.contains {
                            $0.word != .price && $0.tokens.upperBound == place.lowerBound && $0.word.mayTell
                        }
            case .paid: distance(word.tokens, place) <= Self.sumReach && !isSplit(word.tokens, place)
            default: false
            }
        }
    }

    /// "X for 750 megawatts of its capacity": whether a price stands behind a sum, of something that is counted.
    private func isCounted(behind price: Range<Int>, _ place: Range<Int>) -> Bool {
        (0...1).contains(price.lowerBound - place.upperBound)
            && literals[range].contains {
                [.quantity, .power].contains($0.kind) && (0...1).contains($0.tokens.lowerBound - price.upperBound)
            }
    }

    /// "expects investments of X at Y": whether a word that else stands before the other side of a deal tells whose spending
    /// somebody foresees.
    private func isSpentAt(_ word: Range<Int>, _ place: Range<Int>) -> Bool {
        found.contains { $0.word == .into && $0.tokens == word }
            && found.contains { $0.word == .forecast && $0.tokens.upperBound <= place.lowerBound }
            && found.contains { noun in
                [.market, .capex].contains(noun.word)
                    && (0...2).contains(noun.tokens.lowerBound - place.upperBound)
                    && noun.tokens.upperBound <= word.lowerBound
            }
    }

    /// "expects contract manufacturers to spend X on leases": whether a whole trade spends a sum, whatever is said of the
    /// trade and of what it buys.
    func isSpentByOthers(behind cue: Word?, _ place: Range<Int>) -> Bool {
        guard let cue,
            let verb = found.first(where: {
                [.spend, .dedicate].contains($0.word) && $0.tokens.lowerBound >= cue.tokens.upperBound
                    && (0...1).contains(place.lowerBound - $0.tokens.upperBound)
            })
        else { return false }
        let actors = cue.tokens.upperBound..<verb.tokens.lowerBound
        return isOfOthers(actors) && hasFutureYear && entities.organisations(in: actors).isEmpty
    }

    /// Whether a word for another kind of sum stands right before one for a market, and only says which.
    func isOfMarket(_ word: Word) -> Bool {
        found.contains { $0.word == .market && (0...1).contains($0.tokens.lowerBound - word.tokens.upperBound) }
    }

    /// Whether a noun for a company stands before a verb: somebody's plan, also where it is not known whose.
    func isSomeones(_ verb: Range<Int>) -> Bool {
        let start = max(tokens.lowerBound, verb.lowerBound - Self.descriptorReach)
        return !document.hits(in: start..<max(start, verb.lowerBound), .companyNoun).isEmpty
    }
}
