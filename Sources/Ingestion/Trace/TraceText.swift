/// Lines of text for people, indented by depth.
struct TraceText {
    private(set) var text = ""

    /// The head of a part.
    mutating func head(_ title: String) {
        text += (text.isEmpty ? "" : "\n") + "== " + title + "\n"
    }

    /// A line.
    mutating func line(_ depth: Int, _ words: String) {
        text += String(repeating: "  ", count: depth) + words + "\n"
    }

    /// A line with a name in front of it; nothing where there is nothing to say.
    mutating func line(_ depth: Int, _ name: String, _ items: [String], separator: String = " · ") {
        guard !items.isEmpty else { return }
        let room = String(repeating: " ", count: max(1, Self.column - name.utf8.count))
        line(depth, name + room + items.joined(separator: separator))
    }

    /// Where the words behind a name begin.
    private static let column = 11
}
