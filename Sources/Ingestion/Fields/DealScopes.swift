import Model

/// Which deals a stretch of text is about: those told or referred to in its sentence, else the last one of the
/// paragraph, else the article's main deal.
struct DealScopes: Sendable {
    /// A deal that a stretch may be about, and how likely: 0 to about 120.
    struct Claim: Sendable {
        let deal: Int
        var score: Int
        /// Whether the sentence itself tells the deal or refers to it: the words of another may speak of something else.
        var isTold = false
    }

    /// A deal in a sentence.
    struct Telling: Sendable {
        let deal: Int
        /// The clauses that speak of it.
        var clauses: [Range<Int>]
        /// The triggers.
        var triggers: [Range<Int>]
        /// The parties that no other deal of the sentence has.
        var parts: [Range<Int>] = []
        /// Whether the sentence tells the deal, or only refers to it.
        var tells: Bool
        /// Whether only its parties stand there.
        var implied = false
    }

    private let document: Document
    private let entities: Entities
    private let types: [DealType]
    private let parties: [[Int]]
    /// Whether an entity is a party of some deal.
    private let cast: [Bool]
    /// By sentence.
    private(set) var tellings: [[Telling]]
    /// The deals that the article is about: those that headline and first paragraph tell, else the first one.
    private let mains: [Int]
    /// The first sentence that tells it.
    private let opening: Int
    /// The names of those who only make what deals move: to name one tells no other story.
    private let makers: Set<String>

    init(_ candidates: [DealCandidate], document: Document, entities: Entities, makers: Set<String> = []) {
        self.makers = makers
        self.document = document
        self.entities = entities
        types = candidates.map(\.type)
        parties = candidates.map { $0.parties.map(\.entity) }
        var cast = [Bool].filled(with: false, count: entities.all.count)
        for entity in parties.joined() { cast[entity] = true }
        self.cast = cast
        tellings = Self.anchored(candidates, document)
        opening = tellings.firstIndex { !$0.isEmpty } ?? 0
        mains = Self.mains(tellings, document)
        addImplied(candidates)
        addParties()
    }

    private static func anchored(_ candidates: [DealCandidate], _ document: Document) -> [[Telling]] {
        var tellings = [[Telling]].filled(with: [], count: document.sentences.count)
        for (deal, candidate) in candidates.enumerated() {
            for anchor in candidate.anchors where !anchor.tokens.isEmpty {
                let first = anchor.trigger.isEmpty ? anchor.tokens.lowerBound : anchor.trigger.lowerBound
                let sentence = Int(document.tokens[first].sentence)
                if let at = tellings[sentence].firstIndex(where: { $0.deal == deal }) {
                    tellings[sentence][at].clauses.append(anchor.tokens)
                    if !anchor.trigger.isEmpty { tellings[sentence][at].triggers.append(anchor.trigger) }
                    tellings[sentence][at].tells = tellings[sentence][at].tells || anchor.tells
                } else {
                    tellings[sentence].append(
                        Telling(
                            deal: deal, clauses: [anchor.tokens],
                            triggers: anchor.trigger.isEmpty ? [] : [anchor.trigger], tells: anchor.tells))
                }
            }
        }
        return tellings
    }

    private static func mains(_ tellings: [[Telling]], _ document: Document) -> [Int] {
        guard let first = tellings.firstIndex(where: { !$0.isEmpty }) else { return [] }
        let head = tellings.indices.prefix { document.tokens[document.sentences[$0].lowerBound].paragraph <= 1 }
        var seen: Set<Int> = []
        var mains: [Int] = []
        for sentence in [first] + head {
            for place in tellings[sentence].indices where seen.insert(tellings[sentence][place].deal).inserted {
                mains.append(tellings[sentence][place].deal)
            }
        }
        return mains
    }

    /// Sentences that nothing anchors but that name parties of both sides of a deal are about it.
    private mutating func addImplied(_ candidates: [DealCandidate]) {
        for (index, sentence) in document.sentences.enumerated() where tellings[index].isEmpty {
            guard entities.organisations(in: sentence).count > 1 else { continue }
            let named = named(in: index)
            guard named.count > 1, named.count <= Self.most else { continue }
            var seen: [Int] = []
            for entity in named.sorted() where cast[entity] {
                var count = 0
                for deal in parties.indices where count < Self.most && parties[deal].contains(entity) {
                    count += 1
                    guard !seen.contains(deal) else { continue }
                    seen.append(deal)
                    guard Self.bothSides(candidates[deal], named) else { continue }
                    tellings[index].append(
                        Telling(deal: deal, clauses: [sentence], triggers: [], tells: true, implied: true))
                }
            }
        }
    }

    /// Whether a party of each side is among the named ones.
    private static func bothSides(_ candidate: DealCandidate, _ named: [Int]) -> Bool {
        let present = candidate.parties.filter { named.contains($0.entity) }
        guard let first = present.first, present.contains(where: { $0.entity != first.entity }) else { return false }
        return candidate.type == .partnership || present.contains { $0.role != first.role }
    }

    /// Adds the parties that tell the deals of a sentence apart.
    private mutating func addParties() {
        for (index, sentence) in document.sentences.enumerated() where !tellings[index].isEmpty {
            let here = tellings[index].map(\.deal)
            for mention in entities.organisations(in: sentence) {
                let sharing = here.count { parties[$0].contains(mention.entity) }
                guard sharing > 0, sharing < here.count || here.count == 1 else { continue }
                for at in here.indices where parties[here[at]].contains(mention.entity) {
                    tellings[index][at].parts.append(mention.tokens)
                }
            }
        }
    }

    /// The deals that may be meant at some tokens, of the types that fit, best first.
    func claims(on tokens: Range<Int>, fits: (DealType) -> Bool) -> [Claim] {
        guard !types.isEmpty else { return [] }
        let sentence = Int(document.tokens[tokens.lowerBound].sentence)
        let alone = tellings[sentence].count == 1
        let here = tellings[sentence].indices.compactMap { place -> Claim? in
            guard fits(types[tellings[sentence][place].deal]) else { return nil }
            let isBorrowed = !alone && isBorrowed(tellings[sentence][place], in: sentence)
            return Claim(
                deal: tellings[sentence][place].deal,
                score: score(tellings[sentence][place], at: tokens, alone: alone)
                    - (isBorrowed ? Self.borrowed : 0),
                isTold: !tellings[sentence][place].implied)
        }
        if !here.isEmpty { return here.count > 1 ? here.sorted(by: Self.order) : here }
        var found = lookBack(from: sentence, crowded: !tellings[sentence].isEmpty, fits: fits)
        if found.isEmpty { found = lookAhead(from: sentence, fits: fits) }
        if found.isEmpty { found = mainClaim(sentence, fits: fits) }
        return found.filter { $0.score >= Self.least }.sorted(by: Self.order)
    }

    /// Whether all the words that tell a deal here tell another one too, whose own parties stand beside them.
    private func isBorrowed(_ telling: Telling, in sentence: Int) -> Bool {
        guard telling.parts.isEmpty, !telling.triggers.isEmpty else { return false }
        return tellings[sentence].contains { other in
            other.deal != telling.deal && !other.parts.isEmpty && telling.triggers.allSatisfy(other.triggers.contains)
        }
    }

    private func score(_ telling: Telling, at tokens: Range<Int>, alone: Bool) -> Int {
        var nearest = telling.triggers.isEmpty && telling.parts.isEmpty ? 30 : Self.farthest
        func measure(_ points: [Range<Int>]) {
            for point in points {
                let distance = document.distance(document.gap(between: point, tokens), within: nearest)
                nearest = min(nearest, distance + (point.lowerBound >= tokens.upperBound ? Self.ahead : 0))
            }
        }
        measure(telling.triggers)
        measure(telling.parts)
        var score = 100 - nearest
        if alone { score = max(score, 85) }
        if telling.clauses.contains(where: { $0.lowerBound <= tokens.lowerBound && $0.upperBound >= tokens.upperBound })
        {
            score += 10
        }
        if !telling.tells { score -= 5 }
        if telling.implied { score -= 15 }
        return score
    }

    /// The last deal told before in the paragraph.
    private func lookBack(from sentence: Int, crowded: Bool, fits: (DealType) -> Bool) -> [Claim] {
        let paragraph = document.tokens[document.sentences[sentence].lowerBound].paragraph
        for step in 1...Self.reach where sentence - step >= 0 {
            let before = sentence - step
            guard document.tokens[document.sentences[before].lowerBound].paragraph == paragraph else { break }
            let deals = tellings[before].filter { fits(types[$0.deal]) }
            guard !deals.isEmpty else { continue }
            let named = named(in: sentence)
            return deals.enumerated().map { place, telling in
                var score = 64 - 7 * step + (place == deals.count - 1 ? 3 : 0) - (crowded ? 6 : 0)
                if telling.implied { score -= 6 }
                score += bonus(named, telling.deal)
                return Claim(deal: telling.deal, score: score)
            }
        }
        return []
    }

    /// The deal that the next sentences of the paragraph tell, where this one names a party of it or nobody.
    private func lookAhead(from sentence: Int, fits: (DealType) -> Bool) -> [Claim] {
        let paragraph = document.tokens[document.sentences[sentence].lowerBound].paragraph
        let named = named(in: sentence)
        for step in 1...Self.foresight where sentence + step < tellings.count {
            let after = sentence + step
            guard document.tokens[document.sentences[after].lowerBound].paragraph == paragraph else { break }
            let deals = tellings[after].filter {
                fits(types[$0.deal]) && (isOpening(sentence) || isParty(named, of: $0.deal))
            }
            guard !deals.isEmpty else { continue }
            return deals.map { Claim(deal: $0.deal, score: 52 - 5 * step + bonus(named, $0.deal)) }
        }
        return []
    }

    /// Whether nothing told before could be meant: the text has told no deal yet, or the paragraph before tells none.
    private func isOpening(_ sentence: Int) -> Bool {
        sentence <= opening || toldBefore(sentence) == nil
    }

    /// What the names of a sentence say for or against a deal.
    private func bonus(_ named: [Int], _ deal: Int) -> Int {
        let isStrange = hasStranger(named)
        if isParty(named, of: deal) { return 6 - (isStrange ? Self.strange : 0) }
        return (isCast(named) ? -16 : 0) - (isStrange ? Self.apart : 0)
    }

    /// Whether one of some entities is a party of a deal.
    private func isParty(_ named: [Int], of deal: Int) -> Bool { named.contains { parties[deal].contains($0) } }

    /// Whether one of some entities is a party of any deal.
    private func isCast(_ named: [Int]) -> Bool { named.contains { cast[$0] } }

    /// A sentence of a paragraph that tells no deal: the last deal of the paragraph before where it is a list's item,
    /// or the main deal where it names one of its parties.
    private func mainClaim(_ sentence: Int, fits: (DealType) -> Bool) -> [Claim] {
        let first = document.sentences[sentence].lowerBound
        let named = named(in: sentence)
        if document.isItem(first), let last = lastTold(before: sentence), fits(types[last]) {
            return [Claim(deal: last, score: 48 + bonus(named, last))]
        }
        guard document.tokens[first].paragraph > 0 else { return [] }
        let stranger = hasStranger(named) ? Self.strange : 0
        if let last = toldBefore(sentence), fits(types[last]), isParty(named, of: last) {
            return [Claim(deal: last, score: 46 - stranger)]
        }
        guard let main = mains.first(where: { fits(types[$0]) }), sentence > opening else { return [] }
        if isParty(named, of: main) { return [Claim(deal: main, score: 44 - stranger)] }
        let isNear = document.tokens[first].paragraph <= Self.ledeParagraphs
        return isNear && !isCast(named) && !hasStranger(named) ? [Claim(deal: main, score: 38)] : []
    }

    /// Whether somebody is named who is in no deal: the sentence may tell one that nobody has read.
    private func hasStranger(_ named: [Int]) -> Bool {
        named.contains { !cast[$0] && !makers.contains(entities.all[$0].tableName) }
    }

    /// The last deal told in the paragraph before.
    private func toldBefore(_ sentence: Int) -> Int? {
        let paragraph = document.tokens[document.sentences[sentence].lowerBound].paragraph
        for before in stride(from: sentence - 1, through: max(0, sentence - Self.listReach), by: -1) {
            let other = document.tokens[document.sentences[before].lowerBound].paragraph
            if other < paragraph - 1 { return nil }
            if other == paragraph - 1, let last = tellings[before].last { return last.deal }
        }
        return nil
    }

    /// The last deal told within the sentences of a list before.
    private func lastTold(before sentence: Int) -> Int? {
        for before in stride(from: sentence - 1, through: max(0, sentence - Self.listReach), by: -1) {
            if let last = tellings[before].last { return last.deal }
        }
        return nil
    }

    /// The companies that a sentence names, each once.
    private func named(in sentence: Int) -> [Int] {
        let mentions = entities.organisations(in: document.sentences[sentence])
        var named: [Int] = []
        if !mentions.isEmpty { named.reserveCapacity(mentions.count) }
        for mention in mentions where !named.contains(mention.entity) { named.append(mention.entity) }
        return named
    }

    private static func order(_ left: Claim, _ right: Claim) -> Bool {
        (-left.score, left.deal) < (-right.score, right.deal)
    }

    /// How much a claim loses where its words tell another deal.
    private static let borrowed = 40
    /// How much a claim loses where somebody is named who is in no deal.
    private static let strange = 8
    /// The same where none of the deal's own parties is named beside them.
    private static let apart = 24
    /// From how far away on it does not matter how far.
    private static let farthest = 50
    /// How much farther away a word behind counts than one before.
    private static let ahead = 1
    /// How many sentences back a paragraph's deal is looked for.
    private static let reach = 4
    /// How many sentences ahead.
    private static let foresight = 2
    /// How many sentences a list may have after the sentence that opens it.
    private static let listReach = 12
    /// Up to which paragraph a sentence without names is about the main deal.
    private static let ledeParagraphs: Int32 = 3
    /// The least score that a claim needs.
    private static let least = 28
    /// How many deals or names of a sentence are looked at.
    private static let most = 24
}
