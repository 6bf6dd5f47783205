/// How much the places where a name stands speak for each kind of thing.
struct NameEvidence: Sendable {
    var organisation = 0
    /// Weak hints of an organisation, which many places do not make stronger.
    var hint = 0
    var person = 0
    /// What a first name adds for a person, which many places do not make stronger.
    var firstName = 0
    var place = 0
    /// A project, product or event.
    var other = 0
    var media = 0
    var government = 0
    /// The sort of organisation, where the name or an apposition tells it.
    var sort: String?
    /// Whether it stands inside a sentence, where a capital tells something.
    var inside = false

    mutating func add(_ more: NameEvidence) {
        organisation += more.organisation
        hint = max(hint, more.hint)
        person += more.person
        firstName = max(firstName, more.firstName)
        place += more.place
        other += more.other
        media += more.media
        government += more.government
        sort = sort ?? more.sort
        inside = inside || more.inside
    }

    mutating func add(_ kind: Entity.Kind, _ weight: Int) {
        switch kind {
        case .organisation: organisation += weight
        case .person: person += weight
        case .place: place += weight
        case .product, .project: other += weight
        case .media: media += weight
        case .government: government += weight
        }
    }

    /// The kind that most speaks for, or `nil` where too little does.
    var kind: Entity.Kind? {
        let organisation = organisation + hint
        let person = person + firstName
        let best = max(organisation, person, place, other, media, government)
        guard best >= (inside ? 1 : Self.leastAtHead) else { return nil }
        if person == best { return .person }
        if government == best { return .government }
        if place == best { return .place }
        if other == best { return .project }
        return media == best ? .media : .organisation
    }

    /// A word that only begins sentences is a name where this much speaks for it.
    private static let leastAtHead = 3
}
