import HTTPCore
import Model

extension Operation {
    /// Every operation of the service, in the order of the documentation.
    static func all(_ configuration: APIConfiguration) -> [Operation] {
        articles(configuration) + deals(configuration) + dealEdits + others(configuration) + companyEdits + state
            + pages
    }

    private static func articles(_ configuration: APIConfiguration) -> [Operation] {
        [
            Operation(
                name: "createArticle", method: .post, path: "/articles",
                summary: "Read an article and store its records", scope: .write,
                parameters: [
                    .single("dry_run", .flag, "true stores nothing"),
                    .single("published", .day, "the day of publication, where the body does not say"),
                    .single("language", .language, "the language, where the body does not say"),
                    .single("url", .url, "where it was published, where the body does not say"),
                    .single("title", .text, "the headline, where the body does not say"),
                    .single("source", .text, "who published it, where the body does not say"),
                ],
                content: Content(
                    types: [
                        ("application/json", "ArticleInput"), ("text/plain", ""), ("text/html", ""),
                        ("text/markdown", ""), ("application/x-ndjson", ""),
                    ],
                    summary: "an article, or a batch of articles as application/x-ndjson"),
                answers: [
                    json(201, "Receipt", "the article was new; its records"),
                    (
                        200,
                        Content(
                            types: [("application/json", "Receipt"), ("application/x-ndjson", "")],
                            summary: "the article was known or was not to be stored, or the answers to a batch")
                    ),
                ],
                answer: .waiting { service, call async throws(Problem) in try await service.createArticle(call) }),
            list(.articles, "listArticles", "Articles, newest first", Parameter.articles, configuration),
            Operation(
                name: "getArticle", method: .get, path: "/articles/{id}",
                summary: "An article with its text and its records", parameters: [.asOf],
                answers: [json(200, "FullArticle", "the article")], isKept: true,
                answer: .immediate { service, call throws(Problem) in try service.article(call) }),
            Operation(
                name: "reextractArticle", method: .post, path: "/articles/{id}/reextract",
                summary: "Read a stored article again", scope: .write,
                answers: [json(200, "Receipt", "its records now")],
                answer: .waiting { service, call async throws(Problem) in try await service.reextract(call) }),
        ]
    }

    private static func deals(_ configuration: APIConfiguration) -> [Operation] {
        [
            list(.deals, "listDeals", "Deals, newest first", Parameter.deals, configuration),
            Operation(
                name: "getDeal", method: .get, path: "/deals/{id}", summary: "A deal", parameters: [.asOf],
                answers: [json(200, "Deal", "the deal"), bare(308, "it was merged into another")],
                isKept: true,
                answer: .immediate { service, call throws(Problem) in try service.deal(call) }),
            Operation(
                name: "getDealHistory", method: .get, path: "/deals/{id}/history",
                summary: "Every version of a deal, and what made it", parameters: [.asOf],
                answers: [json(200, "History", "the versions, oldest first"), bare(308, "it was merged into another")],
                isKept: true,
                answer: .immediate { service, call throws(Problem) in try service.history(call) }),
        ]
    }

    private static func others(_ configuration: APIConfiguration) -> [Operation] {
        [
            list(.companies, "listCompanies", "Companies by name", Parameter.companies, configuration),
            Operation(
                name: "getCompany", method: .get, path: "/companies/{id}", summary: "A company", parameters: [.asOf],
                answers: [json(200, "Company", "the company"), bare(308, "it was merged into another")], isKept: true,
                answer: .immediate { service, call throws(Problem) in try service.company(call) }),
            list(
                .allocations, "listAllocations", "Chips and systems that deals move", Parameter.allocations,
                configuration),
            list(.relationships, "listRelationships", "Standing ties", Parameter.relationships, configuration),
            list(.estimates, "listEstimates", "Forecasts and spending plans", Parameter.estimates, configuration),
            list(.statements, "listStatements", "Quoted words", Parameter.statements, configuration),
        ]
    }

    private static let state: [Operation] = [
        Operation(
            name: "health", method: .get, path: "/healthz", summary: "Whether the process answers", scope: nil,
            isLenient: true, answers: [json(200, "Health", "it does")],
            answer: .immediate { service, call throws(Problem) in try service.health(call) }),
        Operation(
            name: "readiness", method: .get, path: "/readyz", summary: "Whether reads and writes are taken", scope: nil,
            isLenient: true, answers: [json(200, "Health", "it does")],
            answer: .immediate { service, call throws(Problem) in try service.readiness(call) }),
    ]

    /// The operation that answers a list.
    private static func list<Field>(
        _ list: RecordList<Field>, _ name: String, _ summary: String, _ parameters: [Parameter],
        _ configuration: APIConfiguration
    ) -> Operation {
        Operation(
            name: name, method: .get, path: list.path, summary: summary,
            parameters: parameters + Parameter.page(configuration, list), answers: [listed(list.schema)],
            suffixes: ListFormat.allCases,
            isKept: true,
            answer: .immediate { service, call throws(Problem) in try service.list(list, call) })
    }
}
