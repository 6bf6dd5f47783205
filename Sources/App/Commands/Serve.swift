import API
import ArgumentParser
import HTTPServer
import Ingestion
import Logging
import ServiceLifecycle
import Store

/// `dealtracker serve`: the HTTP service.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the API over HTTP.",
        discussion: """
            curl --data-binary @article.txt -H 'content-type: text/plain' localhost:8080/articles
            curl 'localhost:8080/deals?party=OpenAI'

            SIGTERM and SIGINT stop it with nothing lost. Under a supervisor that passes listening sockets \
            (LISTEN_FDS) it serves those.
            """)

    @OptionGroup var database: DatabaseOptions

    @Option(help: "Address to listen on (default: 127.0.0.1, or as configured).")
    var host: String?

    @Option(help: "TCP port; 0 takes a free one (default: 8080, or as configured).")
    var port: Int?

    func validate() throws {
        if let port, !(0...65535).contains(port) { throw ValidationError("--port is a number from 0 to 65535") }
    }

    func run() async throws {
        try await Failure.reporting {
            var settings = try database.settings()
            if let host { settings.host = host }
            if let port { settings.port = port }
            let tokens = try settings.tokens.isEmpty ? nil : TokenWatch(TokenFile(path: settings.tokens))
            try settings.checkExposure(hasTokens: !(tokens?.tokens.isEmpty ?? true))
            if let tokens { settings.api.tokens = { tokens.tokens } }
            settings.api.version = Version.current
            let logger = Self.logger(settings)
            settings.api.onFailure = { logger.error("the data file cannot be used", metadata: ["cause": "\($0)"]) }
            let files = LanguageFiles.embedded
            let engine = try Engine.loaded(files)
            // Reads are served while the lexicons are compiled; the first article waits for them.
            Task.detached { try engine.compile() }
            let store = try database.open(settings, files)
            defer { store.close() }
            if store.isReadOnly { logger.warning("\(settings.database) cannot be written: it is served for reading") }
            let api = API(
                records: store, articles: store, editor: store, engine: engine,
                configuration: settings.api, clock: SystemTime.now)
            let log = EventLog(logger: logger, logsRequests: settings.accessLog)
            let server = Server(configuration: settings.server { log.record($0) }, handler: api)
            do {
                try server.bind()
            } catch {
                throw Failure(.inputOutput, "cannot listen on \(settings.host):\(settings.port): \(error)")
            }
            let group = ServiceGroup(
                services: [HTTPService(server: server, grace: settings.shutdownGrace)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
            do {
                try await group.run()
            } catch {
                throw Failure(.internalError, "\(error)")
            }
            logger.info("stopped")
        }
    }

    private static func logger(_ settings: Settings) -> Logger {
        var logger = Logger(label: "dealtracker") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .info
        return logger
    }
}
