/// Makes entities and their mentions of the names of a text.
struct EntityBuilder {
    let document: Document
    let tables: Shared<EntityLexicon>
    let runs: [NameRun]
    let memory: NameMemory
    private var entities = Entities()
    /// The entity of each name, once made.
    private var entityOfName: [Int?]

    init(_ document: Document, _ tables: Shared<EntityLexicon>, _ runs: [NameRun], _ memory: NameMemory) {
        self.document = document
        self.tables = tables
        self.runs = runs
        self.memory = memory
        entityOfName = .filled(with: nil, count: memory.names.count)
    }

    private var lexicon: EntityLexicon { tables.value }

    /// The entities with a mention for each name.
    consuming func build() -> Entities {
        entities.mentions.reserveCapacity(runs.count)
        entities.all.reserveCapacity(memory.names.count)
        for (number, run) in runs.enumerated() {
            let name = memory.nameOfRun[number]
            let root = memory.root(of: name)
            guard let entity = entity(root) else { continue }
            let end = run.tokens.upperBound
            let possessive = end < document.tokens.count && document.tokens[end].kind == .possessive
            entities.mentions.append(
                EntityMention(entity: entity, tokens: run.tokens, form: .name, possessive: possessive))
            if name != root { addShort(run, entity) }
        }
        PrintedNames(document, lexicon).settle(&entities)
        linkParents()
        return entities
    }

    private mutating func entity(_ root: Int) -> Int? {
        if let made = entityOfName[root] { return made }
        guard let entity = make(memory.names[root]) else { return nil }
        entities.all.append(entity)
        entityOfName[root] = entities.all.count - 1
        return entities.all.count - 1
    }

    private func make(_ name: NameMemory.Name) -> Entity? {
        switch name.source {
        case .company(let row):
            let company = lexicon.companies[row]
            let kind: Entity.Kind = company.isAuthority ? .government : .organisation
            return Entity(
                sort: company.sort, kind: kind, name: company.name, catalogueRow: row, home: company.home)
        case .media(let row): return Entity(kind: .media, name: lexicon.media[row])
        case .project(let row): return Entity(kind: .project, name: lexicon.projects[row])
        case .place(let row): return Entity(kind: .place, name: lexicon.places[row])
        case .brand, .product:
            return Entity(kind: .product, name: document.text(runs[name.firstRun].tokens))
        case .unknown:
            guard let kind = name.evidence.kind else { return nil }
            let sort = kind == .organisation ? name.evidence.sort : nil
            return Entity(sort: sort, kind: kind, name: printed(runs[name.firstRun].tokens))
        }
    }

    /// A name as printed, with single spaces.
    private func printed(_ range: Range<Int>) -> String {
        document.singleSpaced(range)
    }

    private mutating func addShort(_ run: NameRun, _ entity: Int) {
        guard entities.all[entity].kind == .organisation else { return }
        let short = printed(run.tokens)
        if short != entities.all[entity].name, !entities.all[entity].also.contains(short) {
            entities.all[entity].also.append(short)
        }
    }

    /// Links companies of the catalogue with their owners, where both are named.
    private mutating func linkParents() {
        for index in entities.all.indices {
            guard let row = entities.all[index].catalogueRow, let parent = lexicon.companies[row].parent else {
                continue
            }
            entities.all[index].parent = entities.all.lastIndex { other in
                other.catalogueRow.map { lexicon.companies[$0].id == parent } ?? false
            }
        }
    }
}
