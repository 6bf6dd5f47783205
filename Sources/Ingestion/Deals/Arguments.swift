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
    /// Whether it is a possessive before a noun of goods ("the chipmaker's accelerators").
    var ownsGoods = false
    /// Whether it is a possessive right before hardware or a product, whose maker it names ("Nvidia's B200 chips").
    var makesWares = false
    /// Whether it names the maker of what something is made with: "servers with A's chips".
    var isOfFittings: Bool { makesWares && (slot == .with || slot == .on) }
    /// Whether a common noun of goods stands directly before it ("puces Nvidia").
    var followsNoun: Bool
    /// Whether a sum or another figure stands directly before its preposition ("40 millions de B").
    var followsFigure = false
    /// The part of it that is spoken of, in percent: "a fifth of it", "60% of X".
    var share: Double?

    /// The words: of the names, or the plural ("they", "the two") that stands for them.
    var tokens: Range<Int>
    /// The noun or pronoun that means one organisation; whom, the frame decides.
    var reference: Reference?
    /// Of a pronoun that belongs to the verb behind it: where that verb begins.
    var verb: Int?

    /// Whether one of its names means an entity.
    func names(_ entity: Int) -> Bool { mentions.contains { $0.entity == entity } }

    /// Whether all that another group names is named by it.
    func names(allOf other: ArgumentGroup) -> Bool { other.mentions.allSatisfy { names($0.entity) } }

    /// Whether none of its names means one of some entities.
    func isDisjoint(from others: Others) -> Bool {
        others.isNobody || !mentions.contains { others.contains($0.entity) }
    }

    /// Whether none of its names means one that another group names.
    func isDisjoint(from other: ArgumentGroup) -> Bool {
        !mentions.contains { other.names($0.entity) }
    }

    /// The group with its reference taken for an organisation.
    func meaning(_ entity: Int) -> ArgumentGroup {
        guard let reference else { return self }
        var group = self
        group.mentions = [
            EntityMention(entity: entity, tokens: tokens, form: reference.isPronoun ? .pronoun : .nominal)
        ]
        return group
    }
}

/// Groups the organisations of a sentence and finds the prepositions before them.
struct ArgumentReader {
    let context: DealContext
    let triggers: TriggerPlaces

    var document: Document { context.document }
    var entities: Entities { context.entities }
    var marks: ClauseMarks { context.marks }
    var verbs: SentenceSet { triggers.verbs }
    var goods: TokenSet { context.places.goods }
    var participles: SentenceSet { triggers.participles }

    /// The groups of a token range: lists are looked for inside each aside, and outside all of them.
    func groups(in range: Range<Int>) -> [ArgumentGroup] {
        let (mentions, references) = (entities.mentions(in: range), entities.references(in: range))
        var found: [ArgumentGroup] = []
        let most = mentions.count + references.count
        if most > 0 { found.reserveCapacity(most) }
        if let first = mentions.first, mentions.allSatisfy({ mayBeGrouped($0) && level(of: $0) == level(of: first) }) {
            // Nearly always all stand in the same aside, or in none.
            addGroups(of: mentions, to: &found)
        } else {
            var lists: [(level: Int32, mentions: [EntityMention])] = []
            for mention in mentions where mayBeGrouped(mention) {
                let level = level(of: mention)
                if let place = lists.firstIndex(where: { $0.level == level }) {
                    lists[place].mentions.append(mention)
                } else {
                    lists.append((level, [mention]))
                }
            }
            for list in lists { addGroups(of: list.mentions[...], to: &found) }
        }
        add(references, to: &found)
        return found
    }

    /// Whether a mention may be one of a group: it means a party, and is no figure.
    private func mayBeGrouped(_ mention: EntityMention) -> Bool {
        entities.isParty(mention, document) && !ownsUnit(mention)
            && !(mention.form == .name && mention.tokens.allSatisfy { context.places.figures.contains($0) })
    }

    /// The aside in which a mention stands.
    private func level(of mention: EntityMention) -> Int32 { marks.insertions[mention.tokens.lowerBound] }

    private func addGroups(of mentions: ArraySlice<EntityMention>, to groups: inout [ArgumentGroup]) {
        var index = mentions.startIndex
        while index < mentions.endIndex {
            let end = runEnd(from: index, mentions)
            if end - index > 1 {
                groups.append(group(Array(mentions[index..<end])))
            } else {
                groups.append(group([mentions[index]]))
            }
            index = end
        }
    }

    /// Adds the nouns and pronouns that mean some organisation, and brings all groups in order.
    private func add(_ references: ArraySlice<Reference>, to groups: inout [ArgumentGroup]) {
        for reference in references {
            if let index = groups.firstIndex(where: { $0.tokens.overlaps(reference.tokens) && $0.mentions.count == 1 })
            {
                let form = groups[index].mentions[0].form
                if form == .nominal || form == .pronoun, !groups[index].mentions[0].possessive || reference.possessive {
                    groups[index].reference = reference
                    continue
                }
                guard groups[index].mentions[0].possessive else { continue }
            } else if groups.contains(where: { $0.tokens.overlaps(reference.tokens) }) {
                continue
            }
            groups.append(group(of: reference))
        }
        let isInOrder = groups.indices.dropFirst().allSatisfy {
            groups[$0 - 1].tokens.lowerBound <= groups[$0].tokens.lowerBound
        }
        if !isInOrder { groups.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }
    }

    private func group(of reference: Reference) -> ArgumentGroup {
        let (slot, start) = preposition(before: reference.tokens.lowerBound)
        return ArgumentGroup(
            mentions: [], slot: slot, start: start, isPossessive: reference.possessive, modifies: false,
            ownsGoods: reference.possessive && ownsGoods(reference.tokens.upperBound),
            followsNoun: false, tokens: reference.tokens, reference: reference)
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
    private func runEnd(from first: Int, _ mentions: ArraySlice<EntityMention>) -> Int {
        var last = first
        var commas = 0
        var end = first + 1
        while last + 1 < mentions.endIndex {
            let gap = mentions[last].tokens.upperBound..<mentions[last + 1].tokens.lowerBound
            guard let joint = joint(gap, behind: mentions[first]), mentions[last].entity != mentions[last + 1].entity,
                !isDative(mentions[last + 1]), !isOwner(mentions[last + 1]),
                !isGapped(mentions[last + 1], behind: mentions[first]),
                last > first || !beginsClause(last + 1, behind: gap, mentions)
            else { break }
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

    /// Whether a sum follows the last name of a list behind a preposition: "… in A, and B $5bn" means the verb once more.
    private func isGapped(_ mention: EntityMention, behind first: EntityMention) -> Bool {
        let end = marks.behindAside(at: mention.tokens.upperBound)
        guard context.places.sums.contains(end), let slot = preposition(before: first.tokens.lowerBound).0 else {
            return false
        }
        return slot != .between
    }

    /// Whether a mention is a possessive before goods: "bought A and its chips" names A alone.
    private func isOwner(_ mention: EntityMention) -> Bool {
        mention.form == .pronoun && mention.possessive
    }

    private enum Joint { case comma, and }

    /// Whether a mention is a pronoun of the verb behind it: "builds the site of A and sells it power".
    private func isDative(_ mention: EntityMention) -> Bool {
        let first = mention.tokens.lowerBound
        return mention.form == .pronoun && marks.words[first].contains(.dative)
            && (first == 0 || marks.slots[first - 1] == nil)
    }

    /// Whether the preposition of a run's first name is said again before its last one: "to A and to B".
    private func repeats(_ slot: Slot, at token: Int, in gap: Range<Int>, of first: EntityMention) -> Bool {
        guard gap.upperBound - token <= Self.longestTitle, [.to, .by, .at, .from, .for].contains(slot) else {
            return false
        }
        return preposition(before: first.tokens.lowerBound).0 == slot
    }

    /// How many words may lead up to the last name of a run behind its preposition: "et par le pétrolier norvégien B".
    private static let longestTitle = 5

    /// How two mentions of a run are joined by the tokens between them, or `nil` where they are not.
    private func joint(_ gap: Range<Int>, behind first: EntityMention) -> Joint? {
        let level = marks.insertions[gap.lowerBound - 1]
        var joint: Joint?
        var plain = 0
        for index in gap where marks.insertions[index] == level {
            let token = document.tokens[index]
            // The end of an aside: "A (“the lab”) and B".
            if token.kind == .closeBracket || isLegalSuffix(index) || isOfUnitOwner(index) { continue }
            plain += 1
            guard plain <= Self.longestJoint, gap.count <= Self.widestJoint else { return nil }
            let word = marks.words[index]
            // "together with".
            if joint == .and, index > gap.lowerBound, let slot = marks.slots[index],
                marks.words[index - 1].contains(.and), marks.slots[index - 1] == slot
            {
                continue
            }
            if word.contains(.contrast) {
                return nil
            } else if token.kind == .comma {
                if joint == nil { joint = .comma }
            } else if word.contains(.and) {
                joint = .and
            } else if token.kind == .possessive || verbs.contains(index) || word.contains(.relative) {
                return nil
            } else if word.contains(.be) || word.contains(.have) || word.contains(.say) || word.contains(.but) {
                return nil
            } else if let slot = marks.slots[index], !word.contains(.determiner) {
                guard joint == .and, repeats(slot, at: index, in: gap, of: first) else { return nil }
            } else if token.kind != .word {
                return nil
            } else if joint == nil {
                return nil
            }
        }
        return joint
    }

    /// Whether a token is a company's legal suffix, or the stop behind one: "Inc."
    private func isLegalSuffix(_ index: Int) -> Bool {
        let word = document.tokens[index].kind == .stop ? index - 1 : index
        return document.hit(at: word, .legalSuffix) != nil
    }

    private static let longestJoint = 7
    /// The same with asides.
    private static let widestJoint = 40

    /// Whether the word behind a name ends a noun of goods that the name's own words seem to begin: "Acme Compute capacity".
    private func endsGoods(at end: Int, from first: Int) -> Bool {
        (first..<end).contains { document.hit(at: $0, .object)?.tokens.contains(end) ?? false }
    }

    /// The group of one name, wherever it stands.
    func group(_ mention: EntityMention) -> ArgumentGroup { group([mention]) }

    private func group(_ mentions: [EntityMention]) -> ArgumentGroup {
        let first = mentions[0].tokens.lowerBound
        let end = mentions[mentions.count - 1].tokens.upperBound
        let (slot, start) = described(place(of: mentions), first)
        let isPossessive = mentions[mentions.count - 1].possessive || document.tokens[safe: end]?.kind == .possessive
        let next = document.tokens[safe: end]
        let isSigned = first > 1 && participles.contains(first - 1) && goods.contains(first - 2)
        let isMaker =
            slot == .of && start > 0 && context.places.wares.contains(start - 1) && start + 1 == first
            && mayMake(mentions[0].entity)
        let modifies =
            isSigned || isMaker
            || (goods.contains(end) && marks.slots[end] == nil || endsGoods(at: end, from: first))
                && next?.kind == .word && !isPossessive
        let followsNoun = first > 0 && goods.contains(first - 1)
        return ArgumentGroup(
            mentions: mentions, slot: slot, start: start, isPossessive: isPossessive, modifies: modifies,
            ownsGoods: isPossessive && ownsGoods(end), makesWares: isPossessive && ownsWares(end),
            followsNoun: followsNoun,
            followsFigure: start > 0 && start + 1 == first && context.places.figures.contains(start - 1),
            tokens: first..<end)
    }

    /// Whether a company may be the maker of hardware, as far as its kind is known.
    private func mayMake(_ entity: Int) -> Bool {
        !context.priors.knows(entity) || context.priors.weight(entity, .hardware, side: 1) > 0
    }

    /// Whether a noun of goods follows soon.
    private func ownsGoods(_ end: Int) -> Bool {
        goods.contains(from: end, before: end + 5)
    }

    /// The preposition that governs what begins at a token: back over its noun group, at most over one comma.
    func preposition(before first: Int) -> (Slot?, Int) {
        if isClitic(first) { return (nil, first) }
        var index = first - 1
        var plain = 0
        var commas = 0
        var start = first
        // A place's name in the group has a preposition of its own.
        var owed = false
        while index >= 0, plain <= 7, document.tokens[index].sentence == document.tokens[first].sentence {
            let token = document.tokens[index]
            let word = marks.words[index]
            if triggers.phrases.contains(index) { return (nil, start) }
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
            if context.places.figures.contains(index) || token.kind == .number { return (nil, start) }
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
            // The sign behind a plural: "the machines' maker".
            case .closeQuote where !token.flags.contains(.quoted) && !token.spaced: break
            default: return (nil, start)
            }
            index -= 1
        }
        return (nil, start)
    }
}

extension ArgumentReader {
    /// Whether a token is the indirect object of a verb right behind it, whose preposition stands before it: "afin de lui céder A".
    private func isClitic(_ token: Int) -> Bool {
        guard marks.words[token].contains(.dative), !(entities.mention(at: token)?.possessive ?? false) else {
            return false
        }
        let isPair = marks.words[safe: token + 1].map { !$0.isDisjoint(with: [.accusative, .genitive]) } ?? false
        return verbs.contains(token + 1) || isPair && verbs.contains(token + 2)
    }

    /// Whether a verb stands before a token in its sentence.
    private func isBehindVerb(_ token: Int) -> Bool {
        verbs.contains(from: document.sentence(of: token).lowerBound, before: token)
    }
}
