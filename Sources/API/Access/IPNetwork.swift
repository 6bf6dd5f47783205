import HTTPCore

/// A range of addresses, such as `10.0.0.0/8` or `fd00::/8` (CIDR, RFC 4632 and RFC 4291 section 2.3).
public struct IPNetwork: Hashable, Sendable {
    private let address: IPAddress
    /// How many leading bits of 128 decide; IPv4 counts as mapped into IPv6.
    private let length: Int

    /// The network of a text; an address without a length is a network of its own. `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(String(first)) else { return nil }
        let width = address.isIPv4 ? 32 : 128
        var length = width
        if parts.count == 2 {
            guard let given = Parameter.Kind.whole(String(parts[1])), !parts[1].isEmpty, given <= width else {
                return nil
            }
            length = given
        }
        self.address = address
        self.length = length + 128 - width
    }

    /// Whether an address lies in it.
    func contains(_ other: IPAddress) -> Bool {
        func agree(_ left: UInt64, _ right: UInt64, _ bits: Int) -> Bool {
            bits <= 0 || (left ^ right) >> UInt64(64 - min(64, bits)) == 0
        }
        return agree(address.upper, other.upper, length) && agree(address.lower, other.lower, length - 64)
    }
}

/// An address of the internet; IPv4 is kept as mapped into IPv6 (RFC 4291 section 2.5.5.2).
struct IPAddress: Hashable, Sendable {
    let upper: UInt64
    let lower: UInt64

    /// Whether it is one of IPv4.
    var isIPv4: Bool {
        upper == 0 && lower >> 32 == 0xFFFF
    }

    /// The address at the other end of a connection; `nil` for a socket of this machine.
    init?(_ peer: PeerAddress) {
        switch peer {
        case .local: return nil
        case .ipv4(let address, _): (upper, lower) = (0, 0xFFFF << 32 | UInt64(address))
        case .ipv6(let upper, let lower, _): (self.upper, self.lower) = (upper, lower)
        }
    }

    /// The address of a text: `192.0.2.1`, `2001:db8::1`, `::ffff:192.0.2.1`; `nil` for anything else.
    init?(_ text: String) {
        if let address = Self.ipv4(text) {
            (upper, lower) = (0, 0xFFFF << 32 | address)
            return
        }
        guard let groups = Self.groups(text) else { return nil }
        upper = groups[..<4].reduce(0) { $0 << 16 | $1 }
        lower = groups[4...].reduce(0) { $0 << 16 | $1 }
    }

    private static func ipv4(_ text: String) -> UInt64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt64 = 0
        for part in parts {
            guard (1...3).contains(part.utf8.count), part.utf8.count == 1 || part.first != "0",
                let value = Parameter.Kind.whole(String(part)), value <= 255
            else { return nil }
            address = address << 8 | UInt64(value)
        }
        return address
    }

    /// The eight groups of an IPv6 address (RFC 4291 section 2.2).
    private static func groups(_ text: String) -> [UInt64]? {
        guard let gap = text.firstRange(of: "::") else {
            return list(text[...]).flatMap { $0.count == 8 ? $0 : nil }
        }
        let (before, after) = (text[..<gap.lowerBound], text[gap.upperBound...])
        guard let head = before.isEmpty ? [] : list(before), let tail = after.isEmpty ? [] : list(after),
            head.count + tail.count < 8
        else { return nil }
        return head + [UInt64](repeating: 0, count: 8 - head.count - tail.count) + tail
    }

    /// Groups between colons, the last of which may be an IPv4 address.
    private static func list(_ text: Substring) -> [UInt64]? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        var groups: [UInt64] = []
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, let address = ipv4(String(part)) {
                groups += [address >> 16, address & 0xFFFF]
            } else {
                guard (1...4).contains(part.utf8.count), part.utf8.allSatisfy(isHexadecimal),
                    let value = UInt64(part, radix: 16)
                else { return nil }
                groups.append(value)
            }
        }
        return groups
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
}

extension Service {
    /// The address that a request is from: that of the connection, or, where that is a configured proxy, the nearest
    /// address in `X-Forwarded-For` that is not one. What a caller writes into the field itself is never reached.
    func address(of request: HTTPRequest) -> String {
        let proxies = configuration.trustedProxies
        guard !proxies.isEmpty, var nearest = IPAddress(request.peer), proxies.contains(where: { $0.contains(nearest) })
        else { return request.peer.host }
        var name = request.peer.host
        for text in request.fields.list(of: "x-forwarded-for").reversed() {
            guard let address = IPAddress(text) else { break }
            (nearest, name) = (address, text)
            if !proxies.contains(where: { $0.contains(nearest) }) { break }
        }
        return name
    }
}
