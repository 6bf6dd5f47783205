/// A company in a role of a deal.
public struct Party: Hashable, Sendable {
    /// The name a reference work would use, or the fullest form of the source.
    public let company: String
    /// Other names that count as right: brand, parent.
    public let also: [String]
    /// What it does in the deal.
    public let role: Role

    /// A party.
    ///
    /// - Throws: ``ModelError/blank`` for a name without letters.
    public init(company: String, also: [String] = [], role: Role) throws(ModelError) {
        guard company.contains(where: { !$0.isWhitespace }) else { throw .blank }
        self.company = company
        self.also = also
        self.role = role
    }
}
