import Model

/// All that deals are read by: frames, triggers, nouns of goods, words of status, priors of roles.
struct DealLexicon: Sendable {
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
    /// The roles that the common nouns for companies tell ("landlord"), by their rows.
    let companyRoles: [[Role]]
    /// Which of those nouns alone mean nobody ("unit", "customer"), by their rows.
    let companyTies: [Bool]

    /// Compiles the tables into the gazetteer.
    init(
        _ tables: Tables, _ paradigms: Paradigms, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
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
        let nouns = try tables.own("company_nouns")
        companyRoles = nouns.map { $0.list(5).compactMap(Role.init) }
        companyTies = nouns.map { !$0[4].isEmpty }
    }
}
