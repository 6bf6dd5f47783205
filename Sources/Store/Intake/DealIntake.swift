import Model

/// Turns the deals of an article into claims on deals of the store.
struct DealIntake {
    let desk: Desk
    /// The deals that the same article told when it was read before.
    let own: Set<Int>
    /// Whether deals of other articles are looked for.
    let matches: Bool

    /// A claim that waits to be added.
    struct Draft {
        var number: Int
        var stated: StatedDeal
        var assertions: [Assertion]
        var confidence: Int
        /// Whether the deal was minted for it.
        var isNew: Bool
    }

    /// The claims for the deals of an extraction; a deal of a company with itself (two of its names) gives none.
    func drafts(
        _ extraction: Extraction, _ event: Event, day: Day
    ) throws(StoreError) -> [Draft] {
        var drafts: [Draft] = []
        for (index, finding) in extraction.deals.enumerated() {
            let companies = try finding.record.parties.map { party throws(StoreError) in
                try CompanyIntake(desk: desk).company(named: party.company, event)
            }
            guard Set(companies).count > 1 else { continue }
            let report = DealMatcher.Report(
                deal: finding.record, day: finding.record.announcedOn ?? day,
                clue: extraction.clues.first { $0.deal == index }?.kind)
            let decision = try decide(report, companies, used: Set(drafts.map(\.number)))
            var number = decision.same
            if number == nil { number = try desk.ledger.mint(.deal, event: event).number }
            guard let number else { continue }
            let numbers = try AllocationIntake(desk: desk).numbers(
                finding.record.allocations, of: decision.same, event)
            let stated = StatedDeal(
                finding.record, companies: companies, allocations: numbers, lineage: decision.tie.map { [$0] } ?? [])
            drafts.append(
                Draft(
                    number: number, stated: stated, assertions: stated.assertions(finding.evidence),
                    confidence: finding.confidence, isNew: decision.same == nil))
        }
        return drafts
    }

    private func decide(
        _ report: DealMatcher.Report, _ companies: [Int], used: Set<Int>
    ) throws(StoreError) -> DealMatcher.Decision {
        guard matches || !own.isEmpty else { return DealMatcher.Decision() }
        let parties = zip(companies, report.deal.parties).map { (company: $0, role: $1.role) }
        var candidates: [DealMatcher.Candidate] = []
        var seen = used
        for pair in try DealPair.of(parties, type: report.deal.type, directory: desk.directory) {
            for number in try dealNumbers(pair, report.deal.type) where seen.insert(number).inserted {
                guard matches || own.contains(number), let candidate = try candidate(number) else { continue }
                candidates.append(candidate)
            }
        }
        return DealMatcher.decide(report, among: candidates)
    }

    /// The deals of a pair, newest first; no more than ``reach`` are looked at.
    private func dealNumbers(_ pair: DealPair, _ type: DealType) throws(StoreError) -> [Int] {
        try desk.connection.all(
            Self.pairSQL, .text(type.rawValue), .int(pair.first), .int(pair.second)
        ) { row throws(StoreError) in row.int(0) }
    }

    private func candidate(_ number: Int) throws(StoreError) -> DealMatcher.Candidate? {
        try desk.connection.first(
            Self.candidateSQL, .int(number)
        ) { row throws(StoreError) -> DealMatcher.Candidate in
            guard let status = DealStatus(rawValue: row.text(0)) else { throw .corrupt }
            var value: Money?
            if let code = row.optionalText(3) {
                value = try? Money(min: row.int(4), max: row.int(5), currency: Currency(code))
            }
            return DealMatcher.Candidate(
                number: number, status: status, day: Day(number: row.int(1)),
                announcedOn: row.optionalInt(2).map(Day.init(number:)), value: value, isOwn: own.contains(number))
        }
    }

    private static let pairSQL =
        "SELECT number FROM deal_pair WHERE type = ?1 AND first = ?2 AND second = ?3 ORDER BY number DESC LIMIT \(reach)"
    private static let candidateSQL =
        """
        SELECT status, day, announced, currency, value_low, value_high FROM deal_state \
        WHERE number = ?1 AND until = \(States.open) AND gone = 0
        """
    /// How many earlier deals of the same companies are looked at.
    private static let reach = 50
}
