/// Cuts a text into names: catalogue entries, and runs of capitalised words that no table knows.
struct NameRunFinder {
    let document: Document
    let lexicon: EntityLexicon
    /// The cues of each token.
    let cues: [NameCues]
    /// Whether the headline capitalises its common words too, so that its capitals tell nothing.
    private let titleCase: Bool
    private(set) var runs: [NameRun] = []
    /// Rows of the catalogue that are named inside a sentence.
    private var namedInside: Set<Int> = []

    init(_ document: Document, _ lexicon: EntityLexicon, cues: [NameCues]) {
        self.document = document
        self.lexicon = lexicon
        self.cues = cues
        titleCase = Self.isTitleCase(document, cues)
    }

    private var tokens: [Token] { document.tokens }

    mutating func find() {
        for hit in document.hits where hit.layer == .company && !isSentenceHead(hit.first) {
            namedInside.insert(hit.row)
        }
        var at = 0
        while at < tokens.count {
            if isUnit(at) {
                at += 1
            } else if let hit = knownName(at: at), !isNamePart(at) {
                append(hit.tokens, Self.source(hit))
                at = hit.end
            } else if isNamePart(at) {
                at = split(at..<runEnd(from: at))
            } else {
                at += 1
            }
        }
    }

    /// A headline capitalises its common words where most of its small-letter words are no more than small words.
    private static func isTitleCase(_ document: Document, _ cues: [NameCues]) -> Bool {
        guard let headline = document.paragraphs.first, document.paragraphs.count > 1 else { return false }
        var capitals = 0
        var small = 0
        for index in headline where document.tokens[index].kind == .word && index > headline.lowerBound {
            let token = document.tokens[index]
            if token.capitalised { capitals += 1 } else if !cues[index].contains(.small) { small += 1 }
        }
        return capitals >= 4 && small * 4 <= capitals
    }

    /// Whether a token may be part of a name by its own form.
    func isNamePart(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, !token.flags.contains(.elision), !isUnit(index) else { return false }
        return token.capitalised || token.flags.contains(.innerCapital)
    }

    /// Whether letters belong to an amount: `38B`, `US$`.
    private func isUnit(_ index: Int) -> Bool {
        let isBehindDigits = index > 0 && tokens[index - 1].kind == .number && !tokens[index].spaced
        let isBeforeSign =
            index + 1 < tokens.count && tokens[index + 1].kind == .currencySign && !tokens[index + 1].spaced
        return isBehindDigits || isBeforeSign
    }

    /// The longest catalogue name that begins at a token.
    func knownName(at index: Int) -> Hit? {
        document.hits(at: index).first {
            Self.nameLayers.contains($0.layer) && !($0.layer == .place && lexicon.isDemonym(place: $0.row))
        }
    }

    private static let nameLayers: Set<Layer> = [.company, .media, .project, .place, .product, .brand]

    private static func source(_ hit: Hit) -> NameRun.Source {
        switch hit.layer {
        case .company: .company(hit.row)
        case .media: .media(hit.row)
        case .project: .project(hit.row)
        case .place: .place(hit.row)
        case .brand: .brand(hit.row)
        default: .product
        }
    }

    private mutating func append(_ range: Range<Int>, _ source: NameRun.Source) {
        runs.append(NameRun(tokens: range, source: source, hasTitle: hasTitle(before: range.lowerBound)))
    }

    /// Whether a title ("Ms", "M.") stands before a token.
    private func hasTitle(before index: Int) -> Bool {
        var before = index - 1
        if before > 0, tokens[before].kind == .stop, !tokens[before].spaced { before -= 1 }
        guard before >= 0, tokens[before].kind == .word, tokens[before].paragraph == tokens[index].paragraph else {
            return false
        }
        return lexicon.titles.contains(tokens[before].hash) && tokens[before].capitalised
    }
}

// MARK: - How far a run goes

extension NameRunFinder {
    /// The longest run that is looked at, in tokens.
    private static let longest = 16

    /// The token behind the run of names that begins here, connectors inside included.
    private func runEnd(from first: Int) -> Int {
        var end = first + 1
        while end < tokens.count, end - first < Self.longest, tokens[end].sentence == tokens[first].sentence {
            guard let next = continuation(first, end) else { break }
            end = next
        }
        return end
    }

    /// Where the run goes on behind `end`, or `nil`.
    private func continuation(_ first: Int, _ end: Int) -> Int? {
        if isNamePart(end) { return end + 1 }
        switch tokens[end].kind {
        case .hyphen:
            guard end + 1 < tokens.count, tokens[end + 1].kind == .word else { return nil }
            if isNamePart(end + 1) { return end + 2 }
            return cues[end + 1].contains(.compoundTail) || !isPersonLike(first, end) ? nil : end + 2
        case .symbol where isAmpersand(end):
            return end + 1 < tokens.count && isNamePart(end + 1) ? end + 2 : nil
        case .stop where isInitial(end - 1) && !tokens[end].spaced:
            return end + 1 < tokens.count && isNamePart(end + 1) ? end + 2 : nil
        case .word:
            return afterConnectors(first, end)
        default: return nil
        }
    }

    /// A lower-case part behind a hyphen belongs to a name such as "Jun-seo".
    private func isPersonLike(_ first: Int, _ end: Int) -> Bool {
        lexicon.firstNames.contains(tokens[end - 1].hash) || end - first >= 2
    }

    private func isInitial(_ index: Int) -> Bool {
        tokens[index].kind == .word && tokens[index].end - tokens[index].start == 1
    }

    private func isAmpersand(_ index: Int) -> Bool {
        document.bytes[Int(tokens[index].start)] == 0x26
    }

    /// Steps over "de", "van der", "of", "and" to the next name word, where they join.
    private func afterConnectors(_ first: Int, _ end: Int) -> Int? {
        var at = end
        while at < tokens.count, at - end < 3, tokens[at].kind == .word, !isNamePart(at) {
            let cue = cues[at]
            guard joins(cue, first, end, firm: at + 1) else { return nil }
            at += 1
        }
        guard at > end, at < tokens.count, tokens[at].sentence == tokens[first].sentence, isNamePart(at) else {
            return nil
        }
        return at + 1
    }

    private func joins(_ cue: NameCues, _ first: Int, _ end: Int, firm: Int) -> Bool {
        if cue.contains(.joinsFirm) { return firm < tokens.count && cues[firm].contains(.firmTail) }
        if cue.contains(.link) { return true }
        guard cue.contains(.headLink) else { return false }
        let isPerson = end - first == 1 && lexicon.firstNames.contains(tokens[first].hash)
        return isPerson || opensWithHead(first, end)
    }

    /// Whether an organisation word begins the run, or ends it so far ("School of").
    private func opensWithHead(_ first: Int, _ end: Int) -> Bool {
        if let head = lexicon.head(tokens[end - 1], at: .first), head.place != .last { return true }
        return (first..<end).contains { index in
            guard let head = lexicon.head(tokens[index], at: .first), head.kind != .place else { return false }
            return index == first || cues[index - 1].contains(.small)
        }
    }
}

// MARK: - Cutting a run

extension NameRunFinder {
    /// Cuts a run at the names of the catalogue that it holds; returns where the text goes on.
    private mutating func split(_ run: Range<Int>) -> Int {
        var at = run.lowerBound
        var start = at
        while at < run.upperBound {
            if let hit = knownName(at: at), accepts(hit, in: run, from: start) {
                if let joined = joinedEnd(start, hit, run) {
                    addUnknown(start..<joined)
                    at = joined
                } else {
                    addUnknown(start..<at)
                    append(hit.tokens, Self.source(hit))
                    at = hit.end
                }
                start = at
            } else if at > start, beginsPerson(at, run) {
                addUnknown(start..<at)
                start = at
                at += 1
            } else {
                at += 1
            }
        }
        if start < run.upperBound { addUnknown(start..<run.upperBound) }
        return max(at, run.upperBound)
    }

    /// A function with a capital between a company and a person: "Contoso President Jane Doe".
    private func beginsPerson(_ at: Int, _ run: Range<Int>) -> Bool {
        guard document.hit(at: at, .function) != nil || lexicon.titles.contains(tokens[at].hash) else { return false }
        return at + 1 < run.upperBound && lexicon.firstNames.contains(tokens[at + 1].hash)
    }

    /// Whether a catalogue entry holds here: not a common word at the head of a sentence, not a person's last name.
    private func accepts(_ hit: Hit, in run: Range<Int>, from start: Int) -> Bool {
        if hit.end < run.upperBound, tokens[hit.end].kind == .hyphen, hit.end + 1 < run.upperBound,
            hit.layer != .company
        {
            return false
        }
        guard hit.layer == .company, hit.tokens.count == 1 else { return true }
        if cues[hit.first].intersection([.small, .ordinary]) != [], isSentenceHead(hit.first) {
            return isNamedElsewhere(hit)
        }
        if hit.first > start, lexicon.firstNames.contains(tokens[hit.first - 1].hash) { return false }
        return true
    }

    /// Whether a word stands where any word has a capital.
    func isSentenceHead(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.flags.contains(.sentenceStart) { return true }
        guard index > 0 else { return true }
        if titleCase, document.isHeadline(index) { return true }
        let before = tokens[index - 1].kind
        return before == .openQuote || before == .straightQuote || before == .colon || before == .dash
    }

    /// Whether the same entry stands inside a sentence too, or its verb follows.
    private func isNamedElsewhere(_ hit: Hit) -> Bool {
        if hit.end < tokens.count, cues[hit.end].contains(.actVerb) { return true }
        return namedInside.contains(hit.row)
    }

    /// The end of a longer unknown name that holds a catalogue entry: "Contoso Ventures", "Boston Power Company",
    /// "Fondation Contoso"; `nil` where the entry stands alone.
    private func joinedEnd(_ start: Int, _ hit: Hit, _ run: Range<Int>) -> Int? {
        guard hit.layer == .company || hit.layer == .place else { return nil }
        if hit.first > start {
            let first = strippedStart(start..<hit.first)
            guard first < hit.first else { return nil }
            if lexicon.head(tokens[first], at: .first) != nil || cues[hit.first - 1].contains(.headLink)
                || hit.layer == .place || lexicon.firstNames.contains(tokens[hit.first - 1].hash)
            {
                return hit.end == run.upperBound || knownName(at: hit.end) == nil ? run.upperBound : hit.end
            }
            return nil
        }
        var end = hit.end
        while end < run.upperBound, end - hit.end < 4 {
            if knownName(at: end)?.layer != nil { return nil }
            end += 1
        }
        guard end > hit.end, tokens[end - 1].kind == .word, tokens[hit.end].kind == .word else { return nil }
        guard let head = lexicon.head(tokens[end - 1], at: .last) else { return nil }
        return head.kind == .organisation || head.kind == .government || hit.layer == .place ? end : nil
    }

    /// The first token of a range that may begin a name.
    private func strippedStart(_ range: Range<Int>) -> Int {
        var first = range.lowerBound
        while first < range.upperBound {
            if tokens[first].kind != .word {
                first += 1
                continue
            }
            let cue = cues[first]
            let drop: Bool
            if let function = document.hit(at: first, .function), function.end < range.upperBound {
                first = function.end
                continue
            } else if lexicon.titles.contains(tokens[first].hash), range.count > 1 {
                drop = true
            } else if cue.contains(.demonym) {
                drop = range.upperBound - first != 2 || lexicon.head(tokens[first + 1], at: .last) == nil
            } else {
                drop = cue.contains(.small) || cue.contains(.notName) || dropsOrdinary(first, range)
            }
            guard drop else { break }
            first += 1
        }
        return first
    }

    /// A common word at the head of a sentence is dropped, unless the whole ends as names of organisations do.
    private func dropsOrdinary(_ first: Int, _ range: Range<Int>) -> Bool {
        guard cues[first].contains(.ordinary), isSentenceHead(first) else { return false }
        guard range.upperBound - first >= 3, let head = lexicon.head(tokens[range.upperBound - 1], at: .last) else {
            return true
        }
        return head.kind != .organisation
    }

    private mutating func addUnknown(_ range: Range<Int>) {
        let first = strippedStart(range)
        var end = range.upperBound
        while end > first, tokens[end - 1].kind != .word || dropsAtEnd(end - 1, of: first) { end -= 1 }
        guard first < end else { return }
        runs.append(
            NameRun(tokens: first..<end, source: .unknown, hasTitle: hasTitle(before: first)))
    }

    private func dropsAtEnd(_ index: Int, of first: Int) -> Bool {
        if index > first, lexicon.legalSuffixes.contains(tokens[index].hash) { return true }
        return !isNamePart(index) || (cues[index].contains(.notName) && lexicon.head(tokens[index], at: .last) == nil)
    }
}
