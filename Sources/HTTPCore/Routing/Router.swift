/// Finds the route of a request and answers for the paths and methods that have none.
///
/// A literal segment wins over a parameter. HEAD is answered by the GET route. OPTIONS is answered with `Allow`
/// (RFC 9110 section 9.3.7). A path without the method is 405 with `Allow`, as are CONNECT and TRACE anywhere.
public struct Router: HTTPHandler {
    /// The routes, in the order given; an API description can be made of them.
    public let routes: [Route]

    private let literals: [String: [Int]]
    private let patterns: [Int]
    private static let unknownPath = "no resource has this path"
    private let refusal: @Sendable (HTTPStatus, String) -> HTTPResponse

    /// A router.
    ///
    /// - Parameters:
    ///   - routes: the routes; the first of two equal ones wins.
    ///   - refusal: makes the router's own error answers from a status and a detail.
    public init(
        _ routes: [Route],
        refusal: @escaping @Sendable (HTTPStatus, String) -> HTTPResponse = { .problem($0, detail: $1) }
    ) {
        self.routes = routes
        self.refusal = refusal
        var literals: [String: [Int]] = [:]
        for (index, route) in routes.enumerated() where route.pattern.isLiteral {
            literals[route.pattern.text, default: []].append(index)
        }
        self.literals = literals
        patterns = routes.indices.filter { !routes[$0].pattern.isLiteral }
    }

    public func bodyPolicy(for request: HTTPRequest) -> BodyPolicy {
        if case .route(let index, _) = find(request) { routes[index].body } else { .collect(limit: 64 << 10) }
    }

    public func respondNow(to request: HTTPRequest) -> HTTPResponse? {
        switch find(request) {
        case .route(let index, let parameters):
            guard let immediate = routes[index].immediate else { return nil }
            if parameters.items.isEmpty { return immediate(request) }
            var request = request
            request.parameters = parameters
            return immediate(request)
        case .allow(let methods): return allowed(request, methods)
        case .nothing: return refusal(.notFound, Self.unknownPath)
        }
    }

    public func respond(to request: HTTPRequest) async -> HTTPResponse {
        switch find(request) {
        case .route(let index, let parameters):
            var request = request
            request.parameters = parameters
            return await routes[index].answer(request)
        case .allow(let methods): return allowed(request, methods)
        case .nothing: return refusal(.notFound, Self.unknownPath)
        }
    }

    public func refusal(of error: ProtocolError) -> HTTPResponse {
        refusal(error.status, error.detail)
    }

    private enum Finding {
        case route(Int, PathParameters)
        case allow([HTTPMethod])
        case nothing
    }

    private func find(_ request: HTTPRequest) -> Finding {
        let method = request.method == .head ? HTTPMethod.get : request.method
        var others = literals[request.path] ?? []
        if let index = others.first(where: { routes[$0].method == method }) { return .route(index, PathParameters()) }
        // An escaped literal ("/%64eals") is the same resource, but not the same key.
        let candidates = request.path.utf8.contains(UInt8(ascii: "%")) ? Array(routes.indices) : patterns
        for index in candidates {
            guard let parameters = routes[index].pattern.match(request.path) else { continue }
            if routes[index].method == method { return .route(index, parameters) }
            others.append(index)
        }
        if !others.isEmpty { return .allow(allowing(others)) }
        if request.path == "*" || method == .connect || method == .trace {
            return .allow(allowing(Array(routes.indices)))
        }
        return .nothing
    }

    private func allowing(_ indexes: [Int]) -> [HTTPMethod] {
        var methods: [HTTPMethod] = []
        for index in indexes where !methods.contains(routes[index].method) { methods.append(routes[index].method) }
        if methods.contains(.get), !methods.contains(.head) { methods.append(.head) }
        if !methods.contains(.options) { methods.append(.options) }
        return methods
    }

    private func allowed(_ request: HTTPRequest, _ methods: [HTTPMethod]) -> HTTPResponse {
        let list = methods.map(\.name).joined(separator: ", ")
        if request.method == .options { return HTTPResponse(.noContent, fields: ["allow": list]) }
        var response = refusal(.methodNotAllowed, "this resource takes \(list)")
        response.fields.set("allow", list)
        response.closesConnection = request.method == .connect
        return response
    }
}
