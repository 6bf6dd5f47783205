import Model

/// Reads the processors and systems that deals move.
struct AllocationReader: Sendable {
    private let lexicon: ProcessorLexicon
    private let stages: CueTable<StageRole>

    init(_ stages: CueTable<StageRole>, _ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        self.stages = stages
        lexicon = try ProcessorLexicon(tables, &gazetteer)
    }

    /// The entities that make processors.
    func makers(in entities: Entities) -> Set<Int> {
        Set(entities.all.indices.filter { lexicon.vendors.contains(entities.all[$0].name) })
    }

    /// The allocations of each deal, in text order.
    func allocations(_ context: FieldContext) -> [[Reading<Allocation>]] {
        let groups = ProcessorGroups(lexicon, stages, context).all()
        return AllocationRows(lexicon, stages, context, groups).read()
    }
}
