import Model

/// Finds the pronouns before a verb that are its object, and may mean an organisation: "l'a rachetée", "en prend le contrôle".
struct CliticReader {
    let context: DealContext

    private var document: Document { context.document }
    private var marks: ClauseMarks { context.marks }

    /// The groups of the pronouns before some verbs, in the order of the text.
    func groups(before verbs: [Trigger]) -> [ArgumentGroup] {
        var groups: [ArgumentGroup] = []
        for verb in verbs where verb.voice == .active && !verb.features.contains(.gerund) {
            let first = verb.tokens.lowerBound
            guard groups.last?.verb != first, let token = clitic(before: first) else { continue }
            var group = group(at: token, before: first)
            // "of it" before the verb and a part behind it: "en a acquis 12 %".
            if marks.words[token].contains(.genitive) { group.share = context.share(from: verb.tokens.upperBound) }
            groups.append(group)
        }
        return groups
    }

    /// The pronoun before a verb, over auxiliaries and other pronouns.
    private func clitic(before verb: Int) -> Int? {
        let start = document.sentence(of: verb).lowerBound
        for index in stride(from: verb - 1, through: max(start, verb - Self.reach), by: -1) {
            let word = marks.words[index]
            if !word.isDisjoint(with: Self.clitics), !word.contains(.whose) { return index }
            guard !word.isDisjoint(with: [.have, .be, .dative]) else { return nil }
        }
        return nil
    }

    private func group(at token: Int, before verb: Int) -> ArgumentGroup {
        let tokens = token..<token + 1
        let reference = Reference(
            tokens: tokens, isPronoun: true, roles: [], isOwned: false, owner: nil, antecedent: nil, candidates: nil,
            possessive: false)
        return ArgumentGroup(
            mentions: [], slot: nil, start: token, isPossessive: false, modifies: false, followsNoun: false,
            tokens: tokens, reference: reference, verb: verb)
    }

    private static let clitics: ClauseWord = [.accusative, .genitive, .locative]
    /// How far before its verb a pronoun may stand, in tokens.
    private static let reach = 4
}
