import Model

/// Finds standing ties between companies: cues ("subsidiary", "backed by") with a bearer and a complement.
struct RelationshipReader: Sendable {
    private let cues: [RelationCue]
    private let words: [RelationWord]

    /// Compiles the tables of ties into the gazetteer.
    ///
    /// - Throws: ``LexiconError`` for a predicate, form or preposition that is not known.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        var cues: [RelationCue] = []
        for row in try tables.own("relations") {
            let cue = try Self.cue(row)
            for surface in row.list(0) { gazetteer.add(surface, .relation, row: cues.count) }
            cues.append(cue)
        }
        var words: [RelationWord] = []
        for row in try tables.own("relation_words") {
            guard let word = RelationWord(rawValue: row[0]) else { throw row.unknown(row[0]) }
            for surface in row.list(1) { gazetteer.add(surface, .relationWord, row: words.count) }
            words.append(word)
        }
        self.cues = cues
        self.words = words
    }

    private static func cue(_ row: Row) throws(LexiconError) -> RelationCue {
        guard let form = RelationCue.Form(rawValue: row[1]) else { throw row.unknown(row[1]) }
        guard let predicate = Relationship.Predicate(rawValue: row[2]) else { throw row.unknown(row[2]) }
        var prepositions: Set<RelationWord> = []
        for name in row.list(4) {
            guard let word = RelationWord(rawValue: name) else { throw row.unknown(name) }
            prepositions.insert(word)
        }
        return RelationCue(
            form: form, predicate: predicate, isInverse: row[3] == "inverse", prepositions: prepositions,
            name: row.list(0).first.map { String(decoding: Folding.fold($0), as: UTF8.self) } ?? "")
    }

    /// The ties that the text states; those that repeat a deal are left out.
    func relationships(
        of document: Document, entities: Entities, literals: [Literal], deals: [Finding<Deal>]
    ) -> [Finding<Relationship>] {
        var found: [Finding<Relationship>] = []
        var seen: Set<Relationship> = []
        let told = ToldTies(deals.map(\.record))
        for sentence in document.sentences {
            let cueHits = document.hits(in: sentence, .relation).filter {
                !document.tokens[$0.first].flags.contains(.quoted)
            }
            guard !cueHits.isEmpty else { continue }
            let view = RelationSentence(
                document: document, entities: entities, tokens: sentence, words: words,
                sizes: literals.filter { sentence.contains($0.tokens.lowerBound) && $0.isSize }.map(\.tokens))
            guard view.mentions.count >= 2 else { continue }
            for hit in cueHits where !view.isName(hit.tokens) {
                let cue = cues[hit.row]
                for match in view.matches(of: cue, at: hit.tokens) {
                    guard let tie = match.tie(cue, entities), !told.contains(tie) else { continue }
                    guard seen.insert(tie).inserted, !Self.isMirrored(tie, in: seen) else { continue }
                    found.append(finding(tie, match, cue, hit.tokens, document))
                }
            }
        }
        return found
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
        _ tie: Relationship, _ match: RelationMatch, _ cue: RelationCue, _ tokens: Range<Int>, _ document: Document
    ) -> Finding<Relationship> {
        let rule = "relationship.\(cue.form.rawValue).\(cue.predicate.rawValue)"
        let bearer = cue.isInverse ? "/object" : "/subject"
        let complement = cue.isInverse ? "/subject" : "/object"
        let evidence = [
            document.evidence(for: bearer, match.bearer.tokens, rule: rule),
            document.evidence(for: "/predicate", tokens, rule: rule),
            document.evidence(for: complement, match.complement.tokens, rule: rule),
        ]
        return Finding(tie, evidence: evidence.compactMap(\.self), confidence: match.isNear ? 800 : 600)
    }
}

/// A cue with the two mentions that it ties.
struct RelationMatch {
    let bearer: EntityMention
    let complement: EntityMention
    /// Whether nothing but small words stands between.
    let isNear: Bool

    func tie(_ cue: RelationCue, _ entities: Entities) -> Relationship? {
        cue.tie(bearer: entities.all[bearer.entity].name, complement: entities.all[complement.entity].name)
    }
}

/// The ties that the deals of the article tell already.
private struct ToldTies {
    private var ties: Set<Relationship> = []

    init(_ deals: [Deal]) {
        for deal in deals {
            let roles = deal.type.roles
            let first = deal.parties.filter { $0.role == roles[0] }
            let second = roles.count > 1 ? deal.parties.filter { $0.role == roles[1] } : first
            for left in first {
                for right in second where left.company != right.company {
                    add(left.company, right.company, deal.type)
                }
            }
        }
    }

    private mutating func add(_ left: String, _ right: String, _ type: DealType) {
        let predicates: [Relationship.Predicate] =
            switch type {
            case .compute, .hardware, .datacenter, .power: [.customerOf]
            case .investment: [.investorIn]
            case .acquisition: [.investorIn]
            case .partnership: [.partnerOf]
            case .financing: []
            }
        for predicate in predicates {
            if let tie = try? Relationship(subject: left, predicate: predicate, object: right) { ties.insert(tie) }
            if predicate == .customerOf,
                let tie = try? Relationship(subject: right, predicate: .supplierTo, object: left)
            {
                ties.insert(tie)
            }
            if predicate.isSymmetric,
                let tie = try? Relationship(subject: right, predicate: predicate, object: left)
            {
                ties.insert(tie)
            }
        }
        // A purchase makes the target a subsidiary: saying so again is no tie of its own.
        if type == .acquisition,
            let tie = try? Relationship(subject: right, predicate: .subsidiaryOf, object: left)
        {
            ties.insert(tie)
        }
    }

    func contains(_ tie: Relationship) -> Bool {
        ties.contains(tie)
    }
}

extension Literal {
    /// Whether it says how large a deal is: a sum, a capacity.
    fileprivate var isSize: Bool {
        kind == .money || kind == .power
    }
}
