import Model

/// A deal before its fields are read: what it is, who takes part, and where the text speaks of it.
struct DealCandidate: Sendable {
    struct Party: Sendable {
        /// The index of the entity.
        var entity: Int
        var role: Role
        /// The words that name it in its role.
        var tokens: Range<Int>
    }

    var type: DealType
    var status: DealStatus
    var parties: [Party]
    /// Where the text speaks of it, the most telling place first: a clause or sentence each.
    var anchors: [Anchor]
    /// The sum, where the frame itself took it as an argument: the index of a literal.
    var value: Int?
    /// The id of the rule that found it.
    var rule: String
    /// 0 to 1000.
    var confidence: Int
    /// What the confidence is reckoned from.
    var features: DealFeatures?

    /// A stretch of text that is about the deal.
    struct Anchor: Sendable {
        /// The clause or sentence.
        var tokens: Range<Int>
        /// The trigger: "signed", "contrat".
        var trigger: Range<Int>
        /// Whether it tells the deal (a frame with arguments) or only refers to it ("the contract").
        var tells: Bool
    }
}
