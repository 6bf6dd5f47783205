import Model
import Testing

struct RecordTests {
    private func party(_ company: String, _ role: Role) throws -> Party {
        try Party(company: company, role: role)
    }

    @Test func `a deal needs two companies and somebody on each side`() throws {
        #expect(throws: ModelError.missingParties) { try Deal(type: .compute, status: .signed, parties: []) }
        #expect(throws: ModelError.missingParties) {
            try Deal(type: .compute, status: .signed, parties: [party("A", .customer)])
        }
        #expect(throws: ModelError.missingParties) {
            try Deal(type: .compute, status: .signed, parties: [party("A", .customer), party("B", .customer)])
        }
        #expect(throws: ModelError.missingParties) {
            try Deal(type: .compute, status: .signed, parties: [party("A", .customer), party("A", .provider)])
        }
        #expect(throws: ModelError.missingParties) {
            try Deal(type: .partnership, status: .signed, parties: [party("A", .partner)])
        }
    }

    @Test func `a deal knows only the roles of its type, and a company once in each`() throws {
        #expect(throws: ModelError.foreignRole) {
            try Deal(type: .financing, status: .signed, parties: [party("A", .lender), party("B", .customer)])
        }
        #expect(throws: ModelError.repeatedParty) {
            try Deal(
                type: .investment, status: .signed,
                parties: [party("A", .investor), party("A", .investor), party("B", .investee)])
        }
    }

    @Test(arguments: DealType.allCases)
    func `every type of deal can be made with its own roles`(type: DealType) throws {
        let roles = type.roles
        let deal = try Deal(
            type: type, status: .signed, parties: [party("A", roles[0]), party("B", roles[roles.count - 1])],
            purposes: [.research, .training, .research])
        #expect(deal.purposes == [.training, .research])
    }

    @Test func `only what is signed or completed binds, and a status moves forward`() {
        #expect(DealStatus.allCases.filter(\.isBinding) == [.signed, .completed])
        #expect(DealStatus.allCases.sorted() == DealStatus.allCases)
    }

    @Test func `names, quotes and subjects are not blank`() {
        #expect(throws: ModelError.blank) { try Party(company: " ", role: .customer) }
        #expect(throws: ModelError.blank) { try Statement(speaker: "A", affiliation: nil, quote: "\n ") }
        #expect(throws: ModelError.blank) { try Statement(speaker: "", affiliation: nil, quote: "words") }
        #expect(throws: ModelError.blank) {
            try Estimate(
                source: nil, subject: " ", region: nil, value: Money(min: 1, max: nil, currency: .usd), from: nil,
                to: nil)
        }
        #expect(throws: ModelError.blank) { try Relationship(subject: "", predicate: .partnerOf, object: "B") }
    }

    @Test func `nothing stands in a relation with itself`() {
        #expect(throws: ModelError.reflexive) { try Relationship(subject: "A", predicate: .competitorOf, object: "A") }
        #expect(Relationship.Predicate.allCases.filter(\.isSymmetric) == [.partnerOf, .competitorOf])
    }

    @Test func `an allocation names a product, a maker or a count`() throws {
        #expect(throws: ModelError.emptyAllocation) {
            try Allocation(product: nil, vendor: nil, unit: .gpu, count: nil, stage: .committed)
        }
        #expect(
            try Allocation(product: nil, vendor: nil, unit: .gpu, count: Bounds(min: 1, max: nil), stage: .option).unit
                == .gpu)
    }

    @Test func `an estimate's years are in order`() throws {
        let value = try Money(min: 1, max: 2, currency: .eur)
        #expect(throws: ModelError.reversedTerm) {
            try Estimate(source: nil, subject: "chips", region: nil, value: value, from: 2027, to: 2026)
        }
        #expect(try Estimate(source: nil, subject: "chips", region: nil, value: value, from: nil, to: 2026).from == nil)
    }

    @Test func `a span has a first byte and at least one`() throws {
        #expect(throws: ModelError.emptySpan) { try Span(start: 3, end: 3) }
        #expect(throws: ModelError.emptySpan) { try Span(start: -1, end: 3) }
        #expect(try Span(start: 1, end: 2) < Span(start: 1, end: 3))
    }

    @Test func `a confidence stays between nothing and certainty`() throws {
        #expect(Finding(1, evidence: [], confidence: 2000).confidence == 1000)
        #expect(Finding(1, evidence: [], confidence: -5).confidence == 0)
    }
}
