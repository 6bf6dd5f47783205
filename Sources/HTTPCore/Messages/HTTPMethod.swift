/// A request method (RFC 9110 section 9). Methods are case-sensitive: `get` is not ``get``.
public enum HTTPMethod: Hashable, Sendable {
    case get
    case head
    case post
    case put
    case patch
    case delete
    case options
    case trace
    case connect
    /// Any other token, spelt as it was sent.
    case other(String)

    /// The method of a name that was checked to be a token.
    public init(name: String) {
        self = Self.known.first { $0.name == name } ?? .other(name)
    }

    /// The name as it stands on the wire.
    public var name: String {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .patch: "PATCH"
        case .delete: "DELETE"
        case .options: "OPTIONS"
        case .trace: "TRACE"
        case .connect: "CONNECT"
        case .other(let name): name
        }
    }

    private static let known: [HTTPMethod] = [
        .get, .head, .post, .put, .patch, .delete, .options, .trace, .connect,
    ]
}

extension HTTPMethod: CustomStringConvertible {
    public var description: String { name }
}
