import Testing

@testable import Ingestion

struct RowWordsTests {
    private func words(_ text: String) -> [String] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            RowWords(bytes).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private func number(_ text: String) -> Int32? {
        Array(text.utf8).withUnsafeBufferPointer { Int32(digits: $0) }
    }

    @Test(arguments: [
        ("share 340 -120", ["share", "340", "-120"]), ("  loan   to ", ["loan", "to"]), ("", []), ("  ", []),
        ("payé", ["payé"]),
    ])
    func `words are what spaces part`(_ text: String, _ expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test(arguments: [
        ("0", 0), ("42", 42), ("-120", -120), ("999999999", 999_999_999), ("-999999999", -999_999_999),
    ])
    func `whole numbers are read with their sign`(_ text: String, _ expected: Int32) {
        #expect(number(text) == expected)
    }

    @Test(arguments: ["", "-", "--1", "+1", "1.5", "1 ", "1e3", "1234567890", "١"])
    func `anything else is no number`(_ text: String) {
        #expect(number(text) == nil)
    }
}
