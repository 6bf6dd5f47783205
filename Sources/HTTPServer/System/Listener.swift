import CLinux
import Glibc
import HTTPCore

/// Why a server could not be set up.
public enum ServerError: Error, Hashable, Sendable {
    /// The host is no IPv4 or IPv6 address.
    case invalidAddress(String)
    /// A Unix-domain socket's path is longer than the kernel allows (107 bytes).
    case pathTooLong(String)
    /// The environment passes no listening socket to this process (`LISTEN_FDS`, `LISTEN_PID`).
    case nothingInherited
    /// A system call failed with an error number.
    case system(call: String, errno: Int32)
}

extension ServerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .invalidAddress(let host): "\(host) is no IPv4 or IPv6 address"
        case .pathTooLong(let path): "\(path) is too long for a socket (107 bytes at most)"
        case .nothingInherited: "no listening socket was passed in LISTEN_FDS to this process"
        case .system(let call, let number): "\(call): \(String(cString: strerror(number)))"
        }
    }
}

/// A listening socket.
struct Listener: Sendable {
    let descriptor: Int32
    /// The address for people: `127.0.0.1:8080`, a path, `descriptor 3`.
    let address: String
    /// The TCP port; `nil` for another kind.
    let port: UInt16?
    /// Whether more loops may listen at the same address with sockets of their own (SO_REUSEPORT).
    let isReusable: Bool
    /// Whether the socket lives on in a supervisor, so that what waits in its queue is for the next process.
    let isInherited: Bool
    /// The path to remove at the end.
    let path: String?

    /// A TCP socket that shares its address with others of this process's loops.
    static func tcp(
        host: String, port: UInt16, backlog: Int, unsentBytes: Int = ServerLimits().unsentBytes
    ) throws(ServerError) -> Listener {
        var storage = sockaddr_storage()
        let size = try fill(&storage, host, port)
        let descriptor = try make(Int32(storage.ss_family))
        do throws(ServerError) {
            try set(SOL_SOCKET, SO_REUSEADDR, descriptor)
            try set(SOL_SOCKET, SO_REUSEPORT, descriptor)
            try setStreaming(descriptor, unsentBytes)
            try listen(descriptor, &storage, size, backlog)
            let bound = try boundPort(descriptor)
            let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]:\(bound)" : "\(host):\(bound)"
            return Listener(
                descriptor: descriptor, address: name, port: bound, isReusable: true, isInherited: false, path: nil)
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Fails where another process listens at the address: both would set SO_REUSEPORT, and the kernel would share the
    /// connections out between them without a word.
    static func checkFree(host: String, port: UInt16) throws(ServerError) {
        var storage = sockaddr_storage()
        let size = try fill(&storage, host, port)
        let descriptor = try make(Int32(storage.ss_family))
        defer { close(descriptor) }
        try set(SOL_SOCKET, SO_REUSEADDR, descriptor)
        try bind(descriptor, &storage, size)
    }

    /// A Unix-domain socket; a socket that stands at the path is removed first, any other file is not.
    static func unix(path: String, backlog: Int) throws(ServerError) -> Listener {
        var storage = sockaddr_storage()
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard !bytes.isEmpty, bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw .pathTooLong(path)
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        withUnsafeMutableBytes(of: &storage) { target in withUnsafeBytes(of: address) { target.copyMemory(from: $0) } }
        var status = stat()
        if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK { unlink(path) }
        let descriptor = try make(AF_UNIX)
        do throws(ServerError) {
            try listen(descriptor, &storage, socklen_t(MemoryLayout<sockaddr_un>.size), backlog)
        } catch {
            close(descriptor)
            throw error
        }
        return Listener(
            descriptor: descriptor, address: path, port: nil, isReusable: false, isInherited: false, path: path)
    }

    /// The sockets that the supervisor passed: descriptors from 3 on (sd_listen_fds(3)).
    static func inherited(
        first: Int32 = 3, unsentBytes: Int = ServerLimits().unsentBytes
    ) throws(ServerError) -> [Listener] {
        guard let count = getenv("LISTEN_FDS").flatMap({ Int32(String(cString: $0)) }), count > 0 else {
            throw .nothingInherited
        }
        if let owner = getenv("LISTEN_PID"), Int32(String(cString: owner)) != getpid() { throw .nothingInherited }
        var listeners: [Listener] = []
        for descriptor in first..<(first + count) {
            try check("fcntl", fcntl(descriptor, F_SETFD, FD_CLOEXEC))
            try check("fcntl", fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK))
            let port = try? boundPort(descriptor)
            if port != nil { try setStreaming(descriptor, unsentBytes) }
            listeners.append(
                Listener(
                    descriptor: descriptor, address: "descriptor \(descriptor)", port: port, isReusable: false,
                    isInherited: true, path: nil))
        }
        return listeners
    }

    private static func make(_ family: Int32) throws(ServerError) -> Int32 {
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = socket(family, kind, 0)
        try check("socket", descriptor)
        return descriptor
    }

    private static func listen(
        _ descriptor: Int32, _ storage: inout sockaddr_storage, _ size: socklen_t, _ backlog: Int
    ) throws(ServerError) {
        try bind(descriptor, &storage, size)
        try check("listen", Glibc.listen(descriptor, Int32(clamping: backlog)))
    }

    private static func bind(
        _ descriptor: Int32, _ storage: inout sockaddr_storage, _ size: socklen_t
    ) throws(ServerError) {
        let result = withUnsafePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.bind(descriptor, $0, size) }
        }
        try check("bind", result)
    }

    /// Sets how answers are sent, on the listening socket: Linux hands it on to accepted ones, which saves calls on each.
    private static func setStreaming(_ descriptor: Int32, _ unsentBytes: Int) throws(ServerError) {
        try set(Int32(IPPROTO_TCP), TCP_NODELAY, descriptor)
        try set(Int32(IPPROTO_TCP), TCP_NOTSENT_LOWAT, descriptor, Int32(clamping: unsentBytes))
    }

    private static func set(
        _ level: Int32, _ option: Int32, _ descriptor: Int32, _ value: Int32 = 1
    ) throws(ServerError) {
        var value = value
        try check("setsockopt", setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size)))
    }

    private static func fill(
        _ storage: inout sockaddr_storage, _ host: String, _ port: UInt16
    ) throws(ServerError) -> socklen_t {
        var four = sockaddr_in()
        if inet_pton(AF_INET, host, &four.sin_addr) == 1 {
            four.sin_family = sa_family_t(AF_INET)
            four.sin_port = port.bigEndian
            withUnsafeMutableBytes(of: &storage) { target in withUnsafeBytes(of: four) { target.copyMemory(from: $0) } }
            return socklen_t(MemoryLayout<sockaddr_in>.size)
        }
        var six = sockaddr_in6()
        guard inet_pton(AF_INET6, host, &six.sin6_addr) == 1 else { throw .invalidAddress(host) }
        six.sin6_family = sa_family_t(AF_INET6)
        six.sin6_port = port.bigEndian
        withUnsafeMutableBytes(of: &storage) { target in withUnsafeBytes(of: six) { target.copyMemory(from: $0) } }
        return socklen_t(MemoryLayout<sockaddr_in6>.size)
    }

    private static func boundPort(_ descriptor: Int32) throws(ServerError) -> UInt16 {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
        }
        try check("getsockname", result)
        switch PeerAddress(storage) {
        case .ipv4(_, let port), .ipv6(_, _, let port): return port
        case .local: throw .system(call: "getsockname", errno: EAFNOSUPPORT)
        }
    }

    private static func check(_ call: String, _ result: Int32) throws(ServerError) {
        if result < 0 { throw .system(call: call, errno: errno) }
    }
}
