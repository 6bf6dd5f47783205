import Model

/// An article with all that can be worked out about it without the database, so that the writer need not.
struct Material: Sendable {
    let prepared: PreparedArticle
    /// What identifies it.
    let hash: [UInt8]
    let fingerprint: Fingerprint
    /// The words that a search finds it by.
    let words: [UInt8]
    let title: String
    let canonical: CanonicalURL?

    /// Works an article over.
    init(_ prepared: PreparedArticle) {
        self.prepared = prepared
        hash = prepared.identity?.bytes ?? Self.hash(of: prepared.text)
        title = prepared.title ?? Self.headline(of: prepared.text)
        // One walk over the text gives both.
        var reader = Fingerprint.Reader()
        var words = Words.indexed(title)
        words.reserveCapacity(words.count + prepared.text.count)
        TextKeys.forEachWord(of: prepared.text) { word in
            reader.add(word)
            Words.add(word, to: &words)
        }
        fingerprint = reader.fingerprint
        self.words = words
        canonical = prepared.url.flatMap(CanonicalURL.init)
    }

    /// The hash that identifies a text.
    static func hash(of text: [UInt8]) -> [UInt8] {
        SHA256.digest(TextKeys.identity(of: text))
    }

    /// The words that a search finds an article by.
    static func words(title: String, text: [UInt8]) -> [UInt8] {
        Words.indexed(Array(title.utf8) + [0x0A] + text)
    }

    /// The first line with anything visible, at most 300 characters of it.
    private static func headline(of text: [UInt8]) -> String {
        let lines = text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
        let first = lines.lazy.map { String(decoding: $0, as: UTF8.self) }.first { line in
            line.unicodeScalars.contains { !LetterFold.isSpace($0) }
        }
        let scalars = (first ?? "").unicodeScalars.drop(while: LetterFold.isSpace)
        return String(String.UnicodeScalarView(scalars.prefix(300)))
    }
}
