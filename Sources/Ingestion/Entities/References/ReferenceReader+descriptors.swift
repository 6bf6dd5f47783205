// Words that mean a company by what it makes: "the ChatGPT maker".

extension ReferenceReader {
    /// "the ChatGPT maker", by the catalogue and by the brands of companies.
    func linkDescriptors(_ entities: inout Entities) {
        guard !document.hits(of: .descriptor).isEmpty || !document.hits(of: .brand).isEmpty else { return }
        var found: [EntityMention] = []
        var entityOfRow = entities.byRow
        for hit in document.hits where hit.layer == .descriptor || hit.layer == .brand {
            guard let words = hit.layer == .descriptor ? hit.tokens : maker(around: hit) else { continue }
            guard found.last.map({ $0.tokens.upperBound <= words.lowerBound }) ?? true,
                !explainsAnother(words, row: hit.row, entities), let free = freePart(of: words, row: hit.row, entities)
            else { continue }
            let entity = entity(row: hit.row, &entityOfRow, &entities)
            let end = free.upperBound
            found.append(
                EntityMention(
                    entity: entity, tokens: withArticle(free), form: .descriptor,
                    possessive: end < tokens.count && tokens[end].kind == .possessive))
        }
        guard !found.isEmpty else { return }
        var covered = TokenSet(in: tokens.indices)
        for descriptor in found { covered.insert(descriptor.tokens) }
        entities.mentions.removeAll { $0.tokens.contains(where: covered.contains) }
        merge(found, into: &entities)
    }

    /// "the X maker", "maker of X" around a brand, or `nil`.
    private func maker(around brand: Hit) -> Range<Int>? {
        let end = brand.end
        if end < tokens.count, cues[end].contains(.maker), brand.first > 0, cues[brand.first - 1].contains(.determiner)
        {
            return brand.first..<end + 1
        }
        var at = brand.first - 1
        while at > 0, brand.first - at <= Self.makerReach, tokens[at].kind == .word {
            if cues[at].contains(.belongs), cues[at - 1].contains(.maker) { return at - 1..<end }
            if cues[at].contains(.conjunction) || cues[at].contains(.actVerb) { return nil }
            at -= 1
        }
        return nil
    }

    /// How far from its brand a maker may stand, in tokens: "l'éditeur du robot conversationnel X".
    private static var makerReach: Int { 4 }

    /// A descriptor behind an indefinite article, or behind another company's name and a comma, tells of somebody else.
    private func explainsAnother(_ range: Range<Int>, row: Int, _ entities: Entities) -> Bool {
        let start = withArticle(range).lowerBound
        guard start > 1 else { return false }
        if start == range.lowerBound, tokens[start - 1].kind == .word, cues[start - 1].contains(.article) {
            return true
        }
        guard tokens[start - 1].kind == .comma, let name = entities.mention(at: start - 2) else { return false }
        let entity = entities.all[name.entity]
        guard entity.kind == .organisation, !name.possessive, entity.catalogueRow != row else { return false }
        guard let owner = entity.catalogueRow, let parent = lexicon.companies[row].parent else { return true }
        return lexicon.companies[owner].id != parent
    }

    /// The part of a descriptor in which no other company is named, or `nil` where too little is left.
    private func freePart(of range: Range<Int>, row: Int, _ entities: Entities) -> Range<Int>? {
        var first = range.lowerBound
        var end = range.upperBound
        var index = entities.mentionIndex(from: first)
        if index > 0, entities.mentions[index - 1].tokens.upperBound > first { return nil }
        while index < entities.mentions.count, entities.mentions[index].tokens.lowerBound < end {
            let mention = entities.mentions[index]
            let kind = entities.all[mention.entity].kind
            if kind != .product, kind != .place, entities.all[mention.entity].catalogueRow != row {
                if mention.tokens.lowerBound == first {
                    first = mention.tokens.upperBound
                    if first < end, tokens[first].kind == .possessive { first += 1 }
                } else {
                    end = mention.tokens.lowerBound
                    if tokens[end - 1].kind == .word, cues[end - 1].contains(.belongs) { end -= 1 }
                }
            }
            index += 1
        }
        return first < end ? first..<end : nil
    }

    private func withArticle(_ range: Range<Int>) -> Range<Int> {
        let before = range.lowerBound - 1
        guard before >= 0, tokens[before].kind == .word, cues[before].contains(.definite) else { return range }
        return before..<range.upperBound
    }

    /// The entity of a row of the catalogue, new where the text does not name it.
    private func entity(row: Int, _ entityOfRow: inout EntityRows, _ entities: inout Entities) -> Int {
        if let known = entityOfRow[row] { return known }
        let company = lexicon.companies[row]
        entities.all.append(
            Entity(
                sort: company.sort, kind: .organisation, name: company.name, catalogueRow: row,
                home: company.home))
        entityOfRow.insert(entities.all.count - 1, at: row)
        return entities.all.count - 1
    }
}
