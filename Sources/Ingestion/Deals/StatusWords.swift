import Model

/// The words that say how far a deal has come, whether it is only hearsay, possible or denied.
struct StatusWords: Sendable {
    /// What a word says of the deal beside it.
    enum Mark: Sendable, Equatable {
        case status(DealStatus)
        case hearsay
        /// "could", "pourrait".
        case might
        /// "whether", "possibilité": opens what follows.
        case open
        case future
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
    }

    private var statuses: [DealStatus] = []
    private var statusForms = FormLexicon(.status)
    private var hearsayForms = FormLexicon(.hearsay)
    private var negations: [Mark] = []
    private var negationForms = FormLexicon(.negation)
    private var modalities: [Mark] = []
    private var modalityForms = FormLexicon(.modality)

    /// Compiles the tables into the gazetteer.
    init(
        _ tables: Tables, _ paradigms: Paradigms, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        for row in try tables.own("status") {
            guard let status = DealStatus(rawValue: row[2]) else { throw row.unknown(row[2]) }
            try statusForms.add(row[0], row[1], row: statuses.count, from: row, paradigms, &gazetteer)
            statuses.append(status)
        }
        for (index, row) in try tables.own("hearsay").enumerated() {
            try hearsayForms.add(row[0], "", row: index, from: row, paradigms, &gazetteer)
        }
        for row in try tables.own("negation") {
            guard let mark = Self.mark(row[1]) else { throw row.unknown(row[1]) }
            try negationForms.add(row[0], "", row: negations.count, from: row, paradigms, &gazetteer)
            negations.append(mark)
        }
        for row in try tables.own("modality") {
            guard let mark = Self.mark(row[1]) else { throw row.unknown(row[1]) }
            try modalityForms.add(row[0], "", row: modalities.count, from: row, paradigms, &gazetteer)
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
        default: nil
        }
    }

    /// The marks of a text with their places.
    func marks(of document: Document, _ clauses: ClauseMarks) -> StatusMarks {
        var found = StatusMarks()
        for hit in document.hits {
            guard let mark = mark(of: hit, in: document, clauses) else { continue }
            found.append(mark, hit.tokens)
        }
        return found
    }

    private func mark(of hit: Hit, in document: Document, _ clauses: ClauseMarks) -> Mark? {
        switch hit.layer {
        case .status: status(of: hit, in: document, clauses).map { .status($0) }
        case .hearsay: hearsayForms.features(hit, in: document).map { _ in .hearsay }
        case .negation: negationForms.features(hit, in: document).map { _ in negations[hit.row] }
        case .modality: modality(of: hit, in: document)
        default: nil
        }
    }

    /// What a modal says; nothing where its capital shows a month ("in May").
    private func modality(of hit: Hit, in document: Document) -> Mark? {
        let token = document.tokens[hit.first]
        let isName = token.capitalised && !token.flags.contains(.sentenceStart)
        if isName, document.hit(at: hit.first, .month) != nil { return nil }
        return modalityForms.features(hit, in: document).map { _ in modalities[hit.row] }
    }

    /// What a word of status says; nothing where it is a noun, or an act that only lies ahead.
    private func status(of hit: Hit, in document: Document, _ clauses: ClauseMarks) -> DealStatus? {
        guard let features = statusForms.features(hit, in: document) else { return nil }
        let status = statuses[hit.row]
        guard !features.isEmpty else { return status }
        guard VoiceReader.voice(of: hit, .verb, features, document, clauses) != nil else { return nil }
        guard status == .completed else { return status }
        let isDone = !features.isDisjoint(with: [.past, .participle, .present])
        return isDone && !VoiceReader.isPlanned(hit.first, document, clauses) ? status : nil
    }
}
