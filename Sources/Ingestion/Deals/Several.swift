/// The companies last named together, for the plurals that mean them.
struct Several {
    private var last: [EntityMention] = []
    /// The last of them that were two.
    private var pair: [EntityMention] = []

    var isEmpty: Bool { last.isEmpty }

    mutating func note(_ mentions: [EntityMention]) {
        last = mentions
        if mentions.count == 2 { pair = mentions }
    }

    /// Those whom a plural means, which may speak of just two.
    func meant(two isTwo: Bool) -> [EntityMention] { isTwo && !pair.isEmpty ? pair : last }
}
