import Model

/// The words that say how far a deal has come, whether it is only hearsay, possible or denied.
struct StatusWords: Sendable {
    /// What a word says of the deal beside it.
    enum Mark: Sendable, Equatable {
        case status(DealStatus)
        /// "ended": of talks, that nothing came of them; of a contract, nothing.
        case ended
        case hearsay
        /// "could", "pourrait".
        case might
        /// "whether", "possibilité": opens what follows.
        case open
        case future
        /// What would end a deal lies ahead: "to be completed".
        case ahead
        /// "would".
        case would
        /// "is to": a plan, unless a contract is spoken of.
        case planned
        /// "not".
        case not
        /// "ne": half of a negation, whose other half stands behind the verb.
        case particle
        /// "denied".
        case deny
        /// "story", "rumeur": what is rejected where a word that ends a deal stands before it.
        case report
    }

    private enum MediaSide: String {
        case before, after, beside
    }

    private var statuses: [Mark] = []
    private var statusForms: FormLexicon
    private var hearsayForms = FormLexicon(.hearsay)
    /// Where the name of a medium must stand beside words of hearsay; `nil` where none is needed.
    private var mediaSides: [MediaSide?] = []
    private var negations: [Mark] = []
    private var negationForms = FormLexicon(.negation)
    private var modalities: [Mark] = []
    private var modalityForms = FormLexicon(.modality)

    /// Compiles the tables into the gazetteer.
    init(
        _ tables: Tables, _ paradigms: Paradigms, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        var (marks, sides) = (ColumnWords<Mark>(), ColumnWords<MediaSide>())
        let rows = try tables.own("status")
        statusForms = FormLexicon(.status, count: rows.count)
        for row in rows {
            let status = try marks.value(of: 2, in: row) { word in
                word == "ended" ? .ended : DealStatus(rawValue: word).map(Mark.status)
            }
            try statusForms.add(column: 0, paradigm: 1, row: statuses.count, from: row, paradigms, &gazetteer)
            statuses.append(status)
        }
        for (index, row) in try tables.own("hearsay").enumerated() {
            let side = try sides.valueIfAny(of: 1, in: row, MediaSide.init)
            try hearsayForms.add(column: 0, row: index, from: row, paradigms, &gazetteer)
            mediaSides.append(side)
        }
        for row in try tables.own("negation") {
            guard let mark = Self.mark(row[1]) else { throw row.unknown(row[1]) }
            try negationForms.add(column: 0, row: negations.count, from: row, paradigms, &gazetteer)
            negations.append(mark)
        }
        for row in try tables.own("modality") {
            guard let mark = Self.mark(row[1]) else { throw row.unknown(row[1]) }
            try modalityForms.add(column: 0, row: modalities.count, from: row, paradigms, &gazetteer)
            modalities.append(mark)
        }
    }

    private static func mark(_ word: String) -> Mark? {
        switch word {
        case "might": .might
        case "open": .open
        case "future": .future
        case "would": .would
        case "planned": .planned
        case "not": .not
        case "particle": .particle
        case "deny": .deny
        case "report": .report
        default: nil
        }
    }

    /// The marks of a text with their places.
    func marks(of document: Document, _ clauses: ClauseMarks, _ entities: Entities) -> StatusMarks {
        var found = StatusMarks()
        for hit in document.hits {
            guard let mark = mark(of: hit, in: document, clauses), !isInName(hit, document, entities) else { continue }
            found.append(.init(mark: mark, tokens: hit.tokens, isVerb: isVerb(hit, in: document, clauses)))
        }
        found.readLabels(of: document, clauses)
        return found
    }

    /// Whether a word is part of a company's name: the Founders Fund does not founder.
    private func isInName(_ hit: Hit, _ document: Document, _ entities: Entities) -> Bool {
        guard hit.layer == .status, document.tokens[hit.first].capitalised else { return false }
        return entities.mention(at: hit.first).map { $0.form == .name && $0.tokens.count > 1 } ?? false
    }

    private func mark(of hit: Hit, in document: Document, _ clauses: ClauseMarks) -> Mark? {
        switch hit.layer {
        case .status: status(of: hit, in: document, clauses)
        case .hearsay: isHearsay(hit, in: document) ? .hearsay : nil
        case .negation: negationForms.features(hit, in: document).map { _ in negations[hit.row] }
        case .modality: modality(of: hit, in: document)
        default: nil
        }
    }

    /// Whether a word of status is a verb: an inflected one, or one with the particle of an infinitive behind it.
    private func isVerb(_ hit: Hit, in document: Document, _ clauses: ClauseMarks) -> Bool {
        guard hit.layer == .status else { return false }
        if clauses.words[hit.end - 1].contains(.to) { return true }
        return statusForms.features(hit, in: document).map { !$0.isEmpty } ?? false
    }

    /// Whether words are hearsay: those that only lead up to a medium ("according to", "wrote") beside the name of one.
    private func isHearsay(_ hit: Hit, in document: Document) -> Bool {
        guard hearsayForms.features(hit, in: document) != nil else { return false }
        guard let side = mediaSides[hit.row] else { return true }
        let sentence = document.sentence(of: hit.first)
        let behind = hit.end..<min(hit.end + Self.mediumReach, sentence.upperBound)
        if side != .before, !document.hits(in: behind, .media).isEmpty { return true }
        let ahead = max(sentence.lowerBound, hit.first - Self.mediumReach - 1)..<hit.first
        return side != .after
            && document.hits(in: ahead, .media).contains { (0..<Self.mediumReach).contains(hit.first - $0.end) }
    }

    /// Within how many tokens of such words a medium is named.
    private static let mediumReach = 2

    /// What a modal says; nothing where its capital shows a month ("in May").
    private func modality(of hit: Hit, in document: Document) -> Mark? {
        let token = document.tokens[hit.first]
        let isName = token.capitalised && !token.flags.contains(.sentenceStart)
        if isName, document.hit(at: hit.first, .month) != nil { return nil }
        return modalityForms.features(hit, in: document).map { _ in modalities[hit.row] }
    }

    /// What a word of status says; nothing where it is a noun.
    private func status(of hit: Hit, in document: Document, _ clauses: ClauseMarks) -> Mark? {
        guard let features = statusForms.features(hit, in: document) else { return nil }
        let mark = statuses[hit.row]
        if mark == .status(.rumored), isBeforeFigure(hit, in: document) { return nil }
        guard !features.isEmpty else { return isAside(hit, in: document) ? nil : mark }
        let before = VoiceReader.Before(hit.first, document, clauses)
        guard VoiceReader.voice(of: hit, .verb, features, behind: before, document, clauses) != nil else { return nil }
        guard mark == .status(.completed) else { return mark }
        let isDone = !features.isDisjoint(with: [.past, .participle, .present])
        let isAhead = VoiceReader.isPlanned(hit.first, document, clauses) || isGoverned(hit, in: document, clauses)
        if isAhead { return .ahead }
        return isDone ? mark : nil
    }

    /// Whether a figure follows: "close to a gigawatt", "près de 5 milliards".
    private func isBeforeFigure(_ hit: Hit, in document: Document) -> Bool {
        guard let next = document.tokens[safe: hit.end] else { return false }
        if next.kind == .number || next.kind == .currencySign { return true }
        let scale = hit.end + 1
        return document.hit(at: hit.end, .numberWord) != nil
            && (document.hit(at: scale, .unit) != nil || document.hit(at: scale, .magnitude) != nil)
    }

    /// Whether a word stands alone between commas: "on June 3, already, it had sold".
    private func isAside(_ hit: Hit, in document: Document) -> Bool {
        hit.tokens.count == 1 && document.tokens[safe: hit.first - 1]?.kind == .comma
            && document.tokens[safe: hit.end]?.kind == .comma
    }

    /// Whether a modal of several words leads up to a verb: "is to deliver", "is expected to be closed".
    private func isGoverned(_ hit: Hit, in document: Document, _ clauses: ClauseMarks) -> Bool {
        let floor = max(document.sentence(of: hit.first).lowerBound, hit.first - Self.longestModal)
        return document.hits(in: floor..<hit.first, .modality).contains { modal in
            modal.end <= hit.first && (modal.end..<hit.first).allSatisfy { clauses.words[$0].contains(.be) }
        }
    }

    /// The longest modal with an auxiliary behind it, in tokens.
    private static let longestModal = 5
}
