import Model

extension ArticleDecoder {
    /// The members of an article in JSON.
    static let members = ["text", "html", "title", "url", "published", "language", "source"]

    /// An article from its JSON object.
    static func article(_ value: JSONValue) throws(Problem) -> ArticleInput {
        guard case .object(let members) = value else {
            throw .pointer("", "the body must be an object with the member text or html, not \(value.kind)")
        }
        var faults: [Problem.Fault] = []
        func fault(_ name: String, _ detail: String) {
            faults.append(Problem.Fault(place: .pointer(JSONPointer.to(name)), detail: detail))
        }
        for member in members.lazy.filter({ !self.members.contains($0.name) }).prefix(Problem.faultLimit) {
            let nearest = EditDistance.nearest(to: member.name, among: self.members) ?? ""
            fault(member.name, "an article has no such member; the nearest is \(nearest)")
        }
        func text(_ name: String) -> String? {
            guard let value = value[name], value != .null else { return nil }
            if let text = value.text, name == "text" || name == "html" || !text.utf8.contains(0) { return text }
            if value.text != nil {
                fault(name, "it holds a NUL character")
                return nil
            }
            fault(name, "it must be a string, not \(value.kind)")
            return nil
        }
        var article = ArticleInput(text: [])
        let (plain, html) = (text("text"), text("html"))
        article.title = text("title").flatMap(Self.visible)
        article.url = text("url").flatMap(Self.visible)
        if let url = article.url, !isAddress(url) { fault("url", "it must begin with http:// or https://") }
        article.source = text("source").flatMap(Self.visible)
        if let published = text("published") {
            article.published = day(published)
            if article.published == nil { fault("published", "it must be a day such as 2025-11-03, or a moment") }
        }
        if let language = text("language") {
            article.language = self.language(language)
            if article.language == nil { fault("language", "it must be a language tag such as fr or en-GB") }
        }
        if plain == nil, html == nil, faults.isEmpty {
            faults.append(Problem.Fault(place: .pointer(""), detail: "the member text or html is missing"))
        } else if plain != nil, html != nil {
            fault("html", "an article has either text or html")
        }
        if let first = faults.first {
            throw Problem(
                .invalidContent, first.name.isEmpty ? first.detail : "\(first.name): \(first.detail)", errors: faults)
        }
        if let plain {
            article.text = Array(plain.utf8)
            return try article.checked("/text").headed()
        }
        let page = PageReader.article(Array((html ?? "").utf8))
        article.text = page.text
        return try article.filled(from: page).checked("/html").headed()
    }

    /// The day of `2025-11-03` or of the moment `2025-11-03T09:30:00+01:00`, in the sender's time zone.
    static func day(_ text: String) -> Day? {
        guard (try? Timestamp(text)) != nil else { return nil }
        return try? Day(String(decoding: Array(text.utf8.prefix(10)), as: UTF8.self))
    }

    /// The primary subtag of a language tag, lowercase: `en-GB` is `en`.
    static func language(_ tag: String) -> String? {
        let primary = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map(String.init) ?? ""
        guard (2...3).contains(primary.utf8.count), primary.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            return nil
        }
        return primary
    }

    /// Whether a text is the address of a page: http or https, and visible ASCII or other letters without spaces.
    static func isAddress(_ text: String) -> Bool {
        let rest = text.hasPrefix("https://") ? text.dropFirst(8) : text.hasPrefix("http://") ? text.dropFirst(7) : ""
        return !rest.isEmpty
            && rest.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }
    }

    private static func visible(_ text: String) -> String? {
        text.contains { !$0.isWhitespace } ? text : nil
    }
}
