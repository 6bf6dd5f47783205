import Model

/// The ties that the deals of the article tell already.
struct ToldTies {
    private let deals: [Deal]

    init(_ deals: [Deal]) {
        self.deals = deals
    }

    /// Whether a deal tells a tie.
    func contains(_ tie: Relationship) -> Bool {
        deals.contains { tells(tie, $0) }
    }

    private func tells(_ tie: Relationship, _ deal: Deal) -> Bool {
        guard let isInverse = Self.isInverse(tie.predicate, in: deal.type), !deal.isBare else { return false }
        let (first, second) = isInverse ? (tie.object, tie.subject) : (tie.subject, tie.object)
        return first != second && has(first, on: 0, of: deal) && has(second, on: 1, of: deal)
    }

    private func has(_ company: String, on side: Int, of deal: Deal) -> Bool {
        let role = deal.type.role(ofSide: side)
        return deal.parties.contains { $0.role == role && $0.company == company }
    }

    /// Whether a tie that deals of a type tell holds from their second side to their first; `nil` for one that they tell not.
    private static func isInverse(_ predicate: Relationship.Predicate, in type: DealType) -> Bool? {
        switch (type, predicate) {
        case (.compute, .customerOf), (.hardware, .customerOf), (.datacenter, .customerOf), (.power, .customerOf): false
        case (.compute, .supplierTo), (.hardware, .supplierTo), (.datacenter, .supplierTo), (.power, .supplierTo): true
        case (.investment, .investorIn), (.acquisition, .investorIn): false
        // A purchase makes the target a subsidiary: saying so again is no tie of its own.
        case (.acquisition, .subsidiaryOf): true
        case (.partnership, .partnerOf): false
        default: nil
        }
    }
}

extension Deal {
    /// Whether it is a trade of which neither size nor day is told: a standing tie, if words of the text say so.
    fileprivate var isBare: Bool {
        switch type {
        case .compute, .hardware, .datacenter, .power:
            value == nil && term == nil && power == nil && announcedOn == nil && allocations.isEmpty
        default: false
        }
    }
}
