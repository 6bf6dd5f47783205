/// Where a company is at home.
struct Home: Sendable {
    /// ISO 3166.
    let country: String
    /// The town and what it lies in, as far as that is known, the rest zero; nothing for somewhere in the country.
    var areas = SIMD4<UInt64>()

    /// Whether the town or region is known.
    var isExact: Bool { areas != .zero }

    /// Whether both may be one place: a country and a town in it may, two towns may not.
    func mayBe(_ other: Home) -> Bool {
        country == other.country && (!isExact || !other.isExact || meets(other))
    }

    /// The same with a town or region that a text gives it, in that country.
    func with(_ told: Home) -> Home {
        guard told.country == country, told.isExact, !meets(told),
            let place = (0..<areas.scalarCount).first(where: { areas[$0] == 0 })
        else { return self }
        var both = self
        both.areas[place] = told.areas[0]
        return both
    }

    /// Whether both are known to be in one town or region.
    func meets(_ other: Home) -> Bool {
        (0..<areas.scalarCount).contains { areas[$0] != 0 && any(other.areas .== areas[$0]) }
    }
}

/// Finds where companies are at home that no catalogue knows, as the text introduces them: "the Dutch host X", "X of
/// Swindon", "X, in Leeds,", "X, a Bristol lab", "X, Sweden's largest host", "la pépite suédoise X", "X, fabricant de serveurs de Lyon".
struct HomeReader {
    let document: Document
    let tables: Shared<EntityLexicon>
    let cues: [NameCues]

    private var lexicon: EntityLexicon { tables.value }
    private var tokens: [Token] { document.tokens }

    /// Gives each organisation of which it is not known the place that stands beside its first such name, and one of the
    /// catalogue the town that the text gives it beside its own.
    func settle(_ entities: inout Entities) {
        for mention in entities.mentions where mention.form == .name {
            let entity = mention.entity
            guard entities.all[entity].kind == .organisation else { continue }
            if let known = entities.all[entity].home {
                guard known.isExact, entities.all[entity].catalogueRow != nil,
                    let told = before(mention) ?? behind(mention, entities)
                else { continue }
                entities.all[entity].home = known.with(told)
            } else {
                entities.all[entity].home = before(mention) ?? behind(mention, entities)
            }
        }
    }

    /// How many words before a name may tell where it is at home.
    private static let reach = 5
    /// How many tokens behind a name and its comma.
    private static let longestExplanation = 12

    /// "the Dutch host X", "le britannique X", "la pépite suédoise X", "the Bristol lab X", "Denmark's X".
    private func before(_ name: EntityMention) -> Home? {
        let first = name.tokens.lowerBound
        if let home = possessor(endingAt: first) { return home }
        var sawNoun = false
        for at in stride(from: first - 1, through: max(0, first - Self.reach), by: -1) {
            guard tokens[at].sentence == tokens[first].sentence, isPlain(at) else { return nil }
            if document.hit(at: at, .companyNoun) != nil { sawNoun = true }
            guard let hit = document.hit(at: at, .place), hit.end <= first else { continue }
            guard sawNoun || lexicon.isDemonym(place: hit.row) else { return nil }
            return lexicon.home(place: hit.row)
        }
        return nil
    }

    /// The country that possesses what begins at a token: "Denmark's".
    private func possessor(endingAt end: Int) -> Home? {
        guard end > 1, end <= tokens.count, tokens[end - 1].kind == .possessive,
            let hit = document.hit(at: end - 2, .place),
            hit.end == end - 1, !lexicon.isDemonym(place: hit.row)
        else { return nil }
        return lexicon.home(place: hit.row)
    }

    /// Whether a token may stand between a place and the name that it tells of.
    private func isPlain(_ at: Int) -> Bool {
        guard tokens[at].kind == .word else { return tokens[at].kind == .hyphen }
        return cues[at].isDisjoint(with: [.small, .actVerb, .objectPrep, .conjunction, .article])
    }

    /// "X of Swindon", "X, a Toronto maker of chatbots", "X, a studio in Gdansk".
    private func behind(_ name: EntityMention, _ entities: Entities) -> Home? {
        let end = name.tokens.upperBound
        guard end + 1 < tokens.count, tokens[end].sentence == tokens[end + 1].sentence else { return nil }
        if cues[end].contains(.genitive), isFirst(name), let hit = document.hit(at: end + 1, .place),
            !lexicon.isDemonym(place: hit.row)
        {
            return lexicon.home(place: hit.row)
        }
        guard tokens[end].kind == .comma else { return nil }
        // "X, Sweden's largest host".
        if let hit = document.hit(at: end + 1, .place), let home = possessor(endingAt: hit.end + 1) { return home }
        if !cues[end + 1].isDisjoint(with: Self.whence), let hit = document.hit(at: end + 2, .place),
            !lexicon.isDemonym(place: hit.row), hit.end < tokens.count, tokens[hit.end].kind == .comma
        {
            return lexicon.home(place: hit.row)
        }
        if let home = seat(behind: end + 1) { return home }
        guard opensExplanation(end + 1) else { return nil }
        var isGoverned = false
        for at in end + 1..<min(tokens.count, end + 1 + Self.longestExplanation) {
            guard tokens[at].kind == .word || tokens[at].kind == .hyphen else { return nil }
            if cues[at].contains(.who) || cues[at].contains(.actVerb) { return nil }
            if let hit = document.hit(at: at, .place), tells(hit, isGoverned: isGoverned, entities) {
                return lexicon.home(place: hit.row)
            }
            isGoverned = isGoverned || !cues[at].isDisjoint(with: Self.prepositions)
        }
        return nil
    }

    /// "X, based in Leeds," "X, installée à Grenoble,": a word or two and a preposition before the town.
    private func seat(behind first: Int) -> Home? {
        guard first < tokens.count, tokens[first].kind == .word, !cues[first].contains(.who) else { return nil }
        let end = min(tokens.count - 2, first + 3)
        guard first + 1 < end, let at = (first + 1..<end).first(where: { cues[$0].contains(.locative) }),
            (first..<at).allSatisfy({ tokens[$0].kind == .word && !cues[$0].contains(.conjunction) }),
            let hit = document.hit(at: at + 1, .place), !lexicon.isDemonym(place: hit.row), hit.end < tokens.count,
            tokens[hit.end].kind != .word
        else { return nil }
        return lexicon.home(place: hit.row)
    }

    private static let whence: NameCues = [.locative, .genitive, .origin]
    private static let prepositions: NameCues = [.objectPrep, .locative, .genitive, .origin]

    /// Whether a place of an explanation tells where its company is: an adjective of its noun, or a town behind a preposition.
    private func tells(_ place: Hit, isGoverned: Bool, _ entities: Entities) -> Bool {
        if let mention = entities.mention(at: place.first), entities.all[mention.entity].kind != .place { return false }
        let isDemonym = lexicon.isDemonym(place: place.row)
        guard isGoverned else { return isDemonym || cues[place.first - 1].contains(.determiner) }
        return !isDemonym && !cues[place.first - 1].isDisjoint(with: Self.whence)
    }

    /// Whether a name stands at the head of its sentence, so that what "of" adds tells of it and of nothing before.
    private func isFirst(_ name: EntityMention) -> Bool {
        let first = name.tokens.lowerBound
        return first == 0 || tokens[first - 1].sentence != tokens[first].sentence
            || cues[first - 1].isDisjoint(with: [.genitive, .belongs])
    }

    /// Whether an explanation of a name may begin at a token: an article or a noun for companies.
    private func opensExplanation(_ at: Int) -> Bool {
        !cues[at].isDisjoint(with: [.determiner, .definite]) || document.hit(at: at, .companyNoun) != nil
    }
}
