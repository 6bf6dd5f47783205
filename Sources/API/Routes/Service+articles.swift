import HTTPCore
import Model

extension Service {
    /// `POST /articles`: reads an article and stores its records, or only reads it.
    func createArticle(_ call: Call) async throws(Problem) -> HTTPResponse {
        let isDry = call.query.flag("dry_run")
        let input = try ArticleDecoder().decode(
            call.request.body.bytes, contentType: call.request.fields["content-type"]
        ).filled(from: Self.described(call.query)).headed()
        if let known = try ask({ () throws(StoreError) in try articles.receipt(forText: input.text) }) {
            return Self.answer(to: known)
        }
        let extraction = await read(input.text, published: input.published, language: input.language)
        if isDry {
            return HTTPResponse(.ok, contentType: "application/json", DryRun(extraction).json)
        }
        let prepared = PreparedArticle(
            text: input.text, title: input.title, url: input.url, source: input.source, extraction: extraction,
            engine: engine.version)
        return Self.answer(
            to: try await ask { () async throws(StoreError) in try await articles.ingest(prepared) })
    }

    /// `GET /articles/{id}`.
    func article(_ call: Call) throws(Problem) -> HTTPResponse {
        let id = call.path("id")
        let stored = try ask { () throws(StoreError) in try records.article(id) }
        var writer = JSONWriter(.compact, capacity: stored.json.count + stored.text.count * 2 + 4096)
        writer.object { writer in
            writer.raw(members: stored.json)
            writer.rows(stored.records)
            writer.key("text")
            writer.string(utf8: stored.text)
        }
        return HTTPResponse(.ok, contentType: "application/json", writer.bytes)
    }

    /// `POST /articles/{id}/reextract`: reads a stored article again.
    func reextract(_ call: Call) async throws(Problem) -> HTTPResponse {
        let id = call.path("id")
        let stored = try ask { () throws(StoreError) in try records.article(id) }
        let extraction = await read(stored.text, published: stored.published, language: stored.language)
        let version = engine.version
        let receipt = try await ask { () async throws(StoreError) in
            try await articles.reextract(id, extraction, engine: version)
        }
        return HTTPResponse(.ok, contentType: "application/json", receipt.json)
    }

    /// What the engine makes of a text; a long one is read on another thread.
    func read(_ text: [UInt8], published: Day?, language: String?) async -> Extraction {
        guard text.count > configuration.inlineReadingLimit else {
            return engine.read(text, published: published, language: language)
        }
        let engine = engine
        return await Task(executorPreference: globalConcurrentExecutor) {
            engine.read(text, published: published, language: language)
        }.value
    }

    /// What the query of a request says of the article in its body.
    static func described(_ query: CheckedQuery) -> ArticleInput {
        ArticleInput(
            text: [], title: query.value("title"), url: query.value("url"), source: query.value("source"),
            published: query.value("published").flatMap { try? Day($0) },
            language: query.value("language").flatMap(ArticleDecoder.language))
    }

    /// 201 with the place of a new article, 200 for a known one.
    static func answer(to receipt: IngestReceipt) -> HTTPResponse {
        var response = HTTPResponse(
            receipt.outcome == .created ? .created : .ok, contentType: "application/json", receipt.json)
        response.fields.set("location", "/articles/\(receipt.article)")
        return response
    }
}
