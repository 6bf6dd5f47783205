import Model
import Testing

struct PageKeyTests {
    @Test(arguments: [
        PageKey([.integer(20_395), .integer(7)]), PageKey([.null, .null, .integer(.max)]),
        PageKey([.text("Société & Cie."), .integer(-3)]), PageKey([.text(""), .integer(0)]),
    ])
    func `a key survives being a token, which needs no escaping in a URL`(key: PageKey) {
        #expect(PageKey(token: key.token) == key)
        let plain = key.token.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2E || $0 == 0x2D
        }
        #expect(plain)
    }

    @Test(arguments: [
        "", ".", "x", "i", "i1.", "i+1", "i01", "t0", "tzz", "tff", "n1", "i9999999999999999999", "I1", "t4A",
        "i1 ", String(repeating: "n.", count: 2000),
    ])
    func `anything else is no key`(token: String) {
        #expect(PageKey(token: token) == nil)
    }
}
