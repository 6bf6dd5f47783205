/// Finds whom the people of a text work for: "X, an analyst at Y", "Y's chief executive, X", "le patron de Y, X".
struct EmployerReader {
    let document: Document
    let tables: Shared<EntityLexicon>
    let cues: [NameCues]

    /// How far an employer may stand from the person, in tokens.
    private static let reach = 22

    private var tokens: [Token] { document.tokens }
    private var lexicon: EntityLexicon { tables.value }

    /// Fills in the affiliations.
    func link(_ entities: inout Entities) {
        for mention in entities.mentions where entities.all[mention.entity].kind == .person {
            guard mention.form == .name, entities.all[mention.entity].affiliation == nil else { continue }
            entities.all[mention.entity].affiliation =
                behind(mention.tokens, entities) ?? before(mention.tokens, entities)
        }
    }

    /// ", an analyst at Y", ", who heads research at Y", " of Y", ", Y's founder".
    private func behind(_ person: Range<Int>, _ entities: Entities) -> Int? {
        let sentence = document.sentence(of: person.lowerBound)
        var at = person.upperBound
        guard at < sentence.upperBound else { return nil }
        let inApposition = tokens[at].kind == .comma || tokens[at].kind == .openBracket || tokens[at].kind == .dash
        guard inApposition || cues[at].contains(.at) else { return nil }
        if inApposition { at += 1 }
        guard at < sentence.upperBound else { return nil }
        var linked = cues[at].contains(.at) || tokens[at - 1].kind == .openBracket
        while at < min(sentence.upperBound, person.upperBound + Self.reach) {
            let token = tokens[at]
            if token.kind == .comma || token.kind == .stop || token.kind == .colon || token.kind == .closeBracket {
                break
            }
            if let mention = mention(at: at, entities) {
                if isOrganisation(mention, entities), linked || mention.possessive { return mention.entity }
                at = mention.tokens.upperBound
                linked = false
                continue
            }
            if cues[at].contains(.former) { return nil }
            if cues[at].contains(.at) || cues[at].contains(.leads) { linked = true }
            at += 1
        }
        return nil
    }

    /// "Y's chief executive, X", "le directeur général de Y, X", "Y chief X".
    private func before(_ person: Range<Int>, _ entities: Entities) -> Int? {
        let sentence = document.sentence(of: person.lowerBound)
        var end = person.lowerBound
        if end > sentence.lowerBound, tokens[end - 1].kind == .comma { end -= 1 }
        let start = max(sentence.lowerBound, end - Self.reach)
        guard start < end else { return nil }
        guard let function = document.hits(in: start..<end, .function).last(where: { end - $0.end <= 12 }) else {
            return nil
        }
        let behind = entities.mentions(in: function.end..<end).first { isOrganisation($0, entities) }
        if let behind { return behind.entity }
        guard end - function.end <= 2 else { return nil }
        let owner = entities.mentions(in: start..<function.first).last { isOrganisation($0, entities) }
        guard let owner, function.first - owner.tokens.upperBound <= 3 else { return nil }
        return owner.possessive || owner.tokens.upperBound == function.first ? owner.entity : nil
    }

    private func isOrganisation(_ mention: EntityMention, _ entities: Entities) -> Bool {
        entities.all[mention.entity].kind == .organisation
    }

    private func mention(at token: Int, _ entities: Entities) -> EntityMention? {
        let index = entities.mentionIndex(from: token)
        guard index < entities.mentions.count, entities.mentions[index].tokens.lowerBound == token else { return nil }
        return entities.mentions[index]
    }
}

extension Sequence {
    /// The last element that fulfils a condition.
    fileprivate func last(where condition: (Element) -> Bool) -> Element? {
        reduce(nil) { condition($1) ? $1 : $0 }
    }
}
