import Model

/// A word that may tell a deal.
struct TriggerEntry: Sendable {
    enum Part: String, Sendable {
        case verb, noun
        /// A verb that means this only with the reflexive pronoun.
        case reflexive
        /// A verb whose perfect is built like a passive.
        case intransitive
    }

    enum Strength: String, Sendable {
        case strong = ""
        /// Only beside a noun of what its frame moves.
        case voted
        /// Only beside a figure.
        case figure
        /// Only beside such a noun and a figure.
        case weak
        /// Only with a noun of a deal as its object: tells nothing alone.
        case light
        /// Never tells a deal; hides shorter entries.
        case never

        /// Whether the word may tell a deal by itself.
        var tells: Bool { self != .light && self != .never }
    }

    let part: Part
    let frame: Int
    let strength: Strength
    let status: DealStatus?
    let type: DealType?
}

/// A trigger in a text.
struct Trigger: Sendable {
    enum Voice: String, Sendable {
        case active, passive
        /// A participle or gerund that describes a noun.
        case reduced
        case nominal
    }

    let tokens: Range<Int>
    let entry: TriggerEntry
    let features: WordFeatures
    let voice: Voice
    /// Its row of the table.
    let row: Int
}

/// The triggers of a language, from its table `triggers`.
struct Triggers: Sendable {
    private var entries: [TriggerEntry] = []
    private var forms = FormLexicon(.trigger)

    /// Compiles the table into the gazetteer.
    init(
        _ tables: Tables, _ frames: Frames, _ paradigms: Paradigms, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        for row in try tables.own("triggers") {
            guard let part = TriggerEntry.Part(rawValue: row[2]) else { throw row.unknown(row[2]) }
            guard let frame = frames.index(of: row[3]) else { throw row.unknown(row[3]) }
            guard let strength = TriggerEntry.Strength(rawValue: row[4]) else { throw row.unknown(row[4]) }
            let status = DealStatus(rawValue: row[5])
            guard status != nil || row[5].isEmpty else { throw row.unknown(row[5]) }
            let type = DealType(rawValue: row[6])
            guard type != nil || row[6].isEmpty else { throw row.unknown(row[6]) }
            try forms.add(row[0], row[1], row: entries.count, from: row, paradigms, &gazetteer)
            entries.append(
                TriggerEntry(part: part, frame: frame, strength: strength, status: status, type: type))
        }
    }

    /// Whether what looks like a finite verb is the noun behind a preposition: "megawatts of power".
    private func isNoun(_ first: Int, _ features: WordFeatures, _ marks: ClauseMarks) -> Bool {
        first > 0 && features.contains(.present) && marks.slots[first - 1] == .of
    }

    /// The triggers that begin in a token range, in order; several readings of a word follow each other.
    func triggers(of document: Document, in range: Range<Int>, _ marks: ClauseMarks, _ entities: Entities) -> [Trigger]
    {
        var found: [Trigger] = []
        for hit in document.hits(in: range, .trigger) {
            if let mention = entities.mention(at: hit.first) {
                // "Series C" is no name, "Aldgate Partners" is.
                let kind = entities.all[mention.entity].kind
                guard hit.tokens == mention.tokens, kind == .project || kind == .product else { continue }
            }
            guard let features = forms.features(hit, in: document) else { continue }
            let entry = entries[hit.row]
            if entry.part != .noun, isNoun(hit.first, features, marks) { continue }
            guard let voice = VoiceReader.voice(of: hit, entry.part, features, document, marks) else { continue }
            found.append(Trigger(tokens: hit.tokens, entry: entry, features: features, voice: voice, row: hit.row))
        }
        // What can be a verb in its place is none of the nouns that look like it.
        return found.filter { trigger in
            trigger.voice != .nominal
                || !found.contains { $0.tokens == trigger.tokens && $0.voice != .nominal && $0.voice != .reduced }
        }
    }
}
