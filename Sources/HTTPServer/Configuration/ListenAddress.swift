/// Where a server listens.
public enum ListenAddress: Hashable, Sendable {
    /// A TCP port on an address literal: `127.0.0.1`, `0.0.0.0`, `::1`, `::`. Port 0 takes a free one.
    case tcp(host: String, port: UInt16)
    /// A Unix-domain socket at a path; a socket that a former process left there is replaced.
    case unix(path: String)
    /// Listening sockets passed by the supervisor as descriptors 3 and up (`LISTEN_FDS`, `LISTEN_PID`; sd_listen_fds(3)).
    case inherited
}
