import Foundation
import Synchronization

/// The built binary, serving a store of its own on a free port.
final class RunningService: Sendable {
    let folder: URL
    let base: String
    private let process: Process

    /// The folder of the package, from this file.
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The binary that was built beside this test bundle.
    static var binary: URL {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
        var folder = bundle.deletingLastPathComponent()
        while folder.path != "/" {
            let candidate = folder.appending(path: "dealtracker")
            if FileManager.default.isExecutableFile(atPath: candidate.path) { return candidate }
            folder.deleteLastPathComponent()
        }
        return package.appending(path: ".build/debug/dealtracker")
    }

    /// Starts the service on a folder, which is made where it is missing. `runner` is the binary, with what runs it before.
    init(folder: URL? = nil, arguments: [String] = [], runner: [String] = [binary.path]) throws {
        self.folder = folder ?? FileManager.default.temporaryDirectory.appending(path: "e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            runner + ["serve", "--port", "0", "--database", self.folder.appending(path: "deals.sqlite").path]
            + arguments
        let log = Pipe()
        process.standardError = log
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        self.process = process
        base = try Self.address(in: log.fileHandleForReading)
        // What is logged later is read and dropped, so that the pipe never fills.
        log.fileHandleForReading.readabilityHandler = { handle in
            if handle.availableData.isEmpty { handle.readabilityHandler = nil }
        }
    }

    /// Waits for the line that tells the address.
    private static func address(in log: FileHandle) throws -> String {
        var text = ""
        while true {
            let data = log.availableData
            guard !data.isEmpty else { throw NotStarted(log: text) }
            text += String(decoding: data, as: UTF8.self)
            if let range = text.range(of: #"address=[0-9.]+:[0-9]+"#, options: .regularExpression) {
                return "http://" + text[range].dropFirst("address=".count)
            }
        }
    }

    struct NotStarted: Error {
        let log: String
    }

    /// Kills the process as a power switch would.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks the process to stop, and waits; its exit code.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    deinit {
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
    }
}

/// An answer.
struct Answer {
    let status: Int
    let fields: [String: String]
    let body: String

    /// The body as JSON.
    var json: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]) ?? [:]
    }

    /// The records of a list.
    var data: [[String: Any]] {
        json["data"] as? [[String: Any]] ?? []
    }
}

extension RunningService {
    /// Sends a request with curl, as a user would.
    func send(
        _ method: String, _ target: String, body: [UInt8]? = nil, type: String? = nil, fields: [String] = []
    ) throws -> Answer {
        let bodyFile = folder.appending(path: "body-\(UUID().uuidString)")
        var arguments = ["-s", "-i", "-X", method, base + target]
        if method == "HEAD" { arguments[2...3] = ["-I"] }
        for field in fields { arguments += ["-H", field] }
        if let body {
            try Data(body).write(to: bodyFile)
            arguments += ["--data-binary", "@" + bodyFile.path, "-H", "Expect:", "-H", "content-type: \(type ?? "")"]
        }
        defer { try? FileManager.default.removeItem(at: bodyFile) }
        let output = try run("curl", arguments).output
        return Self.parse(output)
    }

    private static func parse(_ output: String) -> Answer {
        let normal = output.replacingOccurrences(of: "\r\n", with: "\n")
        let parts = normal.components(separatedBy: "\n\n")
        let lines = (parts.first ?? "").split(separator: "\n").map(String.init)
        let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        return Answer(status: status, fields: fields, body: parts.dropFirst().joined(separator: "\n\n"))
    }
}

/// Runs a program and waits for its end.
func run(_ program: String, _ arguments: [String], input: String? = nil) throws -> (
    status: Int32, output: String, errors: String
) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    let errors = FileManager.default.temporaryDirectory.appending(path: "errors-\(UUID().uuidString)")
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    if let input {
        let pipe = Pipe()
        process.standardInput = pipe
        try process.run()
        pipe.fileHandleForWriting.write(Data(input.utf8))
        try pipe.fileHandleForWriting.close()
    } else {
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (
        process.terminationStatus, String(decoding: data, as: UTF8.self),
        (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
    )
}
