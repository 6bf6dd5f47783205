import Model

/// Reads the day on which a deal was announced or signed.
struct AnnouncementReader: Sendable {
    private let cues: CueTable<AnnouncementRole>

    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        cues = try CueTable(tables, "announcements", .announcement, &gazetteer)
    }

    /// The day of each deal, and the literals that tell one.
    func days(_ context: FieldContext) -> (days: [Reading<Day>?], used: Set<Int>) {
        var days = [Reading<Day>?](repeating: nil, count: context.candidates.count)
        var used: Set<Int> = []
        readWritten(context, &days, &used)
        shareWithin(context, &days)
        for deal in days.indices where days[deal] == nil { days[deal] = presumed(deal, context) }
        return (days, used)
    }

    private func readWritten(_ context: FieldContext, _ days: inout [Reading<Day>?], _ used: inout Set<Int>) {
        let indexes = context.literals(of: .date)
        for place in indexes.indices {
            let literal = context.literals[indexes[place]]
            guard literal.grain == .day, let day = literal.days?.lowerBound, !context.isQuoted(literal.tokens),
                day <= context.published ?? day
            else { continue }
            let limits = context.limits(indexes, place)
            guard let trust = trust(literal.tokens, limits, context.document) else { continue }
            for claim in context.scopes.claims(on: literal.tokens, fits: { _ in true }).prefix(2) {
                let score = claim.score + trust
                guard score >= Self.least, score > days[claim.deal]?.score ?? 0 else { continue }
                days[claim.deal] = Reading(
                    value: day, tokens: literal.tokens, rule: "announced.written", score: score)
                used.insert(indexes[place])
                break
            }
        }
    }

    /// How far a day is that of an announcement; `nil` where the words near it say that it is another one.
    private func trust(_ tokens: Range<Int>, _ limits: Range<Int>, _ document: Document) -> Int? {
        let matches = cues.matches(at: tokens, of: document, limits: limits)
        let other = matches.first { $0.role == .other }
        let day = matches.first { $0.role == .day }
        if let other, other.distance <= day?.distance ?? .max { return nil }
        return day.map { max(0, 8 - $0.distance) } ?? -20
    }

    /// A deal told in the same sentence as a dated one, with a party in common, has its day.
    private func shareWithin(_ context: FieldContext, _ days: inout [Reading<Day>?]) {
        for tellings in context.scopes.tellings where tellings.count > 1 {
            let dated = tellings.compactMap { telling in
                telling.tells ? days[telling.deal].map { (telling.deal, $0) } : nil
            }
            guard let (source, reading) = dated.first else { continue }
            let parties = Set(context.candidates[source].parties.map(\.entity))
            for telling in tellings where days[telling.deal] == nil && telling.tells {
                guard context.candidates[telling.deal].parties.contains(where: { parties.contains($0.entity) }) else {
                    continue
                }
                days[telling.deal] = Reading(
                    value: reading.value, tokens: reading.tokens, rule: "announced.shared", score: reading.score - 10)
            }
        }
    }

    /// The day of publication for the article's own news, nothing for what it recalls.
    private func presumed(_ deal: Int, _ context: FieldContext) -> Reading<Day>? {
        guard let published = context.published, let anchor = context.candidates[deal].anchors.first,
            !anchor.tokens.isEmpty
        else { return nil }
        let trigger = anchor.trigger.isEmpty ? anchor.tokens : anchor.trigger
        let isLede = context.document.tokens[trigger.lowerBound].paragraph <= 1
        let sentence = context.document.sentence(of: trigger.lowerBound)
        let matches = cues.matches(at: trigger, of: context.document, limits: sentence)
        let recalled = matches.contains { $0.role == .recalled && $0.distance <= Self.recallReach }
        let isNew = matches.contains { $0.role == .now }
        if !isNew, recalled || (!isLede && context.candidates[deal].status == .completed) { return nil }
        return Reading(value: published, tokens: trigger, rule: "announced.published", score: 30)
    }

    private static let least = 50
    private static let recallReach = 12
}
