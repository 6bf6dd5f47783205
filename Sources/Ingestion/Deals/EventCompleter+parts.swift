import Model

/// Sides that a sentence names by the noun for the part behind a deal of which one side was told: "A has borrowed 120 million.
/// The lender, B, will be repaid", "the buyer is B", "l'acheteur serait B".
extension EventCompleter {
    /// Remembers the halves of a sentence that may be completed so.
    mutating func note(_ halves: [DealEvent], in sentence: Range<Int>) {
        guard let first = sentence.first, !open.isEmpty || !halves.isEmpty else { return }
        let number = context.document.tokens[first].sentence
        open.drop { number - context.document.tokens[$0.sentence.lowerBound].sentence >= Self.reach }
        open.add(halves.filter { $0.trigger.entry.strength == .strong || hasFigure($0) })
    }

    /// The deals told half in the last sentences whose other side a sentence names so.
    func parts(in sentence: Range<Int>, _ groups: [ArgumentGroup]) -> [DealEvent] {
        guard !open.isEmpty, !groups.isEmpty else { return [] }
        var events: [DealEvent] = []
        for noun in context.document.hits(in: sentence, .companyNoun) where !context.isQuoted(noun.first) {
            let roles = context.lexicon.companyNouns[noun.row].parts
            guard !roles.isEmpty, isDefinite(noun),
                let group = bearer(of: noun, in: sentence, groups) ?? bearer(before: noun, in: sentence, groups),
                let event = part(group, roles, sentence)
            else { continue }
            events.append(event)
        }
        return events
    }

    /// The half told last that lacks such a part, with those who play it.
    private func part(_ group: ArgumentGroup, _ roles: [Role], _ sentence: Range<Int>) -> DealEvent? {
        func lacking(_ half: DealEvent) -> Int { half.sides[0].isEmpty ? 0 : 1 }
        let half = open.last { half in
            let side = lacking(half)
            return half.sentence != sentence && roles.contains(half.type.role(ofSide: side))
                && !half.names(anyOf: group)
                && group.mentions.allSatisfy { prior($0.entity, half.type, side) > weights[.never] }
        }
        guard let half else { return nil }
        var event = half
        event.sides[lacking(half)] = group.mentions.map { .init(entity: $0.entity, tokens: $0.tokens, form: $0.form) }
        event.hops = 1
        return event
    }

    /// Whether a noun has a determiner before it that is no article of something new.
    private func isDefinite(_ noun: Hit) -> Bool {
        let first = context.document.sentence(of: noun.first).lowerBound
        for token in stride(from: noun.first - 1, through: max(first, noun.first - Self.longestEpithet), by: -1) {
            if context.marks.words[token].contains(.determiner) {
                return context.document.hit(at: token, .numberWord) == nil
            }
            guard isPlain(token) else { return false }
        }
        return false
    }

    /// Those of whom a noun tells the part: behind a comma or a colon ("the lender, B, will"), or behind "is".
    private func bearer(of noun: Hit, in sentence: Range<Int>, _ groups: [ArgumentGroup]) -> ArgumentGroup? {
        var end = noun.end
        while end < min(sentence.upperBound, noun.end + Self.longestAdjective), isPlain(end),
            context.entities.mention(at: end) == nil, context.marks.words[end].isDisjoint(with: [.be, .will, .adverb])
        { end += 1 }
        guard end < sentence.upperBound else { return nil }
        var first = end
        if [.comma, .colon].contains(context.document.tokens[end].kind) {
            first = end + 1
        } else {
            while first < sentence.upperBound, !context.marks.words[first].isDisjoint(with: [.be, .will, .adverb]) {
                first += 1
            }
            guard first > end, (end..<first).contains(where: { context.marks.words[$0].contains(.be) }) else {
                return nil
            }
        }
        return groups.first { group in
            group.slot == nil && !group.isPossessive && !group.modifies && !group.mentions.isEmpty
                && group.tokens.lowerBound >= first && group.tokens.lowerBound <= first + Self.longestTitle
                && (first..<group.tokens.lowerBound).allSatisfy(isPlain)
        }
    }

    /// Those of whom a sentence says that they play the part: "A and B were among the investors", "A is the lender".
    private func bearer(before noun: Hit, in sentence: Range<Int>, _ groups: [ArgumentGroup]) -> ArgumentGroup? {
        let words = context.marks.words
        let first = max(sentence.lowerBound, noun.first - Self.longestPredicate)
        guard let be = (first..<noun.first).last(where: { words[$0].contains(.be) }),
            (be..<noun.first).allSatisfy({ context.document.tokens[$0].kind == .word })
        else { return nil }
        return groups.first { group in
            group.slot == nil && !group.isPossessive && !group.modifies && !group.mentions.isEmpty
                && group.tokens.upperBound <= be
                && (group.tokens.upperBound..<be).allSatisfy {
                    words[$0].contains(.adverb) || words[$0].contains(.have)
                }
        }
    }

    /// Whether a token is a word and no preposition.
    private func isPlain(_ token: Int) -> Bool {
        context.document.tokens[token].kind == .word && context.marks.slots[token] == nil
    }

    /// How many words may stand between a determiner and its noun, between a noun and the name it tells of ("the lender, the German
    /// bank B"), and behind a noun as its adjectives ("le prêteur principal"); how far behind "is" the noun may stand.
    private static let (longestEpithet, longestTitle, longestAdjective, longestPredicate) = (4, 4, 2, 5)
}
