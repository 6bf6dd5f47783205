/// The content of an answer.
public enum ResponseBody: Sendable {
    /// No content: `Content-Length: 0`.
    case empty
    /// Bytes that are at hand. Arrays share their storage, so a rendered answer kept for many requests is not copied.
    case bytes([UInt8])
    /// Content that is made while it is sent.
    case stream(ResponseStream)
}

/// Content that is made while it is sent: chunked for HTTP/1.1, ended by the close for HTTP/1.0, or of a known length.
///
/// The next part is asked for when the last has been handed to the kernel, so a slow reader holds one part in memory.
/// When the peer goes away the task that iterates is cancelled. A part that throws cuts the connection, so that the peer
/// can tell that the content is not whole.
public struct ResponseStream: Sendable {
    /// The length in bytes, where it is known beforehand.
    public let length: Int?
    /// Starts an iteration and returns the function that gives one part after the other, `nil` at the end.
    public let start: @Sendable () -> (() async throws -> [UInt8]?)

    /// A stream of the elements of a sequence.
    public init<Parts: AsyncSequence & Sendable>(_ parts: Parts, length: Int? = nil)
    where Parts.Element == [UInt8] {
        self.length = length
        start = {
            var iterator = parts.makeAsyncIterator()
            return { try await iterator.next() }
        }
    }
}
