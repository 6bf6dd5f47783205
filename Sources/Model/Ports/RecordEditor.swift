/// Who changes a record by hand, and why.
public struct Editor: Hashable, Sendable {
    /// The name of the person or of the token used.
    public var name: String
    /// Why, in their words.
    public var reason: String?

    /// An editor.
    public init(name: String, reason: String? = nil) {
        self.name = name
        self.reason = reason
    }
}

/// What an edit does to one field.
public enum FieldEdit<Value: Hashable & Sendable>: Hashable, Sendable {
    /// Leaves it to the sources.
    case keep
    /// Sets it.
    case set(Value)
    /// States that it has none.
    case clear
}

/// Whether a person has looked at a record.
public enum ReviewState: String, CaseIterable, Hashable, Sendable {
    case unreviewed, confirmed, rejected
}

/// A correction of a deal; what an editor sets holds against all articles, until another editor changes it.
public struct DealEdit: Hashable, Sendable {
    public var type: FieldEdit<DealType> = .keep
    public var status: FieldEdit<DealStatus> = .keep
    public var parties: FieldEdit<[Party]> = .keep
    public var value: FieldEdit<Money> = .keep
    public var term: FieldEdit<Term> = .keep
    public var power: FieldEdit<PowerCapacity> = .keep
    public var announcedOn: FieldEdit<Day> = .keep
    public var purposes: FieldEdit<[Purpose]> = .keep
    public var allocations: FieldEdit<[Allocation]> = .keep
    public var review: FieldEdit<ReviewState> = .keep

    /// An edit that changes nothing.
    public init() {}
}

/// A correction of a company.
public struct CompanyEdit: Hashable, Sendable {
    /// The name to show.
    public var name: FieldEdit<String> = .keep
    /// Names to answer to, beside those known.
    public var addedAliases: [String] = []
    /// The id of the company that owns it.
    public var parent: FieldEdit<String> = .keep
    public var country: FieldEdit<String> = .keep
    public var kind: FieldEdit<String> = .keep

    /// An edit that changes nothing.
    public init() {}
}

/// Corrects records. Every call adds assertions and returns when they are on disk.
///
/// `expecting` is the version that the editor has seen; the calls throw ``StoreError/conflict(version:)`` where the record
/// has moved on, ``StoreError/notFound`` or ``StoreError/merged(into:)`` where there is no such record, and the errors of
/// ``ArticleStore/ingest(_:)``.
public protocol RecordEditor: Sendable {
    /// Corrects a deal.
    ///
    /// - Throws: ``StoreError/invalid(_:)`` where the deal would be impossible.
    func editDeal(_ id: String, _ edit: DealEdit, expecting: Int?, by: Editor) async throws(StoreError) -> StoredRecord
    /// Adds a deal that no article tells; its id.
    func addDeal(_ deal: Deal, by: Editor) async throws(StoreError) -> String
    /// Takes a deal out of all lists; its history stays.
    func retractDeal(_ id: String, expecting: Int?, by: Editor) async throws(StoreError)
    /// Declares a deal to be the same as another one, which takes over its assertions.
    ///
    /// - Throws: ``StoreError/refused(_:)`` for a deal and itself.
    func mergeDeal(_ id: String, into other: String, expecting: Int?, by: Editor) async throws(StoreError)
        -> StoredRecord
    /// Moves what some articles say of a deal to a deal of its own; the id of that.
    ///
    /// - Throws: ``StoreError/refused(_:)`` where that would leave one of the two without a source.
    func splitDeal(_ id: String, articles: [String], expecting: Int?, by: Editor) async throws(StoreError) -> String
    /// Corrects a company.
    ///
    /// - Throws: ``StoreError/refused(_:)`` where a company would own itself.
    func editCompany(_ id: String, _ edit: CompanyEdit, expecting: Int?, by: Editor) async throws(StoreError)
        -> StoredRecord
    /// Declares a company to be the same as another one, which takes over its names and records.
    ///
    /// - Throws: ``StoreError/refused(_:)`` for a company and itself.
    func mergeCompany(_ id: String, into other: String, expecting: Int?, by: Editor) async throws(StoreError)
        -> StoredRecord
    /// Takes a merge of a company back.
    ///
    /// - Throws: ``StoreError/notFound`` for a company that was not merged.
    func unmergeCompany(_ id: String, by: Editor) async throws(StoreError) -> StoredRecord
}
