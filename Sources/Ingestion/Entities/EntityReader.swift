/// Finds companies, people, places and projects, known and unknown, and links names, descriptors and pronouns to them.
struct EntityReader: Sendable {
    private let lexicon: EntityLexicon

    /// Compiles the catalogue and the name tables into the gazetteer.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        lexicon = try EntityLexicon(tables, &gazetteer)
    }

    /// Who and what a text is about.
    func entities(of document: Document) -> Entities {
        let cues = document.tokens.map(lexicon.cues)
        var finder = NameRunFinder(document, lexicon, cues: cues)
        finder.find()
        let memory = NameMemory(document, finder.runs, NameWeigher(finder: finder))
        var builder = EntityBuilder(document, lexicon, finder.runs, memory)
        var entities = builder.build()
        ReferenceReader(document: document, lexicon: lexicon, cues: cues).link(&entities)
        EmployerReader(document: document, lexicon: lexicon, cues: cues).link(&entities)
        return entities
    }
}
