/// A standing tie between two companies that an article states, apart from its deals.
public struct Relationship: Hashable, Sendable {
    /// How the subject stands to the object.
    public enum Predicate: String, CaseIterable, Hashable, Sendable {
        case investorIn = "investor_in"
        case partnerOf = "partner_of"
        case competitorOf = "competitor_of"
        case customerOf = "customer_of"
        case supplierTo = "supplier_to"
        case subsidiaryOf = "subsidiary_of"

        /// Whether it holds both ways.
        public var isSymmetric: Bool {
            self == .partnerOf || self == .competitorOf
        }
    }

    /// The company that stands in the relation.
    public let subject: String
    /// How.
    public let predicate: Predicate
    /// The company to which it stands.
    public let object: String

    /// A relationship.
    ///
    /// - Throws: ``ModelError/blank`` for an empty name, ``ModelError/reflexive`` for one company twice.
    public init(subject: String, predicate: Predicate, object: String) throws(ModelError) {
        guard !subject.isEmpty, !object.isEmpty else { throw .blank }
        guard subject != object else { throw .reflexive }
        self.subject = subject
        self.predicate = predicate
        self.object = object
    }
}
