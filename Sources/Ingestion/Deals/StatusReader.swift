import Model

/// Reads how far a deal has come from the words around its trigger.
struct StatusReader {
    let document: Document
    let marks: ClauseMarks
    let words: StatusMarks
    let weights: ReadingWeights

    /// What the words around a trigger say.
    struct Reading {
        var status: DealStatus
        /// Whether some word says so, or it is only the status of news as such.
        var isExplicit: Bool
        /// Whether the deal is denied, negated or only possible.
        var isUnreal: Bool
    }

    /// What a trigger's sentence and article say beside it.
    struct Surroundings {
        /// Whether the article as such rests on unnamed people.
        var isRumour = false
        /// Whether the paragraph speaks of a letter of intent or a plan.
        var isPlan = false
        /// Whether the next sentence says no.
        var isDenied = false
        /// Whether the sentence has a noun of a contract.
        var hasContract = false
        /// Whether the sentence before tells of a round, so that whoever "led it" or "joined" needs no figure.
        var isRoundOpen = false
    }

    /// The marks of a sentence, sorted by what they say of a trigger.
    private struct Marks {
        var best = Nearest()
        var hearsay = false
        var unreal = false
        var might = false
        var would = false
        var planned = false
        /// Whether half of a negation stands before the trigger, the other half behind it.
        var particle = false
        var behind = false
    }

    /// How near the nearest word of each status stands.
    private struct Nearest {
        private var distances = SIMD8<Int32>(repeating: .max)

        subscript(status: DealStatus) -> Int? {
            get {
                let distance = distances[Self.place(status)]
                return distance == .max ? nil : Int(distance)
            }
            set { distances[Self.place(status)] = newValue.map { Int32($0) } ?? .max }
        }

        var isEmpty: Bool { distances.min() == .max }

        private static func place(_ status: DealStatus) -> Int {
            switch status {
            case .rumored: 0
            case .intent: 1
            case .signed: 2
            case .completed: 3
            case .cancelled: 4
            }
        }
    }

    /// The status of what a trigger in a sentence tells.
    func reading(of trigger: Trigger, in sentence: Range<Int>, _ around: Surroundings) -> Reading {
        var found = collect(trigger, sentence)
        if found.best.isEmpty, !found.hearsay, let label = words.label(of: sentence.lowerBound) {
            found.best[label] = 0
        }
        var unreal = found.unreal || around.isDenied
        let isTold = found.hearsay || found.best[.rumored] != nil || trigger.entry.status == .rumored
        if isTold, found.best[.cancelled] == nil, found.best[.intent] == nil || found.hearsay {
            return Reading(status: .rumored, isExplicit: true, isUnreal: unreal)
        }
        if found.best[.cancelled] != nil { return Reading(status: .cancelled, isExplicit: true, isUnreal: false) }
        if found.would || trigger.features == .conditional {
            let isPlan = around.isPlan || found.best[.intent] != nil
            let isReported = isReported(trigger, sentence)
            if isReported, !isPlan { return Reading(status: .signed, isExplicit: false, isUnreal: unreal) }
            if around.isRumour { return Reading(status: .rumored, isExplicit: true, isUnreal: unreal) }
            if !isReported, !isPlan { unreal = true }
            return Reading(status: .intent, isExplicit: true, isUnreal: unreal)
        }
        if found.might, found.best[.intent] == nil { unreal = true }
        if found.best[.intent] != nil || (found.planned && !around.hasContract) {
            return Reading(status: .intent, isExplicit: found.best[.intent] != nil, isUnreal: unreal)
        }
        if found.best[.completed] != nil {
            return Reading(status: .completed, isExplicit: true, isUnreal: unreal)
        }
        return Reading(
            status: trigger.entry.status ?? .signed, isExplicit: trigger.entry.status != nil, isUnreal: unreal)
    }

    /// Whether somebody is told to have said what a trigger tells: "it said on Monday that it would buy", where the
    /// conditional is the future of the past.
    private func isReported(_ trigger: Trigger, _ sentence: Range<Int>) -> Bool {
        (sentence.lowerBound..<trigger.tokens.lowerBound).contains { marks.words[$0].contains(.say) }
    }

    private func collect(_ trigger: Trigger, _ sentence: Range<Int>) -> Marks {
        var found = Marks()
        for place in words.marks(in: sentence) {
            let tokens = place.tokens
            let borders = marks.borders(tokens.lowerBound, trigger.tokens.lowerBound)
            let before = trigger.tokens.lowerBound - tokens.upperBound
            let governs = before >= 0 && before <= weights[.governs] && borders == 0
            switch place.mark {
            case .hearsay: found.hearsay = true
            case .deny: found.unreal = found.unreal || (borders <= 6 && !isOfNext(tokens, trigger))
            case .not:
                found.unreal = found.unreal || (before >= 0 && before <= 2 && borders == 0)
                found.behind = found.behind || tokens.lowerBound == trigger.tokens.upperBound
            case .particle: found.particle = found.particle || ((0...2).contains(before) && borders == 0)
            case .might: found.might = found.might || governs
            case .open: found.might = found.might || (before >= 0 && before <= weights[.openDistance] && borders <= 4)
            case .would: found.would = found.would || governs
            case .planned: found.planned = found.planned || (governs && !isOwed(trigger, tokens.upperBound))
            case .future, .ahead, .report: break
            case .ended:
                if found.best[.rumored] != nil, ends(tokens, in: sentence) { found.best[.cancelled] = abs(before) }
            case .status(let status):
                guard isNear(tokens, trigger, borders, status, sentence),
                    tokens != trigger.tokens || status != .rumored, !isOther(place, status, trigger)
                else { continue }
                if isOfReport(place, status, trigger) || isNeverTalk(place, status, trigger) {
                    found.unreal = true
                    continue
                }
                found.best[status] = min(found.best[status] ?? .max, abs(before))
            }
        }
        found.unreal = found.unreal || (found.particle && found.behind)
        return found
    }

    /// Whether a word of denial behind a trigger is about what follows it: "sold bonds, and denies that it is for sale".
    private func isOfNext(_ tokens: Range<Int>, _ trigger: Trigger) -> Bool {
        guard tokens.lowerBound >= trigger.tokens.upperBound, let next = marks.words[safe: tokens.upperBound] else {
            return false
        }
        return !next.isDisjoint(with: [.relative, .subordinate])
    }

    /// Whether a modal has a noun for its object: "les doit à un tour de table" is no plan.
    private func isOwed(_ trigger: Trigger, _ end: Int) -> Bool {
        trigger.voice == .nominal && end < marks.slots.count && marks.slots[end] != nil
    }

    /// Whether "ended" says that nothing came of talks: not "ended with an agreement".
    private func ends(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
        let behind = tokens.upperBound..<min(tokens.upperBound + Self.outcome, sentence.upperBound)
        return !behind.contains { marks.slots[$0] == .with || marks.slots[$0] == .by }
    }

    /// Within how many tokens behind "ended" is said with what.
    private static let outcome = 6

    /// Whether what is rejected is a report of a deal, and no deal: "dismissed a story that A had bought B".
    private func isOfReport(_ place: StatusMarks.Place, _ status: DealStatus, _ trigger: Trigger) -> Bool {
        let end = place.tokens.upperBound
        guard status == .cancelled, end < trigger.tokens.lowerBound else { return false }
        return words.marks(in: end..<min(end + Self.longestObject, trigger.tokens.lowerBound)).contains {
            $0.mark == .report
        }
    }

    /// Whether it is denied that a deal was ever talked of: "a tie-up with B had never been considered".
    private func isNeverTalk(_ place: StatusMarks.Place, _ status: DealStatus, _ trigger: Trigger) -> Bool {
        let first = place.tokens.lowerBound
        guard status == .rumored, trigger.voice == .nominal, first > trigger.tokens.upperBound else { return false }
        let before = max(trigger.tokens.upperBound, first - Self.opening)..<first
        return before.contains { marks.words[$0].contains(.be) }
            && words.marks(in: before).contains { $0.mark == .not && marks.borders($0.tokens.lowerBound, first) == 0 }
    }

    /// Whether a word of status belongs to a trigger; what ends or closes a deal may stand far behind its noun.
    private func isNear(
        _ tokens: Range<Int>, _ trigger: Trigger, _ borders: Int, _ status: DealStatus, _ sentence: Range<Int>
    ) -> Bool {
        let distance = marks.distance(tokens.lowerBound, trigger.tokens.lowerBound)
        if status == .intent { return borders <= weights[.intentBorders] && distance <= weights[.intentDistance] }
        if trigger.voice == .nominal, tokens.lowerBound > trigger.tokens.lowerBound {
            let isSubject = trigger.tokens.lowerBound - sentence.lowerBound <= Self.opening
            if isSubject, status == .cancelled, distance <= weights[.behindNounDistance] {
                return borders <= 2 * weights[.behindNounBorders]
            }
            return borders <= weights[.behindNounBorders] && distance <= weights[.behindNounDistance]
        }
        // "offered 900 million before walking away": what ends it begins a clause of the same subject.
        let isEnd = status == .cancelled && tokens.lowerBound >= trigger.tokens.upperBound
        let opens = isEnd && marks.words[tokens.lowerBound - 1].contains(.subordinate)
        return borders <= weights[.statusBorders] + (opens ? Self.subordinate : 0)
            && distance <= weights[.statusDistance]
    }

    /// Whether a word of intent is about something else: what an agreement plans or provides for is in it, and what somebody
    /// plans is apart from what it did ("it has plans for a site, and in May it signed with B"; "it ordered chips, on which
    /// it intends to train").
    private func isOther(_ place: StatusMarks.Place, _ status: DealStatus, _ trigger: Trigger) -> Bool {
        guard status == .intent else { return false }
        if isOfCompletion(place, trigger) { return true }
        if trigger.voice == .nominal, place.tokens.lowerBound >= trigger.tokens.upperBound {
            if isOpening(trigger, before: place.tokens.lowerBound) { return place.isVerb }
            return place.isVerb && isVerb(place.tokens.lowerBound, of: trigger)
        }
        if place.isVerb, place.tokens.lowerBound >= trigger.tokens.upperBound {
            if trigger.features.contains(.past) { return true }
            if trigger.features.isDisjoint(with: .finite), isOpening(trigger, before: place.tokens.lowerBound) {
                return true
            }
            return isNextClause(trigger.tokens.upperBound..<place.tokens.lowerBound)
        }
        guard place.tokens.upperBound < trigger.tokens.lowerBound else { return false }
        let gap = place.tokens.upperBound..<trigger.tokens.lowerBound
        return gap.dropFirst().dropLast(Self.opening).contains {
            marks.words[$0].contains(.and) && marks.borders($0 - 1, $0) > 0
        }
    }

    /// Whether what is intended is only the end of a deal told before: "the purchase is expected to be completed in May".
    private func isOfCompletion(_ place: StatusMarks.Place, _ trigger: Trigger) -> Bool {
        let first = place.tokens.lowerBound
        guard trigger.tokens.upperBound <= first else { return false }
        let end = min(place.tokens.upperBound + Self.opening, document.sentence(of: first).upperBound)
        return words.marks(in: first..<max(first, end)).contains { $0.mark == .ahead }
    }

    /// Whether a verb behind a trigger and a gap is one of another clause: "bought B and plans to", "bought by B, which plans to".
    private func isNextClause(_ gap: Range<Int>) -> Bool {
        gap.suffix(Self.longestSubject).contains { !marks.words[$0].isDisjoint(with: [.and, .but, .relative]) }
    }

    /// Whether a noun stands in a phrase that opens its sentence and says what its subject has: "backed by a loan from B, A
    /// plans to", "avec un prêt de B, A compte".
    private func isOpening(_ trigger: Trigger, before verb: Int) -> Bool {
        let sentence = document.sentence(of: trigger.tokens.lowerBound)
        let slot = marks.slots[sentence.lowerBound]
        if trigger.voice != .nominal {
            return trigger.tokens.lowerBound - sentence.lowerBound <= Self.opening
                && (trigger.tokens.upperBound..<verb).suffix(Self.longestSubject).contains {
                    document.tokens[$0].kind == .comma
                }
        }
        guard slot == nil || slot == .with || slot == .led, trigger.entry.status == nil,
            (1...Self.longestOpening).contains(trigger.tokens.lowerBound - sentence.lowerBound),
            marks.words[sentence.lowerBound].isDisjoint(with: [.determiner]),
            (sentence.lowerBound..<trigger.tokens.lowerBound).contains(where: { marks.slots[$0] != nil })
        else { return false }
        return (trigger.tokens.upperBound..<verb).suffix(Self.longestSubject).contains {
            document.tokens[$0].kind == .comma
        }
    }

    /// How many tokens a phrase has before its noun, and a subject with what stands before its verb.
    private static let (longestOpening, longestSubject) = (8, 8)

    /// Whether a verb is that of a noun: right behind it, or behind its complements ("the alliance of A and B aims to").
    private func isVerb(_ verb: Int, of trigger: Trigger) -> Bool {
        let gap = trigger.tokens.upperBound..<verb
        guard let first = gap.first, marks.distance(trigger.tokens.upperBound - 1, verb) > 2 else { return true }
        return gap.count <= Self.longestNoun && marks.borders(trigger.tokens.lowerBound, verb) == 0
            && marks.slots[first] != nil
    }

    /// How many tokens may stand between a noun and its verb.
    private static let longestNoun = 14
    /// The border that a word that begins a clause makes.
    private static let subordinate = 3
    /// How far behind a verb the noun of a report may stand: "a local paper's story".
    private static let longestObject = 7
    /// How many tokens may stand before the noun that opens a sentence.
    private static let opening = 3
}
