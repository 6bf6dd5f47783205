import HTTPServer
import Logging
import ServiceLifecycle

/// The HTTP server as a service: it ends when the process is asked to stop, with nothing lost.
struct HTTPService: Service {
    let server: Server
    let grace: Duration

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await server.run()
        } onGracefulShutdown: {
            server.shutdown(grace: grace, deadline: grace + .seconds(8))
        }
    }
}
