/// A method, a path pattern and what answers them.
public struct Route: Sendable {
    /// An answer that may wait.
    public typealias Answer = @Sendable (HTTPRequest) async -> HTTPResponse
    /// An answer that never waits; `nil` passes on to the other.
    public typealias ImmediateAnswer = @Sendable (HTTPRequest) -> HTTPResponse?

    /// The method.
    public let method: HTTPMethod
    /// The path.
    public let pattern: RoutePattern
    /// What is done with content; decided before it is read.
    public let body: BodyPolicy
    /// Tried first, on the loop's own thread; must not block.
    public let immediate: ImmediateAnswer?
    /// Asked when there is no immediate answer.
    public let answer: Answer

    /// A route.
    public init(
        _ method: HTTPMethod, _ pattern: String, body: BodyPolicy = .collect(limit: 64 << 10),
        immediate: ImmediateAnswer? = nil, answer: @escaping Answer
    ) {
        self.method = method
        self.pattern = RoutePattern(pattern)
        self.body = body
        self.immediate = immediate
        self.answer = answer
    }

    /// A route whose answers never wait.
    public init(
        _ method: HTTPMethod, _ pattern: String, body: BodyPolicy = .collect(limit: 64 << 10),
        immediately answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse
    ) {
        self.init(method, pattern, body: body, immediate: { answer($0) }, answer: { answer($0) })
    }
}
