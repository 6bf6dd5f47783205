import HTTPCore
import Model

/// The HTTP interface of the service: what a server asks for answers.
///
/// Every route, parameter and scope stands in one table, which the router, the checks, the API description and the
/// documentation are made of. Reads are answered where they are asked, without a task; a question that was asked before
/// costs one look-up.
public struct API: HTTPHandler {
    let service: Service
    private let router: Router

    /// The interface to a store and an engine.
    ///
    /// - Parameters:
    ///   - records: answers questions.
    ///   - articles: takes articles in.
    ///   - editor: takes corrections.
    ///   - engine: reads articles.
    ///   - configuration: the settings.
    ///   - clock: gives the current moment.
    public init(
        records: any RecordReader, articles: any ArticleStore, editor: any RecordEditor, engine: any ArticleReader,
        configuration: APIConfiguration = APIConfiguration(), clock: @escaping @Sendable () -> Timestamp
    ) {
        let operations = Operation.all(configuration)
        let service = Service(
            records: records, articles: articles, editor: editor, engine: engine, configuration: configuration,
            clock: clock,
            kept: AnswerCache(capacity: configuration.keptAnswers, largest: configuration.keptAnswerLimit),
            limiter: configuration.rateLimit.map(RateLimiter.init),
            pages: Pages(operations, configuration), started: clock())
        self.service = service
        router = Router(
            operations.flatMap { $0.routes(service) },
            refusal: { status, detail in Problem(ProblemKind(status), detail).response })
    }

    public func bodyPolicy(for request: HTTPRequest) -> BodyPolicy {
        do throws(Problem) {
            // A body is not waited for where its sender may not send it.
            if ![.get, .head, .options].contains(request.method) { _ = try service.admit(request, to: .write) }
        } catch {
            // Refused here, it never comes to `respond`: guesses at tokens are counted as well.
            let verdict = service.limit(request)
            if let verdict, !verdict.isAllowed {
                return .refuse(decorated(Problem.tooMany(verdict).response, request, verdict))
            }
            return .refuse(decorated(error.response, request, verdict))
        }
        if request.method == .post, request.path == "/articles", request.isBatch {
            return .stream(limit: service.configuration.batchLimit)
        }
        return router.bodyPolicy(for: request)
    }

    public func respondNow(to request: HTTPRequest) -> HTTPResponse? {
        guard service.limiter == nil else { return nil }
        return answerNow(request).map { decorated($0, request, nil) }
    }

    public func respond(to request: HTTPRequest) async -> HTTPResponse {
        let verdict = service.limit(request)
        if let verdict, !verdict.isAllowed {
            return decorated(Problem.tooMany(verdict).response, request, verdict)
        }
        if let answer = answerNow(request) { return decorated(answer, request, verdict) }
        return decorated(await router.respond(to: request), request, verdict)
    }

    private func answerNow(_ request: HTTPRequest) -> HTTPResponse? {
        service.keptAnswer(to: request) ?? router.respondNow(to: request)
    }

    /// The answer with what the settings add to every one.
    private func decorated(
        _ response: HTTPResponse, _ request: HTTPRequest, _ verdict: RateLimiter.Verdict?
    ) -> HTTPResponse {
        guard verdict != nil || service.configuration.cors != nil else { return response }
        var response = response
        service.configuration.cors?.decorate(&response, for: request)
        if let verdict, let limit = service.limiter?.limit {
            response.fields.set("ratelimit-policy", "\"default\";q=\(limit.requests);w=\(limit.seconds)")
            response.fields.set("ratelimit", "\"default\";r=\(verdict.remaining);t=\(verdict.wait)")
        }
        return response
    }

    public func refusal(of error: ProtocolError) -> HTTPResponse {
        var response = Problem(ProblemKind(error.status), error.detail).response
        response.closesConnection = true
        return response
    }
}
