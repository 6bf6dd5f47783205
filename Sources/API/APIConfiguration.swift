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
    /// The version of the service, shown in the API description.
    public var version = "0.1.0"

    /// The defaults.
    public init() {}
}
