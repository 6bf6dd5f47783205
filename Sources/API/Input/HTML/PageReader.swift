import Model

/// Takes the article out of an HTML page: its headline, its paragraphs and what the page says of itself.
struct PageReader {
    /// A paragraph of the page.
    private struct Block {
        var text: [UInt8] = []
        var linked = 0
        var isInside = false
    }

    private let bytes: [UInt8]
    private let careful: Bool
    private var blocks: [Block] = []
    private var block = Block()
    private var headline: [UInt8] = []
    private var isHeadline = false
    private var insideDepth = 0
    private var linkDepth = 0
    private var dropped: (name: String, depth: Int)?
    private(set) var metadata = PageMetadata()

    private init(_ bytes: [UInt8], careful: Bool) {
        self.bytes = bytes
        self.careful = careful
    }

    /// The article of a page in UTF-8. A page whose boxes all look like boilerplate is read again with only the elements
    /// left out that never hold an article.
    static func article(_ bytes: [UInt8]) -> ArticleInput {
        var reader = PageReader(bytes, careful: true)
        var paragraphs = reader.read()
        if paragraphs.isEmpty {
            reader = PageReader(bytes, careful: false)
            paragraphs = reader.read()
        }
        var article = reader.metadata.article
        if !reader.headline.isEmpty { article.title = String(decoding: reader.headline, as: UTF8.self) }
        let title = Array((article.title ?? "").utf8)
        if paragraphs.first == title { paragraphs.removeFirst() }
        let parts = (title.isEmpty ? [] : [title]) + paragraphs
        article.text = Array(parts.joined(separator: [0x0A, 0x0A]))
        return article
    }

    private mutating func read() -> [[UInt8]] {
        var tokenizer = HTMLTokenizer(bytes)
        while let token = tokenizer.next() {
            switch token {
            case .start(let name, let attributes): open(name, attributes)
            case .end(let name): close(name)
            case .text(let range): add(bytes[range])
            case .raw(let name, let range): metadata.raw(name, bytes[range])
            }
        }
        endBlock()
        return paragraphs()
    }

    private mutating func open(_ name: String, _ attributes: [String: String]) {
        metadata.tag(name, attributes, inside: insideDepth > 0)
        if let open = dropped {
            if open.name == name { dropped = (name, open.depth + 1) }
            return
        }
        if !PageRules.void.contains(name), PageRules.drops(name, attributes, careful: careful) {
            // The head holds no text of the article, and its end tag is often left out: its elements are not text either.
            if name != "head" { dropped = (name, 1) }
            return
        }
        if PageRules.blocks.contains(name) { endBlock() }
        if name == "article" || name == "main" { insideDepth += 1 }
        if name == "a" { linkDepth += 1 }
        if name == "br" { space() }
        if name == "h1" { isHeadline = headline.isEmpty }
    }

    private mutating func close(_ name: String) {
        if let open = dropped {
            if open.name == name { dropped = open.depth > 1 ? (name, open.depth - 1) : nil }
            return
        }
        if PageRules.blocks.contains(name) { endBlock() }
        if name == "article" || name == "main" { insideDepth = max(0, insideDepth - 1) }
        if name == "a" { linkDepth = max(0, linkDepth - 1) }
    }

    /// Adds text, each run of white space as one space.
    private mutating func add(_ source: ArraySlice<UInt8>) {
        guard dropped == nil else { return }
        var text: [UInt8] = []
        HTMLText.append(source, to: &text)
        let before = block.text.count
        for byte in text {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                space()
            } else if byte != 0 {
                block.text.append(byte)
            }
        }
        if linkDepth > 0 { block.linked += block.text.count - before }
    }

    private mutating func space() {
        if let last = block.text.last, last != 0x20 { block.text.append(0x20) }
    }

    private mutating func endBlock() {
        if block.text.last == 0x20 { block.text.removeLast() }
        block.isInside = insideDepth > 0
        if !block.text.isEmpty {
            if isHeadline {
                headline = block.text
            } else {
                blocks.append(block)
            }
            isHeadline = false
        }
        block = Block()
    }

    /// The paragraphs of the article: those inside `article` or `main` where these hold most of the text; lists of
    /// links are left out.
    private func paragraphs() -> [[UInt8]] {
        let own = blocks.filter { $0.linked * 10 < $0.text.count * 6 }
        let inside = own.filter(\.isInside)
        let sizes = (own.reduce(0) { $0 + $1.text.count }, inside.reduce(0) { $0 + $1.text.count })
        return (sizes.1 * 5 >= sizes.0 * 2 ? inside : own).map(\.text)
    }
}
