/// Finds companies, people, places and projects, known and unknown, and links names, descriptors and pronouns to them.
struct EntityReader: Sendable {
    private let tables: Shared<EntityLexicon>

    /// Compiles the catalogue and the name tables into the gazetteer.
    init(
        _ tables: Tables, _ names: CommonNames, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        self.tables = Shared(try EntityLexicon(tables, names, &gazetteer))
    }

    /// The common nouns for companies, by their rows.
    var companyNouns: [CompanyNoun] { tables.value.nouns }

    /// Who and what a text is about; `listing` takes down what is seen of its nouns and pronouns.
    func entities(of document: Document, listing: ReferenceListing? = nil) -> Entities {
        let cues = tables.value.cues(of: document)
        var finder = NameRunFinder(document, tables, cues: cues)
        finder.find()
        let memory = NameMemory(document, finder.runs, NameWeigher(finder: finder))
        var entities = EntityBuilder(document, tables, finder.runs, memory).build()
        entities.settle(document)
        GovernmentReader(document: document, tables: tables, cues: cues).link(&entities)
        HomeReader(document: document, tables: tables, cues: cues).settle(&entities)
        ReferenceReader(document: document, tables: tables, cues: cues, listing: listing).link(&entities)
        EmployerReader(document: document, tables: tables, cues: cues).link(&entities)
        return entities
    }
}
