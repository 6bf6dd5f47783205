/// The tables that attribution needs.
struct SpeechLexicon: Sendable {
    /// What a word of `speech.tsv` does.
    enum Use: String, Sendable {
        /// "said": somebody is its subject.
        case verb
        /// "according to": somebody follows.
        case source
    }

    private var uses: [Use] = []
    private var pronouns: [Pronoun] = []
    private var definite = WordSet()

    /// Compiles `speech.tsv`; the pronouns are compiled with the names.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        for row in try tables.own("speech") {
            guard let use = Use(rawValue: try row.required(1, "use")) else { throw row.unknown(row[1]) }
            for form in row.list(0) { gazetteer.add(form, .speech, row: uses.count) }
            uses.append(use)
        }
        for row in try tables.own("name_cues") where row[0] == NameCue.definite.rawValue {
            for word in row.list(1) { definite.insert(Folding.hash(word)) }
        }
        for row in try tables.own("pronouns") { pronouns.append(try Pronoun(row)) }
    }

    /// Whether a word is a definite article.
    func isDefinite(_ token: Token) -> Bool { definite.contains(token.hash) }

    func use(_ hit: Hit) -> Use { uses[hit.row] }

    func pronoun(_ hit: Hit) -> Pronoun { pronouns[hit.row] }
}
