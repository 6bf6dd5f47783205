import Model

/// Two who may have a deal, and the sentence that may tell it.
struct ReviewCandidate {
    let sentence: Int
    /// The entities: the one first named, then the other one, whom perhaps only the text before names.
    let first: Int
    let second: Int
    /// Whether the sentence names both.
    let isNamed: Bool
    /// The place of the second among those whom the text before names.
    let place: Int

    /// Whether an entity is one of the two.
    func names(_ entity: Int) -> Bool { entity == first || entity == second }
}

/// Finds who may have a deal with whom: two whom a sentence names, or one whom it names and one whom the text names
/// shortly before or most of all.
struct ReviewCandidates {
    let words: ReviewWords
    let protagonist: Int?

    /// How many sentences back somebody may be named, and how many such are thought of.
    private static let (back, most) = (2, 5)

    /// Those of the sentences before whom a sentence does not name: the latest sentence first, then the protagonist.
    private func carry(to sentence: Int, into carried: inout [Int]) {
        let here = words.parties(of: sentence)
        if !carried.isEmpty { carried.removeAll(keepingCapacity: true) }
        for distance in 1...Self.back where sentence >= distance {
            for party in words.parties(of: sentence - distance) where carried.count < Self.most {
                if !here.contains(party), !carried.contains(party) { carried.append(party) }
            }
        }
        if let protagonist, !here.contains(protagonist), !carried.contains(protagonist) { carried.append(protagonist) }
    }

    /// Hands out the candidates of each sentence that has some.
    func visit(_ body: (_ sentence: Int, _ candidates: [ReviewCandidate]) -> Void) {
        // Room that all sentences share.
        var carried: [Int] = []
        var candidates: [ReviewCandidate] = []
        for sentence in 0..<words.sentences where !words.parties(of: sentence).isEmpty {
            carry(to: sentence, into: &carried)
            if !candidates.isEmpty { candidates.removeAll(keepingCapacity: true) }
            add(sentence, carried, to: &candidates)
            if !candidates.isEmpty { body(sentence, candidates) }
        }
    }

    /// Adds the candidates of a sentence.
    private func add(_ sentence: Int, _ carried: [Int], to candidates: inout [ReviewCandidate]) {
        let here = words.parties(of: sentence)
        for index in here.indices {
            let first = here[index]
            for second in here[(index + 1)...] {
                candidates.append(.init(sentence: sentence, first: first, second: second, isNamed: true, place: 0))
            }
            for (place, second) in carried.enumerated() {
                candidates.append(.init(sentence: sentence, first: first, second: second, isNamed: false, place: place))
            }
        }
    }
}
