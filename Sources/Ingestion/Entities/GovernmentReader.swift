/// Finds governments and their offices by their nouns: "the French government", "le canton de Vaud", "le ministère de
/// la Défense". A government may be a party of a deal; it is no company.
struct GovernmentReader {
    let document: Document
    let tables: Shared<EntityLexicon>
    let cues: [NameCues]

    private var lexicon: EntityLexicon { tables.value }

    /// How a noun tells whose government is meant.
    enum Pattern: String, Sendable {
        case people, of, alone
    }

    /// Adds the mentions.
    func link(_ entities: inout Entities) {
        var found: [EntityMention] = []
        var known: [String: Int] = [:]
        for hit in document.hits(of: .governmentNoun) {
            guard hit.first >= found.last?.tokens.upperBound ?? 0, let range = extent(of: hit), isFree(range, entities)
            else { continue }
            let name = document.text(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
        case .alone: hit.tokens
        case .people: people(hit)
        case .of: complement(hit)
        }
    }

    /// The name of a people right before or right behind.
    private func people(_ hit: Hit) -> Range<Int>? {
        if let before = demonym(endingAt: hit.first) { return before..<hit.end }
        guard let place = document.hit(at: hit.end, .place), lexicon.isDemonym(place: place.row) else { return nil }
        return hit.first..<place.end
    }

    private func demonym(endingAt end: Int) -> Int? {
        for first in [end - 1, end - 2] where first >= 0 {
            if let place = document.hit(at: first, .place), place.end == end { return first }
        }
        return nil
    }

    /// "of Energy", "de la Défense", "de Vaud": a name with a capital behind the preposition.
    private func complement(_ hit: Hit) -> Range<Int>? {
        var at = hit.end
        guard at < document.tokens.count, document.tokens[at].kind == .word, cues[at].contains(.belongs) else {
            return nil
        }
        while at < document.tokens.count, at - hit.end < 3, !document.tokens[at].capitalised,
            cues[at].contains(.belongs) || cues[at].contains(.determiner) || cues[at].contains(.small)
        { at += 1 }
        guard at < document.tokens.count, document.tokens[at].kind == .word, document.tokens[at].capitalised,
            document.tokens[at].sentence == document.tokens[hit.first].sentence
        else { return nil }
        let first = demonym(endingAt: hit.first) ?? hit.first
        if let place = document.hit(at: at, .place) { return first..<place.end }
        return first..<end(of: at)
    }

    /// The end of a name that begins at a token: "Digital Affairs of Estonia".
    private func end(of first: Int) -> Int {
        var end = first + 1
        while end < document.tokens.count, end - first < Self.longest, isPart(end) { end += 1 }
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
