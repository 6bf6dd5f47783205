import HTTPCore
import HTTPServer
import Logging

/// Writes what happens on the server to the log.
struct EventLog: Sendable {
    let logger: Logger
    /// Whether each request gets a line.
    let logsRequests: Bool

    func record(_ event: ServerEvent) {
        switch event {
        case .listening(let address):
            logger.info("listening", metadata: ["address": "\(address)"])
        case .turnedAway(let peer, let reason):
            logger.warning(
                "connection turned away", metadata: ["peer": "\(peer.map { "\($0)" } ?? "?")", "reason": "\(reason)"])
        case .refused(let peer, let error):
            logger.debug("request refused", metadata: ["peer": "\(peer)", "reason": "\(error)"])
        case .finished(let request):
            guard logsRequests else { return }
            logger.info(
                "request",
                metadata: [
                    "peer": "\(request.peer)", "method": "\(request.method)", "path": "\(request.path)",
                    "status": "\(request.status.code)", "bytes": "\(request.responseBytes)",
                    "duration": "\(request.duration)",
                ])
        case .acceptPaused: logger.warning("accepting paused: no file descriptor left")
        case .acceptResumed: logger.notice("accepting resumed")
        case .accepted, .closed: break
        }
    }
}
