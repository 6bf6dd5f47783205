import HTTPCore
import Synchronization

/// What the service says of itself; each page is made when it is first asked for.
final class Pages: Sendable {
    private let operations: [Operation]
    private let configuration: APIConfiguration
    private let made = Mutex<[String: HTTPResponse]>([:])

    /// The pages about these operations.
    init(_ operations: [Operation], _ configuration: APIConfiguration) {
        self.operations = operations
        self.configuration = configuration
    }

    /// The API description, `/openapi.json`.
    var description: HTTPResponse {
        page("description") {
            HTTPResponse(
                .ok, contentType: "application/vnd.oai.openapi+json;version=3.1",
                OpenAPIDocument(operations: operations, configuration: configuration).json)
        }
    }

    /// The documentation, `/docs`.
    var documentation: HTTPResponse {
        page("documentation") {
            var page = HTTPResponse(
                .ok, contentType: "text/html; charset=utf-8", DocumentationPage(operations: operations).html)
            page.fields.append("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
            page.fields.append("x-content-type-options", "nosniff")
            return page
        }
    }

    /// The cheat sheet, `/`.
    var cheatSheet: HTTPResponse {
        .text(.ok, Self.lines)
    }

    private func page(_ name: String, _ make: () -> HTTPResponse) -> HTTPResponse {
        made.withLock { made in
            if let page = made[name] { return page }
            let page = make()
            made[name] = page
            return page
        }
    }

    private static let lines = """
        dealtracker: who has promised what to whom in AI infrastructure
          curl --data-binary @article.txt -H 'content-type: text/plain' HOST/articles?published=2025-11-03
          curl 'HOST/deals?party=OpenAI&sort=-value&limit=5'    deals, with the sentence behind each field
          curl 'HOST/deals.csv?binding=true&value__gte=1000000000'
          curl HOST/companies  HOST/allocations  HOST/relationships  HOST/estimates  HOST/statements
        Every route and filter: HOST/docs, or HOST/openapi.json for programs.

        """
}

extension Operation {
    static let pages: [Operation] = [
        Operation(
            name: "cheatSheet", method: .get, path: "/", summary: "A few lines to begin with", scope: nil,
            isLenient: true,
            answers: [(200, Content(types: [("text/plain", "")], summary: "the lines"))],
            answer: .immediate { service, _ throws(Problem) in service.pages.cheatSheet }),
        Operation(
            name: "documentation", method: .get, path: "/docs", summary: "Every route, parameter and problem, readably",
            scope: nil, isLenient: true, answers: [(200, Content(types: [("text/html", "")], summary: "the page"))],
            answer: .immediate { service, _ throws(Problem) in service.pages.documentation }),
        Operation(
            name: "description", method: .get, path: "/openapi.json",
            summary: "The description of this API (OpenAPI 3.1)",
            scope: nil, isLenient: true,
            answers: [(200, Content(types: [("application/vnd.oai.openapi+json", "")], summary: "the description"))],
            answer: .immediate { service, _ throws(Problem) in service.pages.description }),
    ]
}
