import Model

/// A word that states a tie: "subsidiary", "rival", "owns", "backed".
struct RelationCue: Sendable {
    /// The shape of the phrase that it makes.
    enum Form: String, Sendable {
        /// "A, a subsidiary of B"; "B's subsidiary A"; "among its clients are A and C".
        case noun
        /// A noun for what shareholders are in: "B compte A à son capital".
        case capital
        /// A noun for the tie itself: "A's partnership with B", "its stake in B".
        case bond
        /// "A competes with B"; "B, que soutient A".
        case verb
        /// "A and B fight over C's clients", "A et B se disputent le marché": with each other.
        case contest
        /// A verb of owning: the share decides between a stake and a subsidiary.
        case own
        /// "A, backed by B"; "B-backed A".
        case participle
        /// Said of a product: "the chip is made by B".
        case made
        /// A verb of making: "A assembles servers for B", "A grave les puces de B".
        case making
        /// Said of goods, which must be named: "its chips come from B".
        case origin
        /// What a company's goods do for another: "A, whose chips fill B's racks".
        case goods
        /// A verb that both sides may bear ("louer à"): what kind of companies they are decides.
        case mutual
        /// "A accounts for a third of B's revenue".
        case revenue
    }

    /// The gazetteer's form numbers.
    enum Number: UInt16, Sendable {
        case singular, plural
    }

    let form: Form
    let predicate: Relationship.Predicate
    /// Whether the predicate holds from the complement to the bearer of the cue ("A, parent of B").
    let isInverse: Bool
    /// What must stand before the complement; empty for a direct object.
    let prepositions: Set<RelationWord>

    /// Whether the tie moves goods or money: with a sum or a size it is a deal.
    var isTrade: Bool {
        predicate == .customerOf || predicate == .supplierTo
    }
}

/// Small words that hold a tie together.
enum RelationWord: String, Sendable, CaseIterable {
    case of, by, with, from, to, on
    /// Other prepositions: "in", "for", "under".
    case at
    /// "is", "remains", "became".
    case copula
    /// "as", "pour": before what somebody is for somebody else; as a preposition like "to".
    case role
    /// What is traded: "chips", "electricity".
    case goods
    /// "has": what somebody has somebody for.
    case have
    /// "among", "one of".
    case among
    /// "include", "counts", "such as".
    case include
    /// "whose", "in which".
    case whose
    /// "which", "who".
    case which
    /// "and", "or", "as well as".
    case and
    /// Articles and the like, which stand before a noun.
    case determiner
    /// "this", "ce": before a noun for somebody named before.
    case this
    /// "also", "still": may stand anywhere.
    case adverb
    /// "its", "their".
    case own
    /// "it", "she", "celle-ci": somebody named before.
    case it
    /// "y", "en": in or of somebody named before.
    case there
    /// "as is", "as does", "tout comme": before somebody who does the same.
    case echo
    /// "him", "lui": to somebody named before.
    case him
    /// Words before a verb that is only planned: "to", "would".
    case intended
    /// A word that makes the tie untrue: "not", "former".
    case void
    /// "until last year", "previously": before what no longer holds, further off than the others.
    case past
    /// "split", "réparti": said of capital that several have.
    case spread
    /// "percent".
    case percent
    /// A part of a company: "stake", "quarter".
    case part
    /// "majority", "all".
    case most
    /// "revenue", "sales".
    case revenue
    /// The whole of which a share is a part: "capital", "stock", "voting rights".
    case capital
    /// "the rest", "le solde": the shares that are somebody else's.
    case rest
    /// "both", "the two companies": the two that were named before.
    case both

    /// Whether it is a preposition.
    var isPreposition: Bool {
        switch self {
        case .of, .by, .with, .from, .to, .on, .at, .among, .role: true
        default: false
        }
    }
}
