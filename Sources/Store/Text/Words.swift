/// Words as the search knows them: folded, without elided articles, reduced to what French and English inflection leave
/// in common (`signé`, `signed`, `signing`, `signent` all become `sign`). Crude on purpose: both sides of a search use
/// the same reduction, so that it only has to be the same, not right.
enum Words {
    /// The words of a text, apart by spaces.
    static func indexed(_ text: String) -> [UInt8] {
        indexed(Array(text.utf8))
    }

    /// The words of a text in UTF-8, apart by spaces.
    static func indexed(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        TextKeys.forEachWord(of: text) { word in
            let stem = stem(word)
            guard !stem.isEmpty else { return }
            if !result.isEmpty { result.append(0x20) }
            result.append(contentsOf: stem)
        }
        return result
    }

    /// An FTS5 expression for texts with all words of a question, or `nil` where it has no word.
    static func expression(for question: String) -> String? {
        var terms: [String] = []
        TextKeys.forEachWord(of: question) { word in
            let stem = stem(word)
            if !stem.isEmpty { terms.append("\"" + String(decoding: stem, as: UTF8.self) + "\"") }
        }
        return terms.isEmpty ? nil : terms.joined(separator: " ")
    }

    /// The stem of a folded word; empty for a single letter, as elision leaves it (`l'accord`).
    static func stem(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard word.count > 1 || word.first.map({ (0x30...0x39).contains($0) }) == true else { return [] }
        guard word.count > 3, word.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
        var stem = word
        if stem.count > 5, stem.hasSuffix("ies") {
            stem = stem.dropLast(3)
        } else if stem.last == UInt8(ascii: "s") || stem.last == UInt8(ascii: "x") {
            stem = stem.dropLast()
        }
        if stem.count > 4, stem.last == UInt8(ascii: "y") { stem = stem.dropLast() }
        for ending in endings where stem.count >= ending.utf8.count + 4 && stem.hasSuffix(ending) {
            stem = stem.dropLast(ending.utf8.count)
            break
        }
        while stem.count > 3, stem.last == UInt8(ascii: "e") { stem = stem.dropLast() }
        if stem.count > 3, stem.last == stem.dropLast().last { stem = stem.dropLast() }
        return stem
    }

    /// Endings of inflection, longest first.
    private static let endings = ["ing", "ent", "ed", "er", "ez"]
}

extension ArraySlice<UInt8> {
    /// Whether it ends with these letters.
    fileprivate func hasSuffix(_ letters: String) -> Bool {
        suffix(letters.utf8.count).elementsEqual(letters.utf8)
    }
}
