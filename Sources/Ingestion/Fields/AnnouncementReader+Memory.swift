import Model

// Deals that the article recalls.

extension AnnouncementReader {
    /// Whether the words that tell a deal say right beside them that it is recalled, and its day stands farther away or in
    /// another sentence: "bought it last summer … on Monday".
    func isOverruled(
        _ day: Reading<Day>, _ deal: Int, _ context: FieldContext, taken: Set<Int>
    ) -> Bool {
        let document = context.document
        let candidate = context.candidates[deal]
        guard candidate.status != .cancelled, let published = context.published,
            !candidate.anchors.contains(where: { !$0.trigger.isEmpty && document.isLede($0.trigger.lowerBound) })
        else { return false }
        let triggers = candidate.anchors.map(\.trigger).filter { !$0.isEmpty && !document.isHeadline($0.lowerBound) }
        guard let place = triggers.first else { return false }
        let sentence = document.sentence(of: place.lowerBound)
        let isBeside = sentence.contains(day.tokens.lowerBound)
        let others = triggers.dropFirst()
        if !isBeside, others.contains(where: { document.sentence(of: $0.lowerBound).contains(day.tokens.lowerBound) }) {
            return false
        }
        let far = isBeside ? document.distance(document.gap(between: place, day.tokens)) : .max
        func counts(_ tokens: Range<Int>) -> Bool {
            let near = document.distance(document.gap(between: place, tokens))
            let opens = tokens.lowerBound - sentence.lowerBound <= Self.opening && !isBeside
            return near < far && (near <= Self.besideReach || opens) && tokens.lowerBound != day.tokens.lowerBound
        }
        // Beside a day "had signed" is only its tense.
        let told = isBeside ? 0..<0 : sentence
        for cue in cues.matches(in: told, of: document) where cue.role == .recalled && counts(cue.tokens) {
            return true
        }
        return context.literals(in: sentence).contains { index in
            let literal = context.literals[index]
            guard literal.kind == .date, let grain = literal.grain, grain != .day, let days = literal.days,
                !taken.contains(literal.tokens.lowerBound), counts(literal.tokens)
            else { return false }
            return days.upperBound < published || (grain == .month && literal.relative && candidate.status.isBinding)
        }
    }

    /// Whether the last deal told before a place, a few sentences back in its paragraph at most, is told from memory and no
    /// day stands between them: what comes on top of it is as old.
    func followsMemory(
        _ deal: Int, _ place: Range<Int>, _ written: Written, _ context: FieldContext, within reach: Int,
        taken: Set<Int>
    ) -> Bool {
        let document = context.document
        let sentence = Int(document.tokens[place.lowerBound].sentence)
        let paragraph = document.tokens[place.lowerBound].paragraph
        for before in stride(from: sentence, through: max(0, sentence - reach), by: -1) {
            guard document.tokens[document.sentences[before].lowerBound].paragraph == paragraph else { break }
            let last = context.scopes.tellings[before].last { telling in
                telling.tells && telling.deal != deal && !telling.triggers.isEmpty
                    && telling.triggers.allSatisfy { $0.upperBound <= place.lowerBound }
            }
            guard let last, let trigger = last.triggers.first else { continue }
            let next = Self.first(written.mentions, from: trigger.upperBound)
            let isDated = next < written.mentions.count && written.mentions[next].tokens.lowerBound < place.lowerBound
            return !isDated && written.days[last.deal] == nil
                && isRecalled(trigger, context.candidates[last.deal].status, false, context, taken: taken)
        }
        return false
    }

    /// Whether a deal is told in the past of the past, and nobody says so now: "by spring it had let its campus".
    private func isEarlierPast(_ place: Range<Int>, _ context: FieldContext) -> Bool {
        let matches = cues.matches(at: place, of: context.document, limits: 0..<context.document.tokens.count)
        if matches.contains(where: { $0.role == .says && $0.isBefore }) { return false }
        if matches.contains(where: { $0.role == .earlierPast }) { return true }
        // "had paid Contoso 650 million for a licence": the verb stands a few words before the noun.
        let sentence = context.document.sentence(of: place.lowerBound)
        var isPast = false
        for cue in cues.matches(in: sentence.lowerBound..<place.lowerBound, of: context.document) {
            if cue.role == .says { return false }
            guard cue.role == .earlierPast else { continue }
            let gap = cue.tokens.upperBound..<place.lowerBound
            isPast = isPast || context.document.distance(gap, within: Self.pastReach + 1) <= Self.pastReach
        }
        return isPast
    }

    /// Whether a sentence tells a deal from memory: words such as "last year", or a bare month or year gone by.
    func isRecalled(
        _ place: Range<Int>, _ status: DealStatus, _ isLede: Bool, _ context: FieldContext, taken: Set<Int>
    ) -> Bool {
        guard let published = context.published, !context.document.isHeadline(place.lowerBound) else { return false }
        let isOpening = isLede && !isAfterOpening(place, context.document)
        if !isOpening, isEarlierPast(place, context) { return true }
        let isNear = status == .rumored || isLede
        let reach = !isNear ? Self.recallReach : isLede && !isOpening ? Self.ledeReach : Self.nearReach
        let sentence = context.document.sentence(of: place.lowerBound)
        func counts(_ tokens: Range<Int>) -> Bool {
            let opens = tokens.lowerBound - sentence.lowerBound <= Self.opening
            if opens || context.document.distance(context.document.gap(between: place, tokens)) <= reach { return true }
            return isNear && !isLede && isBesideMedium(tokens, sentence, context.document)
        }
        let isSpoken = context.isQuoted(place)
        let told = cues.matches(in: sentence, of: context.document)
        if told.contains(where: { $0.role == .recalled && counts($0.tokens) && isSpoken == context.isQuoted($0.tokens) }
        ) {
            return true
        }
        return context.literals(in: sentence).contains { index in
            let literal = context.literals[index]
            guard literal.kind == .date, let grain = literal.grain, grain != .day, let days = literal.days,
                !taken.contains(literal.tokens.lowerBound), counts(literal.tokens),
                isSpoken == context.isQuoted(literal.tokens)
            else { return false }
            if status == .cancelled, grain == .year { return false }
            // A bare month that tells no term is one gone by, whatever year it was given.
            let isBareMonth = grain == .month && literal.relative && (status.isBinding || days.contains(published))
            return days.upperBound < published || isBareMonth
        }
    }

    /// Whether a place of the first paragraph stands behind the sentence that opens it.
    private func isAfterOpening(_ place: Range<Int>, _ document: Document) -> Bool {
        let first = document.paragraphs[Int(document.tokens[place.lowerBound].paragraph)].lowerBound
        return document.tokens[place.lowerBound].paragraph == 1
            && document.tokens[first].sentence < document.tokens[place.lowerBound].sentence
    }

    /// Whether a medium that reported something is named right beside a stretch: "as the paper wrote in May".
    private func isBesideMedium(_ tokens: Range<Int>, _ sentence: Range<Int>, _ document: Document) -> Bool {
        document.hits(in: sentence, .media).contains {
            document.distance(document.gap(between: $0.tokens, tokens)) <= Self.mediumReach
        }
    }

    private static let recallReach = 45
    private static let nearReach = 5
    /// The same behind the sentence that opens the first paragraph.
    private static let ledeReach = 8
    /// How near to its trigger words of memory overrule a day that stands farther away.
    private static let besideReach = 4
    /// How far before its trigger the past of the past may stand.
    private static let pastReach = 8
    /// How far a medium may stand from the month that it wrote in.
    private static let mediumReach = 9
    /// Within how many tokens of its start a sentence's words of time speak for all of it.
    private static let opening = 4
}
