import Model

/// What one trigger tells: a deal, before it is merged with what other triggers tell of it.
struct DealEvent {
    struct Argument {
        let entity: Int
        let tokens: Range<Int>
        let form: EntityMention.Form
    }

    var type: DealType
    /// The arguments of the first and of the second side.
    var sides: [[Argument]]
    var status: StatusReader.Reading
    var trigger: Trigger
    var frame: Frame
    var sentence: Range<Int>
    /// Tenths of the frames' weights.
    var score: Int
    /// What the nouns around say for its type.
    var votes: Int
    /// What they say for every type.
    var allVotes: ObjectVotes
    /// The sum nearest to the trigger: the index of a literal.
    var money: Int?
    var hasFigure: Bool
    /// Whether a date of months before the article stands beside it.
    var isPast = false
    /// Whether its sentence counts it apart: "11.9 billion in March and 4 billion in May".
    var isCounted = false
    /// Whether its words tell it from another deal of the same two: "a second contract".
    var isFurther = false

    /// How many sentences back a party was taken from; 0 where the sentence names all.
    var hops = 0

    /// Whether its word says that its subject takes part in something with others.
    var joinsOthers: Bool { frame.weight(.subject, side: 0) >= 9 && frame.weight(.in, side: 1) >= 8 }

    /// Whether both sides are known.
    var isComplete: Bool { !sides[0].isEmpty && !sides[1].isEmpty }

    /// Whether an entity is on a side.
    func names(_ entity: Int) -> Bool {
        sides[0].contains { $0.entity == entity } || sides[1].contains { $0.entity == entity }
    }

    /// Whether an entity of a group is on a side.
    func names(anyOf group: ArgumentGroup) -> Bool {
        group.mentions.contains { names($0.entity) }
    }

    /// Whether all that another has on its sides is on one of its sides.
    func names(allOf other: DealEvent) -> Bool {
        other.sides[0].allSatisfy { names($0.entity) } && other.sides[1].allSatisfy { names($0.entity) }
    }

    /// Whether it has an entity on a side that another has too.
    func shares(with other: DealEvent) -> Bool {
        sides.contains { $0.contains { other.names($0.entity) } }
    }

    /// Whether another names an entity of one of its sides.
    func shares(with other: DealEvent, side: Int) -> Bool { sides[side].contains { other.names($0.entity) } }

    /// The entities of both sides.
    var entities: [Int] {
        var entities: [Int] = []
        entities.reserveCapacity(sides[0].count + sides[1].count)
        for side in sides { for argument in side { entities.append(argument.entity) } }
        return entities
    }
}
