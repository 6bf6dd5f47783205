import HTTPCore
import Model

/// A list of one kind of record: how the store is asked for it.
struct RecordList<Field: QueryField>: Sendable {
    /// The path that it answers.
    let path: String
    /// The name of the schema of its records.
    let schema: String
    /// The members that its records have.
    let members: [String]
    /// How it is written as CSV.
    let columns: [CSVColumn]
    /// A page of it.
    let page: @Sendable (any RecordReader, RecordQuery<Field>) throws(StoreError) -> RecordPage
    /// How many records it has.
    let count: @Sendable (any RecordReader, RecordQuery<Field>) throws(StoreError) -> Int
    /// How its records divide by a field, where that can be asked.
    var facets: (@Sendable (any RecordReader, RecordQuery<Field>, Field) throws(StoreError) -> [FacetCount])?
}

extension RecordList<DealField> {
    static let deals = RecordList(
        path: "/deals", schema: "Deal",
        members: [
            "id", "type", "status", "binding", "parties", "value", "term", "power_mw", "announced_on", "purposes",
            "allocations", "review", "independent_sources", "statuses", "conflicts", "lineage", "confidence", "sources",
            "evidence", "created_at", "changed_at", "version",
        ],
        columns: CSVColumn.deals,
        page: { reader, query throws(StoreError) in try reader.deals(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) },
        facets: { reader, query, field throws(StoreError) in try reader.facets(query, by: field) })
}

extension RecordList<CompanyField> {
    static let companies = RecordList(
        path: "/companies", schema: "Company",
        members: [
            "id", "name", "aliases", "parent", "country", "kind", "deals", "relationships", "created_at", "changed_at",
            "version",
        ],
        columns: CSVColumn.companies,
        page: { reader, query throws(StoreError) in try reader.companies(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) })
}

extension RecordList<AllocationField> {
    static let allocations = RecordList(
        path: "/allocations", schema: "Allocation",
        members: ["id", "product", "vendor", "unit", "min", "max", "stage", "deal", "evidence"],
        columns: CSVColumn.allocations,
        page: { reader, query throws(StoreError) in try reader.allocations(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) })
}

extension RecordList<RelationshipField> {
    static let relationships = RecordList(
        path: "/relationships", schema: "Relationship",
        members: [
            "id", "subject", "predicate", "object", "subject_id", "object_id", "confidence", "sources", "evidence",
            "created_at",
        ],
        columns: CSVColumn.relationships,
        page: { reader, query throws(StoreError) in try reader.relationships(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) })
}

extension RecordList<EstimateField> {
    static let estimates = RecordList(
        path: "/estimates", schema: "Estimate",
        members: [
            "id", "source", "subject", "region", "value", "from", "to", "confidence", "sources", "evidence",
            "created_at",
        ],
        columns: CSVColumn.estimates,
        page: { reader, query throws(StoreError) in try reader.estimates(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) })
}

extension RecordList<StatementField> {
    static let statements = RecordList(
        path: "/statements", schema: "Statement",
        members: ["id", "speaker", "affiliation", "quote", "confidence", "sources", "evidence", "created_at"],
        columns: CSVColumn.statements,
        page: { reader, query throws(StoreError) in try reader.statements(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) })
}

extension RecordList<ArticleField> {
    static let articles = RecordList(
        path: "/articles", schema: "Article",
        members: [
            "id", "title", "url", "source", "language", "published", "reprint_of", "engine", "created_at", "warnings",
        ],
        columns: CSVColumn.articles,
        page: { reader, query throws(StoreError) in try reader.articles(query) },
        count: { reader, query throws(StoreError) in try reader.count(query) })
}
