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
}

/// Finds who may have a deal with whom: two whom a sentence names, or one whom it names and one whom the text names
/// shortly before or most of all.
struct ReviewCandidates {
    let words: ReviewWords
    let protagonist: Int?

    /// How many sentences back somebody may be named, and how many such are thought of.
    private static let (back, most) = (2, 5)

    /// Those of the sentences before whom a sentence does not name: the latest sentence first, then the protagonist.
    func carried(to sentence: Int) -> [Int] {
        let here = words.parties[sentence]
        var carried: [Int] = []
        for distance in 1...Self.back where sentence >= distance {
            for party in words.parties[sentence - distance] where carried.count < Self.most {
                if !here.contains(party), !carried.contains(party) { carried.append(party) }
            }
        }
        if let protagonist, !here.contains(protagonist), !carried.contains(protagonist) { carried.append(protagonist) }
        return carried
    }

    /// The candidates of a sentence.
    func candidates(in sentence: Int, _ carried: [Int]) -> [ReviewCandidate] {
        let here = words.parties[sentence]
        var candidates: [ReviewCandidate] = []
        candidates.reserveCapacity(here.count * (here.count + 2 * carried.count) / 2)
        for (index, first) in here.enumerated() {
            for second in here[(index + 1)...] {
                candidates.append(.init(sentence: sentence, first: first, second: second, isNamed: true, place: 0))
            }
            for (place, second) in carried.enumerated() {
                candidates.append(.init(sentence: sentence, first: first, second: second, isNamed: false, place: place))
            }
        }
        return candidates
    }
}
