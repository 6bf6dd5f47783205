import API
import HTTPServer
import Store

/// Everything that can be configured, with its default.
struct Settings: Sendable {
    /// Host to listen on: an address literal.
    var host = "127.0.0.1"
    /// Port to listen on; 0 takes a free one.
    var port = 8080
    /// Path of a Unix-domain socket to listen on instead; empty for TCP.
    var socket = ""
    /// Event loops; `nil` for one per core.
    var loops: Int?
    /// What the server accepts from its peers.
    var limits = ServerLimits()
    /// How long a stop may take.
    var shutdownGrace: Duration = .seconds(2)
    /// What can be set of the store.
    var store = StoreSettings()
    /// The file of bearer tokens; empty for none.
    var tokens = ""
    /// What can be set of the API.
    var api = APIConfiguration()
    /// The SQLite file.
    var database = "dealtracker.sqlite"
    /// What is logged: trace, debug, info, notice, warning, error.
    var logLevel = "info"
    /// Whether each request is logged.
    var accessLog = false
}
