import Model

/// The ties that the deals of the article tell already.
struct ToldTies {
    private let deals: [Finding<Deal>]

    init(_ deals: [Finding<Deal>]) {
        self.deals = deals
    }

    /// Whether a deal tells a tie that words at some place state: not one that those words alone make up.
    ///
    /// - Parameter sentence: The sentence of those words: a stake without a figure is no more than they tell.
    func contains(_ tie: Relationship, at place: Span?, in sentence: Span? = nil) -> Bool {
        let place = tie.predicate == .investorIn ? sentence ?? place : place
        // Whoever does business with somebody is its partner.
        if tie.predicate == .partnerOf, deals.contains(where: { $0.record.names(tie) && !$0.isStanding(at: place) }) {
            return true
        }
        return deals.contains { tells(tie, $0.record) && !$0.isBare && !$0.isStanding(at: place) }
    }

    private func tells(_ tie: Relationship, _ deal: Deal) -> Bool {
        guard let isInverse = Self.isInverse(tie.predicate, in: deal.type) else { return false }
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

extension Finding<Deal> {
    /// Whether neither sum nor size is told, nor a day other than that of the article.
    private var hasNoFigures: Bool {
        record.value == nil && record.term == nil && record.power == nil && record.allocations.isEmpty
            && (record.announcedOn == nil || announcedBy == "announced.published")
    }

    private var announcedBy: String? { evidence.first { $0.field == "/announced_on" }?.rule }

    /// Whether it is a trade of which neither size nor day is told: a standing tie, if words of the text say so.
    fileprivate var isBare: Bool {
        switch record.type {
        case .compute, .hardware, .datacenter, .power: hasNoFigures
        default: false
        }
    }

    /// Whether the words that tell it are those that state a tie, and nothing else makes it a deal.
    fileprivate func isStanding(at place: Span?) -> Bool {
        guard let place, hasNoFigures, record.status == .signed || record.status == .completed,
            let own = evidence.first(where: { $0.field == "/type" })?.span
        else { return false }
        return own.start < place.end && place.start < own.end
    }
}

extension Deal {
    /// Whether both sides of a tie are parties.
    fileprivate func names(_ tie: Relationship) -> Bool {
        parties.contains { $0.company == tie.subject } && parties.contains { $0.company == tie.object }
    }
}
