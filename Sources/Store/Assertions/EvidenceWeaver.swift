import Model

/// Puts the words behind fields beside the values that they carry.
struct EvidenceWeaver {
    private var assertions: [Assertion] = []
    private let evidence: [Evidence]
    private var used: Set<Int> = []

    /// A weaver over the evidence of one finding.
    init(_ evidence: [Evidence]) {
        self.evidence = evidence
    }

    /// Adds a value for a field; the first evidence for exactly that field goes into the same row.
    mutating func state(_ field: String, _ value: String) {
        let place = evidence.indices.first { evidence[$0].field == field && !used.contains($0) }
        if let place { used.insert(place) }
        assertions.append(
            Assertion(
                field: field, value: value, span: place.map { evidence[$0].span }, rule: place.map { evidence[$0].rule }
            ))
    }

    /// All assertions, the evidence that is left over in rows of its own.
    consuming func finish() -> [Assertion] {
        for index in evidence.indices where !used.contains(index) {
            let item = evidence[index]
            assertions.append(Assertion(field: item.field, value: nil, span: item.span, rule: item.rule))
        }
        return assertions
    }
}
