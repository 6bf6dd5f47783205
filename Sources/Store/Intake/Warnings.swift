import Model

/// Warnings as they stand in an event: code and detail in turn, as a flat list.
enum Warnings {
    /// Warnings as text.
    static func encode(_ warnings: [ReadingWarning]) -> String {
        Atom.encode(warnings.flatMap { [Atom.text($0.code), .text($0.detail)] })
    }

    /// The warnings of a text.
    static func decode(_ text: String) -> [ReadingWarning] {
        let texts = (Atom.decode(text) ?? []).compactMap(\.text)
        return stride(from: 0, to: texts.count - 1, by: 2).map {
            ReadingWarning(code: texts[$0], detail: texts[$0 + 1])
        }
    }
}
