import Model

/// Words that mean an organisation without its name: "the company", "its supplier", "le japonais", "it".
///
/// The entity reader links those that are plain by themselves. The others wait for what their sentence tells: a buyer
/// is sought among those who may buy.
final class Reference: Sendable {
    /// Somebody named before whom the words fit.
    struct Candidate: Sendable {
        let entity: Int
        /// Whether the words tell more than "company", and the company is known to be such.
        let isSure: Bool
    }

    /// With the determiner.
    let tokens: Range<Int>
    let isPronoun: Bool
    /// The roles that the noun itself tells: "tenant".
    let roles: [Role]
    /// Whether a possessive stands before it: "its supplier".
    let isOwned: Bool
    /// Whose it is, where that is known.
    let owner: Int?
    /// Whom it means, by the rules or by a guess.
    let antecedent: Int?
    /// Whom it may mean, last named first; `nil` for anybody named before.
    let candidates: [Candidate]?
    /// Whether a possessive sign follows.
    let possessive: Bool

    init(
        tokens: Range<Int>, isPronoun: Bool, roles: [Role], isOwned: Bool, owner: Int?, antecedent: Int?,
        candidates: [Candidate]?, possessive: Bool
    ) {
        self.tokens = tokens
        self.isPronoun = isPronoun
        self.roles = roles
        self.isOwned = isOwned
        self.owner = owner
        self.antecedent = antecedent
        self.candidates = candidates
        self.possessive = possessive
    }
}
