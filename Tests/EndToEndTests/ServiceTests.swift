import Foundation
import Testing

/// The built binary, driven with curl.
@Suite(.serialized) struct ServiceTests {
    private let article: [UInt8]

    init() throws {
        let file = RunningService.package.appending(path: "Tests/Fixtures/sample-article.json")
        article = [UInt8](try Data(contentsOf: file))
    }

    @Test func `an article goes in and its deal comes out, also after a kill`() throws {
        let service = try RunningService()
        defer { try? FileManager.default.removeItem(at: service.folder) }
        let posted = try service.send("POST", "/articles", body: article, type: "application/json")
        #expect(posted.status == 201)
        let id = try #require(posted.json["id"] as? String)
        #expect(posted.fields["location"] == "/articles/\(id)")
        service.kill()

        let again = try RunningService(folder: service.folder)
        let deals = try again.send("GET", "/deals?party=OpenAI").data
        let deal = try #require(deals.first { $0["type"] as? String == "compute" })
        let value = try #require(deal["value"] as? [String: Any])
        #expect(value["max"] as? Int == 6_000_000_000)
        #expect(value["currency"] as? String == "USD")
        #expect((deal["evidence"] as? [[String: Any]])?.isEmpty == false)
        let known = try again.send("POST", "/articles", body: article, type: "application/json")
        #expect(known.status == 200)
        #expect(known.json["id"] as? String == id)
        #expect(try again.send("GET", "/deals?party=OpenAI").data.count == deals.count)
        #expect(again.stop() == 0)
    }

    @Test func `bad input gets a problem that helps`() throws {
        let service = try RunningService()
        defer { try? FileManager.default.removeItem(at: service.folder) }
        let big = [UInt8](repeating: 0x61, count: (10 << 20) + 1)
        let cases: [(Answer, Int)] = [
            (try service.send("POST", "/articles", body: [], type: "text/plain"), 422),
            (try service.send("POST", "/articles", body: Array("  \n".utf8), type: "text/plain"), 422),
            (try service.send("POST", "/articles", body: big, type: "text/plain"), 413),
            (try service.send("POST", "/articles", body: [0x61, 0xFF], type: "text/plain"), 400),
            (try service.send("POST", "/articles", body: Array("{\"text\": ".utf8), type: "application/json"), 400),
            (try service.send("POST", "/articles", body: Array("{}".utf8), type: "application/json"), 422),
            (try service.send("POST", "/articles", body: Array("x".utf8), type: "application/pdf"), 415),
            (try service.send("GET", "/deals?partty=OpenAI"), 400),
            (try service.send("GET", "/deals?limit=0"), 400),
            (try service.send("GET", "/deals/deal_nothing"), 404),
            (try service.send("GET", "/nowhere"), 404),
            (try service.send("DELETE", "/deals"), 405),
        ]
        for (answer, status) in cases {
            #expect(answer.status == status, "\(answer.body)")
            #expect(answer.fields["content-type"]?.hasPrefix("application/problem+json") == true)
            #expect(answer.json["status"] as? Int == status)
            #expect((answer.json["detail"] as? String)?.isEmpty == false)
        }
        #expect(cases[7].0.body.contains("party"))
        #expect(cases[11].0.fields["allow"]?.contains("GET") == true)
        #expect(try service.send("GET", "/healthz").status == 200)
    }

    @Test func `a dry run stores nothing`() throws {
        let service = try RunningService()
        defer { try? FileManager.default.removeItem(at: service.folder) }
        let answer = try service.send("POST", "/articles?dry_run=true", body: article, type: "application/json")
        #expect(answer.status == 200)
        #expect((answer.json["deals"] as? [Any])?.isEmpty == false)
        #expect(try service.send("GET", "/deals").data.isEmpty)
    }

    @Test func `an address beyond loopback without a token is refused with the reason`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "e2e-\(UUID().uuidString)")
        let result = try run(
            RunningService.binary.path,
            ["serve", "--host", "0.0.0.0", "--port", "0", "--database", folder.path + ".sqlite"])
        #expect(result.status == 78)
        #expect(result.errors.contains("token"))
    }
}
