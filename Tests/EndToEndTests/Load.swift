import Foundation

/// Clients that ask for one path without a pause: half of them on kept connections, half on a new one each time.
final class Load: @unchecked Sendable {
    private let port: UInt16
    private let clientCount: Int
    /// Guards what follows.
    private let condition = NSCondition()
    private var answered = 0
    private var running: Int
    private var failures: [String] = []
    private var isStopped = false

    init(port: UInt16, clients: Int = 4) {
        (self.port, clientCount, running) = (port, clients, clients)
        for index in 0..<clients {
            Thread { self.work(keeps: index % 2 == 0) }.start()
        }
    }

    /// Too few requests were answered within half a minute.
    struct TooSlow: Error {
        let failures: [String]
    }

    /// Waits until so many more requests were answered.
    func untilAnswered(more count: Int) throws {
        condition.lock()
        defer { condition.unlock() }
        let (goal, deadline) = (answered + count, Date(timeIntervalSinceNow: 30))
        while answered < goal {
            guard condition.wait(until: deadline) else { throw TooSlow(failures: failures) }
        }
    }

    /// Stops all clients and says what went wrong.
    func stop() -> [String] {
        condition.lock()
        defer { condition.unlock() }
        isStopped = true
        while running > 0 { condition.wait() }
        return failures
    }

    private func work(keeps: Bool) {
        while !isOver {
            if let failure = visit(keeps: keeps) { note { $0.failures.append(failure) } }
        }
        note { $0.running -= 1 }
    }

    private var isOver: Bool {
        condition.lock()
        defer { condition.unlock() }
        return isStopped
    }

    private func note(_ change: (Load) -> Void) {
        condition.lock()
        change(self)
        condition.broadcast()
        condition.unlock()
    }

    /// Asks on one connection until it is to be closed; what went wrong.
    private func visit(keeps: Bool) -> String? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        guard connects(descriptor) else { return "connect: \(errno)" }
        while true {
            let fields = keeps ? "" : "Connection: close\r\n"
            let request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\(fields)\r\n"
            guard send(descriptor, request, request.utf8.count, Int32(MSG_NOSIGNAL)) == request.utf8.count else {
                return "send: \(errno)"
            }
            guard let head = answer(descriptor) else { return "cut: \(errno)" }
            guard head.hasPrefix("HTTP/1.1 200 ") else { return head }
            note { $0.answered += 1 }
            if !keeps || isOver || head.contains("connection: close") { return nil }
        }
    }

    private func connects(_ descriptor: Int32) -> Bool {
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    /// The head of a whole answer; `nil` when the connection ends before.
    private func answer(_ descriptor: Int32) -> String? {
        var received = Data()
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let text = String(decoding: received, as: UTF8.self)
            if let end = text.range(of: "\r\n\r\n") {
                let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
                let length = lines.first { $0.hasPrefix("content-length: ") }.flatMap { Int($0.dropFirst(16)) } ?? 0
                if text[end.upperBound...].utf8.count >= length { return String(text[..<end.lowerBound]) }
            }
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            received.append(contentsOf: buffer[..<count])
        }
    }
}
