import Model

/// Reads the fields of deals: value, term, power, day, purposes and allocations.
struct FieldReader: Sendable {
    private let values: ValueReader
    private let terms: TermReader
    private let announcements: AnnouncementReader
    private let statuses: StatusModel
    private let purposes: PurposeReader
    private let power: PowerReader
    private let allocations: AllocationReader

    /// Compiles the tables of fields and products into the gazetteer.
    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        values = try ValueReader(tables, &gazetteer)
        terms = try TermReader(tables, &gazetteer)
        announcements = try AnnouncementReader(tables, &gazetteer)
        statuses = try StatusModel(tables)
        purposes = try PurposeReader(tables, &gazetteer)
        let stages = try CueTable<StageRole>(tables, "stages", .stage, &gazetteer)
        power = PowerReader(stages)
        allocations = try AllocationReader(stages, tables, &gazetteer)
    }

    /// The deals with their fields and evidence, one for each candidate that makes a valid record, in the same order; `listing`
    /// takes down what is seen of how far each has come.
    func deals(
        _ candidates: [DealCandidate], of document: Document, entities: Entities, literals: [Literal],
        excluded: LiteralSet, published: Day?, listing: StatusListing? = nil
    ) -> [Finding<Deal>] {
        guard !candidates.isEmpty else { return [] }
        let context = FieldContext(
            document: document, entities: entities, literals: literals, candidates: candidates,
            scopes: DealScopes(candidates, document: document, entities: entities, makers: allocations.makers),
            published: published, excluded: excluded)
        let written = announcements.written(context)
        let parts = terms.parts(context, announced: written.used)
        let taken = parts.flatMap { [$0.start?.tokens, $0.end?.tokens].compactMap { $0 } }
        let days = announcements.days(written, context, taken: taken)
        let values = values.values(context, months: parts.map { $0.months?.value })
        let capacities = power.capacities(context)
        let purposes = purposes.purposes(context)
        let allocations = allocations.allocations(context)
        return candidates.indices.compactMap { index in
            let fields = DealFields(
                value: values[index], term: parts[index], power: capacities[index], day: days[index],
                purposes: purposes[index], allocations: allocations[index])
            return finding(candidates[index], fields, context, listing)
        }
    }

    private func finding(
        _ candidate: DealCandidate, _ fields: DealFields, _ context: FieldContext, _ listing: StatusListing?
    ) -> Finding<Deal>? {
        let parties = candidate.parties.compactMap { party in
            try? Party(
                company: context.entities.all[party.entity].name, also: context.entities.all[party.entity].also,
                role: party.role)
        }
        let term = terms.term(fields.term, announced: fields.day?.value, published: context.published)
        let told = announcements.status(of: candidate, day: fields.day?.value, context)
        listing?.add(candidate, told: told, context.document, context.entities)
        let status = statuses.status(of: candidate, told: told, context.document, context.entities)
        guard
            let deal = try? Deal(
                type: candidate.type, status: status,
                parties: parties, value: fields.value?.value,
                term: term, power: fields.power?.value, announcedOn: fields.day?.value,
                purposes: fields.purposes.map(\.value), allocations: fields.allocations.map(\.value))
        else { return nil }
        let rule = status == told ? candidate.rule : Self.review
        let evidence = fields.evidence(candidate, statusRule: rule, term: term, of: context.document)
        return Finding(deal, evidence: evidence, confidence: candidate.confidence)
    }

    /// The rule of a status that the words around make likelier than what the rules say.
    private static let review = "status.review"
}

/// The fields of one deal with the words that they rest on.
struct DealFields: Sendable {
    var value: Reading<Money>?
    var term: TermReader.Parts
    var power: Reading<PowerCapacity>?
    var day: Reading<Day>?
    var purposes: [Reading<Purpose>]
    var allocations: [Reading<Allocation>]

    /// The pointers to the parties of most deals.
    private static let partyFields = (0..<8).map { "/parties/\($0)" }

    /// The evidence of a candidate and all its fields, as pointers into the record.
    func evidence(
        _ candidate: DealCandidate, statusRule: String, term: Term?, of document: Document
    ) -> [Evidence] {
        var evidence: [Evidence] = []
        evidence.reserveCapacity(candidate.parties.count + 8)
        func add(_ field: String, _ words: Range<Int>, _ rule: String) {
            if let words = document.evidence(for: field, words, rule: rule) { evidence.append(words) }
        }
        if let anchor = candidate.anchors.first {
            let words = anchor.trigger.isEmpty ? anchor.tokens : anchor.trigger
            add("/type", words, candidate.rule)
            add("/status", words, statusRule)
        }
        for (index, party) in candidate.parties.enumerated() {
            add(
                index < Self.partyFields.count ? Self.partyFields[index] : "/parties/\(index)", party.tokens,
                candidate.rule)
        }
        func add<Value>(_ field: String, _ reading: Reading<Value>?) {
            guard let reading else { return }
            add(field, reading.tokens, reading.rule)
        }
        if value?.value.amount.min != nil { add("/value/min", value) }
        if value?.value.amount.max != nil { add("/value/max", value) }
        if term?.months != nil { add("/term/months", self.term.months) }
        if term?.start != nil { add("/term/start", self.term.start) }
        if term?.end != nil { add("/term/end", self.term.end) }
        if term?.multiYear == true { add("/term/multi_year", self.term.multiYear) }
        add("/power_mw", power)
        add("/announced_on", day)
        for (index, purpose) in purposes.enumerated() { add("/purposes/\(index)", purpose) }
        for (index, allocation) in allocations.enumerated() { add("/allocations/\(index)", allocation) }
        return evidence
    }
}
