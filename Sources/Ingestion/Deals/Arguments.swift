/// Organisations that stand together in one place of a sentence: one name, or several joined by commas and "and".
struct ArgumentGroup: Sendable {
    /// Its mentions, in order.
    var mentions: [EntityMention]
    /// The preposition before it.
    var slot: Slot?
    /// Where that preposition stands, else its first token.
    var start: Int
    /// Whether it is a possessive before a noun.
    var isPossessive: Bool
    /// Whether a common noun follows directly that it is a part of ("Nvidia chips").
    var modifies: Bool
    /// Whether a common noun of goods stands directly before it ("puces Nvidia").
    var followsNoun: Bool

    /// The words: of the names, or the plural ("they", "the two") that stands for them.
    var tokens: Range<Int>
}

/// Groups the organisations of a sentence and finds the prepositions before them.
struct ArgumentReader {
    let document: Document
    let entities: Entities
    let marks: ClauseMarks
    /// Tokens at which a verb begins that some frame knows.
    let verbs: TokenSet
    /// Tokens that belong to a noun of goods.
    let goods: TokenSet
    /// Tokens that belong to a trigger of several words.
    let phrases: TokenSet
    /// Tokens that belong to a date or another literal: no part of a name's noun group.
    let figures: TokenSet

    /// The groups of a token range.
    func groups(in range: Range<Int>) -> [ArgumentGroup] {
        let mentions = entities.parties(in: range, of: document).filter { mention in
            mention.form != .name || !figures.contains(mention.tokens.lowerBound)
        }
        var groups: [ArgumentGroup] = []
        var index = 0
        while index < mentions.count {
            let end = runEnd(from: index, mentions)
            if end - index > 1 {
                groups.append(group(Array(mentions[index..<end])))
            } else {
                groups.append(group([mentions[index]]))
            }
            index = end
        }
        return groups
    }

    /// The group of a plural that stands for several named before.
    func group(at tokens: Range<Int>, for several: [EntityMention]) -> ArgumentGroup {
        let (slot, start) = preposition(before: tokens.lowerBound)
        return ArgumentGroup(
            mentions: several, slot: slot, start: start,
            isPossessive: document.tokens[safe: tokens.upperBound]?.kind == .possessive, modifies: false,
            followsNoun: false, tokens: tokens)
    }

    /// The end of the run of coordinated mentions that begins at an index.
    private func runEnd(from first: Int, _ mentions: [EntityMention]) -> Int {
        var last = first
        var commas = 0
        var end = first + 1
        while last + 1 < mentions.count {
            let gap = mentions[last].tokens.upperBound..<mentions[last + 1].tokens.lowerBound
            guard let joint = joint(gap), mentions[last].entity != mentions[last + 1].entity else { break }
            last += 1
            if joint == .and {
                end = last + 1
            } else {
                commas += 1
                // A list may go on by commas alone, but two names with a comma between are an apposition.
                if commas >= 2 { end = last + 1 }
            }
        }
        return end
    }

    private enum Joint { case comma, and }

    /// How two mentions are joined by the tokens between them, or `nil` where they are not.
    private func joint(_ gap: Range<Int>) -> Joint? {
        guard gap.count <= Self.longestJoint else { return nil }
        var joint: Joint?
        for index in gap {
            let token = document.tokens[index]
            let word = marks.words[index]
            if token.kind == .comma {
                if joint == nil { joint = .comma }
            } else if word.contains(.and) {
                joint = .and
            } else if token.kind == .possessive || verbs.contains(index) || word.contains(.relative) {
                return nil
            } else if word.contains(.be) || word.contains(.have) || word.contains(.say) || word.contains(.but) {
                return nil
            } else if marks.slots[index] != nil, !word.contains(.determiner) {
                return nil
            } else if token.kind != .word {
                return nil
            } else if joint == nil {
                return nil
            }
        }
        return joint
    }

    private static let longestJoint = 7

    /// Whether the word behind a name ends a noun of goods that the name's own words seem to begin: "Acme Compute capacity".
    private func endsGoods(at end: Int, from first: Int) -> Bool {
        (first..<end).contains { document.hit(at: $0, .object)?.tokens.contains(end) ?? false }
    }

    private func group(_ mentions: [EntityMention]) -> ArgumentGroup {
        let first = mentions[0].tokens.lowerBound
        let end = mentions[mentions.count - 1].tokens.upperBound
        let (slot, start) = preposition(before: first)
        let isPossessive = mentions[mentions.count - 1].possessive || document.tokens[safe: end]?.kind == .possessive
        let next = document.tokens[safe: end]
        let modifies = (goods.contains(end) || endsGoods(at: end, from: first)) && next?.kind == .word && !isPossessive
        let followsNoun = first > 0 && goods.contains(first - 1)
        return ArgumentGroup(
            mentions: mentions, slot: slot, start: start, isPossessive: isPossessive, modifies: modifies,
            followsNoun: followsNoun, tokens: first..<end)
    }

    /// The preposition that governs what begins at a token: back over its noun group, at most over one comma.
    private func preposition(before first: Int) -> (Slot?, Int) {
        var index = first - 1
        var plain = 0
        var commas = 0
        var start = first
        // A place's name in the group has a preposition of its own.
        var owed = false
        while index >= 0, plain <= 7, document.tokens[index].sentence == document.tokens[first].sentence {
            let token = document.tokens[index]
            let word = marks.words[index]
            if phrases.contains(index) { return (nil, start) }
            if let slot = marks.slots[index] {
                if owed, slot == .of || slot == .in || slot == .at || slot == .to {
                    owed = false
                    index -= 1
                    continue
                }
                if commas > 0, !isBehindVerb(index) { return (nil, start) }
                // "after A and B signed" begins a clause.
                if slot == .like, !word.isDisjoint(with: [.subordinate, .relative]) { return (nil, start) }
                return (slot, index)
            }
            if figures.contains(index) || token.kind == .number { return (nil, start) }
            if verbs.contains(index) || word.contains(.relative) || word.contains(.be) || word.contains(.have) {
                return (nil, start)
            }
            switch token.kind {
            case .comma:
                commas += 1
                if commas > 1 || plain > 5 { return (nil, start) }
            case .word:
                if word.contains(.and) || word.contains(.say) { return (nil, start) }
                if let mention = entities.mention(at: index) {
                    // An owner's name is part of the noun group, another name is not.
                    let isOwner = mention.possessive || document.tokens[mention.tokens.upperBound].kind == .possessive
                    guard isOwner || entities.all[mention.entity].kind != .organisation else { return (nil, start) }
                    if !isOwner { owed = true }
                    index = mention.tokens.lowerBound
                }
                if !word.contains(.determiner) { plain += 1 }
                if commas == 0 { start = index }
            case .hyphen, .possessive: break
            default: return (nil, start)
            }
            index -= 1
        }
        return (nil, start)
    }
}

extension ArgumentReader {
    /// Whether a verb stands before a token in its sentence.
    private func isBehindVerb(_ token: Int) -> Bool {
        (document.sentence(of: token).lowerBound..<token).contains(where: verbs.contains)
    }
}

extension Entities {
    /// The mentions of what may be a party, in a token range.
    func parties(in range: Range<Int>, of document: Document) -> [EntityMention] {
        mentions(in: range).filter { mention in
            let entity = all[mention.entity]
            let isCompany = entity.kind == .organisation || entity.kind == .government
            return isCompany && !isProductName(mention, entity, document)
        }
    }

    /// The mentions that begin in a token range.
    func mentions(in range: Range<Int>) -> ArraySlice<EntityMention> {
        let first = firstMention(from: range.lowerBound)
        return mentions[first..<firstMention(from: range.upperBound)]
    }

    /// Whether an unknown name looks like a product's: a single word of letters and digits.
    private func isProductName(_ mention: EntityMention, _ entity: Entity, _ document: Document) -> Bool {
        guard entity.catalogueRow == nil, mention.form == .name else { return false }
        return mention.tokens.allSatisfy {
            document.tokens[$0].flags.contains(.mixed) || document.tokens[$0].kind == .number
        }
    }

    /// The mention that covers a token.
    func mention(at token: Int) -> EntityMention? {
        let next = firstMention(from: token + 1)
        guard next > 0, mentions[next - 1].tokens.contains(token) else { return nil }
        return mentions[next - 1]
    }

    private func firstMention(from token: Int) -> Int {
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
