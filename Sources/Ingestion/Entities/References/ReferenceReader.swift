/// Finds the words that mean a company without its name: descriptors, common nouns and pronouns.
///
/// A wrong link costs more than a missing one: whatever is not plain is no more than a guess, which deals and forecasts look at.
struct ReferenceReader {
    let document: Document
    let tables: Shared<EntityLexicon>
    let cues: [NameCues]
    /// What the ranker is fitted to; nothing where a text is only read.
    var listing: ReferenceListing?

    var tokens: [Token] { document.tokens }
    var lexicon: EntityLexicon { tables.value }

    /// Adds the mentions.
    func link(_ entities: inout Entities) {
        linkDescriptors(&entities)
        entities.protagonist = protagonist(entities, entities.mentions, share: Self.namedShare)
        var salience = Salience(document: document, cues: cues, entities: entities.all.count)
        var found: [EntityMention] = []
        for sentence in document.sentences {
            salience.begin(sentence, entities)
            addReferences(in: sentence, &salience, &entities, to: &found)
            salience.end(sentence, entities)
            entities.topics.append(salience.topic(entities))
        }
        // Many a text hardly names whom it is about: "the group", "its", "it".
        if let whole = protagonist(entities, entities.mentions + found, share: Self.meantShare) {
            entities.protagonist = whole
        }
        merge(found, into: &entities)
    }

    /// The company with the most of some mentions, those of the headline and the first paragraph counted twice; it must have
    /// one in so many of all.
    private func protagonist(_ entities: Entities, _ mentions: [EntityMention], share: Int) -> Int? {
        var counts = [Int].filled(with: 0, count: entities.all.count)
        for mention in mentions where entities.all[mention.entity].kind == .organisation {
            counts[mention.entity] += tokens[mention.tokens.lowerBound].paragraph <= 1 ? 2 : 1
        }
        guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return nil }
        return counts[best] * share >= counts.reduce(0, +) ? best : nil
    }

    /// One in how many names of companies is the name of whom the text is about.
    private static let namedShare = 4
    /// One in how many names, nouns and pronouns means it.
    private static let meantShare = 5

    func merge(_ references: [EntityMention], into entities: inout Entities) {
        guard !references.isEmpty else { return }
        entities.mentions.append(contentsOf: references)
        entities.mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        entities.settle(document)
    }

    // MARK: Nouns and pronouns

    /// Adds the mentions of a sentence to those found before.
    private func addReferences(
        in sentence: Range<Int>, _ salience: inout Salience, _ entities: inout Entities,
        to found: inout [EntityMention]
    ) {
        var at = sentence.lowerBound
        while at < min(sentence.upperBound, sentence.lowerBound + Self.longestSentence) {
            let isColon = tokens[at].kind == .colon
            guard isColon || document.layers(at: at) & Self.layers != 0 else {
                at += 1
                continue
            }
            if let mention = entities.mention(at: at) {
                at = max(at + 1, mention.tokens.upperBound)
                continue
            }
            salience.advance(to: at, entities)
            if isColon { salience.endClause(at: at, entities) }
            guard !tokens[at].flags.contains(.quoted) else {
                at += 1
                continue
            }
            let rule = reference(at: at, salience, entities)
            let reference = rule ?? guess(at: at, salience, entities)
            if let open = open(at: at, reference, salience, entities) {
                entities.references.append(open)
                if rule == nil { salience.note(open, entities) }
            }
            guard let reference, reference.tokens.lowerBound >= found.last?.tokens.upperBound ?? 0 else {
                at += 1
                continue
            }
            found.append(reference)
            if !reference.isGuess {
                let gender = document.hit(at: at, .companyNoun).map { lexicon.nouns[$0.row].gender }
                salience.note(reference, gender, entities)
            }
            at = reference.tokens.upperBound
        }
    }

    /// The layers of which an entry may begin a noun or pronoun.
    private static var layers: UInt64 { Layer.companyNoun.mask | Layer.pronoun.mask | Layer.place.mask }

    /// How much of a sentence is looked at, in tokens.
    private static let longestSentence = 400

    private func reference(at token: Int, _ salience: Salience, _ entities: Entities) -> EntityMention? {
        if let hit = document.hit(at: token, .companyNoun) { return noun(hit, salience, entities) }
        if let hit = document.hit(at: token, .pronoun) {
            return isOfNoun(hit, entities) ? nil : pronoun(hit, salience, entities)
        }
        return named(byPeople: token, salience, entities)
    }

    /// "le japonais", "le madrilène": the only one named before that is at home there.
    private func named(byPeople token: Int, _ salience: Salience, _ entities: Entities) -> EntityMention? {
        guard let (words, home) = people(at: token, entities) else { return nil }
        let fitting = salience.recent.filter { entity in
            entities.all[entity].home.map { home.isExact ? $0.meets(home) : $0.mayBe(home) } ?? false
        }
        guard fitting.count == 1 else { return nil }
        return EntityMention(
            entity: fitting[0], tokens: words, form: .nominal, possessive: isPossessive(words.upperBound))
    }

    /// Whether a subject stands for a noun of its sentence of which it is not plain whom it means: "the provider had none; it
    /// ordered them".
    func isOfNoun(_ hit: Hit, _ entities: Entities) -> Bool {
        guard lexicon.pronouns[hit.row].use == .subject, let noun = entities.references.last, !noun.isPronoun,
            noun.antecedent == nil, !noun.isOwned, tokens[noun.tokens.lowerBound].flags.contains(.sentenceStart),
            tokens[noun.tokens.lowerBound].sentence == tokens[hit.first].sentence
        else { return false }
        return isFree(noun.tokens.upperBound..<hit.first, entities)
    }

    /// "the chipmaker", "le groupe japonais", "cette start-up".
    private func noun(_ hit: Hit, _ salience: Salience, _ entities: Entities) -> EntityMention? {
        guard hit.form == CompanyNoun.Number.singular.rawValue, let start = determiner(before: hit.first),
            isOpen(start..<hit.end, entities), !introducesName(hit.end, entities)
        else { return nil }
        let end = hit.end
        let apposed = apposed(start, end, entities)
        guard apposed != nil || !isRestricted(end) else { return nil }
        let noun = lexicon.nouns[hit.row]
        let possessive = end < tokens.count && tokens[end].kind == .possessive
        guard let entity = apposed ?? antecedent(noun, start..<hit.end, hit.first, salience, entities),
            entity != explained(by: start..<end, entities)
        else { return nil }
        let words = words(of: hit, from: start, entities)
        return EntityMention(entity: entity, tokens: words, form: .nominal, possessive: possessive)
    }

    /// The words of a noun with its determiner; the town of "the Seattle company" has a mention of its own.
    func words(of noun: Hit, from determiner: Int, _ entities: Entities) -> Range<Int> {
        guard isFree(determiner..<noun.end, entities) else { return noun.tokens }
        return (cues[determiner].contains(.definite) ? determiner : determiner + 1)..<noun.end
    }

    private func antecedent(
        _ noun: CompanyNoun, _ range: Range<Int>, _ first: Int, _ salience: Salience, _ entities: Entities
    ) -> Int? {
        guard !noun.isRelational else { return nil }
        let town = town(behind: range.upperBound)
        return salience.antecedent(
            noun: noun, home: home(around: range, noun: first), mustBeKnown: town != nil,
            points: isValued(range.lowerBound)
                || !cues[range.lowerBound].contains(.definite) && !cues[range.lowerBound].contains(.at),
            words: telling(noun, range, first),
            reporter: reporter(before: range.lowerBound, entities)?.entity, at: range.lowerBound, lexicon: lexicon,
            entities: entities)
    }

    /// The words of a noun with its adjectives and complement that may tell who is meant: "database" of "the database group".
    private func telling(_ noun: CompanyNoun, _ range: Range<Int>, _ head: Int) -> [Int] {
        func tells(_ token: Int) -> Bool {
            tokens[token].kind == .word && !cues[token].contains(.small) && document.hit(at: token, .place) == nil
        }
        var words = (range.lowerBound + 1..<range.upperBound).filter {
            tells($0) && ($0 != range.upperBound - 1 || noun.sort != "company")
        }
        for token in range.upperBound..<min(tokens.count, range.upperBound + Self.longestTrade) {
            guard tokens[token].kind == .word, !cues[token].contains(.actVerb), !cues[token].contains(.who)
            else { break }
            if tells(token) { words.append(token) }
        }
        return words
    }

    /// How far behind a noun its complement may tell a trade: "le groupe de voitures électriques".
    private static let longestTrade = 4

    /// Whether a noun is what a deal puts a price on: whoever was named last, not who the sentence is about.
    private func isValued(_ start: Int) -> Bool { start > 0 && cues[start - 1].contains(.values) }

    /// Whether no mention stands in a range.
    func isFree(_ range: Range<Int>, _ entities: Entities) -> Bool {
        let next = entities.mentionIndex(from: range.lowerBound)
        guard next == entities.mentions.count || entities.mentions[next].tokens.lowerBound >= range.upperBound else {
            return false
        }
        return entities.mention(at: range.lowerBound) == nil
    }

    /// Whether the name itself follows: "the developer X", "le fonds d'Abou Dhabi X".
    func introducesName(_ end: Int, _ entities: Entities) -> Bool {
        if isBeforeName(end, entities) { return true }
        var at = end
        while at < min(tokens.count, end + 5), tokens[at].kind == .word {
            if let mention = entities.mention(at: at) {
                let kind = entities.all[mention.entity].kind
                if kind == .place || kind == .government {
                    at = mention.tokens.upperBound
                    continue
                }
                return kind == .organisation && (at == end || !cues[at - 1].contains(.objectPrep))
            }
            if cues[at].contains(.actVerb) || cues[at].contains(.who) || isTieVerb(at) { return false }
            at += 1
        }
        return false
    }

    /// "The company competes with X", "Le groupe affronte X": a word of a tie that is no noun for a company.
    private func isTieVerb(_ at: Int) -> Bool {
        document.hit(at: at, .relation) != nil && document.hit(at: at, .companyNoun) == nil
    }

    /// Whether the name stands behind a comma, and a sign behind that: "the building's owner, X, told".
    private func isBeforeName(_ end: Int, _ entities: Entities) -> Bool {
        var comma = end
        while comma < min(tokens.count, end + Self.complement), tokens[comma].kind == .word,
            !cues[comma].contains(.actVerb), !cues[comma].contains(.who), entities.mention(at: comma) == nil
        {
            comma += 1
        }
        guard comma + 1 < tokens.count, tokens[comma].kind == .comma, let name = entities.mention(at: comma + 1),
            name.form == .name, !name.possessive, entities.all[name.entity].kind == .organisation,
            name.tokens.upperBound < tokens.count
        else { return false }
        return tokens[name.tokens.upperBound].kind != .word
    }

    /// How many words a noun may have behind it before the comma: "the maker of the radiators".
    private static let complement = 5

    /// "the company that makes them": the clause tells which, nothing before does.
    func isRestricted(_ end: Int) -> Bool {
        end < tokens.count && tokens[end].kind == .word && cues[end].contains(.who)
    }

    /// The company that a noun behind its name and a comma explains: "X, the developer,"; "X, the developer said" tells who said it.
    private func apposed(_ start: Int, _ end: Int, _ entities: Entities) -> Int? {
        guard start > 1, tokens[start - 1].kind == .comma, let name = entities.mention(at: start - 2),
            name.tokens.upperBound == start - 1, !name.possessive, entities.all[name.entity].kind == .organisation,
            end >= tokens.count || document.hit(at: end, .speech) == nil
        else { return nil }
        return name.entity
    }

    /// The company that an apposition explains by another one, whom a noun stands for: "X, the company's shareholder", "X,
    /// fournisseur de l'opérateur".
    func explained(by noun: Range<Int>, _ entities: Entities) -> Int? {
        let isOwner = noun.upperBound < tokens.count && tokens[noun.upperBound].kind == .possessive
        let before = noun.lowerBound - 1
        guard before > 0, isOwner || !cues[before].isDisjoint(with: [.genitive, .contracted]) else { return nil }
        var comma = before
        let floor = max(document.sentence(of: before).lowerBound, before - Self.longestApposition)
        while comma > floor, tokens[comma].kind == .word || tokens[comma].kind == .hyphen {
            if cues[comma].contains(.actVerb) || cues[comma].contains(.who) { return nil }
            comma -= 1
        }
        guard tokens[comma].kind == .comma, let name = entities.mention(at: comma - 1), name.form == .name,
            name.tokens.upperBound == comma, entities.all[name.entity].kind == .organisation
        else { return nil }
        return name.entity
    }

    /// How many words an apposition may have before the noun for another company.
    private static let longestApposition = 8

    /// The town that follows a noun: "le groupe de Seattle".
    private func town(behind end: Int) -> Hit? {
        guard end + 1 < tokens.count, cues[end].contains(.belongs) else { return nil }
        return document.hit(at: end + 1, .place)
    }

    /// The determiner of a noun, over at most three adjectives; `nil` where it is no definite one.
    func determiner(before noun: Int) -> Int? {
        var at = noun - 1
        let first = document.sentence(of: noun).lowerBound
        while at >= first, noun - at <= 4, tokens[at].kind == .word || tokens[at].kind == .hyphen {
            if cues[at].contains(.demonstrative) { return at }
            if cues[at].contains(.small) || cues[at].contains(.actVerb) { return nil }
            at -= 1
        }
        return nil
    }

    /// Where a company is at home as the words around its noun tell: "the Dutch group", "the Seattle group", "le groupe
    /// néerlandais", "le groupe de Seattle".
    func home(around words: Range<Int>, noun: Int) -> Home? {
        for hit in document.hits(in: words.lowerBound..<min(tokens.count, words.upperBound + 2), .place)
        where hit.end <= noun || lexicon.isDemonym(place: hit.row) {
            if let home = lexicon.home(place: hit.row) { return home }
        }
        return town(behind: words.upperBound).flatMap { lexicon.home(place: $0.row) }
    }

    private func pronoun(_ hit: Hit, _ salience: Salience, _ entities: Entities) -> EntityMention? {
        let pronoun = lexicon.pronouns[hit.row]
        let token = tokens[hit.first]
        guard hit.end < tokens.count, !token.capitalised || token.flags.contains(.sentenceStart) else { return nil }
        let isPossessive: Bool
        switch pronoun.use {
        case .subject:
            isPossessive = false
            if pronoun.gender != .feminine, isExpletive(hit.end) { return nil }
        case .possessive: isPossessive = true
        case .latter, .nearest, .indirect, .former, .second: isPossessive = false
        case .person, .personPossessive: return nil
        }
        guard let entity = pronounAntecedent(pronoun, hit, salience, entities) else { return nil }
        return EntityMention(entity: entity, tokens: hit.tokens, form: .pronoun, possessive: isPossessive)
    }

    private func pronounAntecedent(
        _ pronoun: Pronoun, _ hit: Hit, _ salience: Salience, _ entities: Entities
    ) -> Int? {
        if pronoun.use == .possessive { return salience.owner(for: hit.first, entities) }
        if pronoun.use == .latter { return salience.latest(entities) }
        if pronoun.use == .nearest { return isSubject(hit) ? nearest(hit, entities) : nil }
        if pronoun.use == .former || pronoun.use == .second {
            return oneOfTwo(hit, isFirst: pronoun.use == .former, entities)
        }
        let before = hit.first - 1
        if before >= 0, tokens[before].sentence == tokens[hit.first].sentence, tokens[before].kind == .word,
            cues[before].contains(.objectPrep), !isSubordinator(before)
        {
            return pronoun.gender == .neuter ? nil : salience.other(for: hit.first, entities)
        }
        guard isSubject(hit), !isObject(hit) else { return nil }
        if let reporter = reporter(hit, entities) { return reporter }
        // Before its verb it is never the subject; between commas it is.
        if pronoun.use == .indirect, before >= 0, tokens[before].kind != .comma {
            return salience.other(for: hit.first, entities)
        }
        return salience.subject(for: hit.first, gender: pronoun.gender, entities)
    }

    /// Whether a finite verb follows, over at most two small words.
    func isSubject(_ hit: Hit) -> Bool {
        (hit.end..<min(tokens.count, hit.end + 3)).contains { index in
            tokens[index].kind == .word
                && (cues[index].contains(.actVerb) || document.hit(at: index, .speech) != nil
                    || document.hit(at: index, .trigger) != nil)
        }
    }

    /// Whether a verb stands right before a pronoun and none right behind it: "granted it a loan".
    func isObject(_ hit: Hit) -> Bool {
        let before = hit.first - 1
        guard before >= 0, tokens[before].kind == .word, tokens[before].sentence == tokens[hit.first].sentence else {
            return false
        }
        func isVerb(_ token: Int) -> Bool {
            tokens[token].kind == .word
                && (cues[token].contains(.actVerb) || document.hit(at: token, .trigger) != nil
                    || document.hit(at: token, .speech) != nil)
        }
        return isVerb(before) && !isVerb(hit.end)
    }

    /// Whether what follows a pronoun shows that it means nothing ("il s'agit de"), and is no verb of a deal ("il s'est
    /// allié à", "it is also ready to buy").
    func isExpletive(_ end: Int) -> Bool {
        guard cues[end].contains(.expletive) else { return false }
        var next = end + 1
        while next < min(end + Self.longestStart, tokens.count), document.hit(at: next, .trigger) == nil,
            !cues[next].isDisjoint(with: [.expletive, .small])
        {
            next += 1
        }
        return document.hit(at: next, .trigger) == nil && !(next < tokens.count && cues[next].contains(.raises))
    }

    /// How many words may stand between a pronoun and what it is said to do: "is also still".
    private static let longestStart = 4

    func isSubordinator(_ index: Int) -> Bool {
        cues[index].contains(.who) || cues[index].contains(.conjunction)
    }
}
