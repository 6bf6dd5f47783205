import Model

/// Reads an article out of the bytes of a request or a file.
public struct ArticleDecoder: Sendable {
    /// The decoder has no state.
    public init() {}

    /// An article of a known format.
    ///
    /// - Parameters:
    ///   - bytes: as sent.
    ///   - format: how it is written down.
    ///   - charset: the label of the declared encoding, or `nil` where none is: UTF-8, or what a page says of itself.
    /// - Throws: ``InputError``.
    public func article(_ bytes: [UInt8], _ format: ArticleFormat, charset: String? = nil) throws(InputError)
        -> ArticleInput
    {
        do throws(Problem) {
            return try decode(bytes, format, charset: charset)
        } catch {
            throw InputError(detail: error.detail)
        }
    }

    /// An article by the `Content-Type` of its request; none, or that of a form, is taken as JSON where it parses as an
    /// object, else as text.
    func decode(_ bytes: [UInt8], contentType: String?) throws(Problem) -> ArticleInput {
        let type = contentType.flatMap { MediaType($0) }
        if let contentType, type == nil, contentType.contains(where: { !$0.isWhitespace }) {
            throw Problem(.unsupportedMediaType, "\"\(contentType)\" is not a media type; send \(ArticleFormat.list)")
        }
        if type.map({ ArticleFormat(media: $0.name) != nil }) ?? true, !bytes.contains(where: { $0 > 0x20 }) {
            throw Problem(.invalidContent, "the article is empty: send its text, headline first")
        }
        guard let type, type.name != "application/x-www-form-urlencoded" else {
            if let value = try? JSONReader.read(bytes), case .object = value { return try Self.article(value) }
            return try decode(bytes, .text, charset: type?.charset)
        }
        guard let format = ArticleFormat(media: type.name) else {
            throw Problem(.unsupportedMediaType, "articles are not taken as \(type.name); send \(ArticleFormat.list)")
        }
        return try decode(bytes, format, charset: type.charset)
    }

    private func decode(_ bytes: [UInt8], _ format: ArticleFormat, charset label: String?) throws(Problem)
        -> ArticleInput
    {
        let charset = try label.map { (label) throws(Problem) in try Self.charset(label) } ?? Charset(markOf: bytes)
        switch format {
        case .text: return try ArticleInput(text: (charset ?? .utf8).decode(bytes)).checked()
        case .json: return try Self.article(Self.json((charset ?? .utf8).decode(bytes)))
        case .markdown:
            return try MarkdownText.article((charset ?? .utf8).decode(bytes)).checked().headed()
        case .html:
            let declared = charset ?? Self.declaredCharset(of: bytes) ?? .utf8
            return try PageReader.article(declared.decode(bytes)).checked()
        }
    }

    /// The encoding of a declared label.
    private static func charset(_ label: String) throws(Problem) -> Charset {
        if let known = Charset(label: label) { return known }
        let list = Charset.allCases.map(\.rawValue).joined(separator: ", ")
        throw Problem(.unsupportedMediaType, "the charset \"\(label)\" is not known here; send one of \(list)")
    }

    /// What a page says of its encoding in its first 1024 bytes: `charset=` in a `meta` element
    /// (WHATWG HTML section 13.2.3.2).
    private static func declaredCharset(of bytes: [UInt8]) -> Charset? {
        let head = String(decoding: bytes.prefix(1024).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
        for tag in head.split(separator: "<meta", omittingEmptySubsequences: false).dropFirst() {
            let tag = tag.prefix { $0 != ">" }
            guard let mark = tag.firstRange(of: "charset=") else { continue }
            let label = tag[mark.upperBound...].drop { $0 == "\"" || $0 == "'" }
            return Charset(label: String(label.prefix { $0.isLetter || $0.isNumber || $0 == "-" }))
        }
        return nil
    }

    /// The JSON value of a body.
    static func json(_ bytes: [UInt8]) throws(Problem) -> JSONValue {
        do throws(JSONSyntaxError) {
            return try JSONReader.read(bytes)
        } catch {
            throw Problem(.invalidJSON, error.detail)
        }
    }
}

/// Why bytes are not an article.
public struct InputError: Error, Hashable, Sendable {
    /// What is wrong, and where.
    public let detail: String
}
