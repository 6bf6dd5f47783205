import Model

/// The deal that a set of claims amounts to. Pure: the same claims and companies give the same deal.
///
/// Editors decide over articles, the latest of them over the others. Among articles the status walks forward with the
/// days of publication; a value is taken from the firmest report, then the most precise, then the latest; parties,
/// purposes and allocations are united. What a source says against the value shown stays visible as a conflict. Reprints
/// count as sources, and say nothing of their own.
struct DealFold {
    /// The claims that count, by moment; reprints left out where what they repeat is among the sources.
    private let voices: [(claim: DealClaim, source: Int)]
    private let claims: [DealClaim]
    private let sources: [RecordSource]
    private let directory: Directory
    private let allocations: AllocationFold
    /// The parties with the numbers of their companies, in the order of the deal.
    let members: [PartyFold.Member]

    /// A fold of claims that were neither retracted nor taken over by another deal, oldest first.
    ///
    /// - Throws: ``StoreError/invalid(_:)`` where the claims together name impossible parties.
    init(_ claims: [DealClaim], directory: Directory) throws(StoreError) {
        self.claims = claims
        self.directory = directory
        var places: [String: Int] = [:]
        var sources: [RecordSource] = []
        var voices: [(claim: DealClaim, source: Int)] = []
        let articles = Dictionary(
            claims.compactMap { claim in claim.article.map { ($0.number, $0.id) } },
            uniquingKeysWith: { first, _ in first })
        for claim in claims {
            let original = claim.article?.reprintOf.flatMap { articles[$0] }
            let key = claim.article?.id ?? "edit \(claim.number)"
            if places[key] == nil {
                places[key] = sources.count
                sources.append(claim.source(reprintOf: original))
            }
            if original == nil, let place = places[key] { voices.append((claim, place)) }
        }
        self.sources = sources
        if voices.count > 1 {
            voices.sort { $0.claim.moment.lexicographicallyPrecedes($1.claim.moment) }
        }
        self.voices = voices
        allocations = AllocationFold(voices)
        members = try PartyFold(voices.map(\.claim), directory: directory).parties
    }

    /// Identity and place in time of the state that is folded.
    struct Frame {
        var id: String
        var version: Int
        var changedAt: Timestamp
        /// The ids of records by kind and number.
        var recordID: (RecordKind, Int) throws(StoreError) -> String
    }

    /// The deal.
    ///
    /// - Throws: ``StoreError/invalid(_:)`` where the claims together make an impossible deal.
    func deal(_ frame: Frame) throws(StoreError) -> FoldedDeal {
        guard let first = claims.first, let type = best(\.type)?.value else { throw .invalid(.missingParties) }
        let steps = statusSteps()
        let value = offers(\.value, precision: { Precision.of($0?.amount) })
        let term = offers(\.term, precision: Precision.of)
        let power = offers(\.power, precision: { _ in 0 })
        let announced = offers(\.announcedOn, precision: { _ in 0 }, earliest: true)
        let parties = members
        let allocations = self.allocations.allocations
        let chosen = (
            value: Offer.best(value)?.value, term: Offer.best(term)?.value, power: Offer.best(power)?.value,
            announced: Offer.best(announced)?.value
        )
        let deal: Deal
        do throws(ModelError) {
            deal = try Deal(
                type: type, status: steps.last?.status ?? .signed, parties: parties.map(\.party), value: chosen.value,
                term: chosen.term, power: chosen.power, announcedOn: chosen.announced, purposes: purposes(),
                allocations: allocations.map(\.allocation))
        } catch {
            throw .invalid(error)
        }
        var conflicts = statusConflicts(steps)
        conflicts += value.conflicts(Field.value, with: chosen.value, agree: Agreement.of, FieldConflict.Claim.value)
        conflicts += term.conflicts(Field.term, with: chosen.term, agree: Agreement.of, FieldConflict.Claim.term)
        conflicts += power.conflicts(Field.power, with: chosen.power, agree: ==, FieldConflict.Claim.power)
        // A letter of intent and a contract have each a day of their own.
        let firmness = Offer.best(announced).map { $0.weights[1] }
        conflicts += announced.filter { $0.weights[1] == firmness }.conflicts(
            Field.announcedOn, with: chosen.announced, agree: ==, FieldConflict.Claim.announcedOn)
        conflicts += self.allocations.conflicts
        let weaver = FoldedEvidence(
            parties: parties, allocations: allocations, conflicts: conflicts, directory: directory)
        return FoldedDeal(
            id: frame.id, version: frame.version, createdAt: first.event.at, changedAt: frame.changedAt, deal: deal,
            parties: try parties.map { party throws(StoreError) in
                FoldedParty(id: try directory.card(party.number).id, party: party.party)
            },
            allocationIDs: try allocations.map { allocation throws(StoreError) in
                try frame.recordID(.allocation, allocation.number)
            },
            sources: sources, independentSources: independentSources, evidence: try weaver.collect(voices),
            conflicts: conflicts, statuses: steps, lineage: try lineage(frame),
            review: best(\.review)?.value ?? .unreviewed, confidence: claims.map(\.confidence).max() ?? 0)
    }

    /// The numbers of the allocations, in the order of the deal.
    var allocationNumbers: [Int] {
        allocations.allocations.map(\.number)
    }

    /// The day that places the deal in lists: announced, else first told.
    func day(of deal: Deal) -> Day {
        deal.announcedOn ?? claims.map(\.day).min() ?? Day(number: 0)
    }

    /// The numbers of the articles behind it.
    var articles: Set<Int> {
        Set(claims.compactMap { $0.article?.number })
    }

    // MARK: - Fields

    /// The last edit of a field, else the first article's word.
    private func best<Value>(_ field: KeyPath<StatedDeal, Value?>) -> (value: Value, source: Int)? {
        let stated = voices.compactMap { voice in
            voice.claim.stated[keyPath: field].map { (value: $0, source: voice.source, isEdit: voice.claim.isEdit) }
        }
        let choice = stated.last { $0.isEdit } ?? stated.first
        return choice.map { ($0.value, $0.source) }
    }

    private func offers<Value: Hashable>(
        _ field: KeyPath<StatedDeal, Value??>, precision: (Value?) -> Int, earliest: Bool = false
    ) -> [Offer<Value>] {
        voices.compactMap { voice in
            guard let stated = voice.claim.stated[keyPath: field] else { return nil }
            let moment = earliest && !voice.claim.isEdit ? voice.claim.moment.map { -$0 } : voice.claim.moment
            let weights =
                [
                    voice.claim.isEdit ? 1 : 0, voice.claim.isEdit ? 0 : Precision.firmness(voice.claim.stated.status),
                    voice.claim.isEdit ? 0 : precision(stated),
                ] + (voice.claim.isEdit ? [voice.claim.number] : moment)
            return Offer(value: stated, source: voice.source, weights: weights)
        }
    }

    private func purposes() -> [Purpose] {
        if let edit = voices.last(where: { $0.claim.isEdit && $0.claim.stated.purposes != nil }) {
            return edit.claim.stated.purposes ?? []
        }
        return voices.flatMap { $0.claim.stated.purposes ?? [] }
    }

    private func statusSteps() -> [StatusStep] {
        var steps: [StatusStep] = []
        for voice in voices where !voice.claim.isEdit {
            guard let status = voice.claim.stated.status else { continue }
            if let reached = steps.last?.status, status <= reached { continue }
            let day = (voice.claim.stated.announcedOn ?? nil) ?? voice.claim.article?.published
            steps.append(StatusStep(status: status, on: day, source: voice.source))
        }
        let edits = voices.filter { $0.claim.isEdit && $0.claim.stated.status != nil }
        for edit in edits.sorted(by: { $0.claim.number < $1.claim.number }) {
            guard let status = edit.claim.stated.status, status != steps.last?.status else { continue }
            steps.append(StatusStep(status: status, on: edit.claim.event.at.day, source: edit.source))
        }
        return steps
    }

    /// Articles that tell of an earlier status than one that was published before them.
    private func statusConflicts(_ steps: [StatusStep]) -> [FieldConflict] {
        guard let last = steps.last,
            let reached = voices.first(where: { $0.source == last.source && $0.claim.stated.status == last.status })
        else { return [] }
        return voices.compactMap { voice in
            guard let status = voice.claim.stated.status, status != last.status, !voice.claim.isEdit,
                reached.claim.isEdit || voice.claim.day > reached.claim.day
            else { return nil }
            return FieldConflict(field: Field.status, claim: .status(status), source: voice.source)
        }
    }

    private func lineage(_ frame: Frame) throws(StoreError) -> [Lineage] {
        var ties: [Lineage] = []
        for voice in voices {
            for tie in voice.claim.stated.lineage {
                let lineage = Lineage(kind: tie.kind, deal: try frame.recordID(.deal, tie.deal))
                if !ties.contains(lineage) { ties.append(lineage) }
            }
        }
        return ties
    }

    private var independentSources: Int {
        Set(
            sources.compactMap { source in
                source.reprintOf == nil ? source.publisher.map(TextKeys.name) ?? source.article : nil
            }
        ).count
    }
}

extension Array {
    /// The offers that stand against the value shown.
    func conflicts<Value>(
        _ field: String, with shown: Value?, agree: (Value, Value) -> Bool,
        _ claim: (Value) -> FieldConflict.Claim
    ) -> [FieldConflict] where Element == Offer<Value> {
        var conflicts: [FieldConflict] = []
        for offer in self {
            guard let value = offer.value, let shown, !agree(value, shown) else { continue }
            let conflict = FieldConflict(field: field, claim: claim(value), source: offer.source)
            if !conflicts.contains(conflict) { conflicts.append(conflict) }
        }
        return conflicts
    }
}
