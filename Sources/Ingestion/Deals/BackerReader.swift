import Model

/// What words beside a list of companies say of it, where money is put into a company.
enum BackerRole: String, Sendable {
    /// "alongside": who follows does the same as who was named.
    case beside
    /// "also took part": who stands beside the words is of the round or the loan told last.
    case joins
}

/// Finds who else puts money into a round or a loan than the one that its frame took: those named beside that one
/// ("alongside A and B"), and those whom the next sentences name ("C and D also took part").
struct BackerReader: Sendable {
    private let cues: CueTable<BackerRole>

    /// Compiles the table of backers into the gazetteer.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        cues = try CueTable(tables, "backers", .backer, &gazetteer)
    }

    /// The candidates with all who put money in.
    func completed(_ candidates: [DealCandidate], _ context: DealContext) -> [DealCandidate] {
        let document = context.document
        guard candidates.contains(where: { $0.type.isFunding }) else { return candidates }
        var lists = BackerLists(candidates, context)
        var cued = RowSet(in: document.sentences.indices)
        for hit in document.hits(of: .backer) { cued.insert(Int(document.tokens[hit.first].sentence)) }
        for sentence in document.sentences.indices where cued.contains(sentence) || lists.mayGoOn(in: sentence) {
            for list in lists.lists(in: sentence, least: cued.contains(sentence) ? 1 : BackerLists.leastToGoOn) {
                if let deal = lists.deal(continuedBy: list, in: sentence) { lists.add(list, to: deal) }
                guard cued.contains(sentence) else { continue }
                let span = list[0].tokens.lowerBound..<list[list.count - 1].tokens.upperBound
                let matches = cues.matches(at: span, of: document, limits: 0..<document.tokens.count)
                guard let match = matches.first(where: { lists.isAffirmed($0, beside: span) }) else { continue }
                if match.role == .beside, !lists.stands(beside: match.tokens, span) { continue }
                lists.add(list, at: span, of: sentence, isTold: match.role == .joins)
            }
        }
        return lists.candidates
    }
}

/// The deals that lists of companies may belong to.
private struct BackerLists {
    private(set) var candidates: [DealCandidate]
    private let context: DealContext
    /// The deals that each sentence tells, with the trigger.
    private(set) var told: [[(deal: Int, trigger: Range<Int>)]]

    init(_ candidates: [DealCandidate], _ context: DealContext) {
        self.candidates = candidates
        self.context = context
        told = .filled(with: [], count: context.document.sentences.count)
        for (deal, candidate) in candidates.enumerated() {
            for anchor in candidate.anchors where !anchor.trigger.isEmpty {
                let sentence = Int(context.document.tokens[anchor.trigger.lowerBound].sentence)
                told[sentence].append((deal, anchor.trigger))
            }
        }
    }

    /// Whether a sentence tells a deal and names so many that a list may go on behind the one that a frame took.
    func mayGoOn(in sentence: Int) -> Bool {
        !told[sentence].isEmpty && context.entities.mentions(in: context.document.sentences[sentence]).count > 2
    }

    /// The lists of names of a sentence: of one name or more, outside quotation marks; none where it has fewer names than
    /// `least`.
    func lists(in sentence: Int, least: Int) -> [[EntityMention]] {
        let names = context.entities.mentions(in: context.document.sentences[sentence]).filter {
            $0.form == .name && context.entities.isParty($0, context.document)
                && !context.isQuoted($0.tokens.lowerBound)
        }
        guard names.count >= least else { return [] }
        var lists: [[EntityMention]] = []
        for name in names {
            if let last = lists.last?.last, isJoined(last.tokens.upperBound..<name.tokens.lowerBound) {
                lists[lists.count - 1].append(name)
            } else {
                lists.append([name])
            }
        }
        return lists
    }

    /// Whether two names belong to one list: a comma or "and" stands between them, at most with a noun or a sum of theirs.
    private func isJoined(_ gap: Range<Int>) -> Bool {
        guard gap.count <= Self.widestJoint else { return false }
        var isJoined = false
        for index in gap {
            let word = context.marks.words[index]
            let slot = word.contains(.determiner) ? nil : context.marks.slots[index]
            if let slot, slot != .of { return false }
            if context.document.tokens[index].kind == .comma || word.contains(.and) {
                isJoined = true
            } else if !isJoined || !word.isDisjoint(with: [.be, .have, .say, .relative, .but]) {
                return false
            } else if ![.word, .number, .currencySign].contains(context.document.tokens[index].kind) {
                return false
            }
        }
        let (document, marks) = (context.document, [Layer.trigger, .backer])
        return isJoined && marks.allSatisfy { document.hits(in: gap, $0).isEmpty }
    }

    /// Whether nothing between a word and a list says no: "did not take part".
    func isAffirmed(_ match: CueTable<BackerRole>.Match, beside list: Range<Int>) -> Bool {
        let gap = context.document.gap(between: match.tokens, list)
        return !context.status.marks(in: gap).contains { $0.mark == .not || $0.mark == .particle }
    }

    /// Whether "with" adds its list to somebody named before or to the sum, and the list ends there: "raised 3 million with A".
    func stands(beside cue: Range<Int>, _ list: Range<Int>) -> Bool {
        guard list.lowerBound >= cue.upperBound else { return false }
        let first = context.document.sentence(of: cue.lowerBound).lowerBound
        guard cue.lowerBound > first else { return true }
        let before = cue.lowerBound - 1
        let next = context.literals.partitioningIndex { $0.tokens.lowerBound >= cue.lowerBound }
        let isBehindSum = next > 0 && context.literals[next - 1].tokens.upperBound == cue.lowerBound
        if isBehindSum || context.entities.mention(at: before) != nil { return true }
        guard context.document.tokens[before].kind == .comma else { return false }
        guard let token = context.document.tokens[safe: list.upperBound] else { return true }
        return token.kind != .word || !context.marks.words[list.upperBound].isDisjoint(with: [.and, .relative])
    }

    /// Adds a list to the round or loan that its sentence tells, or, where words say that they join it, one before.
    mutating func add(_ list: [EntityMention], at tokens: Range<Int>, of sentence: Int, isTold: Bool) {
        guard let deal = deal(at: tokens, of: sentence, isTold: isTold) else { return }
        add(list, to: deal)
    }

    /// The round or loan whose frame took a name of a list of which nothing but "and", commas and prepositions part the
    /// others: "auprès de A, de B et de C".
    func deal(continuedBy list: [EntityMention], in sentence: Int) -> Int? {
        guard list.count >= Self.leastToGoOn, !told[sentence].isEmpty else { return nil }
        let isTight = zip(list, list.dropFirst()).allSatisfy { one, next in
            (one.tokens.upperBound..<next.tokens.lowerBound).allSatisfy { index in
                context.document.tokens[index].kind == .comma || context.marks.slots[index] == .of
                    || !context.marks.words[index].isDisjoint(with: [.and, .determiner])
            }
        }
        let last = list[list.count - 2].tokens.upperBound..<list[list.count - 1].tokens.lowerBound
        guard isTight, last.contains(where: { context.marks.words[$0].contains(.and) }) else { return nil }
        return told[sentence].lazy.map(\.deal).first { deal in
            let candidate = candidates[deal]
            guard candidate.type.isFunding else { return false }
            let second = candidate.type.role(ofSide: 1)
            let named = candidate.parties.filter { party in list.contains { $0.entity == party.entity } }
            return named.contains { party in list.contains { $0.tokens == party.tokens } }
                && named.allSatisfy { $0.role != second }
        }
    }

    mutating func add(_ list: [EntityMention], to deal: Int) {
        let role = candidates[deal].type.role(ofSide: 0)
        for name in list where isNew(name.entity, deal) {
            let place = candidates[deal].parties.lastIndex { $0.role == role }.map { $0 + 1 } ?? 0
            candidates[deal].parties.insert(
                .init(entity: name.entity, role: role, tokens: name.tokens), at: place)
        }
    }

    private func deal(at tokens: Range<Int>, of sentence: Int, isTold: Bool) -> Int? {
        if !told[sentence].isEmpty {
            return told[sentence].filter { candidates[$0.deal].type.isFunding }
                .min { distance($0.trigger, tokens) < distance($1.trigger, tokens) }?.deal
        }
        let document = context.document
        let paragraph = document.tokens[tokens.lowerBound].paragraph
        guard isTold else { return nil }
        for before in stride(from: sentence - 1, through: max(0, sentence - Self.reach), by: -1) {
            guard document.tokens[document.sentences[before].lowerBound].paragraph == paragraph else { return nil }
            guard !told[before].isEmpty else { continue }
            return told[before].last { candidates[$0.deal].type.isFunding }?.deal
        }
        return nil
    }

    private func distance(_ trigger: Range<Int>, _ tokens: Range<Int>) -> Int {
        context.document.gap(between: trigger, tokens).count
    }

    /// Whether an entity is no party of a deal yet, nor of another one with its second side, nor of a party's family.
    private func isNew(_ entity: Int, _ deal: Int) -> Bool {
        let (candidate, all) = (candidates[deal], context.entities.all)
        let second = candidate.type.role(ofSide: 1)
        let isFamily = candidate.parties.contains {
            $0.entity == entity || all[$0.entity].parent == entity || all[entity].parent == $0.entity
        }
        let others = candidate.parties.filter { $0.role == second }.map(\.entity)
        return !isFamily
            && !candidates.contains { other in
                other.type.isFunding && other.parties.contains { $0.entity == entity }
                    && other.parties.contains { others.contains($0.entity) && $0.role == second }
            }
    }

    /// How many names a list has that may go on behind those whom a frame took.
    static let leastToGoOn = 3
    /// How many tokens may stand between two names of a list.
    private static let widestJoint = 8
    /// How many sentences back the round may be told.
    private static let reach = 2
}
