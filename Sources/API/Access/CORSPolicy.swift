import HTTPCore

/// Which pages of other origins may use the API from a browser (WHATWG Fetch section 3.2). Off unless configured.
public struct CORSPolicy: Hashable, Sendable {
    /// Origins such as `https://app.example`, or `*` for all.
    public var origins: Set<String>
    /// How long a browser may keep the answer to a preflight, in seconds.
    public var maxAge: Int

    /// A policy.
    public init(origins: Set<String>, maxAge: Int = 600) {
        self.origins = origins
        self.maxAge = maxAge
    }

    /// Adds what the browser of a page needs to see.
    func decorate(_ response: inout HTTPResponse, for request: HTTPRequest) {
        let allowsAll = origins.contains("*")
        if !allowsAll { response.vary(on: "origin") }
        guard let origin = request.fields["origin"], allowsAll || origins.contains(origin) else { return }
        response.fields.set("access-control-allow-origin", allowsAll ? "*" : origin)
        guard request.method == .options, request.fields.contains("access-control-request-method") else {
            response.fields.set(
                "access-control-expose-headers", "etag, link, location, retry-after, ratelimit, ratelimit-policy")
            return
        }
        response.fields.set("access-control-allow-methods", response.fields["allow"] ?? "GET, HEAD")
        response.fields.set(
            "access-control-allow-headers", "authorization, content-type, idempotency-key, if-match, if-none-match")
        response.fields.set("access-control-max-age", String(maxAge))
    }
}

extension HTTPResponse {
    /// Adds a field name to `Vary`.
    mutating func vary(on name: String) {
        let known = fields.list(of: "vary")
        if !known.contains(name) { fields.set("vary", (known + [name]).joined(separator: ", ")) }
    }
}
