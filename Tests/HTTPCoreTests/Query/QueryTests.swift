import HTTPCore
import Testing

struct QueryTests {
    private func items(_ query: String) throws -> [String] {
        try HTTPRequest(method: .get, target: "/?\(query)").queryItems().map { "\($0.name)=\($0.value)" }
    }

    @Test func `pairs are decoded in order`() throws {
        #expect(
            try items("party=Open%20AI&a+b=c%2Bd&&x&y=&z=1=2") == ["party=Open AI", "a b=c+d", "x=", "y=", "z=1=2"])
        #expect(try HTTPRequest(method: .get, target: "/a").queryItems().isEmpty)
        #expect(try items("é=%C3%A9") == ["é=é"])
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "%=b", "a=%+1"])
    func `a broken escape is an error`(query: String) {
        #expect(throws: QueryError.brokenEscape) { try items(query) }
    }

    @Test(arguments: ["a=%ff", "a=%C3", "a=%ED%A0%80", "a=%F4%90%80%80", "a=%C0%80"])
    func `bytes that are no UTF-8 are an error`(query: String) {
        #expect(throws: QueryError.invalidUTF8) { try items(query) }
    }

    @Test(arguments: ["", "a b", "é/?#%+&=", "\u{0}\u{10ffff}", "plain-._~"])
    func `what is encoded comes back the same`(text: String) throws {
        let encoded = PercentDecoding.encode(text)
        #expect(try PercentDecoding.decode(encoded) == text)
        #expect(encoded.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f })
    }
}
