import Model

extension LanguageReader {
    /// Who may have a deal with whom, with the features that the review model weighs: a line each.
    func reviewCandidates(_ text: [UInt8], published: Day?) -> String {
        guard let context = dealReader.context(of: passes(over: text, published: published)) else { return "" }
        return dealReader.reviewer(context).listing()
    }

    /// The deals that a text may tell, with what the review knows of each: a line each.
    func reviewUnits(_ text: [UInt8], published: Day?) -> String {
        guard let context = dealReader.context(of: passes(over: text, published: published)) else { return "" }
        return dealReader.reviewer(context).unitListing()
    }
}
