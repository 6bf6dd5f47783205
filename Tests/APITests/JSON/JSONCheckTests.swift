import Testing

@testable import API

@Suite struct JSONCheckTests {
    @Test(arguments: [
        "", "{}", "[]", "null", "true", "false", "0", "-0.5e+10", #""""#, #""a\"\\\u00e9é""#, "1,2,3",
        #"{"a":[1,{"b":null}],"cdefghijklmnop":"0123456789012345"},{"x":"\n"}"#,
    ])
    func `what is JSON passes`(text: String) {
        #expect(JSONCheck.areValues(Array(text.utf8)))
    }

    @Test(arguments: [
        "{", "}", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "nul", "tru", "01", "1.", ".5", "1e", "-",
        "+1",
        "\"", "\"\\\"", "\"\\x\"", "\"\\u12g4\"", "\"\\u12\"", "\"a\u{1}\"", "\"01234567\u{1F}\"", "1,", ",1", "1 2",
        "{}{}",
        "\"0123456789", String(repeating: "[", count: 40) + String(repeating: "]", count: 40),
    ])
    func `what is not is found out`(text: String) {
        #expect(!JSONCheck.areValues(Array(text.utf8)))
    }

    @Test func `it agrees with the reader on every damaged byte of a document`() throws {
        let document = Array(
            #"{"id":"deal_1","n1":[1.5e3,-2,true,null],"é\n":{"q3":"\u0041 long enough text"},"z2":""}"#.utf8)
        let bytes = Array("{}[]:,\"\\/ \t\r\n0159+-.eEantrufls\u{0}\u{1F}\u{7F}".utf8) + [0x80, 0xA9, 0xC3, 0xED, 0xFF]
        for index in document.indices {
            for byte in bytes {
                var damaged = document
                damaged[index] = byte
                let isRead = (try? JSONReader.read(damaged)) != nil
                // Blanks between values, which our writer does not make, are damage as well, and values may follow each other.
                if JSONCheck.areValues(damaged) != isRead {
                    #expect([0x20, 0x09, 0x0A, 0x0D, 0x2C].contains(byte), "\(index) \(byte)")
                }
            }
        }
    }
}
