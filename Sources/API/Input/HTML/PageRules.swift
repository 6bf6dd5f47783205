/// What in a page is not its article.
enum PageRules {
    /// Elements that end the paragraph before them.
    static let blocks: Set<String> = [
        "address", "article", "blockquote", "body", "dd", "div", "dl", "dt", "fieldset", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr",
        "ul",
    ]

    /// Elements without content (WHATWG HTML section 13.1.2).
    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]

    /// Elements that never hold the words of an article.
    static let dropped: Set<String> = [
        "aside", "audio", "button", "canvas", "dialog", "figcaption", "figure", "footer", "form", "head", "iframe",
        "map",
        "menu", "nav", "noscript", "object", "picture", "select", "svg", "template", "video",
    ]

    /// Elements that may be dropped for what their attributes say.
    private static let boxes: Set<String> = [
        "div", "section", "ul", "ol", "span", "header", "table", "p", "a", "dl", "address",
    ]

    /// Roles of what stands around an article (WAI-ARIA 1.2).
    private static let roles: Set<String> = [
        "alert", "banner", "complementary", "contentinfo", "dialog", "form", "menu", "navigation", "search", "toolbar",
    ]

    /// Words of class names and ids that name what stands around an article.
    private static let words: Set<String> = [
        "ad", "ads", "advert", "advertisement", "author", "authors", "breadcrumb", "breadcrumbs", "byline", "caption",
        "comments", "consent",
        "cookie", "cookies", "credit", "dateline", "footer", "gdpr", "menu", "meta", "modal", "nav", "navbar",
        "navigation", "newsletter",
        "onetrust", "outbrain", "partage", "paywall", "popup", "promo", "publicite", "recommended", "related", "share",
        "sharing", "sidebar", "signup",
        "social",
        "sponsored", "subscribe", "subscription", "taboola", "tags", "timestamp", "toolbar", "trending",
    ]

    /// Whether an element and all in it is left out.
    static func drops(_ name: String, _ attributes: [String: String], careful: Bool) -> Bool {
        if dropped.contains(name) { return true }
        guard careful, boxes.contains(name) else { return false }
        if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
        if let role = attributes["role"], roles.contains(role.lowercased()) { return true }
        let labels = (attributes["class"] ?? "") + " " + (attributes["id"] ?? "")
        return labels.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { words.contains(String($0)) }
    }
}
