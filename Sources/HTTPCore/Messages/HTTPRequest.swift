/// A request whose head was parsed and checked.
public struct HTTPRequest: Sendable {
    /// The method.
    public var method: HTTPMethod
    /// The path of the target as sent, percent-encoded, ASCII; `*` for `OPTIONS *`, the authority for CONNECT.
    public var path: String
    /// What stands behind the `?` as sent, without it; `nil` without a `?`.
    public var query: String?
    /// Host and port that the request is for: of an absolute target, else the Host field (RFC 9112 section 3.2.2).
    public var authority: String?
    /// The version; HTTP/1.2 to 1.9 count as 1.1.
    public var version: HTTPVersion
    /// The header fields.
    public var fields: HTTPFields
    /// The content.
    public var body: RequestBody
    /// The values of the `{name}` segments of the matched route, percent-decoded; filled in by the router.
    public var parameters: PathParameters
    /// The other end of the connection.
    public var peer: PeerAddress

    /// A request; `target` is a path with an optional query.
    public init(
        method: HTTPMethod, target: String, fields: HTTPFields = HTTPFields(), body: RequestBody = .empty,
        version: HTTPVersion = .http11, peer: PeerAddress = .local
    ) {
        self.method = method
        let bytes = target.utf8
        if let mark = bytes.firstIndex(of: UInt8(ascii: "?")) {
            path = String(target[..<mark])
            query = String(target[bytes.index(after: mark)...])
        } else {
            path = target
        }
        self.fields = fields
        self.body = body
        self.version = version
        self.peer = peer
        authority = fields["host"]
        parameters = PathParameters()
    }

    /// The decoded pairs of the query, in order; none without a query.
    ///
    /// - Throws: ``QueryError`` when a percent escape is broken or the decoded bytes are no UTF-8.
    public func queryItems() throws(QueryError) -> [QueryItem] {
        guard let query else { return [] }
        return try QueryItem.parse(query)
    }
}

/// The values of the `{name}` segments of a route.
public struct PathParameters: Sendable, Equatable {
    var items: [QueryItem] = []

    /// No parameters.
    public init() {}

    /// The value of the segment of that name; `nil` when the route has none.
    public subscript(_ name: String) -> String? {
        items.first { $0.name == name }?.value
    }
}
