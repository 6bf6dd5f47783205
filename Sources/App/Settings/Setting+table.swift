import API
import Logging

extension Setting {
    /// Every setting, in the order of the configuration file.
    static let all: [Setting] = server + limits + access + proxies + store + log

    private static let server: [Setting] = [
        .text("server.host", "127.0.0.1", "address to listen on; beyond loopback a bearer token must exist", \.host),
        .number("server.port", 8080, 0...65535, "TCP port; 0 takes a free one", \.port),
        .text("server.socket", "", "Unix-domain socket to listen on instead of TCP", \.socket),
        .optionalNumber("server.loops", 1...256, "event loops, one thread each; none: one per core", \.loops),
        .seconds(
            "server.shutdown-grace", "2", "seconds that a stop goes on answering, so that a balancer can look away",
            \.shutdownGrace),
    ]

    private static let limits: [Setting] = [
        .number(
            "limits.request-line", 8192, 8000...65536, "bytes of a request line; RFC 9112 asks for 8000 at least",
            \.limits.parser.requestLineBytes),
        .number(
            "limits.head", 32768, 8192...1_048_576, "bytes of a request head; nginx allows as much",
            \.limits.parser.headBytes),
        .number(
            "limits.fields", 100, 10...1000, "field lines of a head; Apache's default", \.limits.parser.fieldCount),
        .number(
            "limits.chunk-extensions", 16384, 0...1_048_576, "bytes of chunk extensions in one body",
            \.limits.parser.chunkExtensionBytes),
        .seconds("limits.first-byte", "30", "seconds from the accept to the first byte", \.limits.firstByteTimeout),
        .seconds("limits.head-time", "10", "seconds that a request head may take (slow-loris)", \.limits.headTimeout),
        .number(
            "limits.body-rate", 500, 0...1_000_000_000, "least rate of a body in bytes a second; mod_reqtimeout's",
            \.limits.bodyBytesPerSecond),
        .seconds(
            "limits.body-rate-period", "5", "seconds over which the body rate is measured",
            \.limits.bodyRatePeriod),
        .seconds(
            "limits.write-stall", "30", "seconds in which a slow reader must make progress",
            \.limits.writeStallTimeout),
        .seconds(
            "limits.idle", "60", "seconds that a connection may stay open between requests; nginx has 75",
            \.limits.idleTimeout),
        .seconds(
            "limits.linger", "1", "seconds that a closing connection is read on, so that the last answer arrives",
            \.limits.lingerTimeout),
        .number(
            "limits.linger-bytes", 16_777_216, 0...1_073_741_824, "bytes that are read and dropped meanwhile",
            \.limits.lingerBytes),
        .number(
            "limits.requests-per-connection", 100_000, 1...1_000_000_000,
            "requests before a connection is closed, so that a balancer can spread anew",
            \.limits.requestsPerConnection),
        .optionalNumber(
            "limits.connections", 1...10_000_000, "open connections; none: what the descriptor limit allows",
            \.limits.connections),
        .optionalNumber(
            "limits.connections-per-address", 1...10_000_000,
            "open connections of one address; none, since all of a proxy's come from one",
            \.limits.connectionsPerAddress),
        .number(
            "limits.pending-output", 65536, 4096...1_073_741_824,
            "bytes of answers that wait for a slow reader before no more of its requests are read",
            \.limits.pendingOutputBytes),
        .number(
            "limits.pending-input", 65536, 4096...1_073_741_824,
            "bytes of a streamed body, or of further requests, that wait for the handler",
            \.limits.pendingInputBytes),
        .number(
            "limits.unsent-output", 131_072, 4096...1_073_741_824,
            "bytes of answers that the kernel may hold unsent for a connection", \.limits.unsentBytes),
        .number(
            "limits.pipeline", 128, 1...100_000, "requests of one connection answered before others get their turn",
            \.limits.pipelineDepth),
    ]

    private static let access: [Setting] = [
        .text(
            "access.tokens", "", "file of bearer tokens (dealtracker token); empty: nobody needs one, loopback only",
            \.tokens),
        .flag("access.reads-need-token", false, "ask for a token for reading as well", \.api.readsNeedToken),
        Setting(
            key: "access.rate", standard: "none",
            help: "requests that each token, and each address without one, may make: 600/60 is 600 in 60 seconds",
            apply: { settings, text throws(SettingError) in settings.api.rateLimit = try rate(text) }),
        Setting(
            key: "access.origins", standard: "",
            help: "web origins whose pages may call the API (CORS), with commas between; * for all",
            apply: { settings, text throws(SettingError) in
                let origins = text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
                settings.api.cors = origins.isEmpty ? nil : CORSPolicy(origins: Set(origins))
            }),
    ]

    private static let proxies: [Setting] = [
        Setting(
            key: "access.proxies", standard: "",
            help: "addresses or networks of proxies whose X-Forwarded-For is believed, with commas between",
            apply: { settings, text throws(SettingError) in
                settings.api.trustedProxies = try text.split(separator: ",").map { part throws(SettingError) in
                    let name = String(part.drop { $0 == " " })
                    guard let network = IPNetwork(name) else {
                        throw .invalid(value: name, wanted: "an address or a network such as 10.0.0.0/8")
                    }
                    return network
                }
            })
    ]

    private static let store: [Setting] = [
        .text("store.database", "dealtracker.sqlite", "the SQLite file; made where it is missing", \.database),
        .number(
            "store.queue", 1024, 1...1_000_000, "writes that may wait; more are refused with 503",
            \.store.queueCapacity),
        .number(
            "store.group", 64, 1...10_000, "writes that share one commit at most; 50 reach most of what a disk gives",
            \.store.groupLimit),
        .number(
            "store.article-size", 10_485_760, 1024...1_073_741_824, "largest article, in bytes; more is 413",
            \.api.articleLimit),
        .number(
            "store.batch-size", 1_073_741_824, 1024...1_099_511_627_776, "largest batch of articles, in bytes",
            \.api.batchLimit),
        .number(
            "store.kept-answers", 33_554_432, 0...17_179_869_184, "bytes of answers kept for repeated questions",
            \.api.keptAnswers),
    ]

    /// `none`, or requests and seconds with a slash between.
    private static func rate(_ text: String) throws(SettingError) -> RateLimit? {
        if text == "none" { return nil }
        let parts = text.split(separator: "/").map { Int($0) ?? 0 }
        guard parts.count == 2, parts[0] > 0, parts[1] > 0 else {
            throw .invalid(value: text, wanted: "none, or requests/seconds such as 600/60")
        }
        return RateLimit(requests: parts[0], seconds: parts[1])
    }

    private static let log: [Setting] = [
        Setting(
            key: "log.level", standard: "info", help: "what is logged: trace, debug, info, notice, warning, error",
            apply: { settings, text throws(SettingError) in
                guard Logger.Level(rawValue: text) != nil else {
                    throw .invalid(value: text, wanted: "one of trace, debug, info, notice, warning, error")
                }
                settings.logLevel = text
            }),
        .flag("log.access", false, "log a line for each request", \.accessLog),
    ]
}
