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
    /// Whether something must follow behind other words: "take … private".
    var hasTail = false
    /// Whether "by" names the other side of its active: "has a site built by A".
    var isCausative = false
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
    /// What belongs to it behind other words.
    var tail: Range<Int>?
}

/// The triggers of a language, from its table `triggers`.
struct Triggers: Sendable {
    private var entries: [TriggerEntry] = []
    /// What must follow behind other words, in the ways that it may be worded, by row.
    private var tails: [[[UInt64]]] = []
    /// A bit for the first word of each of them, by row: most words are none of them.
    private var tailMasks: [UInt64] = []
    private var forms: FormLexicon
    /// The rows of one word, by its first letter: few words change it.
    private var words: [[Int]] = .filled(with: [], count: 256)

    /// Compiles the table into the gazetteer.
    init(
        _ tables: Tables, _ frames: Frames, _ paradigms: Paradigms, _ gazetteer: inout Gazetteer.Builder
    ) throws(LexiconError) {
        let rows = try tables.own("triggers")
        forms = FormLexicon(.trigger, isAskedByRow: true, count: paradigms.count(of: rows, paradigm: 1))
        entries.reserveCapacity(rows.count)
        tails.reserveCapacity(rows.count)
        tailMasks.reserveCapacity(rows.count)
        var (parts, places) = (ColumnWords<TriggerEntry.Part>(), ColumnWords<Int>())
        var strengths = ColumnWords<TriggerEntry.Strength>()
        var (statuses, types) = (ColumnWords<DealStatus>(), ColumnWords<DealType>())
        for row in rows {
            let part = try parts.value(of: 2, in: row, TriggerEntry.Part.init)
            let frame = try places.value(of: 3, in: row) { frames.index(of: $0) }
            let strength = try strengths.value(of: 4, in: row, TriggerEntry.Strength.init)
            let status = try statuses.valueIfAny(of: 5, in: row, DealStatus.init)
            let type = try types.valueIfAny(of: 6, in: row, DealType.init)
            let gapped = row.withBytes(of: 0, Self.parts)
            let tails = gapped?.tails ?? []
            if let head = gapped?.head {
                try forms.add(head, row[1], row: entries.count, from: row, paradigms, &gazetteer)
            } else {
                if let letter = row.withBytes(of: 0, Self.letter) { words[Int(letter)].append(entries.count) }
                try forms.add(column: 0, paradigm: 1, row: entries.count, from: row, paradigms, &gazetteer)
            }
            entries.append(
                TriggerEntry(
                    part: part, frame: frame, strength: strength, status: status, type: type,
                    hasTail: !tails.isEmpty, isCausative: frames.all[frame].isCausative))
            self.tails.append(tails)
            tailMasks.append(tails.reduce(0) { $0 | TriggerSurroundings.Gap.bit($1[0]) })
        }
    }

    /// The first letter of a lemma of one word; `nil` for several.
    private static func letter(_ lemma: UnsafeBufferPointer<UInt8>) -> UInt8? {
        lemma.contains(space) ? nil : Folding.first(of: lemma)
    }

    /// The words of a lemma that stand together, and what may follow behind a gap: "take … private", "give … job/contract";
    /// `nil` where it has none, as most.
    private static func parts(_ letters: UnsafeBufferPointer<UInt8>) -> (head: String, tails: [[UInt64]])? {
        guard let gap = gap(in: letters, from: 0), self.gap(in: letters, from: gap.upperBound) == nil else {
            return nil
        }
        var head: [UInt8] = []
        head.reserveCapacity(gap.lowerBound)
        for word in RowWords(UnsafeBufferPointer(rebasing: letters[..<gap.lowerBound])) {
            if !head.isEmpty { head.append(space) }
            head.append(contentsOf: word)
        }
        var tails: [[UInt64]] = []
        tails.reserveCapacity(usualTails)
        var start = gap.upperBound
        while start < letters.count {
            let end = letters[start...].firstIndex(of: slash) ?? letters.count
            var words: [UInt64] = []
            for word in RowWords(UnsafeBufferPointer(rebasing: letters[start..<end])) {
                if words.isEmpty { words.reserveCapacity(usualTail) }
                words.append(Folding.hash(word))
            }
            if !words.isEmpty { tails.append(words) }
            start = end + 1
        }
        return head.isEmpty || tails.isEmpty ? nil : (String(decoding: head, as: UTF8.self), tails)
    }

    /// As many ways as most gaps have, and as many words as each of them.
    private static let usualTails = 4
    private static let usualTail = 2

    /// The first sign "…" from a byte on.
    private static func gap(in letters: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
        var index = start
        while index + 2 < letters.count {
            if letters[index] == 0xE2, letters[index + 1] == 0x80, letters[index + 2] == 0xA6 {
                return index..<index + 3
            }
            index += 1
        }
        return nil
    }

    private static var space: UInt8 { UInt8(ascii: " ") }
    private static var slash: UInt8 { UInt8(ascii: "/") }

    /// Whether what looks like a finite verb is the noun behind a preposition, or the end of a longer noun: "megawatts of
    /// power", "computing power", "inference work".
    private func isNoun(
        _ first: Int, _ features: WordFeatures, _ document: Document, _ marks: ClauseMarks, _ entities: Entities
    ) -> Bool {
        guard first > 0, features.contains(.present) else { return false }
        if marks.slots[first - 1] == .of || isBehindSum(first, document, marks) { return true }
        guard let goods = document.hit(at: first - 1, .object), entities.mention(at: first - 1) == nil else {
            return false
        }
        let isSingular = WordFeatures(rawValue: goods.form).isSuperset(of: .singular)
        return goods.end > first || (isSingular && features.contains(.infinitive))
    }

    /// Whether a sum with an article leads up to a word: "a $450m bet".
    private func isBehindSum(_ first: Int, _ document: Document, _ marks: ClauseMarks) -> Bool {
        var index = first - 1
        while index > 0, first - index <= Self.longestSum,
            document.tokens[index].kind == .number || document.tokens[index].kind == .currencySign
                || document.tokens[index].kind == .hyphen || document.hit(at: index, .magnitude) != nil
                || document.tokens[index].kind == .stop && document.hasDigits(rightBehind: index)
        { index -= 1 }
        guard first - index > 2, document.tokens[index].kind == .word else { return false }
        return marks.words[index].contains(.determiner)
            && (index + 1..<first).contains { document.hit(at: $0, .currency) != nil }
    }

    /// How many tokens such a sum has, at most.
    private static let longestSum = 6

    /// What a row of the table says.
    func entry(_ row: Int) -> TriggerEntry { entries[row] }

    /// The triggers that begin in a token range, in order; several readings of a word follow each other.
    func triggers(of context: DealContext, in range: Range<Int>) -> [Trigger] {
        let (document, marks) = (context.document, context.marks)
        var found: [Trigger] = []
        var around = TriggerSurroundings(context, in: range)
        for hit in document.hits(in: range, .trigger) {
            if found.isEmpty { found.reserveCapacity(Self.usual) }
            if let heads = heads(of: hit, document, marks, context.entities) {
                for head in heads {
                    if let trigger = trigger(at: head, &around, context) { found.append(trigger) }
                }
            } else if let trigger = trigger(at: hit, &around, context) {
                found.append(trigger)
            } else if hit.tokens.count > 1, entries[hit.row].part == .verb {
                // "a contract for chips" is no verb, "an order passed by A" has an agent.
                for word in entries(of: hit.first, document, where: { _ in true }) {
                    if let trigger = trigger(at: word, &around, context) { found.append(trigger) }
                }
            }
        }
        guard found.count > 1 else { return found }
        dropAuxiliaries(&found, marks)
        dropHidden(&found)
        // What can be a verb in its place is none of the nouns that look like it.
        func isVerb(_ other: Trigger) -> Bool {
            other.voice == .nominal
                && found.contains { verb in
                    verb.tokens == other.tokens && verb.voice != .nominal && verb.voice != .reduced
                }
        }
        return found.contains(where: isVerb) ? found.filter { !isVerb($0) } : found
    }

    /// As many as most sentences have.
    private static let usual = 8

    /// The trigger that an entry is where it stands, if it is one.
    private func trigger(at hit: Hit, _ around: inout TriggerSurroundings, _ context: DealContext) -> Trigger? {
        if let mention = context.entities.mention(at: hit.first) {
            // "Series C" is no name, "Aldgate Partners" is.
            let kind = context.entities.all[mention.entity].kind
            guard hit.tokens == mention.tokens, kind == .project || kind == .product else { return nil }
        }
        let entry = entries[hit.row]
        // Behind most words nothing stands that those with a gap need: nothing else is asked of them.
        if entry.hasTail, tailMasks[hit.row] & around.gap(behind: hit.tokens, context).mask == 0 { return nil }
        // "it is the turn of A to buy" tells of no round.
        guard context.marks.slots[hit.first] != .subject, let features = forms.features(hit, in: context.document)
        else { return nil }
        if entry.part != .noun, isNoun(hit.first, features, context.document, context.marks, context.entities) {
            return nil
        }
        guard let voice = voice(of: hit, entry, features, &around, context) else { return nil }
        var trigger = Trigger(tokens: hit.tokens, entry: entry, features: features, voice: voice, row: hit.row)
        if entry.hasTail {
            guard let tail = tail(at: hit, &around, context) else { return nil }
            trigger.tail = tail
        }
        return trigger
    }

    /// The voice of an entry where it stands: "fait construire par A" has its subject before it, "passée par A" is no
    /// "passer par".
    private func voice(
        of hit: Hit, _ entry: TriggerEntry, _ features: WordFeatures, _ around: inout TriggerSurroundings,
        _ context: DealContext
    ) -> Trigger.Voice? {
        let before = around.before(hit.first, context)
        let voice = VoiceReader.voice(
            of: hit, entry.part, features, behind: before, context.document, context.marks)
        guard voice == .passive || voice == .reduced else { return voice }
        if entry.isCausative, voice == .reduced, !features.isDisjoint(with: .finite) { return .active }
        return hit.tokens.count > 1 && context.marks.slots[hit.end - 1] == .by ? nil : voice
    }

    /// Those of its first word that a hit is where its last one belongs to what follows: "signed on Monday", "buy up to";
    /// `nil` where it is what it is.
    private func heads(of hit: Hit, _ document: Document, _ marks: ClauseMarks, _ entities: Entities) -> [Hit]? {
        guard hit.tokens.count > 1 else { return nil }
        if let name = entities.mention(at: hit.first), name.tokens.upperBound == hit.end - 1 {
            // "Contoso Power supplies" is no power supply.
            return entries(of: hit.end - 1, document, where: { $0 != .noun })
        }
        guard isParted(hit, document, marks, entities) else { return nil }
        let isNoun = entries[hit.row].part == .noun
        return entries(of: hit.first, document, where: { ($0 == .noun) == isNoun })
    }

    /// Whether a token may by itself be a noun that tells deals of a type, also where it is a part of a longer entry.
    func isNoun(of type: DealType, at token: Int, _ frames: Frames, _ document: Document) -> Bool {
        document.tokens[token].kind == .word
            && entries(of: token, document) { $0 == .noun }
                .contains { frames.all[entries[$0.row].frame].types.contains(type) }
    }

    /// The entries of one word that a token may be, of some parts of speech.
    private func entries(
        of token: Int, _ document: Document, where wants: (TriggerEntry.Part) -> Bool
    ) -> [Hit] {
        let letter = document.bytes[Int(document.tokens[token].start)] | 0x20
        let rows = words[Int(letter)]
        guard !rows.isEmpty else { return [] }
        let letters = forms.letters(of: token, in: document)
        return rows.compactMap { row in
            guard wants(entries[row].part), forms.exactFeatures(letters, row: row) != nil else { return nil }
            return Hit(first: Int32(token), end: Int32(token + 1), layer: .trigger, row: Int32(row), form: 0)
        }
    }

    private func isParted(_ hit: Hit, _ document: Document, _ marks: ClauseMarks, _ entities: Entities) -> Bool {
        let last = hit.end - 1
        if let bound = document.hit(at: last, .bound), bound.end > hit.end { return true }
        guard let next = document.tokens[safe: hit.end], let slot = marks.slots[last] else { return false }
        let isYear = next.kind == .number && next.end - next.start == 4
        if isYear || document.hit(at: hit.end, .month) != nil || document.hit(at: hit.end, .weekday) != nil {
            return true
        }
        return slot == .in && entities.mention(at: hit.end).map { entities.all[$0.entity].kind == .place } ?? false
    }

    /// The words behind a gap that a trigger needs.
    private func tail(at hit: Hit, _ around: inout TriggerSurroundings, _ context: DealContext) -> Range<Int>? {
        let gap = around.gap(behind: hit.tokens, context)
        let mask = tailMasks[hit.row]
        let level = context.marks.insertions[hit.first]
        for first in hit.end..<gap.limit where context.marks.insertions[first] == level {
            let hash = context.document.tokens[first].hash
            guard mask & TriggerSurroundings.Gap.bit(hash) != 0 else { continue }
            for words in tails[hit.row] where words[0] == hash {
                guard first + words.count <= around.sentence.upperBound else { continue }
                guard words.indices.allSatisfy({ context.document.tokens[first + $0].hash == words[$0] }) else {
                    continue
                }
                // "builds it with A", not "with solar panels".
                let last = first + words.count - 1
                if context.marks.slots[last] == .with, !around.isParty(behind: last) { continue }
                return first..<last + 1
            }
        }
        return nil
    }

    /// Takes out "have" where it only is the auxiliary of the verb behind it: "has signed up as".
    private func dropAuxiliaries(_ found: inout [Trigger], _ marks: ClauseMarks) {
        func mayBe(_ trigger: Trigger) -> Bool {
            trigger.tokens.count == 1 && marks.words[trigger.tokens.lowerBound].contains(.have)
        }
        guard found.contains(where: mayBe) else { return }
        let participles = found.filter { $0.voice != .nominal && $0.features.contains(.participle) }
        found.removeAll { trigger in
            mayBe(trigger)
                && participles.contains { verb in
                    (trigger.tokens.upperBound..<max(trigger.tokens.upperBound, verb.tokens.lowerBound)).allSatisfy {
                        !marks.words[$0].isDisjoint(with: [.adverb, .be])
                    } && verb.tokens.lowerBound >= trigger.tokens.upperBound
                }
        }
    }

    /// Takes out the triggers that are only a part of one with a gap.
    private func dropHidden(_ found: inout [Trigger]) {
        guard found.contains(where: { $0.tail != nil }) else { return }
        let wide = found.filter { $0.tail != nil }
        found.removeAll { trigger in
            trigger.tail == nil
                && wide.contains { whole in
                    trigger.tokens.lowerBound == whole.tokens.lowerBound
                        || (whole.tail?.overlaps(trigger.tokens) ?? false)
                }
        }
    }
}
