import Testing

@testable import Ingestion

@Suite struct TokenizerTests {
    private let tokenizer = Tokenizer(elisions: WordSet(["l", "d", "qu"].map(Folding.hash)))

    private func words(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }.map {
            String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
        }
    }

    private func tokens(_ text: String) -> [Token] {
        Array(text.utf8).withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
    }

    @Test(arguments: [
        ("OpenAI's 38-billion-dollar deal", ["OpenAI", "'s", "38", "-", "billion", "-", "dollar", "deal"]),
        ("l’accord d'Amazon qu'il", ["l’", "accord", "d'", "Amazon", "qu'", "il"]),
        ("$38bn, 1.2 GW", ["$", "38", "bn", ",", "1", ".", "2", "GW"]),
        ("AMD Instinct™ MI355X®", ["AMD", "Instinct", "MI355X"]),
        ("GB200 et MI450X", ["GB200", "et", "MI450X"]),
        ("the U.S. market, S.A. and D.A. Davidson", ["the", "U.S.", "market", ",", "S.A.", "and", "D.A.", "Davidson"]),
        ("« 17,4 % »", ["«", "17", ",", "4", "%", "»"]),
        ("don't", ["don't"]),
        ("5 – 7 and 5-7", ["5", "–", "7", "and", "5", "-", "7"]),
        ("C$185m", ["C", "$", "185", "m"]),
        ("38\u{202F}Md€", ["38", "Md", "€"]),
    ])
    func `words, numbers and signs are cut`(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test func `case, accents and composition fold to one hash`() {
        let hashes = Set(tokens("Société société SOCIÉTÉ socie\u{301}te\u{301} societe").map(\.hash))
        #expect(hashes.count == 1)
        #expect(hashes.first == Folding.hash("société"))
    }

    @Test func `dotted initials fold to their letters`() {
        #expect(tokens("U.S.")[0].hash == Folding.hash("us"))
    }

    @Test func `capitals and mixtures are seen`() {
        let found = tokens("OpenAI xAI IBM gb200 École")
        #expect(found[0].flags.isSuperset(of: [.capitalised, .innerCapital]))
        #expect(found[1].flags.contains(.innerCapital) && !found[1].capitalised)
        #expect(found[2].flags.contains(.allCapitals))
        #expect(found[3].flags.contains(.mixed))
        #expect(found[4].flags.isSuperset(of: [.capitalised, .accented]))
    }

    @Test func `a hyphen joins, a dash parts`() {
        #expect(tokens("data-centre")[1].kind == .hyphen)
        #expect(tokens("data - centre")[1].kind == .dash)
        #expect(tokens("data — centre")[1].kind == .dash)
    }

    @Test func `lines are paragraphs, empty ones do not count`() {
        #expect(tokens("\n\nHead\n\n\nBody one\nBody two").map(\.paragraph) == [0, 1, 1, 2, 2])
    }

    @Test(arguments: 0..<40)
    func `tokens of any text stand in order within it and never cut a character`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let alphabet = Array("aZé9 .,'’\"«»“”-–$€%()\n\u{A0}\u{202F}œß漢😀\u{301}lL")
        let text = String((0..<300).map { _ in alphabet.randomElement(using: &random) ?? "a" })
        let bytes = Array(text.utf8)
        var last: Int32 = 0
        for token in tokens(text) {
            #expect(token.start >= last && token.end > token.start && Int(token.end) <= bytes.count)
            #expect(bytes[Int(token.start)] & 0xC0 != 0x80)
            if Int(token.end) < bytes.count { #expect(bytes[Int(token.end)] & 0xC0 != 0x80) }
            last = token.end
        }
    }

    @Test(arguments: [
        [0xC0, 0xB1], [0xC1, 0xA1], [0x80, 0xB1], [0xE0, 0x80, 0xB1], [0xF0, 0x80, 0x80, 0xB1], [0xFF], [0xC0],
    ])
    func `bytes that are no UTF-8 are never taken for ASCII`(_ bytes: [UInt8]) {
        for text in [bytes, bytes + bytes, [0x61] + bytes + [0x61], [0x31] + bytes] {
            let tokens = text.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
            #expect(tokens.count <= text.count)
            #expect(tokens.allSatisfy { $0.end > $0.start && Int($0.end) <= text.count })
        }
    }

    @Test(
        arguments: [
            [0xC0, 0xB1, 0x31], [0xE2, 0x99, 0x65, 0x80], [0xE0, 0x80, 0xB5, 0x61], [0xF0, 0x80, 0x80, 0xB5],
            [0x61, 0xE2],
            [0xC1, 0x81, 0x2E, 0x62, 0x2E], [0x61, 0xC0, 0xAE, 0x62],
        ] as [[UInt8]])
    func `bytes that are no UTF-8 come to an end, with tokens within them`(bytes: [UInt8]) {
        let tokens = bytes.withUnsafeBufferPointer { tokenizer.tokens(of: $0) }
        #expect(tokens.count <= bytes.count)
        #expect(tokens.allSatisfy { $0.start >= 0 && $0.end > $0.start && Int($0.end) <= bytes.count })
    }
}
