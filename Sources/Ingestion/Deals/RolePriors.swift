import Model

/// Which side of a deal a kind of company is usually on, from the table `role_priors`.
struct RolePriors: Sendable {
    private var weights: [String: [Int]] = [:]

    /// Reads the table.
    ///
    /// - Throws: ``LexiconError`` for an unknown type or a weight that is no number.
    init(_ tables: Tables) throws(LexiconError) {
        for row in try tables.common("role_priors") {
            guard let type = DealType(rawValue: row[0]) else { throw row.unknown(row[0]) }
            guard let side = Int(row[2]), side == 1 || side == 2 else { throw row.unknown(row[2]) }
            guard let weight = Int(row[3]) else { throw row.unknown(row[3]) }
            var list = weights[row[1]] ?? [Int](repeating: 0, count: DealType.allCases.count * 2)
            list[type.index * 2 + side - 1] += weight
            // What speaks for one side speaks against the other.
            list[type.index * 2 + 2 - side] -= max(0, weight) / 2
            weights[row[1]] = list
        }
    }

    /// What speaks for entities of a kind on the sides of every type; `nil` where nothing is known of it.
    fileprivate func weights(of sort: String?, _ kind: Entity.Kind) -> [Int]? {
        kind == .government ? weights["government"] : sort.flatMap { weights[$0] }
    }
}

/// What the kind of each entity of a text says for the sides of deals: looked up once for the text.
final class PartyPriors: Sendable {
    /// Those of each entity behind each other; 0 where nothing is known of its kind.
    private let weights: [Int]
    private let known: EntitySet

    init(_ priors: RolePriors, of entities: Entities) {
        var weights = [Int].filled(with: 0, count: entities.all.count * Self.width)
        var known = EntitySet(in: entities.all.indices)
        for index in entities.all.indices {
            guard let own = priors.weights(of: entities.all[index].sort, entities.all[index].kind) else { continue }
            known.insert(index)
            for place in own.indices { weights[index * Self.width + place] = own[place] }
        }
        (self.weights, self.known) = (weights, known)
    }

    /// How many weights an entity has: two for each type.
    private static var width: Int { 16 }

    /// Whether anything is known of an entity's kind.
    func knows(_ entity: Int) -> Bool { known.contains(entity) }

    /// What speaks for an entity on a side, in the units of the frames' weights.
    func weight(_ entity: Int, _ type: DealType, side: Int) -> Int {
        weights[entity * Self.width + type.index * 2 + side]
    }
}
