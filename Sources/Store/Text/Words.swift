/// Words as the search knows them: folded, without elided articles, reduced to what French and English inflection leave
/// in common (`signé`, `signed`, `signing`, `signent` all become `sign`). Crude on purpose: both sides of a search use
/// the same reduction, so that it only has to be the same, not right.
///
/// A word is letters `a` to `z` and digits: what the full-text index would cut in two is no word to it but a phrase, which
/// an index without positions refuses. Signs within a word are left out (`AT&T` is `att`), a `+` parts words, and letters
/// beyond those that are folded stand as the hexadecimal digits of their UTF-8.
enum Words {
    /// The words of a text, apart by spaces.
    static func indexed(_ text: String) -> [UInt8] {
        indexed(Array(text.utf8))
    }

    /// The words of a text in UTF-8, apart by spaces.
    static func indexed(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        TextKeys.forEachWord(of: text) { add($0, to: &result) }
        return result
    }

    /// Adds the stems of a folded word to words apart by spaces.
    static func add(_ word: ArraySlice<UInt8>, to result: inout [UInt8]) {
        if word.allSatisfy(isPlain) { return addStem(word, to: &result) }
        for part in word.split(separator: UInt8(ascii: "+")) { addStem(plain(part)[...], to: &result) }
    }

    /// An FTS5 expression for texts with all words of a question, or `nil` where it has no word.
    static func expression(for question: String) -> String? {
        let terms = indexed(question).split(separator: 0x20).map { "\"" + String(decoding: $0, as: UTF8.self) + "\"" }
        return terms.isEmpty ? nil : terms.joined(separator: " ")
    }

    private static func addStem(_ word: ArraySlice<UInt8>, to result: inout [UInt8]) {
        word.withUnsafeBufferPointer { letters in
            let length = stemLength(letters)
            guard length > 0 else { return }
            if !result.isEmpty { result.append(0x20) }
            result.append(contentsOf: letters[..<length])
        }
    }

    /// Whether a byte is a small letter or digit of ASCII.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }

    /// A word in letters and digits of ASCII.
    private static func plain(_ word: ArraySlice<UInt8>) -> [UInt8] {
        word.flatMap { byte in
            if isPlain(byte) { return [byte] }
            return byte < 0x80 ? [] : [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)

    /// How many letters of a folded word its stem has; none for a single letter, as elision leaves it (`l'accord`).
    private static func stemLength(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        guard word.count > 1 || word.first.map({ (0x30...0x39).contains($0) }) == true else { return 0 }
        guard word.count > 3, word.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word.count }
        var length = word.count
        func ends(with ending: StaticString) -> Bool {
            let count = ending.utf8CodeUnitCount
            return (0..<count).allSatisfy { word[length - count + $0] == ending.utf8Start[$0] }
        }
        if length > 5, ends(with: "ies") {
            length -= 3
        } else if ends(with: "s") || ends(with: "x") {
            length -= 1
        }
        if length > 4, ends(with: "y") { length -= 1 }
        if let ending = endings.first(where: { length >= $0.utf8CodeUnitCount + 4 && ends(with: $0) }) {
            length -= ending.utf8CodeUnitCount
        }
        while length > 3, ends(with: "e") { length -= 1 }
        if length > 3, word[length - 1] == word[length - 2] { length -= 1 }
        return length
    }

    /// Endings of inflection, longest first.
    private static let endings: [StaticString] = ["ing", "ent", "ed", "er", "ez"]
}
