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

    /// How many sentences back a party was taken from; 0 where the sentence names all.
    var hops = 0

    /// Whether its word says that its subject takes part in something with others.
    var joinsOthers: Bool { frame.weight(.subject, side: 0) >= 9 && frame.weight(.in, side: 1) >= 8 }

    /// Its score, less where its word may tell nearly any deal.
    var rank: Int { score - (frame.isGeneric ? 60 : 0) }

    /// Whether both sides are known.
    var isComplete: Bool { sides.allSatisfy { !$0.isEmpty } }

    /// The entities of both sides.
    var entities: Set<Int> { Set(sides.joined().map(\.entity)) }
}
