// Whom a noun or pronoun likely means that the rules leave open.

extension ReferenceReader {
    /// Whom a noun or pronoun likely means of which the rules do not tell it: the likeliest of all, where it is likely enough.
    func guess(at token: Int, _ salience: Salience, _ entities: Entities) -> EntityMention? {
        let ranker = lexicon.ranker
        guard ranker.isFitted || listing != nil, let expression = expression(at: token, entities) else { return nil }
        let candidates = salience.candidates(entities)
        let explained = explained(by: expression.tokens, entities)
        let giver = giver(before: token, entities)
        var best: (entity: Int, score: Int32)?
        for place in candidates.indices {
            if listing == nil, let noun = expression.noun,
                !salience.fits(
                    candidates[place], noun: noun, home: expression.home, lexicon: lexicon, entities: entities)
                    || candidates[place] == explained
            {
                continue
            }
            if listing == nil, candidates[place] == giver { continue }
            let features = salience.features(
                of: place, among: candidates, expression, lexicon: lexicon, entities)
            listing?.add(candidates[place], features, place == 0 ? expression : nil, document, entities)
            let score = ranker.score(features, expression.sort)
            if score > best?.score ?? ReferenceRanker.enough(expression.sort) { best = (candidates[place], score) }
        }
        guard ranker.isFitted, let best else { return nil }
        return EntityMention(
            entity: best.entity, tokens: expression.tokens, form: expression.noun == nil ? .pronoun : .nominal,
            possessive: expression.isPossessive, isGuess: true)
    }

    /// Who does something to whom a pronoun before its verb means, and so is somebody else: "X lui vend", "X, lui vend".
    private func giver(before token: Int, _ entities: Entities) -> Int? {
        guard token > 1, let hit = document.hit(at: token, .pronoun), lexicon.pronouns[hit.row].use == .indirect,
            tokens[token - 1].kind == .word
        else { return nil }
        return (entities.mention(at: token - 1) ?? entities.mention(at: token - 2))?.entity
    }

    /// The noun or pronoun at a token, where it may mean an organisation.
    private func expression(at token: Int, _ entities: Entities) -> ReferenceExpression? {
        if let hit = document.hit(at: token, .companyNoun), let found = noun(hit, entities) { return found }
        if let hit = document.hit(at: token, .pronoun), let found = pronoun(hit, entities) { return found }
        return peopleExpression(at: token, entities)
    }

    private func noun(_ hit: Hit, _ entities: Entities) -> ReferenceExpression? {
        guard hit.form == CompanyNoun.Number.singular.rawValue, !introducesName(hit.end, entities),
            !isRestricted(hit.end), !isAnybody(hit), owner(before: hit.first) == nil,
            let start = determiner(before: hit.first), isOpen(start..<hit.end, entities)
        else { return nil }
        let noun = lexicon.nouns[hit.row]
        return ReferenceExpression(
            sort: noun.isRelational ? .part : .noun, tokens: words(of: hit, from: start, entities), noun: noun,
            head: hit.first, home: home(around: start..<hit.end, noun: hit.first), gender: noun.gender,
            isPossessive: isPossessive(hit.end))
    }

    private func pronoun(_ hit: Hit, _ entities: Entities) -> ReferenceExpression? {
        let pronoun = lexicon.pronouns[hit.row]
        let token = tokens[hit.first]
        guard [.subject, .indirect, .possessive].contains(pronoun.use), hit.end < tokens.count,
            !token.capitalised || token.flags.contains(.sentenceStart), !isOfNoun(hit, entities)
        else { return nil }
        let isPossessive = pronoun.use == .possessive
        guard isPossessive || isSubject(hit) && !isObject(hit) else { return nil }
        if pronoun.use == .subject, pronoun.gender != .feminine, isExpletive(hit.end) { return nil }
        return ReferenceExpression(
            sort: isPossessive ? .possessive : .subject, tokens: hit.tokens, noun: nil, head: hit.first, home: nil,
            gender: isPossessive ? .neuter : pronoun.gender, isPossessive: isPossessive)
    }

    private func peopleExpression(at token: Int, _ entities: Entities) -> ReferenceExpression? {
        guard let (words, home) = people(at: token, entities) else { return nil }
        return ReferenceExpression(
            sort: .people, tokens: words, noun: nil, head: words.upperBound - 1, home: home, gender: .neuter,
            isPossessive: isPossessive(words.upperBound))
    }
}
