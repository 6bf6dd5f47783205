import Foundation
import Testing

/// A file that cannot be written, served for reading.
@Suite struct ReadOnlyTests {
    /// What runs a program as somebody who has no rights to the file: root may write everything.
    private let nobody = getuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

    @Test
    func `reads are answered and writes are refused with the cause, where neither file nor folder can be written`()
        throws
    {
        let first = try RunningService()
        let folder = first.folder
        let binary = folder.appending(path: "dealtracker")
        defer {
            _ = try? run("chmod", ["755", folder.path])
            try? FileManager.default.removeItem(at: folder)
        }
        let text = Array("Oracle signs a $5 billion contract with OpenAI for computing capacity.".utf8)
        #expect(try first.send("POST", "/articles", body: text, type: "text/plain").status == 201)
        let before = try first.send("GET", "/articles").body
        #expect(first.stop() == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files == ["deals.sqlite"], "a stop leaves one file: \(files)")

        try FileManager.default.copyItem(at: RunningService.binary, to: binary)
        _ = try run("chmod", ["444", folder.appending(path: "deals.sqlite").path])
        _ = try run("chmod", ["555", folder.path])
        let second = try RunningService(folder: folder, runner: nobody + [binary.path])
        #expect(try second.send("GET", "/articles").body == before)
        #expect(try second.send("GET", "/readyz").body.contains("\"writes\":false"))
        let refused = try run(
            "curl",
            ["-s", "-i", "--data-binary", "Another text.", "-H", "content-type: text/plain", second.base + "/articles"])
        #expect(refused.output.hasPrefix("HTTP/1.1 503 "))
        #expect(refused.output.lowercased().contains("retry-after: "))
        #expect(refused.output.contains("cannot be written"))
        #expect(second.stop() == 0)
    }
}
