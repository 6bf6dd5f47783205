import Model

/// What one claim says of a deal. A field is `nil` where it says nothing, and `.some(nil)` where it says that there is
/// none.
struct StatedDeal: Hashable, Sendable {
    /// A party as a source names it.
    struct Party: Hashable, Sendable {
        var company: Int
        var role: Role
        var name: String
        var also: [String]
    }

    /// An allocation with its number.
    struct Allocation: Hashable, Sendable {
        var number: Int
        var allocation: Model.Allocation
    }

    /// A tie to another deal.
    struct Tie: Hashable, Sendable {
        var kind: Lineage.Kind
        var deal: Int
    }

    var type: DealType?
    var status: DealStatus?
    var parties: [Party]?
    var value: Money??
    var term: Term??
    var power: PowerCapacity??
    var announcedOn: Day??
    var purposes: [Purpose]?
    var allocations: [Allocation]?
    var review: ReviewState?
    var lineage: [Tie] = []

    /// What nobody has said anything of yet.
    init() {}

    /// All fields of a deal. Fields without a value are not stated, so that another source may give them.
    init(_ deal: Deal, companies: [Int], allocations numbers: [Int], lineage: [Tie]) {
        type = deal.type
        status = deal.status
        parties = zip(deal.parties, companies).map { party, company in
            Party(company: company, role: party.role, name: party.company, also: party.also)
        }
        value = deal.value.map { .some($0) }
        term = deal.term.map { .some($0) }
        power = deal.power.map { .some($0) }
        announcedOn = deal.announcedOn.map { .some($0) }
        purposes = deal.purposes.isEmpty ? nil : deal.purposes
        allocations =
            deal.allocations.isEmpty
            ? nil : zip(deal.allocations, numbers).map { Allocation(number: $1, allocation: $0) }
        self.lineage = lineage
    }

    /// The assertions that say so, with the words behind them.
    func assertions(_ evidence: [Evidence]) -> [Assertion] {
        var weaver = EvidenceWeaver(evidence)
        if let type { weaver.state(Field.type, Atom.encode(.text(type.rawValue))) }
        if let status { weaver.state(Field.status, Atom.encode(.text(status.rawValue))) }
        for (index, party) in (parties ?? []).enumerated() {
            weaver.state(Field.element(Field.parties, index), Atom.encode(party.atoms))
        }
        if let value { weaver.state(Field.value, value.map { Atom.encode($0.atoms) } ?? Atom.encode(.null)) }
        if let term { weaver.state(Field.term, term.map { Atom.encode($0.atoms) } ?? Atom.encode(.null)) }
        if let power { weaver.state(Field.power, Atom.encode(Atom(power?.kilowatts))) }
        if let announcedOn { weaver.state(Field.announcedOn, Atom.encode(Atom(announcedOn?.text))) }
        if let purposes { weaver.state(Field.purposes, Atom.encode(purposes.map { .text($0.rawValue) })) }
        if let allocations {
            if allocations.isEmpty { weaver.state(Field.allocations, Atom.encode([Atom]())) }
            for (index, allocation) in allocations.enumerated() {
                weaver.state(Field.element(Field.allocations, index), Atom.encode(allocation.atoms))
            }
        }
        if let review { weaver.state(Field.review, Atom.encode(.text(review.rawValue))) }
        for (index, tie) in lineage.enumerated() {
            weaver.state(
                Field.element(Field.lineage, index), Atom.encode([.text(tie.kind.rawValue), .int(tie.deal)]))
        }
        return weaver.finish()
    }
}

// MARK: - Reading assertions back

extension StatedDeal {
    /// What the assertions of a claim say.
    ///
    /// - Throws: ``StoreError/corrupt`` where a value cannot be read.
    init(_ assertions: [Assertion]) throws(StoreError) {
        for assertion in assertions {
            guard let json = assertion.value else { continue }
            guard let atoms = Atom.decode(json) else { throw .corrupt }
            do throws(ModelError) {
                try read(assertion.field, atoms)
            } catch {
                throw .corrupt
            }
        }
    }

    private mutating func read(_ field: String, _ atoms: [Atom]) throws(ModelError) {
        let first = atoms.first
        let isNone = first == .null && atoms.count == 1
        switch field {
        case Field.type: type = first?.text.flatMap(DealType.init)
        case Field.status: status = first?.text.flatMap(DealStatus.init)
        case Field.value: value = .some(isNone ? nil : try Money(atoms))
        case Field.term: term = .some(isNone ? nil : try Term(atoms))
        case Field.power:
            var capacity: PowerCapacity?
            if let kilowatts = first?.int { capacity = try PowerCapacity(kilowatts: kilowatts) }
            power = .some(capacity)
        case Field.announcedOn:
            var day: Day?
            if let text = first?.text { day = try Day(text) }
            announcedOn = .some(day)
        case Field.purposes: purposes = atoms.compactMap { $0.text.flatMap(Purpose.init) }
        case Field.allocations: allocations = []
        case Field.review: review = first?.text.flatMap(ReviewState.init)
        default: try readElement(field, atoms)
        }
    }

    private mutating func readElement(_ field: String, _ atoms: [Atom]) throws(ModelError) {
        if field.hasPrefix(Field.parties + "/") {
            parties = (parties ?? []) + [try Party(atoms)]
        } else if field.hasPrefix(Field.allocations + "/") {
            allocations = (allocations ?? []) + [try Allocation(atoms)]
        } else if field.hasPrefix(Field.lineage + "/"), atoms.count == 2,
            let kind = atoms[0].text.flatMap(Lineage.Kind.init), let deal = atoms[1].int
        {
            lineage.append(Tie(kind: kind, deal: deal))
        }
    }
}

// MARK: - Values as atoms

extension StatedDeal.Party {
    fileprivate var atoms: [Atom] {
        [.int(company), .text(role.rawValue), .text(name)] + also.map { .text($0) }
    }

    fileprivate init(_ atoms: [Atom]) throws(ModelError) {
        guard atoms.count >= 3, let company = atoms[0].int, let role = atoms[1].text.flatMap(Role.init),
            let name = atoms[2].text
        else { throw .blank }
        self.init(company: company, role: role, name: name, also: atoms[3...].compactMap(\.text))
    }
}

extension StatedDeal.Allocation {
    fileprivate var atoms: [Atom] {
        [
            .int(number), Atom(allocation.product), Atom(allocation.vendor), .text(allocation.unit.rawValue),
            Atom(allocation.count?.min), Atom(allocation.count?.max), .text(allocation.stage.rawValue),
        ]
    }

    fileprivate init(_ atoms: [Atom]) throws(ModelError) {
        guard atoms.count == 7, let number = atoms[0].int,
            let unit = atoms[3].text.flatMap(Model.Allocation.Unit.init),
            let stage = atoms[6].text.flatMap(Model.Allocation.Stage.init)
        else { throw .emptyAllocation }
        let isCounted = atoms[4].int != nil || atoms[5].int != nil
        let count = isCounted ? try Bounds(min: atoms[4].int, max: atoms[5].int) : nil
        self.init(
            number: number,
            allocation: try Model.Allocation(
                product: atoms[1].text, vendor: atoms[2].text, unit: unit, count: count, stage: stage))
    }
}

extension Money {
    /// Lower end, upper end, currency.
    var atoms: [Atom] {
        [Atom(amount.min), Atom(amount.max), .text(currency.code)]
    }

    /// Money from its atoms.
    init(_ atoms: [Atom]) throws(ModelError) {
        guard atoms.count == 3, let code = atoms[2].text else { throw .emptyBounds }
        try self.init(min: atoms[0].int, max: atoms[1].int, currency: Currency(code))
    }
}

extension Term {
    /// Months, start, end, whether it is multi-year.
    var atoms: [Atom] {
        [Atom(months), Atom(start?.text), Atom(end?.text), .int(multiYear ? 1 : 0)]
    }

    /// A term from its atoms.
    init(_ atoms: [Atom]) throws(ModelError) {
        guard atoms.count == 4 else { throw .invalidDate }
        func date(_ atom: Atom) throws(ModelError) -> PartialDate? {
            guard let text = atom.text else { return nil }
            return try PartialDate(text)
        }
        try self.init(
            months: atoms[0].int, start: date(atoms[1]), end: date(atoms[2]), multiYear: atoms[3].int == 1)
    }
}
