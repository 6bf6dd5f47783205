import Model

/// The estimates of a text, as long as its deals are not read.
struct EstimateFindings: Sendable {
    /// The literals (by index) of sure estimates: no deal may use them.
    private(set) var used: LiteralSet
    private var findings: [(finding: Finding<Estimate>, token: Int, isSure: Bool, isFormer: Bool)] = []
    /// The findings (by index) of each sum.
    private var known: [Money: [Int]] = [:]

    init(used: LiteralSet) {
        self.used = used
    }

    /// Keeps a literal from deals.
    mutating func take(_ literal: Int) {
        used.insert(literal)
    }

    /// Adds what was read, unless the same sum for the same years stands already.
    mutating func add(_ finding: Finding<Estimate>, _ reading: EstimateSentence.Reading) {
        if reading.keepsSum { used.insert(reading.literal) }
        let record = finding.record
        let isKnown = known[record.value, default: []].contains { index in
            let other = findings[index].finding.record
            return record.to == other.to || record.to == nil || other.to == nil
        }
        guard !isKnown else { return }
        known[record.value, default: []].append(findings.count)
        findings.append((finding, reading.valueTokens.lowerBound, reading.isSure, reading.isFormer))
    }

    /// The estimates that stand beside the deals of the text: one that is not sure yields to a deal that its sentence tells,
    /// or that has its sum and its source or none to tell them apart. What was planned once yields to a newer plan.
    func settled(beside deals: [Finding<Deal>], in document: Document) -> [Finding<Estimate>] {
        let sentences = sentences(of: deals, document)
        let toldAnew = Set(findings.lazy.filter { !$0.isFormer }.map(\.finding.record.source))
        return findings.filter { item in
            let isOwn =
                item.isSure
                || !sentences.contains(Int(document.tokens[item.token].sentence))
                    && !deals.contains { isSum(item.finding.record, of: $0.record) }
            return isOwn && !(item.isFormer && toldAnew.contains(item.finding.record.source))
        }.map(\.finding)
    }

    /// Whether the sum of an estimate may be that of a deal: not where another company than its parties gives it.
    private func isSum(_ estimate: Estimate, of deal: Deal) -> Bool {
        deal.value == estimate.value
            && (estimate.source.map { source in deal.parties.contains { $0.company == source } } ?? true)
    }

    /// The sentences that tell the type or the sum of a deal.
    private func sentences(of deals: [Finding<Deal>], _ document: Document) -> Set<Int> {
        guard findings.contains(where: { !$0.isSure }) else { return [] }
        var sentences: Set<Int> = []
        for words in deals.flatMap(\.evidence) where words.field == "/type" || words.field.hasPrefix("/value") {
            let token = document.tokens.partitioningIndex { Int($0.end) > words.span.start }
            if token < document.tokens.count { sentences.insert(Int(document.tokens[token].sentence)) }
        }
        return sentences
    }
}
