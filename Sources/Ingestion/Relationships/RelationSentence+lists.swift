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
        return Array(found.prefix(goesOn(found[found.count - 1].tokens.upperBound) ? found.count : joined))
    }

    /// "A, B and larger hosts": whether "and" with something that has no name ends a list.
    private func goesOn(_ end: Int) -> Bool {
        let and = end < tokens.upperBound && isComma(end) ? end + 1 : end
        return and + 1 < tokens.upperBound && word(at: and) == .and && kind(at: and + 1) == .word
            && ![.own, .it, .which].contains(word(at: and + 1))
            && first(from: end)?.tokens.lowerBound != and + 1
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
            } else if let word = word(at: token), word != .capital, word != .goods {
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
