import HTTPCore
import Testing

@testable import API

@Suite struct DescriptionTests {
    private func description() async throws -> JSONValue {
        try JSONReader.read(Array(await Bench().send(.get, "/openapi.json").text().utf8))
    }

    @Test func `the description is valid JSON and names every operation once`() async throws {
        let document = try await description()
        #expect(document["openapi"]?.text == "3.1.0")
        let operations = Operation.all(APIConfiguration())
        #expect(Set(operations.map(\.name)).count == operations.count)
        for operation in operations {
            let described = document["paths"]?[operation.path]?[operation.method.name.lowercased()]
            #expect(described?["operationId"]?.text == operation.name)
            #expect(described?["summary"]?.text == operation.summary)
            let successes = ["200", "201", "204"].filter { described?["responses"]?[$0] != nil }
            #expect(!successes.isEmpty, "\(operation.name) describes no answer")
        }
    }

    @Test func `every schema that is referred to is there`() async throws {
        let document = try await description()
        var wanted: Set<String> = []
        func collect(_ value: JSONValue) {
            switch value {
            case .object(let members):
                for member in members {
                    if member.name == "$ref", let text = member.value.text { wanted.insert(text) }
                    collect(member.value)
                }
            case .array(let items): items.forEach(collect)
            default: break
            }
        }
        collect(document)
        #expect(wanted.count > 10)
        for reference in wanted {
            let name = String(reference.dropFirst("#/components/schemas/".count))
            #expect(document["components"]?["schemas"]?[name] != nil, "\(reference)")
        }
    }

    @Test func `what is answered has the members that its schema requires`() async throws {
        let document = try await description()
        let bench = await Bench.filled()
        for (target, schema) in [
            ("/deals/deal_1", "Deal"), ("/companies/co_1", "Company"), ("/articles/art_1", "FullArticle"),
            ("/deals/deal_1/history", "History"), ("/deals/none", "Problem"),
        ] {
            let answer = try JSONReader.read(Array(await bench.send(.get, target).text().utf8))
            guard case .array(let required)? = document["components"]?["schemas"]?[schema]?["required"] else {
                Issue.record("\(schema) requires nothing")
                continue
            }
            for name in required.compactMap(\.text) { #expect(answer[name] != nil, "\(schema) \(name)") }
        }
    }

    @Test func `a list has the members that its table names`() async throws {
        let bench = await Bench.filled()
        let answer = try JSONReader.read(Array(await bench.send(.get, "/deals").text().utf8))
        guard case .array(let rows)? = answer["data"], case .object(let members)? = rows.first else {
            Issue.record("no rows")
            return
        }
        #expect(Set(members.map(\.name)) == Set(RecordList.deals.members))
    }

    @Test func `the pages name every route, parameter and problem`() async {
        let bench = Bench()
        let page = await bench.send(.get, "/docs").text()
        for operation in Operation.all(APIConfiguration()) {
            #expect(page.contains("<code>\(operation.method.name) \(operation.path)</code>"))
            for parameter in operation.parameters { #expect(page.contains("<code>\(parameter.name)</code>")) }
        }
        for kind in ProblemKind.allCases { #expect(page.contains("id=\"\(kind.rawValue)\"")) }
        await bench.check(Scenario(name: "", target: "/", status: 200, has: ["curl", "/deals?party=OpenAI"]))
    }

    @Test func `every route is answered, with and without its method`() async {
        let bench = await Bench.filled()
        for operation in Operation.all(APIConfiguration()) {
            let target = operation.path.replacing("{id}", with: "deal_1")
            let answer = await bench.send(.put, target)
            #expect(answer.status == .methodNotAllowed, "\(operation.path)")
            #expect(answer.fields.list(of: "allow").contains(operation.method.name))
        }
    }
}
