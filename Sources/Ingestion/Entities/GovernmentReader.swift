/// Finds governments and their offices by their nouns: "the French government", "le canton de Vaud", "le ministère de
/// la Défense". A government may be a party of a deal; it is no company.
struct GovernmentReader {
    let document: Document
    let tables: Shared<EntityLexicon>
    let cues: [NameCues]

    private var lexicon: EntityLexicon { tables.value }

    /// How a noun tells whose government is meant.
    enum Pattern: String, Sendable {
        /// Beside the name of a people.
        case people
        /// With "of" and a name behind it.
        case of
        /// With "of" and a place behind it, which alone is its name: "the state of Hesse".
        case area
        /// Somebody by itself.
        case alone
        /// With a capital, beside the name of a people: "la Région wallonne".
        case capital
    }

    /// Adds the mentions.
    func link(_ entities: inout Entities) {
        var found: [EntityMention] = []
        var known: [String: Int] = [:]
        for hit in document.hits(of: .governmentNoun) {
            guard hit.first >= found.last?.tokens.upperBound ?? 0, let range = extent(of: hit), isFree(range, entities)
            else { continue }
            let name = name(range, hit)
            let entity: Int
            if let index = known[name] {
                entity = index
            } else {
                entity = entities.all.count
                entities.all.append(Entity(sort: nil, kind: .government, name: name))
                known[name] = entity
            }
            let end = range.upperBound
            found.append(
                EntityMention(
                    entity: entity, tokens: range, form: .name,
                    possessive: end < document.tokens.count && document.tokens[end].kind == .possessive))
        }
        guard !found.isEmpty else { return }
        let covered = found.map(\.tokens)
        entities.mentions.removeAll { mention in covered.contains { $0.overlaps(mention.tokens) } }
        entities.mentions.append(contentsOf: found)
        entities.mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        entities.settle(document)
    }

    /// The words of a government, or `nil` where the noun means none in particular.
    private func extent(of hit: Hit) -> Range<Int>? {
        switch lexicon.governments[hit.row] {
        case .alone: hit.first..<(peopleEnd(hit.end) ?? hit.end)
        case .people: people(hit)
        case .of, .area: complement(hit)
        case .capital: isCapital(hit.first) ? people(hit) : nil
        }
    }

    /// What it is called: "the state of Hesse" is Hesse.
    private func name(_ range: Range<Int>, _ hit: Hit) -> String {
        if lexicon.governments[hit.row] == .area,
            let place = (hit.end..<range.upperBound).lazy.compactMap({ document.hit(at: $0, .place) }).first,
            place.end == range.upperBound
        {
            return document.singleSpaced(place.tokens)
        }
        return document.singleSpaced(range)
    }

    private func isCapital(_ token: Int) -> Bool {
        document.tokens[token].capitalised && !document.tokens[token].flags.contains(.sentenceStart)
    }

    /// The end of the name of a people that begins at a token.
    private func peopleEnd(_ first: Int) -> Int? {
        guard let place = document.hit(at: first, .place), lexicon.isDemonym(place: place.row) else { return nil }
        return place.end
    }

    /// The name of a people right before or right behind.
    private func people(_ hit: Hit) -> Range<Int>? {
        if let before = demonym(endingAt: hit.first) { return before..<hit.end }
        if let owner = owner(endingAt: hit.first), isWhole(hit.end) { return owner..<hit.end }
        return peopleEnd(hit.end).map { hit.first..<$0 }
    }

    /// Whether no word with which a noun is one stands behind it: "the government agency".
    private func isWhole(_ end: Int) -> Bool {
        guard end < document.tokens.count else { return true }
        guard document.tokens[end].kind == .word else { return document.tokens[end].kind != .hyphen }
        return !cues[end].contains(.genitive)
            && (!cues[end].isDisjoint(with: [.small, .actVerb]) || document.hit(at: end, .speech) != nil)
    }

    /// "Estonia's finance" before "ministry".
    private func owner(endingAt end: Int) -> Int? {
        for mark in stride(from: end - 1, through: max(1, end - 3), by: -1) {
            let token = document.tokens[mark]
            if token.kind == .possessive {
                return (max(0, mark - 3)..<mark).first {
                    document.hit(at: $0, .place).map { $0.end == mark && !lexicon.isDemonym(place: $0.row) } ?? false
                }
            }
            guard token.kind == .word, !token.capitalised, cues[mark].isDisjoint(with: [.small, .determiner]) else {
                return nil
            }
        }
        return nil
    }

    private func demonym(endingAt end: Int) -> Int? {
        for first in [end - 1, end - 2] where first >= 0 {
            if let place = document.hit(at: first, .place), place.end == end { return first }
        }
        return nil
    }

    /// "of Energy", "de la Défense", "de Vaud": a name with a capital behind the preposition.
    private func complement(_ hit: Hit) -> Range<Int>? {
        let noun = peopleEnd(hit.end) ?? hit.end
        var at = noun
        guard at < document.tokens.count, document.tokens[at].kind == .word, cues[at].contains(.belongs) else {
            return nil
        }
        while at < document.tokens.count, at - noun < 3, !document.tokens[at].capitalised,
            cues[at].contains(.belongs) || cues[at].contains(.determiner) || cues[at].contains(.small)
        { at += 1 }
        guard at < document.tokens.count, document.tokens[at].kind == .word,
            document.tokens[at].sentence == document.tokens[hit.first].sentence
        else { return nil }
        // "le ministère estonien de la défense"
        guard document.tokens[at].capitalised else {
            return noun > hit.end && cues[at].isDisjoint(with: [.small, .determiner]) ? hit.first..<at + 1 : nil
        }
        let first = demonym(endingAt: hit.first) ?? hit.first
        if let place = document.hit(at: at, .place) { return first..<place.end }
        return first..<end(of: at)
    }

    /// The end of a name that begins at a token: "Digital Affairs of Estonia".
    private func end(of first: Int) -> Int {
        var end = first + 1
        while end < document.tokens.count, end - first < Self.longest {
            if isPart(end) {
                end += 1
            } else if document.tokens[end].kind == .hyphen, end + 1 < document.tokens.count, isPart(end + 1) {
                end += 2
            } else {
                break
            }
        }
        guard end + 1 < document.tokens.count, document.tokens[end].kind == .word, cues[end].contains(.genitive),
            let place = document.hit(at: end + 1, .place), !lexicon.isDemonym(place: place.row)
        else { return end }
        return place.end
    }

    private func isPart(_ token: Int) -> Bool {
        document.tokens[token].kind == .word && document.tokens[token].capitalised
            && document.tokens[token].sentence == document.tokens[token - 1].sentence
    }

    /// The longest name of an office, in tokens.
    private static let longest = 4

    /// Whether nothing but places and governments is named in a range.
    private func isFree(_ range: Range<Int>, _ entities: Entities) -> Bool {
        entities.mentions(in: max(0, range.lowerBound - 4)..<range.upperBound).allSatisfy { mention in
            let kind = entities.all[mention.entity].kind
            return !mention.tokens.overlaps(range) || kind == .place || kind == .government
        }
    }
}
