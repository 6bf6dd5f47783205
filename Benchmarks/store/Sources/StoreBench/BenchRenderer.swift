import Model

/// Writes records about as long as the API's.
struct BenchRenderer: RecordRenderer {
    let version = "bench 1"

    func deal(_ deal: FoldedDeal) -> [UInt8] {
        var text = "{\"id\":\"\(deal.id)\",\"version\":\(deal.version),\"type\":\"\(deal.deal.type.rawValue)\""
        text += ",\"status\":\"\(deal.deal.status.rawValue)\",\"parties\":["
        text += deal.parties.map {
            "{\"id\":\"\($0.id)\",\"company\":\"\($0.party.company)\",\"role\":\"\($0.party.role.rawValue)\"}"
        }.joined(separator: ",")
        text += "],\"value\":{\"min\":\(deal.deal.value?.amount.min ?? 0),\"max\":\(deal.deal.value?.amount.max ?? 0)}"
        text += ",\"sources\":["
        text += deal.sources.map { "{\"article\":\"\($0.article ?? "")\",\"title\":\"\($0.title ?? "")\"}" }
            .joined(separator: ",")
        text += "],\"evidence\":["
        text += deal.evidence.map {
            "{\"article\":\"\($0.article)\",\"field\":\"\($0.field)\",\"start\":\($0.span.start),\"end\":\($0.span.end)"
                + ",\"quote\":\"\($0.quote)\",\"rule\":\"\($0.rule)\"}"
        }.joined(separator: ",")
        return Array((text + "]}").utf8)
    }

    func company(_ company: FoldedCompany) -> [UInt8] {
        Array("{\"id\":\"\(company.id)\",\"name\":\"\(company.name)\",\"deals\":\(company.deals)}".utf8)
    }

    func allocation(_ allocation: FoldedAllocation) -> [UInt8] {
        Array("{\"id\":\"\(allocation.id)\",\"deal\":\"\(allocation.deal)\"}".utf8)
    }

    func relationship(_ relationship: FoldedRelationship) -> [UInt8] {
        Array("{\"id\":\"\(relationship.id)\"}".utf8)
    }

    func estimate(_ estimate: FoldedEstimate) -> [UInt8] {
        Array("{\"id\":\"\(estimate.id)\"}".utf8)
    }

    func statement(_ statement: FoldedStatement) -> [UInt8] {
        Array("{\"id\":\"\(statement.id)\"}".utf8)
    }

    func article(_ article: FoldedArticle) -> [UInt8] {
        Array("{\"id\":\"\(article.id)\",\"title\":\"\(article.title)\"}".utf8)
    }
}
