/// Compresses answers (RFC 1952 around RFC 1951).
///
/// One block with the fixed codes of DEFLATE: JSON, whose names repeat, shrinks to about a fifth, and no table has to be
/// made or sent.
enum Gzip {
    /// The content, compressed.
    static func compress(_ content: [UInt8]) -> [UInt8] {
        var bits = BitWriter(capacity: content.count / 3 + 64)
        // Magic, method 8, no flags, no time, no extra flags, unknown system (RFC 1952 section 2.3.1).
        bits.bytes = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
        // A last block (1) with fixed codes (01), least significant bit first (RFC 1951 section 3.2.3).
        bits.write(0b011, count: 3)
        Matcher(content).encode(into: &bits)
        bits.literal(256)
        bits.flush()
        let crc = CRC32.of(content)
        for shift in [0, 8, 16, 24] as [UInt32] { bits.bytes.append(UInt8(truncatingIfNeeded: crc >> shift)) }
        for shift in [0, 8, 16, 24] { bits.bytes.append(UInt8(truncatingIfNeeded: content.count >> shift)) }
        return bits.bytes
    }
}

/// Finds earlier occurrences of what comes next: a chain of places for each hash of four bytes.
private struct Matcher {
    /// How far back a match may lie (RFC 1951 section 2).
    private static let window = 32_768
    /// How many places are tried for one match.
    private static let tries = 16
    private static let longest = 258

    private let content: [UInt8]
    private var heads = [Int32](repeating: -1, count: 1 << 15)
    private var earlier: [Int32]

    init(_ content: [UInt8]) {
        self.content = content
        earlier = [Int32](repeating: -1, count: min(content.count, Self.window))
    }

    /// Writes the content as literals and matches.
    func encode(into bits: inout BitWriter) {
        var matcher = self
        var index = 0
        content.withUnsafeBufferPointer { bytes in
            while index < bytes.count {
                let (length, distance) = matcher.match(bytes, index)
                let end = index + max(1, length)
                if length > 0 {
                    bits.match(length: length, distance: distance)
                } else {
                    bits.literal(Int(bytes[index]))
                }
                while index < end {
                    matcher.note(bytes, index)
                    index += 1
                }
            }
        }
    }

    private func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let word =
            UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24
        return Int((word &* 2_654_435_761) >> 17)
    }

    private mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) {
        guard at + 4 <= bytes.count else { return }
        let slot = hash(bytes, at)
        earlier[at % Self.window] = heads[slot]
        heads[slot] = Int32(truncatingIfNeeded: at)
    }

    private func match(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (length: Int, distance: Int) {
        guard at + 4 <= bytes.count else { return (0, 0) }
        let limit = min(Self.longest, bytes.count - at)
        var best = (length: 0, distance: 0)
        var place = Int(heads[hash(bytes, at)])
        for _ in 0..<Self.tries {
            guard place >= 0, at - place <= Self.window, place < at else { break }
            var length = 0
            while length < limit, bytes[place + length] == bytes[at + length] { length += 1 }
            if length > best.length { best = (length, at - place) }
            if length == limit { break }
            let next = Int(earlier[place % Self.window])
            guard next < place else { break }
            place = next
        }
        return best.length >= 4 ? best : (0, 0)
    }
}

/// Writes bits, the least significant of each byte first (RFC 1951 section 3.1.1).
private struct BitWriter {
    var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var count = 0

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func write(_ value: Int, count added: Int) {
        pending |= UInt64(value) << UInt64(count)
        count += added
        while count >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: pending))
            pending >>= 8
            count -= 8
        }
    }

    mutating func flush() {
        if count > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
        pending = 0
        count = 0
    }

    /// A code, whose most significant bit comes first.
    private mutating func code(_ value: Int, count: Int) {
        var reversed = 0
        for bit in 0..<count where value >> bit & 1 == 1 { reversed |= 1 << (count - 1 - bit) }
        write(reversed, count: count)
    }

    /// A literal, the end of the block (256) or the code of a length (RFC 1951 section 3.2.6).
    mutating func literal(_ value: Int) {
        switch value {
        case ..<144: code(0x30 + value, count: 8)
        case ..<256: code(0x190 + value - 144, count: 9)
        case ..<280: code(value - 256, count: 7)
        default: code(0xC0 + value - 280, count: 8)
        }
    }

    /// A match (RFC 1951 section 3.2.5).
    mutating func match(length: Int, distance: Int) {
        let lengths = DeflateCodes.lengths
        let row = (lengths.lastIndex { $0.base <= length }) ?? 0
        literal(257 + row)
        write(length - lengths[row].base, count: lengths[row].extra)
        let distances = DeflateCodes.distances
        let place = (distances.lastIndex { $0.base <= distance }) ?? 0
        code(place, count: 5)
        write(distance - distances[place].base, count: distances[place].extra)
    }
}

/// The lengths and distances that codes stand for, with the number of bits behind them (RFC 1951 section 3.2.5).
enum DeflateCodes {
    static let lengths: [(base: Int, extra: Int)] = {
        var rows: [(base: Int, extra: Int)] = []
        var base = 3
        for index in 0..<28 {
            let extra = index < 8 ? 0 : index / 4 - 1
            rows.append((base, extra))
            base += 1 << extra
        }
        return rows + [(258, 0)]
    }()

    static let distances: [(base: Int, extra: Int)] = {
        var rows: [(base: Int, extra: Int)] = []
        var base = 1
        for index in 0..<30 {
            let extra = index < 4 ? 0 : index / 2 - 1
            rows.append((base, extra))
            base += 1 << extra
        }
        return rows
    }()
}

/// The checksum of gzip (RFC 1952 section 8).
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    /// The checksum of some bytes.
    static func of(_ bytes: [UInt8]) -> UInt32 {
        let table = table
        return ~bytes.reduce(UInt32.max) { crc, byte in table[Int((crc ^ UInt32(byte)) & 255)] ^ crc >> 8 }
    }
}
