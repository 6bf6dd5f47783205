import HTTPCore

extension Operation {
    /// What makes a write safe to repeat.
    static let idempotencyKey = Parameter.single(
        "Idempotency-Key", .key,
        "1 to 255 visible characters: a write with the same key is done once and answered again")
    private static let reason = Parameter.single("reason", .text, "why; kept in the history")
    private static let ifMatch = Parameter.single(
        "If-Match", .text, "the ETag of the version that the change is made to, or *")

    static let dealEdits: [Operation] = [
        Operation(
            name: "addDeal", method: .post, path: "/deals", summary: "Add a deal that no article tells", scope: .write,
            parameters: [reason],
            content: Content(types: [("application/json", "DealInput")], summary: "a deal"),
            answers: [json(201, "Deal", "the deal")],
            answer: .waiting { service, call async throws(Problem) in try await service.addDeal(call) }),
        Operation(
            name: "editDeal", method: .patch, path: "/deals/{id}", summary: "Correct a deal (RFC 7396)", scope: .write,
            parameters: [reason],
            content: Content(
                types: [("application/merge-patch+json", "DealPatch"), ("application/json", "DealPatch")],
                summary: "the members to change; null states that there is none"),
            answers: [json(200, "Deal", "the deal as it is now")],
            headers: [ifMatch],
            answer: .waiting { service, call async throws(Problem) in try await service.editDeal(call) }),
        Operation(
            name: "retractDeal", method: .delete, path: "/deals/{id}",
            summary: "Take a deal out of all lists; its history stays", scope: .write, parameters: [reason],
            answers: [bare(204, "it is taken out")],
            headers: [ifMatch],
            answer: .waiting { service, call async throws(Problem) in try await service.retractDeal(call) }),
        Operation(
            name: "mergeDeal", method: .post, path: "/deals/{id}/merge",
            summary: "Declare a deal to be the same as another one", scope: .write, parameters: [reason],
            content: Content(types: [("application/json", "MergeInput")], summary: "the deal that stays"),
            answers: [json(200, "Deal", "the deal that stays")],
            headers: [ifMatch],
            answer: .waiting { service, call async throws(Problem) in try await service.mergeDeal(call) }),
        Operation(
            name: "splitDeal", method: .post, path: "/deals/{id}/split",
            summary: "Move what some articles say to a deal of its own", scope: .write, parameters: [reason],
            content: Content(types: [("application/json", "SplitInput")], summary: "the articles"),
            answers: [json(201, "Deal", "the deal of its own")],
            headers: [ifMatch],
            answer: .waiting { service, call async throws(Problem) in try await service.splitDeal(call) }),
    ]

    static let companyEdits: [Operation] = [
        Operation(
            name: "editCompany", method: .patch, path: "/companies/{id}", summary: "Correct a company (RFC 7396)",
            scope: .write, parameters: [reason],
            content: Content(
                types: [("application/merge-patch+json", "CompanyPatch"), ("application/json", "CompanyPatch")],
                summary: "the members to change"),
            answers: [json(200, "Company", "the company as it is now")],
            headers: [ifMatch],
            answer: .waiting { service, call async throws(Problem) in try await service.editCompany(call) }),
        Operation(
            name: "mergeCompany", method: .post, path: "/companies/{id}/merge",
            summary: "Declare a company to be the same as another one", scope: .write, parameters: [reason],
            content: Content(types: [("application/json", "MergeInput")], summary: "the company that stays"),
            answers: [json(200, "Company", "the company that stays")],
            headers: [ifMatch],
            answer: .waiting { service, call async throws(Problem) in try await service.mergeCompany(call) }),
        Operation(
            name: "unmergeCompany", method: .post, path: "/companies/{id}/unmerge",
            summary: "Take a merge back", scope: .write, parameters: [reason],
            answers: [json(200, "Company", "the company")],
            answer: .waiting { service, call async throws(Problem) in try await service.unmergeCompany(call) }),
    ]
}
