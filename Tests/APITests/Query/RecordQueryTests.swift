import HTTPCore
import Model
import Testing

@testable import API

@Suite struct RecordQueryTests {
    private func query(_ text: String) throws -> DealQuery {
        let request = HTTPRequest(method: .get, target: "/deals?" + text)
        let parameters = Parameter.deals + Parameter.page(APIConfiguration(), RecordList.deals)
        return RecordQuery(try CheckedQuery(request, parameters: ParameterTable(parameters)))
    }

    private func conditions(_ text: String) throws -> [Condition<DealField>] {
        try query(text).conditions
    }

    @Test func `a repeated key is an alternative, another key a further condition`() throws {
        #expect(
            try conditions("type=compute&status=signed&type=power") == [
                Condition(.type, .isAny([.text("compute"), .text("power")])),
                Condition(.status, .isAny([.text("signed")])),
            ])
    }

    @Test(
        arguments: [
            ("value__gte=5", .value, .atLeast(.integer(5))), ("value__gt=5", .value, .above(.integer(5))),
            ("value__lte=5", .value, .atMost(.integer(5))), ("value__lt=5", .value, .below(.integer(5))),
            ("value=5&value=6", .value, .isAny([.integer(5), .integer(6)])),
            ("type__not=compute", .type, .isNone([.text("compute")])),
            ("type__in=compute,power", .type, .isAny([.text("compute"), .text("power")])),
            ("value__isnull=true", .value, .isNull(true)), ("term_months__isnull=false", .termMonths, .isNull(false)),
            ("power_mw=37.5", .power, .isAny([.integer(37_500)])),
            ("confidence__gte=0.85", .confidence, .atLeast(.integer(850))),
            ("binding=true", .binding, .isAny([.integer(1)])), ("binding=false", .binding, .isAny([.integer(0)])),
            ("announced_on=2025-11-03", .announcedOn, .isAny([.integer(20_395)])),
            ("announced_on__gte=2025-11", .announcedOn, .atLeast(.integer(20_393))),
            ("announced_on__gt=2025-11", .announcedOn, .above(.integer(20_422))),
            ("announced_on__lte=2025-11", .announcedOn, .atMost(.integer(20_422))),
            ("announced_on__lt=2025-11", .announcedOn, .below(.integer(20_393))),
            ("changed_since=1970-01-02", .changedAt, .atLeast(.integer(86_400_000_000))),
        ] as [(String, DealField, Condition<DealField>.Comparison)])
    func `an operator compares in the unit of its field`(
        text: String, field: DealField, comparison: Condition<DealField>.Comparison
    ) throws {
        #expect(try conditions(text) == [Condition(field, comparison)])
    }

    @Test func `a month means all its days`() throws {
        #expect(
            try conditions("announced_on=2025-11") == [
                Condition(.announcedOn, .atLeast(.integer(20_393))), Condition(.announcedOn, .atMost(.integer(20_422))),
            ])
        guard case .isNone(let days)? = try conditions("announced_on__not=2024-02").first?.comparison else {
            Issue.record("no condition")
            return
        }
        #expect(days.count == 29)
    }

    @Test func `companies are asked for by name, pair and role`() throws {
        let parties = try query("party=A&party=B&between=C, D&customer=E").parties
        #expect(
            parties == [
                PartyFilter(["A", "B"]), PartyFilter(["C"]), PartyFilter(["D"]), PartyFilter(["E"], role: .customer),
            ])
        #expect(try query("party=A&exact_party=true").parties == [PartyFilter(["A"], includesSubsidiaries: false)])
    }

    @Test func `order, size, search and moment are taken over`() throws {
        let asked = try query("sort=-value&limit=7&q=data+centre&as_of=2025-11-03T00:00:00%2B01:00")
        #expect(asked.order == RecordOrder(.value, descending: true))
        #expect(asked.limit == 7)
        #expect(asked.search == "data centre")
        #expect(asked.asOf == (try Timestamp("2025-11-02T23:00:00Z")))
        #expect(try query("sort=announced_on").order == RecordOrder(.announcedOn, descending: false))
    }

    @Test(arguments: [
        "value=-1", "value=1.5", "value=1e9", "value=", "value=99999999999999999999", "power_mw=1.2345", "power_mw=.5",
        "announced_on=2025-13", "announced_on=03/11/2025", "as_of=yesterday", "sort=confidence", "sort=+value",
        "binding=1", "type__in=", "type__in=compute,nonsense", "value__isnull=1", "value__gte=1&value__gte=2", "q=%20",
        "facets=type,nonsense", "limit=x", "party=%00",
    ])
    func `a value that its parameter cannot have is refused`(text: String) {
        #expect(throws: Problem.self) { try query(text) }
    }

    @Test func `every field that can be asked for has a parameter, and each is known`() {
        let known = Set(Parameter.deals.map(\.name))
        for field in DealField.allCases { #expect(known.contains(field.rawValue), "\(field.rawValue)") }
        for field in CompanyField.allCases {
            #expect(Parameter.companies.contains { $0.name == field.rawValue }, "\(field.rawValue)")
        }
        for field in AllocationField.allCases {
            #expect(Parameter.allocations.contains { $0.name == field.rawValue }, "\(field.rawValue)")
        }
        for field in RelationshipField.allCases {
            #expect(Parameter.relationships.contains { $0.name == field.rawValue }, "\(field.rawValue)")
        }
        for field in EstimateField.allCases {
            #expect(Parameter.estimates.contains { $0.name == field.rawValue }, "\(field.rawValue)")
        }
        for field in StatementField.allCases {
            #expect(Parameter.statements.contains { $0.name == field.rawValue }, "\(field.rawValue)")
        }
        for field in ArticleField.allCases {
            #expect(Parameter.articles.contains { $0.name == field.rawValue }, "\(field.rawValue)")
        }
    }
}
