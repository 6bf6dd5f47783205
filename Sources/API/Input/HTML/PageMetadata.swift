import Model

/// What a page says of itself: in `meta` and `link` elements (Open Graph among them), in JSON-LD, in its `lang`.
struct PageMetadata: Sendable {
    private var meta: [String: String] = [:]
    private var canonical: String?
    private var language: String?
    private var title: String?
    private var time: String?
    private var linked: JSONValue?
    private var isLinkedData = false

    /// The article, without its text; JSON-LD counts most, then `meta`, then the rest.
    var article: ArticleInput {
        let published = [
            linked?["datePublished"]?.text, meta["article:published_time"], meta["datepublished"], meta["date"],
            meta["dc.date.issued"], meta["dc.date"], meta["parsely-pub-date"], meta["pubdate"], time,
        ]
        return ArticleInput(
            text: [], title: Self.first([linked?["headline"]?.text, meta["og:title"], meta["twitter:title"], title]),
            url: [canonical, meta["og:url"], linked?["url"]?.text].compactMap { $0 }.first(
                where: ArticleDecoder.isAddress),
            source: Self.first([linked?["publisher"]?["name"]?.text, meta["og:site_name"]]),
            published: published.compactMap { $0.flatMap(ArticleDecoder.day) }.first,
            language: Self.first([linked?["inLanguage"]?.text, language, meta["og:locale"]]).flatMap(
                ArticleDecoder.language))
    }

    private static func first(_ texts: [String?]) -> String? {
        texts.compactMap { $0 }.first { $0.contains { !$0.isWhitespace } }
    }

    /// Takes notice of a start tag.
    mutating func tag(_ name: String, _ attributes: [String: String], inside: Bool) {
        isLinkedData = false
        switch name {
        case "html": language = attributes["lang"]
        case "meta":
            let key = (attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? "").lowercased()
            if !key.isEmpty, meta[key] == nil { meta[key] = attributes["content"] }
        case "link":
            if attributes["rel"]?.lowercased() == "canonical", canonical == nil { canonical = attributes["href"] }
        case "time": if inside, time == nil { time = attributes["datetime"] }
        case "script": isLinkedData = attributes["type"]?.lowercased() == "application/ld+json"
        default: break
        }
    }

    /// Takes notice of the raw content of an element.
    mutating func raw(_ name: String, _ content: ArraySlice<UInt8>) {
        if name == "title", title == nil {
            var text: [UInt8] = []
            HTMLText.append(content, to: &text)
            title = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        if name == "script", isLinkedData, linked == nil, let value = try? JSONReader.read(Array(content)) {
            linked = Self.article(in: value, depth: 0)
        }
    }

    /// The first object that has a day of publication: the value itself, an element, or one of its graph.
    private static func article(in value: JSONValue, depth: Int) -> JSONValue? {
        if value["datePublished"] != nil { return value }
        guard depth < 3 else { return nil }
        switch value {
        case .array(let items): return items.lazy.compactMap { article(in: $0, depth: depth + 1) }.first
        case .object: return value["@graph"].flatMap { article(in: $0, depth: depth + 1) }
        default: return nil
        }
    }
}
