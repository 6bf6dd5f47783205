/// Tells the language of a text by its commonest small words.
struct LanguageGuesser: Sendable {
    private let words: WordMap<Int>
    private let languages: [String]

    init(_ files: LanguageFiles) throws(LexiconError) {
        var words: [UInt64: Int] = [:]
        languages = files.languages
        for (index, language) in languages.enumerated() {
            for row in try files.tables(for: language).own("stopwords") {
                words[Folding.hash(row[0])] = words[Folding.hash(row[0])] == nil ? index : -1
            }
        }
        self.words = WordMap(words.filter { $0.value >= 0 })
    }

    /// The language whose small words make up at least a tenth of the first words, twice as many as those of any
    /// other; `nil` where none does.
    func language(of tokens: [Token]) -> String? {
        var counts = [Int](repeating: 0, count: languages.count)
        var total = 0
        for token in tokens.prefix(Self.sample) where token.kind == .word {
            total += 1
            if let language = words[token.hash] { counts[language] += 1 }
        }
        guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] > 0 else { return nil }
        let second = counts.enumerated().filter { $0.offset != best }.map(\.element).max() ?? 0
        return counts[best] * 10 >= total && counts[best] >= 2 * second ? languages[best] : nil
    }

    /// How many tokens are looked at: enough for any article, whatever stands at its head.
    private static let sample = 2000
}
