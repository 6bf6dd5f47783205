/// Writes folded records in the form that the API answers with: the port that the API implements, so that the store keeps
/// wire JSON without knowing a name of it. Pure: the same record gives the same bytes. Each result is one JSON object
/// without line breaks.
public protocol RecordRenderer: Sendable {
    /// Changes whenever the same record would be written otherwise; the store then renders its records anew.
    var version: String { get }

    func deal(_ deal: FoldedDeal) -> [UInt8]
    func company(_ company: FoldedCompany) -> [UInt8]
    func allocation(_ allocation: FoldedAllocation) -> [UInt8]
    func relationship(_ relationship: FoldedRelationship) -> [UInt8]
    func estimate(_ estimate: FoldedEstimate) -> [UInt8]
    func statement(_ statement: FoldedStatement) -> [UInt8]
    func article(_ article: FoldedArticle) -> [UInt8]
}
