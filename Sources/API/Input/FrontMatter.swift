import Model

/// What stands before the text of a Markdown file between lines of `---`: keys with plain values, the form that all
/// generators of pages write. Nested values and lists are left out.
struct FrontMatter {
    private var values: [String: String] = [:]
    /// How many lines it takes, its fences among them; 0 where there is none.
    private(set) var lineCount = 0

    /// Reads it from the lines of a file.
    init(_ lines: [ArraySlice<UInt8>]) {
        let fence: ArraySlice<UInt8> = [0x2D, 0x2D, 0x2D]
        guard lines.first == fence, let end = lines.dropFirst().firstIndex(of: fence) else { return }
        lineCount = end + 1
        for line in lines[1..<end] where line.first.map({ $0 > 0x20 && $0 != 0x23 && $0 != 0x2D }) ?? false {
            guard let colon = line.firstIndex(of: 0x3A) else { continue }
            let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let value = Self.plain(line[(colon + 1)...])
            if !value.isEmpty, values[key] == nil { values[key] = value }
        }
    }

    /// The article that it describes, without a text.
    var article: ArticleInput {
        ArticleInput(
            text: [], title: values["title"],
            url: first("canonical", "canonical_url", "url", "link").flatMap { ArticleDecoder.isAddress($0) ? $0 : nil },
            source: first("source", "publisher", "site"),
            published: first("date", "published", "pubdate").flatMap(Self.day),
            language: first("lang", "language", "locale").flatMap(ArticleDecoder.language))
    }

    private func first(_ keys: String...) -> String? {
        keys.lazy.compactMap { values[$0] }.first
    }

    /// A day, also of a moment that is written with a space ("2026-04-02 10:00:00 +0200").
    private static func day(_ text: String) -> Day? {
        ArticleDecoder.day(text) ?? (try? Day(String(text.prefix { $0 != " " && $0 != "T" })))
    }

    /// A value without the space around it and its quotation marks.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes.drop { $0 <= 0x20 }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        if bytes.count > 1, let mark = bytes.first, mark == 0x22 || mark == 0x27, bytes.last == mark {
            bytes = bytes.dropFirst().dropLast()
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
