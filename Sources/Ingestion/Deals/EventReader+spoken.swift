import Model

// What people tell of their own companies.

extension EventReader {
    /// What quoted words tell of the company of who says them, with a figure: "We bought X for 40 million". `own` are the
    /// words for that company.
    func spoken(
        _ triggers: [Trigger], of own: [EntityMention], in sentence: Range<Int>, _ reader: ArgumentReader,
        _ frames: ([ArgumentGroup]) -> FrameReader
    ) -> [DealEvent] {
        guard !own.isEmpty else { return [] }
        let others = reader.groups(in: sentence).filter {
            context.isQuoted($0.tokens.lowerBound) && $0.reference == nil
        }
        let groups = (others + own.map(reader.group)).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        let spoken = frames(groups)
        return triggers.compactMap { trigger in
            guard trigger.entry.strength.tells, context.isQuoted(trigger.tokens.lowerBound),
                let event = spoken.event(trigger), event.isComplete, event.hasFigure
            else { return nil }
            let isOwn = event.sides.joined().contains { side in own.contains { $0.tokens == side.tokens } }
            return isOwn ? event : nil
        }
    }

    /// Whether a name is that of who reports, and no party: "X croit savoir que A rachète B".
    func isSource(_ group: ArgumentGroup) -> Bool {
        let end = group.tokens.upperBound
        guard group.slot == nil, !group.isPossessive, end < context.document.tokens.count else { return false }
        return context.status.marks(in: end..<min(end + 2, context.document.tokens.count)).contains {
            $0.mark == .hearsay && $0.tokens.lowerBound == end
                && context.marks.words[safe: $0.tokens.upperBound]?.contains(.inverting) ?? false
        }
    }

    /// Whether a name only tells who stands behind somebody else: "A-backed B"; "an A-led round" names who pays.
    func isPartOfAdjective(_ group: ArgumentGroup) -> Bool {
        let end = group.tokens.upperBound
        guard let hyphen = context.document.tokens[safe: end], let word = context.document.tokens[safe: end + 1],
            hyphen.kind == .hyphen, !hyphen.spaced, word.kind == .word, !word.spaced, !word.capitalised
        else { return false }
        let behind = (end + 2..<min(end + Self.longestRound, context.document.tokens.count)).prefix {
            context.entities.mention(at: $0) == nil
        }
        return !behind.contains { token in
            guard let hit = context.document.hit(at: token, .trigger) else { return false }
            let entry = context.lexicon.triggers.entry(hit.row)
            return entry.part == .noun && context.lexicon.frames.all[entry.frame].types.allSatisfy(\.isFunding)
        }
    }

    /// How far behind such a name the noun for money may stand that it is about: "an A-led, $40m seed round".
    private static let longestRound = 9

    /// Whether what begins behind a comma, or soon behind a verb of speech, only tells who said it.
    func isAttribution(_ words: Range<Int>) -> Bool {
        let (first, end) = (words.lowerBound, words.upperBound)
        let before = max(context.document.sentence(of: first).lowerBound, first - Self.longestSpeech)..<first
        if before.contains(where: { context.marks.words[$0].contains(.say) }) { return true }
        let isSaid = context.marks.words[safe: end]?.contains(.say) ?? false
        return isSaid && !before.isEmpty && context.document.tokens[first - 1].kind == .comma
    }

    /// How far behind a verb of speech its subject may stand: "ont indiqué mardi".
    private static let longestSpeech = 3
}
