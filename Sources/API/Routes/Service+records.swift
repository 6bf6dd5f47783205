import HTTPCore
import Model

extension Service {
    /// `GET /deals/{id}`, at a moment where `as_of` says so.
    func deal(_ call: Call) throws(Problem) -> HTTPResponse {
        try record(at: "/deals/", call) { id throws(StoreError) in try records.deal(id, asOf: call.moment) }
    }

    /// `GET /companies/{id}`, at a moment where `as_of` says so.
    func company(_ call: Call) throws(Problem) -> HTTPResponse {
        try record(at: "/companies/", call) { id throws(StoreError) in try records.company(id, asOf: call.moment) }
    }

    /// `GET /deals/{id}/history`: every version with what made it, oldest first; up to a moment where `as_of` says so.
    func history(_ call: Call) throws(Problem) -> HTTPResponse {
        let id = call.path("id")
        var versions: [RecordVersion]
        do throws(StoreError) {
            versions = try records.history(ofDeal: id)
        } catch {
            return try moved(error) { "/deals/\($0)/history" }
        }
        guard versions.allSatisfy({ JSONCheck.areValues($0.json) }) else { throw problem(of: .corrupt) }
        if let moment = call.moment { versions.removeAll { $0.at > moment } }
        guard !versions.isEmpty else { throw Problem(StoreError.notFound) }
        var writer = JSONWriter(.compact, capacity: 4096)
        writer.object { writer in
            writer.key("id")
            writer.string(id)
            writer.key("data")
            writer.array(versions) { $0.version($1) }
            writer.key("count")
            writer.integer(versions.count)
        }
        return HTTPResponse(.ok, contentType: "application/json", writer.bytes)
    }

    /// One record, or 308 to the one that it was merged into.
    private func record(
        at path: String, _ call: Call, _ read: (String) throws(StoreError) -> StoredRecord
    ) throws(Problem) -> HTTPResponse {
        do throws(StoreError) {
            let record = try read(call.path("id"))
            guard JSONCheck.areValues(record.json) else { throw .corrupt }
            return record.response
        } catch {
            let query = call.request.query.map { "?" + $0 } ?? ""
            return try moved(error) { path + $0 + query }
        }
    }

    /// 308 for a merged record (RFC 9110 section 15.4.9), else the failure as a problem.
    private func moved(_ error: StoreError, _ place: (String) -> String) throws(Problem) -> HTTPResponse {
        guard case .merged(let other) = error else { throw problem(of: error) }
        return HTTPResponse(.permanentRedirect, fields: ["location": place(other)])
    }
}

extension StoredRecord {
    /// The tag of this state of the record: its version, and a hash, since a record may be written otherwise without
    /// having changed.
    var tag: String {
        "\"\(version)-\(ContentHash(json).text)\""
    }

    /// The answer that shows it.
    var response: HTTPResponse {
        var response = HTTPResponse(.ok, contentType: "application/json", json)
        response.fields.append("etag", tag)
        response.fields.append("cache-control", "no-cache")
        return response
    }
}

extension JSONWriter {
    /// A version of a record with its cause.
    fileprivate mutating func version(_ version: RecordVersion) {
        object { writer in
            writer.key("version")
            writer.integer(version.version)
            writer.key("at")
            writer.string(version.at.text)
            switch version.cause {
            case .article(let id):
                writer.key("article")
                writer.string(id)
            case .editor(let editor):
                writer.key("editor")
                writer.string(editor.name)
                writer.key("reason")
                writer.string(editor.reason)
            }
            writer.key("record")
            writer.raw(version.json)
        }
    }
}
