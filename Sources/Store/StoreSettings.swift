import Model

/// What can be set of a store.
public struct StoreSettings: Sendable {
    /// How long a statement waits for another process that holds the file, in seconds.
    public var busyTimeout = 5.0
    /// The page cache of each connection, in KiB.
    public var cacheKilobytes = 8192
    /// How many writes share one commit at most. Groups of 50 reach most of what a disk can give; a group is also what a
    /// power cut can take back before it was answered. A group is what came in during the commit before it.
    public var groupLimit = 64
    /// How many writes may wait before more are refused with ``StoreError/queueFull``.
    public var queueCapacity = 1024
    /// The size at which the write-ahead log is copied back into the file, in pages of 4096 bytes.
    public var checkpointPages = 4000
    /// The clock; injected, so that tests decide what time it is.
    public var now: @Sendable () -> Timestamp = { SystemClock.now() }

    /// The default settings.
    public init() {}
}
