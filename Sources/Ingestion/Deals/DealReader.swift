import Model

/// Finds deals: trigger frames with their arguments, typed by what moves, merged within the article.
struct DealReader: Sendable {
    let lexicon: DealLexicon
    let clauses: ClauseReader
    private let backers: BackerReader

    /// Compiles the tables of triggers, objects and clauses into the gazetteer.
    init(
        _ tables: Tables, _ common: CommonDeals, _ paradigms: Paradigms, _ companyNouns: [CompanyNoun],
        _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        lexicon = try DealLexicon(tables, common, paradigms, companyNouns, &gazetteer)
        clauses = try ClauseReader(tables, paradigms, &gazetteer)
        backers = try BackerReader(tables, &gazetteer)
    }

    /// The deals of the text, merged, without their fields. `excluded` are literals that an estimate took, `voices` the words
    /// of those who speak for a company.
    func deals(
        of document: Document, entities: Entities, literals: [Literal], excluded: LiteralSet,
        voices: [Voice] = [], published: Day? = nil
    ) -> [DealCandidate] {
        guard let context = context(document, entities, literals, excluded, voices, published) else { return [] }
        return MakerReader(context: context).settled(backers.completed(reviewer(context).reviewed(), context))
    }

    /// Goes over what the triggers of a text tell.
    func reviewer(_ context: DealContext) -> DealReviewer {
        let reader = EventReader(context)
        let (deals, told) = DealMerger(
            literals: context.literals, document: context.document, entities: context.entities,
            priors: context.priors, frames: lexicon.frames, confidence: lexicon.confidence, weights: lexicon.weights
        ).candidates(reader.events())
        return DealReviewer(deals, told: told, reader.triggers, context)
    }

    /// What the triggers of the text tell, each by itself.
    func events(
        of document: Document, entities: Entities, literals: [Literal], excluded: LiteralSet,
        voices: [Voice] = [], published: Day? = nil
    ) -> [DealEvent] {
        context(document, entities, literals, excluded, voices, published).map { EventReader($0).events() } ?? []
    }

    /// What the text offers to its triggers; `nil` where no deal can stand in it.
    func context(
        _ document: Document, _ entities: Entities, _ literals: [Literal], _ excluded: LiteralSet, _ voices: [Voice],
        _ published: Day?
    ) -> DealContext? {
        guard !document.tokens.isEmpty, !entities.mentions.isEmpty else { return nil }
        let marks = clauses.marks(of: document, entities)
        return DealContext(
            document: document, entities: entities, literals: literals, excluded: excluded,
            published: published, marks: marks,
            speakers: SpeakerReader(voices, of: document, entities, marks), lexicon: lexicon)
    }

    /// The same of a text that was read.
    func context(of passes: Passes) -> DealContext? {
        context(
            passes.document, passes.entities, passes.literals, passes.estimated, passes.voices,
            passes.extraction.published)
    }
}
