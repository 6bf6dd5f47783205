import Model

/// An article as its sender gave it, in UTF-8, ready for the engine.
public struct ArticleInput: Hashable, Sendable {
    /// The text that spans index: the headline, an empty line, the paragraphs.
    public var text: [UInt8]
    /// The headline, where the sender gave one apart from the text.
    public var title: String?
    /// Where it was published.
    public var url: String?
    /// Who published it.
    public var source: String?
    /// When it was published.
    public var published: Day?
    /// The language that the sender says it is in: `fr` or `en`.
    public var language: String?

    /// An article.
    public init(
        text: [UInt8], title: String? = nil, url: String? = nil, source: String? = nil, published: Day? = nil,
        language: String? = nil
    ) {
        self.text = text
        self.title = title
        self.url = url
        self.source = source
        self.published = published
        self.language = language
    }

    /// The article with what another description of it says where this one says nothing.
    func filled(from other: ArticleInput) -> ArticleInput {
        ArticleInput(
            text: text, title: title ?? other.title, url: url ?? other.url, source: source ?? other.source,
            published: published ?? other.published, language: language ?? other.language)
    }

    /// The article with its headline as the first line of its text, where it does not begin with it already.
    func headed() -> ArticleInput {
        guard let title, !title.isEmpty, !text.starts(with: Array(title.utf8)) else { return self }
        var headed = self
        headed.text = Array((title + "\n\n").utf8) + text
        return headed
    }

    /// The article, checked: it has visible text and no NUL.
    func checked(_ pointer: String? = nil) throws(Problem) -> ArticleInput {
        func refusal(_ detail: String) -> Problem {
            pointer.map { Problem.pointer($0, detail) } ?? Problem(.invalidContent, detail)
        }
        if let offset = text.firstIndex(of: 0) {
            throw refusal("the text holds a NUL character at byte \(offset): this is not text")
        }
        guard text.contains(where: { $0 > 0x20 }),
            String(decoding: text, as: UTF8.self).contains(where: { !$0.isWhitespace })
        else {
            throw refusal("the article is empty: send its text, headline first")
        }
        return self
    }
}
