/// Who is at the other end of the connection itself, not who a forwarded field says it is.
public enum PeerAddress: Hashable, Sendable {
    /// An IPv4 address, most significant byte first, and the port.
    case ipv4(UInt32, port: UInt16)
    /// An IPv6 address as its upper and lower 64 bits, and the port.
    case ipv6(UInt64, UInt64, port: UInt16)
    /// A process on the same machine, through a Unix-domain socket.
    case local

    /// Whether the peer is on this machine: a Unix-domain socket, 127.0.0.0/8, ::1, or the former mapped into IPv6.
    public var isLoopback: Bool {
        switch self {
        case .local: true
        case .ipv4(let address, _): address >> 24 == 127
        case .ipv6(0, 1, _): true
        case .ipv6(let upper, let lower, _): upper == 0 && lower >> 24 == 0xffff_7f
        }
    }

    /// The address without the port: `192.0.2.1`, `2001:db8:0:0:0:0:0:1`, `local`.
    public var host: String {
        switch self {
        case .local: return "local"
        case .ipv4(let address, _):
            return [24, 16, 8, 0].map { String(address >> $0 & 255) }.joined(separator: ".")
        case .ipv6(let upper, let lower, _):
            return [upper, lower].flatMap { half in [48, 32, 16, 0].map { String(half >> $0 & 0xffff, radix: 16) } }
                .joined(separator: ":")
        }
    }
}

extension PeerAddress: CustomStringConvertible {
    public var description: String {
        switch self {
        case .local: "local"
        case .ipv4(_, let port): "\(host):\(port)"
        case .ipv6(_, _, let port): "[\(host)]:\(port)"
        }
    }
}
