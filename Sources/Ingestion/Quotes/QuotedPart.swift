/// Words between one pair of quotation marks.
struct QuotedPart: Sendable {
    /// The opening mark.
    let open: Int
    /// The closing mark; the token behind the paragraph where the words run on into the next one.
    let close: Int
    /// Whether the words run on into the next paragraph.
    let continues: Bool

    /// The words.
    var words: Range<Int> { open + 1..<max(open + 1, close) }

    /// The outermost quoted parts of a text.
    static func all(in document: Document) -> [QuotedPart] {
        var parts: [QuotedPart] = []
        for (number, paragraph) in document.paragraphs.enumerated() {
            var at = paragraph.lowerBound
            while at < paragraph.upperBound {
                guard document.tokens[at].kind.isQuote, let mark = Mark(document, at), mark.opens else {
                    at += 1
                    continue
                }
                if let close = mark.closing(document, at, paragraph) {
                    parts.append(QuotedPart(open: at, close: close, continues: false))
                    at = close + 1
                } else {
                    if runsOn(document, mark, number) {
                        parts.append(QuotedPart(open: at, close: paragraph.upperBound, continues: true))
                    }
                    break
                }
            }
        }
        return parts
    }

    /// Whether the next paragraph begins with the same opening mark, as long quotations do.
    private static func runsOn(_ document: Document, _ mark: Mark, _ paragraph: Int) -> Bool {
        guard paragraph + 1 < document.paragraphs.count, mark.shape != .single else { return false }
        let next = Mark(document, document.paragraphs[paragraph + 1].lowerBound)
        return next?.shape == mark.shape && next?.opens == true
    }
}

/// A quotation mark.
private struct Mark {
    enum Shape {
        case guillemet, double, low, single, straight
    }

    let shape: Shape
    let opens: Bool

    /// The mark at a token, or `nil` where there is none.
    init?(_ document: Document, _ index: Int) {
        let token = document.tokens[index]
        guard token.kind.isQuote else { return nil }
        switch document.bytes[Int(token.start)..<Int(token.end)].reduce(0, { $0 << 8 | UInt32($1) }) {
        case 0xC2AB: self.init(.guillemet, true)
        case 0xC2BB: self.init(.guillemet, false)
        case 0xE2809C: self.init(.double, true)
        case 0xE2809D: self.init(.double, false)
        case 0xE2809E: self.init(.low, true)
        case 0x22, 0xE2809F, 0xE280B3: self.init(.straight, true)
        default: self.init(.single, token.kind == .openQuote)
        }
    }

    private init(_ shape: Shape, _ opens: Bool) {
        self.shape = shape
        self.opens = opens
    }

    /// The token of the mark that closes this one, within the paragraph.
    func closing(_ document: Document, _ open: Int, _ paragraph: Range<Int>) -> Int? {
        var fallback: Int?
        for index in open + 1..<paragraph.upperBound {
            guard document.tokens[index].kind.isQuote, let mark = Mark(document, index) else { continue }
            switch (shape, mark.shape) {
            case (.guillemet, .guillemet) where !mark.opens, (.double, .double) where !mark.opens,
                (.low, .double), (.straight, .straight):
                return index
            case (.single, .single) where !mark.opens:
                // An apostrophe behind a plural looks the same: a mark behind a stop or comma is surer.
                let before = document.tokens[index - 1].kind
                if before == .stop || before == .comma { return index }
                fallback = fallback ?? index
            case (.single, .single): return fallback
            default: continue
            }
        }
        return fallback
    }
}

extension Token.Kind {
    /// Whether it is a quotation mark.
    fileprivate var isQuote: Bool { self == .openQuote || self == .closeQuote || self == .straightQuote }
}
