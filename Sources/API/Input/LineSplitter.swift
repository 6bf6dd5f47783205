/// Cuts a stream of bytes into lines, each of a bounded length.
struct LineSplitter: Sendable {
    /// A line, or the place of one that was too long and was passed over.
    enum Line: Hashable, Sendable {
        case text([UInt8])
        case tooLong
    }

    private let limit: Int
    private var rest: [UInt8] = []
    private var isSkipping = false

    /// A splitter of lines of at most `limit` bytes.
    init(limit: Int) {
        self.limit = limit
    }

    /// The lines that are complete with this part.
    mutating func add(_ part: [UInt8]) -> [Line] {
        var lines: [Line] = []
        for (index, piece) in part.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if index > 0 { finish(&lines) }
            guard !isSkipping else { continue }
            if rest.count + piece.count > limit {
                rest = []
                isSkipping = true
            } else {
                rest.append(contentsOf: piece)
            }
        }
        return lines
    }

    /// The last line, which needs no line end.
    mutating func end() -> [Line] {
        var lines: [Line] = []
        if isSkipping || !rest.isEmpty { finish(&lines) }
        return lines
    }

    private mutating func finish(_ lines: inout [Line]) {
        if isSkipping {
            lines.append(.tooLong)
        } else {
            lines.append(.text(rest.last == 0x0D ? rest.dropLast() : rest))
        }
        rest = []
        isSkipping = false
    }
}
