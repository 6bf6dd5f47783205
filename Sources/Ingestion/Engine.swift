import Model

/// The extraction engine: rules and lexicons, no weights. It is immutable and may be used from many threads.
public struct Engine: ArticleReader {
    public let version = "1"

    private let readers: [String: LanguageReader]
    private let guesser: LanguageGuesser
    private let plain: Tokenizer

    /// Compiles the language data.
    ///
    /// - Throws: ``LexiconError`` with file and line.
    public init(_ files: LanguageFiles) throws(LexiconError) {
        var readers: [String: LanguageReader] = [:]
        for language in files.languages { readers[language] = try LanguageReader(files.tables(for: language)) }
        self.readers = readers
        guesser = try LanguageGuesser(files)
        var elisions: Set<UInt64> = []
        for language in files.languages {
            for row in try files.tables(for: language).own("elisions") { elisions.insert(Folding.hash(row[0])) }
        }
        plain = Tokenizer(elisions: elisions)
    }

    public func read(_ text: [UInt8], published: Day?, language: String?) -> Extraction {
        guard let code = language ?? guess(text), let reader = readers[code] else {
            var extraction = Extraction(language: nil, published: published)
            extraction.warnings = [
                ReadingWarning(
                    code: "language-unsupported",
                    detail:
                        "the text is not in a language that can be read (\(readers.keys.sorted().joined(separator: ", ")))"
                )
            ]
            return extraction
        }
        return reader.read(text, published: published)
    }

    /// The literals of a text, by place: for checking how amounts and dates are read.
    ///
    /// `reference` is the day that "yesterday" is reckoned from. The answer is empty where the language is not known.
    public func literals(in text: [UInt8], language: String?, reference: Day?) -> [LiteralFinding] {
        guard let code = language ?? guess(text), let reader = readers[code] else { return [] }
        return reader.literals(in: text, reference: reference)
    }

    /// The language of a text, or `nil` where it cannot be told.
    private func guess(_ text: [UInt8]) -> String? {
        guesser.language(of: text.withUnsafeBufferPointer { plain.tokens(of: $0) })
    }
}
