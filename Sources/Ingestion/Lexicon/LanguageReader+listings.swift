import Model

extension LanguageReader {
    /// Who may have a deal with whom, with the features that the review model weighs: a line each.
    func reviewCandidates(_ text: [UInt8], published: Day?) -> String {
        guard let context = dealReader.context(of: passes(over: text, published: published)) else { return "" }
        return dealReader.reviewer(context).listing()
    }

    /// The nouns and pronouns of a text with those whom they may mean, and what the ranker sees of each.
    func references(_ text: [UInt8]) -> String {
        let listing = ReferenceListing()
        _ = entityReader.entities(of: document(text), listing: listing)
        return listing.lines
    }

    /// The deals of a text, with what is seen of how far each has come: a line each.
    func statuses(_ text: [UInt8], published: Day?) -> String {
        let passes = passes(over: text, published: published)
        let listing = StatusListing()
        _ = fieldReader.deals(
            passes.candidates, of: passes.document, entities: passes.entities, literals: passes.literals,
            excluded: passes.estimated, published: published, listing: listing)
        return listing.lines
    }

    /// The deals that a text may tell, with what the review knows of each: a line each.
    func reviewUnits(_ text: [UInt8], published: Day?) -> String {
        guard let context = dealReader.context(of: passes(over: text, published: published)) else { return "" }
        return dealReader.reviewer(context).unitListing()
    }
}
