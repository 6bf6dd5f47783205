import Foundation
import Model
import Testing

@testable import API

@Suite struct PageReaderTests {
    static let page = """
        <!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Lumen signs | Gazette</title>
        <meta property="og:title" content="Lumen signs &amp; builds"><meta property="og:site_name" content="Gazette">
        <link rel="canonical" href="https://gazette.example/lumen">
        <script type="application/ld+json">{"@graph":[{"@type":"WebSite"},
        {"@type":"NewsArticle","datePublished":"2025-11-03T22:30:00-05:00","publisher":{"name":"The Gazette"}}]}</script>
        <style>p { color: red }</style></head><body>
        <div id="cookie-banner">We use cookies.</div>
        <nav><ul><li><a href="/">Home</a></li><li>Markets</li></ul></nav>
        <header><a href="/">Gazette</a></header>
        <main><article><h1>Lumen signs
          with Borealis</h1><p class="byline">By Ann Author</p>
        <p>Lumen will pay&nbsp;Borealis <b>$5bn</b> for <a href="/x">compute</a>.<br>It said &ldquo;so&rdquo; &#8212; twice.</p>
        <figure><img src="x"><figcaption>A hall.</figcaption></figure>
        <div class="newsletter-signup"><div>Sign up!</div> now</div>
        <p>The halls open in 2026 &lt;or later&gt;.</p>
        <p><a href="/1">Read also: another story</a></p>
        <script>document.write("<p>no</p>")</script><!-- <p>hidden</p> -->
        </article></main><aside>Most read</aside><footer>© Gazette</footer></body></html>
        """

    private func article(_ html: String) -> ArticleInput {
        PageReader.article(Array(html.utf8))
    }

    @Test func `the article is taken out of its page, with what the page says of it`() {
        let article = article(Self.page)
        let text = String(decoding: article.text, as: UTF8.self)
        #expect(
            text == """
                Lumen signs with Borealis

                Lumen will pay\u{A0}Borealis $5bn for compute. It said “so” — twice.

                The halls open in 2026 <or later>.
                """)
        #expect(article.title == "Lumen signs with Borealis")
        #expect(article.url == "https://gazette.example/lumen")
        #expect(article.source == "The Gazette")
        #expect(article.published == (try? Day("2025-11-03")))
        #expect(article.language == "en")
    }

    @Test(arguments: [
        ("<p>a<p>b", "a\n\nb"), ("a < b & c", "a < b & c"), ("<p>a</p", "a"), ("<p title='>'>a", "a"),
        ("<p>a<!-- b -- > c -->d", "ad"), ("<p>a<!-- b", "a"), ("<script>a</script ><p>b", "b"),
        ("<style>a</styl></style><p>b", "b"), ("x</>y", "xy"),
        ("<p>&eacute;&unknown;&#x20AC;&#128;&#0;", "é&unknown;€€\u{FFFD}"),
        ("<div class=share><p>only this</p></div>", "only this"), ("<![CDATA[x]]>y", "y"), ("<?xml a?>b", "b"),
        ("<title>T</title><p>T</p><p>b", "T\n\nb"), ("<a b=c d e='f'>g</a> h and more words", "g h and more words"),
    ])
    func `markup of every kind is told from text`(html: String, text: String) {
        #expect(String(decoding: article(html).text, as: UTF8.self) == text)
    }

    @Test func `a page cut anywhere is read without a trap`() {
        let bytes = Array(Self.page.utf8)
        for end in stride(from: 0, to: bytes.count, by: 3) {
            #expect(PageReader.article(Array(bytes[..<end])).text.count <= bytes.count)
        }
    }

    @Test(arguments: [
        "<", "<a ", "<!--", "<p>", "&", "<div class=ad>", "<script>", "</", "<a x='", "[](", "![", "_", "`",
    ])
    func `repeats of anything are read in linear time`(piece: String) {
        func time(_ count: Int) -> Int {
            let bytes = Array(String(repeating: piece, count: count).utf8)
            // The best of three, in time of this thread alone, so that other work on the machine does not count.
            return (0..<3).map { _ in
                let start = Self.threadTime()
                _ = PageReader.article(bytes)
                _ = MarkdownText.text(of: bytes)
                return Self.threadTime() - start
            }.min() ?? 0
        }
        _ = time(1000)
        let (small, large) = (time(500), time(8000))
        // Sixteen times the input: a quadratic rule would take 256 times as long.
        #expect(large < small * 64 + 20_000_000, "\(piece): \(small), \(large)")
    }

    /// The processor time of this thread, in nanoseconds.
    private static func threadTime() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    @Test func `a page declares its encoding where nobody else does`() throws {
        let decoder = ArticleDecoder()
        let latin = Array("<meta charset=iso-8859-1><p>caf".utf8) + [0xE9]
        #expect(try decoder.article(latin, .html).text == Array("café".utf8))
        let legacy =
            Array(#"<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>"#.utf8) + [0x80]
        #expect(try decoder.article(legacy, .html).text == Array("€".utf8))
        #expect(throws: InputError.self) { try decoder.article([0x3C, 0x70, 0x3E, 0xE9], .html) }
    }

    @Test(arguments: [ArticleFormat.text, .markdown, .html])
    func `a byte order mark declares UTF-16 for every format`(_ format: ArticleFormat) throws {
        for (mark, isLittle) in [([0xFF, 0xFE] as [UInt8], true), ([0xFE, 0xFF], false)] {
            let units = Array("Café signs".utf16).flatMap { unit in
                isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            }
            let text = try ArticleDecoder().article(mark + units, format).text
            #expect(String(decoding: text, as: UTF8.self).contains("Café signs"))
        }
    }

    @Test func `the front matter of Markdown says what it says`() throws {
        let source = """
            ---
            title: "Lumen signs: a deal"
            date: 2026-04-02 10:00:00 +0200
            lang: fr-FR
            tags:
              - ai
            canonical: https://gazette.example/lumen
            publisher: 'The Gazette'
            ---
            Lumen will pay Borealis.
            """
        let article = try ArticleDecoder().article(Array(source.utf8), .markdown)
        #expect(article.title == "Lumen signs: a deal")
        #expect(article.published == (try? Day("2026-04-02")))
        #expect(article.language == "fr")
        #expect(article.url == "https://gazette.example/lumen")
        #expect(article.source == "The Gazette")
        #expect(String(decoding: article.text, as: UTF8.self) == "Lumen signs: a deal\n\nLumen will pay Borealis.\n")
        let headed = try ArticleDecoder().article(Array("---\ntitle: x\n---\n\n# Lumen signs\n".utf8), .markdown)
        #expect(String(decoding: headed.text, as: UTF8.self).hasPrefix("Lumen signs\n") && headed.title == nil)
        let plain = try ArticleDecoder().article(Array("---\nno end\ntitle: x\n".utf8), .markdown)
        #expect(plain.title == nil)
    }

    @Test func `boxes of consent, authors, tags and further stories are no part of the article`() {
        let text = String(
            decoding: article(
                """
                <html amp lang="en"><body><div id="onetrust-consent-sdk"><p>OpenAI signed with Oracle.</p></div>
                <article><h1>Lumen rents</h1><div class="post-meta">By Ann Author <time>April 2</time></div>
                <p>Lumen rents computing power for five years from Borealis.</p>
                <div class="related-links"><ul><li>Nvidia buys Borealis</li></ul></div><div class="tags">AI</div></article>
                <section class="more-stories"><p>Google leased 500 MW.</p></section></body></html>
                """
            ).text, as: UTF8.self)
        #expect(text == "Lumen rents\n\nLumen rents computing power for five years from Borealis.")
    }

    @Test func `Markdown is read without its marks`() throws {
        let source = """
            ---
            title: x
            ---
            # Lumen signs #

            Lumen **will** pay [Borealis](https://b.example/a_(b)) `$5bn`, _it_ said \\*twice\\*. ![a hall](h.png)

            > - snake_case stays
            * 1. one

            ---
            ```
            code * here
            ```
            """
        let text = String(decoding: MarkdownText.text(of: Array(source.utf8)), as: UTF8.self)
        #expect(
            text == """
                Lumen signs

                Lumen will pay Borealis) $5bn, it said *twice*.\u{20}

                snake_case stays
                1. one

                code * here

                """)
    }
}
