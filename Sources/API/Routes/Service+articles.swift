import HTTPCore
import Model

extension Service {
    /// `POST /articles`: reads an article and stores its records, or only reads it.
    func createArticle(_ call: Call) async throws(Problem) -> HTTPResponse {
        if case .stream(let stream) = call.request.body { return createArticles(call, stream) }
        if call.request.isBatch {
            throw Problem(.invalidContent, "the batch is empty: send a JSON object in each line")
        }
        if let coding = call.request.fields["content-encoding"], coding.lowercased() != "identity" {
            throw Problem(.unsupportedMediaType, "the content coding \(coding) is not taken: send the body as it is")
        }
        let input = try ArticleDecoder().decode(
            call.request.body.bytes, contentType: call.request.fields["content-type"])
        return try await take(input, call.query).response
    }

    /// Takes an article in, as the query of its request says.
    func take(_ input: ArticleInput, _ query: CheckedQuery) async throws(Problem) -> ArticleAnswer {
        let input = input.filled(from: try Self.described(query)).headed()
        let identity = articles.identity(of: input.text)
        if let known = try ask({ () throws(StoreError) in try articles.receipt(for: identity) }) {
            return .stored(try sound(known))
        }
        let extraction = await read(input.text, published: input.published, language: input.language)
        if query.flag("dry_run") { return .read(DryRun(extraction)) }
        let prepared = PreparedArticle(
            text: input.text, title: input.title, url: input.url, source: input.source, extraction: extraction,
            engine: engine.version, identity: identity)
        let receipt = try await ask { () async throws(StoreError) in try await articles.ingest(prepared) }
        return .stored(try sound(receipt))
    }

    /// A receipt whose records can be shown.
    private func sound(_ receipt: IngestReceipt) throws(Problem) -> IngestReceipt {
        let records = receipt.records
        let lists = [records.deals, records.relationships, records.estimates, records.statements, records.companies]
        guard lists.allSatisfy({ JSONCheck.areValues($0.json) }) else { throw problem(of: .corrupt) }
        return receipt
    }

    /// `GET /articles/{id}`.
    func article(_ call: Call) throws(Problem) -> HTTPResponse {
        let id = call.path("id")
        let stored = try ask { () throws(StoreError) in try records.article(id, asOf: call.moment) }
        var writer = JSONWriter(.compact, capacity: stored.json.count + stored.text.count * 2 + 4096)
        writer.object { writer in
            writer.raw(members: stored.json)
            writer.rows(stored.records)
            writer.key("text")
            writer.string(utf8: stored.text)
        }
        guard JSONCheck.areValues(writer.bytes) else { throw problem(of: .corrupt) }
        return HTTPResponse(.ok, contentType: "application/json", writer.bytes)
    }

    /// `POST /articles/{id}/reextract`: reads a stored article again.
    func reextract(_ call: Call) async throws(Problem) -> HTTPResponse {
        let id = call.path("id")
        let stored = try ask { () throws(StoreError) in try records.article(id, asOf: nil) }
        let extraction = await read(stored.text, published: stored.published, language: stored.language)
        let version = engine.version
        let receipt = try await ask { () async throws(StoreError) in
            try await articles.reextract(id, extraction, engine: version)
        }
        return HTTPResponse(.ok, contentType: "application/json", try sound(receipt).json)
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
    static func described(_ query: CheckedQuery) throws(Problem) -> ArticleInput {
        let published = query.value("published").flatMap { try? Day($0) }
        if published == nil, query.value("published") != nil {
            throw .parameter("published", "it must be a whole day, such as 2025-11-03")
        }
        return ArticleInput(
            text: [], title: query.value("title"), url: query.value("url"), source: query.value("source"),
            published: published,
            language: query.value("language").flatMap(ArticleDecoder.language))
    }
}

/// What became of an article.
enum ArticleAnswer: Sendable {
    case stored(IngestReceipt)
    case read(DryRun)

    /// Writes the members of the answer.
    func write(in writer: inout JSONWriter) {
        switch self {
        case .stored(let receipt): receipt.write(in: &writer)
        case .read(let run): run.write(in: &writer)
        }
    }

    /// 201 with the place of a new article, 200 for a known one and for one that is not stored.
    var response: HTTPResponse {
        guard case .stored(let receipt) = self else {
            var writer = JSONWriter(.compact, capacity: 4096)
            writer.object { write(in: &$0) }
            return HTTPResponse(.ok, contentType: "application/json", writer.bytes)
        }
        let status: HTTPStatus = receipt.outcome == .created ? .created : .ok
        var response = HTTPResponse(status, contentType: "application/json", receipt.json)
        response.fields.set("location", "/articles/\(receipt.article)")
        return response
    }
}
