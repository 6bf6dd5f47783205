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
        let service = Service(
            records: records, articles: articles, editor: editor, engine: engine, configuration: configuration,
            clock: clock,
            kept: AnswerCache(capacity: configuration.keptAnswers, largest: configuration.keptAnswerLimit),
            started: clock())
        self.service = service
        router = Router(
            Operation.all(configuration).flatMap { $0.routes(service) },
            refusal: { status, detail in Problem(ProblemKind(status), detail).response })
    }

    public func bodyPolicy(for request: HTTPRequest) -> BodyPolicy {
        if request.method == .post, request.path == "/articles", request.isBatch {
            return .stream(limit: service.configuration.batchLimit)
        }
        return router.bodyPolicy(for: request)
    }

    public func respondNow(to request: HTTPRequest) -> HTTPResponse? {
        service.keptAnswer(to: request) ?? router.respondNow(to: request)
    }

    public func respond(to request: HTTPRequest) async -> HTTPResponse {
        await router.respond(to: request)
    }

    public func refusal(of error: ProtocolError) -> HTTPResponse {
        var response = Problem(ProblemKind(error.status), error.detail).response
        response.closesConnection = true
        return response
    }
}
