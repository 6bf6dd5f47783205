// What is seen of those whom a noun or pronoun may mean.

extension Salience {
    /// Those whom an expression may mean: who was named last first, then whom the text is about.
    func candidates(_ entities: Entities) -> [Int] {
        var found: [Int] = []
        found.reserveCapacity(Self.most + 1)
        for entity in recent.reversed() where entities.all[entity].kind == .organisation {
            found.append(entity)
            if found.count == Self.most { break }
        }
        if let whole = entities.protagonist, !found.contains(whole), traces[whole].count > 0 { found.append(whole) }
        return found
    }

    /// How many are thought of.
    private static let most = 8

    /// The features of one of the candidates, by its place among them.
    func features(
        of place: Int, among candidates: [Int], _ expression: ReferenceExpression, lexicon: EntityLexicon,
        _ entities: Entities
    ) -> ReferenceFeatures {
        let entity = candidates[place]
        var found = ReferenceFeatures()
        found.insert(.bias)
        found.insert(.alone, if: candidates.count == 1)
        addTopics(entity, expression, entities, to: &found)
        addPlaces(entity, place, expression, to: &found)
        addKinds(entity, expression, lexicon, entities, to: &found)
        return found
    }

    private func addTopics(
        _ entity: Int, _ expression: ReferenceExpression, _ entities: Entities, to found: inout ReferenceFeatures
    ) {
        found.insert(.current, if: current == entity)
        found.insert(.fronted, if: fronted == entity)
        found.insert(.named, if: named == entity)
        found.insert(.guessed, if: guessed == entity)
        found.insert(.previous, if: previous == entity)
        found.insert(.lastTopic, if: lastTopic == entity)
        found.insert(.headHere, if: heads.here == entity)
        found.insert(.headBefore, if: heads.before == entity)
        found.insert(.protagonist, if: entities.protagonist == entity)
        found.insert(.owner, if: owner == entity)
        found.insert(.clause, if: clause?.entity == entity)
        found.insert(.about, if: about == entity)
        found.insert(
            .relative, if: relative.map { $0.entity == entity && $0.tokens.contains(expression.head) } ?? false)
        found.insert(.lastSubject, if: lastSubject == entity)
        found.insert(.plural, if: isPlural)
        let paragraph = document.tokens[expression.head].paragraph
        switch paragraph - traces[entity].paragraphAbout {
        case 0: found.insert(.topicHere)
        case 1 where traces[entity].paragraphAbout >= 0: found.insert(.topicBefore)
        default: if traces[entity].paragraphAbout < 0 { found.insert(.neverTopic) }
        }
        switch crowd {
        case 0: break
        case 1: found.insert(.first)
        case 2: found.insert(.second)
        default: found.insert(.third)
        }
    }

    /// Where it was named last, and where the expression stands.
    private func addPlaces(
        _ entity: Int, _ place: Int, _ expression: ReferenceExpression, to found: inout ReferenceFeatures
    ) {
        let trace = traces[entity]
        let first = expression.tokens.lowerBound
        let (here, there) = (document.tokens[first], document.tokens[max(0, trace.tokens.lowerBound)])
        switch place {
        case 0: found.insert(.last)
        case 1: found.insert(.lastButOne)
        case 2: found.insert(.lastButTwo)
        default: found.insert(.earlier)
        }
        switch here.sentence - there.sentence {
        case ...0: found.insert(.sameSentence)
        case 1: found.insert(.sentenceBefore)
        case 2: found.insert(.twoBefore)
        default: found.insert(.farther)
        }
        found.insert(.sameParagraph, if: here.paragraph == there.paragraph)
        let end = trace.tokens.upperBound
        if here.sentence == there.sentence, end <= first {
            found.insert(.sameClause, if: (end..<first).allSatisfy { document.tokens[$0].kind == .word && !joins($0) })
            found.insert(.apposed, if: first - end == 1 && document.tokens[end].kind == .comma)
        }
        found.insert(.wasSubject, if: startsVerb(end))
        found.insert(.wasComplement, if: isGoverned(trace.tokens.lowerBound))
        found.insert(.wasPossessive, if: trace.isPossessive)
        found.insert(.wasMeant, if: trace.isMeant)
        found.insert(trace.count <= 1 ? .once : trace.count == 2 ? .twice : .often)
        found.insert(.inHeadline, if: trace.isInHeadline)
        found.insert(.inLede, if: trace.isInLede)
        found.insert(.personNearer, if: lastPerson > trace.tokens.lowerBound)
        let isOpening = document.sentence(of: first).lowerBound == first
        found.insert(.opensSentence, if: isOpening)
        found.insert(.opensParagraph, if: isOpening && here.paragraph != previousParagraph)
    }

    private func addKinds(
        _ entity: Int, _ expression: ReferenceExpression, _ lexicon: EntityLexicon, _ entities: Entities,
        to found: inout ReferenceFeatures
    ) {
        let one = entities.all[entity]
        if let noun = expression.noun {
            let head = document.tokens[expression.head].hash
            found.insert(.inName, if: isNamed(entity, by: head))
            found.insert(.introduced, if: isIntroduced(entity, by: head, before: expression.head))
            found.insert(.demonstrative, if: points(expression.head))
            switch one.sort {
            case nil, "company": found.insert(.sortUnknown)
            case .some(let sort):
                found.insert(noun.tells(sort) ? .sortTold : noun.may(mean: sort) ? .sortMay : .sortOther)
            }
        }
        if let home = expression.home {
            found.insert(one.home.map { $0.mayBe(home) ? .homeTold : .homeOther } ?? .homeUnknown)
        }
        if expression.gender != .neuter, let genders = genders(of: entity) {
            found.insert(genders.contains(expression.gender) ? .genderTold : .genderOther)
        }
        found.insert(.known, if: one.catalogueRow != nil)
    }

    /// Whether one of some words is part of a name, stood beside it when it was named first, or is of its trade: "the institute" for
    /// "Bouregreg Institute", "the operator" for "the Danish operator X", "the database group".
    func isCalled(_ entity: Int, by words: [Int], _ lexicon: EntityLexicon, _ entities: Entities) -> Bool {
        let row = entities.all[entity].catalogueRow
        return words.contains { token in
            let word = document.tokens[token].hash
            return row.map { lexicon.companies[$0].trades.contains(word) } ?? false || isNamed(entity, by: word)
                || isIntroduced(entity, by: word, before: token)
        }
    }

    /// Whether a word is what the first two names were introduced with: "the operator X", "X, a Danish operator".
    private func isIntroduced(_ entity: Int, by word: UInt64, before token: Int) -> Bool {
        let names = traces[entity].names
        return isIntroduced(names.first, by: word, before: token) || isIntroduced(names.second, by: word, before: token)
    }

    private func isIntroduced(_ name: Range<Int>, by word: UInt64, before token: Int) -> Bool {
        guard !name.isEmpty else { return false }
        func isPlain(_ at: Int) -> Bool {
            let kind = document.tokens[at].kind
            return kind == .hyphen || kind == .word && cues[at].isDisjoint(with: Self.borders)
        }
        for at in stride(from: name.lowerBound - 1, through: max(0, name.lowerBound - Self.ahead), by: -1) {
            guard isPlain(at) else { break }
            if document.tokens[at].hash == word { return true }
        }
        let end = name.upperBound
        guard end < token, document.tokens[end].kind == .comma else { return false }
        for at in end + 1..<max(end + 1, min(end + 1 + Self.behind, token)) {
            guard isPlain(at) else { break }
            if document.tokens[at].hash == word { return true }
        }
        return false
    }

    /// What ends the words that introduce a name.
    private static let borders: NameCues = [.actVerb, .who, .objectPrep, .belongs, .locative, .conjunction, .owns]

    /// Whether a word is one of a name: "the institute" for "Bouregreg Institute".
    private func isNamed(_ entity: Int, by word: UInt64) -> Bool {
        traces[entity].names.first.contains { document.tokens[$0].hash == word }
    }

    /// How far before a name, and behind it and a comma, stands what it is.
    private static let (ahead, behind) = (3, 6)

    /// Whether a noun has a demonstrative: "that buyer", "cette société".
    private func points(_ noun: Int) -> Bool {
        (max(0, noun - 2)..<noun).contains {
            cues[$0].contains(.demonstrative) && !cues[$0].contains(.definite) && !cues[$0].contains(.at)
        }
    }

    /// Whether a word joins clauses or begins one.
    private func joins(_ token: Int) -> Bool {
        cues[token].contains(.conjunction) || cues[token].contains(.who)
    }

    /// Whether a preposition stands before a name.
    private func isGoverned(_ first: Int) -> Bool {
        guard first > 0, document.tokens[first - 1].kind == .word else { return false }
        return !cues[first - 1].isDisjoint(with: [.objectPrep, .locative, .belongs])
    }
}
