/// Of whom the sentences of a text speak: for "its" and nouns without an owner, where nothing nearer is known.
struct RelationTopics: Sendable {
    /// How often each entity is mentioned.
    private let counts: [Int]
    /// The subject of each sentence, as an index of an entity, or -1.
    private var subjects: [Int] = []

    /// How many sentences back a subject is still spoken of.
    private static let reach = 8

    init(_ document: Document, _ entities: Entities, isGoverned: (EntityMention) -> Bool) {
        var counts = [Int](repeating: 0, count: entities.all.count)
        for mention in entities.mentions { counts[mention.entity] += 1 }
        self.counts = counts
        subjects.reserveCapacity(document.sentences.count)
        for sentence in document.sentences {
            let free = entities.organisations(in: sentence).first { mention in
                !mention.possessive && !document.tokens[mention.tokens.lowerBound].flags.contains(.quoted)
                    && !isGoverned(mention)
            }
            subjects.append(free?.entity ?? -1)
        }
    }

    /// The company that a sentence speaks of if it does not name it: the latest subject that the text names more than
    /// once, else the latest one; where a paragraph begins, the one that it names most.
    ///
    /// - Parameter isMain: Whether only companies that the text names often are meant: the latest of them.
    func topic(
        before sentence: Int, opensParagraph: Bool, not excluded: Set<Int> = [], isMain: Bool = false
    ) -> Int? {
        let near = subjects[max(0, sentence - Self.reach)..<sentence].reversed().filter {
            $0 >= 0 && !excluded.contains($0)
        }
        if isMain, let most = near.map({ counts[$0] }).max() { return near.first { 3 * counts[$0] >= 2 * most } }
        if opensParagraph, let most = near.map({ counts[$0] }).max() { return near.first { counts[$0] == most } }
        return near.first { counts[$0] > 1 } ?? near.first
    }
}
