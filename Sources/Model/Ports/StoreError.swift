/// Why the store refuses or fails. Each case has one answer of the API; the cause in words goes to the log.
public enum StoreError: Error, Hashable, Sendable {
    /// No record with this id, or none at the moment asked for.
    case notFound
    /// The record has moved on since the version that the caller has seen; the version that it has now.
    case conflict(version: Int)
    /// The record was merged; the id that stands for it now.
    case merged(into: String)
    /// The edit would make an impossible record.
    case invalid(ModelError)
    /// An edit that makes no sense for the record as it stands; a sentence that says why.
    case refused(String)
    /// A page key that no page of this query has given.
    case invalidCursor
    /// No space left, or the file may not grow; nothing of the write is kept.
    case diskFull
    /// The file or its file system cannot be written.
    case readOnly
    /// Another process holds the file for longer than the store waits.
    case busy
    /// More writes wait than the queue holds; try again later.
    case queueFull
    /// The store is shutting down and takes no more writes.
    case closed
    /// The file is damaged.
    case corrupt
    /// The file is an SQLite database of another program.
    case foreignFile
    /// The file was written by a later release: its schema and the latest one known here.
    case newerSchema(found: Int, known: Int)
    /// Anything else, in words for the log.
    case `internal`(String)
}
