import CLinux
import Glibc

/// A blocking client for tests. Every call gives up after ten seconds.
final class Client {
    struct Failure: Error { let call: String, number: Int32 }

    /// An answer as it came.
    struct Answer: Equatable {
        var status: Int
        var head: String
        var body: [UInt8]
        var text: String { String(decoding: body, as: UTF8.self) }
        var closes: Bool { head.contains("connection: close") }
    }

    let descriptor: Int32
    private var received: [UInt8] = []
    private(set) var hasEnded = false

    init(port: UInt16, receiveBuffer: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if var size = receiveBuffer { setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, 4) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        try connect(&address)
    }

    init(path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        try connect(&address)
    }

    init(port6 port: UInt16) throws {
        descriptor = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port.bigEndian
        address.sin6_addr = in6addr_loopback
        try connect(&address)
    }

    deinit { close(descriptor) }

    private func connect<Address>(_ address: inout Address) throws {
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
            }
        }
        if result < 0 { throw Failure(call: "connect", number: errno) }
    }

    func send(_ text: String) throws { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset, Int32(MSG_NOSIGNAL))
            }
            if count < 0 { throw Failure(call: "send", number: errno) }
            offset += count
        }
    }

    /// Ends the sending direction.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Makes the close a reset.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    /// Reads some bytes; `false` at the end.
    private func pump() throws -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
        if count < 0 { throw Failure(call: "recv", number: errno) }
        if count == 0 { hasEnded = true }
        received += buffer[..<count]
        return count > 0
    }

    /// Waits until some text of an answer has come; what came stays to be taken.
    func wait(for text: String) throws {
        while !String(decoding: received, as: UTF8.self).contains(text), try pump() {}
    }

    /// Reads to the end and returns all that was not taken as answers.
    func rest() throws -> [UInt8] {
        while try pump() {}
        return received
    }

    /// The next whole answer; `nil` when the connection ends before its first byte.
    func answer(to method: String = "GET") throws -> Answer? {
        while true {
            if let answer = try take(method) { return answer }
            if !(try pump()) {
                if received.isEmpty { return nil }
                throw Failure(call: "torn", number: 0)
            }
        }
    }

    private func take(_ method: String) throws -> Answer? {
        guard let end = Self.find([13, 10, 13, 10], in: received) else { return nil }
        let head = String(decoding: received[..<end], as: UTF8.self)
        let status = Int(head.dropFirst(9).prefix(3)) ?? 0
        var body: [UInt8] = []
        var index = end + 4
        if method == "HEAD" || status < 200 || status == 204 || status == 304 {
            received.removeFirst(index)
        } else if head.contains("transfer-encoding: chunked") {
            while true {
                guard let line = Self.find([13, 10], in: received, from: index) else { return nil }
                guard let size = Int(String(decoding: received[index..<line], as: UTF8.self), radix: 16) else {
                    throw Failure(call: "chunk", number: 0)
                }
                guard received.count >= line + 2 + size + 2 else { return nil }
                body += received[(line + 2)..<(line + 2 + size)]
                index = line + 2 + size + 2
                if size == 0 { break }
            }
            received.removeFirst(index)
        } else {
            let lines = head.split(separator: "\r\n")
            let length = lines.first { $0.hasPrefix("content-length: ") }.flatMap { Int($0.dropFirst(16)) } ?? 0
            guard received.count >= index + length else { return nil }
            body = Array(received[index..<(index + length)])
            received.removeFirst(index + length)
        }
        return Answer(status: status, head: head, body: body)
    }

    private static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
        guard bytes.count >= start + pattern.count else { return nil }
        return (start...(bytes.count - pattern.count)).first { bytes[$0..<($0 + pattern.count)].elementsEqual(pattern) }
    }
}
