import Model

/// Reads the day on which a deal was announced or signed: the one written beside it, else that of the day's news.
/// Deals that the article recalls without a day have none.
struct AnnouncementReader: Sendable {
    let cues: CueTable<AnnouncementRole>

    init(_ tables: Tables, _ gazetteer: inout Gazetteer.Builder) throws(LexiconError) {
        cues = try CueTable(tables, "announcements", .announcement, &gazetteer)
    }

    /// A day in the text that somebody may have announced something on.
    struct Mention: Sendable {
        let literal: Int
        let tokens: Range<Int>
        let day: Day
        /// Points for the words beside it.
        let trust: Int
        /// Whether it is told by its distance from another day.
        var isReckoned = false
    }

    /// The days that stand in the text.
    struct Written: Sendable {
        var mentions: [Mention] = []
        /// The day beside each deal.
        var days: [Reading<Day>?] = []
        /// The literals that tell one.
        var used: Set<Int> = []
    }

    /// The days that the text gives beside its deals.
    func written(_ context: FieldContext) -> Written {
        var written = Written(mentions: mentions(context))
        var found = [[(reading: Reading<Day>, isSure: Bool)]].filled(with: [], count: context.candidates.count)
        for mention in written.mentions {
            guard let claim = context.scopes.claims(on: mention.tokens, fits: { _ in true }).first,
                claim.score + mention.trust >= Self.least,
                mention.day != context.published || !isParted(mention.tokens, claim.deal, context)
            else { continue }
            let reading = Reading(
                value: mention.day, tokens: mention.tokens, rule: "announced.written",
                score: claim.score + mention.trust)
            found[claim.deal].append((reading, mention.trust > 0))
            written.used.insert(mention.literal)
        }
        written.days = found.indices.map { Self.best(found[$0], context.candidates[$0].status) }
        return written
    }

    /// Whether a semicolon parts a day from all that tells a deal in its sentence: "… ; today it wants more".
    private func isParted(_ tokens: Range<Int>, _ deal: Int, _ context: FieldContext) -> Bool {
        let sentence = context.document.sentence(of: tokens.lowerBound)
        let triggers = context.candidates[deal].anchors.map(\.trigger).filter { sentence.contains($0.lowerBound) }
        return !triggers.isEmpty
            && triggers.allSatisfy { trigger in
                context.document.gap(between: trigger, tokens).contains(where: context.document.isSemicolon)
            }
    }

    /// The day of each deal; `taken` are stretches that tell its term.
    func days(_ written: Written, _ context: FieldContext, taken: [Range<Int>]) -> [Reading<Day>?] {
        let news = written.mentions.first {
            $0.trust > 0 && !$0.isReckoned
                && context.document.tokens[$0.tokens.lowerBound].paragraph <= Self.ledeParagraphs
                && $0.day.number + Self.fresh >= context.published?.number ?? .max
        }
        let free = Set(taken.map(\.lowerBound))
        return written.days.indices.map { deal in
            if let day = written.days[deal], isOverruled(day, deal, context, taken: free) { return nil }
            return written.days[deal] ?? inferred(deal, written, news, context, taken: free)
        }
    }

    // MARK: Days in the text

    private func mentions(_ context: FieldContext) -> [Mention] {
        let indexes = context.literals(of: .date)
        var mentions: [Mention] = indexes.indices.compactMap { place in
            let index = indexes[place]
            let tokens = context.literals[index].tokens
            guard context.literals[index].grain == .day, let day = context.literals[index].days?.lowerBound,
                !context.isQuoted(tokens), day <= context.published ?? day, !isVague(tokens, context.document)
            else { return nil }
            let matches = cues.matches(at: tokens, of: context.document, limits: context.limits(indexes, place))
            let other = matches.first { $0.role == .other }
            let told = matches.first { $0.role == .day }
            if let other, !Self.isPaired(other, told), other.distance <= told?.distance ?? .max { return nil }
            return Mention(
                literal: index, tokens: tokens, day: day,
                trust: told.map { max(1, 8 - $0.distance) } ?? -20)
        }
        mentions += reckoned(from: mentions, context) + neighbours(of: mentions, context)
        return mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Whether one verb tells the day of something else and of the deal: "announced and closed yesterday".
    private static func isPaired(
        _ other: CueTable<AnnouncementRole>.Match, _ told: CueTable<AnnouncementRole>.Match?
    ) -> Bool {
        guard let told else { return false }
        return told.isBefore && other.tokens.lowerBound - told.tokens.upperBound == 1
    }

    /// Whether a day is only about right: "two weeks ago".
    private func isVague(_ tokens: Range<Int>, _ document: Document) -> Bool {
        cues.matches(in: tokens, of: document).contains { $0.role == .recalled && $0.tokens.count * 2 >= tokens.count }
    }

    /// Days told by their distance from the day before: "five days later", "deux jours plus tôt".
    private func reckoned(from mentions: [Mention], _ context: FieldContext) -> [Mention] {
        let indexes = context.literals(of: .duration)
        return indexes.indices.compactMap { place in
            let literal = context.literals[indexes[place]]
            guard let number = literal.min, number == literal.max, let published = context.published,
                literal.unit == "day", number < 60,
                literal.tokens.lowerBound - context.document.sentence(of: literal.tokens.lowerBound).lowerBound <= 1
            else { return nil }
            let matches = cues.matches(
                at: literal.tokens, of: context.document,
                limits: literal.tokens.lowerBound..<context.document.tokens.count)
            guard let match = matches.first(where: { $0.role == .later || $0.role == .earlier }) else { return nil }
            let before = Self.first(mentions, from: literal.tokens.lowerBound)
            let last = before > 0 ? mentions[before - 1] : nil
            let step = Int(number) * (match.role == .later ? 1 : -1)
            let day = (last?.day ?? published).adding(days: step)
            guard day <= published else { return nil }
            return Mention(
                literal: indexes[place], tokens: literal.tokens.lowerBound..<match.tokens.upperBound, day: day, trust: 4
            )
        }
    }

    /// The days right after or before the day told last: "the next day", "la veille".
    private func neighbours(of mentions: [Mention], _ context: FieldContext) -> [Mention] {
        guard let published = context.published else { return [] }
        return cues.matches(in: 0..<context.document.tokens.count, of: context.document).compactMap { match in
            guard match.role == .dayAfter || match.role == .dayBefore, !context.isQuoted(match.tokens) else {
                return nil
            }
            let before = Self.first(mentions, from: match.tokens.lowerBound)
            guard before > 0 else { return nil }
            let last = mentions[before - 1]
            let day = last.day.adding(days: match.role == .dayAfter ? 1 : -1)
            guard day <= published, isNear(last.tokens, match.tokens, context.document) else { return nil }
            return Mention(literal: last.literal, tokens: match.tokens, day: day, trust: 4, isReckoned: true)
        }
    }

    /// Whether a day stands in the same paragraph as another stretch, or in the one before.
    private func isNear(_ tokens: Range<Int>, _ other: Range<Int>, _ document: Document) -> Bool {
        document.tokens[other.lowerBound].paragraph - document.tokens[tokens.lowerBound].paragraph <= 1
    }

    /// The index of the first of some mentions that begins at a token or behind it.
    static func first(_ mentions: [Mention], from token: Int) -> Int {
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The surest day; of a deal that is over or done, the earliest that it was surely announced on.
    private static func best(_ found: [(reading: Reading<Day>, isSure: Bool)], _ status: DealStatus) -> Reading<Day>? {
        let top = found.map(\.reading).max { $0.score < $1.score }
        guard status == .cancelled || status == .completed else { return top }
        return found.filter(\.isSure).map(\.reading).min { $0.value < $1.value } ?? top
    }

    // MARK: Deals without a day

    /// How far a deal has come: what was bought before the story, a stake, a company or machines that their seller rents
    /// back, and not only agreed on, is paid.
    func status(of candidate: DealCandidate, day: Day?, _ context: FieldContext) -> DealStatus {
        let isBought =
            candidate.type == .acquisition || candidate.type == .investment || candidate.rule == Self.saleBack
        guard candidate.status == .signed, isBought, day == nil, context.published != nil,
            let anchor = candidate.anchors.first, !anchor.trigger.isEmpty
        else { return candidate.status }
        let matches = cues.matches(at: anchor.trigger, of: context.document, limits: 0..<context.document.tokens.count)
        let inside = cues.matches(in: anchor.trigger, of: context.document)
        let isAgreed = matches.contains { $0.role == .agreed } || inside.contains { $0.role == .agreed }
        return isAgreed ? .signed : .completed
    }

    private func inferred(
        _ deal: Int, _ written: Written, _ news: Mention?, _ context: FieldContext, taken: Set<Int>
    ) -> Reading<Day>? {
        let candidate = context.candidates[deal]
        let places = candidate.anchors.filter { !$0.tokens.isEmpty }.map { anchor in
            anchor.trigger.isEmpty ? anchor.tokens.lowerBound..<anchor.tokens.lowerBound + 1 : anchor.trigger
        }
        guard let published = context.published, let place = places.first else { return nil }
        let matches = cues.matches(at: place, of: context.document, limits: 0..<context.document.tokens.count)
        let isSame = matches.contains { $0.role == .same }
        let isNew = isSame || matches.contains { $0.role == .now }
        let isItem = context.document.isItem(paragraphOf: place.lowerBound)
        let isLede = isItem || places.contains { context.document.isLede($0.lowerBound) }
        let told = isLede ? [place] : Array(places.prefix(3))
        if !isNew || isSame, told.contains(where: { isRecalled($0, candidate.status, isLede, context, taken: taken) }) {
            return nil
        }
        if isSame {
            if let day = lastDay(before: place, written, context) { return day }
            if followsMemory(deal, place, written, context, within: Self.shareReach, taken: taken) { return nil }
        }
        if !isNew, !isLede, candidate.status != .rumored,
            followsMemory(deal, place, written, context, within: 1, taken: taken)
        {
            return nil
        }
        if isNew || candidate.status != .completed, let near = shared(deal, place, written, context) { return near }
        if !isNew, !isLede, candidate.status == .completed || candidate.status == .cancelled {
            guard candidate.status == .completed, matches.contains(where: { $0.role == .says }) else { return nil }
        }
        let paragraph = context.document.tokens[place.lowerBound].paragraph
        if let news, candidate.status != .rumored, !isItem, isLede || isNew || paragraph <= Self.newsParagraphs {
            return Reading(value: news.day, tokens: news.tokens, rule: "announced.news", score: 35)
        }
        return Reading(value: published, tokens: place, rule: "announced.published", score: 30)
    }

    /// The day of the deal told last, in this paragraph or the one before: what "the same day" means.
    private func lastDay(before place: Range<Int>, _ written: Written, _ context: FieldContext) -> Reading<Day>? {
        let paragraph = context.document.tokens[place.lowerBound].paragraph
        let last = written.days.compactMap { $0 }.filter { $0.tokens.upperBound <= place.lowerBound }
            .max { $0.tokens.lowerBound < $1.tokens.lowerBound }
        guard let last, paragraph - context.document.tokens[last.tokens.lowerBound].paragraph <= 1 else { return nil }
        return Reading(value: last.value, tokens: last.tokens, rule: "announced.shared", score: last.score - 10)
    }

    /// The day of a deal of the same sentence, or the last one told before in the paragraph.
    private func shared(_ deal: Int, _ place: Range<Int>, _ written: Written, _ context: FieldContext) -> Reading<Day>?
    {
        let document = context.document
        let sentence = Int(document.tokens[place.lowerBound].sentence)
        let paragraph = document.tokens[place.lowerBound].paragraph
        let parties = Set(context.candidates[deal].parties.map(\.entity))
        for step in 0...Self.shareReach where sentence - step >= 0 {
            let before = sentence - step
            guard document.tokens[document.sentences[before].lowerBound].paragraph == paragraph else { break }
            let tellings = context.scopes.tellings[before]
            for telling in tellings.reversed() where telling.tells && telling.deal != deal {
                guard let reading = written.days[telling.deal],
                    document.tokens[reading.tokens.lowerBound].paragraph == paragraph,
                    context.candidates[telling.deal].parties.contains(where: { parties.contains($0.entity) })
                else { continue }
                return Reading(
                    value: reading.value, tokens: reading.tokens, rule: "announced.shared", score: reading.score - 10)
            }
            let here = document.sentences[before]
            let near =
                Self.first(
                    written.mentions, from: here.lowerBound)..<Self.first(written.mentions, from: here.upperBound)
            let last = written.mentions[near].last { $0.trust > 0 || (step > 0 && tellings.isEmpty) }
            if let last { return Reading(value: last.day, tokens: last.tokens, rule: "announced.near", score: 40) }
        }
        return nil
    }

    /// The rule of a sale with a lease back.
    private static let saleBack = "deal.frame.saleback"
    private static let least = 45
    /// How many sentences back a day may stand.
    static let shareReach = 5
    /// Up to which paragraph a day is that of the article's news.
    private static let ledeParagraphs: Int32 = 2
    /// Up to which paragraph a deal is part of the article's news.
    private static let newsParagraphs: Int32 = 4
    /// How many days old news may be.
    private static let fresh = 6
}
