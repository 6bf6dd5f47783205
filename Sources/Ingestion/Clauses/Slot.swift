/// Where an argument of a frame stands: its place in the active clause, or the kind of preposition before it.
enum Slot: String, CaseIterable, Sendable {
    case subject, object
    /// Directly behind the verb, before another object.
    case indirect
    case by, with, to, from, of, `for`, `in`, into, at, on, between
    /// "led by", "provided by": the head of a group.
    case led
    /// Before a noun, possessive.
    case owner
    /// Before a noun, as part of it.
    case compound
    /// One of two names that are joined before a noun.
    case link
    /// The owner of the goods that a verb moves: "took 80 MW of X's campus".
    case goods
    /// "owned by", "run by": behind goods, whose they are.
    case held
    /// A preposition that no frame wants.
    case like
}
