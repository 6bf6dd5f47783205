/// The tables that attribution needs.
struct SpeechLexicon: Sendable {
    /// What a word of `speech.tsv` does.
    enum Use: String, Sendable {
        /// "said": somebody is its subject.
        case verb
        /// "according to": somebody follows.
        case source
        /// "to add", "ajouter": in front of a quotation it says that somebody goes on.
        case infinitive
        /// "verdict", "réponse": what somebody said.
        case noun
        /// "then", "puis": at the head of a few words before a quotation, the same one goes on.
        case again
    }

    private var uses: [Use] = []
    private var pronouns: [Pronoun] = []
    private var definite = WordSet()
    private var infinitives = WordSet()
    private var nouns = WordSet()
    private var again = WordSet()
    private var naming = WordSet()
    private var genitive = WordSet()

    /// Compiles `speech.tsv`; the pronouns are compiled with the names.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        for row in try tables.own("speech") {
            guard let use = Use(rawValue: try row.required(1, "use")) else { throw row.unknown(row[1]) }
            switch use {
            case .verb, .source:
                for form in row.list(0) { gazetteer.add(form, .speech, row: uses.count) }
            case .infinitive: for form in row.list(0) { infinitives.insert(Folding.hash(form)) }
            case .noun: for form in row.list(0) { nouns.insert(Folding.hash(form)) }
            case .again: for form in row.list(0) { again.insert(Folding.hash(form)) }
            }
            uses.append(use)
        }
        for row in try tables.own("name_cues") {
            switch NameCue(rawValue: row[0]) {
            case .definite: for word in row.list(1) { definite.insert(Folding.hash(word)) }
            case .named: for word in row.list(1) { naming.insert(Folding.hash(word)) }
            case .genitive, .contracted: for word in row.list(1) { genitive.insert(Folding.hash(word)) }
            default: break
            }
        }
        for row in try tables.own("pronouns") { pronouns.append(try Pronoun(row)) }
    }

    /// Whether a word is a definite article.
    func isDefinite(_ token: Token) -> Bool { definite.contains(token.hash) }

    /// Whether a word is the infinitive of a verb of speech.
    func isInfinitive(_ token: Token) -> Bool { infinitives.contains(token.hash) }

    /// Whether a word is a noun for what somebody said.
    func isNoun(_ token: Token) -> Bool { nouns.contains(token.hash) }

    /// Whether a word says that somebody goes on speaking.
    func isAgain(_ token: Token) -> Bool { again.contains(token.hash) }

    /// Whether a word says whose something is: "of", "du".
    func isGenitive(_ token: Token) -> Bool { genitive.contains(token.hash) }

    /// Whether the name of a thing follows a word: "called", "intitulée".
    func names(_ token: Token) -> Bool { naming.contains(token.hash) }

    func use(_ hit: Hit) -> Use { uses[hit.row] }

    func pronoun(_ hit: Hit) -> Pronoun { pronouns[hit.row] }
}
