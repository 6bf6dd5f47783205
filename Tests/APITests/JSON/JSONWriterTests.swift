import Testing

@testable import API

@Suite struct JSONWriterTests {
    private func text(_ layout: JSONWriter.Layout = .compact, _ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter(layout)
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `members and elements are separated by commas`() {
        let json = text { writer in
            writer.object { writer in
                writer.key("a")
                writer.integer(1)
                writer.key("b")
                writer.array([1, 2]) { $0.integer($1) }
                writer.key("c")
                writer.object { _ in }
                writer.key("d")
                writer.null()
            }
        }
        #expect(json == #"{"a":1,"b":[1,2],"c":{},"d":null}"#)
    }

    @Test func `the pretty layout indents and ends with a line feed`() {
        let json = text(.pretty) { writer in
            writer.object { writer in
                writer.key("a")
                writer.array([1, 2]) { $0.integer($1) }
                writer.key("b")
                writer.array { _ in }
            }
        }
        #expect(json == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}\n")
    }

    @Test(arguments: [
        ("plain", #""plain""#), ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#), ("\n\t\r\u{8}\u{C}", #""\n\t\r\b\f""#),
        ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""), ("é€😀", "\"é€😀\""), ("", "\"\""),
        ("twelve bytes and \"a quote\" behind them", #""twelve bytes and \"a quote\" behind them""#),
    ])
    func `strings are escaped as RFC 8259 demands and no further`(value: String, expected: String) {
        #expect(text { $0.string(value) } == expected)
    }

    @Test func `an escape is found at every place of a word`() throws {
        for place in 0..<40 {
            for special in ["\"", "\\", "\u{1}", "\u{1F}"] {
                let value = String(repeating: "x", count: place) + special + String(repeating: "é", count: 20)
                let json = Array(text { $0.string(value) }.utf8)
                let again = try JSONReader.read(json)
                #expect(again == .string(value))
            }
        }
    }

    @Test func `bytes next to those that need an escape are left alone`() {
        let harmless = (0x20...0xFF).compactMap { UInt8(exactly: $0) }.filter { $0 != 0x22 && $0 != 0x5C }
        for byte in harmless {
            #expect(!JSONEscape.needsEscape(UInt64(byte) &* 0x0101_0101_0101_0101))
        }
    }

    @Test(arguments: [(0, "0"), (1, "0.001"), (850, "0.85"), (999, "0.999"), (1000, "1"), (500, "0.5")])
    func `thousandths are written as decimals`(value: Int, expected: String) {
        #expect(text { $0.thousandths(value) } == expected)
    }
}
