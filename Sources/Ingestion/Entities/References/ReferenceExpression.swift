/// A noun or pronoun of which the rules do not tell whom it means, as the ranker looks at it.
struct ReferenceExpression {
    /// What it is in its clause.
    enum Sort: Int, CaseIterable, Sendable {
        /// A pronoun with a verb behind it: "it bought".
        case subject
        /// "its", "son".
        case possessive
        /// "the chipmaker", "ce groupe".
        case noun
        /// "the tenant": a noun that tells what part somebody plays for another.
        case part
        /// "le japonais".
        case people
    }

    let sort: Sort
    /// The words that become the mention.
    let tokens: Range<Int>
    /// Its noun, and where that is.
    let noun: CompanyNoun?
    let head: Int
    /// Where whom it means is at home, as the words say.
    let home: Home?
    let gender: Gender
    /// Whether it is possessive itself, or a possessive sign follows.
    let isPossessive: Bool
}
