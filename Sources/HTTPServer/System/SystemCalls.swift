import HTTPCore

/// The system calls that a running loop makes, so that tests can let each of them fail.
///
/// Every call returns a negative error number on failure, and none of them blocks but ``wait(_:_:_:)``.
protocol SystemCalls: Sendable {
    /// The number of connections that wait at a listener; a negative error number where it cannot be told.
    func waiting(_ listener: Int32) -> Int32
    /// The next waiting connection as a descriptor, and its peer.
    func accept(_ listener: Int32) -> (descriptor: Int32, peer: PeerAddress)
    /// Reads what is there; 0 is the end.
    func receive(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int
    /// Writes as much as the kernel takes of the first piece, then of the second; `ends` says that the sending direction
    /// is ended right behind them, so that one segment can carry the last bytes and the end.
    func send(_ descriptor: Int32, _ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer, ends: Bool) -> Int
    /// Writes as much as the kernel takes of a file's first bytes, without copying them.
    func sendFile(_ descriptor: Int32, _ file: Int32, _ count: Int) -> Int
    /// Ends the sending direction.
    func shutdownSending(_ descriptor: Int32) -> Int32
    /// Gives the descriptor back.
    func close(_ descriptor: Int32) -> Int32
    /// Adds, changes or removes a descriptor of a poller.
    func control(_ poller: Int32, _ operation: PollOperation, _ descriptor: Int32, _ events: PollEvents, _ data: UInt64)
        -> Int32
    /// Waits for events and returns how many were put into the buffer; a negative time waits for ever.
    func wait(_ poller: Int32, _ events: UnsafeMutableBufferPointer<PollEvent>, _ milliseconds: Int32) -> Int32
    /// Nanoseconds of a clock that nobody sets.
    func monotonicNanoseconds() -> Int64
    /// Seconds since 1970.
    func unixSeconds() -> Int
}

/// What to do with a descriptor in a poller.
enum PollOperation: Hashable, Sendable {
    case add, change, remove
}

/// What a descriptor is watched for, or what happened to it; values of epoll(7).
struct PollEvents: OptionSet, Hashable, Sendable {
    let rawValue: UInt32
    static let input = PollEvents(rawValue: 0x001)
    static let output = PollEvents(rawValue: 0x004)
    static let error = PollEvents(rawValue: 0x008)
    static let hangUp = PollEvents(rawValue: 0x010)
    static let exclusive = PollEvents(rawValue: 1 << 28)
}

/// One event and the number given with its descriptor.
struct PollEvent: Sendable {
    var events: PollEvents
    var data: UInt64
}
