import Model

/// What the words of status of a text say, with their places: read once for all triggers.
struct StatusMarks: Sendable {
    /// A word that says something of the deal beside it.
    struct Place: Sendable {
        let mark: StatusWords.Mark
        let tokens: Range<Int>
        /// Whether it is a verb, or a verb with the particle of an infinitive: "plans to".
        var isVerb = false
    }

    /// By first token.
    private var all: [Place] = []
    /// What a label says of the sentences beside it, by their first token.
    private var labels: [Int: DealStatus] = [:]

    /// Adds a mark that begins behind the last one, or with it.
    mutating func append(_ place: Place) {
        if all.isEmpty { all.reserveCapacity(Self.usual) }
        all.append(place)
    }

    /// As many marks as most texts have.
    private static let usual = 16

    /// What a label beside the sentence that begins at a token says of it: "Called off.", "Signed and closed yesterday."
    func label(of sentence: Int) -> DealStatus? {
        labels[sentence]
    }

    /// Reads the labels: sentences that say little but a status, of the rest of the paragraph that they open, or of the
    /// sentence before them.
    mutating func readLabels(of document: Document, _ clauses: ClauseMarks) {
        for (index, sentence) in document.sentences.enumerated() where sentence.count <= Self.longestLabel {
            guard let status = label(sentence, document, clauses) else { continue }
            let paragraph = document.paragraphs[Int(document.tokens[sentence.lowerBound].paragraph)]
            if sentence.lowerBound > paragraph.lowerBound {
                labels[document.sentences[index - 1].lowerBound] = status
                continue
            }
            for next in document.sentences[(index + 1)...].prefix(while: { $0.lowerBound < paragraph.upperBound }) {
                labels[next.lowerBound] = status
            }
        }
    }

    private func label(_ sentence: Range<Int>, _ document: Document, _ clauses: ClauseMarks) -> DealStatus? {
        let here = marks(in: sentence)
        guard case .status(let status)? = here.last?.mark, status == .cancelled || status == .completed,
            here.allSatisfy({ if case .status = $0.mark { true } else { false } }),
            !document.isHeadline(sentence.lowerBound), !document.tokens[sentence.lowerBound].flags.contains(.quoted)
        else { return nil }
        let free = sentence.filter { index in
            document.tokens[index].kind == .word && !here.contains { $0.tokens.contains(index) }
                && document.hit(at: index, .weekday) == nil && document.hit(at: index, .calendar) == nil
        }
        let isBare = free.allSatisfy {
            clauses.words[$0].isDisjoint(with: [.determiner, .be, .have]) && document.hit(at: $0, .pronoun) == nil
        }
        return isBare && free.filter({ clauses.words[$0].isEmpty }).count <= 1 ? status : nil
    }

    /// The longest label, in tokens.
    private static let longestLabel = 6

    /// The marks that begin in a token range.
    func marks(in range: Range<Int>) -> ArraySlice<Place> {
        let first = all.partitioningIndex { $0.tokens.lowerBound >= range.lowerBound }
        var end = first
        while end < all.count, all[end].tokens.lowerBound < range.upperBound { end += 1 }
        return all[first..<end]
    }
}
