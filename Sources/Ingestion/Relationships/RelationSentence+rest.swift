/// Who has the shares that nobody else has: "the rest".
extension RelationSentence {
    /// "The rest is held by A and B", "le solde appartient à A", "le reste se partage entre A et B": shareholders of whom
    /// the sentence names before, else of whom the text speaks of.
    func restMatches(_ cue: RelationCue, _ place: Range<Int>) -> [RelationMatch]? {
        guard cue.predicate == .subsidiaryOf || cue.predicate == .investorIn,
            let rest = lastWord(.rest, before: place.lowerBound, within: Self.apposition),
            !mentions.contains(where: { $0.tokens.upperBound > rest && $0.tokens.upperBound <= place.lowerBound })
        else { return nil }
        let prepositions = cue.prepositions.isEmpty ? [.at, .by, .of] : cue.prepositions
        let holders =
            complements(after: place, cue.prepositions, Self.apposition + 2).nonEmpty
            ?? complements(after: place, prepositions, Self.apposition + 2)
        let known = Set(holders.map(\.entity))
        let owned = last(before: rest).flatMap {
            $0.form == .name && !$0.possessive && !known.contains($0.entity) ? $0 : nil
        }
        return (owned ?? topic(at: rest..<rest + 1, not: known, isMain: true)).map { pairs([$0], holders) }
    }

    /// "keep the rest".
    func opensWithRest(_ range: Range<Int>) -> Bool {
        range.prefix(3).contains { $0 < tokens.upperBound && word(at: $0) == .rest }
    }

    /// "rents from B's cloud unit, C", "se fournit chez la filiale de B, C": who is named behind a noun that somebody owns.
    func unit(of owner: EntityMention, from start: Int) -> EntityMention? {
        let end = owner.tokens.upperBound
        guard owner.form == .name, let name = first(from: end), name.form == .name, name.entity != owner.entity else {
            return nil
        }
        let comma = name.tokens.lowerBound - 1
        if owner.possessive {
            guard let noun = cues.first(where: { $0.lowerBound >= end && $0.upperBound <= name.tokens.lowerBound }),
                noun.lowerBound - end <= 4,
                noun.upperBound == name.tokens.lowerBound || noun.upperBound == comma && isComma(comma)
            else { return nil }
            return name
        }
        let isNoun = cues.contains {
            $0.lowerBound > start && $0.upperBound < owner.tokens.lowerBound
                && word(at: $0.lowerBound - 1) == .determiner
        }
        guard isNoun, comma == end, isComma(comma), word(at: owner.tokens.lowerBound - 1) == .of,
            name.tokens.upperBound >= tokens.upperBound || kind(at: name.tokens.upperBound) != .word
        else { return nil }
        return name
    }
}
