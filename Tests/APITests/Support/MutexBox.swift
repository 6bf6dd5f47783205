import Synchronization

/// Bytes that are taken from the front.
final class MutexBox: Sendable {
    private let bytes: Mutex<[UInt8]>

    init(_ bytes: [UInt8]) {
        self.bytes = Mutex(bytes)
    }

    /// The next bytes, at most `count`; `nil` at the end.
    func take(_ count: Int) -> [UInt8]? {
        bytes.withLock { bytes in
            guard !bytes.isEmpty else { return nil }
            let part = Array(bytes.prefix(count))
            bytes.removeFirst(part.count)
            return part
        }
    }
}
