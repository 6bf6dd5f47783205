import Model

extension ReferenceReader {
    /// The noun or pronoun at a token that means some organisation, with those whom it may mean; `known` is the mention
    /// where it is plain which.
    func open(at token: Int, _ known: EntityMention?, _ salience: Salience, _ entities: Entities) -> Reference? {
        if let hit = document.hit(at: token, .companyNoun), let found = openNoun(hit, known, salience, entities) {
            return found
        }
        if let hit = document.hit(at: token, .pronoun) { return openPronoun(hit, known, salience, entities) }
        return openPeople(at: token, known, salience, entities)
    }

    /// "the chipmaker", "its supplier", "son bailleur".
    private func openNoun(
        _ hit: Hit, _ known: EntityMention?, _ salience: Salience, _ entities: Entities
    ) -> Reference? {
        guard hit.form == CompanyNoun.Number.singular.rawValue, !introducesName(hit.end, entities),
            !isRestricted(hit.end), !isAnybody(hit)
        else { return nil }
        let owned = owner(before: hit.first)
        guard let start = owned ?? determiner(before: hit.first), isOpen(start..<hit.end, entities) else { return nil }
        let noun = lexicon.nouns[hit.row]
        let home = home(around: start..<hit.end, noun: hit.first)
        return Reference(
            tokens: start..<hit.end, isPronoun: false, roles: owned == nil ? noun.roles : noun.parts,
            isOwned: owned != nil, owner: owned.flatMap { salience.owner(for: $0, entities) },
            antecedent: known?.entity, candidates: candidates(noun, home, salience, entities),
            possessive: isPossessive(hit.end))
    }

    /// Whether a noun takes up one for nobody in particular: "a supplier backs a buyer, the buyer orders from the supplier".
    func isAnybody(_ hit: Hit) -> Bool {
        let first = max(document.sentence(of: hit.first).lowerBound, hit.first - Self.longestGeneralCase)
        return (first..<hit.first).contains { at in
            guard at > 0, tokens[at].hash == tokens[hit.first].hash, cues[at - 1].contains(.article) else {
                return false
            }
            // "X, a landlord", "X is a landlord" tells who it is.
            return at == 1 || tokens[at - 2].kind != .comma && !cues[at - 2].contains(.actVerb)
        }
    }

    /// How many tokens before a noun the same noun may stand that means nobody in particular.
    private static let longestGeneralCase = 20

    /// The possessive before a noun, over at most three adjectives.
    func owner(before noun: Int) -> Int? {
        var at = noun - 1
        let first = document.sentence(of: noun).lowerBound
        while at >= first, noun - at <= 4, tokens[at].kind == .word || tokens[at].kind == .hyphen {
            if cues[at].contains(.owns) { return at }
            if cues[at].contains(.small) || cues[at].contains(.actVerb) { return nil }
            at -= 1
        }
        return nil
    }

    /// Whether nothing but places is named in a range: "the Riyadh company".
    func isOpen(_ range: Range<Int>, _ entities: Entities) -> Bool {
        range.allSatisfy { token in
            guard let mention = entities.mention(at: token) else { return true }
            return entities.all[mention.entity].kind == .place
        }
    }

    private func openPronoun(
        _ hit: Hit, _ known: EntityMention?, _ salience: Salience, _ entities: Entities
    ) -> Reference? {
        let pronoun = lexicon.pronouns[hit.row]
        let token = tokens[hit.first]
        guard pronoun.use == .subject || pronoun.use == .indirect, hit.end < tokens.count,
            !token.capitalised || token.flags.contains(.sentenceStart)
        else { return nil }
        if pronoun.gender != .feminine, known == nil, isExpletive(hit.end) { return nil }
        if isOfNoun(hit, entities), let noun = entities.references.last {
            return Reference(
                tokens: hit.tokens, isPronoun: true, roles: noun.roles, isOwned: false, owner: nil, antecedent: nil,
                candidates: noun.candidates, possessive: false)
        }
        return Reference(
            tokens: hit.tokens, isPronoun: true, roles: [], isOwned: false, owner: nil, antecedent: known?.entity,
            candidates: candidates(nil, nil, salience, entities), possessive: false)
    }

    /// "le japonais", "the American": a company by its people.
    private func openPeople(
        at token: Int, _ known: EntityMention?, _ salience: Salience, _ entities: Entities
    ) -> Reference? {
        guard let (words, home) = people(at: token, entities) else { return nil }
        let found = candidates(nil, home, salience, entities).filter(\.isSure)
        guard !found.isEmpty else { return nil }
        return Reference(
            tokens: words, isPronoun: false, roles: [], isOwned: false, owner: nil, antecedent: known?.entity,
            candidates: found, possessive: isPossessive(words.upperBound))
    }

    /// The words of "le japonais", "the American" with its article, and the country.
    func people(at token: Int, _ entities: Entities) -> (words: Range<Int>, home: Home)? {
        guard let hit = document.hit(at: token, .place), lexicon.isDemonym(place: hit.row),
            let home = lexicon.home(place: hit.row), token > 0, cues[token - 1].contains(.definite),
            hit.end < tokens.count, isFree(token - 1..<hit.end, entities), standsAlone(hit.end, entities)
        else { return nil }
        return (token - 1..<hit.end, home)
    }

    /// Whether an adjective is used as a noun: a verb, a small word or a sign follows.
    private func standsAlone(_ end: Int, _ entities: Entities) -> Bool {
        guard entities.mention(at: end) == nil else { return false }
        return tokens[end].kind != .word || cues[end].contains(.small) || cues[end].contains(.actVerb)
            || cues[end].contains(.objectPrep) || document.hit(at: end, .trigger) != nil
    }

    private func candidates(
        _ noun: CompanyNoun?, _ home: Home?, _ salience: Salience, _ entities: Entities
    ) -> [Reference.Candidate] {
        var found: [Reference.Candidate] = []
        found.reserveCapacity(salience.recent.count)
        for entity in salience.recent.reversed()
        where salience.fits(entity, noun: noun, home: home, lexicon: lexicon, entities: entities) {
            found.append(
                Reference.Candidate(
                    entity: entity,
                    isSure: salience.isSure(entity, noun: noun, home: home, lexicon: lexicon, entities: entities))
            )
        }
        return found
    }

    func isPossessive(_ end: Int) -> Bool {
        end < tokens.count && tokens[end].kind == .possessive
    }
}
