import Model

/// Reads the processors and systems that deals move.
struct AllocationReader: Sendable {
    private let lexicon: ProcessorLexicon
    private let stages: CueTable<StageRole>

    init(_ stages: CueTable<StageRole>, _ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        self.stages = stages
        lexicon = try ProcessorLexicon(tables, &gazetteer)
    }

    /// The names of those who make processors.
    var makers: Set<String> { lexicon.vendors }

    /// The allocations of each deal, in text order.
    func allocations(_ context: FieldContext) -> [[Reading<Allocation>]] {
        guard context.tells(\.movesProcessors) else { return context.candidates.indices.map { _ in [] } }
        let groups = ProcessorGroups(lexicon, stages, context).all()
        return AllocationRows(lexicon, stages, context, groups).read()
    }
}
