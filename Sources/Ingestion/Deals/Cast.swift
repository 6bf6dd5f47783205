/// Who a text speaks of: what does not change while its deals are read.
final class Cast {
    let document: Document
    let entities: Entities
    let priors: PartyPriors
    let weights: ReadingWeights
    /// The company that the article speaks of most.
    var protagonist: Int? { entities.protagonist }
    /// Companies that are named once, as the employer of somebody who speaks.
    let bystanders: EntitySet
    /// Whom each sentence is about: as its words tell, or as the deals told before do of the noun that opens it.
    private(set) var topics: [Int?]
    /// The first sentence of each paragraph that is about somebody.
    private var heads: [Int?]
    private let marks: ClauseMarks
    /// Whether somebody who may be a party is meant by a mention, by index.
    private let isParty: [Bool]
    /// The words last asked for, with those whom they may mean.
    private var asked: [(reference: Reference, token: Int, candidates: [Candidate])] = []

    init(_ context: DealContext) {
        marks = context.marks
        document = context.document
        entities = context.entities
        topics = context.entities.topics
        heads = Self.heads(context)
        priors = context.priors
        weights = context.lexicon.weights
        bystanders = Self.bystanders(entities)
        isParty = entities.mentions.map { [bystanders, entities] mention in
            let kind = entities.all[mention.entity].kind
            return (kind == .organisation || kind == .government) && !bystanders.contains(mention.entity)
                && !Self.isMaker(mention, context)
        }
    }

    /// Whether a name only tells who makes the goods: "Nvidia chips", "puces Nvidia", "puces de Nvidia".
    static func isMaker(_ mention: EntityMention, _ context: DealContext) -> Bool {
        let first = mention.tokens.lowerBound
        if first > 1, context.marks.slots[first - 1] == .of, context.places.wares.contains(first - 2) { return true }
        func isGoods(_ token: Int) -> Bool {
            context.places.wares.contains(token)
                || context.places.goods.contains(token) && context.document.hit(at: token, .trigger) == nil
                    && context.nouns(in: token..<token + 1).allSatisfy { $0.type.isSupply || $0.type == .partnership }
        }
        // "chips made by Nvidia", "puces signées Nvidia".
        let made = first > 0 && context.marks.slots[first - 1] == .by ? first - 2 : first - 1
        if made > 0, context.marks.words[made].contains(.made), context.places.wares.contains(made - 1) { return true }
        return isGoods(mention.tokens.upperBound) || isGoods(first - 1)
    }

    private static func heads(_ context: DealContext) -> [Int?] {
        var heads = [Int?].filled(with: nil, count: context.document.paragraphs.count)
        for (number, sentence) in context.document.sentences.enumerated() {
            let paragraph = Int(context.document.tokens[sentence.lowerBound].paragraph)
            if heads[paragraph] == nil, context.entities.topics[number] != nil { heads[paragraph] = number }
        }
        return heads
    }

    private static func bystanders(_ entities: Entities) -> EntitySet {
        var bystanders = EntitySet(in: entities.all.indices)
        guard entities.all.contains(where: { $0.affiliation != nil }) else { return bystanders }
        var counts = [Int].filled(with: 0, count: entities.all.count)
        for mention in entities.mentions { counts[mention.entity] += 1 }
        for entity in entities.all {
            if let employer = entity.affiliation, counts[employer] <= 1 { bystanders.insert(employer) }
        }
        return bystanders
    }
}

extension Cast {
    /// Somebody who may be meant.
    struct Candidate {
        let entity: Int
        /// What speaks for it wherever it stands.
        let score: Int
    }

    /// Where somebody was last named.
    private struct Sighting {
        let entity: Int
        var isSure = false
        /// Sentences since then.
        let distance: Int
        /// The first token of the name; `nil` for the protagonist named long ago.
        var token: Int?
        /// The place among those named last: 0 is the latest.
        let order: Int
    }

    /// Those who may be meant at a token: the ones that fit the words, else all named in the last sentences.
    func candidates(_ reference: Reference?, before token: Int) -> [Candidate] {
        // Each trigger of a sentence asks for the same words again.
        if let reference, let known = asked.first(where: { $0.reference === reference && $0.token == token }) {
            return known.candidates
        }
        let candidates = scored(reference, before: token)
        if let reference {
            if asked.count == Self.memory { asked.removeFirst() }
            asked.append((reference, token, candidates))
        }
        return candidates
    }

    /// How many words are kept with those whom they may mean.
    private static let memory = 8

    private func scored(_ reference: Reference?, before token: Int) -> [Candidate] {
        let sightings = sightings(reference, before: token)
        var scored: [Candidate] = []
        scored.reserveCapacity(sightings.count)
        for sighting in sightings {
            guard let score = score(sighting, reference, token) else { continue }
            scored.append(Candidate(entity: sighting.entity, score: score))
        }
        return scored
    }

    private func sightings(_ reference: Reference?, before token: Int) -> [Sighting] {
        let sentence = Int(document.tokens[token].sentence)
        let allowed = reference?.candidates
        var found: [Sighting] = []
        found.reserveCapacity(8)
        var seen = EntitySet(in: entities.all.indices)
        var index = entities.mentionIndex(from: token)
        let floor = max(0, index - Self.window)
        var isOpen = protagonist != nil
        while index > floor {
            index -= 1
            guard isParty[index] else { continue }
            let mention = entities.mentions[index]
            let distance = sentence - Int(document.tokens[mention.tokens.lowerBound].sentence)
            // Before that only the protagonist is looked for.
            if distance > Self.reach, !isOpen { break }
            guard !seen.contains(mention.entity) else { continue }
            seen.insert(mention.entity)
            if mention.entity == protagonist { isOpen = false }
            var isSure = false
            if let allowed {
                guard let fit = allowed.first(where: { $0.entity == mention.entity }) else { continue }
                isSure = fit.isSure
            }
            guard distance <= Self.reach || mention.entity == protagonist else { continue }
            found.append(
                Sighting(
                    entity: mention.entity, isSure: isSure, distance: distance, token: mention.tokens.lowerBound,
                    order: found.count))
        }
        if let protagonist, isOpen, token > 0, allowed?.contains(where: { $0.entity == protagonist }) ?? true {
            found.append(Sighting(entity: protagonist, distance: Self.reach + 1, order: found.count))
        }
        return found
    }

    /// How many mentions back somebody is looked for.
    private static let window = 60
    /// How many sentences back.
    private static let reach = 4

    /// What speaks for somebody wherever it stands; `nil` where the words cannot mean it.
    private func score(_ sighting: Sighting, _ reference: Reference?, _ token: Int) -> Int? {
        let entity = sighting.entity
        guard reference?.owner != entity else { return nil }
        if reference == nil, sighting.distance == 0, isAside(sighting, token) { return nil }
        var score =
            weights[.latest] - weights[.recency] * min(sighting.distance, Self.reach)
            - min(sighting.order, weights[.orderCap])
        score += topicScore(entity, token) * (reference?.isPronoun ?? false ? weights[.pronounTopic] : 100) / 100
        if entity == protagonist { score += reference == nil ? weights[.protagonistForNobody] : weights[.protagonist] }
        if reference == nil, sighting.distance == 0 { score += weights[.namedHere] }
        if sighting.isSure { score += weights[.sureKind] }
        if let reference, antecedent(of: reference) == entity { score += weights[.antecedentOfWords] }
        return score
    }

    /// Whether somebody is only named in an aside that a token is not in.
    private func isAside(_ sighting: Sighting, _ token: Int) -> Bool {
        guard let there = sighting.token, marks.insertions[there] >= 0 else { return false }
        return marks.insertions[there] != marks.insertions[token]
    }

    /// What it says for somebody that this sentence, or the last one that is about somebody, is about it.
    private func topicScore(_ entity: Int, _ token: Int) -> Int {
        let topics = topics
        let sentence = Int(document.tokens[token].sentence)
        if topics[sentence] == entity,
            isSettled(sentence) || isNamed(entity, in: document.sentences[sentence].lowerBound..<token)
        {
            return weights[.topicHere]
        }
        for before in stride(from: sentence - 1, through: max(0, sentence - Self.reach), by: -1) {
            guard let topic = topics[before] else { continue }
            let paragraph = document.tokens[document.sentences[before].lowerBound].paragraph
            if paragraph == document.tokens[token].paragraph {
                return topic == entity ? weights[.topicBefore] - weights[.topicFading] * (sentence - before) : 0
            }
            if topic == entity { return weights[.topicElsewhere] }
            // Whoever ends a paragraph is often a bystander.
            return heads[Int(paragraph)].flatMap { topics[$0] } == entity ? weights[.paragraphHead] : 0
        }
        return 0
    }

    /// Whom a reference means by itself: a pronoun whom its sentence is about, once that is settled.
    private func antecedent(of reference: Reference) -> Int? {
        let sentence = Int(document.tokens[reference.tokens.lowerBound].sentence)
        let isTopic = reference.isPronoun && reference.antecedent == entities.topics[sentence]
        return isTopic ? topics[sentence] : reference.antecedent
    }

    private func isNamed(_ entity: Int, in range: Range<Int>) -> Bool {
        entities.mentions(in: range).contains { $0.entity == entity }
    }
}

extension Cast {
    /// The noun or pronoun for an organisation that opens a sentence, before any name.
    func opening(of sentence: Range<Int>) -> Reference? {
        guard let first = entities.references(in: sentence).first, !first.possessive else { return nil }
        let start = first.tokens.lowerBound
        guard start - sentence.lowerBound <= Self.longestFront,
            entities.organisations(in: sentence.lowerBound..<start).isEmpty
        else { return nil }
        return start <= sentence.lowerBound + 1 || marks.slots[start - 1] == nil ? first : nil
    }

    /// How many tokens may stand before what opens a sentence.
    private static let longestFront = 4

    /// Whether a name that no preposition governs follows soon, which says who it is: "the old tenant is called X".
    func isNamed(behind noun: Reference) -> Bool {
        let end = noun.tokens.upperBound
        return entities.organisations(in: end..<end + Self.longestFront).contains {
            marks.slots[$0.tokens.lowerBound - 1] == nil
        }
    }

    /// Settles whom a sentence is about.
    func settle(_ entity: Int, asTopicOf sentence: Int) {
        topics[sentence] = entity
        let paragraph = Int(document.tokens[document.sentences[sentence].lowerBound].paragraph)
        heads[paragraph] = min(heads[paragraph] ?? sentence, sentence)
    }

    /// Whether a sentence is about somebody else than its words alone tell.
    private func isSettled(_ sentence: Int) -> Bool { topics[sentence] != entities.topics[sentence] }

    /// Whom the sentence before is about, where that was settled and both stand in one paragraph.
    func settledTopic(before sentence: Int) -> Int? {
        guard sentence > 0, isSettled(sentence - 1) else { return nil }
        let (one, other) = (document.sentences[sentence - 1], document.sentences[sentence])
        let isSame = document.tokens[one.lowerBound].paragraph == document.tokens[other.lowerBound].paragraph
        return isSame ? topics[sentence - 1] : nil
    }
}
