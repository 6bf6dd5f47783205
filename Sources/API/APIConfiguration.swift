import Model

/// The settings of the API.
public struct APIConfiguration: Sendable {
    /// The largest article that is taken, in bytes as sent; more is 413.
    public var articleLimit = 10 << 20
    /// The largest batch of articles (`application/x-ndjson`), in bytes; each line has ``articleLimit``.
    public var batchLimit = 1 << 30
    /// How many articles of a batch are read and stored at the same time; that many share a commit.
    public var batchWindow = 50
    /// The largest body of any other write, in bytes.
    public var editLimit = 1 << 20
    /// Articles up to this size in bytes are read where the request is; longer ones elsewhere, so that others are
    /// served meanwhile. 4 KiB take the engine about a millisecond.
    public var inlineReadingLimit = 4 << 10
    /// How many rows a page has when nothing is said.
    public var pageSize = 50
    /// How many rows a page may have.
    public var pageLimit = 500
    /// How many bytes of whole answers are kept for repeated questions; 0 keeps none.
    public var keptAnswers = 32 << 20
    /// An answer larger than this is not kept.
    public var keptAnswerLimit = 1 << 20
    /// The tokens that are taken, asked for with each request; none at all lets everybody do everything.
    public var tokens: @Sendable () -> [AccessToken] = { [] }
    /// Whether reading needs a token as well, where there are any.
    public var readsNeedToken = false
    /// How many requests each token and each address without one may make; `nil` for any number.
    public var rateLimit: RateLimit?
    /// A time in microseconds that never goes back, which rates are measured by.
    public var monotonic: @Sendable () -> Int = {
        let elapsed = APIConfiguration.start.duration(to: .now).components
        return Int(elapsed.seconds) * 1_000_000 + Int(elapsed.attoseconds / 1_000_000_000_000)
    }
    /// The proxies whose `X-Forwarded-For` is believed; none by default.
    public var trustedProxies: [IPNetwork] = []
    /// Called with each failure of the store that is answered with 500; nothing of its words reaches the caller.
    public var onFailure: @Sendable (StoreError) -> Void = { _ in }
    /// Which pages of other origins may use the API; `nil` for none.
    public var cors: CORSPolicy?
    /// The version of the service, shown in the API description.
    public var version = "0.1.0"

    /// The defaults.
    public init() {}

    private static let start = ContinuousClock.now
}
