import Model

/// The extraction engine: rules and lexicons, and small linear models that review what they find, guess whom a noun means and
/// settle how far a deal has come. It is immutable and may be used from many threads.
public struct Engine: ArticleReader {
    public let version = "1"

    private let slots: [String: ReaderSlot]
    private let guesser: LanguageGuesser
    private let plain: Tokenizer

    /// When the tables of a language are compiled.
    public enum Compilation: Sendable {
        /// At once, all of them.
        case now
        /// With the first text in the language, or by ``Engine/compile()``: for data that tests have compiled before.
        case onDemand
    }

    /// The engine of some language data.
    ///
    /// - Throws: ``LexiconError`` with file and line; what is compiled on demand throws from ``compile()``.
    public init(_ files: LanguageFiles, _ compilation: Compilation = .now) throws(LexiconError) {
        var slots: [String: ReaderSlot] = [:]
        let common = Compiled<CommonLexicon>()
        for language in files.languages { slots[language] = ReaderSlot(files.tables(for: language), common) }
        self.slots = slots
        guesser = try LanguageGuesser(files)
        var elisions = WordSet()
        for language in files.languages {
            for row in try files.tables(for: language).own("elisions") { elisions.insert(Folding.hash(row[0])) }
        }
        plain = Tokenizer(elisions: elisions, currencies: try files.tables(for: "common").currencyCodes())
        if compilation == .now { try compile() }
    }

    /// Compiles what is not compiled yet.
    ///
    /// - Throws: ``LexiconError`` with file and line.
    public func compile() throws(LexiconError) {
        for language in slots.keys.sorted() { _ = try slots[language]?.reader() }
    }

    /// The reader of a language; broken data, which only a build without its tests can hold, ends the program.
    func reader(of language: String) -> LanguageReader? {
        guard let slot = slots[language] else { return nil }
        do {
            return try slot.reader()
        } catch {
            fatalError("the data of language \(language) is broken: \(error)")
        }
    }

    public func read(_ text: [UInt8], published: Day?, language: String?) -> Extraction {
        var cut = language == nil ? tokens(of: text) : nil
        guard let code = language ?? cut.flatMap(guesser.language), let reader = reader(of: code) else {
            var extraction = Extraction(language: nil, published: published)
            extraction.warnings = [unsupported]
            return extraction
        }
        return reader.read(text, cut: cut.take(), published: published)
    }

    private var unsupported: ReadingWarning {
        let languages = slots.keys.sorted().joined(separator: ", ")
        return ReadingWarning(
            code: "language-unsupported",
            detail: "the text is not in a language that can be read (\(languages))")
    }

    /// What each stage of the engine saw in a text, as text for people: for whoever improves the tables and rules.
    ///
    /// The same text gives the same bytes. The form is for eyes and changes from release to release.
    public func trace(_ text: [UInt8], published: Day?, language: String?) -> String {
        guard let code = language ?? guess(text), let slot = slots[code], let reader = reader(of: code) else {
            return unsupported.detail + "\n"
        }
        let passes = reader.passes(over: text, published: published)
        return Trace(reader: reader, tables: slot.tables, passes: passes).text()
    }

    /// Who may have a deal with whom in each sentence of a text, with the features that the review model weighs: a line each,
    /// for `scripts/fit-review`.
    public func reviewCandidates(_ text: [UInt8], published: Day?, language: String?) -> String {
        guard let code = language ?? guess(text), let reader = reader(of: code) else { return "" }
        return reader.reviewCandidates(text, published: published)
    }

    /// The deals that a text may tell, with what the review knows of each: a line each, for `scripts/fit-review`.
    public func reviewUnits(_ text: [UInt8], published: Day?, language: String?) -> String {
        guard let code = language ?? guess(text), let reader = reader(of: code) else { return "" }
        return reader.reviewUnits(text, published: published)
    }

    /// The nouns and pronouns of a text with those whom they may mean, for `scripts/fit-references`.
    public func references(_ text: [UInt8], language: String?) -> String {
        guard let code = language ?? guess(text), let reader = reader(of: code) else { return "" }
        return reader.references(text)
    }

    /// The deals of a text with what is seen of how far each has come, for `scripts/fit-status`.
    public func statuses(_ text: [UInt8], published: Day?, language: String?) -> String {
        guard let code = language ?? guess(text), let reader = reader(of: code) else { return "" }
        return reader.statuses(text, published: published)
    }

    /// The literals of a text, by place: for checking how amounts and dates are read.
    ///
    /// `reference` is the day that "yesterday" is reckoned from. The answer is empty where the language is not known.
    public func literals(in text: [UInt8], language: String?, reference: Day?) -> [LiteralFinding] {
        guard let code = language ?? guess(text), let reader = reader(of: code) else { return [] }
        return reader.literals(in: text, reference: reference)
    }

    /// The language of a text, or `nil` where it cannot be told.
    private func guess(_ text: [UInt8]) -> String? {
        guesser.language(of: tokens(of: text))
    }

    /// The tokens of a text whose language is not known: elided as in any of them.
    private func tokens(of text: [UInt8]) -> [Token] {
        text.withUnsafeBufferPointer { plain.tokens(of: $0) }
    }
}
