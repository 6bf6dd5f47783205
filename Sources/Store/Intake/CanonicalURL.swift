/// The address of an article without what does not tell which article it is: scheme, `www.`, fragment, query parameters
/// that only follow readers around, a slash at the end.
struct CanonicalURL: Hashable, Sendable {
    /// Host and path, with the query that is left.
    let text: String
    /// The host in small letters, without `www.`.
    let host: String

    /// The canonical form of an `http` or `https` address, or `nil` for anything else.
    init?(_ url: String) {
        guard let mark = url.firstRange(of: "://") else { return nil }
        let scheme = url[..<mark.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = url[mark.upperBound...].prefix { $0 != "#" }
        let pieces = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let address = pieces.first ?? ""
        var host = address.prefix { $0 != "/" }.lowercased()
        if host.hasPrefix("www.") { host.removeFirst(4) }
        guard !host.isEmpty else { return nil }
        var path = address.drop { $0 != "/" }
        while path.hasSuffix("/") { path.removeLast() }
        let query = (pieces.count > 1 ? pieces[1] : "").split(separator: "&").filter { !Self.isTracking($0) }.sorted()
        self.host = host
        text = host + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    private static func isTracking(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        return name.hasPrefix("utm_")
            || ["fbclid", "gclid", "msclkid", "mc_cid", "mc_eid", "xtor", "ref"].contains(name)
    }
}
