import Model

/// All that deals are read by: frames, triggers, nouns of goods, words of status, priors of roles. It never changes, and all
/// readers of deals hold on to the same one.
final class DealLexicon: Sendable {
    let frames: Frames
    let triggers: Triggers
    let objects: ObjectNouns
    let status: StatusWords
    let priors: RolePriors
    let confidence: DealConfidence
    let weights: ReadingWeights
    let review: ReviewModel
    let reviewTrees: ReviewTrees
    let reviewNames: ReviewNames
    /// The common nouns for companies ("landlord"), by their rows.
    let companyNouns: [CompanyNoun]

    /// Compiles the tables into the gazetteer, which has the nouns for companies.
    init(
        _ tables: Tables, _ paradigms: Paradigms, _ companyNouns: [CompanyNoun], _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        self.companyNouns = companyNouns
        frames = try Frames(tables)
        triggers = try Triggers(tables, frames, paradigms, &gazetteer)
        objects = try ObjectNouns(tables, paradigms, &gazetteer)
        status = try StatusWords(tables, paradigms, &gazetteer)
        priors = try RolePriors(tables)
        confidence = try DealConfidence(tables)
        weights = try ReadingWeights(tables)
        review = try ReviewModel(tables)
        reviewTrees = try ReviewTrees(try tables.common("review_trees"))
        reviewNames = ReviewNames(frames)
    }
}
