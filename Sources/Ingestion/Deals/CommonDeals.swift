/// What deals are read by in all languages: frames, priors of roles, weights, and what reviews them without a word of a
/// language.
struct CommonDeals: Sendable {
    let frames: Frames
    let priors: RolePriors
    let confidence: DealConfidence
    let weights: ReadingWeights
    let review: ReviewRows
    let reviewTrees: ReviewTrees
    let reviewNames: ReviewNames

    /// Reads the tables.
    ///
    /// - Throws: ``LexiconError``.
    init(_ tables: Tables) throws(LexiconError) {
        frames = try Frames(tables)
        priors = try RolePriors(tables)
        confidence = try DealConfidence(tables)
        weights = try ReadingWeights(tables)
        review = try ReviewRows(try tables.common("review"))
        reviewTrees = try ReviewTrees(try tables.common("review_trees"))
        reviewNames = ReviewNames(frames)
    }
}
