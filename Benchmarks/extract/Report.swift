import Foundation

/// Prints figures beside their bars and counts those that are missed.
struct Report {
    private(set) var missed = 0

    /// Prints a line.
    func note(_ words: String) {
        // Unbuffered, so that what was measured stands there when something fails.
        FileHandle.standardOutput.write(Data((words + "\n").utf8))
    }

    /// Prints a figure, with its bar where it has one.
    mutating func add(_ name: String, _ value: Double, atLeast bar: Double? = nil, atMost limit: Double? = nil) {
        var verdict = ""
        if let bar { verdict = judge(value >= bar, "at least \(bar)") }
        if let limit { verdict = judge(value <= limit, "at most \(limit)") }
        note(String(format: "%12.2f  ", value) + name + verdict)
    }

    private mutating func judge(_ isMet: Bool, _ bar: String) -> String {
        if !isMet { missed += 1 }
        return "  (\(bar): \(isMet ? "met" : "MISSED"))"
    }

    /// A size in bytes, short.
    static func size(_ bytes: Int) -> String {
        bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes / 1000) KB"
    }
}
