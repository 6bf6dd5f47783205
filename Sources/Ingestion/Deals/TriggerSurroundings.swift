/// What stands around the words that may be triggers of a sentence. Many entries begin with one word, and follow each
/// other: what was read for the last one is kept. What changes it is handed the context, which is not taken out of what may
/// change, since that would count a reference each time.
struct TriggerSurroundings {
    let document: Document
    let marks: ClauseMarks
    let sentence: Range<Int>
    private let context: DealContext
    private var lead: (token: Int, before: VoiceReader.Before)?
    private var gap: Gap?

    init(_ context: DealContext, in sentence: Range<Int>) {
        document = context.document
        marks = context.marks
        self.context = context
        self.sentence = sentence
    }

    /// Where the words may stand that belong to an entry behind other words.
    struct Gap {
        /// The entry's tokens.
        fileprivate let head: Range<Int>
        /// The token behind the last one at which such words may begin.
        fileprivate(set) var limit: Int
        /// A bit for each word at which they may begin (``bit(_:)``).
        fileprivate(set) var mask: UInt64 = 0

        /// The bit of a word in a mask.
        @inline(__always)
        static func bit(_ word: UInt64) -> UInt64 { 1 << (word >> 58) }
    }

    /// What stands before a word.
    mutating func before(_ token: Int, _ context: DealContext) -> VoiceReader.Before {
        if let lead, lead.token == token { return lead.before }
        let before = VoiceReader.Before(token, context.document, context.marks)
        lead = (token, before)
        return before
    }

    /// The gap behind the tokens of an entry: asides left out, in its clause.
    mutating func gap(behind head: Range<Int>, _ context: DealContext) -> Gap {
        if let gap, gap.head == head { return gap }
        let end = head.upperBound
        let last = min(end + Self.longestGap, sentence.upperBound)
        let level = context.marks.insertions[head.lowerBound]
        var found = Gap(head: head, limit: max(end, last))
        // A sum right behind the verb is no distance.
        var figures = 0
        for first in end..<max(end, last) where context.marks.insertions[first] == level {
            found.mask |= Gap.bit(context.document.tokens[first].hash)
            if first - end == figures, isOfSum(first) {
                figures += 1
                continue
            }
            guard mayLead(first, behind: end, figures) else {
                found.limit = first + 1
                break
            }
        }
        gap = found
        return found
    }

    /// Whether a gap goes on behind a token; `figures` of its tokens are a sum.
    private func mayLead(_ token: Int, behind end: Int, _ figures: Int) -> Bool {
        let kind = document.tokens[token].kind
        return marks.distance(end, token) - figures <= Self.widestGap && kind != .colon
            && (kind != .stop || document.hasDigits(rightBehind: token))
            && marks.words[token].isDisjoint(with: [.relative, .subordinate, .but])
            && (marks.slots[token] == nil || marks.slots[token] == .of || isInGap(token, behind: end))
            && !isNewClause(token)
    }

    /// Whether a token is a part of a sum: a bound, a sign or a number.
    private func isOfSum(_ token: Int) -> Bool {
        let kind = document.tokens[token].kind
        return kind == .number || kind == .currencySign || isOfBound(token) || document.hasDigits(rightBehind: token)
    }

    /// Whether a token is a part of words like "up to".
    private func isOfBound(_ token: Int) -> Bool {
        document.hit(at: token, .bound) != nil || (document.hit(at: token - 1, .bound)?.end ?? 0) > token
    }

    /// Whether a preposition there belongs to a number ("up to"), or names to whom or from whom the object goes, or with
    /// whom, or tells where: "gets from A warrants", "accorde à A des bons".
    private func isInGap(_ token: Int, behind end: Int) -> Bool {
        if isOfBound(token) || isOfPlace(token) { return true }
        if marks.slots[token] == .in {
            let isYear = document.tokens[safe: token + 1]?.kind == .number
            if isYear || document.hit(at: token + 1, .month) != nil { return true }
        }
        guard let slot = marks.slots[token], slot == .to || slot == .from || slot == .with,
            token - end <= Self.longestAdverb
        else { return false }
        return isParty(behind: token)
    }

    /// Whether a company, or a noun for one, stands behind a preposition.
    func isParty(behind token: Int) -> Bool {
        var party = token + 1
        while party - token <= Self.longestAdverb, marks.slots[safe: party] == marks.slots[token] { party += 1 }
        if marks.words[safe: party]?.contains(.determiner) ?? false { party += 1 }
        return context.entities.mention(at: party) != nil || document.hit(at: party, .companyNoun) != nil
    }

    /// Whether a preposition only tells where: "plans a campus in Wyoming with B".
    private func isOfPlace(_ token: Int) -> Bool {
        guard marks.slots[token] == .in || marks.slots[token] == .at else { return false }
        let name = (marks.words[safe: token + 1]?.contains(.determiner) ?? false) ? token + 2 : token + 1
        return context.entities.mention(at: name).map { context.entities.all[$0.entity].kind == .place } ?? false
    }

    /// Whether "and" stands there with a comma before it, or another such word behind it: "…, and then".
    private func isNewClause(_ token: Int) -> Bool {
        guard marks.words[token].contains(.and) else { return false }
        return document.tokens[token - 1].kind == .comma || marks.words[safe: token + 1]?.contains(.and) ?? false
    }

    /// How many words may stand between a verb and such a preposition: "gave on Monday to".
    private static let longestAdverb = 2
    /// How many words may stand in the gap of a trigger, with and without asides.
    private static let longestGap = 24
    private static let widestGap = 9
}
