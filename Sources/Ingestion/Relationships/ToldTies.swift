import Model

/// The ties that the deals of the article tell already.
struct ToldTies {
    private var ties: Set<Relationship> = []

    init(_ deals: [Deal]) {
        for deal in deals where !deal.isBare {
            let roles = deal.type.roles
            let first = deal.parties.filter { $0.role == roles[0] }
            let second = roles.count > 1 ? deal.parties.filter { $0.role == roles[1] } : first
            for left in first {
                for right in second where left.company != right.company {
                    add(left.company, right.company, deal.type)
                }
            }
        }
    }

    private mutating func add(_ left: String, _ right: String, _ type: DealType) {
        switch type {
        case .compute, .hardware, .datacenter, .power:
            add(left, .customerOf, right)
            add(right, .supplierTo, left)
        case .investment: add(left, .investorIn, right)
        case .acquisition:
            add(left, .investorIn, right)
            // A purchase makes the target a subsidiary: saying so again is no tie of its own.
            add(right, .subsidiaryOf, left)
        case .partnership:
            add(left, .partnerOf, right)
            add(right, .partnerOf, left)
        case .financing: break
        }
    }

    private mutating func add(_ subject: String, _ predicate: Relationship.Predicate, _ object: String) {
        if let tie = try? Relationship(subject: subject, predicate: predicate, object: object) { ties.insert(tie) }
    }

    func contains(_ tie: Relationship) -> Bool {
        ties.contains(tie)
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
