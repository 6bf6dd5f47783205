import HTTPCore
import HTTPServer

/// Serves 1 KB at `/1k` and 20 KB at `/20k` with one loop until it is killed: `bench-server PORT`.
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
        try await Server(configuration: configuration, handler: router).run()
    }
}
