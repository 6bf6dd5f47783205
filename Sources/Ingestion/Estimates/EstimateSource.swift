/// Who gives an estimate: a mention, or words for an authority without a name.
struct EstimateSource {
    /// An index of an entity; `nil` for an authority that only a common noun names.
    let entity: Int?
    let tokens: Range<Int>

    init(_ mention: EntityMention) {
        entity = mention.entity
        tokens = mention.tokens
    }

    init(words: Range<Int>) {
        entity = nil
        tokens = words
    }
}

extension EstimateSentence {
    /// Who stands behind a word of attribution: "according to X".
    func attributed(behind index: Int) -> EstimateSource? {
        speakers.first { $0.tokens.lowerBound >= index && isSpeaker($0) }.map { EstimateSource($0) }
    }

    /// "…, X said", "…, a indiqué X": a name that ends the sentence behind a comma.
    var trailingSpeaker: EstimateSource? {
        speakers.last { mention in
            let start = mention.tokens.lowerBound
            return start > tokens.lowerBound && tokens.upperBound - mention.tokens.upperBound <= 3
                && (max(tokens.lowerBound, start - 3)..<start).contains { document.tokens[$0].kind == .comma }
                && !isGoverned(mention) && isSpeaker(mention)
        }.map { EstimateSource($0) }
    }

    /// Who says or plans: the name directly before the verb, else the first one that no preposition governs; a small
    /// word means the last one of its kind before.
    func planner(before index: Int) -> EstimateSource? {
        let before = speakers.filter { $0.tokens.upperBound <= index && !$0.possessive && isSpeaker($0) }
        if let last = before.last, index - last.tokens.upperBound <= 2, !isGoverned(last) {
            return EstimateSource(last)
        }
        let small = found.last { $0.word == .person && $0.tokens.upperBound <= index }
        if let small, index - small.tokens.upperBound <= 3 || before.isEmpty {
            return meant(by: small.tokens.lowerBound)
        }
        if let state = found.first(where: { $0.word == .state && $0.tokens.upperBound <= index }), before.isEmpty {
            return EstimateSource(words: state.tokens)
        }
        let free = before.first { !isGoverned($0) } ?? before.first
        return free.map { EstimateSource($0) }
    }

    /// "X's capital spending will": who possesses what begins at a token.
    func owner(of token: Int) -> EstimateSource? {
        speakers.last { (0...2).contains(token - $0.tokens.upperBound) && $0.possessive }.map { EstimateSource($0) }
    }

    /// The last name of an earlier sentence that no preposition governs.
    func meant(by token: Int) -> EstimateSource? {
        if let known = entities.mentions(in: token..<token + 1).first { return EstimateSource(known) }
        if let here = speakers.last(where: { $0.tokens.upperBound <= token && !$0.possessive && !isGoverned($0) }) {
            return EstimateSource(here)
        }
        let end = entities.mentionIndex(from: tokens.lowerBound)
        return entities.mentions[max(0, end - 12)..<end].last {
            [.organisation, .person].contains(entities.all[$0.entity].kind) && !$0.possessive && !isGoverned($0)
        }.map { EstimateSource($0) }
    }

    /// A place speaks only as the subject that opens the sentence ("Brussels wants").
    private func isSpeaker(_ mention: EntityMention) -> Bool {
        guard entities.all[mention.entity].kind == .place else { return true }
        // "BRUSSELS, May 6 -" is where it was written.
        let next = mention.tokens.upperBound
        let start = tokens.lowerBound
        return (start...start + 1).contains(mention.tokens.lowerBound) && !isGoverned(mention)
            && next < tokens.upperBound
            && (document.tokens[next].kind == .word
                || !document.tokens[mention.tokens.lowerBound].flags.contains(.allCapitals)
                    && document.tokens[next].kind == .comma)
    }

    func isGoverned(_ mention: EntityMention) -> Bool {
        mention.tokens.lowerBound > 0 && document.hit(at: mention.tokens.lowerBound - 1, .preposition) != nil
    }
}
