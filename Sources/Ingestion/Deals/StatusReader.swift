import Model

/// Reads how far a deal has come from the words around its trigger.
struct StatusReader {
    let document: Document
    let marks: ClauseMarks
    let words: StatusWords

    /// What the words around a trigger say.
    struct Reading {
        var status: DealStatus
        /// Whether some word says so, or it is only the status of news as such.
        var isExplicit: Bool
        /// Whether the deal is denied, negated or only possible.
        var isUnreal: Bool
    }

    /// The status of what a trigger in a sentence tells.
    func reading(of trigger: Trigger, in sentence: Range<Int>) -> Reading {
        var best: [DealStatus: Int] = [:]
        var hearsay = false
        var unreal = false
        var might = false
        for (mark, tokens) in words.marks(in: sentence, of: document, marks) {
            let borders = marks.borders(tokens.lowerBound, trigger.tokens.lowerBound)
            let before = trigger.tokens.lowerBound - tokens.upperBound
            let isNear = borders <= 2 && abs(before) <= 12
            let governs = before >= 0 && before <= 3 && borders == 0
            switch mark {
            case .hearsay: hearsay = true
            case .deny: unreal = unreal || borders <= 6
            case .not: unreal = unreal || (before >= 0 && before <= 2 && borders == 0)
            case .might: might = might || governs
            case .future: break
            case .status(let status):
                guard isNear || (status == .intent && borders <= 4) else { continue }
                if tokens == trigger.tokens, status == .rumored { break }
                best[status] = min(best[status] ?? .max, abs(before))
            }
        }
        if trigger.features == .conditional { might = true }
        if hearsay || best[.rumored] != nil, best[.cancelled] == nil {
            return Reading(status: .rumored, isExplicit: true, isUnreal: unreal)
        }
        if might, best[.intent] == nil { unreal = true }
        for status in [DealStatus.cancelled, .intent, .completed] where best[status] != nil {
            return Reading(status: status, isExplicit: true, isUnreal: unreal && status != .cancelled)
        }
        return Reading(
            status: trigger.entry.status ?? .signed, isExplicit: trigger.entry.status != nil, isUnreal: unreal)
    }
}
