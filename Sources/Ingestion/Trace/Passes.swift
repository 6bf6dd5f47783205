import Model

/// What every stage made of one text.
struct Passes {
    let document: Document
    let literals: [Literal]
    let entities: Entities
    /// The literals that an estimate took, by index.
    let estimated: LiteralSet
    /// The words of those who speak for a company.
    let voices: [Voice]
    /// The deals before their fields.
    let candidates: [DealCandidate]
    let extraction: Extraction
}
