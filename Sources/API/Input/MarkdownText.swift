/// The text of Markdown, as a reader sees it: without the marks of headings, emphasis, lists, quotes, links and images.
enum MarkdownText {
    /// An article in Markdown, with what its front matter says of it; a heading at its head is its headline.
    static func article(_ source: [UInt8]) -> ArticleInput {
        let lines = lines(of: source)
        let matter = FrontMatter(lines)
        var article = matter.article
        let body = lines.dropFirst(matter.lineCount)
        article.text = text(of: body)
        if body.first(where: { !$0.isEmpty })?.starts(with: [0x23, 0x20]) == true { article.title = nil }
        return article
    }

    /// The text of an article in Markdown; front matter between lines of `---` is left out.
    static func text(of source: [UInt8]) -> [UInt8] {
        article(source).text
    }

    private static func lines(of source: [UInt8]) -> [ArraySlice<UInt8>] {
        source.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.last == 0x0D ? $0.dropLast() : $0 }
    }

    private static func text(of lines: ArraySlice<ArraySlice<UInt8>>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(lines.reduce(0) { $0 + $1.count + 1 })
        var isFenced = false
        for line in lines {
            let bare = line.drop { $0 == 0x20 || $0 == 0x09 }
            if bare.starts(with: [0x60, 0x60, 0x60]) || bare.starts(with: [0x7E, 0x7E, 0x7E]) {
                isFenced.toggle()
                continue
            }
            if !isFenced, isRule(bare) { continue }
            if isFenced { text.append(contentsOf: line) } else { inline(withoutMarker(bare), to: &text) }
            text.append(0x0A)
        }
        return Array(text.drop { $0 == 0x0A })
    }

    /// Whether a line only draws: `---`, `***`, `===`, a table's rule.
    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        let drawn: Set<UInt8> = [0x2D, 0x2A, 0x5F, 0x3D, 0x20, 0x7C, 0x3A]
        return line.count >= 3 && line.allSatisfy(drawn.contains)
    }

    /// A line without the marks of quotes, headings and list items in front.
    private static func withoutMarker(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        while line.first == 0x3E { line = line.dropFirst().drop { $0 == 0x20 } }
        let marks = line.prefix { $0 == 0x23 }.count
        if (1...6).contains(marks), line.dropFirst(marks).first.map({ $0 == 0x20 }) ?? true {
            line = line.dropFirst(marks).drop { $0 == 0x20 }
            while let last = line.last, last == 0x23 || last == 0x20 { line.removeLast() }
        } else if let first = line.first, [0x2D, 0x2A, 0x2B].contains(first), line.dropFirst().first == 0x20 {
            line = line.dropFirst(2).drop { $0 == 0x20 }
        }
        return line
    }

    /// A line without the marks inside it.
    private static func inline(_ line: ArraySlice<UInt8>, to text: inout [UInt8]) {
        // An end that was looked for in vain is not looked for again, so that a line of openings stays linear.
        var missing: Set<UInt8> = []
        var index = line.startIndex
        var brackets: [(start: Int, isImage: Bool)] = []
        while index < line.endIndex {
            let byte = line[index]
            let next = index + 1 < line.endIndex ? line[index + 1] : 0
            switch byte {
            case 0x5C where (0x21...0x7E).contains(next) && !isWord(next):
                text.append(next)
                index += 2
            case 0x21 where next == 0x5B:
                brackets.append((text.count, true))
                index += 2
            case 0x5B:
                brackets.append((text.count, false))
                index += 1
            case 0x5D:
                index += 1
                guard let bracket = brackets.popLast() else {
                    text.append(byte)
                    continue
                }
                let close: UInt8 = next == 0x28 ? 0x29 : 0x5D
                guard next == 0x28 || next == 0x5B, !missing.contains(close) else { continue }
                if let end = line[index...].firstIndex(of: close) {
                    index = end + 1
                    if bracket.isImage { text.removeSubrange(bracket.start...) }
                } else {
                    missing.insert(close)
                }
            case 0x60: index += 1
            case 0x2A where next > 0x20 || text.last.map { $0 > 0x20 } ?? false: index += 1
            case 0x5F where !(text.last.map(isWord) ?? false) || !isWord(next): index += 1
            default:
                text.append(byte)
                index += 1
            }
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
    }
}
