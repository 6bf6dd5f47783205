/// Lists of names: "A, B and C".
extension RelationSentence {
    /// "A, B and C" from its first name on; a mere comma joins nothing.
    func coordinated(startingWith first: EntityMention) -> [EntityMention] {
        var found = [first]
        var joined = 1
        for mention in mentions where mention.tokens.lowerBound >= first.tokens.upperBound {
            // "A and its chips": the small word begins something else.
            guard let last = found.last, mention.form != .pronoun || !mention.possessive else { break }
            let gap = last.tokens.upperBound..<mention.tokens.lowerBound
            // "A, an owner of B, and C": a comma with "and" ends what it follows, unless a list is under way.
            guard isLink(gap), found.count > 1 || !(hasAnd(gap) && gap.contains(where: isComma)) else { break }
            found.append(mention)
            if hasAnd(gap) || isRepeated(gap, first) { joined = found.count }
        }
        let goesOn = goesOn(found[found.count - 1].tokens.upperBound, isListed: found.count > 1)
        return Array(found.prefix(goesOn ? found.count : joined))
    }

    /// "A, a subsidiary of B, and C" behind words that lead to a list: the names, over what explains the first.
    func apposed(startingWith first: EntityMention) -> [EntityMention] {
        let found = coordinated(startingWith: first)
        let open = first.tokens.upperBound
        guard found.count == 1, open + 1 < tokens.upperBound, isComma(open), word(at: open + 1) == .determiner,
            let close = (open + 2..<min(open + Self.reach, tokens.upperBound)).first(where: isComma),
            close + 1 < tokens.upperBound, word(at: close + 1) == .and,
            let next = self.first(from: close + 2), next.form == .name, !next.possessive,
            next.tokens.lowerBound - close <= Self.apposition,
            (close + 2..<next.tokens.lowerBound).allSatisfy(isFiller)
        else { return found }
        return found + coordinated(startingWith: next)
    }

    /// "A, B and larger hosts": whether "and" with something that has no name ends a list; "A, B and its founders", if one is
    /// under way.
    private func goesOn(_ end: Int, isListed: Bool) -> Bool {
        let and = end < tokens.upperBound && isComma(end) ? end + 1 : end
        return and + 1 < tokens.upperBound && word(at: and) == .and && kind(at: and + 1) == .word
            && ![.it, .which].contains(word(at: and + 1)) && (isListed || word(at: and + 1) != .own)
            && first(from: end).map { $0.tokens.lowerBound != and + 1 || $0.form == .pronoun } ?? true
    }

    /// "of A, of B": a comma and the preposition before the first name once more.
    private func isRepeated(_ gap: Range<Int>, _ first: EntityMention) -> Bool {
        guard gap.count == 2, let preposition = word(at: gap.lowerBound + 1), preposition.isPreposition else {
            return false
        }
        return word(at: first.tokens.lowerBound - 1) == preposition
    }

    /// "A, B and C" up to its last name.
    func coordinated(endingWith last: EntityMention) -> [EntityMention] {
        var found = [last]
        for mention in mentions.reversed() where mention.tokens.upperBound <= last.tokens.lowerBound {
            guard let first = found.first else { break }
            let gap = mention.tokens.upperBound..<first.tokens.lowerBound
            // "X, A is a rival": a comma alone does not join what stands before a subject.
            guard isLink(gap), found.count > 1 || hasAnd(gap), !mention.possessive else { break }
            // "A, a client of B, and C": C is no client's.
            if found.count == 1, hasAnd(gap), gap.contains(where: isComma), isGoverned(mention),
                !gap.contains(where: { word(at: $0)?.isPreposition ?? false })
            {
                break
            }
            found.insert(mention, at: 0)
        }
        return found
    }

    /// Whom a relative clause behind a list speaks of: "A and B, who", but "with A and with B, who".
    func joined(to last: EntityMention) -> [EntityMention] {
        let several = coordinated(endingWith: last)
        guard let before = several.dropLast().last else { return several }
        let isGoverned = (before.tokens.upperBound..<last.tokens.lowerBound).contains {
            word(at: $0)?.isPreposition ?? false
        }
        return isGoverned ? [last] : several
    }

    /// Whether only list words stand between two names; a common noun may introduce the next one ("and the fund B").
    private func isLink(_ gap: Range<Int>) -> Bool {
        guard !gap.isEmpty, gap.count <= 6 else { return false }
        if isAlike(gap) { return true }
        var joins = false
        var plain = 0
        var isIntroduced = false
        var covered = gap.lowerBound
        for token in gap where token >= covered {
            covered = document.hit(at: token, .relationWord)?.end ?? token + 1
            if isComma(token) || word(at: token) == .and {
                joins = true
            } else if joins, isHome(token) {
                // "A and Abu Dhabi's B".
                continue
            } else if isIntroduced, plain > 0, word(at: token) == .of, token + 1 < gap.upperBound,
                kind(at: token + 1) == .word, !document.tokens[token + 1].flags.contains(.capitalised)
            {
                // "A et le site de paris B".
                continue
            } else if let word = word(at: token), ![.capital, .goods, .spread].contains(word) {
                // "A, a venture of B" is no list.
                guard [.determiner, .of, .with, .to, .by, .from, .adverb, .this].contains(word) || isAgain(word, gap),
                    plain == 0
                else { return false }
                isIntroduced = isIntroduced || word == .determiner || word == .of || word == .this
            } else if kind(at: token) != .hyphen || plain == 0 {
                plain += 1
                guard kind(at: token) == .word, plain <= 3, joins, isIntroduced else { return false }
            }
        }
        return joins
    }

    /// Whether a token is part of a place or the sign of its possessive: "Abu Dhabi's", "South Korea's".
    private func isHome(_ token: Int) -> Bool {
        if kind(at: token) == .possessive {
            return (max(tokens.lowerBound, token - 3)..<token).contains { document.hit(at: $0, .place)?.end == token }
        }
        return (max(tokens.lowerBound, token - 2)...token).contains {
            guard let place = document.hit(at: $0, .place), place.end > token, place.end < tokens.upperBound else {
                return false
            }
            return kind(at: place.end) == .possessive
        }
    }

    /// "in A and in B": whether a preposition stood before the name that ends where a gap begins.
    private func isAgain(_ preposition: RelationWord, _ gap: Range<Int>) -> Bool {
        guard preposition == .at || preposition == .on, let before = last(before: gap.lowerBound) else { return false }
        return word(at: before.tokens.lowerBound - 1) == preposition
    }

    func hasAnd(_ gap: Range<Int>) -> Bool {
        gap.contains { word(at: $0) == .and } || isAlike(gap)
    }

    /// "of A as of B", "de A comme de B": the preposition before the first once more behind "like".
    private func isAlike(_ gap: Range<Int>) -> Bool {
        guard gap.count == 2, word(at: gap.lowerBound) == .include, let again = word(at: gap.lowerBound + 1),
            again.isPreposition, let before = last(before: gap.lowerBound)
        else { return false }
        return word(at: before.tokens.lowerBound - 1) == again
    }
}
