import Model

/// A word that states a tie: "subsidiary", "rival", "owns", "backed".
struct RelationCue: Sendable {
    enum Form: String, Sendable {
        /// "A, a subsidiary of B"; "B's subsidiary A".
        case noun
        /// "A competes with B".
        case verb
        /// "A, backed by B"; "B-backed A".
        case participle
    }

    let form: Form
    let predicate: Relationship.Predicate
    /// Whether the predicate holds from the complement to the bearer of the cue ("A, parent of B").
    let isInverse: Bool
    /// What must stand before the complement; empty for a direct object.
    let prepositions: Set<RelationWord>
    /// Part of the rule id: the form as the table has it first.
    let name: String

    /// The tie between who bears the cue and its complement.
    func tie(bearer: String, complement: String) -> Relationship? {
        isInverse
            ? try? Relationship(subject: complement, predicate: predicate, object: bearer)
            : try? Relationship(subject: bearer, predicate: predicate, object: complement)
    }
}

/// Small words that hold a tie together.
enum RelationWord: String, Sendable, CaseIterable {
    case of, by, with, from, to, on
    /// "is", "remains", "became".
    case copula
    /// "among", "one of".
    case among
    /// "include", "counts".
    case include
    /// "whose".
    case whose
    /// "which", "who".
    case which
    /// "and", "or", "as well as".
    case and
    /// Articles and the like, which stand before a noun.
    case determiner
    /// "its", "their".
    case own
    /// Words before a verb that is only planned: "to", "would".
    case intended
    /// A word that makes the tie untrue: "not", "former".
    case void
}
