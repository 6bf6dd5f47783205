import Model

/// The nouns that tell what a deal moves, from the table `objects`.
struct ObjectNouns: Sendable {
    private var entries: [(type: DealType, weight: Int)] = []
    private var forms: FormLexicon

    /// Compiles the table into the gazetteer.
    init(
        _ tables: Tables, _ paradigms: Paradigms, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        var (types, weights) = (ColumnWords<DealType>(), ColumnWords<Int>())
        let rows = try tables.own("objects")
        forms = FormLexicon(.object, count: rows.count)
        for row in rows {
            let type = try types.value(of: 2, in: row, DealType.init)
            let weight = try weights.value(of: 3, in: row) { Int($0) }
            try forms.add(column: 0, paradigm: 1, row: entries.count, from: row, paradigms, &gazetteer)
            entries.append((type, weight))
        }
    }

    /// The nouns of a text, by first token, without those that are part of a company's name.
    /// `makers` are the companies of the catalogue that the text names, by row.
    func nouns(
        of document: Document, _ entities: Entities, _ marks: ClauseMarks, makers: EntityRows
    ) -> [ObjectNoun] {
        var nouns: [ObjectNoun] = []
        for hit in document.hits(of: .object) {
            if nouns.isEmpty { nouns.reserveCapacity(Self.usual) }
            guard forms.features(hit, in: document) != nil else { continue }
            if let mention = entities.mention(at: hit.first), entities.all[mention.entity].kind != .product { continue }
            nouns.append(
                ObjectNoun(
                    tokens: hit.tokens, type: entries[hit.row].type, weight: entries[hit.row].weight,
                    governor: governor(of: hit.first, document, marks)))
        }
        for mention in entities.mentions where entities.all[mention.entity].kind == .product {
            let brand = document.hit(at: mention.tokens.lowerBound, .brand)
            let sort = brand.flatMap { makers[$0.row] }.flatMap { entities.all[$0].sort }
            // A cloud's service is computing, a lab's model is licensed.
            let type: DealType = sort == "cloud" ? .compute : sort == "lab" ? .partnership : .hardware
            nouns.append(
                ObjectNoun(
                    tokens: mention.tokens, type: type, weight: Self.product,
                    governor: governor(of: mention.tokens.lowerBound, document, marks)))
        }
        nouns.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        let isPlain = nouns.indices.dropFirst().allSatisfy { index in
            nouns[index].tokens != nouns[index - 1].tokens || nouns[index].type != nouns[index - 1].type
        }
        return isPlain ? nouns : Self.distinct(nouns)
    }

    /// As many nouns as most texts have.
    private static let usual = 16

    /// The nouns without those that say less for the same type by the same words: two rows may spell one alike.
    private static func distinct(_ nouns: [ObjectNoun]) -> [ObjectNoun] {
        var distinct: [ObjectNoun] = []
        for noun in nouns {
            guard let last = distinct.last, last.tokens == noun.tokens, last.type == noun.type else {
                distinct.append(noun)
                continue
            }
            if noun.weight > last.weight { distinct[distinct.count - 1] = noun }
        }
        return distinct
    }

    /// What the name of a processor, system, service or model says for its type.
    private static let product = 3

    /// The preposition that governs a noun, a few words before it, and where it stands.
    private func governor(of first: Int, _ document: Document, _ marks: ClauseMarks) -> (slot: Slot, token: Int)? {
        var index = first - 1
        while index >= 0, first - index <= 4, document.tokens[index].sentence == document.tokens[first].sentence {
            if let slot = marks.slots[index] { return (slot, index) }
            guard document.tokens[index].kind == .word || document.tokens[index].kind == .hyphen else { return nil }
            index -= 1
        }
        return nil
    }
}

/// A noun that tells what a deal moves.
struct ObjectNoun: Sendable {
    let tokens: Range<Int>
    let type: DealType
    let weight: Int
    /// The preposition that governs it, and where it stands.
    var governor: (slot: Slot, token: Int)?

    /// Whether it only tells where something happens: "at four sites".
    var isPlace: Bool {
        guard type == .datacenter, let slot = governor?.slot else { return false }
        return slot == .in || slot == .at || slot == .from || slot == .for
    }

    /// Whether it tells where the goods before it go, or what for: "for its data centres", "to power its campus".
    func isDestination(of goods: Range<Int>) -> Bool {
        guard let governor, governor.token >= goods.upperBound else { return false }
        return switch governor.slot {
        case .for, .to, .into: true
        case .in, .at, .on: type == .datacenter
        default: false
        }
    }
}

/// How much the nouns around a trigger speak for each type of deal.
struct ObjectVotes: Sendable {
    /// By the places of the types: two vectors, since what holds one of eight is taken from the slow part of the heap.
    private var first = SIMD4<Int32>()
    private var second = SIMD4<Int32>()

    subscript(_ type: DealType) -> Int {
        get { Int(type.index < 4 ? first[type.index] : second[type.index - 4]) }
        set {
            if type.index < 4 { first[type.index] = Int32(newValue) } else { second[type.index - 4] = Int32(newValue) }
        }
    }

    /// What they say for the type that they say most for.
    var most: Int { Int(max(first.max(), second.max())) }

    /// Counts the nouns of a window: near ones in the trigger's clause three times, others of its sentence once. The
    /// first of those behind it is its object, which counts for more if it is goods, and where that goes for less.
    init(_ nouns: ArraySlice<ObjectNoun>, around trigger: Range<Int>, _ marks: ClauseMarks, _ weights: ReadingWeights) {
        var object: Range<Int>?
        for noun in nouns {
            let first = noun.tokens.lowerBound
            // What is said of a company in passing tells nothing of the deal.
            let there = marks.insertions[first]
            if there >= 0, there != marks.insertions[trigger.lowerBound] { continue }
            let distance = min(marks.distance(first, trigger.lowerBound), marks.distance(first, trigger.upperBound))
            let borders = marks.borders(first, trigger.lowerBound)
            let near =
                (distance <= weights[.nearNoun] ? 1 : 0)
                + (distance <= weights[.clauseNoun] && borders <= weights[.clauseNounBorders] ? 1 : 0)
            // What stands behind the trigger is more often its object.
            let isBehind = first >= trigger.upperBound && borders <= 1
            let isDestination = isBehind && object.map(noun.isDestination) ?? false
            var share = noun.isPlace ? weights[.placeNoun] : 100
            var count = 1 + near + (isBehind ? 1 : 0)
            if isDestination { share = min(share, weights[.destinationNoun]) }
            if isBehind, object == nil, !noun.isPlace {
                object = noun.tokens
                if noun.type.isSupply, noun.weight > Self.vague { count += weights[.objectNoun] }
            }
            let vote = noun.weight * share / 100 * count
            self[noun.type] += vote
            // Who lets processors sells computing: the kinds of the parties tell.
            if noun.type == .hardware { self[.compute] += vote * weights[.hardwareForCompute] / 100 }
        }
    }

    /// Up to this weight a noun may name goods of many types: "units".
    private static let vague = 2

    /// Adds what the nouns of the sentences around say, for less.
    mutating func add(around nouns: ArraySlice<ObjectNoun>, _ weights: ReadingWeights) {
        for noun in nouns { self[noun.type] += noun.weight * weights[.neighbourNoun] / 100 }
    }
}

extension DealType {
    /// Its place among all types.
    var index: Int {
        switch self {
        case .compute: 0
        case .hardware: 1
        case .datacenter: 2
        case .power: 3
        case .investment: 4
        case .financing: 5
        case .acquisition: 6
        case .partnership: 7
        }
    }
}
