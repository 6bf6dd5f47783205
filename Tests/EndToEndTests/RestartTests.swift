import Foundation
import Testing

/// A supervisor that holds the listening socket replaces the process under load: nobody is refused and nothing is lost.
@Suite(.serialized) struct RestartTests {
    @Test func `a process that takes over the socket leaves no request unanswered`() throws {
        let listener = try HeldListener()
        let folder = FileManager.default.temporaryDirectory.appending(path: "e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var running = try HandedService(listener, folder)
        let load = Load(port: listener.port)
        for round in 1...3 {
            try load.untilAnswered(more: 200)
            let next = try HandedService(listener, folder)
            try load.untilAnswered(more: 50)
            #expect(running.stop() == 0, "round \(round)")
            running = next
            try load.untilAnswered(more: 200)
        }
        let failures = load.stop()
        #expect(failures.isEmpty, "\(failures.prefix(3))")
        #expect(running.stop() == 0)
    }
}

/// A listening socket that outlives the processes that serve it.
private final class HeldListener {
    let handle: FileHandle
    let port: UInt16

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && listen(descriptor, 128) == 0
                    && getsockname(descriptor, $0, &size) == 0
            }
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        port = UInt16(bigEndian: address.sin_port)
        try #require(result)
    }
}

/// The built binary, serving a socket that was passed to it as systemd passes them.
private final class HandedService {
    private let process = Process()

    init(_ listener: HeldListener, _ folder: URL) throws {
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The socket comes in as the standard input, since nothing else is passed on, and is moved to its place.
        process.arguments = [
            "-c", "exec 3<&0 </dev/null; LISTEN_FDS=1 LISTEN_PID=$$ exec \"$0\" \"$@\"", RunningService.binary.path,
            "serve", "--database", folder.appending(path: "deals.sqlite").path,
        ]
        process.standardInput = listener.handle
        process.standardOutput = FileHandle.nullDevice
        let log = Pipe()
        process.standardError = log
        try process.run()
        var text = ""
        while !text.contains("listening") {
            let data = log.fileHandleForReading.availableData
            guard !data.isEmpty else { throw RunningService.NotStarted(log: text) }
            text += String(decoding: data, as: UTF8.self)
        }
        log.fileHandleForReading.readabilityHandler = { handle in
            if handle.availableData.isEmpty { handle.readabilityHandler = nil }
        }
    }

    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
}
