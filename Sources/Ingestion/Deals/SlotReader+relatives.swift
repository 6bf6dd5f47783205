/// Relative clauses, clefts and contrasts: what they make of the names before them.
extension SlotReader {
    /// The slot of the noun that the trigger's relative clause is about: "A, whose contract", "A, from which B bought".
    func antecedentSlot(_ group: ArgumentGroup, _ trigger: Trigger) -> Slot? {
        let end = apposition(behind: group.tokens.upperBound, before: trigger.tokens.lowerBound)
        guard trigger.tokens.lowerBound > end, !isContrasted(group) else { return nil }
        for index in end..<min(end + Self.longestAside, trigger.tokens.lowerBound) {
            let word = marks.words[index]
            if starts.contains(index), !isContrast(index) { return nil }
            if word.contains(.whose) {
                if trigger.voice == .nominal { return ownership(word, index, trigger) }
                // "A, dont B a pris 12 %".
                return group.share != nil && trigger.voice == .active && word.contains(.genitive) ? .of : nil
            }
            guard word.contains(.relative) else { continue }
            guard marks.borders(index + 1, trigger.tokens.lowerBound) <= 2 else { return nil }
            if index > end, let slot = marks.slots[index - 1] { return slot }
            if trigger.voice == .nominal { return isCarried(trigger, from: index) ? .subject : nil }
            let verb = verbs.first(from: index + 1)
            // "who pays to buy": the subject of an infinitive is that of the verb before it.
            let isOwn = verb == trigger.tokens.lowerBound || trigger.features == .infinitive
            // "A, X's rival, which": the clause is about A.
            guard isOwn, trigger.voice == .active, !group.isPossessive else { return nil }
            if isCleft(group), let slot = group.slot { return slot }
            let isNext = index <= end + 1 || isCleft(group)
            return isNext && hasSubject(behind: index, trigger) ? .object : .subject
        }
        return nil
    }

    /// The comma behind an apposition that another company's name begins, or the end of the name where none stands there:
    /// "A, X's rival,".
    private func apposition(behind end: Int, before limit: Int) -> Int {
        guard end + 1 < limit, document.tokens[end].kind == .comma, starts.contains(end + 1),
            (end + 2..<min(end + 1 + Self.longestApposition, limit)).contains(where: {
                document.tokens[$0].kind == .possessive
            })
        else { return end }
        let close = (end + 2..<min(end + 1 + Self.longestApposition, limit)).first {
            document.tokens[$0].kind == .comma
        }
        guard let close, close + 1 < limit, marks.words[close + 1].contains(.relative) else { return end }
        return close
    }

    /// The longest apposition that is passed over, in tokens.
    private static let longestApposition = 8

    /// Whether a group is brought to the front by "it is": "it was from A that B bought".
    private func isCleft(_ group: ArgumentGroup) -> Bool {
        group.start > 0 && marks.words[group.start - 1].contains(.be)
    }

    /// Whether the subject of a relative clause stands right behind the relative word: "A, which B has bought".
    private func hasSubject(behind relative: Int, _ trigger: Trigger) -> Bool {
        let level = marks.insertions[relative]
        guard marks.insertions[trigger.tokens.lowerBound] == level, !marks.words[relative].contains(.who) else {
            return false
        }
        for index in relative + 1..<max(relative + 1, trigger.tokens.lowerBound) {
            guard marks.insertions[index] == level, document.tokens[index].kind != .comma else { return false }
            if starts.contains(index) { return true }
            guard marks.slots[index] == nil, !verbs.contains(index) else { return false }
        }
        return false
    }

    /// Whether an active verb has a group as the object that its relative clause is about: "A, which B has bought".
    func isRelativeObject(_ group: ArgumentGroup, of trigger: Trigger) -> Bool {
        trigger.voice == .active && group.tokens.upperBound < trigger.tokens.lowerBound
            && antecedentSlot(group, trigger) == .object
    }

    /// Whether a group is only named to say that it is not the one: "A, not B, will supply".
    func isContrasted(_ group: ArgumentGroup) -> Bool {
        isContrast(group.start)
    }

    /// Whether a name, or the preposition before it, stands behind a comma or "and" and a word for "not".
    private func isContrast(_ start: Int) -> Bool {
        for first in [start, start - 1] where first > 1 && marks.words[first - 1].contains(.contrast) {
            guard first == start || marks.slots[first] != nil else { continue }
            return opensContrast(first - 1)
        }
        // "and not a single one from A", "mais pas un seul à A".
        guard start > 0, marks.slots[start] != nil else { return false }
        var word = start - 1
        while word > max(0, start - Self.longestContrast), document.tokens[word].kind == .word,
            marks.slots[word] == nil,
            !verbs.contains(word), !marks.words[word].contains(.contrast)
        { word -= 1 }
        return word > 0 && marks.words[word].contains(.contrast) && opensContrast(word)
    }

    /// Whether a word for "not" stands behind a comma, "and" or "but".
    private func opensContrast(_ word: Int) -> Bool {
        document.tokens[word - 1].kind == .comma || !marks.words[word - 1].isDisjoint(with: [.and, .but])
    }

    /// How many words may stand between a word for "not" and the preposition of who is not the one.
    private static let longestContrast = 5

    /// How far behind a noun the relative word may stand that is about it: "A, not B, that".
    private static let longestAside = 7

    /// Whether a relative word is the subject of a clause whose verb only carries a noun: "A, which opened a loan".
    private func isCarried(_ noun: Trigger, from relative: Int) -> Bool {
        marks.words[relative].contains(.who)
            && !triggers.heavy.contains(from: relative + 1, before: noun.tokens.lowerBound)
    }

    /// What a word for "whose" says of a noun: "A, whose offer" is A's; behind a verb with a subject of its own, "dont il
    /// a achevé le rachat", it may be of A.
    private func ownership(_ word: ClauseWord, _ token: Int, _ trigger: Trigger) -> Slot {
        let isObject =
            word.contains(.genitive)
            && marks.words[token + 1..<trigger.tokens.lowerBound].contains { $0.contains(.have) }
        return isObject ? .of : .owner
    }
}
