import HTTPCore
import Model

/// A list of one kind of record: how the store is asked for it.
struct RecordList<Field: QueryField>: Sendable {
    /// The path that it answers.
    let path: String
    /// A page of it.
    let page: @Sendable (any RecordReader, RecordQuery<Field>) throws(StoreError) -> RecordPage
    /// How many records it has.
    let count: @Sendable (any RecordReader, RecordQuery<Field>) throws(StoreError) -> Int
    /// How its records divide by a field, where that can be asked.
    var facets: (@Sendable (any RecordReader, RecordQuery<Field>, Field) throws(StoreError) -> [FacetCount])?
}

extension RecordList<DealField> {
    static let deals = RecordList(
        path: "/deals",
        page: { reader, query throws(StoreError) in try reader.deals(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) },
        facets: { reader, query, field throws(StoreError) in try reader.facets(query, by: field) })
}

extension RecordList<CompanyField> {
    static let companies = RecordList(
        path: "/companies",
        page: { reader, query throws(StoreError) in try reader.companies(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) })
}

extension RecordList<AllocationField> {
    static let allocations = RecordList(
        path: "/allocations",
        page: { reader, query throws(StoreError) in try reader.allocations(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) })
}

extension RecordList<RelationshipField> {
    static let relationships = RecordList(
        path: "/relationships",
        page: { reader, query throws(StoreError) in try reader.relationships(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) })
}

extension RecordList<EstimateField> {
    static let estimates = RecordList(
        path: "/estimates",
        page: { reader, query throws(StoreError) in try reader.estimates(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) })
}

extension RecordList<StatementField> {
    static let statements = RecordList(
        path: "/statements",
        page: { reader, query throws(StoreError) in try reader.statements(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) })
}

extension RecordList<ArticleField> {
    static let articles = RecordList(
        path: "/articles",
        page: { reader, query throws(StoreError) in try reader.articles(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) })
}
