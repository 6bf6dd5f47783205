import Model

/// Lists the deals of a text with what is seen of how far each has come: what `scripts/fit-status` fits the model to.
final class StatusListing {
    /// A line for each deal: who is on the first side, who on the second, the type, the status by the rules, the features.
    private(set) var lines = ""
    private var names: [UInt64: String] = [ReviewWords.party: "@"]

    /// Adds a deal.
    func add(_ candidate: DealCandidate, told: DealStatus, _ document: Document, _ entities: Entities) {
        if names.count == 1 { learn(document) }
        let first = candidate.type.role(ofSide: 0)
        let sides = [true, false].map { isFirst in
            candidate.parties.filter { candidate.type == .partnership || ($0.role == first) == isFirst }
                .map { entities.all[$0.entity].name }.joined(separator: ";")
        }
        var features: [String] = []
        StatusFeatures(document: document, entities: entities).visit(candidate, told: told) { template, parts in
            features.append(([String(describing: template)] + parts.map { names[$0] ?? "?" }).joined(separator: " "))
        }
        lines += (sides + [candidate.type.rawValue, told.rawValue] + features).joined(separator: "\t") + "\n"
    }

    /// Learns how the words of a text are spelled.
    private func learn(_ document: Document) {
        document.bytes.withUnsafeBufferPointer { bytes in
            for token in document.tokens { names[ReviewWords.stem(token, bytes)] = ReviewWords.spelling(token, bytes) }
        }
        for name in DealType.allCases.map(\.rawValue) + DealStatus.allCases.map(\.rawValue) {
            names[ReviewHash.of(name)] = name
        }
    }
}
