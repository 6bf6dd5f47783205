import Model

/// Reads the day on which a deal was announced or signed: the one written beside it, else that of the day's news.
/// Deals that the article recalls without a day have none.
struct AnnouncementReader: Sendable {
    private let cues: CueTable<AnnouncementRole>

    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        cues = try CueTable(tables, "announcements", .announcement, &gazetteer)
    }

    /// A day in the text that somebody may have announced something on.
    private struct Mention {
        let literal: Int
        let tokens: Range<Int>
        let day: Day
        /// Points for the words beside it.
        let trust: Int
    }

    /// The day of each deal, and the literals that tell one.
    func days(_ context: FieldContext) -> (days: [Reading<Day>?], used: Set<Int>) {
        let mentions = mentions(context)
        let written = written(mentions, context)
        let news = mentions.first {
            $0.trust > 0 && context.document.tokens[$0.tokens.lowerBound].paragraph <= Self.ledeParagraphs
                && $0.day.number + Self.fresh >= context.published?.number ?? .max
        }
        var days = written.days
        for deal in days.indices where days[deal] == nil {
            days[deal] = inferred(deal, mentions, written.days, news, context)
        }
        return (days, written.used)
    }

    // MARK: Days in the text

    private func mentions(_ context: FieldContext) -> [Mention] {
        let indexes = context.literals(of: .date)
        return indexes.indices.compactMap { place in
            let literal = context.literals[indexes[place]]
            guard literal.grain == .day, let day = literal.days?.lowerBound, !context.isQuoted(literal.tokens),
                day <= context.published ?? day,
                !cues.matches(in: literal.tokens, of: context.document).contains(where: { $0.role == .recalled })
            else { return nil }
            let matches = cues.matches(
                at: literal.tokens, of: context.document, limits: context.limits(indexes, place))
            let other = matches.first { $0.role == .other }
            let told = matches.first { $0.role == .day }
            if let other, other.distance <= told?.distance ?? .max { return nil }
            return Mention(
                literal: indexes[place], tokens: literal.tokens, day: day,
                trust: told.map { max(1, 8 - $0.distance) } ?? -20)
        }
    }

    private func written(_ mentions: [Mention], _ context: FieldContext) -> (days: [Reading<Day>?], used: Set<Int>) {
        var found = [[Reading<Day>]](repeating: [], count: context.candidates.count)
        var used: Set<Int> = []
        for mention in mentions {
            guard let claim = context.scopes.claims(on: mention.tokens, fits: { _ in true }).first,
                claim.score + mention.trust >= Self.least
            else { continue }
            found[claim.deal].append(
                Reading(
                    value: mention.day, tokens: mention.tokens, rule: "announced.written",
                    score: claim.score + mention.trust))
            used.insert(mention.literal)
        }
        let days = found.indices.map { Self.best(found[$0], context.candidates[$0].status) }
        return (days, used)
    }

    /// The surest day; of a deal that is over or done, the earliest that is about as sure.
    private static func best(_ readings: [Reading<Day>], _ status: DealStatus) -> Reading<Day>? {
        guard let top = readings.map(\.score).max() else { return nil }
        guard status == .cancelled || status == .completed else { return readings.first { $0.score == top } }
        return readings.filter { $0.score + spread >= top }.min { $0.value < $1.value }
    }

    // MARK: Deals without a day

    private func inferred(
        _ deal: Int, _ mentions: [Mention], _ written: [Reading<Day>?], _ news: Mention?, _ context: FieldContext
    ) -> Reading<Day>? {
        guard let published = context.published, let place = place(deal, context) else { return nil }
        let candidate = context.candidates[deal]
        let matches = cues.matches(at: place, of: context.document, limits: 0..<context.document.tokens.count)
        let isNew = matches.contains { $0.role == .now }
        let isLede = candidate.anchors.contains {
            !$0.tokens.isEmpty && context.document.tokens[$0.tokens.lowerBound].paragraph <= 1
        }
        if !isNew, isRecalled(place, matches, isLede, context) { return nil }
        if let near = shared(deal, place, mentions, written, context) { return near }
        if !isNew, !isLede, candidate.status == .completed { return nil }
        let paragraph = context.document.tokens[place.lowerBound].paragraph
        if let news, candidate.status != .rumored, isLede || isNew || paragraph <= Self.newsParagraphs {
            return Reading(value: news.day, tokens: news.tokens, rule: "announced.news", score: 35)
        }
        return Reading(value: published, tokens: place, rule: "announced.published", score: 30)
    }

    /// Where a deal is told: its first trigger, else the first words of its sentence.
    private func place(_ deal: Int, _ context: FieldContext) -> Range<Int>? {
        guard let anchor = context.candidates[deal].anchors.first, !anchor.tokens.isEmpty else { return nil }
        return anchor.trigger.isEmpty ? anchor.tokens.lowerBound..<anchor.tokens.lowerBound + 1 : anchor.trigger
    }

    /// Whether a sentence tells a deal from memory: words such as "last year", or a bare month or year gone by.
    private func isRecalled(
        _ place: Range<Int>, _ matches: [CueTable<AnnouncementRole>.Match], _ isLede: Bool, _ context: FieldContext
    ) -> Bool {
        guard !context.document.isHeadline(place.lowerBound) else { return false }
        let reach = isLede ? Self.ledeReach : Self.recallReach
        if matches.contains(where: { $0.role == .recalled && $0.distance <= reach }) { return true }
        let sentence = context.document.sentence(of: place.lowerBound)
        guard let published = context.published else { return false }
        return context.literals(in: sentence).contains { index in
            let literal = context.literals[index]
            guard literal.kind == .date, literal.grain != .day, let days = literal.days else { return false }
            let isPast = days.upperBound < published
            let isThisMonth = literal.grain == .month && literal.relative && days.contains(published)
            let gap = context.document.gap(between: place, literal.tokens)
            return (isPast || isThisMonth) && context.document.distance(gap) <= reach
        }
    }

    /// The day of a deal of the same sentence, or the last one told before in the paragraph.
    private func shared(
        _ deal: Int, _ place: Range<Int>, _ mentions: [Mention], _ written: [Reading<Day>?], _ context: FieldContext
    ) -> Reading<Day>? {
        let sentence = Int(context.document.tokens[place.lowerBound].sentence)
        let parties = Set(context.candidates[deal].parties.map(\.entity))
        for step in 0...Self.shareReach where sentence - step >= 0 {
            let before = sentence - step
            let here = context.document.tokens[context.document.sentences[before].lowerBound].paragraph
            guard here == context.document.tokens[place.lowerBound].paragraph else { break }
            for telling in context.scopes.tellings[before].reversed() where telling.tells && telling.deal != deal {
                guard let reading = written[telling.deal],
                    context.document.tokens[reading.tokens.lowerBound].paragraph == here,
                    context.candidates[telling.deal].parties.contains(where: { parties.contains($0.entity) })
                else { continue }
                return Reading(
                    value: reading.value, tokens: reading.tokens, rule: "announced.shared", score: reading.score - 10)
            }
            if let last = mentions.last(where: {
                $0.trust > 0 && context.document.sentences[before].contains($0.tokens.lowerBound)
            }) {
                return Reading(value: last.day, tokens: last.tokens, rule: "announced.near", score: 40)
            }
        }
        return nil
    }

    private static let least = 50
    private static let spread = 25
    private static let recallReach = 16
    private static let ledeReach = 7
    /// How many sentences back a day may stand.
    private static let shareReach = 3
    /// Up to which paragraph a day is that of the article's news.
    private static let ledeParagraphs: Int32 = 2
    /// Up to which paragraph a deal is part of the article's news.
    private static let newsParagraphs: Int32 = 4
    /// How many days old news may be.
    private static let fresh = 6
}
