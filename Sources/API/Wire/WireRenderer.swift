import Model

/// Writes folded records as the API answers with them. The store keeps what it writes beside each record, so that a
/// list is the stored bytes joined, with nothing encoded anew.
public struct WireRenderer: RecordRenderer {
    /// The renderer has no state.
    public init() {}

    /// Changes with every change of a name or a shape below.
    public let version = "1"

    public func deal(_ deal: FoldedDeal) -> [UInt8] {
        rendered(capacity: 2048) { $0.members(of: deal) }
    }

    public func company(_ company: FoldedCompany) -> [UInt8] {
        rendered { $0.members(of: company) }
    }

    public func allocation(_ allocation: FoldedAllocation) -> [UInt8] {
        rendered { writer in
            writer.key("id")
            writer.string(allocation.id)
            writer.members(of: allocation.allocation)
            writer.key("deal")
            writer.object { writer in
                writer.key("id")
                writer.string(allocation.deal)
                writer.key("type")
                writer.string(allocation.dealType.rawValue)
                writer.key("status")
                writer.string(allocation.dealStatus.rawValue)
                writer.key("announced_on")
                writer.string(allocation.announcedOn?.text)
                writer.key("parties")
                writer.array(allocation.parties) { $0.party($1) }
            }
            writer.key("evidence")
            writer.array(allocation.evidence) { $0.evidence($1) }
        }
    }

    public func relationship(_ relationship: FoldedRelationship) -> [UInt8] {
        rendered { writer in
            writer.key("id")
            writer.string(relationship.id)
            writer.members(of: relationship.relationship)
            writer.key("subject_id")
            writer.string(relationship.subjectID)
            writer.key("object_id")
            writer.string(relationship.objectID)
            writer.basis(
                relationship.confidence, relationship.sources, relationship.evidence, relationship.createdAt)
        }
    }

    public func estimate(_ estimate: FoldedEstimate) -> [UInt8] {
        rendered { writer in
            writer.key("id")
            writer.string(estimate.id)
            writer.members(of: estimate.estimate)
            writer.basis(estimate.confidence, estimate.sources, estimate.evidence, estimate.createdAt)
        }
    }

    public func statement(_ statement: FoldedStatement) -> [UInt8] {
        rendered { writer in
            writer.key("id")
            writer.string(statement.id)
            writer.members(of: statement.statement)
            writer.basis(statement.confidence, statement.sources, statement.evidence, statement.createdAt)
        }
    }

    public func article(_ article: FoldedArticle) -> [UInt8] {
        rendered { $0.members(of: article) }
    }

    private func rendered(capacity: Int = 512, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(.compact, capacity: capacity)
        writer.object(members)
        return writer.bytes
    }
}
