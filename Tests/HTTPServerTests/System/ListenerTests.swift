import CLinux
import Glibc
import HTTPCore
import Testing

@testable import HTTPServer

struct ListenerTests {
    private func configuration(port: UInt16) -> ServerConfiguration {
        var configuration = ServerConfiguration()
        configuration.address = .tcp(host: "127.0.0.1", port: port)
        configuration.loops = 2
        return configuration
    }

    @Test func `a port that a server listens at is refused to the next one, and free again after it`() throws {
        let first = Server(configuration: configuration(port: 0), handler: Router([]))
        try first.bind()
        let port = try #require(first.port)
        let second = Server(configuration: configuration(port: port), handler: Router([]))
        #expect(throws: ServerError.system(call: "bind", errno: EADDRINUSE)) { try second.bind() }
        first.shutdown()
        try second.bind()
        #expect(second.port == port)
        second.shutdown()
    }

    @Test func `a host that is no address is refused`() {
        var configuration = configuration(port: 80)
        configuration.address = .tcp(host: "localhost", port: 80)
        let server = Server(configuration: configuration, handler: Router([]))
        #expect(throws: ServerError.invalidAddress("localhost")) { try server.bind() }
    }

    @Test func `a passed socket gets what one of our own has: small answers are not held back`() async {
        await #expect(processExitsWith: .success) {
            let passed = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            guard listen(passed, 1) == 0 else { exit(2) }
            setenv("LISTEN_FDS", "1", 1)
            guard try Listener.inherited(first: passed).first?.port != nil else { exit(3) }
            var (option, size): (Int32, socklen_t) = (0, 4)
            getsockopt(passed, Int32(IPPROTO_TCP), TCP_NODELAY, &option, &size)
            if option == 0 { exit(4) }
            getsockopt(passed, Int32(IPPROTO_TCP), TCP_NOTSENT_LOWAT, &option, &size)
            if option != 131_072 { exit(6) }
            if fcntl(passed, F_GETFL) & O_NONBLOCK == 0 { exit(5) }
        }
    }
}
