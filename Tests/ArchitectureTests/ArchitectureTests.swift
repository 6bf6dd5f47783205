import Foundation
import Testing

@Suite struct ArchitectureTests {
    @Test(arguments: ImportRules.allowed.keys.sorted())
    func `a target imports only what its arrows allow`(target: String) throws {
        let files = try ImportRules.files(of: target)
        #expect(!files.isEmpty)
        for file in files {
            let violations = ImportRules.violations(in: try String(contentsOf: file, encoding: .utf8), of: target)
            #expect(violations.isEmpty, "\(file.lastPathComponent) imports \(violations)")
        }
    }

    @Test(arguments: [
        ("Model", "import Foundation"), ("HTTPCore", "public import Glibc"), ("Ingestion", "import HTTPCore"),
        ("Ingestion", "import struct GRDB.Row"), ("HTTPServer", "import Model"), ("API", "import Store"),
        ("HTTPServer", "@preconcurrency import NIOCore"),
    ])
    func `a forbidden import is found`(target: String, line: String) {
        #expect(ImportRules.violations(in: "// a file\n\(line)\nstruct A {}\n", of: target).count == 1)
    }

    @Test func `words that only look like imports are left alone`() {
        #expect(ImportRules.violations(in: "// import Foundation\nlet important = 1\n", of: "Model").isEmpty)
    }

    @Test(arguments: ["Model", "HTTPCore"])
    func `the ground links no Foundation`(target: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "linkage-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let library = folder.appending(path: "lib\(target).so")
        let files = try ImportRules.files(of: target).map(\.path)
        let built = try run(
            "swiftc",
            ["-parse-as-library", "-emit-library", "-swift-version", "6", "-module-name", target, "-o", library.path]
                + files)
        #expect(built.status == 0, "\(built.output)")
        let linked = try run("ldd", [library.path])
        #expect(linked.status == 0)
        #expect(!linked.output.contains("Foundation"), "\(linked.output)")
    }

    @Test func `no Swift file of the engine names a language`() throws {
        for file in try ImportRules.files(of: "Ingestion") {
            let source = try String(contentsOf: file, encoding: .utf8)
            for code in ["\"fr\"", "\"en\"", "French", "English"] where source.contains(code) {
                let lines = source.split(separator: "\n").filter { $0.contains(code) && !$0.contains("//") }
                #expect(lines.isEmpty, "\(file.lastPathComponent): \(lines)")
            }
        }
    }

    /// Runs a program and waits for its end.
    private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
