import Foundation
import Testing

/// Tokens, as somebody who runs the service meets them.
@Suite(.serialized) struct AccessTests {
    private let binary = RunningService.binary.path
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "access-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func token(_ arguments: String...) throws -> String {
        let file = folder.appending(path: "tokens").path
        let result = try run(binary, ["token"] + arguments + ["--file", file])
        #expect(result.status == 0, "\(result.errors)")
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test func `writes need a token once there is one, and the right one`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let reader = try token("add", "reader", "--scope", "read")
        let writer = try token("add", "writer", "--scope", "write")
        let late = try token("add", "late", "--scope", "write", "--expires", "2020-01-01")
        let config = folder.appending(path: "config.yaml")
        let text = "access:\n  tokens: \(folder.appending(path: "tokens").path)\n"
        try text.write(to: config, atomically: true, encoding: .utf8)
        let service = try RunningService(folder: folder, arguments: ["--config", config.path])
        let article = Array("A headline\n\nA body that says nothing of the kind.\n".utf8)
        func post(_ token: String?) throws -> Answer {
            let fields = token.map { ["authorization: Bearer \($0)"] } ?? []
            return try service.send("POST", "/articles", body: article, type: "text/plain", fields: fields)
        }
        let refused = try post(nil)
        #expect(refused.status == 401)
        #expect(refused.fields["www-authenticate"]?.hasPrefix("Bearer") == true)
        #expect(try post("dt_wrong").status == 401)
        #expect(try post(late).status == 401)
        #expect(try post(reader).status == 403)
        #expect(try post(writer).status == 201)
        #expect(try service.send("GET", "/deals").status == 200)
    }

    @Test func `a token lets the service listen beyond loopback, and the file holds no secret`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let secret = try token("add", "ops", "--scope", "admin")
        let file = try String(contentsOf: folder.appending(path: "tokens"), encoding: .utf8)
        #expect(!file.contains(secret) && file.contains("ops\tadmin\t"))
        #expect(try token("list").contains("ops  admin"))
        #expect(try token("revoke", "ops") == "")
        #expect(try token("list") == "")
    }
}
