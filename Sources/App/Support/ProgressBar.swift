import Glibc

/// A bar on a terminal's standard error; nothing where standard error is no terminal.
struct ProgressBar {
    private let total: Int
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private var lastShown: ContinuousClock.Instant?

    private static let width = 30
    private static let interval: Duration = .milliseconds(100)

    init(total: Int) {
        self.total = total
    }

    /// Shows how much is done; at most ten times a second, and always at the end.
    mutating func show(_ done: Int, note: String) {
        guard isTerminal else { return }
        let now = ContinuousClock.now
        if done < total, let lastShown, now - lastShown < Self.interval { return }
        lastShown = now
        StandardError.write("\r" + Self.line(done, of: total, note: note) + (done == total ? "\n" : ""))
    }

    /// The text of the bar: `[######------] 12/24  note`.
    static func line(_ done: Int, of total: Int, note: String) -> String {
        let filled = total == 0 ? width : min(width, done * width / total)
        return "[" + String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
            + "] \(done)/\(total)  \(note)"
    }
}
