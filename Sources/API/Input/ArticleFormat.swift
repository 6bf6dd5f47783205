/// How an article is written down.
public enum ArticleFormat: String, CaseIterable, Sendable {
    /// Plain text: the first line is the headline.
    case text = "text/plain"
    /// HTML: the article is taken out of its page.
    case html = "text/html"
    /// Markdown.
    case markdown = "text/markdown"
    /// A JSON object with `text` or `html`, and what is known of the article.
    case json = "application/json"

    /// The format of a media type, or `nil` for one that is not taken. No type and that of a form say nothing: the
    /// caller has to look at the content.
    init?(media: String) {
        switch media {
        case "text/plain": self = .text
        case "text/html", "application/xhtml+xml": self = .html
        case "text/markdown", "text/x-markdown": self = .markdown
        case "application/json", "text/json": self = .json
        default: return nil
        }
    }

    /// The media types that an article may have, for messages.
    static let list = "text/plain, text/html, text/markdown, application/json or application/x-ndjson"
}
