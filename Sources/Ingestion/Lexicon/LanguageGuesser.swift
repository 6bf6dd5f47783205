/// Tells the language of a text by its commonest small words, those of languages that cannot be read among them: a
/// neighbour of a language that can ("de", "la", "en") must not pass for it.
struct LanguageGuesser: Sendable {
    /// The languages that list a word, a bit each.
    private let words: WordMap<UInt64>
    /// The languages that can be read; those that cannot have the bits behind theirs.
    private let languages: [String]
    private let count: Int

    /// Reads the tables `stopwords` of each language and `other_languages` of all.
    ///
    /// - Throws: ``LexiconError`` for a missing table, or where there are more than 64 languages.
    init(_ files: LanguageFiles) throws(LexiconError) {
        var words = WordMap<UInt64>()
        func add(_ word: String, _ language: Int) {
            let hash = Folding.hash(word)
            words[hash] = (words[hash] ?? 0) | 1 << UInt64(language)
        }
        languages = files.languages
        for (index, language) in languages.enumerated() {
            for row in try files.tables(for: language).own("stopwords") { add(row[0], index) }
        }
        var count = languages.count
        for row in try files.tables(for: "common").common("other_languages") {
            guard count < UInt64.bitWidth else { throw row.unknown(row[0]) }
            for word in row.list(1) { add(word, count) }
            count += 1
        }
        self.words = words
        self.count = count
    }

    /// The language whose small words make up at least a tenth of the first words, a tenth more than those of any other
    /// language; `nil` where none does, or it is one that cannot be read.
    func language(of tokens: [Token]) -> String? {
        var counts = [Int].filled(with: 0, count: count)
        var total = 0
        counts.withUnsafeMutableBufferPointer { counts in
            for index in 0..<min(tokens.count, Self.sample) where tokens[index].kind == .word {
                total += 1
                guard var found = words[tokens[index].hash] else { continue }
                while found != 0 {
                    counts[found.trailingZeroBitCount] &+= 1
                    found &= found &- 1
                }
            }
        }
        guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] > 0 else { return nil }
        let second = counts.indices.lazy.filter { $0 != best }.map { counts[$0] }.max() ?? 0
        let isSure = counts[best] * 10 >= total && counts[best] * 10 >= second * 11
        return isSure && best < languages.count ? languages[best] : nil
    }

    /// How many tokens are looked at: enough for any article, whatever stands at its head.
    private static let sample = 2000
}
