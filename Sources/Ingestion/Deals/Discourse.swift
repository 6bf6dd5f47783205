import Model

/// Who a text is speaking of, and what deals it has told so far: finds whom a noun, a pronoun or nothing at all means
/// where a frame wants a party.
struct Discourse {
    let document: Document
    let entities: Entities
    let priors: RolePriors
    let weights: ReadingWeights
    /// The company that the article speaks of most.
    let protagonist: Int?
    /// Companies that are named once, as the employer of somebody who speaks.
    let bystanders: Set<Int>
    /// Tokens of nouns of goods.
    private let goods: TokenSet
    /// Tokens of hardware and of products.
    private let wares: TokenSet
    private let marks: ClauseMarks
    /// Complete events of the sentences before, latest last.
    private(set) var told: [DealEvent] = []
    /// Who had which role in them, once for each event.
    private var parts: [Part] = []

    init(
        document: Document, entities: Entities, priors: RolePriors, weights: ReadingWeights, goods: TokenSet,
        wares: TokenSet, marks: ClauseMarks
    ) {
        self.goods = goods
        self.wares = wares
        self.marks = marks
        self.document = document
        self.entities = entities
        self.priors = priors
        self.weights = weights
        protagonist = Self.protagonist(of: document, entities)
        bystanders = Self.bystanders(entities)
    }

    /// Takes note of what a sentence told.
    mutating func note(_ events: [DealEvent]) {
        told += events
        if told.count > Self.memory { told.removeFirst(told.count - Self.memory) }
        guard !events.isEmpty else { return }
        parts = told.flatMap { event in
            Set(
                event.sides.indices.flatMap { side in
                    event.sides[side].map { Part(entity: $0.entity, role: event.type.role(ofSide: side)) }
                })
        }
    }

    private struct Part: Hashable {
        let entity: Int
        let role: Role
    }

    /// How many events are remembered.
    private static let memory = 24

    /// What the search for a party is for.
    struct Place {
        /// The first token of the words, or of the trigger where there are none.
        let token: Int
        let type: DealType
        /// 0 or 1.
        let side: Int
        /// Entities that it cannot be: the other side.
        var excluding: Set<Int> = []
    }

    struct Answer {
        let entity: Int
        let score: Int
        /// How much less speaks for the next one.
        let margin: Int
    }

    /// The company that is most likely meant, or `nil` where nobody is.
    func answer(_ reference: Reference?, at place: Place) -> Answer? {
        var best: (entity: Int, score: Int)?
        var second = Int.min
        for candidate in candidates(reference, before: place.token) {
            guard let score = score(candidate, reference, place) else { continue }
            if score > best?.score ?? .min {
                second = best?.score ?? .min
                best = (candidate.entity, score)
            } else {
                second = max(second, score)
            }
        }
        guard let best, best.score >= 0 else { return nil }
        return Answer(entity: best.entity, score: best.score, margin: second == .min ? 100 : best.score - second)
    }
}

extension Discourse {
    private struct Candidate {
        let entity: Int
        var isSure = false
        /// Sentences since it was last named.
        var distance: Int
        /// The first token of its last name; `nil` for the protagonist named long ago.
        var token: Int?
        /// Its place among those named last: 0 is the latest.
        var order: Int
    }

    /// Those who may be meant: the ones that fit the words, else all named in the last sentences.
    private func candidates(_ reference: Reference?, before token: Int) -> [Candidate] {
        let sentence = Int(document.tokens[token].sentence)
        var found: [Candidate] = []
        found.reserveCapacity(16)
        // At most ``window``: looking through them is faster than hashing them.
        var seen: [Int] = []
        let allowed = reference?.candidates.map { Dictionary($0.map { ($0.entity, $0.isSure) }) { one, _ in one } }
        var index = entities.mentionIndex(from: token)
        let floor = max(0, index - Self.window)
        while index > floor {
            index -= 1
            let mention = entities.mentions[index]
            let kind = entities.all[mention.entity].kind
            guard kind == .organisation || kind == .government, !bystanders.contains(mention.entity), !isMaker(mention),
                !seen.contains(mention.entity)
            else { continue }
            seen.append(mention.entity)
            if let allowed, allowed[mention.entity] == nil { continue }
            let distance = sentence - Int(document.tokens[mention.tokens.lowerBound].sentence)
            guard distance <= Self.reach || mention.entity == protagonist else { continue }
            found.append(
                Candidate(
                    entity: mention.entity, isSure: allowed?[mention.entity] ?? false, distance: distance,
                    token: mention.tokens.lowerBound, order: found.count))
        }
        if let protagonist, !seen.contains(protagonist), token > 0,
            allowed.map({ $0[protagonist] != nil }) ?? true
        {
            found.append(Candidate(entity: protagonist, distance: Self.reach + 1, order: found.count))
        }
        return found
    }

    /// Whether a name only tells who makes the goods: "Nvidia chips", "puces Nvidia", "puces de Nvidia".
    private func isMaker(_ mention: EntityMention) -> Bool {
        let first = mention.tokens.lowerBound
        if first > 1, marks.slots[first - 1] == .of, wares.contains(first - 2) { return true }
        return [mention.tokens.upperBound, first - 1].contains {
            (goods.contains($0) && document.hit(at: $0, .trigger) == nil) || wares.contains($0)
        }
    }

    /// How many mentions back somebody is looked for.
    private static let window = 60
    /// How many sentences back.
    private static let reach = 4

    private func score(_ candidate: Candidate, _ reference: Reference?, _ place: Place) -> Int? {
        let entity = candidate.entity
        // An owner may have become one by this very deal.
        let mayOwn = place.type == .acquisition || place.type == .investment
        guard !place.excluding.contains(entity), mayOwn || !isFamily(entity, place.excluding) else { return nil }
        guard reference?.owner != entity else { return nil }
        if reference == nil, candidate.distance == 0, isAside(candidate, place.token) { return nil }
        var score =
            weights[.latest] - weights[.recency] * min(candidate.distance, Self.reach)
            - min(candidate.order, weights[.orderCap])
        score += topicScore(entity, place.token) * (reference?.isPronoun ?? false ? weights[.pronounTopic] : 100) / 100
        if entity == protagonist { score += reference == nil ? weights[.protagonistForNobody] : weights[.protagonist] }
        score += habit(entity, place)
        if reference == nil, candidate.distance == 0 { score += weights[.namedHere] }
        if candidate.isSure { score += weights[.sureKind] }
        if reference?.antecedent == entity { score += weights[.antecedentOfWords] }
        score += roleScore(entity, reference, place)
        score += weights[.discoursePrior] * priors.weight(entities.all[entity], place.type, side: place.side)
        return score
    }

    /// Whether somebody is only named in an aside that a token is not in.
    private func isAside(_ candidate: Candidate, _ token: Int) -> Bool {
        guard let there = candidate.token, marks.insertions[there] >= 0 else { return false }
        return marks.insertions[there] != marks.insertions[token]
    }

    /// What it says for somebody that this sentence, or the last one that is about somebody, is about it.
    private func topicScore(_ entity: Int, _ token: Int) -> Int {
        let sentence = Int(document.tokens[token].sentence)
        if entities.topics[sentence] == entity, isNamed(entity, in: document.sentences[sentence].lowerBound..<token) {
            return weights[.topicHere]
        }
        let paragraph = document.tokens[token].paragraph
        for before in stride(from: sentence - 1, through: max(0, sentence - Self.reach), by: -1) {
            let isSame = document.tokens[document.sentences[before].lowerBound].paragraph == paragraph
            guard let topic = entities.topics[before] else { continue }
            return topic == entity
                ? (isSame
                    ? weights[.topicBefore] - weights[.topicFading] * (sentence - before) : weights[.topicElsewhere])
                : 0
        }
        return 0
    }

    private func isNamed(_ entity: Int, in range: Range<Int>) -> Bool {
        entities.mentions(in: range).contains { $0.entity == entity }
    }

    /// What the part that the words give somebody, or the deals told before, say for an entity.
    private func roleScore(_ entity: Int, _ reference: Reference?, _ place: Place) -> Int {
        let roles = reference?.roles ?? []
        guard !roles.isEmpty else {
            return told.suffix(3).contains { $0.names(entity) } ? weights[.toldOf] : 0
        }
        let others = reference?.owner.map { place.excluding.union([$0]) } ?? place.excluding
        for event in told.reversed() {
            for (side, arguments) in event.sides.enumerated() where arguments.contains(where: { $0.entity == entity }) {
                guard roles.contains(event.type.role(ofSide: side)) else { continue }
                let isTheirs = event.sides[1 - side].contains { others.contains($0.entity) }
                return isTheirs ? weights[.sameRoleWith] : weights[.sameRole]
            }
        }
        return -weights[.noSuchRole]
    }

    /// How often the article has told that somebody is on such a side.
    private func habit(_ entity: Int, _ place: Place) -> Int {
        let part = Part(entity: entity, role: place.type.role(ofSide: place.side))
        let times = parts.count { $0 == part }
        return min(weights[.habitCap], weights[.habit] * times)
    }

    /// Whether an entity owns one of several, or belongs to one.
    private func isFamily(_ entity: Int, _ others: Set<Int>) -> Bool {
        others.contains { entities.all[$0].parent == entity || entities.all[entity].parent == $0 }
    }

    private static func bystanders(_ entities: Entities) -> Set<Int> {
        let employers = Set(entities.all.compactMap(\.affiliation))
        var counts: [Int: Int] = [:]
        for mention in entities.mentions where employers.contains(mention.entity) {
            counts[mention.entity, default: 0] += 1
        }
        return employers.filter { counts[$0] ?? 0 <= 1 }
    }

    /// The company with the most mentions, those of the headline and the first paragraph counted twice; it must have a
    /// quarter of all.
    private static func protagonist(of document: Document, _ entities: Entities) -> Int? {
        var counts = [Int](repeating: 0, count: entities.all.count)
        for mention in entities.mentions where mention.form == .name || mention.form == .descriptor {
            guard entities.all[mention.entity].kind == .organisation else { continue }
            counts[mention.entity] += document.tokens[mention.tokens.lowerBound].paragraph <= 1 ? 2 : 1
        }
        guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return nil }
        return counts[best] * 4 >= counts.reduce(0, +) ? best : nil
    }
}
