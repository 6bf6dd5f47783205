/// A small word that stands for somebody named before, as `pronouns.tsv` lists it.
struct Pronoun: Sendable {
    enum Use: String, Sendable {
        /// For a company, as the subject of a clause or in a strong position.
        case subject
        /// For a company, as the indirect object before its verb, or in a strong position: "lui".
        case indirect
        /// For a company: "its", "son".
        case possessive
        /// For the company named last: "the latter".
        case latter
        /// For the company whose name ends the sentence before: "celui-ci".
        case nearest
        /// For one of two named before, behind an article: "the former", "the second".
        case former
        case second
        /// For a person.
        case person
        case personPossessive
    }

    let use: Use
    let gender: Gender

    /// Reads a row.
    init(_ row: Row) throws(LexiconError) {
        guard let use = Use(rawValue: try row.required(1, "use")) else { throw row.unknown(row[1]) }
        guard let gender = Gender(rawValue: try row.required(2, "gender")) else { throw row.unknown(row[2]) }
        self.use = use
        self.gender = gender
    }
}
