import HTTPCore
import HTTPServer

/// Serves 1 KB at `/1k` and 20 KB at `/20k` with one loop until it is killed: `bench-server PORT`. With `echo` behind the
/// port it answers every request with what it understood of it, for comparisons with other servers.
@main
struct BenchServer {
    static func main() async throws {
        var configuration = ServerConfiguration()
        configuration.address = .tcp(
            host: "127.0.0.1", port: CommandLine.arguments.dropFirst().first.flatMap(UInt16.init) ?? 18080)
        configuration.loops = 1
        let small = [UInt8](repeating: UInt8(ascii: "x"), count: 1024)
        let large = [UInt8](repeating: UInt8(ascii: "x"), count: 20480)
        let router = Router([
            Route(.get, "/1k", immediately: { _ in HTTPResponse(.ok, contentType: "application/octet-stream", small) }),
            Route(
                .get, "/20k", immediately: { _ in HTTPResponse(.ok, contentType: "application/octet-stream", large) }),
            Route(.get, "/async", answer: { _ in HTTPResponse(.ok, contentType: "application/octet-stream", small) }),
        ])
        let handler: any HTTPHandler = CommandLine.arguments.contains("echo") ? Echo() : router
        try await Server(configuration: configuration, handler: handler).run()
    }
}

/// Answers with the method, the target and the content of the request, a line each, the content in hexadecimal digits; a
/// method that is not known with 501.
struct Echo: HTTPHandler {
    func bodyPolicy(for request: HTTPRequest) -> BodyPolicy { .collect(limit: 1 << 20) }

    func respondNow(to request: HTTPRequest) -> HTTPResponse? {
        if case .other = request.method { return HTTPResponse(.notImplemented) }
        let target = request.path + (request.query.map { "?\($0)" } ?? "")
        let digits = request.body.bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        return .text(.ok, "\(request.method)\n\(target)\n\(digits)\n")
    }

    func respond(to request: HTTPRequest) async -> HTTPResponse { respondNow(to: request) ?? HTTPResponse(.notFound) }
}
