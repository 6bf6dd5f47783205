import Model

/// Of whom the sentences of a text speak: for "its" and nouns without an owner, where nothing nearer is known.
///
/// It goes through the text from front to back: what a sentence told decides of whom the next one speaks.
final class RelationTopics {
    private let document: Document
    let entities: Entities
    private let word: (Int) -> RelationWord?
    /// How often each entity is mentioned.
    let counts: [Int]
    let trades: Trades
    private let deals: [Deal]
    /// Who plays the parts in the deals of the text that nouns were read for.
    private var players: [Role: Set<Int>] = [:]
    /// Whom the article is about, where its names make that plain; found once.
    private(set) lazy var main = Self.main(entities, document)
    /// The subject of each sentence before the one that is read, as an index of an entity, or -1.
    private(set) var subjects: [Int] = []
    /// The sentence that is read.
    private var sentence = -1
    /// Whom the sentence that is read leaves the text to speak of.
    private var kept: Int?
    /// Whom the entity reader takes pronouns to mean, and whom they mean: who is only tied to whom the text speaks of.
    private var displaced: [Int: Int] = [:]
    /// The sentence that displaced somebody last: a noun is thought to mean the other one in the next only.
    private var displacing = -1
    /// Whom the sentences before the one that is read name.
    private var seen: EntitySet
    /// The next noun or pronoun, by index.
    private var next = 0
    /// The nouns and pronouns of the sentence that is read of which the entity reader did not know whom they mean.
    private(set) var nouns: [EntityMention] = []

    /// Of the companies known so far, those of each sort that the text names most, first of all.
    var leaders: [String: [Int]] = [:]
    /// Those known since ``leaders`` was last asked for: few texts ask.
    var newcomers: [Int] = []

    /// How many sentences back a subject is still spoken of.
    static let reach = 8

    init(
        _ document: Document, _ entities: Entities, _ deals: [Deal], _ trades: Trades,
        word: @escaping (Int) -> RelationWord?
    ) {
        self.trades = trades
        self.document = document
        self.entities = entities
        self.word = word
        var counts = [Int].filled(with: 0, count: entities.all.count)
        for mention in entities.mentions { counts[mention.entity] += 1 }
        self.counts = counts
        self.deals = deals
        seen = EntitySet(in: entities.all.indices)
        subjects.reserveCapacity(document.sentences.count)
    }

    /// Who plays a part in the deals of the text.
    private func players(of role: Role) -> Set<Int> {
        if let known = players[role] { return known }
        var found: Set<Int> = []
        for deal in deals {
            for party in deal.parties where party.role == role {
                let index = entities.all.indices.first { entities.all[$0].name == party.company }
                if let index { found.insert(index) }
            }
        }
        players[role] = found
        return found
    }

    /// Whom "the target", "the buyer" may mean: who plays such a part; `nil` where the noun tells none, or nobody does.
    private func players(of roles: [Role]) -> Set<Int>? {
        guard !roles.isEmpty else { return nil }
        let players = roles.reduce(into: Set<Int>()) { $0.formUnion(self.players(of: $1)) }
        return players.isEmpty ? roles.contains(.target) ? [] : nil : players
    }

    /// Goes on to a sentence, and finds whom its nouns mean.
    func advance(to index: Int) {
        var number = sentence
        while number < index {
            if number >= 0 {
                let last = document.sentences[number]
                subjects.append(kept ?? subject(of: last))
                for mention in entities.organisations(in: last) where !isKnown(mention.entity) {
                    seen.insert(mention.entity)
                    newcomers.append(mention.entity)
                }
            }
            kept = nil
            number += 1
            sentence = number
            let named = entities.organisations(in: document.sentences[number])
            if !displaced.isEmpty { for name in named where name.form == .name { displaced[name.entity] = nil } }
            findNouns(in: document.sentences[number], named)
        }
    }

    /// Takes note of a tie that the sentence tells: who is tied to whom the text speaks of, without its name, is not
    /// what the text speaks of from there on.
    func note(_ bearer: EntityMention, _ complement: EntityMention) {
        let (spoken, other) = bearer.form == .name ? (complement, bearer) : (bearer, complement)
        guard kept == nil, spoken.form != .name, other.form == .name,
            subject(of: document.sentences[sentence]) == other.entity
        else { return }
        kept = spoken.entity
        displaced[other.entity] = spoken.entity
        displacing = sentence
    }

    /// Whether a sentence before the one that is read names or means a company.
    func isKnown(_ entity: Int) -> Bool { seen.contains(entity) }

    /// The only two companies that the sentences before name, not far back: "both", "the two".
    var lastTwo: [Int]? {
        var found: [Int] = []
        for index in stride(from: sentence - 1, through: max(0, sentence - Self.memory), by: -1) {
            let named = entities.organisations(in: document.sentences[index]).filter { $0.form == .name }
            // "A and B bought C": those two that do it.
            if found.isEmpty, named.count > 2, named[0].entity != named[1].entity,
                named[0].tokens.upperBound + 1 == named[1].tokens.lowerBound, word(named[0].tokens.upperBound) == .and
            {
                return [named[0].entity, named[1].entity]
            }
            var here: [Int] = []
            for mention in named where !found.contains(mention.entity) && !here.contains(mention.entity) {
                here.append(mention.entity)
            }
            found = here + found
            if found.count > 2 { return nil }
            if found.count == 2 { return found }
        }
        return nil
    }

    /// The only company that the sentence before names beside some.
    func lastOnly(not excluded: Set<Int>) -> Int? {
        guard sentence > 0 else { return nil }
        let last = document.sentences[sentence - 1]
        let others = entities.organisations(in: last).filter { !excluded.contains($0.entity) }
        guard let first = others.first, others.allSatisfy({ $0.entity == first.entity }) else { return nil }
        return first.entity
    }

    /// Whom the sentence before speaks of, if not one of some.
    func lastSubject(not excluded: Set<Int>) -> Int? {
        subjects.last.flatMap { $0 >= 0 && !excluded.contains($0) ? $0 : nil }
    }

    /// How many sentences back two are still "the two".
    private static let memory = 3

    /// Whether a noun surely fits the one whom it was taken to mean: "the utility", but not "the group".
    private func isSure(_ mention: EntityMention) -> Bool {
        mention.form == .nominal
            && entities.reference(at: mention.tokens.lowerBound)?.candidates?
                .contains { $0.isSure && $0.entity == mention.entity } ?? false
    }

    /// A mention, with the one whom its pronoun or noun means.
    func meant(_ mention: EntityMention) -> EntityMention {
        guard mention.form != .name, mention.form != .descriptor, let entity = displaced[mention.entity],
            mention.form == .pronoun || sentence == displacing + 1 && !isSure(mention)
        else { return mention }
        return EntityMention(
            entity: entity, tokens: mention.tokens, form: mention.form, possessive: mention.possessive)
    }

    /// The company that the sentence speaks of if it does not name it: the latest subject that the text names more than
    /// once, else the latest one; where a paragraph begins, the one that it names most.
    ///
    /// - Parameter isMain: Whether only companies that the text names often are meant: the latest of them.
    func topic(not excluded: Set<Int> = [], isMain: Bool = false) -> Int? {
        topic(isMain: isMain) { !excluded.contains($0) }
    }

    private func topic(isMain: Bool, where fits: (Int) -> Bool) -> Int? {
        let near = subjects.suffix(Self.reach).reversed().filter { $0 >= 0 && fits($0) }
        if isMain, let whole = main, fits(whole) { return whole }
        if isMain, let most = near.map({ counts[$0] }).max() { return near.first { 3 * counts[$0] >= 2 * most } }
        if opensParagraph, let most = near.map({ counts[$0] }).max() { return near.first { counts[$0] == most } }
        return near.first { counts[$0] > 1 } ?? near.first
    }

    // MARK: - The sentence

    /// Whether the sentence that is read opens its paragraph.
    private var opensParagraph: Bool {
        let first = document.sentences[sentence].lowerBound
        return first == 0 || document.tokens[first].paragraph != document.tokens[first - 1].paragraph
    }

    /// Whom a pronoun means where a paragraph begins: whom the article is about.
    var opener: Int? { opensParagraph ? main : nil }

    /// Whom the article names far more often than anybody else, in its headline and first paragraph above all.
    ///
    /// It asks for more than `Entities.protagonist`, which is one candidate among others where deals are completed: a tie has no
    /// second opinion.
    private static func main(_ entities: Entities, _ document: Document) -> Int? {
        var counts = [Int].filled(with: 0, count: entities.all.count)
        for mention in entities.mentions
        where mention.form == .name && entities.all[mention.entity].kind == .organisation {
            counts[mention.entity] += document.tokens[mention.tokens.lowerBound].paragraph <= 1 ? 2 : 1
        }
        guard let most = counts.max(), most > 0 else { return nil }
        let best = counts.indices.filter { counts[$0] == most }
        // The first company of the headline, if it is named most.
        let title = entities.mentions.first { $0.form == .name && document.tokens[$0.tokens.lowerBound].paragraph == 0 }
        if best.count == 1, title?.entity == best[0] { return best[0] }
        let often = counts.indices.filter { 3 * counts[$0] > 2 * most }
        return often.count == 1 ? often[0] : nil
    }

    /// Whom a sentence is about, or -1: the first company that no preposition governs, alone or in a list.
    private func subject(of sentence: Range<Int>) -> Int {
        let named = free(entities.organisations(in: sentence), sentence)
        let meant = free(nouns[...], sentence)
        guard let named, let meant else { return (named ?? meant ?? only(in: sentence))?.entity ?? -1 }
        return named.tokens.lowerBound < meant.tokens.lowerBound ? named.entity : meant.entity
    }

    /// "The name of A is little known": the only company of a sentence, but not where it all happens ("Chez A, …").
    private func only(in sentence: Range<Int>) -> EntityMention? {
        let named = entities.organisations(in: sentence)
        guard named.count == 1, let name = named.first else { return nil }
        return word(name.tokens.lowerBound - 1) == .from ? nil : name
    }

    private func free(_ mentions: ArraySlice<EntityMention>, _ sentence: Range<Int>) -> EntityMention? {
        // Where a governed list goes on: "with A and B".
        var governed = -1
        for mention in mentions where !mention.possessive {
            let start = mention.tokens.lowerBound
            if document.tokens[start].flags.contains(.quoted) { continue }
            // "B-backed A": A.
            let end = mention.tokens.upperBound
            if end < document.tokens.count, document.tokens[end].kind == .hyphen { continue }
            let isListed =
                governed >= 0 && start == governed + 1
                && (word(governed) == .and || document.tokens[governed].kind == .comma)
            let isGoverned = RelationSentence.isGoverned(
                mention, in: document, from: sentence.lowerBound, word: word)
            guard isListed || isGoverned else { return isJoined(mention, in: mentions) ? nil : meant(mention) }
            governed = mention.tokens.upperBound
        }
        return nil
    }

    /// "A and B", "A, B and C": of several, none is what the text speaks of.
    private func isJoined(_ mention: EntityMention, in mentions: ArraySlice<EntityMention>) -> Bool {
        let end = mention.tokens.upperBound
        guard end < document.tokens.count, word(end) == .and || document.tokens[end].kind == .comma else {
            return false
        }
        return mentions.contains { $0.tokens.lowerBound == end + 1 }
    }

    private func findNouns(in sentence: Range<Int>, _ named: ArraySlice<EntityMention>) {
        if !nouns.isEmpty { nouns.removeAll(keepingCapacity: true) }
        var place = next
        defer { next = place }
        while place < entities.references.count, entities.references[place].tokens.lowerBound < sentence.upperBound {
            let reference = entities.references[place]
            place += 1
            guard reference.antecedent == nil, !reference.isOwned,
                !named.contains(where: { $0.tokens.overlaps(reference.tokens) }),
                !isEmphatic(reference), !isRelative(reference, from: sentence.lowerBound),
                let entity = meaning(of: reference, named)
            else { continue }
            nouns.append(
                EntityMention(
                    entity: entity, tokens: reference.tokens, form: reference.isPronoun ? .pronoun : .nominal,
                    possessive: reference.possessive))
        }
    }

    /// "A, elle, collectionne les partenaires": a pronoun between commas is said of the name before it.
    private func isEmphatic(_ reference: Reference) -> Bool {
        let (start, end) = (reference.tokens.lowerBound, reference.tokens.upperBound)
        return reference.isPronoun && start > 0 && end < document.tokens.count
            && document.tokens[start - 1].kind == .comma && document.tokens[end].kind == .comma
    }

    /// "A leans on B, which supplies it": whom a pronoun of a relative clause means, its sentence tells.
    private func isRelative(_ reference: Reference, from start: Int) -> Bool {
        reference.isPronoun
            && (max(start, reference.tokens.lowerBound - RelationSentence.apposition)..<reference.tokens.lowerBound)
                .contains { word($0) == .which }
    }

    /// Whom a noun or pronoun means: nobody whom its sentence names; one whom it surely fits, else whom the text
    /// speaks of.
    private func meaning(of reference: Reference, _ named: ArraySlice<EntityMention>) -> Int? {
        let isOther = { (entity: Int) in !named.contains { $0.entity == entity && $0.form == .name } }
        let sure = reference.candidates?.filter { $0.isSure && isOther($0.entity) } ?? []
        if sure.count == 1 { return sure[0].entity }
        let players = sure.isEmpty ? players(of: reference.roles) : nil
        if let players, players.count < 2 { return players.first }
        let pool = sure.isEmpty ? reference.candidates : sure
        let fitting = topic(isMain: false) { entity in
            isOther(entity) && pool?.contains { $0.entity == entity } ?? true && players?.contains(entity) ?? true
        }
        return fitting ?? sure.first?.entity
    }
}
