import HTTPCore

extension Operation {
    /// The routes that answer it: a list has one more for each format that a suffix can name.
    func routes(_ service: Service) -> [Route] {
        [route(service, path)] + suffixes.map { route(service, "\(path).\($0.rawValue)") }
    }

    private func route(_ service: Service, _ path: String) -> Route {
        let limit =
            content == nil
            ? 0 : path == "/articles" ? service.configuration.articleLimit : service.configuration.editLimit
        // Where no content is taken, a little is read all the same, so that the connection stays in step.
        let body = BodyPolicy.collect(limit: max(limit, 64 << 10))
        let table = ParameterTable(parameters)
        switch answer {
        case .immediate(let answer):
            return Route(method, path, body: body) { request in
                service.finish(request, self, table, answer)
            }
        case .waiting(let answer):
            return Route(method, path, body: body) { request in
                do throws(Problem) {
                    let call = try service.call(request, self, table)
                    return try await service.once(request, call.caller) { () async throws(Problem) in
                        try await answer(service, call)
                    }
                } catch {
                    return error.response
                }
            }
        }
    }
}

extension Service {
    /// The call that a request makes, checked.
    func call(_ request: HTTPRequest, _ operation: Operation, _ table: ParameterTable) throws(Problem) -> Call {
        let caller = try admit(request, to: operation.scope)
        let query = try CheckedQuery(request, parameters: table, isLenient: operation.isLenient)
        return Call(request: request, query: query, caller: caller)
    }

    /// The answer kept for a question that was asked before.
    func keptAnswer(to request: HTTPRequest) -> HTTPResponse? {
        guard request.method == .get || request.method == .head,
            // What is asked with a token, or needs one, goes the whole way.
            !configuration.readsNeedToken, !request.fields.contains("authorization"),
            let kept = kept.answer(to: AnswerCache.Key(request), generation: records.generation)
        else { return nil }
        if let company = kept.company, records.generation(ofDealsOf: company) > kept.generation { return nil }
        return kept.answer.conditional(to: request)
    }

    /// The answer to a call, kept where it may be, and cut short where the caller has it already.
    func finish(
        _ request: HTTPRequest, _ operation: Operation, _ table: ParameterTable,
        _ answer: (Service, Call) throws(Problem) -> HTTPResponse
    ) -> HTTPResponse {
        let generation = records.generation
        do throws(Problem) {
            let call = try call(request, operation, table)
            var response = try answer(self, call)
            guard operation.method == .get else { return response }
            response.tag()
            response.compress(for: request)
            if operation.isKept, response.status == .ok, !configuration.readsNeedToken {
                let company = operation.name == "listDeals" ? subject(of: call.query) : nil
                kept.keep(
                    AnswerCache.Kept(answer: response, generation: generation, company: company),
                    for: AnswerCache.Key(request))
            }
            return response.conditional(to: request)
        } catch {
            return error.response
        }
    }

    /// The one company whose deals a question is about: all that it asks beside can only narrow them. `nil` also where the
    /// store cannot tell: the answer is right all the same, and is kept until the next write like any other.
    private func subject(of query: CheckedQuery) -> Int? {
        guard query.values("party").count == 1, let name = query.value("party") else { return nil }
        return try? records.company(answeringTo: name)
    }
}

extension AnswerCache.Key {
    init(_ request: HTTPRequest) {
        self.init(
            path: request.path, query: request.query, accept: request.fields["accept"],
            isCompressed: request.acceptsGzip)
    }
}

extension HTTPResponse {
    /// Gives a complete answer an entity tag made of its bytes (RFC 9110 section 8.8.3), where it has none.
    mutating func tag() {
        guard status == .ok, case .bytes(let bytes) = body, !fields.contains("etag") else { return }
        fields.append("etag", "\"\(ContentHash(bytes).text)\"")
        fields.append("cache-control", "no-cache")
    }

    /// The answer, or 304 where `If-None-Match` names its tag (RFC 9110 section 13.1.2).
    func conditional(to request: HTTPRequest) -> HTTPResponse {
        guard request.fields.contains("if-none-match"), status == .ok, let tag = fields["etag"] else { return self }
        let known = request.fields.list(of: "if-none-match").contains { candidate in
            candidate == "*" || candidate == tag || candidate == "W/" + tag
        }
        guard known else { return self }
        var answer = HTTPResponse(.notModified)
        for name in ["etag", "cache-control", "vary", "link", "content-location"] {
            if let value = fields[name] { answer.fields.append(name, value) }
        }
        return answer
    }
}

extension HTTPRequest {
    /// Whether the content is a batch of articles.
    var isBatch: Bool {
        ["application/x-ndjson", "application/ndjson"].contains(fields["content-type"].flatMap { MediaType($0) }?.name)
    }
}

extension HTTPRequest {
    /// Whether an answer may be compressed (RFC 9110 section 12.5.3).
    var acceptsGzip: Bool {
        guard fields.contains("accept-encoding") else { return false }
        return fields.list(of: "accept-encoding").contains { coding in
            let parts = coding.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard parts.first == "gzip" || parts.first == "x-gzip" else { return false }
            return !parts.dropFirst().contains { $0.hasPrefix("q=0") && !$0.contains { ("1"..."9").contains($0) } }
        }
    }
}

extension HTTPResponse {
    /// A body below this many bytes fits a packet or two as it is.
    private static let smallestCompressed = 1400

    /// Compresses a complete answer for a caller that asks for it; its tag tells it from the plain one.
    mutating func compress(for request: HTTPRequest) {
        guard status == .ok, case .bytes(let bytes) = body, bytes.count >= Self.smallestCompressed else { return }
        vary(on: "accept-encoding")
        guard request.acceptsGzip else { return }
        body = .bytes(Gzip.compress(bytes))
        fields.set("content-encoding", "gzip")
        if let tag = fields["etag"], tag.hasSuffix("\"") {
            fields.set("etag", tag.dropLast() + Self.compressedMark + "\"")
        }
    }

    /// What the tag of a compressed answer ends with.
    static let compressedMark = "-gzip"
}
