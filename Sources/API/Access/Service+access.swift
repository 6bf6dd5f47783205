import HTTPCore
import Model

extension Service {
    /// Who asks, where they may do what needs this scope (RFC 6750).
    ///
    /// Where no token is configured everybody may do everything: the service then listens on loopback only.
    ///
    /// - Throws: 401 without a valid token where one is needed, or with an invalid one anywhere; 403 where it allows less.
    func admit(_ request: HTTPRequest, to scope: AccessScope?) throws(Problem) -> Caller {
        let tokens = configuration.tokens()
        guard !tokens.isEmpty else { return Caller(name: address(of: request), scope: .admin) }
        guard request.fields.contains("authorization") else {
            guard let scope, scope > .read || configuration.readsNeedToken else {
                return Caller(name: address(of: request), scope: .read)
            }
            throw Self.unauthorized("this needs a token: send Authorization: Bearer TOKEN", nil)
        }
        let token = try Self.token(request, among: tokens)
        if let expires = token.expires, expires <= clock() {
            throw Self.unauthorized("the token has expired", "invalid_token")
        }
        if let scope, token.scope < scope {
            var problem = Problem(
                .forbidden, "the token allows \(token.scope.rawValue), and this needs \(scope.rawValue)")
            problem.fields = [
                ("www-authenticate", "\(Self.challenge), error=\"insufficient_scope\", scope=\"\(scope.rawValue)\"")
            ]
            throw problem
        }
        return Caller(name: token.name, scope: token.scope)
    }

    private static let challenge = "Bearer realm=\"dealtracker\""

    /// The token of a request. All known ones are compared, so that the time tells nothing.
    private static func token(_ request: HTTPRequest, among tokens: [AccessToken]) throws(Problem) -> AccessToken {
        let values = request.fields.values(of: "authorization")
        let parts = values.first?.split(separator: " ", omittingEmptySubsequences: true) ?? []
        guard values.count == 1, parts.count == 2, parts[0].lowercased() == "bearer" else {
            throw unauthorized("the only credentials understood are: Authorization: Bearer TOKEN", "invalid_request")
        }
        let hash = SHA256.digest(Array(parts[1].utf8))
        var found: AccessToken?
        for token in tokens where AccessToken.matches(token.hash, hash) { found = token }
        guard let found else { throw unauthorized("the token is not known", "invalid_token") }
        return found
    }

    private static func unauthorized(_ detail: String, _ error: String?) -> Problem {
        var problem = Problem(.unauthorized, detail)
        problem.fields = [("www-authenticate", challenge + (error.map { ", error=\"\($0)\"" } ?? ""))]
        return problem
    }
}
