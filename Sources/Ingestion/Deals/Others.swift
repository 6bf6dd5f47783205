/// Those whom somebody cannot be, since they are on the other side of a deal.
enum Others {
    case nobody
    case one(Int)
    /// Those whom the names of a group mean.
    case named([EntityMention])
    case some([Int])

    var isNobody: Bool {
        if case .nobody = self { true } else { false }
    }

    /// Whether an entity is among them.
    func contains(_ entity: Int) -> Bool { contains { $0 == entity } }

    /// Whether something holds of one of them.
    func contains(where holds: (Int) -> Bool) -> Bool {
        switch self {
        case .nobody: false
        case .one(let entity): holds(entity)
        case .named(let mentions): mentions.contains { holds($0.entity) }
        case .some(let entities): entities.contains(where: holds)
        }
    }
}
