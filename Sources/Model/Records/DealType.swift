/// What moves in a deal.
public enum DealType: String, CaseIterable, Hashable, Sendable {
    /// Cloud or compute capacity, bought, rented or reserved.
    case compute
    /// Chips, servers, networking, cooling or power gear, bought or supplied.
    case hardware
    /// A site or building: built, leased, colocated, sold.
    case datacenter
    /// Electricity: a supply contract, a dedicated plant.
    case power
    /// Equity, convertible, warrant, funding round.
    case investment
    /// Debt: loan, bonds, credit line, sale and lease-back, guarantee.
    case financing
    /// A whole company or a controlling part of it.
    case acquisition
    /// An alliance, licence or joint venture with none of the above as its core.
    case partnership

    /// The roles that its parties may have: first the side that pays or receives the service, then the other.
    public var roles: [Role] {
        self == .partnership ? [.partner] : [role(ofSide: 0), role(ofSide: 1)]
    }

    /// The role of the parties on a side, 0 or 1; partners are on both.
    public func role(ofSide side: Int) -> Role {
        switch self {
        case .compute, .hardware, .datacenter, .power: side == 0 ? .customer : .provider
        case .investment: side == 0 ? .investor : .investee
        case .financing: side == 0 ? .lender : .borrower
        case .acquisition: side == 0 ? .acquirer : .target
        case .partnership: .partner
        }
    }
}

/// What a party does in a deal.
public enum Role: String, CaseIterable, Hashable, Sendable {
    case customer, provider, investor, investee, lender, borrower, acquirer, target, partner
}

/// How far a deal has come, by the words of the source. The order of the cases is that in which a deal moves.
public enum DealStatus: String, CaseIterable, Hashable, Sendable, Comparable {
    /// In talks, considering; or done according to unnamed people.
    case rumored
    /// Letter of intent, memorandum, plans, non-binding.
    case intent
    /// Signed, agreed, committed, ordered.
    case signed
    /// Closed, delivered, live, paid.
    case completed
    /// Dropped, terminated, withdrawn, voted down.
    case cancelled

    public static func < (left: DealStatus, right: DealStatus) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .rumored: 0
        case .intent: 1
        case .signed: 2
        case .completed: 3
        case .cancelled: 4
        }
    }

    /// Whether a deal of this status obliges somebody.
    public var isBinding: Bool {
        self == .signed || self == .completed
    }
}

/// What the capacity of a deal is for.
public enum Purpose: String, CaseIterable, Hashable, Sendable {
    case training, inference, agents, research, enterprise, sovereign
}
