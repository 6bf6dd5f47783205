import CLinux
import Glibc

/// Contents that are sent again and again, each as a file in memory, so that the kernel takes references to pages instead of
/// copying the bytes for every answer.
///
/// A content is recognised by its storage, which is kept alive here and so can neither change nor move. Only the second
/// sending makes a file. Old entries give way to new ones; at most ``slotCount`` of up to ``largest`` bytes are kept.
struct PinnedBodies {
    private struct Entry {
        let bytes: [UInt8]
        let address: UInt
        var file: Int32 = -1
        var hasFailed = false
    }

    private static let slotCount = 16
    private static let largest = 128 << 10

    private var entries = [Entry?](repeating: nil, count: slotCount)

    /// The file that holds the content; `nil` when it is to be copied.
    mutating func file(for bytes: [UInt8]) -> Int32? {
        guard bytes.count <= Self.largest else { return nil }
        let address = bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
        let slot = Int((address >> 6) % UInt(Self.slotCount))
        guard let entry = entries[slot], entry.address == address, entry.bytes.count == bytes.count else {
            if let file = entries[slot]?.file, file >= 0 { _ = close(file) }
            entries[slot] = Entry(bytes: bytes, address: address)
            return nil
        }
        if entry.file >= 0 { return entry.file }
        guard !entry.hasFailed else { return nil }
        let file = Self.makeFile(bytes)
        entries[slot]?.file = file
        entries[slot]?.hasFailed = file < 0
        return file >= 0 ? file : nil
    }

    /// Gives everything back.
    mutating func removeAll() {
        for case .some(let entry) in entries where entry.file >= 0 { _ = close(entry.file) }
        entries = [Entry?](repeating: nil, count: Self.slotCount)
    }

    private static func makeFile(_ bytes: [UInt8]) -> Int32 {
        let file = clinux_memory_file()
        guard file >= 0 else { return -1 }
        if bytes.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) == bytes.count { return file }
        _ = close(file)
        return -1
    }
}
