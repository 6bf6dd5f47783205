import Model

/// Reads the fields of deals: value, term, power, day, purposes and allocations.
struct FieldReader: Sendable {
    /// Compiles the tables of fields and products into the gazetteer.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {}

    /// The deals with their fields and evidence, one for each candidate that makes a valid record, in the same order.
    func deals(
        _ candidates: [DealCandidate], of document: Document, entities: Entities, literals: [Literal],
        excluded: Set<Int>, published: Day?
    ) -> [Finding<Deal>] {
        candidates.compactMap { candidate in
            let parties = candidate.parties.compactMap { party in
                let entity = entities.all[party.entity]
                return try? Party(company: entity.name, also: entity.also, role: party.role)
            }
            guard let deal = try? Deal(type: candidate.type, status: candidate.status, parties: parties) else {
                return nil
            }
            let evidence = candidate.parties.enumerated().compactMap { index, party in
                document.evidence(for: "/parties/\(index)", party.tokens, rule: candidate.rule)
            }
            return Finding(deal, evidence: evidence, confidence: candidate.confidence)
        }
    }
}
