import Glibc
import HTTPServer

extension Settings {
    /// The configuration of the HTTP server.
    func server(_ onEvent: @escaping @Sendable (ServerEvent) -> Void) -> ServerConfiguration {
        var configuration = ServerConfiguration()
        if getenv("LISTEN_FDS") != nil {
            configuration.address = .inherited
        } else if !socket.isEmpty {
            configuration.address = .unix(path: socket)
        } else {
            configuration.address = .tcp(host: host, port: UInt16(port))
        }
        configuration.loops = loops
        configuration.limits = limits
        configuration.onEvent = onEvent
        return configuration
    }

    /// Refuses to listen beyond loopback while nobody has to show a token: whoever reaches the port could write.
    func checkExposure(hasTokens: Bool) throws(Failure) {
        guard socket.isEmpty, !isLoopback, !hasTokens, getenv("LISTEN_FDS") == nil else { return }
        throw Failure(
            .configuration,
            "\(host) is reachable from other machines, and no bearer token is configured: anybody could write. "
                + "Listen on 127.0.0.1 behind a proxy, or make one with `dealtracker token add` and name its file "
                + "in access.tokens")
    }

    /// Whether only this machine can reach the address (127.0.0.0/8, ::1).
    var isLoopback: Bool {
        host == "::1" || host == "[::1]" || host == "localhost" || host.hasPrefix("127.")
    }
}
