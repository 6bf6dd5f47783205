import HTTPCore

/// What the service says of itself; made once, when it starts.
struct Pages: Sendable {
    /// The API description, `/openapi.json`.
    let description: HTTPResponse
    /// The documentation, `/docs`.
    let documentation: HTTPResponse
    /// The cheat sheet, `/`.
    let cheatSheet: HTTPResponse

    init(_ operations: [Operation], _ configuration: APIConfiguration) {
        description = HTTPResponse(
            .ok, contentType: "application/vnd.oai.openapi+json;version=3.1",
            OpenAPIDocument(operations: operations, configuration: configuration).json)
        var page = HTTPResponse(
            .ok, contentType: "text/html; charset=utf-8", DocumentationPage(operations: operations).html)
        page.fields.append("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
        page.fields.append("x-content-type-options", "nosniff")
        documentation = page
        cheatSheet = .text(.ok, Self.lines)
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
