import Foundation
import Testing

/// What callers of an API count on, as curl sees it: versions, rates, pages of other origins, compression, help.
@Suite(.serialized) struct CallerTests {
    /// The service with settings of the configuration file, and one deal.
    private static func service(_ settings: String = "") throws -> RunningService {
        let folder = FileManager.default.temporaryDirectory.appending(path: "caller-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let config = folder.appending(path: "config.yaml")
        try settings.write(to: config, atomically: true, encoding: .utf8)
        let service = try RunningService(folder: folder, arguments: ["--config", config.path])
        let deal = """
            {"type": "compute", "status": "signed", "value": {"min": 5, "max": 5, "currency": "USD"}, "parties": \
            [{"company": "Lumen", "role": "customer"}, {"company": "Borealis", "role": "provider"}]}
            """
        #expect(try service.send("POST", "/deals", body: Array(deal.utf8), type: "application/json").status == 201)
        return service
    }

    @Test func `of two writers with one tag one wins, and the other is told to read again`() async throws {
        let service = try Self.service()
        defer { try? FileManager.default.removeItem(at: service.folder) }
        let id = try #require(try service.send("GET", "/deals").data.first?["id"] as? String)
        for round in 0..<5 {
            let tag = try #require(try service.send("GET", "/deals/\(id)").fields["etag"])
            let answers = try await withThrowingTaskGroup(of: Answer.self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        let body = #"{"value": {"min": 1, "max": \#(round * 10 + writer + 1), "currency": "USD"}}"#
                        return try service.send(
                            "PATCH", "/deals/\(id)", body: Array(body.utf8), type: "application/merge-patch+json",
                            fields: ["if-match: \(tag)"])
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.map(\.status).sorted() == [200, 412, 412, 412])
            let winner = try #require(answers.first { $0.status == 200 })
            let now = try service.send("GET", "/deals/\(id)")
            #expect(now.body == winner.body && now.fields["etag"] == winner.fields["etag"])
        }
        let bare = try service.send("PATCH", "/deals/\(id)", body: Array("{}".utf8), type: "application/json")
        #expect(bare.status == 428)
    }

    @Test func `a rate is told with each answer, and what exceeds it has to wait`() throws {
        let service = try Self.service("access:\n  rate: 4/3600\n")
        defer { try? FileManager.default.removeItem(at: service.folder) }
        for left in ["2", "1", "0"] {
            let answer = try service.send("GET", "/deals")
            #expect(answer.status == 200)
            #expect(answer.fields["ratelimit-policy"] == "\"default\";q=4;w=3600")
            #expect(answer.fields["ratelimit"]?.hasPrefix("\"default\";r=\(left);t=") == true)
        }
        let refused = try service.send("GET", "/deals")
        #expect(refused.status == 429)
        #expect(refused.fields["content-type"] == "application/problem+json")
        let wait = try #require(refused.fields["retry-after"].flatMap { Int($0) })
        #expect((1...900).contains(wait))
    }

    @Test func `a page of a configured origin may call, others see nothing of it`() throws {
        let service = try Self.service("access:\n  origins: https://app.example\n")
        defer { try? FileManager.default.removeItem(at: service.folder) }
        let own = try service.send("GET", "/deals", fields: ["origin: https://app.example"])
        #expect(own.fields["access-control-allow-origin"] == "https://app.example")
        #expect(own.fields["access-control-expose-headers"]?.contains("etag") == true)
        let other = try service.send("GET", "/deals", fields: ["origin: https://evil.example"])
        #expect(other.status == 200 && other.fields["access-control-allow-origin"] == nil)
        let preflight = try service.send(
            "OPTIONS", "/deals/deal_1",
            fields: [
                "origin: https://app.example", "access-control-request-method: PATCH",
                "access-control-request-headers: if-match",
            ])
        #expect(preflight.status == 204)
        #expect(preflight.fields["access-control-allow-methods"]?.contains("PATCH") == true)
        #expect(preflight.fields["access-control-allow-headers"]?.contains("if-match") == true)
        let problem = try service.send("GET", "/deals?partty=x", fields: ["origin: https://app.example"])
        #expect(problem.status == 400)
        #expect(problem.fields["access-control-allow-origin"] == "https://app.example")
    }

    @Test func `a compressed answer holds the same bytes and has a tag of its own`() throws {
        let service = try Self.service()
        defer { try? FileManager.default.removeItem(at: service.folder) }
        let plain = try service.send("GET", "/openapi.json")
        let file = service.folder.appending(path: "answer.gz").path
        let head = try run(
            "curl", ["-s", "-D", "-", "-o", file, "-H", "accept-encoding: gzip", service.base + "/openapi.json"])
        #expect(head.output.lowercased().contains("content-encoding: gzip"))
        #expect(head.output.lowercased().contains("vary: accept-encoding"))
        let tag = try #require(plain.fields["etag"])
        #expect(head.output.contains("etag: \(tag.dropLast())-gzip\""))
        let unpacked = try run("gzip", ["-dc", file])
        #expect(unpacked.status == 0 && unpacked.output == plain.body)
        let packed = try #require(FileManager.default.attributesOfItem(atPath: file)[.size] as? Int)
        #expect(packed * 2 < plain.body.utf8.count)
    }

    @Test func `whoever is lost finds help`() throws {
        let service = try Self.service()
        defer { try? FileManager.default.removeItem(at: service.folder) }
        let sheet = try service.send("GET", "/")
        #expect(sheet.status == 200 && sheet.body.contains("curl"))
        #expect(sheet.body.split(separator: "\n").count <= 12)
        let page = try service.send("GET", "/docs", fields: ["accept: text/html"])
        #expect(page.status == 200 && page.fields["content-type"]?.hasPrefix("text/html") == true)
        #expect(page.body.contains("changed_since"))
        for (wrong, right) in [
            ("partty=x", "party"), ("value__gt3=1", "value__gt"), ("announced_no=2025", "announced_on"),
        ] {
            let answer = try service.send("GET", "/deals?\(wrong)")
            let errors = answer.json["errors"] as? [[String: Any]]
            #expect(answer.status == 400)
            #expect(errors?.first?["parameter"] as? String == wrong.split(separator: "=").first.map(String.init))
            #expect((errors?.first?["detail"] as? String)?.contains(right) == true, "\(answer.body)")
        }
        let value = try service.send("GET", "/deals?type=computer")
        #expect(value.status == 400 && value.body.contains("the nearest is compute"))
    }
}
