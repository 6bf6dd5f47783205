import HTTPCore
import Model
import Testing

@testable import API

@Suite struct AccessTests {
    private static func bench(_ readsNeedToken: Bool = false) async -> Bench {
        var configuration = APIConfiguration()
        let now = MemoryStore.now.microseconds
        let tokens = [
            AccessToken(name: "reader", secret: "r-secret", scope: .read),
            AccessToken(name: "writer", secret: "w-secret", scope: .write, expires: Timestamp(microseconds: now + 1)),
            AccessToken(name: "gone", secret: "old", scope: .admin, expires: Timestamp(microseconds: now)),
        ]
        configuration.tokens = { tokens }
        configuration.readsNeedToken = readsNeedToken
        let bench = Bench(configuration)
        _ = await bench.send(
            .post, "/articles", [("authorization", "Bearer w-secret")],
            "Lumen buys compute from Borealis for 5 dollars.")
        return bench
    }

    private static func post(_ name: String, _ authorization: String?, _ status: Int, _ has: [String] = []) -> Scenario
    {
        Scenario(
            name: name, method: .post, target: "/articles", fields: authorization.map { [("authorization", $0)] } ?? [],
            body: "Some text.", status: status, has: has, answers: status == 201 ? [:] : ["www-authenticate": ""])
    }

    static let scenarios: [Scenario] = [
        post("a write with a token", "Bearer w-secret", 201),
        post("another case of the scheme", "bearer w-secret", 201),
        post("a write without a token", nil, 401, ["Authorization: Bearer"]),
        post("a wrong token", "Bearer nonsense", 401, ["not known"]),
        post("an expired token", "Bearer old", 401, ["expired"]),
        post("another scheme", "Basic dzp3", 401), post("a token to read", "Bearer r-secret", 403, ["needs write"]),
        Scenario(name: "a read without a token", target: "/deals", status: 200),
        Scenario(
            name: "a read with a wrong token", target: "/deals", fields: [("authorization", "Bearer x")], status: 401,
            answers: ["www-authenticate": "Bearer realm=\"dealtracker\", error=\"invalid_token\""]),
        Scenario(
            name: "a correction with a token to read", method: .patch, target: "/deals/deal_1",
            fields: [("authorization", "Bearer r-secret"), ("if-match", "*")], body: "{}", status: 403),
        Scenario(name: "a retraction without a token", method: .delete, target: "/deals/deal_1", status: 401),
    ]

    @Test(arguments: scenarios)
    func `a token allows what its scope says`(scenario: Scenario) async {
        await Self.bench().check(scenario)
    }

    @Test func `reads need a token where the settings say so, also those answered before`() async {
        let bench = await Self.bench(true)
        for _ in 0..<2 {
            await bench.check(Scenario(name: "", target: "/deals", status: 401))
            await bench.check(
                Scenario(name: "", target: "/deals", fields: [("authorization", "Bearer r-secret")], status: 200))
            await bench.check(Scenario(name: "", target: "/healthz", status: 200))
        }
    }

    @Test func `edits carry the name of the token`() async {
        let bench = await Self.bench()
        let fields = [("authorization", "Bearer w-secret"), ("if-match", "*")]
        _ = await bench.send(.patch, "/deals/deal_1", fields, #"{"review":"confirmed"}"#)
        #expect(bench.store.state.withLock { $0.edits.first?.hasPrefix("edit writer") } == true)
    }
}
