import Model

/// What speaks for a deal and against it: the numbers that its confidence is reckoned from.
struct DealFeatures: Sendable {
    /// In the order of ``names``.
    private(set) var values: [Int]

    /// Whether the deal is told in the headline or the first paragraph.
    let isLede: Bool

    /// The names, as the table `deal_weights` has them.
    static let names = [
        "score", "generic", "from-next-sentence", "from-afar", "pronouns", "references", "figure", "votes", "events",
        "sentences", "lede", "late", "explicit-status", "unsure-status", "partnership", "acquisition", "investment",
        "financing", "power", "datacenter", "noun", "priors", "all-named", "pair", "unknown-kinds", "sum", "crowded",
        "again",
    ]

    init(_ events: [DealEvent], type: DealType, _ context: Context) {
        let best = events[0]
        let arguments = best.sides.joined()
        let paragraphs = events.indices.lazy.map {
            context.document.tokens[events[$0].trigger.tokens.lowerBound].paragraph
        }
        let first = paragraphs.min() ?? 0
        let isUnsure = best.status.status == .rumored || best.status.status == .intent
        isLede = first <= 1
        values = [
            min(35, best.score / 10), best.frame.isGeneric ? 1 : 0, best.hops == 1 ? 1 : 0, best.hops > 1 ? 1 : 0,
            Self.pronouns(of: events), arguments.count { $0.form == .nominal }, best.hasFigure ? 1 : 0,
            min(40, best.votes), min(4, events.count), Self.sentences(of: events),
            isLede ? 1 : 0, first > 4 ? 1 : 0, events.contains { $0.status.isExplicit } ? 1 : 0, isUnsure ? 1 : 0,
            type == .partnership ? 1 : 0, type == .acquisition ? 1 : 0, type == .investment ? 1 : 0,
            type == .financing ? 1 : 0, type == .power ? 1 : 0, type == .datacenter ? 1 : 0,
            best.trigger.voice == .nominal ? 1 : 0, max(-10, min(16, context.priors(best.sides, type))),
            best.hops == 0 && arguments.allSatisfy { $0.form == .name || $0.form == .descriptor } ? 1 : 0,
            best.frame.id == "pair" ? 1 : 0, min(3, arguments.count { context.entities.all[$0.entity].sort == nil }),
            events.contains { $0.money != nil } ? 1 : 0, min(3, context.crowd), min(2, context.again),
        ]
    }

    /// How many sides of the best event are pronouns, unless another event names them without help.
    private static func pronouns(of events: [DealEvent]) -> Int {
        func count(_ event: DealEvent) -> Int { event.sides.joined().count { $0.form == .pronoun } }
        let others = events.dropFirst().lazy.filter { $0.hops == 0 }.map(count)
        return min(count(events[0]), others.min() ?? .max)
    }

    /// How many sentences some events stand in; three are as good as more.
    private static func sentences(of events: [DealEvent]) -> Int {
        let first = events[0].sentence
        guard let second = events.firstIndex(where: { $0.sentence != first }) else { return 1 }
        return events[second...].contains { $0.sentence != first && $0.sentence != events[second].sentence } ? 3 : 2
    }

    /// What a deal's features are read from beside its own events.
    struct Context {
        let document: Document
        let entities: Entities
        let priors: PartyPriors
        /// How many other deals its first sentence tells.
        let crowd: Int
        /// How many stronger deals have the same parties.
        let again: Int

        func priors(_ sides: [[DealEvent.Argument]], _ type: DealType) -> Int {
            sides.indices.reduce(0) { sum, side in
                sum + (sides[side].lazy.map { priors.weight($0.entity, type, side: side) }.max() ?? 0)
            }
        }
    }
}
