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

    /// Compiles the tables of a language into the gazetteer, which has the nouns for companies.
    init(
        _ tables: Tables, _ common: CommonDeals, _ paradigms: Paradigms, _ companyNouns: [CompanyNoun],
        _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        self.companyNouns = companyNouns
        frames = common.frames
        triggers = try Triggers(tables, frames, paradigms, &gazetteer)
        objects = try ObjectNouns(tables, paradigms, &gazetteer)
        status = try StatusWords(tables, paradigms, &gazetteer)
        priors = common.priors
        confidence = common.confidence
        weights = common.weights
        review = ReviewModel(own: try ReviewRows(try tables.own("review")), common: common.review)
        reviewTrees = common.reviewTrees
        reviewNames = common.reviewNames
    }
}
