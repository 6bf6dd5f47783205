import HTTPCore

extension Service {
    /// `GET /healthz`: the process answers.
    func health(_ call: Call) throws(Problem) -> HTTPResponse {
        HTTPResponse(.ok, contentType: "application/json", Array(#"{"status":"ok"}"#.utf8))
    }

    /// `GET /readyz`: whether reads and writes are taken; 503 where reads are not.
    func readiness(_ call: Call) throws(Problem) -> HTTPResponse {
        let health = records.health()
        guard health.canRead else { throw Problem(.busy, "the data file cannot be read at the moment") }
        var writer = JSONWriter()
        writer.object { writer in
            writer.key("status")
            writer.string(health.writeFailure == nil ? "ok" : "read-only")
            writer.key("writes")
            writer.bool(health.writeFailure == nil)
            writer.key("queued_writes")
            writer.integer(health.queuedWrites)
            writer.key("queue_capacity")
            writer.integer(health.queueCapacity)
        }
        return HTTPResponse(.ok, contentType: "application/json", writer.bytes)
    }
}
