import HTTPCore
import Model

extension Service {
    /// `POST /deals`: a deal that no article tells.
    func addDeal(_ call: Call) async throws(Problem) -> HTTPResponse {
        let deal = try Deal(body: try body(call))
        let editor = editor(call)
        let id = try await ask { () async throws(StoreError) in try await self.editor.addDeal(deal, by: editor) }
        return try created(id)
    }

    /// `PATCH /deals/{id}`: a merge patch of the version that the caller has seen.
    func editDeal(_ call: Call) async throws(Problem) -> HTTPResponse {
        let id = call.path("id")
        let current = try ask { () throws(StoreError) in try records.deal(id, asOf: nil) }
        let expected = try expectation(call, current, isNeeded: true)
        let edit = try DealEdit(patch: try body(call), of: try ArticleDecoder.json(current.json))
        let editor = editor(call)
        return try await ask { () async throws(StoreError) in
            try await self.editor.editDeal(id, edit, expecting: expected, by: editor)
        }.response
    }

    /// `DELETE /deals/{id}`: takes a deal out of all lists; its history stays.
    func retractDeal(_ call: Call) async throws(Problem) -> HTTPResponse {
        let id = call.path("id")
        let current = try ask { () throws(StoreError) in try records.deal(id, asOf: nil) }
        let expected = try expectation(call, current, isNeeded: false)
        let editor = editor(call)
        try await ask { () async throws(StoreError) in
            try await self.editor.retractDeal(id, expecting: expected, by: editor)
        }
        return HTTPResponse(.noContent)
    }

    /// `POST /deals/{id}/merge` with `{"into": ID}`.
    func mergeDeal(_ call: Call) async throws(Problem) -> HTTPResponse {
        let (id, other, editor) = (call.path("id"), try target(call), editor(call))
        let current = try ask { () throws(StoreError) in try records.deal(id, asOf: nil) }
        let expected = try expectation(call, current, isNeeded: false)
        let record = try await ask { () async throws(StoreError) in
            try await self.editor.mergeDeal(id, into: other, expecting: expected, by: editor)
        }
        return record.located("/deals/\(other)")
    }

    /// `POST /deals/{id}/split` with `{"articles": [ID, …]}`.
    func splitDeal(_ call: Call) async throws(Problem) -> HTTPResponse {
        let id = call.path("id")
        var reader = BodyReader(try body(call), names: ["articles"])
        let articles = reader.texts("articles") ?? []
        if articles.isEmpty { reader.fault("articles", "it must name the articles that tell of the other deal") }
        try reader.finish()
        let current = try ask { () throws(StoreError) in try records.deal(id, asOf: nil) }
        let expected = try expectation(call, current, isNeeded: false)
        let editor = editor(call)
        let made = try await ask { () async throws(StoreError) in
            try await self.editor.splitDeal(id, articles: articles, expecting: expected, by: editor)
        }
        return try created(made)
    }

    /// `PATCH /companies/{id}`.
    func editCompany(_ call: Call) async throws(Problem) -> HTTPResponse {
        let id = call.path("id")
        let current = try ask { () throws(StoreError) in try records.company(id, asOf: nil) }
        let expected = try expectation(call, current, isNeeded: true)
        let edit = try CompanyEdit(patch: try body(call), of: try ArticleDecoder.json(current.json))
        let editor = editor(call)
        return try await ask { () async throws(StoreError) in
            try await self.editor.editCompany(id, edit, expecting: expected, by: editor)
        }.response
    }

    /// `POST /companies/{id}/merge` with `{"into": ID}`.
    func mergeCompany(_ call: Call) async throws(Problem) -> HTTPResponse {
        let (id, other, editor) = (call.path("id"), try target(call), editor(call))
        let current = try ask { () throws(StoreError) in try records.company(id, asOf: nil) }
        let expected = try expectation(call, current, isNeeded: false)
        let record = try await ask { () async throws(StoreError) in
            try await self.editor.mergeCompany(id, into: other, expecting: expected, by: editor)
        }
        return record.located("/companies/\(other)")
    }

    /// `POST /companies/{id}/unmerge`.
    func unmergeCompany(_ call: Call) async throws(Problem) -> HTTPResponse {
        let (id, editor) = (call.path("id"), editor(call))
        return try await ask { () async throws(StoreError) in
            try await self.editor.unmergeCompany(id, by: editor)
        }.located("/companies/\(id)")
    }

    /// 201 with the deal that was made.
    private func created(_ id: String) throws(Problem) -> HTTPResponse {
        var response = try ask { () throws(StoreError) in try records.deal(id, asOf: nil) }.response
        response.status = .created
        response.fields.set("location", "/deals/\(id)")
        return response
    }

    /// The id behind `into` in the body.
    private func target(_ call: Call) throws(Problem) -> String {
        var reader = BodyReader(try body(call), names: ["into"])
        let id = reader.text("into")
        reader.require(["into"])
        try reader.finish()
        return id ?? ""
    }
}
