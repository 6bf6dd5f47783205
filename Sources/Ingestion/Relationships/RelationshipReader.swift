import Model

/// Finds standing ties between companies: cues ("subsidiary", "backed by") with a bearer and a complement.
struct RelationshipReader: Sendable {
    private var cues: [RelationCue] = []
    private var words: [RelationWord] = []
    private let trades: Trades

    /// As many cues as most sentences have.
    private static let usual = 4
    /// A sentence longer than this many tokens is read in parts.
    private static let longest = 400

    /// Compiles the tables of ties into the gazetteer.
    ///
    /// - Throws: ``LexiconError`` for a predicate, form or preposition that is not known.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        trades = try Trades(tables)
        for row in try tables.own("relations") {
            for (column, number) in [(0, RelationCue.Number.singular), (1, .plural)] {
                row.forEachPart(of: column) {
                    gazetteer.add($0, .relation, row: cues.count, form: number.rawValue)
                }
            }
            cues.append(try Self.cue(row))
        }
        for row in try tables.own("relation_words") {
            guard let word = RelationWord(rawValue: row[0]) else { throw row.unknown(row[0]) }
            for surface in row.list(1) { gazetteer.add(surface, .relationWord, row: words.count) }
            for surface in row.list(2) {
                gazetteer.add(surface, .relationWord, row: words.count, form: RelationSentence.objectForm)
            }
            words.append(word)
        }
    }

    private static func cue(_ row: Row) throws(LexiconError) -> RelationCue {
        guard let form = RelationCue.Form(rawValue: row[2]) else { throw row.unknown(row[2]) }
        guard let predicate = Relationship.Predicate(rawValue: row[3]) else { throw row.unknown(row[3]) }
        guard row[4] == "of" || row[4] == "inverse" else { throw row.unknown(row[4]) }
        var prepositions: Set<RelationWord> = []
        for name in row.list(5) {
            guard let word = RelationWord(rawValue: name) else { throw row.unknown(name) }
            prepositions.insert(word)
        }
        return RelationCue(
            form: form, predicate: predicate, isInverse: row[4] == "inverse", prepositions: prepositions)
    }

    /// The ties that the text states; those that repeat a deal are left out.
    func relationships(
        of document: Document, entities: Entities, literals: [Literal], deals: [Finding<Deal>]
    ) -> [Finding<Relationship>] {
        let parts = parts(document, entities)
        guard !parts.isEmpty else { return [] }
        var found: [Finding<Relationship>] = []
        var seen: Set<Relationship> = []
        let told = ToldTies(deals)
        let topics = RelationTopics(document, entities, deals.map(\.record), trades) { token in
            document.hit(at: token, .relationWord).map { words[$0.row] }
        }
        let sizes = literals.indices.compactMap { index in
            literals[index].kind == .money || literals[index].kind == .power ? literals[index].tokens : nil
        }
        let catalogue = entities.byRow
        for (part, hits) in parts {
            topics.advance(to: Int(document.tokens[part.lowerBound].sentence))
            let view = RelationSentence(
                document: document, entities: entities, tokens: part, words: words, topics: topics,
                sizes: Self.slice(sizes, in: part), cues: hits.map(\.tokens), catalogue: catalogue)
            for (match, reading) in view.matches(of: hits, cues) {
                topics.note(match.bearer, match.complement)
                guard let tie = reading.tie(match, entities),
                    !told.contains(tie, at: document.span(reading.tokens), in: document.span(part))
                else { continue }
                guard !Self.isMirrored(tie, in: seen), seen.insert(tie).inserted else { continue }
                found.append(finding(tie, match, reading, document))
            }
            for match in owned(view, entities) {
                let reading = RelationReading(
                    predicate: .subsidiaryOf, isInverse: false, rule: "name", tokens: match.bearer.tokens)
                guard let tie = reading.tie(match, entities), !told.contains(tie, at: nil), seen.insert(tie).inserted
                else { continue }
                found.append(finding(tie, match, reading, document))
            }
        }
        return found
    }

    /// "BlackRock's Global Infrastructure Partners": a known company that another one possesses.
    private func owned(_ view: RelationSentence, _ entities: Entities) -> [RelationMatch] {
        zip(view.mentions, view.mentions.dropFirst()).compactMap { owner, name in
            if view.isCompany(owner, of: name) { return RelationMatch(bearer: owner, complement: name, isNear: true) }
            if view.isOfGroup(owner, name) { return RelationMatch(bearer: owner, complement: name, isNear: true) }
            guard owner.possessive, owner.form == .name, name.form == .name, name.entity != owner.entity,
                owner.tokens.upperBound + 1 == name.tokens.lowerBound,
                entities.all[name.entity].parent == owner.entity || view.endsName(name.tokens.upperBound),
                entities.all[name.entity].catalogueRow != nil,
                !view.document.tokens[name.tokens.lowerBound].flags.contains(.quoted)
            else { return nil }
            return RelationMatch(bearer: name, complement: owner, isNear: true)
        }
    }

    /// The sentences, long ones cut, that name companies and hold cues or a company that another one possesses; with
    /// the cues.
    private func parts(_ document: Document, _ entities: Entities) -> [(tokens: Range<Int>, cues: [Hit])] {
        var parts: [(tokens: Range<Int>, cues: [Hit])] = []
        for sentence in document.sentences {
            for start in stride(from: sentence.lowerBound, to: sentence.upperBound, by: Self.longest) {
                let part = start..<min(start + Self.longest, sentence.upperBound)
                let companies = entities.organisations(in: part)
                guard !companies.isEmpty || namesTwo(part, document) else { continue }
                var hits: [Hit] = []
                for hit in document.hits(in: part, .relation)
                where !document.tokens[hit.first].flags.contains(.quoted) && hit.end <= part.upperBound {
                    if hits.isEmpty { hits.reserveCapacity(Self.usual) }
                    hits.append(hit)
                }
                let isOwner = { (name: EntityMention) in
                    name.form == .name
                        && (name.possessive || document.hit(at: name.tokens.upperBound, .companyNoun) != nil)
                }
                if !hits.isEmpty || companies.contains(where: isOwner) {
                    parts.append((part, hits))
                }
            }
        }
        return parts
    }

    /// Whether a sentence that names nobody begins with words for two that were named before: "both", "les deux groupes".
    private func namesTwo(_ part: Range<Int>, _ document: Document) -> Bool {
        (part.lowerBound..<min(part.lowerBound + 3, part.upperBound)).contains { token in
            document.hit(at: token, .relationWord).map { words[$0.row] == .both } ?? false
        }
    }

    /// Those of some ranges, sorted, that begin in a part.
    private static func slice(_ ranges: [Range<Int>], in part: Range<Int>) -> [Range<Int>] {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound < part.lowerBound { low = middle + 1 } else { high = middle }
        }
        return Array(ranges[low...].prefix { $0.lowerBound < part.upperBound })
    }

    /// Whether a tie that holds both ways, or its counterpart from the other side, stands already.
    private static func isMirrored(_ tie: Relationship, in seen: Set<Relationship>) -> Bool {
        let predicate: Relationship.Predicate? =
            switch tie.predicate {
            case .partnerOf, .competitorOf: tie.predicate
            case .customerOf: .supplierTo
            case .supplierTo: .customerOf
            default: nil
            }
        guard let predicate,
            let mirror = try? Relationship(subject: tie.object, predicate: predicate, object: tie.subject)
        else { return false }
        return seen.contains(mirror)
    }

    private func finding(
        _ tie: Relationship, _ match: RelationMatch, _ reading: RelationReading, _ document: Document
    ) -> Finding<Relationship> {
        let rule = "relationship.\(reading.rule).\(reading.predicate.rawValue)"
        let evidence = [
            document.evidence(for: reading.isInverse ? "/object" : "/subject", match.bearer.tokens, rule: rule),
            document.evidence(for: "/predicate", reading.tokens, rule: rule),
            document.evidence(for: reading.isInverse ? "/subject" : "/object", match.complement.tokens, rule: rule),
        ]
        return Finding(tie, evidence: evidence.compactMap(\.self), confidence: match.isNear ? 800 : 600)
    }
}
