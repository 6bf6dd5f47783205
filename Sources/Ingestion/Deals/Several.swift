/// The companies last named together, for the plurals that mean them.
struct Several {
    private var last: [EntityMention] = []
    /// The last of them that were two.
    private var pair: [EntityMention] = []

    mutating func note(_ mentions: [EntityMention]) {
        last = mentions
        if mentions.count == 2 { pair = mentions }
    }

    /// Those whom a plural means, which may speak of just two.
    func meant(two isTwo: Bool) -> [EntityMention] { isTwo && !pair.isEmpty ? pair : last }

    /// The two whom a sentence names before the words for exactly two of them, where it names no third: "A has let a hall to B,
    /// the two said".
    static func two(of groups: [ArgumentGroup], before words: Range<Int>) -> [EntityMention]? {
        var two: [EntityMention] = []
        for group in groups where group.tokens.upperBound <= words.lowerBound && !group.modifies {
            for mention in group.mentions where !two.contains(where: { $0.entity == mention.entity }) {
                two.append(mention)
            }
        }
        return two.count == 2 && two.contains { $0.form == .name } ? two : nil
    }
}
