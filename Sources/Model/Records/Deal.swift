/// An agreement, planned or made, between two or more parties, as one article tells it.
public struct Deal: Hashable, Sendable {
    /// What moves.
    public let type: DealType
    /// How far it has come.
    public let status: DealStatus
    /// Who takes part: at least two companies, each role one that the type knows.
    public let parties: [Party]
    /// What is committed, where a sum is given.
    public let value: Money?
    /// How long it runs, where something is said of it.
    public let term: Term?
    /// The electrical capacity it is about.
    public let power: PowerCapacity?
    /// The day on which it was announced or signed.
    public let announcedOn: Day?
    /// What it is for, without repeats.
    public let purposes: [Purpose]
    /// The processors that it moves.
    public let allocations: [Allocation]

    /// A deal.
    ///
    /// - Throws: ``ModelError/missingParties`` with fewer than two companies, or with a side that nobody takes;
    ///   ``ModelError/foreignRole``; ``ModelError/repeatedParty``.
    public init(
        type: DealType, status: DealStatus, parties: [Party], value: Money? = nil, term: Term? = nil,
        power: PowerCapacity? = nil, announcedOn: Day? = nil, purposes: [Purpose] = [],
        allocations: [Allocation] = []
    ) throws(ModelError) {
        let roles = type.roles
        guard parties.allSatisfy({ roles.contains($0.role) }) else { throw .foreignRole }
        guard parties.contains(where: { $0.company != parties[0].company }) else { throw .missingParties }
        guard roles.allSatisfy({ role in parties.contains { $0.role == role } }) else { throw .missingParties }
        for (index, party) in parties.enumerated()
        where parties[..<index].contains(where: { $0.role == party.role && $0.company == party.company }) {
            throw .repeatedParty
        }
        self.type = type
        self.status = status
        self.parties = parties
        self.value = value
        self.term = term
        self.power = power
        self.announcedOn = announcedOn
        self.purposes = Purpose.allCases.filter(purposes.contains)
        self.allocations = allocations
    }

    /// Whether it obliges somebody: signed or completed.
    public var isBinding: Bool {
        status.isBinding
    }
}
