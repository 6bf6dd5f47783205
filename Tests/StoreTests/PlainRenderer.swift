import Model

/// Writes every field of a record into one small JSON object, so that tests can read what was stored.
struct PlainRenderer: RecordRenderer {
    var version = "1"

    func deal(_ deal: FoldedDeal) -> [UInt8] {
        let parties = deal.parties.map { "\($0.party.company)=\($0.party.role)" }.joined(separator: "+")
        let conflicts = deal.conflicts.map { "\($0.field)@\($0.source)" }.joined(separator: "+")
        let lineage = deal.lineage.map { "\($0.kind.rawValue):\($0.deal)" }.joined(separator: "+")
        let evidence = deal.evidence.map { "\($0.field):\($0.quote)" }.joined(separator: "+")
        let allocations = deal.deal.allocations.map { text($0) }.joined(separator: "+")
        return object([
            ("id", deal.id), ("version", "\(deal.version)"), ("type", deal.deal.type.rawValue),
            ("status", deal.deal.status.rawValue), ("parties", parties), ("value", text(deal.deal.value)),
            ("months", deal.deal.term?.months.map(String.init) ?? ""),
            ("power", deal.deal.power?.megawattText ?? ""),
            ("announced", deal.deal.announcedOn?.text ?? ""), ("allocations", allocations),
            ("allocation_ids", deal.allocationIDs.joined(separator: "+")),
            ("sources", "\(deal.sources.count)"), ("independent", "\(deal.independentSources)"),
            ("statuses", deal.statuses.map { "\($0.status.rawValue)@\($0.on?.text ?? "")" }.joined(separator: "+")),
            ("conflicts", conflicts), ("lineage", lineage), ("evidence", evidence), ("review", deal.review.rawValue),
            ("created", deal.createdAt.text), ("changed", deal.changedAt.text),
        ])
    }

    func company(_ company: FoldedCompany) -> [UInt8] {
        object([
            ("id", company.id), ("name", company.name), ("aliases", company.aliases.joined(separator: "+")),
            ("parent", company.parentName ?? ""), ("deals", "\(company.deals)"),
            ("relationships", "\(company.relationships)"),
        ])
    }

    func allocation(_ allocation: FoldedAllocation) -> [UInt8] {
        object([("id", allocation.id), ("deal", allocation.deal), ("allocation", text(allocation.allocation))])
    }

    func relationship(_ relationship: FoldedRelationship) -> [UInt8] {
        let tie = relationship.relationship
        return object([
            ("id", relationship.id), ("tie", "\(tie.subject) \(tie.predicate.rawValue) \(tie.object)"),
            ("sources", "\(relationship.sources.count)"),
        ])
    }

    func estimate(_ estimate: FoldedEstimate) -> [UInt8] {
        object([
            ("id", estimate.id), ("value", text(estimate.estimate.value)), ("source", estimate.estimate.source ?? ""),
        ])
    }

    func statement(_ statement: FoldedStatement) -> [UInt8] {
        object([("id", statement.id), ("speaker", statement.statement.speaker), ("quote", statement.statement.quote)])
    }

    func article(_ article: FoldedArticle) -> [UInt8] {
        object([("id", article.id), ("title", article.title), ("reprint", article.reprintOf ?? "")])
    }

    private func text(_ money: Money?) -> String {
        guard let money else { return "" }
        return "\(text(money.amount)) \(money.currency.code)"
    }

    private func text(_ bounds: Bounds?) -> String {
        guard let bounds else { return "" }
        return "\(bounds.min.map(String.init) ?? "")..\(bounds.max.map(String.init) ?? "")"
    }

    private func text(_ allocation: Allocation) -> String {
        "\(allocation.vendor ?? "") \(allocation.product ?? "") \(text(allocation.count)) \(allocation.stage.rawValue)"
    }

    private func object(_ fields: [(String, String)]) -> [UInt8] {
        let members = fields.map { name, value in
            "\"\(name)\":\""
                + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
                + "\""
        }
        return Array(("{" + members.joined(separator: ",") + "}").utf8)
    }
}
