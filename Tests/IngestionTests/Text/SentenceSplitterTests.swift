import Testing

@testable import Ingestion

@Suite struct SentenceSplitterTests {
    private let tokenizer = Tokenizer(elisions: [])
    private let splitter = SentenceSplitter(abbreviations: WordSet(["inc", "mr"].map(Folding.hash)))

    private func sentences(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var tokens = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
        let ranges = splitter.split(&tokens)
        return ranges.map {
            String(
                decoding: bytes[Int(tokens[$0.lowerBound].start)..<Int(tokens[$0.upperBound - 1].end)], as: UTF8.self)
        }
    }

    @Test(arguments: [
        ("It signed. Then it paid.", ["It signed.", "Then it paid."]),
        ("Acme Inc. signed. Mr. Smith paid.", ["Acme Inc. signed.", "Mr. Smith paid."]),
        ("It rose 1.5 percent. J. Smith left.", ["It rose 1.5 percent.", "J. Smith left."]),
        ("“It works.” He left.", ["“It works.”", "He left."]),
        ("He said: « Oui. » Puis il partit.", ["He said: « Oui. »", "Puis il partit."]),
        ("Headline\n\nBody of it", ["Headline", "Body of it"]),
        ("Sales in the U.S. Treasury market", ["Sales in the U.S. Treasury market"]),
        ("Is it so? Yes!", ["Is it so?", "Yes!"]),
    ])
    func `sentences end at stops that end them`(text: String, expected: [String]) {
        #expect(sentences(text) == expected)
    }

    @Test func `a sentence without end is cut behind its last comma, else at the limit`() {
        let limit = SentenceSplitter.tokenLimit
        let plain = sentences(String(repeating: "a ", count: limit + 10))
        #expect(plain.map { $0.split(separator: " ").count } == [limit, 10])
        let listed = sentences(
            String(repeating: "a ", count: limit - 10) + "b, " + String(repeating: "c ", count: limit - 20))
        #expect(listed.count == 2 && listed[0].hasSuffix("a b,") && listed[1].hasPrefix("c c"))
        #expect(sentences(String(repeating: "a ", count: limit - 1)).count == 1)
    }

    @Test func `each token has the number of its sentence`() {
        let text = String(repeating: "one two, three ", count: 2000) + "end. Next one."
        let bytes = Array(text.utf8)
        var tokens = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
        let ranges = splitter.split(&tokens)
        #expect(ranges.allSatisfy { $0.count <= SentenceSplitter.tokenLimit })
        #expect(ranges.map(\.lowerBound).dropFirst() == ranges.map(\.upperBound).dropLast())
        for (number, range) in ranges.enumerated() {
            #expect(range.allSatisfy { tokens[$0].sentence == Int32(number) })
        }
    }

    @Test func `quoted and bracketed words are marked`() {
        let bytes = Array("He said “we (all) paid” twice".utf8)
        var tokens = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
        _ = splitter.split(&tokens)
        #expect(tokens.map { $0.flags.contains(.quoted) && $0.kind == .word }.filter { $0 }.count == 3)
        #expect(tokens.filter { $0.flags.contains(.bracketed) && $0.kind == .word }.count == 1)
    }
}
