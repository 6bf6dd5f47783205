/// Bytes that the kernel has not taken yet, in order.
struct OutputQueue {
    /// Arrays are joined up to this size, so that many small parts do not become many segments.
    private static let joinedBytes = 8 << 10

    private var segments: [[UInt8]] = []
    /// Bytes of the first segment that were written.
    private var offset = 0
    /// The bytes that wait.
    private(set) var byteCount = 0

    /// Whether nothing waits.
    var isEmpty: Bool { byteCount == 0 }

    /// Adds bytes from a position on. A large array is shared, not copied; small ones are joined.
    mutating func append(_ bytes: [UInt8], from start: Int = 0) {
        guard start < bytes.count else { return }
        if segments.isEmpty {
            segments.append(bytes)
            offset = start
        } else if let last = segments.last, last.count + bytes.count - start <= Self.joinedBytes {
            segments[segments.count - 1].append(contentsOf: bytes[start...])
        } else {
            segments.append(start == 0 ? bytes : Array(bytes[start...]))
        }
        byteCount += bytes.count - start
    }

    /// Writes what the kernel takes.
    ///
    /// - Returns: the bytes written, or the negative error number that stopped the writing before any was.
    mutating func write(_ send: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Int) -> Int {
        var total = 0
        while let head = segments.first {
            let count = head.withUnsafeBytes { first in
                let rest = UnsafeRawBufferPointer(rebasing: first[offset...])
                guard segments.count > 1 else { return send(rest, UnsafeRawBufferPointer(start: nil, count: 0)) }
                return segments[1].withUnsafeBytes { send(rest, $0) }
            }
            if count < 0 { return total > 0 ? total : count }
            total += count
            if !consume(count) { break }
        }
        return total
    }

    /// Takes written bytes off; whether the first one or two segments went out whole.
    private mutating func consume(_ count: Int) -> Bool {
        byteCount -= count
        offset += count
        let offered = segments.prefix(2).reduce(0) { $0 + $1.count }
        let isWhole = offset == offered
        while let head = segments.first, offset >= head.count {
            offset -= head.count
            segments.removeFirst()
        }
        return isWhole
    }
}
