import HTTPCore
import Model

extension Service {
    /// The JSON value of the body of an edit.
    func body(_ call: Call) throws(Problem) -> JSONValue {
        let types = ["application/json", "application/merge-patch+json", "application/x-www-form-urlencoded"]
        if let type = call.request.fields["content-type"], !types.contains(MediaType(type)?.name ?? "") {
            var problem = Problem(
                .unsupportedMediaType,
                "edits are not taken as \(type); send application/merge-patch+json or application/json")
            problem.fields = [("accept-patch", "application/merge-patch+json, application/json")]
            throw problem
        }
        guard !call.request.body.bytes.isEmpty else { throw Problem(.invalidContent, "the body is empty: send JSON") }
        return try ArticleDecoder.json(call.request.body.bytes)
    }

    /// Who makes an edit, and why.
    func editor(_ call: Call) -> Editor {
        Editor(name: call.caller.name, reason: call.query.value("reason"))
    }

    /// The version that `If-Match` asks for (RFC 9110 section 13.1.1), or `nil` where any will do.
    ///
    /// - Throws: 412 where the record has another tag by now, 428 where the field is needed and missing.
    func expectation(_ call: Call, _ current: StoredRecord, isNeeded: Bool) throws(Problem) -> Int? {
        guard call.request.fields.contains("if-match") else {
            guard isNeeded else { return nil }
            throw Problem(
                .preconditionRequired, "send If-Match with the ETag of the version that you have seen, or *",
                errors: [Problem.Fault(place: .header("If-Match"), detail: "it is missing")])
        }
        let tags = call.request.fields.list(of: "if-match").map { tag in
            tag.replacing(HTTPResponse.compressedMark + "\"", with: "\"")
        }
        if tags.contains("*") { return nil }
        guard tags.contains(current.tag) else {
            throw Problem(
                .preconditionFailed,
                "the record is at version \(current.version) by now: read it again, then change it")
        }
        return current.version
    }
}

extension StoredRecord {
    /// The answer that shows it, with the address at which it stands.
    func located(_ place: String) -> HTTPResponse {
        var response = response
        response.fields.set("content-location", place)
        return response
    }
}
