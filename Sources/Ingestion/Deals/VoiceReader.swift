/// Tells verbs from nouns of the same form, and active from passive, by the small words before them.
enum VoiceReader {
    /// The voice of a trigger, or `nil` where the words around it show that it is not what its entry says.
    static func voice(
        of hit: Hit, _ part: TriggerEntry.Part, _ features: WordFeatures, behind before: Before, _ document: Document,
        _ marks: ClauseMarks
    ) -> Trigger.Voice? {
        switch part {
        case .noun:
            // "projet de rachat": what leads up to an infinitive may be a preposition too; in the plural it only tells
            // what a sum is for ("2 milliards d'investissements").
            let isGoverned =
                hit.first > 0 && marks.slots[hit.first - 1] == .of && features.isSuperset(of: .singular)
            guard !before.infinitive || isGoverned else { return nil }
            return .nominal
        case .reflexive:
            guard before.reflexive else { return nil }
            return .active
        case .intransitive:
            let isBare = features.contains(.participle) && features.isDisjoint(with: .finite)
            // "d'entrer": what leads up to an infinitive looks like an article.
            let isNoun = before.determiner && !(before.infinitive && features.contains(.infinitive))
            // "a été passée" is the passive of another verb.
            let isPassive = isBare && before.be && before.have
            guard !isNoun, !isPassive, !isBare || before.be || before.have || isAside(hit.first, document) else {
                return nil
            }
            return .active
        case .verb:
            return before.reflexive ? nil : verb(before, features, hit, document, marks)
        }
    }

    /// Whether a participle opens a sentence, or stands behind a comma: "A, entered into the capital of B, …".
    private static func isAside(_ first: Int, _ document: Document) -> Bool {
        guard first > 0, document.tokens[first - 1].sentence == document.tokens[first].sentence else { return true }
        return document.tokens[first - 1].kind == .comma
    }

    /// Whether a verb stands behind the particle of the infinitive or a modal: "will also build".
    static func isPlanned(_ token: Int, _ document: Document, _ marks: ClauseMarks) -> Bool {
        let floor = document.sentence(of: token).lowerBound
        var index = token - 1
        while index > floor, token - index <= Before.reach, marks.words[index].contains(.adverb),
            marks.words[index].isDisjoint(with: [.to, .will])
        { index -= 1 }
        return index >= floor && !marks.words[index].isDisjoint(with: [.to, .will])
    }

    /// Whether the agent of a passive follows soon: "built for it by".
    private static func hasAgent(behind end: Int, _ document: Document, _ marks: ClauseMarks) -> Bool {
        // "led by" is a preposition of its own.
        if marks.slots[end - 1] == .led { return true }
        for index in end..<min(end + 5, document.tokens.count) {
            if marks.slots[index] == .by { return true }
            let word = marks.words[index]
            guard document.tokens[index].kind == .word, word.isDisjoint(with: [.and, .be, .have, .relative, .will])
            else { return false }
        }
        return false
    }

    /// Whether a participle stands before its noun: "for dedicated capacity".
    private static func isAttribute(_ hit: Hit, _ document: Document, _ marks: ClauseMarks) -> Bool {
        guard hit.first > 0, hit.end < document.tokens.count, marks.slots[hit.first - 1] != nil else { return false }
        return document.hit(at: hit.end, .object) != nil
    }

    private static func verb(
        _ before: Before, _ features: WordFeatures, _ hit: Hit, _ document: Document, _ marks: ClauseMarks
    ) -> Trigger.Voice? {
        if features.contains(.participle) {
            if before.be, !before.reflexive { return .passive }
            if before.have { return .active }
            let isOnlyParticiple = features.isDisjoint(with: .finite)
            if isOnlyParticiple {
                return before.determiner || isAttribute(hit, document, marks) ? nil : .reduced
            }
            if before.determiner, !before.relative, !before.clitic { return nil }
            return hasAgent(behind: hit.end, document, marks) ? .reduced : .active
        }
        if features.contains(.gerund) { return before.be ? .active : (before.determiner ? nil : .active) }
        if features.contains(.infinitive), !features.isDisjoint(with: .present) {
            // A bare form that is also a noun ("order") is one where a noun group leads up to it.
            return before.determiner || before.nounGroup || before.be ? nil : .active
        }
        if features.contains(.infinitive) { return .active }
        // An article stands before no finite verb but one that may be a noun.
        return before.determiner && !before.clitic && !before.relative && features.contains(.present) ? nil : .active
    }

    /// What stands before a word, adverbs left out.
    struct Before {
        var be = false
        var have = false
        var infinitive = false
        var determiner = false
        /// Whether that determiner may also begin a relative clause: "the bank that lent".
        var relative = false
        var reflexive = false
        /// A determiner that may also be an object pronoun before a verb.
        var clitic = false
        /// Whether a determiner and a plain word or two stand before it.
        var nounGroup = false

        /// How many words back are looked at.
        static let reach = 5

        init(_ token: Int, _ document: Document, _ marks: ClauseMarks) {
            var index = token - 1
            var steps = 0
            while index >= 0, steps < Self.reach, document.tokens[index].sentence == document.tokens[token].sentence {
                let word = marks.words[index]
                if document.tokens[index].kind == .possessive, steps == 0 { determiner = true }
                if word.contains(.reflexive) { reflexive = true }
                if word.contains(.be) { be = true }
                if word.contains(.have) { have = true }
                if steps == 0 {
                    if word.contains(.determiner) { determiner = true }
                    if word.contains(.relative) { relative = true }
                    if word.contains(.to) || word.contains(.will) { infinitive = true }
                    if word.contains(.accusative), word.contains(.determiner) {
                        clitic = Self.mayBeClitic(index, document, marks)
                    } else if word.contains(.determiner), word.contains(.adverb) {
                        clitic = true
                    }
                }
                guard word.contains(.adverb) || word.contains(.reflexive) || word.contains(.be) || word.contains(.have)
                else { break }
                index -= 1
                steps += 1
            }
            nounGroup = steps == 0 && Self.isNounGroup(before: token, document, marks)
        }

        /// Whether what may be an article or a pronoun stands where only a pronoun can: behind a name or a subject.
        private static func mayBeClitic(_ token: Int, _ document: Document, _ marks: ClauseMarks) -> Bool {
            guard token > 0, document.tokens[token - 1].sentence == document.tokens[token].sentence else {
                return false
            }
            let before = document.tokens[token - 1]
            return before.kind == .word && before.capitalised || marks.words[token - 1].contains(.who)
                || document.hit(at: token - 1, .pronoun) != nil || document.hit(at: token - 1, .negation) != nil
        }

        private static func isNounGroup(before token: Int, _ document: Document, _ marks: ClauseMarks) -> Bool {
            var index = token - 1
            while index >= 0, token - index <= 4, document.tokens[index].sentence == document.tokens[token].sentence {
                if index < token - 1, marks.words[index].contains(.determiner) { return true }
                if document.tokens[index].kind == .possessive || document.tokens[index].kind == .number { return true }
                guard document.tokens[index].kind == .word || document.tokens[index].kind == .hyphen,
                    marks.words[index].isEmpty, marks.slots[index] == nil
                else { return false }
                index -= 1
            }
            return false
        }
    }
}

extension Array {
    /// The element at an index, or `nil` outside.
    subscript(safe index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
