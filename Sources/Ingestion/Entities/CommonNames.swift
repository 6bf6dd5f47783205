/// The names that are the same in all languages, and the words that tell what a name names.
struct CommonNames: Sendable {
    private(set) var companies: [CatalogueCompany] = []
    /// Names of media and projects, by the row of their layer.
    private(set) var media: [String] = []
    private(set) var projects: [String] = []
    /// All of them with their other names, for the gazetteer.
    private(set) var entries = Gazetteer.Entries()
    private(set) var heads = WordMap<[OrganisationHead]>()
    private(set) var firstNames = WordSet()
    private(set) var legalSuffixes = WordSet()
    /// Says whom nouns and pronouns mean.
    let ranker: ReferenceRanker

    /// Reads the tables.
    ///
    /// - Throws: ``LexiconError``.
    init(_ tables: Tables) throws(LexiconError) {
        ranker = try ReferenceRanker(try tables.common("references"))
        for row in try tables.common("organisation_heads") {
            let head = try OrganisationHead(row)
            row.forEachPart(of: 0) { heads.merge([head], at: Folding.hash($0), +) }
        }
        firstNames = try WordSet(tables.common("first_names"))
        legalSuffixes = try WordSet(tables.common("legal_suffixes"))
        try addCompanies(tables)
        try addOthers(tables)
    }

    private mutating func addCompanies(_ tables: Tables) throws(LexiconError) {
        let rows = try tables.common("companies")
        companies.reserveCapacity(rows.count)
        for row in rows {
            let index = companies.count
            companies.append(try CatalogueCompany(row))
            let rule: Gazetteer.CaseRule = row.has("exact", in: 3) ? .exact : .capital
            guard rule == .exact || row.isEmpty(3) || row.has("any", in: 3) else { throw row.unknown(row[3]) }
            row.withBytes(of: 1) { entries.add($0, .company, row: index, rule) }
            row.forEachPart(of: 2) { entries.add($0, .company, row: index, rule) }
            row.forEachPart(of: 8) { entries.add($0, .brand, row: index, .capital) }
            row.forEachPart(of: 9) { entries.add($0, .descriptor, row: index, .any) }
            row.forEachPart(of: 10) { entries.add($0, .descriptor, row: index, .any) }
        }
    }

    private mutating func addOthers(_ tables: Tables) throws(LexiconError) {
        for row in try tables.common("media") {
            row.withBytes(of: 0) { entries.add($0, .media, row: media.count, .capital) }
            row.forEachPart(of: 1) { entries.add($0, .media, row: media.count, .capital) }
            media.append(row[0])
        }
        for row in try tables.common("projects") {
            row.withBytes(of: 0) { entries.add($0, .project, row: projects.count, .capital) }
            row.forEachPart(of: 1) { entries.add($0, .project, row: projects.count, .capital) }
            projects.append(row[0])
        }
        for row in try tables.common("other_names") {
            row.forEachPart(of: 0) { entries.add($0, .project, row: projects.count, .capital) }
            projects.append(row.list(0).first ?? "")
        }
        for row in try tables.common("products") {
            func add(_ name: UnsafeBufferPointer<UInt8>) {
                if name.count > 1 { entries.add(name, .product, row: 0, .capital) }
            }
            row.withBytes(of: 0, add)
            row.forEachPart(of: 4, add)
        }
    }
}
