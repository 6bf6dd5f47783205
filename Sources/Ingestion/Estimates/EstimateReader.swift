import Model

/// Finds forecasts for markets and companies' own spending plans.
struct EstimateReader: Sendable {
    private let words: [EstimateWord]
    private let regions: [String]

    /// Compiles the tables of estimates into the gazetteer.
    ///
    /// - Throws: ``LexiconError`` for a class that is not known.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        var words: [EstimateWord] = []
        for row in try tables.own("estimates") {
            guard let word = EstimateWord(rawValue: row[0]) else { throw row.unknown(row[0]) }
            for surface in row.list(1) { gazetteer.add(surface, .estimate, row: words.count) }
            words.append(word)
        }
        self.words = words
        regions = []
    }

    /// The estimates of the text, and the literals they rest on (by index), which no deal may use.
    func estimates(
        of document: Document, entities: Entities, literals: [Literal], published: Day?
    ) -> (findings: [Finding<Estimate>], usedLiterals: Set<Int>) {
        var findings: [Finding<Estimate>] = []
        var used: Set<Int> = []
        var next = literals.startIndex
        for sentence in document.sentences {
            while next < literals.endIndex, literals[next].tokens.lowerBound < sentence.lowerBound { next += 1 }
            var end = next
            while end < literals.endIndex, literals[end].tokens.lowerBound < sentence.upperBound { end += 1 }
            guard literals[next..<end].contains(where: { $0.kind == .money }) else { continue }
            let view = EstimateSentence(
                document: document, entities: entities, tokens: sentence, literals: literals, range: next..<end,
                words: words, published: published)
            for reading in view.readings() {
                guard let finding = finding(reading, document, entities) else { continue }
                if Self.repeats(finding.record, findings) {
                    used.insert(reading.literal)
                    continue
                }
                used.insert(reading.literal)
                findings.append(finding)
            }
        }
        return (findings, used)
    }

    /// Whether the same sum for the same years stands already.
    private static func repeats(_ record: Estimate, _ findings: [Finding<Estimate>]) -> Bool {
        findings.contains { known in
            known.record.value == record.value
                && (known.record.to == record.to || record.to == nil || known.record.to == nil)
        }
    }

    private func finding(
        _ reading: EstimateSentence.Reading, _ document: Document, _ entities: Entities
    ) -> Finding<Estimate>? {
        let source = reading.source.map { entities.all[$0.entity].name }
        let subject = reading.isOwnPlan ? "capital expenditure" : document.text(reading.subject)
        guard
            let estimate = try? Estimate(
                source: source, subject: subject.isEmpty ? "spending" : subject, region: reading.region,
                value: reading.value, from: reading.from, to: reading.to)
        else { return nil }
        let rule = reading.isOwnPlan ? "estimate.plan" : "estimate.forecast"
        let evidence = [
            document.evidence(for: "/value", reading.valueTokens, rule: rule),
            reading.source.flatMap { document.evidence(for: "/source", $0.tokens, rule: rule) },
            reading.years.flatMap { document.evidence(for: reading.from == nil ? "/to" : "/from", $0, rule: rule) },
            document.evidence(for: "/subject", reading.subject, rule: rule),
        ]
        return Finding(estimate, evidence: evidence.compactMap(\.self), confidence: 700)
    }
}
